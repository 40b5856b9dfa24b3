/// Questions to a float; the answer is a `bool`.
public enum FloatTest: Sendable {
  case isNaN, isInfinite, isFinite
  /// Whether the sign is minus, also of -0.0 and nan.
  case signBit
}

/// Functions that give whole numbers; nan and infinities stay what they are, but for the sign.
public enum FloatRounding: Sendable {
  case floor, ceil, trunc
  /// To the nearest whole number, ties to the even one.
  case rint
  /// -1, 0, 1, or nan.
  case sign
}

/// Functions of two floats that have no derivative worth the name.
public enum FloatPairing: Sendable {
  /// The whole number of y in x, rounded down; by 0 the infinity or nan that x/y is.
  case floorDivide
  /// What C's `fmod` leaves: of the sign of x.
  case fmod
  /// x with the sign of y.
  case copySign
  /// The next float after x in the direction of y.
  case nextAfter
  /// 0, y or 1, where x is below, at or above 0.
  case heaviside
  /// The greater or lesser, of which a nan is neither.
  case fmax, fmin
}

extension NDArray {
  /// - Parameter x: `float64`. Gives a `bool` array of its shape.
  public static func test(_ test: FloatTest, _ x: NDArray) throws(ArrayError) -> NDArray {
    switch test {
    case .isNaN: try map(x) { (a: Double) in UInt8(a.isNaN ? 1 : 0) }
    case .isInfinite: try map(x) { (a: Double) in UInt8(a.isInfinite ? 1 : 0) }
    case .isFinite: try map(x) { (a: Double) in UInt8(a.isFinite ? 1 : 0) }
    case .signBit: try map(x) { (a: Double) in UInt8(a.sign == .minus ? 1 : 0) }
    }
  }

  /// - Parameter x: `float64`. Gives a `float64` array of its shape.
  public static func rounded(_ rounding: FloatRounding, _ x: NDArray) throws(ArrayError) -> NDArray
  {
    switch rounding {
    case .floor: try map(x) { (a: Double) in a.rounded(.down) }
    case .ceil: try map(x) { (a: Double) in a.rounded(.up) }
    case .trunc: try map(x) { (a: Double) in a.rounded(.towardZero) }
    case .rint: try map(x) { (a: Double) in a.rounded(.toNearestOrEven) }
    case .sign: try map(x) { (a: Double) in a > 0 ? 1 : a < 0 ? -1 : a == 0 ? 0 : a }
    }
  }

  /// - Parameters:
  ///   - x: `float64`.
  ///   - y: `float64`; the two broadcast.
  public static func pairing(
    _ pairing: FloatPairing, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    switch pairing {
    case .floorDivide: try mapSlowly(x, y) { (a: Double, b: Double) in floorQuotient(a, b) }
    case .fmod:
      try mapSlowly(x, y) { (a: Double, b: Double) in a.truncatingRemainder(dividingBy: b) }
    case .copySign:
      try mapSlowly(x, y) { (a: Double, b: Double) in Double(signOf: b, magnitudeOf: a) }
    case .nextAfter:
      try mapSlowly(x, y) { (a: Double, b: Double) in nextFloat(after: a, towards: b) }
    case .heaviside:
      try mapSlowly(x, y) { (a: Double, b: Double) in a == 0 ? b : a < 0 ? 0 : a > 0 ? 1 : a }
    case .fmax: try mapSlowly(x, y) { (a: Double, b: Double) in a > b || b.isNaN ? a : b }
    case .fmin: try mapSlowly(x, y) { (a: Double, b: Double) in a < b || b.isNaN ? a : b }
    }
  }

  /// 1 where the element is 0.
  ///
  /// - Parameter x: any dtype. Gives a `bool` array of its shape.
  public static func logicalNot(_ x: NDArray) throws(ArrayError) -> NDArray {
    switch x.dtype {
    case .float64: try map(x) { (a: Double) in UInt8(a == 0 ? 1 : 0) }
    case .int64: try map(x) { (a: Int64) in UInt8(a == 0 ? 1 : 0) }
    case .bool: try map(x) { (a: UInt8) in 1 - a }
    }
  }
}

/// As Python's `//`: from the exact remainder, so that the quotient is never off by one through the
/// rounding of x/y.
func floorQuotient(_ x: Double, _ y: Double) -> Double {
  if y == 0 { return x / y }
  let remainder = x.truncatingRemainder(dividingBy: y)
  var quotient = (x - remainder) / y
  if remainder != 0 && (remainder < 0) != (y < 0) { quotient -= 1 }
  if quotient == 0 { return Double(signOf: x / y, magnitudeOf: 0) }
  let whole = quotient.rounded(.down)
  return quotient - whole > 0.5 ? whole + 1 : whole
}

private func nextFloat(after x: Double, towards y: Double) -> Double {
  if x.isNaN || y.isNaN { return .nan }
  if x == y { return y }
  if x == 0 { return Double(signOf: y, magnitudeOf: .leastNonzeroMagnitude) }
  return y > x ? x.nextUp : x.nextDown
}
