import BigInt

/// Division and rounding of integers of any size.
enum IntegerDivision {
  /// Python's `//` and `%` by what is not 0: the quotient rounds down, the remainder has the
  /// divisor's sign.
  static func floor(_ x: BigInt, _ y: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    if remainder != 0, (remainder < 0) != (y < 0) { return (quotient - 1, remainder + y) }
    return (quotient, remainder)
  }

  /// Python's `>>`: rounds down.
  static func shiftRight(_ x: BigInt, _ count: Int) -> BigInt {
    x < 0 ? -((-x - 1) >> count) - 1 : x >> count
  }

  /// Python's `/`: the float nearest to the true quotient, a half to the even one.
  ///
  /// The quotient is taken to two or three bits more than the result has, with a sticky last one, and
  /// then rounds once; below 2⁻¹⁰²² the result has fewer bits, and so has the quotient.
  static func trueQuotient(_ x: BigInt, _ y: BigInt) throws(Interruption) -> Double {
    if y == 0 { throw .raised(.zeroDivision, "division by zero") }
    if x == 0 { return (y < 0) ? -0.0 : 0 }
    let isNegative = (x < 0) != (y < 0)
    let difference = x.magnitude.bitWidth - y.magnitude.bitWidth
    if difference > 1_024 { throw tooLarge }
    if difference < -1_076 { return isNegative ? -0.0 : 0 }
    let shift = max(difference, smallestExponent) - 55
    let (numerator, denominator) =
      shift <= 0 ? (x.magnitude << -shift, y.magnitude) : (x.magnitude, y.magnitude << shift)
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    var bits = UInt64(quotient)
    let width = UInt64.bitWidth - bits.leadingZeroBitCount
    let surplus = UInt64(max(width, smallestExponent - shift) - 53)
    let half = UInt64(1) << (surplus - 1)
    let low = bits | (remainder == 0 ? 0 : 1)
    if low & half != 0, low & (3 * half - 1) != 0 { bits += half }
    bits &= ~(2 * half - 1)
    let value = scaled(Double(bits), by: shift)
    if value.isInfinite { throw tooLarge }
    return isNegative ? -value : value
  }

  /// The exponent of the smallest normal float, taken as a fraction below 1.
  private static let smallestExponent = -1_021

  private static var tooLarge: Interruption {
    .raised(.overflow, "integer division result too large for a float")
  }

  /// The float nearest to an integer, a half to the even one; infinite when it is too large.
  static func nearestDouble(_ value: BigInt) -> Double {
    let width = value.magnitude.bitWidth
    if width <= UInt64.bitWidth {
      let exact = Double(UInt64(value.magnitude))
      return value < 0 ? -exact : exact
    }
    if width > 1_024 { return value < 0 ? -.infinity : .infinity }
    let shift = width - UInt64.bitWidth
    var bits = UInt64(value.magnitude >> shift)
    if value.magnitude.trailingZeroBitCount < shift { bits |= 1 }
    let rounded = scaled(Double(bits), by: shift)
    return value < 0 ? -rounded : rounded
  }

  /// `value` · 2^`exponent`, in steps that are themselves floats; the caller rounded before, so that
  /// no step rounds.
  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    var (value, exponent) = (value, exponent)
    while exponent > 1_000 {
      value *= 0x1p1000
      exponent -= 1_000
    }
    while exponent < -1_000 {
      value *= 0x1p-1000
      exponent += 1_000
    }
    return value * Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
