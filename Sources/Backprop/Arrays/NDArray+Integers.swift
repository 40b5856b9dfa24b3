/// Arithmetic of whole numbers, which wraps around at 64 bits as NumPy's does.
public enum IntegerOperation: Sendable {
  case add, subtract, multiply
  /// Rounded down; by 0 it is 0.
  case floorDivide
  /// What floor division leaves, of the sign of the divisor; by 0 it is 0.
  case modulo
  case power
  case and, or, xor
  /// By 64 places and more nothing is left but, to the right, the sign.
  case shiftLeft, shiftRight
  case maximum, minimum
  case gcd, lcm

  // Of one operand.
  case negate, invert, absolute, sign, square
}

extension NDArray {
  /// - Parameters:
  ///   - x: `int64`, or `bool` for what NumPy has there: and, or, xor, maximum, minimum, add (which is
  ///     or) and multiply (which is and).
  ///   - y: of the dtype of x; the two broadcast. Gives that dtype.
  /// - Throws: `value` for a power with a negative exponent.
  public static func integers(
    _ op: IntegerOperation, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    if x.dtype == .bool { return try truths(op, x, y) }
    switch op {
    case .add: return try map(x, y) { (a: Int64, b: Int64) in a &+ b }
    case .subtract: return try map(x, y) { (a: Int64, b: Int64) in a &- b }
    case .multiply: return try map(x, y) { (a: Int64, b: Int64) in a &* b }
    case .and: return try map(x, y) { (a: Int64, b: Int64) in a & b }
    case .or: return try map(x, y) { (a: Int64, b: Int64) in a | b }
    case .xor: return try map(x, y) { (a: Int64, b: Int64) in a ^ b }
    case .maximum: return try map(x, y) { (a: Int64, b: Int64) in a > b ? a : b }
    case .minimum: return try map(x, y) { (a: Int64, b: Int64) in a < b ? a : b }
    case .floorDivide:
      return try mapSlowly(x, y) { (a: Int64, b: Int64) in floorDivided(a, b).quotient }
    case .modulo:
      return try mapSlowly(x, y) { (a: Int64, b: Int64) in floorDivided(a, b).remainder }
    case .shiftLeft: return try mapSlowly(x, y) { (a: Int64, b: Int64) in shiftedLeft(a, b) }
    case .shiftRight: return try mapSlowly(x, y) { (a: Int64, b: Int64) in shiftedRight(a, b) }
    case .gcd: return try mapSlowly(x, y) { (a: Int64, b: Int64) in greatestCommonDivisor(a, b) }
    case .lcm: return try mapSlowly(x, y) { (a: Int64, b: Int64) in leastCommonMultiple(a, b) }
    case .power:
      try y.refuseNegativeExponents(resultCount: count(of: broadcastShape(x.shape, y.shape)))
      return try mapSlowly(x, y) { (a: Int64, b: Int64) in integerPower(a, b) }
    case .negate, .invert, .absolute, .sign, .square: return try integers(op, x)
    }
  }

  /// - Parameter x: `int64`, or `bool` for absolute and invert (which is not). Gives its dtype.
  public static func integers(_ op: IntegerOperation, _ x: NDArray) throws(ArrayError) -> NDArray {
    if x.dtype == .bool {
      return op == .invert ? try map(x) { (a: UInt8) in 1 - a } : try x.contiguousCopy()
    }
    switch op {
    case .negate: return try map(x) { (a: Int64) in 0 &- a }
    case .invert: return try map(x) { (a: Int64) in ~a }
    case .absolute: return try map(x) { (a: Int64) in a < 0 ? 0 &- a : a }
    case .sign: return try map(x) { (a: Int64) in a.signum() }
    case .square: return try map(x) { (a: Int64) in a &* a }
    default: return try integers(op, x, x)
    }
  }

  private static func truths(
    _ op: IntegerOperation, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    switch op {
    case .and, .multiply, .minimum: try map(x, y) { (a: UInt8, b: UInt8) in a & b }
    case .xor, .subtract: try map(x, y) { (a: UInt8, b: UInt8) in a ^ b }
    default: try map(x, y) { (a: UInt8, b: UInt8) in a | b }
    }
  }

  private func refuseNegativeExponents(resultCount: Int) throws(ArrayError) {
    var isNegative = false
    let exponents = pointer(Int64.self)
    if resultCount > 0 { forEachOffset { isNegative = isNegative || exponents[$0] < 0 } }
    if isNegative {
      throw .value("Integers to negative integer powers are not allowed.")
    }
  }
}

private func floorDivided(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
  if b == 0 { return (0, 0) }
  // The one quotient beyond 64 bits wraps around.
  if b == -1 { return (0 &- a, 0) }
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  return remainder != 0 && (remainder < 0) != (b < 0)
    ? (quotient - 1, remainder + b) : (quotient, remainder)
}

private func shiftedLeft(_ a: Int64, _ b: Int64) -> Int64 {
  UInt64(bitPattern: b) < 64 ? a &<< b : 0
}

private func shiftedRight(_ a: Int64, _ b: Int64) -> Int64 {
  UInt64(bitPattern: b) < 64 ? a &>> b : a < 0 ? -1 : 0
}

private func greatestCommonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
  var (x, y) = (a.magnitude, b.magnitude)
  while y != 0 { (x, y) = (y, x % y) }
  return Int64(truncatingIfNeeded: x)
}

private func leastCommonMultiple(_ a: Int64, _ b: Int64) -> Int64 {
  let divisor = UInt64(bitPattern: greatestCommonDivisor(a, b))
  return divisor == 0 ? 0 : Int64(truncatingIfNeeded: a.magnitude / divisor &* b.magnitude)
}

/// By squaring; wraps around.
private func integerPower(_ base: Int64, _ exponent: Int64) -> Int64 {
  var (result, factor, left) = (Int64(1), base, exponent)
  while left > 0 {
    if left & 1 == 1 { result &*= factor }
    factor &*= factor
    left >>= 1
  }
  return result
}
