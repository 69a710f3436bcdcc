/* Convolution over the tokens of one unit, in whole numbers: 16-bit inputs and weights, 32-bit sums, so that every machine gives
   the same result whichever of the two ways it computes. */
#ifndef FORELOOK_CONVOLVE_H
#define FORELOOK_CONVOLVE_H

#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include <immintrin.h>
#define FORELOOK_AVX2 1
#endif

enum { BLOCK = 32 }; /* channels computed together; a layer has a multiple of them */

typedef struct {
    const int16_t *weights; /* [channels / BLOCK][inputs / 2][BLOCK][2]: the weights of two inputs side by side */
    const int32_t *bias;    /* [channels], half of the last place that the shift drops included */
    const int32_t *shift;   /* [channels] */
    int inputs;             /* width of the window times the channels of the layer below; even */
    int stride;             /* channels of the layer below */
    int channels;
    int most; /* largest value of an output */
} Layer;

static inline int16_t finish(int32_t sum, int32_t shift, int most) {
    sum = (sum > 0 ? sum : 0) >> shift;
    return (int16_t)(sum < most ? sum : most);
}

#if defined(__GNUC__) || defined(__clang__)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

/* The first layer: what each piece and each shape adds to the sums at every place of the window is known beforehand. */
typedef struct {
    const int32_t *words;  /* [pieces][window][channels] */
    const int32_t *shapes; /* [shapes][window][channels] */
    const int32_t *bias;   /* [channels], half of the last place that the shift drops included */
    const int32_t *shift;  /* [channels] */
    int window;
    int channels;
    int most; /* largest value of an output */
} Lookup;

INLINE void look_up_body(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    const int channels = lookup->channels, window = lookup->window, edge = window / 2;
    for (int block = 0; block < channels; block += BLOCK) {
        const int32_t *bias = lookup->bias + block, *shift = lookup->shift + block;
        for (int token = 0; token < tokens; token++) {
            int32_t sums[BLOCK];
            int16_t *target = out + token * channels + block;
            for (int c = 0; c < BLOCK; c++) sums[c] = bias[c];
            for (int k = token < edge ? edge - token : 0; k < window && token + k - edge < tokens; k++) {
                const int place = token + k - edge;
                const int32_t *word = lookup->words + ((int64_t)pieces[place] * window + k) * channels + block;
                const int32_t *shape = lookup->shapes + (shapes[place] * window + k) * channels + block;
                for (int c = 0; c < BLOCK; c++) sums[c] += word[c] + shape[c];
            }
            for (int c = 0; c < BLOCK; c++) target[c] = finish(sums[c], shift[c], lookup->most);
        }
    }
}

/* Fill out[tokens][channels] from in[tokens + window - 1][stride]. */
static void convolve_plain(const Layer *layer, const int16_t *in, int16_t *out, int tokens) {
    int32_t sums[BLOCK];
    for (int block = 0; block < layer->channels; block += BLOCK) {
        const int16_t *weights = layer->weights + (int64_t)block * layer->inputs;
        for (int token = 0; token < tokens; token++) {
            const int16_t *window = in + token * layer->stride, *row = weights;
            for (int c = 0; c < BLOCK; c++) sums[c] = layer->bias[block + c];
            for (int k = 0; k < layer->inputs; k += 2, row += 2 * BLOCK)
                for (int c = 0; c < BLOCK; c++) sums[c] += window[k] * row[2 * c] + window[k + 1] * row[2 * c + 1];
            for (int c = 0; c < BLOCK; c++)
                out[token * layer->channels + block + c] = finish(sums[c], layer->shift[block + c], layer->most);
        }
    }
}

#ifdef FORELOOK_AVX2
static inline int32_t pair_at(const int16_t *place) {
    int32_t pair;
    memcpy(&pair, place, sizeof pair);
    return pair;
}

/* The same for up to three tokens at once: their twelve sums of eight channels fill the registers. */
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

__attribute__((target("avx2"))) static void convolve_avx2(const Layer *layer, const int16_t *in, int16_t *out, int tokens) {
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
#endif

/* Pooling over the rows of one unit and sums a unit: written once, compiled for either kind of machine. Each lane is a sum of its own, so
   that how many are computed at once changes nothing. */

typedef struct {
    const int16_t *weights; /* [heads][channels] */
    const int32_t *bias;    /* [heads] */
    const int32_t *shift;   /* [heads] */
    const float *scale;     /* [channels] */
    int heads;
    int channels;
    int most; /* largest value of a gate */
} Pool;

INLINE void pool_body(const Pool *pool, const int16_t *restrict rows, int count, int16_t *restrict most, int32_t *restrict sums, float *restrict out) {
    const int channels = pool->channels, width = channels / pool->heads;
    memset(most, 0, channels * sizeof *most);
    for (int token = 0; token < count; token++) {
        const int16_t *row = rows + token * channels;
        for (int k = 0; k < channels; k++) most[k] = row[k] > most[k] ? row[k] : most[k];
    }
    memset(sums, 0, channels * sizeof *sums);
    for (int head = 0; head < pool->heads; head++) {
        const int16_t *weights = pool->weights + head * channels;
        int32_t *own = sums + head * width, total = 0;
        for (int token = 0; token < count; token++) {
            const int16_t *row = rows + token * channels;
            int32_t gate = pool->bias[head];
            for (int k = 0; k < channels; k++) gate += (int32_t)row[k] * weights[k];
            gate = (gate > 0 ? gate : 0) >> pool->shift[head];
            gate = (gate < pool->most ? gate : pool->most - 1) + 1;
            total += gate;
            for (int k = 0; k < width; k++) own[k] += gate * row[head * width + k];
        }
        for (int k = 0; k < width; k++) out[channels + head * width + k] = (float)own[k] / (float)total * pool->scale[head * width + k];
    }
    for (int k = 0; k < channels; k++) out[k] = (float)most[k] * pool->scale[k];
}

#if defined(__GNUC__) || defined(__clang__)
typedef float Eight __attribute__((vector_size(32), aligned(4), may_alias));
#define ADD_SCALED(sums, value, row) (sums) += (value) * *(const Eight *)(row)
#else
typedef struct { float lanes[8]; } Eight;
#define ADD_SCALED(sums, value, row) for (int lane = 0; lane < 8; lane++) (sums).lanes[lane] += (value) * (row)[lane]
#endif

INLINE void dense_body(const float *inputs, int width, const float *weights, int outputs, float *sums) {
    int first = 0;
    for (; first + BLOCK <= outputs; first += BLOCK) {
        Eight *block = (Eight *)(sums + first), a = block[0], b = block[1], c = block[2], d = block[3];
        const float *row = weights + first;
        for (int k = 0; k < width; k++, row += outputs) {
            const float value = inputs[k];
            ADD_SCALED(a, value, row);
            ADD_SCALED(b, value, row + 8);
            ADD_SCALED(c, value, row + 16);
            ADD_SCALED(d, value, row + 24);
        }
        block[0] = a, block[1] = b, block[2] = c, block[3] = d;
    }
    for (int k = 0; k < width; k++)
        for (int c = first; c < outputs; c++) sums[c] += inputs[k] * weights[k * outputs + c];
}

static void look_up_plain(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    look_up_body(lookup, pieces, shapes, out, tokens);
}

static void pool_plain(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

static void dense_plain(const float *inputs, int width, const float *weights, int outputs, float *sums) {
    dense_body(inputs, width, weights, outputs, sums);
}

#ifdef FORELOOK_AVX2
__attribute__((target("avx2"))) static void look_up_avx2(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    look_up_body(lookup, pieces, shapes, out, tokens);
}

__attribute__((target("avx2"))) static void pool_avx2(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

__attribute__((target("avx2"))) static void dense_avx2(const float *inputs, int width, const float *weights, int outputs, float *sums) {
    dense_body(inputs, width, weights, outputs, sums);
}
#endif

/* Tell whether the machine has the instructions of the faster way. */
static int has_vectors(void) {
#ifdef FORELOOK_AVX2
    return __builtin_cpu_supports("avx2") != 0;
#else
    return 0;
#endif
}

static void look_up(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens, int vectors) {
#ifdef FORELOOK_AVX2
    if (vectors) { look_up_avx2(lookup, pieces, shapes, out, tokens); return; }
#endif
    look_up_plain(lookup, pieces, shapes, out, tokens);
}

static void convolve(const Layer *layer, const int16_t *in, int16_t *out, int tokens, int vectors) {
#ifdef FORELOOK_AVX2
    if (vectors) { convolve_avx2(layer, in, out, tokens); return; }
#endif
    convolve_plain(layer, in, out, tokens);
}

static void pool(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out, int vectors) {
#ifdef FORELOOK_AVX2
    if (vectors) { pool_avx2(pool, rows, count, most, sums, out); return; }
#endif
    pool_plain(pool, rows, count, most, sums, out);
}

static void dense(const float *inputs, int width, const float *weights, int outputs, float *sums, int vectors) {
#ifdef FORELOOK_AVX2
    if (vectors) { dense_avx2(inputs, width, weights, outputs, sums); return; }
#endif
    dense_plain(inputs, width, weights, outputs, sums);
}

#endif
