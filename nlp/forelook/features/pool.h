/* Pooling over the rows of one unit, and sums a unit: written once, compiled for each kind of machine. Each lane is a sum of its own, so
   that how many are computed at once changes nothing. */
#ifndef FORELOOK_POOL_H
#define FORELOOK_POOL_H

#include <stdint.h>
#include <string.h>

enum { BLOCK = 32 }; /* channels computed together; a layer has a multiple of them */

/* Sizes of the model that comes with forelook: loops whose bounds the compiler knows are two to five times as fast. Others work too. */
enum { USUAL_INPUTS = 64, USUAL_CHANNELS = 192, USUAL_HEADS = 4 };

#if defined(__GNUC__) || defined(__clang__)
#define INLINE static inline __attribute__((always_inline))
#define ALIGNED __attribute__((aligned(64)))
#else
#define INLINE static inline
#define ALIGNED
#endif

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

static void pool_plain(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

static void dense_plain(const float *inputs, int units, int width, const float *weights, int outputs, float *sums) {
    dense_body(inputs, units, width, weights, outputs, sums);
}

#endif
