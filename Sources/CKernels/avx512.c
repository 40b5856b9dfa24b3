#if defined(__x86_64__)
#define SET AVX512
#define LANES 8
// 24 sums, 2 columns and a factor in 32 registers of eight floats.
#define TILE_ROWS 12
#define TILE_VECTORS 2
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx2,fma"))), apply_to = function)
#include "set.h"
#pragma clang attribute pop
#endif
