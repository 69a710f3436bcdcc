/* Sums a unit, in single precision: rows of tables, and products with rows of weights. Each lane is a sum of its own, in the order in which
   its terms and inputs stand, so that how many are computed at once changes nothing. Inputs that are 0 add nothing and are passed over; most
   of those that were rectified are. */
#ifndef FORELOOK_DENSE_H
#define FORELOOK_DENSE_H

#include "ways.h"

enum { MOST_TERMS = 4, MOST_PRODUCTS = 4 };
/* Inputs whose places are kept at once; and as many more as a vector of places holds, which is stored whole. */
enum { MOST_INPUTS = 1024, MORE_INPUTS = 16 };

typedef struct {
    const float *table;  /* [][outputs] */
    const int64_t *rows; /* of each unit its row */
} Term;

typedef struct {
    const float *inputs;  /* [][width] */
    const int64_t *rows;  /* of each unit its row of inputs, -1 for none; the unit's own where this is NULL */
    const float *weights; /* [width][outputs] */
    int width;
} Product;

typedef struct {
    Term terms[MOST_TERMS];
    Product products[MOST_PRODUCTS];
    int term_count;
    int product_count;
    int outputs;
    int rectify; /* whether what is below 0 becomes 0 */
} Sum;

/* The inputs of a unit from `first` on, NULL for none. */
INLINE const float *inputs_of(const Product *product, int64_t unit, int first) {
    const int64_t row = product->rows ? product->rows[unit] : unit;
    return row < 0 ? 0 : product->inputs + row * product->width + first;
}

INLINE void add_terms(const Sum *sum, int64_t unit, float *restrict sums) {
    memset(sums, 0, sum->outputs * sizeof *sums);
    for (int term = 0; term < sum->term_count; term++) {
        const float *row = sum->terms[term].table + sum->terms[term].rows[unit] * sum->outputs;
        for (int k = 0; k < sum->outputs; k++) sums[k] += row[k];
    }
}

INLINE void rectify(float *sums, int outputs) {
    for (int k = 0; k < outputs; k++) sums[k] = sums[k] > 0 ? sums[k] : 0;
}

#if defined(__GNUC__) || defined(__clang__)
typedef float Eight __attribute__((vector_size(32), aligned(4), may_alias));
#define ADD_SCALED(sums, value, row) (sums) += (value) * *(const Eight *)(row)
#else
typedef struct { float lanes[8]; } Eight;
#define ADD_SCALED(sums, value, row) for (int lane = 0; lane < 8; lane++) (sums).lanes[lane] += (value) * (row)[lane]
#endif

/* Fill `places` with where inputs are not 0; return how many. */
INLINE int find_inputs(const float *inputs, int count, int32_t *places) {
    int found = 0;
    for (int k = 0; k < count; k++) {
        places[found] = k;
        found += inputs[k] != 0;
    }
    return found;
}

/* Add the inputs at `places` times their rows of weights[][outputs] to sums[outputs]. */
INLINE void add_rows(const float *inputs, const int32_t *places, int count, const float *weights, int outputs, float *sums) {
    const int rest = outputs - outputs % BLOCK;
    for (int first = 0; first < rest; first += BLOCK) {
        Eight *block = (Eight *)(sums + first), a = block[0], b = block[1], c = block[2], d = block[3];
        for (int k = 0; k < count; k++) {
            const float value = inputs[places[k]], *row = weights + (int64_t)places[k] * outputs + first;
            ADD_SCALED(a, value, row);
            ADD_SCALED(b, value, row + 8);
            ADD_SCALED(c, value, row + 16);
            ADD_SCALED(d, value, row + 24);
        }
        block[0] = a, block[1] = b, block[2] = c, block[3] = d;
    }
    for (int k = 0; k < count && rest < outputs; k++)
        for (int c = rest; c < outputs; c++) sums[c] += inputs[places[k]] * weights[(int64_t)places[k] * outputs + c];
}

INLINE void add_up_body(const Sum *sum, int64_t units, float *sums) {
    int32_t places[MOST_INPUTS];
    for (int64_t unit = 0; unit < units; unit++, sums += sum->outputs) {
        add_terms(sum, unit, sums);
        for (const Product *product = sum->products; product < sum->products + sum->product_count; product++)
            for (int first = 0; first < product->width; first += MOST_INPUTS) {
                const float *own = inputs_of(product, unit, first);
                const int count = product->width - first < MOST_INPUTS ? product->width - first : MOST_INPUTS;
                if (own) add_rows(own, places, find_inputs(own, count, places), product->weights + (int64_t)first * sum->outputs, sum->outputs, sums);
            }
        if (sum->rectify) rectify(sums, sum->outputs);
    }
}

static void add_up_plain(const Sum *sum, int64_t units, float *sums) { add_up_body(sum, units, sums); }

#if X86
#include "dense_x86.h"
#endif

static void add_up(const Sum *sum, int64_t units, float *sums, int way) {
    WAY(add_up, sum, units, sums);
}

#endif
