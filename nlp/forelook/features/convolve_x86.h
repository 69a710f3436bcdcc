/* The loops of convolve.h with the vector instructions of x86-64, and which of them the machine has. Every lane is a sum of its own, so
   the results are those of the plain loops. */
#ifndef FORELOOK_CONVOLVE_X86_H
#define FORELOOK_CONVOLVE_X86_H

#include <immintrin.h>

#define WITH_AVX2 __attribute__((target("avx2")))
#define WITH_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

/* Return the fastest way that the machine, and its operating system, can go. */
static int find_way(void) {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vnni"))
        return AVX512;
    return __builtin_cpu_supports("avx2") ? AVX2 : PLAIN;
}

static inline int32_t pair_at(const int16_t *place) {
    int32_t pair;
    memcpy(&pair, place, sizeof pair);
    return pair;
}

/* Three tokens at once: their twelve sums of eight channels fill the registers. */
#define LANES_OF(token) __m256i a##token = bias0, b##token = bias1, c##token = bias2, d##token = bias3
#define ADD_UP(token)                                                                       \
    pair = _mm256_set1_epi32(pair_at(window##token + k));                                   \
    a##token = _mm256_add_epi32(a##token, _mm256_madd_epi16(pair, row0));                   \
    b##token = _mm256_add_epi32(b##token, _mm256_madd_epi16(pair, row1));                   \
    c##token = _mm256_add_epi32(c##token, _mm256_madd_epi16(pair, row2));                   \
    d##token = _mm256_add_epi32(d##token, _mm256_madd_epi16(pair, row3))
#define STORE(sum, place)                                                                   \
    sum = _mm256_srav_epi32(_mm256_max_epi32(sum, zero), _mm256_loadu_si256((const __m256i *)(shift + (place)))); \
    sum = _mm256_min_epi32(sum, most);                                                      \
    _mm_storeu_si128((__m128i *)(target + (place)), _mm_packs_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1)))
#define FINISH(token, number)                                                               \
    target = out + (int64_t)(first + (number)) * layer->channels + block;                   \
    STORE(a##token, 0); STORE(b##token, 8); STORE(c##token, 16); STORE(d##token, 24)

WITH_AVX2 static void convolve_avx2(const Layer *layer, const int16_t *in, int16_t *out, int tokens) {
    const __m256i zero = _mm256_setzero_si256(), most = _mm256_set1_epi32(layer->most);
    for (int block = 0; block < layer->channels; block += BLOCK) {
        const int16_t *weights = layer->weights + (int64_t)block * layer->inputs;
        const __m256i *bias = (const __m256i *)(layer->bias + block);
        const int32_t *shift = layer->shift + block;
        const __m256i bias0 = _mm256_loadu_si256(bias), bias1 = _mm256_loadu_si256(bias + 1);
        const __m256i bias2 = _mm256_loadu_si256(bias + 2), bias3 = _mm256_loadu_si256(bias + 3);
        int16_t *target;
        int first = 0;
        for (; first + 3 <= tokens; first += 3) {
            const int16_t *window0 = in + first * layer->stride, *window1 = window0 + layer->stride, *window2 = window1 + layer->stride;
            const __m256i *row = (const __m256i *)weights;
            LANES_OF(0); LANES_OF(1); LANES_OF(2);
            for (int k = 0; k < layer->inputs; k += 2, row += 4) {
                const __m256i row0 = _mm256_loadu_si256(row), row1 = _mm256_loadu_si256(row + 1);
                const __m256i row2 = _mm256_loadu_si256(row + 2), row3 = _mm256_loadu_si256(row + 3);
                __m256i pair;
                ADD_UP(0); ADD_UP(1); ADD_UP(2);
            }
            FINISH(0, 0); FINISH(1, 1); FINISH(2, 2);
        }
        for (; first < tokens; first++) {
            const int16_t *window0 = in + first * layer->stride;
            const __m256i *row = (const __m256i *)weights;
            LANES_OF(0);
            for (int k = 0; k < layer->inputs; k += 2, row += 4) {
                const __m256i row0 = _mm256_loadu_si256(row), row1 = _mm256_loadu_si256(row + 1);
                const __m256i row2 = _mm256_loadu_si256(row + 2), row3 = _mm256_loadu_si256(row + 3);
                __m256i pair;
                ADD_UP(0);
            }
            FINISH(0, 0);
        }
    }
}

/* Eight tokens at once, their sums of 32 channels in two registers each; both products of a pair and their sum are one instruction. Where
   there are fewer tokens, the sums of the others are not written. */
#define EACH_OF_EIGHT(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7)
#define BEGIN(token) __m512i low##token = bias0, high##token = bias1; const int16_t *const window##token = in + token * layer->stride;
#define MULTIPLY(token)                                             \
    pair = _mm512_set1_epi32(pair_at(window##token + k));           \
    low##token = _mm512_dpwssd_epi32(low##token, pair, row0);       \
    high##token = _mm512_dpwssd_epi32(high##token, pair, row1);
#define END(token)                                                                                                                     \
    if (token < tokens) {                                                                                                              \
        int16_t *target = out + token * layer->channels;                                                                               \
        low##token = _mm512_min_epi32(_mm512_srav_epi32(_mm512_max_epi32(low##token, zero), shift0), most);                            \
        high##token = _mm512_min_epi32(_mm512_srav_epi32(_mm512_max_epi32(high##token, zero), shift1), most);                          \
        _mm256_storeu_si256((__m256i *)target, _mm512_cvtepi32_epi16(low##token));                                                     \
        _mm256_storeu_si256((__m256i *)(target + 16), _mm512_cvtepi32_epi16(high##token));                                             \
    }

WITH_AVX512 INLINE void convolve_eight(const Layer *layer, const int16_t *in, int16_t *out, int block, int tokens) {
    const __m512i *row = (const __m512i *)(layer->weights + (int64_t)block * layer->inputs);
    const __m512i bias0 = _mm512_loadu_si512(layer->bias + block), bias1 = _mm512_loadu_si512(layer->bias + block + 16);
    const __m512i shift0 = _mm512_loadu_si512(layer->shift + block), shift1 = _mm512_loadu_si512(layer->shift + block + 16);
    const __m512i most = _mm512_set1_epi32(layer->most), zero = _mm512_setzero_si512();
    EACH_OF_EIGHT(BEGIN)
    for (int64_t k = 0; k < layer->inputs; k += 2, row += 2) {
        const __m512i row0 = _mm512_loadu_si512(row), row1 = _mm512_loadu_si512(row + 1);
        __m512i pair;
        EACH_OF_EIGHT(MULTIPLY)
    }
    EACH_OF_EIGHT(END)
}

WITH_AVX512 static void convolve_avx512(const Layer *layer, const int16_t *in, int16_t *out, int tokens) {
    for (int block = 0; block < layer->channels; block += BLOCK)
        for (int first = 0; first < tokens; first += TOKENS_AT_ONCE)
            convolve_eight(layer, in + (int64_t)first * layer->stride, out + (int64_t)first * layer->channels + block, block, tokens - first);
}

/* Four units at once, so that a row of weights is fetched once for them. */
#define EACH_OF_FOUR(DO) DO(0) DO(1) DO(2) DO(3)
#define BEGIN_SUMS(unit)                                                             \
    const float *const values##unit = inputs + (int64_t)(unit < units ? unit : 0) * width; \
    float *const sums##unit = sums + (int64_t)(unit < units ? unit : 0) * outputs;        \
    __m512 low##unit = _mm512_loadu_ps(sums##unit), high##unit = _mm512_loadu_ps(sums##unit + 16);
#define ADD_PRODUCTS(unit)                                                           \
    value = _mm512_set1_ps(values##unit[k]);                                         \
    low##unit = _mm512_add_ps(low##unit, _mm512_mul_ps(value, row0));                \
    high##unit = _mm512_add_ps(high##unit, _mm512_mul_ps(value, row1));
#define END_SUMS(unit)                                                               \
    if (unit < units) {                                                              \
        _mm512_storeu_ps(sums##unit, low##unit);                                     \
        _mm512_storeu_ps(sums##unit + 16, high##unit);                               \
    }

WITH_AVX512 INLINE void dense_four(const float *inputs, int units, int width, const float *row, int outputs, float *sums) {
    EACH_OF_FOUR(BEGIN_SUMS)
    for (int64_t k = 0; k < width; k++, row += outputs) {
        const __m512 row0 = _mm512_loadu_ps(row), row1 = _mm512_loadu_ps(row + 16);
        __m512 value;
        EACH_OF_FOUR(ADD_PRODUCTS)
    }
    EACH_OF_FOUR(END_SUMS)
}

WITH_AVX512 static void dense_avx512(const float *inputs, int units, int width, const float *weights, int outputs, float *sums) {
    const int rest = outputs - outputs % BLOCK;
    for (int first = 0; first < rest; first += BLOCK)
        for (int unit = 0; unit < units; unit += 4)
            dense_four(inputs + (int64_t)unit * width, units - unit, width, weights + first, outputs, sums + (int64_t)unit * outputs + first);
    dense_rest(inputs, units, width, weights, outputs, sums, rest);
}

WITH_AVX2 static void look_up_avx2(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    look_up_body(lookup, pieces, shapes, out, tokens);
}

WITH_AVX2 static void pool_avx2(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

WITH_AVX2 static void dense_avx2(const float *inputs, int units, int width, const float *weights, int outputs, float *sums) {
    dense_body(inputs, units, width, weights, outputs, sums);
}

WITH_AVX512 static void look_up_avx512(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    look_up_body(lookup, pieces, shapes, out, tokens);
}

WITH_AVX512 static void pool_avx512(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

#endif
