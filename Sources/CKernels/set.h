// The loops for one instruction set. The file that includes this defines
//
//   SET           its name
//   LANES         how many floats a register holds
//   TILE_ROWS     the rows and
//   TILE_VECTORS  the registers a row of the part of a matrix product that stays in registers

#include "table.h"

// A compiler may not fuse what is not written as fused: results would depend on the set.
#pragma STDC FP_CONTRACT OFF

#define JOINED(a, b) a##b
#define JOIN(a, b) JOINED(a, b)

#define INLINE static inline __attribute__((always_inline))

#include "vectors.h"
#include "exponentials.h"
#include "elementwise.h"
#include "sums.h"
#include "products.h"

const KernelTable JOIN(kernelTable, SET) = {
    .binary = binary,
    .unary = unary,
    .compare = compare,
    .select = selectByTest,
    .accumulate = accumulate,
    .pairwiseSum = pairwiseSum,
    .matrixProduct = matrixProduct,
};
