/* The ways a machine can compute, all to the same results: loops are written once in C, and compiled for each kind of machine or written by hand
   with its vector instructions. Which of them is used is decided when the program runs. */
#ifndef FORELOOK_WAYS_H
#define FORELOOK_WAYS_H

#include <stdint.h>
#include <string.h>

#if defined(__GNUC__) || defined(__clang__)
#define INLINE static inline __attribute__((always_inline))
#define ALIGNED __attribute__((aligned(64)))
#define FETCH(place) __builtin_prefetch(place)
#else
#define INLINE static inline
#define ALIGNED
#define FETCH(place) (void)(place)
#endif

enum { BLOCK = 32 };            /* outputs, or channels, computed together; a layer of the network has a multiple of them */
enum { PLAIN, AVX2, AVX512 }; /* each with the instructions of those before it */

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include <immintrin.h>

#define X86 1
#define WITH_AVX2 __attribute__((target("avx2")))
#define WITH_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

/* Return the fastest way that the machine, and its operating system, can go. */
static int find_way(void) {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vnni"))
        return AVX512;
    return __builtin_cpu_supports("avx2") ? AVX2 : PLAIN;
}

#define WAY(name, ...)                                        \
    if (way == AVX512) { name##_avx512(__VA_ARGS__); return; } \
    if (way == AVX2) { name##_avx2(__VA_ARGS__); return; }     \
    name##_plain(__VA_ARGS__)
#else
#define X86 0
static int find_way(void) { return PLAIN; }
#define WAY(name, ...) (void)way; name##_plain(__VA_ARGS__)
#endif

#endif
