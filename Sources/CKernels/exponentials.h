// exp and tanh of a register of floats at once, of fused multiply-adds and the four operations only.

/// 2^(i/128) for i from 0 to 127: the relative error of the float nearest to it, as a float, and the bits
/// of that float with i subtracted where its exponent takes up i/128.
extern const uint64_t kernelPowersOfTwo[256];

// MARK: exp

// Source: the exponential function of Arm's optimized routines (S. Nagy, 2018), which the GNU library
// has too: x = k·(log 2)/128 + r with |r| ≤ (log 2)/256, exp(x) = 2^(k/128)·(1 + p(r)).

/// The float whose last bit is worth 1: adding it rounds to a whole number, found in the low bits.
#define roundingShift 0x1.8p52

#define expPolynomial(r, tail, FUSED, C)                                                    \
  FUSED(                                                                                    \
      ((r) * (r)) * ((r) * (r)), FUSED(r, C(0x1.1111167a4d017p-7), C(0x1.55555cf172b91p-5)), \
      FUSED(FUSED(C(0x1.555555555543cp-3), r, C(0x1.ffffffffffdbdp-2)), (r) * (r), (r) + (tail)))

/// exp(x) for numbers whose result may not be a normal float, and for nan.
static double expOfExtreme(double x) {
  if (x != x) return x;
  if (x > 1000) return __builtin_inf();
  if (x < -1000) return 0;
  double shifted = __builtin_fma(x, 0x1.71547652b82fep7, roundingShift);
  int64_t bits;
  __builtin_memcpy(&bits, &shifted, 8);
  double k = shifted - roundingShift;
  double r = __builtin_fma(k, -0x1.cf79abc9e3b3ap-47, __builtin_fma(k, -0x1.62e42fefa0000p-8, x));
  double tail, scale;
  __builtin_memcpy(&tail, &kernelPowersOfTwo[(bits & 127) * 2], 8);
#define SAME(c) c
  double p = expPolynomial(r, tail, __builtin_fma, SAME);
#undef SAME
  uint64_t scaleBits = kernelPowersOfTwo[(bits & 127) * 2 + 1] + ((uint64_t)bits << 45);
  if (k > 0) {
    scaleBits -= (uint64_t)1009 << 52;
    __builtin_memcpy(&scale, &scaleBits, 8);
    return 0x1p1009 * __builtin_fma(scale, p, scale);
  }
  scaleBits += (uint64_t)1022 << 52;
  __builtin_memcpy(&scale, &scaleBits, 8);
  double more = scale * p;
  double y = scale + more;
  if (y < 1) {
    // The result will have fewer bits: round once, to the bits that it will have.
    double low = scale - y + more;
    double high = 1 + y;
    low = 1 - high + y + low;
    y = (high + low) - 1;
    if (y == 0) return 0;
  }
  return 0x1p-1022 * y;
}

INLINE Vector expOfVector(Vector x) {
  Vector shifted = fusedSum(x, repeated(0x1.71547652b82fep7), repeated(roundingShift));
  Integers bits = (Integers)shifted;
  Vector k = shifted - roundingShift;
  Vector r = fusedSum(
      k, repeated(-0x1.cf79abc9e3b3ap-47), fusedSum(k, repeated(-0x1.62e42fefa0000p-8), x));
  Integers places = (bits & 127) * 2;
  Integers tails, scales;
#pragma clang loop unroll(full)
  for (int i = 0; i < LANES; i++) {
    tails[i] = (int64_t)kernelPowersOfTwo[places[i]];
    scales[i] = (int64_t)kernelPowersOfTwo[places[i] + 1];
  }
  Vector scale = (Vector)(scales + (bits << 45));
  Vector p = expPolynomial(r, (Vector)tails, fusedSum, repeated);
  Vector result = fusedSum(scale, p, scale);
  Integers isOrdinary = (x > -512) & (x < 709);
  if (!__builtin_reduce_and(isOrdinary)) {
    for (int i = 0; i < LANES; i++) {
      if (!isOrdinary[i]) result[i] = expOfExtreme(x[i]);
    }
  }
  return result;
}

// MARK: tanh

// tanh|x| = (e - 1)/(e + 1) with e = exp(2|x|) = 2ⁿ·(1 + p), 2|x| = n·log 2 + r, |r| ≤ (log 2)/2 and
// p = r + r²/2 + r³·q(r). Numerator, denominator and quotient are carried as sums of two floats, which
// leaves little more than the last rounding.

/// (exp(r) - 1 - r - r²/2)/r³ for |r| ≤ (log 2)/2, to 2⁻⁵⁷.
INLINE Vector cubicRest(Vector r) {
  Vector q = repeated(0x1.1f66d948a47d2p-29);
  q = fusedSum(q, r, repeated(0x1.af389ecfc4b9cp-26));
  q = fusedSum(q, r, repeated(0x1.27e4e1f7222cbp-22));
  q = fusedSum(q, r, repeated(0x1.71de0db2f6b19p-19));
  q = fusedSum(q, r, repeated(0x1.a01a01a47a591p-16));
  q = fusedSum(q, r, repeated(0x1.a01a01a7c2efep-13));
  q = fusedSum(q, r, repeated(0x1.6c16c16c167e2p-10));
  q = fusedSum(q, r, repeated(0x1.11111111109b5p-7));
  q = fusedSum(q, r, repeated(0x1.5555555555555p-5));
  return fusedSum(q, r, repeated(0x1.5555555555556p-3));
}

INLINE Vector tanhOfVector(Vector x) {
  Integers sign = (Integers)x & INT64_MIN;
  Vector y = 2 * (Vector)((Integers)x ^ sign);
  // From 19.1 on it is 1.
  Integers isLarge = y > 40;
  y = (Vector)((isLarge & (Integers)repeated(40)) | (~isLarge & (Integers)y));

  Vector shifted = fusedSum(y, repeated(0x1.71547652b82fep0), repeated(roundingShift));
  Vector n = shifted - roundingShift;
  Vector power = (Vector)(((Integers)shifted << 52) + ((int64_t)1023 << 52));
  // The first part of log 2 has so few bits that this product and difference are exact.
  Vector high = fusedSum(n, repeated(-0x1.62e42feep-1), y);
  Vector r = fusedSum(n, repeated(-0x1.a39ef35793c76p-33), high);
  Vector rest = fusedSum(n, repeated(-0x1.a39ef35793c76p-33), high - r);

  Vector square = r * r;
  Vector half = 0.5 * square;
  Vector p = r + half;
  Vector low = fusedSum(r * square, cubicRest(r), fusedSum(rest, r, rest)) +
              (fusedSum(repeated(0.5) * r, r, -half) + (half - (p - r)));
  p *= power;
  low *= power;

  Vector less = power - 1;
  Vector more = power + 1;
  Vector top = less + p;
  Vector topLow = (p - (top - less)) + (((power - less) - 1) + low);
  Vector bottom = more + p;
  Vector bottomLow = (p - (bottom - more)) + (((power - more) + 1) + low);
  Vector a = top + topLow;
  Vector aLow = topLow - (a - top);
  Vector b = bottom + bottomLow;
  Vector bLow = bottomLow - (b - bottom);

  Vector inverse = 1 / b;
  Vector quotient = a * inverse;
  Vector left = fusedSum(-quotient, b, a) + fusedSum(-quotient, bLow, aLow);
  Vector result = fusedSum(left, inverse, quotient);
  return (Vector)((Integers)result | sign);
}
