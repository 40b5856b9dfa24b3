import Backprop
import NeuronRuntime
import NeuronSyntax

// What NumPy's numbers do besides arithmetic among numbers.

extension NumPyLibrary {
  func construct(
    _ type: BuiltinType, _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    let dtype: DType = type == .numpyFloat ? .float64 : type == .numpyInt ? .int64 : .bool
    try arguments.expect(dtype.name, 0...1)
    guard arguments.count == 1 else {
      return machine.number(try machine.scalar(0.0), as: dtype)
    }
    let value = arguments[0]
    switch value.kind {
    case .list, .tuple, .range:
      let array = try machine.arrayArgument(value, dtype.name).array
      return try machine.array(
        try machine.attempt { () throws(ArrayError) in try array.converted(to: dtype) })
    case .foreign:
      guard let array = machine.arrayValue(value) else { break }
      return try machine.value(of: try machine.cast(array.traced(in: machine), to: dtype))
    case .none where dtype == .float64: return Value(numpy: .nan)
    case .float where dtype == .float64:
      return machine.tracing.value(machine.tracing.traced(value), isNumPy: true)
    default: break
    }
    return try machine.numPyNumber(value, dtype)
  }

  func attribute(
    _ name: String, of number: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    switch name {
    case "dtype": return machine.value(of: machine.dtype(of: number))
    case "shape", "strides": return try machine.heap.tuple([])
    case "ndim": return Value(0)
    case "size": return Value(1)
    case "itemsize", "nbytes": return Value(machine.dtype(of: number).size)
    case "T", "real": return number
    case "imag":
      return machine.number(try machine.scalar(0.0), as: machine.dtype(of: number))
    case "base": return Value.none
    case "numerator" where number.kind == .int: return number
    case "denominator" where number.kind == .int: return Value(1)
    case "is_integer" where number.kind == .int, "bit_count" where number.kind == .int:
      return methods["__" + name].map { machine.heap.boundMethod(number, $0) }
    case "dot", "sort", "fill", "resize", "put", "partition": return nil
    default:
      guard let method = method(name, in: machine) else { return nil }
      return machine.heap.boundMethod(number, method)
    }
  }

  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    let other = x.isNumPy ? y : x
    switch other.kind {
    case .list, .tuple, .range:
      // An integer repeats a sequence.
      if operation == .multiply || operation == .matrixMultiply { return nil }
      return try machine.value(
        of: try machine.arithmetic(
          operation, try machine.arrayArgument(x, ""), try machine.arrayArgument(y, "")))
    case .string where operation != .multiply && x.isNumPy:
      throw machine.textOperand(operation, x, y)
    default: return nil
    }
  }

  func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    let (number, other, comparison) =
      x.isNumPy ? (x, y, comparison) : (y, x, comparison.reflected)
    switch other.kind {
    case .list, .tuple, .range:
      return try machine.value(
        of: try machine.compared(
          comparison, try machine.arrayArgument(number, ""), try machine.arrayArgument(other, "")))
    case .string where comparison != .equal && comparison != .notEqual:
      throw machine.textComparison(comparison, machine.dtype(of: number))
    default: return nil
    }
  }

  func item(
    of number: Value, at index: Value, in machine: Machine
  ) throws(Interruption) -> Value {
    let array = try machine.arrayArgument(number, "")
    if index.kind == .tuple, machine.elements(of: index).isEmpty { return number }
    let parts = index.kind == .tuple ? machine.elements(of: index) : [index]
    if !parts.allSatisfy({ [.none, .ellipsis, .bool].contains($0.kind) }) {
      throw .raised(.index, "invalid index to scalar variable.")
    }
    let view = try machine.array(array)
    return try machine.item(of: view, at: index)
  }
}

extension Machine {
  /// The dtype of a number.
  func dtype(of number: Value) -> DType {
    switch number.kind {
    case .float: .float64
    case .bool: .bool
    default: .int64
    }
  }

  /// A plain or NumPy number, or what Python makes one of, as the NumPy number of a dtype.
  ///
  /// - Throws: what `int` and `float` do for values that are no number.
  func numPyNumber(_ value: Value, _ dtype: DType) throws(Interruption) -> Value {
    switch dtype {
    case .bool: return Value(numpy: try isTrue(value))
    case .float64:
      let number = try call(Value(type: .float), [value])
      return tracing.value(tracing.traced(number), isNumPy: true)
    case .int64:
      let number = try call(Value(type: .int), [value])
      guard number.kind == .int else {
        throw .raised(.overflow, "Python int too large to convert to C long")
      }
      return Value(numpy: number.int)
    }
  }

  /// The one element of an array, as a number of a dtype.
  func number(_ array: NDArray, as dtype: DType) -> Value {
    switch dtype {
    case .float64: Value(numpy: array.float(atOffset: 0))
    case .int64: Value(numpy: Int(array.integer(atOffset: 0)))
    case .bool: Value(numpy: array.float(atOffset: 0) != 0)
    }
  }

  /// The same elements as another dtype; floats keep their entry on the tape.
  func cast(_ x: TracedArray, to dtype: DType) throws(Interruption) -> TracedArray {
    if x.array.dtype == dtype { return x }
    try charge(x.array.count / 8)
    return TracedArray(try attempt { () throws(ArrayError) in try x.array.cast(dtype) })
  }

  // MARK: Complaints

  /// A text where a number is wanted.
  func textOperand(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) -> Interruption {
    func type(_ value: Value) -> String {
      if value.kind == .string { return "dtype('<U\(max(length(value) ?? 1, 1))')" }
      let array = arrayValue(value)?.array.dtype ?? dtype(of: value)
      return "dtype('\(array.name)')"
    }
    let array = arrayValue(x) ?? arrayValue(y)
    if operation == .multiply, array?.array.dtype == .int64 {
      return .raised(
        .type, "The 'out' kwarg is necessary. Use numpy.strings.multiply without it.")
    }
    return numPy.loopError(
      NumPyMessages.noLoop(NumPyMessages.name(of: operation), "(\(type(x)), \(type(y)))"), in: self)
  }

  func textComparison(_ comparison: ComparisonOperator, _ dtype: DType) -> Interruption {
    let name = ArrayComparison(comparison)?.name ?? "equal"
    let type = "numpy.dtypes." + dtype.typeName
    return numPy.loopError(
      NumPyMessages.noLoop(name, "(<class '\(type)'>, <class 'numpy.dtypes.StrDType'>)"), in: self)
  }
}
