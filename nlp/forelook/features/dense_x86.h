/* The sums of dense.h with the vector instructions of x86-64; to the same results. */
#ifndef FORELOOK_DENSE_X86_H
#define FORELOOK_DENSE_X86_H

WITH_AVX2 static void add_up_avx2(const Sum *sum, int64_t units, float *sums) { add_up_body(sum, units, sums); }

enum { UNITS = 4, LANES = 64 }; /* computed together: a row of weights is fetched once for four units */
enum { LATER = 10 };            /* rows ahead to prefetch: the hardware cannot foresee which rows are skipped */

/* Which of sixteen are there, from number `first` on of `count`. */
WITH_AVX512 INLINE __mmask16 mask_of(int first, int count) {
    return (__mmask16)(count - first >= 16 ? 0xFFFF : count > first ? (1 << (count - first)) - 1 : 0);
}

/* Fill `places` with where one of the units has an input that is not 0; return how many. */
WITH_AVX512 INLINE int find_any(const float *const *inputs, int count, int32_t *places) {
    __m512i numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    int found = 0;
    for (int k = 0; k < count; k += 16) {
        const __mmask16 there = mask_of(k, count);
        __mmask16 kept = 0;
#pragma GCC unroll 4
        for (int unit = 0; unit < UNITS; unit++)
            kept |= _mm512_cmp_ps_mask(_mm512_maskz_loadu_ps(there, inputs[unit] + k), _mm512_setzero_ps(), _CMP_NEQ_UQ);
        _mm512_storeu_si512(places + found, _mm512_maskz_compress_epi32(kept, numbers));
        found += __builtin_popcount(kept);
        numbers = _mm512_add_epi32(numbers, _mm512_set1_epi32(16));
    }
    return found;
}

/* Add to the first sums of each unit, 16 * parts at most, of which `lanes` are there. */
WITH_AVX512 INLINE void add_any(const float *const *inputs, const int32_t *places, int count, const float *weights, int outputs, int lanes, float *sums,
                                int units, const int parts) {
    __m512 own[UNITS][LANES / 16], weight[LANES / 16];
    __mmask16 there[LANES / 16];
#pragma GCC unroll 4
    for (int part = 0; part < parts; part++) {
        there[part] = mask_of(16 * part, lanes);
#pragma GCC unroll 4
        for (int unit = 0; unit < UNITS; unit++)
            own[unit][part] = unit < units ? _mm512_maskz_loadu_ps(there[part], sums + unit * outputs + 16 * part) : _mm512_setzero_ps();
    }
    for (int k = 0; k < count; k++) {
        const float *row = weights + (int64_t)places[k] * outputs;
        const float *later = weights + (int64_t)places[k + LATER < count ? k + LATER : k] * outputs;
#pragma GCC unroll 4
        for (int part = 0; part < parts; part++) FETCH(later + 16 * part);
#pragma GCC unroll 4
        for (int part = 0; part < parts; part++) weight[part] = _mm512_maskz_loadu_ps(there[part], row + 16 * part);
#pragma GCC unroll 4
        for (int unit = 0; unit < UNITS; unit++) {
            const __m512 value = _mm512_set1_ps(inputs[unit][places[k]]);
#pragma GCC unroll 4
            for (int part = 0; part < parts; part++) own[unit][part] = _mm512_add_ps(own[unit][part], _mm512_mul_ps(value, weight[part]));
        }
    }
#pragma GCC unroll 4
    for (int part = 0; part < parts; part++)
#pragma GCC unroll 4
        for (int unit = 0; unit < UNITS; unit++)
            if (unit < units) _mm512_mask_storeu_ps(sums + unit * outputs + 16 * part, there[part], own[unit][part]);
}

/* Add a product to the sums of some units, from number `unit` on. */
WITH_AVX512 INLINE void add_product(const Product *product, int64_t unit, int units, int outputs, float *sums) {
    static const float nothing[MOST_INPUTS];
    int32_t places[MOST_INPUTS + MORE_INPUTS];
    for (int start = 0; start < product->width; start += MOST_INPUTS) {
        const float *inputs[UNITS], *weights = product->weights + (int64_t)start * outputs;
        for (int k = 0; k < UNITS; k++) {
            const float *own = k < units ? inputs_of(product, unit + k, start) : 0;
            inputs[k] = own ? own : nothing;
        }
        const int count = find_any(inputs, product->width - start < MOST_INPUTS ? product->width - start : MOST_INPUTS, places);
        for (int first = 0; first < outputs; first += LANES)
            if (outputs - first > 16)
                add_any(inputs, places, count, weights + first, outputs, outputs - first, sums + first, units, LANES / 16);
            else
                add_any(inputs, places, count, weights + first, outputs, outputs - first, sums + first, units, 1);
    }
}

WITH_AVX512 static void add_up_avx512(const Sum *sum, int64_t units, float *sums) {
    for (int64_t unit = 0; unit < units; unit += UNITS, sums += (int64_t)UNITS * sum->outputs) {
        const int count = units - unit < UNITS ? (int)(units - unit) : UNITS;
        for (int k = 0; k < count; k++) add_terms(sum, unit + k, sums + k * sum->outputs);
        for (int k = 0; k < sum->product_count; k++) add_product(&sum->products[k], unit, count, sum->outputs, sums);
        if (sum->rectify) rectify(sums, count * sum->outputs);
    }
}

#endif
