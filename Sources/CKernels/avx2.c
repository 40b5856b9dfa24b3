#if defined(__x86_64__)
#define SET AVX2
#define LANES 4
// 12 sums, 2 columns and a factor in 16 registers of four floats.
#define TILE_ROWS 6
#define TILE_VECTORS 2
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "set.h"
#pragma clang attribute pop
#endif
