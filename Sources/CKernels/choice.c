#include "table.h"

static const KernelTable *table = &kernelTableBaseline;
static KernelSet chosen = KernelSetBaseline;

int kernelChoose(KernelSet set) {
  const KernelTable *wanted = 0;
  switch (set) {
    case KernelSetBaseline:
      wanted = &kernelTableBaseline;
      break;
#if defined(__x86_64__)
    case KernelSetAVX2:
      if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        wanted = &kernelTableAVX2;
      }
      break;
    case KernelSetAVX512:
      if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) {
        wanted = &kernelTableAVX512;
      }
      break;
#endif
    default:
      break;
  }
  if (!wanted) return 0;
  table = wanted;
  chosen = set;
  return 1;
}

KernelSet kernelChosen(void) { return chosen; }

// Before `main`, so that no thread ever sees the choice change.
__attribute__((constructor)) static void chooseBest(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
#endif
  if (!kernelChoose(KernelSetAVX512)) kernelChoose(KernelSetAVX2);
}

void kernelBinary(
    KernelBinary op, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep, double *to) {
  table->binary(op, count, x, xStep, y, yStep, to);
}

void kernelUnary(KernelUnary op, ptrdiff_t count, const double *x, ptrdiff_t xStep, double *to) {
  table->unary(op, count, x, xStep, to);
}

void kernelCompare(
    KernelComparison op, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep, uint8_t *to) {
  table->compare(op, count, x, xStep, y, yStep, to);
}

void kernelSelect(
    ptrdiff_t count, const uint8_t *test, ptrdiff_t testStep, const double *x, ptrdiff_t xStep,
    const double *y, ptrdiff_t yStep, double *to) {
  table->select(count, test, testStep, x, xStep, y, yStep, to);
}

void kernelAccumulate(ptrdiff_t count, const double *x, double *to) {
  table->accumulate(count, x, to);
}

double kernelPairwiseSum(ptrdiff_t count, const double *x) { return table->pairwiseSum(count, x); }

void kernelMatrixProduct(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c,
    double *room) {
  table->matrixProduct(rows, inner, columns, a, b, c, room);
}

int kernelProductIsSmall(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
  return inner == 0 || rows * columns <= 1000000 / inner;
}

ptrdiff_t kernelBlockDepth(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, ptrdiff_t start) {
  ptrdiff_t left = inner - start;
  if (kernelProductIsSmall(rows, inner, columns) || left <= 384) return left;
  return left >= 768 ? 384 : (left / 2 + 15) & ~(ptrdiff_t)15;
}

ptrdiff_t kernelMatrixProductRoom(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns) {
  if (rows == 1 || columns == 1 || inner == 0) return 2 * inner;
  ptrdiff_t depth = kernelBlockDepth(rows, inner, columns, 0);
  if (columns < kernelTiledColumns) return ((columns + 15) & ~(ptrdiff_t)15) * depth;
  return (kernelBlockColumns + kernelBlockRows) * depth;
}
