#define SET Baseline
#if defined(__aarch64__)
// 32 registers of two floats.
#define TILE_ROWS 6
#else
#define TILE_ROWS 2
#endif
#define LANES 2
#define TILE_VECTORS 4
#include "set.h"
