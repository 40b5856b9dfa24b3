import Backprop
import NeuronSyntax

/// Arithmetic on plain numbers, in line in the interpreter's loop.
///
/// Each gives `false` (or `nil`) where the general path must decide: other types, traced floats,
/// overflow of an integer, division by zero.
enum Fast {
  /// The number of a float that carries no tape entry, NumPy's or not, or of an integer.
  @inline(__always)
  private static func double(_ x: Value) -> Double? {
    if x.tag & ~Value.numpyFlag == Value.floatTag { return x.float }
    return x.tag == Value.intTag ? Double(x.int) : nil
  }

  /// The tag of a float computed from `x` and `y`: NumPy's when one of them is.
  @inline(__always)
  private static func tag(_ x: Value, _ y: Value) -> UInt64 {
    Value.floatTag | ((x.tag | y.tag) & Value.numpyFlag)
  }

  @inline(__always)
  private static func areInts(_ x: Value, _ y: Value) -> Bool {
    (x.tag ^ Value.intTag) | (y.tag ^ Value.intTag) == 0
  }

  @inline(__always)
  private static func arePlainFloats(_ x: Value, _ y: Value) -> Bool {
    (x.tag ^ Value.floatTag) | (y.tag ^ Value.floatTag) == 0
  }

  /// The numbers of an integer and a float, both plain, as in `1 + x`.
  @inline(__always)
  private static func plainMixed(_ x: Value, _ y: Value) -> (Double, Double)? {
    if x.tag == Value.intTag, y.tag == Value.floatTag { return (Double(x.int), y.float) }
    if x.tag == Value.floatTag, y.tag == Value.intTag { return (x.float, Double(y.int)) }
    return nil
  }

  @inline(__always)
  static func add(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    if areInts(x, y) {
      let (sum, overflow) = x.int.addingReportingOverflow(y.int)
      if overflow { return false }
      target.pointee = Value(sum)
      return true
    }
    if arePlainFloats(x, y) {
      target.pointee = Value(x.float + y.float)
      return true
    }
    if let (a, b) = plainMixed(x, y) {
      target.pointee = Value(a + b)
      return true
    }
    guard let a = double(x), let b = double(y) else { return false }
    target.pointee = Value(tag: tag(x, y), payload: (a + b).bitPattern)
    return true
  }

  @inline(__always)
  static func subtract(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    if areInts(x, y) {
      let (difference, overflow) = x.int.subtractingReportingOverflow(y.int)
      if overflow { return false }
      target.pointee = Value(difference)
      return true
    }
    if arePlainFloats(x, y) {
      target.pointee = Value(x.float - y.float)
      return true
    }
    if let (a, b) = plainMixed(x, y) {
      target.pointee = Value(a - b)
      return true
    }
    guard let a = double(x), let b = double(y) else { return false }
    target.pointee = Value(tag: tag(x, y), payload: (a - b).bitPattern)
    return true
  }

  @inline(__always)
  static func multiply(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    if areInts(x, y) {
      let (product, overflow) = x.int.multipliedReportingOverflow(by: y.int)
      if overflow { return false }
      target.pointee = Value(product)
      return true
    }
    if arePlainFloats(x, y) {
      target.pointee = Value(x.float * y.float)
      return true
    }
    if let (a, b) = plainMixed(x, y) {
      target.pointee = Value(a * b)
      return true
    }
    guard let a = double(x), let b = double(y) else { return false }
    target.pointee = Value(tag: tag(x, y), payload: (a * b).bitPattern)
    return true
  }

  /// Of two integers only where both are exact as floats.
  @inline(__always)
  static func divide(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    if arePlainFloats(x, y), y.float != 0 {
      target.pointee = Value(x.float / y.float)
      return true
    }
    if let (a, b) = plainMixed(x, y), b != 0 {
      target.pointee = Value(a / b)
      return true
    }
    guard let a = double(x), let b = double(y), b != 0 else { return false }
    if areInts(x, y), abs(a) >= 0x1p53 || abs(b) >= 0x1p53 { return false }
    target.pointee = Value(tag: tag(x, y), payload: (a / b).bitPattern)
    return true
  }

  @inline(__always)
  static func floorDivide(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    guard areInts(x, y), y.int > 0 else { return false }
    let (quotient, remainder) = x.int.quotientAndRemainder(dividingBy: y.int)
    target.pointee = Value(remainder < 0 ? quotient - 1 : quotient)
    return true
  }

  @inline(__always)
  static func modulo(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    guard areInts(x, y), y.int > 0 else { return false }
    let remainder = x.int % y.int
    target.pointee = Value(remainder < 0 ? remainder + y.int : remainder)
    return true
  }

  /// A number to the power 2.
  @inline(__always)
  static func square(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    guard y.isInt, y.int == 2 else { return false }
    if x.isInt { return multiply(x, x, target) }
    guard x.isPlainFloat, let square = Elementary.quickSquare(x.float) else { return false }
    target.pointee = Value(square)
    return true
  }

  /// Of floats, and of integers where a few multiplications do.
  @inline(__always)
  static func power(_ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    if areInts(x, y) { return integerPower(x.int, y.int, target) }
    guard let a = double(x), let b = double(y) else { return false }
    // All that Python has an error for gives nan or infinity here.
    let result = Elementary.pow(a, b)
    guard result.isFinite else { return false }
    target.pointee = Value(tag: tag(x, y), payload: result.bitPattern)
    return true
  }

  private static func integerPower(
    _ x: Int, _ exponent: Int, _ target: UnsafeMutablePointer<Value>
  ) -> Bool {
    guard exponent >= 0, exponent < 64 else { return false }
    var result = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: x)
      if overflow { return false }
      result = product
    }
    target.pointee = Value(result)
    return true
  }

  /// What a comparison of plain numbers gives, and whether something is `None`. Where a number is
  /// NumPy's, so is the result.
  @inline(__always)
  static func compare(_ comparison: ComparisonOperator, _ x: Value, _ y: Value) -> Value? {
    let holds: Bool?
    switch comparison {
    case .less: holds = less(x, y)
    case .lessOrEqual: holds = lessOrEqual(x, y)
    case .greater: holds = less(y, x)
    case .greaterOrEqual: holds = lessOrEqual(y, x)
    case .equal: holds = equal(x, y)
    case .notEqual: holds = equal(x, y).map { !$0 }
    case .is where x.kind == .none || y.kind == .none: return Value(x.kind == y.kind)
    case .isNot where x.kind == .none || y.kind == .none: return Value(x.kind != y.kind)
    default: return nil
    }
    guard let holds else { return nil }
    return Value(
      tag: Value.boolTag | ((x.tag | y.tag) & Value.numpyFlag), payload: holds ? 1 : 0)
  }

  /// A float and an integer that is exact as a float.
  @inline(__always)
  private static func mixed(_ x: Value, _ y: Value) -> (Double, Double)? {
    let exact = 1 << 53
    if x.kind == .float, y.isInt, y.int.magnitude < exact { return (x.float, Double(y.int)) }
    if y.kind == .float, x.isInt, x.int.magnitude < exact { return (Double(x.int), y.float) }
    return nil
  }

  /// A float, or an integer that is one exactly.
  @inline(__always)
  private static func exact(_ x: Value) -> Double? {
    if x.kind == .float { return x.float }
    return x.tag == Value.intTag && x.int.magnitude <= 1 << 53 ? Double(x.int) : nil
  }

  @inline(__always)
  static func less(_ x: Value, _ y: Value) -> Bool? {
    if areInts(x, y) { return x.int < y.int }
    if x.kind == .float && y.kind == .float { return x.float < y.float }
    return mixed(x, y).map { $0.0 < $0.1 }
  }

  @inline(__always)
  static func lessOrEqual(_ x: Value, _ y: Value) -> Bool? {
    if areInts(x, y) { return x.int <= y.int }
    if x.kind == .float && y.kind == .float { return x.float <= y.float }
    return mixed(x, y).map { $0.0 <= $0.1 }
  }

  @inline(__always)
  static func equal(_ x: Value, _ y: Value) -> Bool? {
    if areInts(x, y) { return x.int == y.int }
    if x.kind == .float && y.kind == .float { return x.float == y.float }
    return mixed(x, y).map { $0.0 == $0.1 }
  }
}
