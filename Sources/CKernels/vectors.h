// Registers of LANES floats.

typedef double Vector __attribute__((vector_size(LANES * 8)));
typedef double Unaligned __attribute__((vector_size(LANES * 8), aligned(8), may_alias));
typedef int64_t Integers __attribute__((vector_size(LANES * 8)));

INLINE Vector load(const double *x) { return *(const Unaligned *)x; }

INLINE void store(double *to, Vector x) { *(Unaligned *)to = x; }

INLINE Vector repeated(double x) {
  Vector result;
  for (int i = 0; i < LANES; i++) result[i] = x;
  return result;
}

/// a·b + c, rounded once.
#define fusedSum(a, b, c) __builtin_elementwise_fma(a, b, c)

/// Eight running sums take so many registers.
enum { eighth = 8 / LANES };

INLINE double sumOfSums(const Vector *sums) {
  double x[8];
  for (int i = 0; i < eighth; i++) store(x + i * LANES, sums[i]);
  return ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]));
}
