import Backprop
import NeuronSyntax

// NumPy's numbers: those of the machine with a flag, which makes them behave as elements of arrays do:
// integers wrap around at 64 bits, nothing fails for a division by zero, truths are no integers.

extension Machine {
  /// `x op y` of two numbers, of which one at least is NumPy's.
  func numPyBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ a: Number, _ b: Number
  ) throws(Interruption) -> Value {
    if operation == .matrixMultiply { throw unsupportedOperands(operation, x, y, false) }
    if x.isFloat || y.isFloat {
      if operation.isRefused(byFloats: true) {
        throw .raised(.type, NumPyMessages.unsupported(NumPyMessages.name(of: operation)))
      }
      return try floatBinary(operation, x, y, try traced(a), try traced(b), isNumPy: true)
    }
    guard case .int(let a) = a, case .int(let b) = b else {
      throw .raised(.overflow, "Python int too large to convert to C long")
    }
    if x.kind == .bool, y.kind == .bool { return try truthBinary(operation, a != 0, b != 0) }
    return try wrappingBinary(operation, a, b)
  }

  private func traced(_ number: Number) throws(Interruption) -> Traced {
    if case .float(let traced, _) = number { return traced }
    return Traced(try double(number))
  }

  private func truthBinary(
    _ operation: BinaryOperator, _ x: Bool, _ y: Bool
  ) throws(Interruption) -> Value {
    switch operation {
    case .add, .bitOr: return Value(numpy: x || y)
    case .multiply, .bitAnd: return Value(numpy: x && y)
    case .bitXor: return Value(numpy: x != y)
    case .divide: return Value(numpy: (x ? 1.0 : 0) / (y ? 1 : 0))
    case .subtract: throw .raised(.type, NumPyMessages.truthSubtraction)
    default: throw .raised(.type, NumPyMessages.smallIntegers(operation.rawValue))
    }
  }

  private func wrappingBinary(
    _ operation: BinaryOperator, _ a: Int, _ b: Int
  ) throws(Interruption) -> Value {
    switch operation {
    case .add: return Value(numpy: a &+ b)
    case .subtract: return Value(numpy: a &- b)
    case .multiply: return Value(numpy: a &* b)
    case .divide: return Value(numpy: Double(a) / Double(b))
    case .floorDivide, .modulo:
      if b == 0 || b == -1 {
        return Value(numpy: operation == .floorDivide && b != 0 ? 0 &- a : 0)
      }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let adjusts = remainder != 0 && (remainder < 0) != (b < 0)
      return operation == .floorDivide
        ? Value(numpy: adjusts ? quotient - 1 : quotient)
        : Value(numpy: adjusts ? remainder + b : remainder)
    case .power:
      if b < 0 {
        throw .raised(.value, "Integers to negative integer powers are not allowed.")
      }
      return Value(numpy: wrappingPower(a, b))
    case .shiftLeft: return Value(numpy: UInt(bitPattern: b) < 64 ? a &<< b : 0)
    case .shiftRight:
      return Value(numpy: UInt(bitPattern: b) < 64 ? a &>> b : a < 0 ? -1 : 0)
    case .bitAnd: return Value(numpy: a & b)
    case .bitOr: return Value(numpy: a | b)
    case .bitXor: return Value(numpy: a ^ b)
    case .matrixMultiply:
      throw unsupportedOperands(operation, Value(numpy: a), Value(numpy: b), false)
    }
  }

  private func wrappingPower(_ base: Int, _ exponent: Int) -> Int {
    var (result, factor, left) = (1, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result &*= factor }
      factor &*= factor
      left >>= 1
    }
    return result
  }

  /// A comparison in which one at least is a NumPy number; `nil` when the other is none and NumPy does
  /// not know it.
  func compareNumPy(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value? {
    if x.kind.isNumber, y.kind.isNumber { return Value(numpy: try compare(comparison, x, y)) }
    return try arrayLibrary?.compare(comparison, x, y, in: self)
  }

  /// `-`, `+`, `~` or `abs` of a NumPy integer or truth; `nil` for anything else.
  func numPyUnary(_ symbol: String, _ x: Value) throws(Interruption) -> Value? {
    guard x.isNumPy else { return nil }
    if x.kind == .float {
      if symbol == "~" { throw .raised(.type, NumPyMessages.unsupported("invert")) }
      return nil
    }
    if x.kind == .bool {
      switch symbol {
      case "-": throw .raised(.type, NumPyMessages.truthNegation)
      case "+":
        throw arrayLibrary?.loopError(NumPyMessages.truthPositive, in: self)
          ?? .raised(.type, NumPyMessages.truthPositive)
      case "~": return Value(numpy: !x.isTrueBool)
      default: return x
      }
    }
    switch symbol {
    case "-": return Value(numpy: 0 &- x.int)
    case "~": return Value(numpy: ~x.int)
    case "abs": return Value(numpy: x.int < 0 ? 0 &- x.int : x.int)
    default: return x
    }
  }

  /// What `round` gives for a NumPy number: a plain integer without digits, else a NumPy number.
  func numPyRound(_ value: Value, _ digits: Value) throws(Interruption) -> Value {
    if value.kind == .bool {
      throw .raised(.type, "type numpy.bool doesn't define __round__ method")
    }
    if digits.isNone {
      return value.isFloat
        ? try truncated(value.float.rounded(.toNearestOrEven)) : Value(value.int)
    }
    return numPyRounded(value, decimals: try integerArgument(digits))
  }

  /// As NumPy rounds: scaled, rounded to the nearest whole number, and scaled back.
  package func numPyRounded(_ value: Value, decimals: Int) -> Value {
    if value.isFloat {
      return Value(numpy: NumPyRounding(decimals: decimals).rounded(value.float))
    }
    if decimals >= 0 { return value }
    let rounded = NumPyRounding(decimals: decimals).rounded(Double(value.int))
    return Value(numpy: Int(exactly: rounded) ?? .min)
  }

  /// As messages about operands name a type: NumPy takes its own numbers for plain ones before it
  /// complains about something that is no number.
  func operandName(_ value: Value, _ other: Value) -> String {
    guard value.isNumPy, !other.kind.isNumber else { return typeName(value) }
    return value.kind == .float ? "float" : value.kind == .int ? "int" : "bool"
  }
}

/// NumPy's `round` to so many decimals.
package struct NumPyRounding {
  private let factor: Double
  private let isLeft: Bool

  package init(decimals: Int) {
    isLeft = decimals < 0
    // Powers of ten up to 10²² are exact; what is beyond 10³⁰⁸ is infinite.
    factor = Elementary.pow(10, Double(min(decimals.magnitude, 400)))
  }

  package func rounded(_ x: Double) -> Double {
    isLeft
      ? (x / factor).rounded(.toNearestOrEven) * factor
      : (x * factor).rounded(.toNearestOrEven) / factor
  }
}

/// What NumPy says about operands that do not go together.
package enum NumPyMessages {
  package static let truthSubtraction =
    "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
  package static let truthNegation =
    "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead."
  package static let truthPositive = noLoop("positive", "<class 'numpy.dtypes.BoolDType'>")

  package static func noLoop(_ name: String, _ types: String) -> String {
    "ufunc '\(name)' did not contain a loop with signature matching types \(types) -> None"
  }

  package static func unsupported(_ name: String) -> String {
    "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''"
  }

  /// Of what NumPy gives in a dtype that is not here.
  package static func smallIntegers(_ what: String) -> String {
    "`\(what)` of NumPy truths gives int8, which is not part of neuron: make one of them an int first"
  }

  /// The function that an operator stands for.
  package static func name(of operation: BinaryOperator) -> String {
    switch operation {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide: "divide"
    case .floorDivide: "floor_divide"
    case .modulo: "remainder"
    case .power: "power"
    case .matrixMultiply: "matmul"
    case .shiftLeft: "left_shift"
    case .shiftRight: "right_shift"
    case .bitAnd: "bitwise_and"
    case .bitOr: "bitwise_or"
    case .bitXor: "bitwise_xor"
    }
  }
}
