import Backprop
import BigInt
import NeuronSyntax

// What operators mean beyond the fast paths: the numeric tower, traced floats, sequences.

/// A number of the language, taken apart.
enum Number {
  case int(Int)
  case big(BigInt)
  case float(Traced, isNumPy: Bool)

  /// `nil` for what is no number.
  @inline(__always)
  init?(_ value: Value, _ machine: Machine) {
    switch value.kind {
    case .int, .bool: self = .int(value.int)
    case .float: self = .float(machine.tracing.traced(value), isNumPy: value.isNumPy)
    case .bigInt: self = .big(value.bigIntObject.pointee.value)
    default: return nil
    }
  }

  var isFloat: Bool {
    if case .float = self { return true }
    return false
  }

  var big: BigInt {
    switch self {
    case .int(let value): BigInt(value)
    case .big(let value): value
    case .float: 0
    }
  }
}

extension BinaryOperator {
  /// Whether numbers do not have the operator: `@` none of them, those of bits only integers.
  func isRefused(byFloats areFloats: Bool) -> Bool {
    switch self {
    case .matrixMultiply: true
    case .shiftLeft, .shiftRight, .bitAnd, .bitOr, .bitXor: areFloats
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power: false
    }
  }
}

extension Machine {
  /// `x op y`; `isInPlace` for `x op= y`, which changes a list.
  @inline(never)
  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ isInPlace: Bool
  ) throws(Interruption) -> Value {
    if let value = try tracedBinary(operation, x, y) { return value }
    if let a = Number(x, self), let b = Number(y, self) {
      if x.isNumPy || y.isNumPy { return try numPyBinary(operation, x, y, a, b) }
      switch (a, b) {
      case _ where operation.isRefused(byFloats: x.isFloat || y.isFloat):
        throw unsupportedOperands(operation, x, y, isInPlace)
      case (.float(let a, let m), .float(let b, let n)):
        return try floatBinary(operation, x, y, a, b, isNumPy: m || n)
      case (.float(let a, let m), _):
        return try floatBinary(operation, x, y, a, Traced(try double(b)), isNumPy: m)
      case (_, .float(let b, let n)):
        return try floatBinary(operation, x, y, Traced(try double(a)), b, isNumPy: n)
      default:
        if x.kind == .bool, y.kind == .bool, let value = logical(operation, x, y) { return value }
        return try integerBinary(operation, a, b)
      }
    }
    if x.kind == .instance || y.kind == .instance {
      if let value = try numericBinary(operation, x, y) { return value }
      return try instanceBinary(operation, x, y, isInPlace)
    }
    if x.isNumPy || y.isNumPy, let arrayLibrary,
      let value = try arrayLibrary.binary(operation, x, y, in: self)
    {
      return value
    }
    let isFormat = operation == .modulo && x.kind == .string
    if foreign(y)?.isNumeric == true, x.kind != .foreign, !isFormat,
      let value = try foreignBinary(operation, x, y)
    {
      return value
    }
    if let value = try flavouredBinary(operation, x, y, isInPlace) { return value }
    if let union = typeUnion(operation, x, y) { return union }
    if let value = try sequenceBinary(operation, x, y, isInPlace) { return value }
    if let value = try setBinary(operation, x, y, isInPlace) { return value }
    if isInPlace,
      let value = try foreign(x)?.binaryInPlace(operation, y, object: x, in: self)
    {
      return value
    }
    if let value = try foreignBinary(operation, x, y) { return value }
    throw unsupportedOperands(operation, x, y, isInPlace)
  }

  /// What a library's number does with an instance on its right: it asks the class of the instance only
  /// where that says so, as NumPy does.
  private func numericBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value? {
    guard y.kind == .instance, let number = foreign(x), number.isNumeric else { return nil }
    let type = y.instanceObject.pointee.type
    if lookUpAttribute("__array_ufunc__", in: type)?.isNone == true { return nil }
    if lookUpAttribute("__array_priority__", in: type) != nil { return nil }
    return try number.binary(operation, y, isReflected: false, in: self)
  }

  private func foreignBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value? {
    if let value = try foreign(x)?.binary(operation, y, isReflected: false, in: self) {
      return value
    }
    return try foreign(y)?.binary(operation, x, isReflected: true, in: self)
  }

  func unsupportedOperands(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ isInPlace: Bool
  ) -> Interruption {
    let symbol =
      isInPlace
      ? operation.rawValue + "=" : operation == .power ? "** or pow()" : operation.rawValue
    return .raised(
      .type,
      operation == .matrixMultiply
        ? "unsupported operand type(s) for \(symbol): '\(typeName(x))' and '\(typeName(y))'"
        : "unsupported operand type(s) for \(symbol): '\(operandName(x, y))' and '\(operandName(y, x))'"
    )
  }

  // MARK: Floats

  /// The quick way for what is recorded in the loops of lessons: a traced float with a float or an integer,
  /// none of NumPy; `nil` for anything else.
  @inline(__always)
  private func tracedBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value? {
    guard x.isTraced || y.isTraced, (x.tag | y.tag) & Value.numpyFlag == 0,
      !operation.isRefused(byFloats: true)
    else { return nil }
    let left: Traced
    let right: Traced
    switch (x.kind, y.kind) {
    case (.float, .float): (left, right) = (tracing.traced(x), tracing.traced(y))
    case (.float, .int): (left, right) = (tracing.traced(x), Traced(Double(y.int)))
    case (.int, .float): (left, right) = (Traced(Double(x.int)), tracing.traced(y))
    default: return nil
    }
    return try floatBinary(operation, x, y, left, right, isNumPy: false)
  }

  func floatBinary(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ x: Traced, _ y: Traced,
    isNumPy: Bool
  ) throws(Interruption) -> Value {
    func recorded(_ operation: Operation, _ value: Double) -> Value {
      tracing.value(tape.record(operation, x, y, value: value), isNumPy: isNumPy)
    }
    func constant(_ value: Double) -> Value {
      tracing.value(Traced(value), isNumPy: isNumPy)
    }
    let (a, b) = (x.value, y.value)
    switch operation {
    case .add: return recorded(.add, a + b)
    case .subtract: return recorded(.subtract, a - b)
    case .multiply: return recorded(.multiply, a * b)
    case .divide:
      if b == 0, !isNumPy { throw .raised(.zeroDivision, "float division by zero") }
      return recorded(.divide, a / b)
    case .floorDivide:
      if b == 0, !isNumPy { throw .raised(.zeroDivision, "float floor division by zero") }
      if b.isNaN || a.isNaN { return constant(.nan) }
      return constant(b == 0 ? (a / b) : FloatDivision(a, b).quotient)
    case .modulo:
      if b == 0, !isNumPy { throw .raised(.zeroDivision, "float modulo") }
      return recorded(.modulo, b == 0 ? .nan : FloatDivision(a, b).remainder)
    case .power: return recorded(.power, try floatPower(a, b, isNumPy: isNumPy))
    case .matrixMultiply, .shiftLeft, .shiftRight, .bitAnd, .bitOr, .bitXor:
      throw unsupportedOperands(operation, left, right, false)
    }
  }

  private func floatPower(_ x: Double, _ y: Double, isNumPy: Bool) throws(Interruption) -> Double {
    if y == 2, let square = Elementary.quickSquare(x) { return square }
    let result = Elementary.pow(x, y)
    if isNumPy { return result }
    if x == 0, y < 0, y.isFinite {
      throw .raised(.zeroDivision, "0.0 cannot be raised to a negative power")
    }
    if x < 0, x.isFinite, y.isFinite, y != y.rounded(.towardZero) {
      throw .raised(
        .value,
        "a negative number to a fractional power is complex, and neuron has no complex numbers"
      )
    }
    if result.isInfinite, x.isFinite, y.isFinite {
      throw .exception(
        try exception(.overflow, [Value(34), heap.string("Numerical result out of range")]))
    }
    return result
  }

  /// An integer as a float, rounded to the nearest.
  func double(_ number: Number) throws(Interruption) -> Double {
    switch number {
    case .int(let value): return Double(value)
    case .float(let value, _): return value.value
    case .big(let value):
      let result = IntegerDivision.nearestDouble(value)
      if result.isInfinite { throw .raised(.overflow, "int too large to convert to float") }
      return result
    }
  }

  // MARK: Integers

  private func integerBinary(
    _ operation: BinaryOperator, _ x: Number, _ y: Number
  ) throws(Interruption) -> Value {
    if case .int(let a) = x, case .int(let b) = y,
      let value = try smallIntegerBinary(operation, a, b)
    {
      return value
    }
    let (a, b) = (x.big, y.big)
    switch operation {
    case .add: return try heap.integer(a + b)
    case .subtract: return try heap.integer(a - b)
    case .multiply:
      try heap.reserve((a.bitWidth + b.bitWidth) / 8)
      try spendSteps(a.bitWidth / 64 * (b.bitWidth / 64) * 4)
      return try heap.integer(a * b)
    case .divide:
      try spendSteps(a.bitWidth / 64 * (b.bitWidth / 64) * 4)
      return Value(try IntegerDivision.trueQuotient(a, b))
    case .floorDivide:
      if b == 0 { throw .raised(.zeroDivision, "integer division or modulo by zero") }
      try spendSteps(a.bitWidth / 64 * (b.bitWidth / 64) * 4)
      return try heap.integer(IntegerDivision.floor(a, b).quotient)
    case .modulo:
      if b == 0 { throw .raised(.zeroDivision, "integer modulo by zero") }
      try spendSteps(a.bitWidth / 64 * (b.bitWidth / 64) * 4)
      return try heap.integer(IntegerDivision.floor(a, b).remainder)
    case .power: return try integerPower(a, y)
    case .shiftLeft: return try shiftLeft(a, y)
    case .shiftRight:
      guard case .int(let count) = y else {
        if b < 0 { throw .raised(.value, "negative shift count") }
        return Value(a < 0 ? -1 : 0)
      }
      if count < 0 { throw .raised(.value, "negative shift count") }
      return try heap.integer(IntegerDivision.shiftRight(a, count))
    case .bitAnd: return try heap.integer(IntegerBits.and(a, b))
    case .bitOr: return try heap.integer(a | b)
    case .bitXor: return try heap.integer(IntegerBits.xor(a, b))
    case .matrixMultiply: throw unsupportedOperands(operation, Value(0), Value(0), false)
    }
  }

  /// `nil` when the result does not fit or needs the general way.
  private func smallIntegerBinary(
    _ operation: BinaryOperator, _ a: Int, _ b: Int
  ) throws(Interruption) -> Value? {
    func checked(_ result: (partialValue: Int, overflow: Bool)) -> Value? {
      result.overflow ? nil : Value(result.partialValue)
    }
    switch operation {
    case .add: return checked(a.addingReportingOverflow(b))
    case .subtract: return checked(a.subtractingReportingOverflow(b))
    case .multiply: return checked(a.multipliedReportingOverflow(by: b))
    case .floorDivide, .modulo:
      if b == 0 || b == -1 { return nil }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let adjusts = remainder != 0 && (remainder < 0) != (b < 0)
      if operation == .floorDivide { return Value(adjusts ? quotient - 1 : quotient) }
      return Value(adjusts ? remainder + b : remainder)
    case .shiftRight where b >= 0: return Value(a >> min(b, 63))
    case .bitAnd: return Value(a & b)
    case .bitOr: return Value(a | b)
    case .bitXor: return Value(a ^ b)
    default: return nil
    }
  }

  /// `&`, `|`, `^` of two booleans are booleans.
  private func logical(_ operation: BinaryOperator, _ x: Value, _ y: Value) -> Value? {
    switch operation {
    case .bitAnd: Value(x.isTrueBool && y.isTrueBool)
    case .bitOr: Value(x.isTrueBool || y.isTrueBool)
    case .bitXor: Value(x.isTrueBool != y.isTrueBool)
    default: nil
    }
  }

  private func integerPower(_ base: BigInt, _ exponent: Number) throws(Interruption) -> Value {
    guard case .int(let count) = exponent else {
      if exponent.big < 0 {
        if base == 0 { throw .raised(.zeroDivision, "0.0 cannot be raised to a negative power") }
        return Value(
          try floatPower(try double(.big(base)), try double(exponent), isNumPy: false))
      }
      if base.magnitude <= 1 {
        return try heap.integer(base == -1 && exponent.big.magnitude[bitAt: 0] == false ? 1 : base)
      }
      throw .memoryLimit(limits.memory)
    }
    if count < 0 {
      if base == 0 { throw .raised(.zeroDivision, "0.0 cannot be raised to a negative power") }
      return Value(
        try floatPower(try double(.big(base)), Double(count), isNumPy: false))
    }
    if base.magnitude > 1 {
      let (bits, overflow) = base.magnitude.bitWidth.multipliedReportingOverflow(by: count)
      if overflow { throw .memoryLimit(limits.memory) }
      try heap.reserve(bits / 8)
      let (words, tooMany) = (bits / 64).multipliedReportingOverflow(by: bits / 64)
      try spendSteps(tooMany ? Int.max / 2 : words)
    }
    return try heap.integer(base.power(count))
  }

  private func shiftLeft(_ value: BigInt, _ count: Number) throws(Interruption) -> Value {
    if count.big < 0 { throw .raised(.value, "negative shift count") }
    if value == 0 { return Value(0) }
    guard case .int(let places) = count else { throw .memoryLimit(limits.memory) }
    try heap.reserve(places / 8)
    return try heap.integer(value << places)
  }

  /// Work on data counts as steps too, one for each 16 bytes; the next safe point stops when they are
  /// used up.
  @inline(__always)
  func spend(_ bytes: Int) {
    state.pointee.fuel &-= bytes >> 4
  }

  /// Work of native code counts as steps: on long integers four units for each product of two words,
  /// which is about what it takes.
  func spendSteps(_ products: Int) throws(Interruption) {
    state.pointee.fuel &-= min(products, Int.max / 4)
    if state.pointee.fuel < 0 {
      throw .limit(
        .stepLimit, "the program did not end within its limit of \(limits.steps) steps")
    }
  }

  // MARK: Unary

  @inline(never)
  func negate(_ x: Value) throws(Interruption) -> Value {
    if let value = try numPyUnary("-", x) { return value }
    switch Number(x, self) {
    case .int(let value):
      return value == .min ? try heap.integer(-BigInt(value)) : Value(-value)
    case .big(let value): return try heap.integer(-value)
    case .float(let value, let isNumPy):
      return tracing.value(tape.record(.negate, value, value: -value.value), isNumPy: isNumPy)
    case nil:
      return try instanceUnary(.negate, "-", x) { (part) throws(Interruption) in
        try negate(part)
      }
    }
  }

  func plus(_ x: Value) throws(Interruption) -> Value {
    if let value = try numPyUnary("+", x) { return value }
    if x.kind == .bool { return Value(x.int) }
    if Number(x, self) != nil { return x }
    return try instanceUnary(.plus, "+", x) { (part) throws(Interruption) in try plus(part) }
  }

  func invert(_ x: Value) throws(Interruption) -> Value {
    if let value = try numPyUnary("~", x) { return value }
    switch Number(x, self) {
    case .int(let value): return Value(~value)
    case .big(let value): return try heap.integer(-value - 1)
    case .float: throw badOperand("~", x)
    case nil:
      return try instanceUnary(.invert, "~", x) { (part) throws(Interruption) in try invert(part) }
    }
  }

  /// A unary operator of an instance: its own method, else that of its built-in part.
  private func instanceUnary(
    _ special: SpecialMethod, _ symbol: String, _ x: Value,
    _ body: (Value) throws(Interruption) -> Value
  ) throws(Interruption) -> Value {
    if let value = try foreign(x)?.unary(symbol, in: self) { return value }
    if let value = try x.flavour?.unary(symbol, x, in: self) { return value }
    guard x.kind == .instance else { throw badOperand(symbol, x) }
    if let method = specialMethod(special, of: x) { return try callSpecial(method, on: x) }
    guard let part = x.builtinPart else { throw badOperand(symbol, x) }
    return try body(part)
  }

  private func badOperand(_ symbol: String, _ x: Value) -> Interruption {
    .raised(.type, "bad operand type for unary \(symbol): '\(typeName(x))'")
  }
}
