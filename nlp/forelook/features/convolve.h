/* Convolution over the tokens of units, windows of five, in whole numbers, by the scheme of Toom and Cook (Winograd 1980, "Arithmetic Complexity
   of Computations"): three outputs and the seven rows that they read are polynomials; these are evaluated at seven points, multiplied there, and
   interpolated. That takes 7 products where the sums as they are written take 15. All is exact modulo 2**32, so that every machine gives the same
   result whichever way it computes: in plain C, or with the vector instructions of convolve_x86.h. */
#ifndef FORELOOK_CONVOLVE_H
#define FORELOOK_CONVOLVE_H

#include "pool.h"

enum { WINDOW = 5, EDGE = WINDOW / 2, TILE = 3, POINTS = WINDOW + TILE - 1 };
enum { TILES_AT_ONCE = 8 }; /* so many tiles are multiplied together; where there are fewer, the products of others are not used */
enum { BIASED = 1 };        /* the point whose products count alike in all three outputs */
enum { FINEST = 3 };        /* interpolated sums are outputs times 2**FINEST, which stays below 2**31 */

typedef struct {
    const int16_t *weights; /* [channels / BLOCK][POINTS][inputs / 2][BLOCK][2]: at each point, the weights of two inputs side by side */
    const int32_t *start;   /* [channels]: where the sums of BIASED begin, so that all three outputs get the bias */
    const int32_t *shift;   /* [channels]; FINEST is to be added */
    int inputs;             /* channels of the layer below; even */
    int channels;
    int most; /* largest value of an output */
} Layer;

/* The vectors of words are more than the nearest caches hold, and those of the next pieces are asked for before they are needed. */
enum { AHEAD = 8 };

INLINE void look_up_sized(const int8_t *words, const int8_t *shapes, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *restrict out,
                          const int width) {
    for (int piece = 0; piece < count; piece++, out += width) {
        const int8_t *word = words + (int64_t)pieces[piece] * width, *shape = shapes + forms[piece] * width;
        if (piece + AHEAD < count) FETCH(words + (int64_t)pieces[piece + AHEAD] * width);
        for (int k = 0; k < width; k++) out[k] = (int16_t)(word[k] + shape[k]);
    }
}

/* Fill out[count][width] with what each piece and its shape have together. */
INLINE void look_up_body(const int8_t *words, const int8_t *shapes, int width, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *out) {
    if (width == USUAL_INPUTS)
        look_up_sized(words, shapes, pieces, forms, count, out, USUAL_INPUTS);
    else
        look_up_sized(words, shapes, pieces, forms, count, out, width);
}

static void look_up_plain(const int8_t *words, const int8_t *shapes, int width, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *out) {
    look_up_body(words, shapes, width, pieces, forms, count, out);
}

typedef uint32_t Sums[TILES_AT_ONCE][BLOCK]; /* of one point */

/* What seven rows are at the points 0, 1, -1, 2, -2, 1/2 and infinity, times what makes it whole; of rows from 0 to 2047, and of such from
   -1024 to 1023, in 16 bits. What weights are there says points.py. */
INLINE void evaluate_sized(const int16_t *restrict rows, int16_t *restrict values, const int inputs) {
    for (int k = 0; k < inputs; k++) {
        const int a = rows[k], b = rows[inputs + k], c = rows[2 * inputs + k], d = rows[3 * inputs + k];
        const int e = rows[4 * inputs + k], f = rows[5 * inputs + k], g = rows[6 * inputs + k];
        values[k] = (int16_t)(-4 * a + 8 * b + 5 * c - 10 * d - e + 2 * f);
        values[inputs + k] = (int16_t)(4 * b - 4 * c - 9 * d + e + 2 * f);
        values[2 * inputs + k] = (int16_t)(-4 * b + 12 * c - 7 * d - 3 * e + 2 * f);
        values[3 * inputs + k] = (int16_t)(2 * b - 3 * c - 4 * d + 3 * e + 2 * f);
        values[4 * inputs + k] = (int16_t)(-2 * b + 5 * c - 5 * e + 2 * f);
        values[5 * inputs + k] = (int16_t)(4 * b - 5 * d + f);
        values[6 * inputs + k] = (int16_t)(-4 * b + 8 * c + 5 * d - 10 * e - f + 2 * g);
    }
}

INLINE void evaluate(const int16_t *rows, int16_t *values, int inputs) {
    if (inputs == USUAL_INPUTS)
        evaluate_sized(rows, values, USUAL_INPUTS);
    else
        evaluate_sized(rows, values, inputs);
}

/* What is interpolated comes times 360, which is 45 * 2**FINEST; INVERSE * 45 is 1 modulo 2**32. */
static const uint32_t INVERSE = 0xA4FA4FA5u;

static inline int16_t finish(uint32_t sum, int32_t shift, int most) {
    const int32_t whole = (int32_t)(sum * INVERSE), kept = (whole > 0 ? whole : 0) >> shift;
    return (int16_t)(kept < most ? kept : most);
}

/* Three outputs of a block of channels, from the products at each point; in two loops, which compilers turn into vector instructions. */
INLINE void interpolate(const Layer *layer, const Sums *restrict sums, int block, int tile, int16_t *restrict out) {
    const int32_t *restrict shift = layer->shift + block;
    const int most = layer->most;
    uint32_t rows[TILE][BLOCK];
    for (int k = 0; k < BLOCK; k++) {
        const uint32_t one = 3 * sums[1][tile][k], other = sums[2][tile][k], half = sums[5][tile][k];
        const uint32_t even = sums[3][tile][k] + sums[4][tile][k], odd = sums[3][tile][k] - sums[4][tile][k];
        rows[0][k] = sums[0][tile][k] + one + other + even + 4 * half;
        rows[1][k] = one - other + 2 * (odd + half);
        rows[2][k] = one + other + 4 * even + half + sums[6][tile][k];
    }
    for (int row = 0; row < TILE; row++, out += layer->channels)
        for (int k = 0; k < BLOCK; k++) out[k] = finish(rows[row][k], shift[k], most);
}

static void multiply_plain(const Layer *layer, int block, const int16_t *values, Sums *sums) {
    const int16_t *row = layer->weights + (int64_t)block * layer->inputs * POINTS;
    for (int point = 0; point < POINTS; point++, values += layer->inputs) {
        for (int tile = 0; tile < TILES_AT_ONCE; tile++)
            for (int c = 0; c < BLOCK; c++) sums[point][tile][c] = point == BIASED ? (uint32_t)layer->start[block + c] : 0;
        for (int k = 0; k < layer->inputs; k += 2, row += 2 * BLOCK)
            for (int tile = 0; tile < TILES_AT_ONCE; tile++) {
                const int16_t *pair = values + tile * POINTS * layer->inputs + k;
                for (int c = 0; c < BLOCK; c++) sums[point][tile][c] += (uint32_t)(pair[0] * row[2 * c]) + (uint32_t)(pair[1] * row[2 * c + 1]);
            }
    }
}

/* Fill rows of `out` from those of `in`: of each tile the three after the first two of the seven rows from its place on. `values` is room for
   those of all tiles, and of as many more as are multiplied at once. */
INLINE void convolve_body(const Layer *layer, const int16_t *in, int16_t *out, const int32_t *places, int tiles, int16_t *values,
                          void (*multiply)(const Layer *, int, const int16_t *, Sums *)) {
    const int width = POINTS * layer->inputs;
    Sums sums[POINTS] ALIGNED;
    for (int tile = 0; tile < tiles; tile++) evaluate(in + (int64_t)places[tile] * layer->inputs, values + (int64_t)tile * width, layer->inputs);
    for (int block = 0; block < layer->channels; block += BLOCK)
        for (int first = 0; first < tiles; first += TILES_AT_ONCE) {
            multiply(layer, block, values + (int64_t)first * width, sums);
            for (int tile = first; tile < tiles && tile < first + TILES_AT_ONCE; tile++)
                interpolate(layer, sums, block, tile - first, out + (int64_t)(places[tile] + EDGE) * layer->channels + block);
        }
}

static void convolve_plain(const Layer *layer, const int16_t *in, int16_t *out, const int32_t *places, int tiles, int16_t *values) {
    convolve_body(layer, in, out, places, tiles, values, multiply_plain);
}

#if X86
#include "convolve_x86.h"
#endif

static void look_up(const int8_t *words, const int8_t *shapes, int width, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *out, int way) {
    WAY(look_up, words, shapes, width, pieces, forms, count, out);
}

static void convolve(const Layer *layer, const int16_t *in, int16_t *out, const int32_t *places, int tiles, int16_t *values, int way) {
    WAY(convolve, layer, in, out, places, tiles, values);
}

#endif
