/* The loops of convolve.h with the vector instructions of x86-64. Every lane is a sum of its own, so
   the results are those of the plain loops. */
#ifndef FORELOOK_CONVOLVE_X86_H
#define FORELOOK_CONVOLVE_X86_H

WITH_AVX2 static void look_up_avx2(const int8_t *words, const int8_t *shapes, int width, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *out) {
    look_up_body(words, shapes, width, pieces, forms, count, out);
}

WITH_AVX512 static void look_up_avx512(const int8_t *words, const int8_t *shapes, int width, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *out) {
    look_up_body(words, shapes, width, pieces, forms, count, out);
}

static inline int32_t pair_at(const int16_t *place) {
    int32_t pair;
    memcpy(&pair, place, sizeof pair);
    return pair;
}

/* Eight tiles at once, each with two registers of sums for the 32 channels: both products of a pair and their sum are one instruction. */
#define EACH_OF_EIGHT(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7)
#define BEGIN(tile) __m512i low##tile = start0, high##tile = start1; const int16_t *const pairs##tile = values + tile * apart;
#define MULTIPLY(tile)                                         \
    pair = _mm512_set1_epi32(pair_at(pairs##tile + k));        \
    low##tile = _mm512_dpwssd_epi32(low##tile, row0, pair);    \
    high##tile = _mm512_dpwssd_epi32(high##tile, row1, pair);
#define END(tile)                                              \
    _mm512_store_si512(sums[point][tile], low##tile);          \
    _mm512_store_si512(sums[point][tile] + 16, high##tile);

WITH_AVX512 static void multiply_avx512(const Layer *layer, int block, const int16_t *values, Sums *sums) {
    const int apart = POINTS * layer->inputs;
    const __m512i *row = (const __m512i *)(layer->weights + (int64_t)block * layer->inputs * POINTS);
    for (int point = 0; point < POINTS; point++, values += layer->inputs) {
        const __m512i start0 = point == BIASED ? _mm512_loadu_si512(layer->start + block) : _mm512_setzero_si512();
        const __m512i start1 = point == BIASED ? _mm512_loadu_si512(layer->start + block + 16) : start0;
        EACH_OF_EIGHT(BEGIN)
        for (int64_t k = 0; k < layer->inputs; k += 2, row += 2) {
            const __m512i row0 = _mm512_loadu_si512(row), row1 = _mm512_loadu_si512(row + 1);
            __m512i pair;
            EACH_OF_EIGHT(MULTIPLY)
        }
        EACH_OF_EIGHT(END)
    }
}

WITH_AVX512 static void convolve_avx512(const Layer *layer, const int16_t *in, int16_t *out, const int32_t *places, int tiles, int16_t *values) {
    convolve_body(layer, in, out, places, tiles, values, multiply_avx512);
}

/* Four tiles at once, half of the channels in two registers each. */
#define EACH_OF_FOUR(DO) DO(0) DO(1) DO(2) DO(3)
#define BEGIN_HALF(tile) __m256i low##tile = start0, high##tile = start1; const int16_t *const pairs##tile = values + (first + tile) * apart;
#define MULTIPLY_HALF(tile)                                               \
    pair = _mm256_set1_epi32(pair_at(pairs##tile + k));                   \
    low##tile = _mm256_add_epi32(low##tile, _mm256_madd_epi16(pair, row0)); \
    high##tile = _mm256_add_epi32(high##tile, _mm256_madd_epi16(pair, row1));
#define END_HALF(tile)                                                    \
    _mm256_store_si256((__m256i *)(sums[first + tile] + half), low##tile); \
    _mm256_store_si256((__m256i *)(sums[first + tile] + half + 8), high##tile);

WITH_AVX2 INLINE void multiply_four(const int16_t *weights, const int32_t *start, const int16_t *values, int inputs, int first, int half,
                                    uint32_t (*sums)[BLOCK]) {
    const int apart = POINTS * inputs;
    const __m256i *row = (const __m256i *)(weights + 2 * half);
    const __m256i start0 = _mm256_loadu_si256((const __m256i *)(start + half)), start1 = _mm256_loadu_si256((const __m256i *)(start + half + 8));
    EACH_OF_FOUR(BEGIN_HALF)
    for (int64_t k = 0; k < inputs; k += 2, row += 4) {
        const __m256i row0 = _mm256_loadu_si256(row), row1 = _mm256_loadu_si256(row + 1);
        __m256i pair;
        EACH_OF_FOUR(MULTIPLY_HALF)
    }
    EACH_OF_FOUR(END_HALF)
}

WITH_AVX2 static void multiply_avx2(const Layer *layer, int block, const int16_t *values, Sums *sums) {
    static const int32_t nothing[BLOCK];
    const int16_t *weights = layer->weights + (int64_t)block * layer->inputs * POINTS;
    for (int point = 0; point < POINTS; point++, values += layer->inputs, weights += layer->inputs * BLOCK)
        for (int first = 0; first < TILES_AT_ONCE; first += 4)
            for (int half = 0; half < BLOCK; half += BLOCK / 2)
                multiply_four(weights, point == BIASED ? layer->start + block : nothing, values, layer->inputs, first, half, sums[point]);
}

WITH_AVX2 static void convolve_avx2(const Layer *layer, const int16_t *in, int16_t *out, const int32_t *places, int tiles, int16_t *values) {
    convolve_body(layer, in, out, places, tiles, values, multiply_avx2);
}

#endif
