/// Python's floor division of floats: the remainder has the divisor's sign.
///
/// As CPython's `float_divmod`, so that the quotient is exact where `floor(x / y)` is not.
struct FloatDivision {
  let quotient: Double
  let remainder: Double

  /// `y` is not 0.
  init(_ x: Double, _ y: Double) {
    var remainder = x.truncatingRemainder(dividingBy: y)
    var quotient = (x - remainder) / y
    if remainder != 0 {
      if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
      }
    } else {
      remainder = Double(signOf: y, magnitudeOf: 0)
    }
    if quotient != 0 {
      let floor = quotient.rounded(.down)
      quotient = quotient - floor > 0.5 ? floor + 1 : floor
    } else {
      quotient = Double(signOf: x / y, magnitudeOf: 0)
    }
    self.quotient = quotient
    self.remainder = remainder
  }
}
