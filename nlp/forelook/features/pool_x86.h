/* The loops of pool.h with the vector instructions of x86-64; to the same results. */
#ifndef FORELOOK_POOL_X86_H
#define FORELOOK_POOL_X86_H

WITH_AVX2 static void pool_avx2(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

enum { PARTS = USUAL_CHANNELS / 32, ROWS = 8 }; /* registers that a row fills; rows whose gates are computed together */

INLINE int head_of(int channel) { return channel / (USUAL_CHANNELS / USUAL_HEADS); }

/* Of each head a number, four times. */
WITH_AVX512 INLINE __m512i spread(const int32_t *heads) {
    return _mm512_permutexvar_epi32(_mm512_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3),
                                    _mm512_castsi128_si512(_mm_loadu_si128((const __m128i *)heads)));
}

/* Sums of four rows, in four lanes a head each, as one lane a head and row. */
WITH_AVX512 INLINE __m512i add_lanes(const __m512i *rows) {
    const __m512i one = _mm512_add_epi32(_mm512_unpacklo_epi32(rows[0], rows[1]), _mm512_unpackhi_epi32(rows[0], rows[1]));
    const __m512i other = _mm512_add_epi32(_mm512_unpacklo_epi32(rows[2], rows[3]), _mm512_unpackhi_epi32(rows[2], rows[3]));
    return _mm512_add_epi32(_mm512_unpacklo_epi64(one, other), _mm512_unpackhi_epi64(one, other));
}

/* The gates of four rows, a lane a head and row; 0 for rows that are not there. */
WITH_AVX512 INLINE __m512i make_gates(const Pool *pool, const __m512i *rows, int count) {
    const __m512i sums = _mm512_max_epi32(_mm512_add_epi32(add_lanes(rows), spread(pool->bias)), _mm512_setzero_si512());
    const __m512i kept = _mm512_min_epi32(_mm512_srav_epi32(sums, spread(pool->shift)), _mm512_set1_epi32(pool->most - 1));
    const int there = count >= 4 ? 15 : count > 0 ? (1 << count) - 1 : 0;
    return _mm512_maskz_add_epi32((__mmask16)(there * 0x1111), kept, _mm512_set1_epi32(1));
}

/* Rows of the usual size, eight at once; for those after the last stands the last again, with gates of 0. A gated sum over two rows is one
   instruction: `low` are sums of the first four of eight channels, `high` of the other four. */
WITH_AVX512 INLINE void pool_usual(const Pool *pool, const int16_t *rows, int count, float *out) {
    __m512i most[PARTS], low[PARTS], high[PARTS], total = _mm512_setzero_si512();
    const __m512i order = _mm512_setr_epi32(0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
#pragma GCC unroll 6
    for (int part = 0; part < PARTS; part++) most[part] = low[part] = high[part] = _mm512_setzero_si512();
    for (int first = 0; first < count; first += ROWS) {
        const int16_t *own[ROWS];
        __m512i sums[ROWS], gates[2];
#pragma GCC unroll 8
        for (int row = 0; row < ROWS; row++) {
            own[row] = rows + (first + row < count ? first + row : count - 1) * USUAL_CHANNELS;
            sums[row] = _mm512_setzero_si512();
        }
        for (int k = 0; k < USUAL_CHANNELS; k += 8) {
            const __m512i weights = _mm512_loadu_si512(pool->eights + k * USUAL_HEADS);
#pragma GCC unroll 8
            for (int row = 0; row < ROWS; row++)
                sums[row] = _mm512_dpwssd_epi32(sums[row], weights, _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(own[row] + k))));
        }
        gates[0] = make_gates(pool, sums, count - first), gates[1] = make_gates(pool, sums + 4, count - first - 4);
        total = _mm512_add_epi32(total, _mm512_add_epi32(gates[0], gates[1]));
#pragma GCC unroll 4
        for (int pair = 0; pair < ROWS / 2; pair++) { /* of each head its gates of both rows side by side, at twice its number */
            const __m512i pairs = _mm512_castsi256_si512(_mm512_cvtepi32_epi16(gates[pair / 2]));
#pragma GCC unroll 6
            for (int part = 0; part < PARTS; part++) {
                const __m512i one = _mm512_loadu_si512(own[2 * pair] + 32 * part), other = _mm512_loadu_si512(own[2 * pair + 1] + 32 * part);
                const int before = 2 * head_of(32 * part) + pair % 2, after = 2 * head_of(32 * part + 16) + pair % 2;
                const __m512i gate = _mm512_permutexvar_epi32(_mm512_mask_set1_epi32(_mm512_set1_epi32(before), 0xFF00, after), pairs);
                most[part] = _mm512_max_epi16(most[part], _mm512_max_epi16(one, other));
                low[part] = _mm512_dpwssd_epi32(low[part], _mm512_unpacklo_epi16(one, other), gate);
                high[part] = _mm512_dpwssd_epi32(high[part], _mm512_unpackhi_epi16(one, other), gate);
            }
        }
    }
    const __m512i pairs = _mm512_add_epi32(total, _mm512_shuffle_epi32(total, _MM_PERM_BADC));
    const __m512i totals = _mm512_add_epi32(pairs, _mm512_shuffle_epi32(pairs, _MM_PERM_CDAB));
#pragma GCC unroll 6
    for (int part = 0; part < PARTS; part++) {
        const __m512i halves[2] = {_mm512_permutex2var_epi32(low[part], order, high[part]),
                                   _mm512_permutex2var_epi32(low[part], _mm512_add_epi32(order, _mm512_set1_epi32(8)), high[part])};
        const __m512i most_halves[2] = {_mm512_cvtepi16_epi32(_mm512_castsi512_si256(most[part])), _mm512_cvtepi16_epi32(_mm512_extracti64x4_epi64(most[part], 1))};
#pragma GCC unroll 2
        for (int half = 0; half < 2; half++) {
            const int k = 32 * part + 16 * half;
            const __m512 scale = _mm512_loadu_ps(pool->scale + k);
            const __m512 whole = _mm512_cvtepi32_ps(_mm512_permutexvar_epi32(_mm512_set1_epi32(4 * head_of(k)), totals));
            _mm512_storeu_ps(out + k, _mm512_mul_ps(_mm512_cvtepi32_ps(most_halves[half]), scale));
            _mm512_storeu_ps(out + USUAL_CHANNELS + k, _mm512_mul_ps(_mm512_div_ps(_mm512_cvtepi32_ps(halves[half]), whole), scale));
        }
    }
}

WITH_AVX512 static void pool_avx512(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    if (pool->channels == USUAL_CHANNELS && pool->heads == USUAL_HEADS)
        pool_usual(pool, rows, count, out);
    else
        pool_sized(pool, rows, count, most, sums, out, pool->channels, pool->heads);
}

#endif
