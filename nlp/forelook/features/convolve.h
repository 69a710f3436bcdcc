/* Convolution over the tokens of one unit, in whole numbers: 16-bit inputs and weights, 32-bit sums, so that every machine gives
   the same result whichever way it computes: in plain C, or with the vector instructions of convolve_x86.h. */
#ifndef FORELOOK_CONVOLVE_H
#define FORELOOK_CONVOLVE_H

#include <stdint.h>
#include <string.h>

enum { BLOCK = 32 };         /* channels computed together; a layer has a multiple of them */
enum { TOKENS_AT_ONCE = 8 }; /* so many rows after the last token may be read, whatever stands there */

/* Sizes of the model that comes with forelook: loops whose bounds the compiler knows are two to five times as fast. Others work too. */
enum { USUAL_WINDOW = 5, USUAL_BELOW = 64, USUAL_CHANNELS = 192, USUAL_HEADS = 4 };

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

/* The rows of `words` are far more than a cache holds, and those of the next pieces are asked for before they are needed. */
enum { AHEAD = 6, LINE = 16 }; /* pieces; values of a line of the cache */

#if defined(__GNUC__) || defined(__clang__)
#define FETCH(place) __builtin_prefetch(place)
#else
#define FETCH(place) (void)(place)
#endif

INLINE void look_up_sized(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens, const int window, const int channels) {
    const int edge = window / 2, row = window * channels;
    for (int token = -edge - AHEAD; token < tokens; token++) {
        const int next = token + edge + AHEAD;
        if (next < tokens)
            for (int k = 0; k < row; k += LINE) FETCH(lookup->words + (int64_t)pieces[next] * row + k);
        if (token < 0) continue;
        for (int block = 0; block < channels; block += BLOCK) {
            const int32_t *bias = lookup->bias + block, *shift = lookup->shift + block;
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

INLINE void look_up_body(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    if (lookup->window == USUAL_WINDOW && lookup->channels == USUAL_BELOW)
        look_up_sized(lookup, pieces, shapes, out, tokens, USUAL_WINDOW, USUAL_BELOW);
    else
        look_up_sized(lookup, pieces, shapes, out, tokens, lookup->window, lookup->channels);
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

/* Pooling over the rows of one unit and sums a unit: written once, compiled for each kind of machine. Each lane is a sum of its own, so
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

INLINE void pool_sized(const Pool *pool, const int16_t *restrict rows, int count, int16_t *restrict most, int32_t *restrict sums, float *restrict out,
                       const int channels, const int heads) {
    const int width = channels / heads;
    memset(most, 0, channels * sizeof *most);
    for (int token = 0; token < count; token++) {
        const int16_t *row = rows + token * channels;
        for (int k = 0; k < channels; k++) most[k] = row[k] > most[k] ? row[k] : most[k];
    }
    memset(sums, 0, channels * sizeof *sums);
    for (int head = 0; head < heads; head++) {
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

INLINE void pool_body(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    if (pool->channels == USUAL_CHANNELS && pool->heads == USUAL_HEADS)
        pool_sized(pool, rows, count, most, sums, out, USUAL_CHANNELS, USUAL_HEADS);
    else
        pool_sized(pool, rows, count, most, sums, out, pool->channels, pool->heads);
}

#if defined(__GNUC__) || defined(__clang__)
typedef float Eight __attribute__((vector_size(32), aligned(4), may_alias));
#define ADD_SCALED(sums, value, row) (sums) += (value) * *(const Eight *)(row)
#else
typedef struct { float lanes[8]; } Eight;
#define ADD_SCALED(sums, value, row) for (int lane = 0; lane < 8; lane++) (sums).lanes[lane] += (value) * (row)[lane]
#endif

/* Add inputs[units][width] times weights[width][outputs] to sums[units][outputs], from output `first` on, each sum in the order of the inputs. */
INLINE void dense_rest(const float *inputs, int units, int width, const float *weights, int outputs, float *sums, int first) {
    for (int unit = 0; unit < units && first < outputs; unit++, inputs += width, sums += outputs)
        for (int k = 0; k < width; k++)
            for (int c = first; c < outputs; c++) sums[c] += inputs[k] * weights[k * outputs + c];
}

INLINE void dense_body(const float *inputs, int units, int width, const float *weights, int outputs, float *sums) {
    const int rest = outputs - outputs % BLOCK;
    for (int unit = 0; unit < units; unit++) {
        const float *values = inputs + (int64_t)unit * width;
        for (int first = 0; first < rest; first += BLOCK) {
            Eight *block = (Eight *)(sums + (int64_t)unit * outputs + first), a = block[0], b = block[1], c = block[2], d = block[3];
            const float *row = weights + first;
            for (int k = 0; k < width; k++, row += outputs) {
                const float value = values[k];
                ADD_SCALED(a, value, row);
                ADD_SCALED(b, value, row + 8);
                ADD_SCALED(c, value, row + 16);
                ADD_SCALED(d, value, row + 24);
            }
            block[0] = a, block[1] = b, block[2] = c, block[3] = d;
        }
    }
    dense_rest(inputs, units, width, weights, outputs, sums, rest);
}

static void look_up_plain(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens) {
    look_up_body(lookup, pieces, shapes, out, tokens);
}

static void pool_plain(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

static void dense_plain(const float *inputs, int units, int width, const float *weights, int outputs, float *sums) {
    dense_body(inputs, units, width, weights, outputs, sums);
}

/* The ways a machine can compute, each with the instructions of those before it. */
enum { PLAIN, AVX2, AVX512 };

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include "convolve_x86.h"
#define WAY(name, ...)                                        \
    if (way == AVX512) { name##_avx512(__VA_ARGS__); return; } \
    if (way == AVX2) { name##_avx2(__VA_ARGS__); return; }     \
    name##_plain(__VA_ARGS__)
#else
static int find_way(void) { return PLAIN; }
#define WAY(name, ...) (void)way; name##_plain(__VA_ARGS__)
#endif

static void look_up(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens, int way) {
    WAY(look_up, lookup, pieces, shapes, out, tokens);
}

static void convolve(const Layer *layer, const int16_t *in, int16_t *out, int tokens, int way) {
    WAY(convolve, layer, in, out, tokens);
}

static void pool(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out, int way) {
    WAY(pool, pool, rows, count, most, sums, out);
}

static void dense(const float *inputs, int units, int width, const float *weights, int outputs, float *sums, int way) {
    WAY(dense, inputs, units, width, weights, outputs, sums);
}

#endif
