// Loops for each way in which operands lie, so that each of them can be compiled to wide registers.

#define LOOP for (ptrdiff_t i = 0; i < count; i++)

#define BINARY_LOOPS(NAME, TYPE, VALUE)                                                    \
  INLINE void NAME(                                                                        \
      ptrdiff_t count, const double *restrict x, ptrdiff_t xStep, const double *restrict y, \
      ptrdiff_t yStep, TYPE *restrict to) {                                                \
    if (xStep == 1 && yStep == 1) {                                                        \
      LOOP {                                                                               \
        double a = x[i], b = y[i];                                                         \
        to[i] = VALUE;                                                                     \
      }                                                                                    \
    } else if (xStep == 1 && yStep == 0) {                                                 \
      double b = y[0];                                                                     \
      LOOP {                                                                               \
        double a = x[i];                                                                   \
        to[i] = VALUE;                                                                     \
      }                                                                                    \
    } else if (xStep == 0 && yStep == 1) {                                                 \
      double a = x[0];                                                                     \
      LOOP {                                                                               \
        double b = y[i];                                                                   \
        to[i] = VALUE;                                                                     \
      }                                                                                    \
    } else {                                                                               \
      LOOP {                                                                               \
        double a = x[i * xStep], b = y[i * yStep];                                         \
        to[i] = VALUE;                                                                     \
      }                                                                                    \
    }                                                                                      \
  }

BINARY_LOOPS(addLoop, double, a + b)
BINARY_LOOPS(subtractLoop, double, a - b)
BINARY_LOOPS(multiplyLoop, double, a * b)
BINARY_LOOPS(divideLoop, double, a / b)
BINARY_LOOPS(maximumLoop, double, ((a > b) | (a != a)) ? a : b)
BINARY_LOOPS(minimumLoop, double, ((a < b) | (a != a)) ? a : b)
BINARY_LOOPS(lessLoop, uint8_t, a < b)
BINARY_LOOPS(lessOrEqualLoop, uint8_t, a <= b)
BINARY_LOOPS(equalLoop, uint8_t, a == b)
BINARY_LOOPS(notEqualLoop, uint8_t, a != b)

static void binary(
    KernelBinary op, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep, double *to) {
  switch (op) {
    case KernelAdd: return addLoop(count, x, xStep, y, yStep, to);
    case KernelSubtract: return subtractLoop(count, x, xStep, y, yStep, to);
    case KernelMultiply: return multiplyLoop(count, x, xStep, y, yStep, to);
    case KernelDivide: return divideLoop(count, x, xStep, y, yStep, to);
    case KernelMaximum: return maximumLoop(count, x, xStep, y, yStep, to);
    case KernelMinimum: return minimumLoop(count, x, xStep, y, yStep, to);
  }
}

static void compare(
    KernelComparison op, ptrdiff_t count, const double *x, ptrdiff_t xStep, const double *y,
    ptrdiff_t yStep, uint8_t *to) {
  switch (op) {
    case KernelLess: return lessLoop(count, x, xStep, y, yStep, to);
    case KernelLessOrEqual: return lessOrEqualLoop(count, x, xStep, y, yStep, to);
    case KernelEqual: return equalLoop(count, x, xStep, y, yStep, to);
    case KernelNotEqual: return notEqualLoop(count, x, xStep, y, yStep, to);
    case KernelGreaterOrEqual: return lessOrEqualLoop(count, y, yStep, x, xStep, to);
    case KernelGreater: return lessLoop(count, y, yStep, x, xStep, to);
  }
}

#define UNARY_LOOPS(NAME, VALUE)                                                             \
  INLINE void NAME(                                                                          \
      ptrdiff_t count, const double *restrict x, ptrdiff_t xStep, double *restrict to) {     \
    if (xStep == 1) {                                                                        \
      LOOP {                                                                                 \
        double a = x[i];                                                                     \
        to[i] = VALUE;                                                                       \
      }                                                                                      \
    } else {                                                                                 \
      LOOP {                                                                                 \
        double a = x[i * xStep];                                                             \
        to[i] = VALUE;                                                                       \
      }                                                                                      \
    }                                                                                        \
  }

UNARY_LOOPS(negateLoop, -a)
UNARY_LOOPS(absoluteLoop, __builtin_fabs(a))
UNARY_LOOPS(squareLoop, a * a)
UNARY_LOOPS(reciprocalLoop, 1 / a)

// Without `errno` the compiler has instructions for it, but it does not know that nobody reads it.
INLINE void squareRootLoop(
    ptrdiff_t count, const double *restrict x, ptrdiff_t xStep, double *restrict to) {
  ptrdiff_t i = 0;
  if (xStep == 1) {
    for (; i + LANES <= count; i += LANES) store(to + i, __builtin_elementwise_sqrt(load(x + i)));
  }
  for (; i < count; i++) to[i] = __builtin_elementwise_sqrt(x[i * xStep]);
}

/// A function of a register of floats, on any number of them.
#define VECTOR_LOOP(NAME, FUNCTION)                                                \
  INLINE void NAME(ptrdiff_t count, const double *x, ptrdiff_t xStep, double *to) { \
    ptrdiff_t i = 0;                                                               \
    if (xStep == 1) {                                                              \
      for (; i + LANES <= count; i += LANES) store(to + i, FUNCTION(load(x + i))); \
    }                                                                              \
    for (; i < count; i += LANES) {                                                \
      ptrdiff_t left = count - i < LANES ? count - i : LANES;                      \
      Vector values = {0};                                                         \
      for (ptrdiff_t j = 0; j < left; j++) values[j] = x[(i + j) * xStep];         \
      values = FUNCTION(values);                                                   \
      for (ptrdiff_t j = 0; j < left; j++) to[i + j] = values[j];                  \
    }                                                                              \
  }

VECTOR_LOOP(expLoop, expOfVector)
VECTOR_LOOP(tanhLoop, tanhOfVector)

static void unary(KernelUnary op, ptrdiff_t count, const double *x, ptrdiff_t xStep, double *to) {
  switch (op) {
    case KernelNegate: return negateLoop(count, x, xStep, to);
    case KernelAbsolute: return absoluteLoop(count, x, xStep, to);
    case KernelSquare: return squareLoop(count, x, xStep, to);
    case KernelReciprocal: return reciprocalLoop(count, x, xStep, to);
    case KernelSquareRoot: return squareRootLoop(count, x, xStep, to);
    case KernelExp: return expLoop(count, x, xStep, to);
    case KernelTanh: return tanhLoop(count, x, xStep, to);
  }
}

static void selectByTest(
    ptrdiff_t count, const uint8_t *restrict test, ptrdiff_t testStep, const double *restrict x,
    ptrdiff_t xStep, const double *restrict y, ptrdiff_t yStep, double *restrict to) {
  if (testStep == 1 && xStep == 1 && yStep == 1) {
    LOOP {
      double a = x[i], b = y[i];
      to[i] = test[i] ? a : b;
    }
  } else if (testStep == 1 && xStep == 1 && yStep == 0) {
    double b = y[0];
    LOOP {
      double a = x[i];
      to[i] = test[i] ? a : b;
    }
  } else if (testStep == 1 && xStep == 0 && yStep == 1) {
    double a = x[0];
    LOOP {
      double b = y[i];
      to[i] = test[i] ? a : b;
    }
  } else {
    LOOP to[i] = test[i * testStep] ? x[i * xStep] : y[i * yStep];
  }
}

static void accumulate(ptrdiff_t count, const double *restrict x, double *restrict to) {
  LOOP to[i] += x[i];
}
