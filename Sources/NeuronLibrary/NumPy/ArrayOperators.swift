import Backprop
import NeuronRuntime
import NeuronSyntax

// What operators do with arrays.

extension ArrayValue {
  var isNumeric: Bool { true }

  func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    if let result = try quickBinary(operation, other, isReflected: isReflected, machine) {
      return result
    }
    guard let operand = try machine.operand(other, beside: array.dtype) else {
      throw machine.notAnOperand(operation.rawValue, value, other, isReflected)
    }
    let own = traced(in: machine)
    let (x, y) = isReflected ? (operand, own) : (own, operand)
    return try machine.value(of: try machine.arithmetic(operation, x, y))
  }

  /// Arithmetic of floats where nothing is differentiated: what loops over small arrays are made of.
  /// `nil` where the general way must decide.
  private func quickBinary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, _ machine: Machine
  ) throws(Interruption) -> Value? {
    guard machine.tracing.depth == 0 else { return nil }
    let kind: Operation
    switch operation {
    case .add: kind = .add
    case .subtract: kind = .subtract
    case .multiply: kind = .multiply
    case .divide: kind = .divide
    default: return nil
    }
    let own = array
    guard own.dtype == .float64 else { return nil }
    let operand: NDArray
    switch other.kind {
    case .float: operand = try machine.numPy.number(other.float, in: machine)
    case .int: operand = try machine.numPy.number(Double(other.int), in: machine)
    default:
      guard let array = machine.arrayValue(other)?.array, array.dtype == .float64 else {
        return nil
      }
      operand = array
    }
    try machine.charge(max(own.count, operand.count) / 8)
    let result = try machine.attempt { () throws(ArrayError) in
      isReflected
        ? try NDArray.elementwise(kind, operand, own)
        : try NDArray.elementwise(kind, own, operand)
    }
    return try machine.value(of: result)
  }

  func binaryInPlace(
    _ operation: BinaryOperator, _ other: Value, object: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard let operand = try machine.operand(other, beside: array.dtype) else {
      throw machine.notAnOperand(operation.rawValue + "=", value, other, false)
    }
    let name = NumPyMessages.name(of: operation)
    let entry = UfuncEntry.of(operation)
    let dtype = entry.rule.resultDType([array.dtype, operand.array.dtype])
    if case .bits = entry.rule, dtype == .float64 {
      throw .raised(.type, NumPyMessages.unsupported(name))
    }
    try machine.checkOutputDType(dtype, self, name)
    if operation == .matrixMultiply, operand.array.rank == 1 {
      throw .raised(
        .value,
        "inplace matrix multiplication requires the first operand to have at least one and the second at least two dimensions."
      )
    }
    let own = traced(in: machine)
    let result: TracedArray
    do throws(Interruption) {
      result = try machine.arithmetic(operation, own, operand)
    } catch {
      if operation != .matrixMultiply, !machine.isException(error, .type),
        (try? NDArray.broadcastShape(own.array.shape, operand.array.shape)) == nil
      {
        throw .raised(
          .value,
          "operands could not be broadcast together with shapes \(shapeText(array.shape)) \(shapeText(operand.array.shape)) \(shapeText(array.shape)) "
        )
      }
      throw error
    }
    try machine.putResult(
      result, into: self, name, shapes: [array.shape, operand.array.shape])
    return object
  }

  func unary(_ symbol: String, in machine: Machine) throws(Interruption) -> Value? {
    let name =
      switch symbol {
      case "-": "negative"
      case "+": "positive"
      case "~": "invert"
      default: "absolute"
      }
    guard let entry = UfuncEntry.named(name) else { return nil }
    return try machine.value(
      of: try machine.evaluate(entry.rule, [traced(in: machine)], name))
  }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    if other.kind == .bigInt {
      return try machine.value(
        of: try machine.compared(
          comparison, traced(in: machine), try machine.hugeOperand(other, beside: array.dtype)))
    }
    guard let operand = try machine.operand(other, beside: array.dtype) else {
      let equals = comparison == .equal
      if other.kind == .instance,
        machine.programAttribute("__eq__", of: machine.type(of: other)) != nil
      {
        throw machine.notAnOperand(comparison.rawValue, value, other, false)
      }
      guard equals || comparison == .notEqual else {
        if other.kind == .string { throw machine.textComparison(comparison, array.dtype) }
        throw .raised(
          .type,
          "'\(comparison.rawValue)' not supported between instances of '\(array.dtype.plainName)' and '\(machine.typeName(other))'"
        )
      }
      let shape = array.shape
      return try machine.value(
        of: try machine.attempt { () throws(ArrayError) in
          try NDArray(
            repeating: equals ? UInt8(0) : 1, shape: shape, budget: machine.budget)
        })
    }
    return try machine.value(
      of: try machine.compared(comparison, traced(in: machine), operand))
  }

  func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool? {
    guard let answer = try compare(.equal, element, in: machine) else { return false }
    guard let truths = machine.arrayValue(answer)?.array else { return answer.isTrueBool }
    return try machine.attempt { () throws(ArrayError) in
      try truths.any(axes: Array(0..<truths.rank), keepsAxes: false).float(atOffset: 0) != 0
    }
  }
}

extension Machine {
  /// What stands beside an array in an operation; `nil` for what is no operand of arrays.
  func operand(_ value: Value, beside dtype: DType) throws(Interruption) -> TracedArray? {
    switch value.kind {
    case .int, .float, .bool, .list, .tuple, .range: return try arrayArgument(value, "array")
    case .bigInt:
      if dtype != .float64 {
        throw .raised(.overflow, "Python int too large to convert to C long")
      }
      return TracedArray(try scalar(try tracedNumber(value)?.value ?? 0))
    case .foreign: return arrayValue(value)?.traced(in: self)
    case .instance:
      return try value.plainPart.flatMap { (part) throws(Interruption) in
        try operand(part, beside: dtype)
      }
    default: return nil
    }
  }

  /// An integer beyond 64 bits for a comparison: beside integers it is beyond all of them.
  fileprivate func hugeOperand(
    _ value: Value, beside dtype: DType
  ) throws(Interruption) -> TracedArray {
    let isNegative = try holds(value, .less, Value(0))
    if dtype != .float64 {
      return TracedArray(try scalar(isNegative ? -Double.infinity : .infinity))
    }
    return TracedArray(try scalar(try tracedNumber(value)?.value ?? 0))
  }

  /// `x op y`.
  func arithmetic(
    _ operation: BinaryOperator, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    if operation == .power, let result = try simplePower(x, y) { return result }
    let entry = UfuncEntry.of(operation)
    return try evaluate(entry.rule, [x, y], entry.name)
  }

  /// Powers that NumPy computes in a shorter way, with another last digit at times.
  private func simplePower(
    _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray? {
    if x.array.dtype == .bool, x.array.rank > 0, y.array.rank == 0,
      y.array.float(atOffset: 0) == 2
    {
      // NumPy squares it.
      try checkTruths(.refused("int8"), "square")
    }
    guard x.array.dtype == .float64, y.array.rank == 0, y.isConstant, x.array.rank > 0 else {
      return nil
    }
    switch y.array.float(atOffset: 0) {
    case 2: return try apply(.elementwise(.square), [x])
    case 1: return try apply(.elementwise(.copy), [x])
    case 0.5: return try apply(.elementwise(.sqrt), [x])
    case -1: return try apply(.elementwise(.reciprocal), [x])
    default: return nil
    }
  }

  func compared(
    _ comparison: ComparisonOperator, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    guard let comparison = ArrayComparison(comparison) else { return x }
    return try evaluate(.comparison(comparison), [x, y], comparison.name)
  }

  /// NumPy's complaint about an operand that is no number.
  fileprivate func notAnOperand(
    _ symbol: String, _ own: Value, _ other: Value, _ isReflected: Bool
  ) -> Interruption {
    let dtype = arrayValue(own)?.array.dtype ?? .float64
    if symbol == "@", other.kind != .instance { return noMatrix(isReflected ? 0 : 1) }
    if other.kind == .string {
      let operation = BinaryOperator(rawValue: symbol.filter { $0 != "=" }) ?? .add
      return isReflected ? textOperand(operation, other, own) : textOperand(operation, own, other)
    }
    if other.kind == .instance {
      return .raised(
        .type,
        "an array with a '\(typeName(other))' object gives an array of objects in NumPy, which is not part of neuron: give the class `__array_ufunc__ = None` for its own methods to be asked"
      )
    }
    let names = [dtype.plainName, typeName(other)]
    let (left, right) = isReflected ? (names[1], names[0]) : (names[0], names[1])
    let text = symbol == "**" ? "** or pow()" : symbol
    return .raised(
      .type, "unsupported operand type(s) for \(text): '\(left)' and '\(right)'")
  }
}
