/* Pooling over the rows of one unit: written once, compiled for each kind of machine. Each lane is a sum of its own, so that how many are
   computed at once changes nothing. */
#ifndef FORELOOK_POOL_H
#define FORELOOK_POOL_H

#include "ways.h"

/* Sizes of the model that comes with forelook: loops whose bounds the compiler knows are two to five times as fast. Others work too. */
enum { USUAL_INPUTS = 64, USUAL_CHANNELS = 192, USUAL_HEADS = 4 };

typedef struct {
    const int16_t *weights; /* [heads][channels] */
    const int16_t *eights;  /* the same as [channels / 8][heads][8] */
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

static void pool_plain(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out) {
    pool_body(pool, rows, count, most, sums, out);
}

#if X86
#include "pool_x86.h"
#endif

static void pool(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out, int way) {
    WAY(pool, pool, rows, count, most, sums, out);
}

#endif
