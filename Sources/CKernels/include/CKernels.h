// The numeric loops that need wide registers. Each stands in the sources once and is compiled for
// several instruction sets, of which the best that the processor has is chosen when the program starts.
//
// Results are the same to the bit whatever is chosen: every element goes through the same operations
// in the same order, products and sums are fused only where `fma` is written, and a fused operation
// that the processor does not have is computed by the C library.
//
// Steps are in elements. Results are written one after another and overlap no operand.

#ifndef C_KERNELS_H
#define C_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// MARK: Element by element

/// What is done to two floats.
typedef enum KernelBinary {
  KernelAdd,
  KernelSubtract,
  KernelMultiply,
  KernelDivide,
  /// The second where both are equal; nan where one is.
  KernelMaximum,
  KernelMinimum,
} KernelBinary;

/// What is done to one float.
typedef enum KernelUnary {
  KernelNegate,
  KernelAbsolute,
  KernelSquare,
  KernelReciprocal,
  KernelSquareRoot,
  /// Within 0.52 units in the last place of the true value; the steps of the GNU library's `exp`, so
  /// that values agree with it to the bit.
  KernelExp,
  /// Within 0.53 units in the last place of the true value.
  KernelTanh,
} KernelUnary;

typedef enum KernelComparison {
  KernelLess,
  KernelLessOrEqual,
  KernelEqual,
  KernelNotEqual,
  KernelGreaterOrEqual,
  KernelGreater,
} KernelComparison;

/// `to[i] = x[i * xStep] op y[i * yStep]`; a step is 0 for an operand that is repeated.
void kernelBinary(
    KernelBinary op, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep, double *to);

void kernelUnary(KernelUnary op, ptrdiff_t count, const double *x, ptrdiff_t xStep, double *to);

/// Writes 0 or 1.
void kernelCompare(
    KernelComparison op, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep, uint8_t *to);

/// `to[i] = test[i * testStep] ? x[i * xStep] : y[i * yStep]`.
void kernelSelect(
    ptrdiff_t count, const uint8_t *test, ptrdiff_t testStep, const double *x, ptrdiff_t xStep,
    const double *y, ptrdiff_t yStep, double *to);

/// `to[i] += x[i]`.
void kernelAccumulate(ptrdiff_t count, const double *x, double *to);

// MARK: Sums

/// The sum of elements one after another: of fewer than 8 from the first to the last, of up to 128 by
/// eight running sums, of more by halves. NumPy's order.
double kernelPairwiseSum(ptrdiff_t count, const double *x);

// MARK: Products

/// A matrix in memory.
typedef struct KernelMatrix {
  const double *start;
  ptrdiff_t rowStep;
  ptrdiff_t columnStep;
} KernelMatrix;

/// How many floats `kernelMatrixProduct` wants for itself.
ptrdiff_t kernelMatrixProductRoom(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns);

/// c = a·b, c in row-major order.
///
/// The order of each sum depends on the sizes and on which index of an operand has step 1, never on the
/// processor. In general an element is a chain of fused multiply-adds over the inner index, in products
/// of more than a million such operations one for each block of up to 400, the chains added in order.
/// It is the order of OpenBLAS 0.3 on processors with AVX-512: products are NumPy's to the bit there,
/// but for the last rows and columns of some large ones and for vectors of more than 4,096.
void kernelMatrixProduct(
    ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, KernelMatrix a, KernelMatrix b, double *c,
    double *room);

// MARK: Choice

/// The instruction sets for which the loops are compiled.
typedef enum KernelSet {
  /// What every processor of the platform has.
  KernelSetBaseline,
  /// AVX2 with fused multiply-add.
  KernelSetAVX2,
  KernelSetAVX512,
} KernelSet;

/// Takes another set, for tests; gives back whether the processor has it.
int kernelChoose(KernelSet set);

/// The set that is in use.
KernelSet kernelChosen(void);

#endif
