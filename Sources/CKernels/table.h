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
  double (*dot)(ptrdiff_t, const double *, ptrdiff_t, const double *, ptrdiff_t);
} KernelTable;

extern const KernelTable kernelTableBaseline;

#if defined(__x86_64__)
extern const KernelTable kernelTableAVX2;
extern const KernelTable kernelTableAVX512;
#endif

#endif
