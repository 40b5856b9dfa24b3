// One entry for each loop of a set.

#ifndef C_KERNELS_TABLE_H
#define C_KERNELS_TABLE_H

#include "CKernels.h"

typedef struct KernelTable {
  void (*binary)(
      KernelBinary, ptrdiff_t, const double *, ptrdiff_t, const double *, ptrdiff_t, double *);
  void (*unary)(KernelUnary, ptrdiff_t, const double *, ptrdiff_t, double *);
  void (*compare)(
      KernelComparison, ptrdiff_t, const double *, ptrdiff_t, const double *, ptrdiff_t, uint8_t *);
  void (*select)(
      ptrdiff_t, const uint8_t *, ptrdiff_t, const double *, ptrdiff_t, const double *, ptrdiff_t,
      double *);
  void (*accumulate)(ptrdiff_t, const double *, double *);
  double (*pairwiseSum)(ptrdiff_t, const double *);
  void (*matrixProduct)(
      ptrdiff_t, ptrdiff_t, ptrdiff_t, KernelMatrix, KernelMatrix, double *, double *);
} KernelTable;

enum {
  /// The columns and the rows of the blocks in which a product is computed, at most.
  kernelBlockColumns = 1024,
  kernelBlockRows = 96,
  /// From so many columns on the left operand is copied too.
  kernelTiledColumns = 256,
};

/// Whether a product is of no more than a million multiplications.
int kernelProductIsSmall(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns);

/// How far a block of a product goes in the inner index from `start` on: to the end for small products,
/// else 384 or what halves the rest well.
ptrdiff_t kernelBlockDepth(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, ptrdiff_t start);

extern const KernelTable kernelTableBaseline;

#if defined(__x86_64__)
extern const KernelTable kernelTableAVX2;
extern const KernelTable kernelTableAVX512;
#endif

#endif
