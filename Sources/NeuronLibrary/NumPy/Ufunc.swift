import Backprop
import NeuronRuntime
import NeuronSyntax

/// A universal function in the language: `np.add`, `np.exp`.
final class Ufunc: ForeignValue {
  let entry: UfuncEntry

  init(_ entry: UfuncEntry) {
    self.entry = entry
  }

  var name: String { entry.name }
  var typeName: String { "numpy.ufunc" }
  func type(in machine: Machine) -> Value? { machine.numPy.ufuncType.value }

  func representation(in machine: Machine) throws(Interruption) -> String { "<ufunc '\(name)'>" }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "__name__", "__qualname__": return try machine.heap.string(self.name)
    case "nin": return Value(entry.inputs)
    case "nout": return Value(1)
    case "nargs": return Value(entry.inputs + 1)
    case "identity": return entry.identity.map { Value($0) } ?? Value.none
    default: return nil
    }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    machine.numPy.ufuncMethods[name]
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    if arguments.keywords.isEmpty, arguments.count == entry.inputs,
      let number = try quickNumber(arguments, machine)
    {
      return number
    }
    let (inputs, outputs) = (entry.inputs, entry.inputs + 1)
    guard (inputs...outputs).contains(arguments.count) else {
      throw .raised(
        .type,
        "\(name)() takes from \(inputs) to \(outputs) positional arguments but \(arguments.count) were given"
      )
    }
    let options = try UfuncOptions(arguments, self, machine)
    var operands: [TracedArray] = []
    for index in 0..<inputs {
      operands.append(try machine.ufuncOperand(arguments, index, self))
    }
    if let dtype = options.dtype, dtype != .bool, entry.rule.resultDType([.float64]) == .bool {
      throw .raised(
        .type, "No loop matching the specified signature and casting was found for ufunc \(name)")
    }
    if let dtype = options.dtype, dtype == .float64 {
      operands = try operands.map { (x) throws(Interruption) in try machine.cast(x, to: dtype) }
    }
    let result = try machine.evaluate(entry.rule, operands, name)
    return try options.finished(result, self, operands)
  }

  /// The result for numbers, without arrays in between, where the function is of floats.
  private func quickNumber(
    _ arguments: Arguments, _ machine: Machine
  ) throws(Interruption) -> Value? {
    guard case .floats(let operation, _) = entry.rule else {
      guard case .numbers(let operation, _, _) = entry.rule else { return nil }
      guard arguments[0].isFloat, entry.inputs == 1 || arguments[1].isFloat else { return nil }
      return computed(operation, arguments, machine)
    }
    for index in 0..<entry.inputs
    where !arguments[index].isFloat && arguments[index].kind != .int {
      return nil
    }
    return computed(operation, arguments, machine)
  }

  private func computed(
    _ operation: Operation, _ arguments: Arguments, _ machine: Machine
  ) -> Value {
    func operand(_ value: Value) -> Traced {
      value.isFloat ? machine.tracing.traced(value) : Traced(Double(value.int))
    }
    let x = operand(arguments[0])
    let result =
      entry.inputs == 1
      ? machine.tape.apply(operation, x)
      : machine.tape.apply(operation, x, operand(arguments[1]))
    return machine.tracing.value(result, isNumPy: true)
  }
}

/// What may be given to a universal function besides its operands.
private struct UfuncOptions {
  private let machine: Machine
  private var output: Value?
  private var mask: TracedArray?
  private(set) var dtype: DType?

  init(_ arguments: Arguments, _ function: Ufunc, _ machine: Machine) throws(Interruption) {
    self.machine = machine
    for keyword in arguments.keywords {
      let value = arguments.keyword(keyword) ?? .none
      switch keyword {
      case "out":
        if value.isNone { continue }
        let single = value.kind == .tuple ? machine.elements(of: value).first ?? .none : value
        output = single
      case "where":
        if value.kind == .bool, value.isTrueBool { continue }
        mask = try machine.arrayArgument(value, function.name)
      case "dtype": if !value.isNone { dtype = try machine.dtypeArgument(value) }
      case "casting", "order", "subok", "signature":
        throw .raised(.type, "`\(keyword)` of np.\(function.name) is not part of neuron")
      default:
        throw .raised(
          .type, "\(function.name)() got an unexpected keyword argument '\(keyword)'")
      }
    }
    if arguments.count > function.entry.inputs { output = arguments[function.entry.inputs] }
    if let output, machine.arrayValue(output) == nil {
      throw .raised(.type, "return arrays must be of ArrayType")
    }
    if mask != nil, output == nil {
      throw .raised(
        .type,
        "np.\(function.name) with `where` but without `out` leaves the other elements undefined: give it an array as `out`"
      )
    }
  }

  /// The result as a value, put into the output where one was given.
  func finished(
    _ result: TracedArray, _ function: Ufunc, _ operands: [TracedArray]
  ) throws(Interruption) -> Value {
    guard let output, let target = machine.arrayValue(output) else {
      if let dtype { return try machine.value(of: try machine.cast(result, to: dtype)) }
      return try machine.value(of: result)
    }
    var result = result
    if let mask {
      result = try machine.apply(
        .select,
        [
          try machine.cast(mask, to: .bool),
          try machine.cast(result, to: target.array.dtype), target.traced(in: machine),
        ])
    }
    try machine.putResult(
      result, into: target, function.name, shapes: operands.map(\.array.shape))
    return output
  }
}

extension Machine {
  /// An operand of a universal function, or NumPy's complaint.
  func ufuncOperand(
    _ arguments: Arguments, _ index: Int, _ function: Ufunc
  ) throws(Interruption) -> TracedArray {
    let value = arguments[index]
    switch value.kind {
    case .string: throw .raised(.type, NumPyMessages.unsupported(function.name))
    case .none, .instance, .dictionary, .set, .frozenset, .function, .native, .class:
      if let part = value.plainPart { return try arrayArgument(part, function.name) }
      if case .test = function.entry.rule {
        throw .raised(.type, NumPyMessages.unsupported(function.name))
      }
      throw .raised(
        .type,
        "loop of ufunc does not support argument \(index) of type \(typeName(value)) which has no callable \(function.name) method"
      )
    case .bigInt: return TracedArray(try scalar(try tracedNumber(value)?.value ?? 0))
    default: return try arrayArgument(value, function.name)
    }
  }

  /// Writes the result of a function into an array that was given for it.
  ///
  /// - Parameter shapes: of the operands, for messages.
  func putResult(
    _ result: TracedArray, into target: ArrayValue, _ name: String, shapes: [[Int]]
  ) throws(Interruption) {
    try checkOutputDType(result.array.dtype, target, name)
    let shape = target.array.shape
    if result.array.shape == shape {
      let result = try cast(result, to: target.array.dtype)
      if isFollowed(target) || !result.isConstant { return try target.become(result, in: self) }
      // What nobody else sees need not be copied.
      if !target.array.storage.isShared, target.base.isNone, result.array.isContiguous {
        return target.exchange(result, in: self)
      }
      return try write(result, to: target, at: .whole)
    }
    guard let broadcast = try? NDArray.broadcastShape(result.array.shape, shape) else {
      let texts = (shapes + [shape]).map { shapeText($0) + " " }.joined()
      throw .raised(.value, "operands could not be broadcast together with shapes \(texts)")
    }
    if broadcast != shape {
      throw .raised(
        .value,
        "non-broadcastable output operand with shape \(shapeText(shape)) doesn't match the broadcast shape \(shapeText(result.array.shape))"
      )
    }
    try write(try cast(result, to: target.array.dtype), to: target, at: .whole)
  }

  func checkOutputDType(
    _ dtype: DType, _ target: ArrayValue, _ name: String
  ) throws(Interruption) {
    if dtype > target.array.dtype {
      throw numPy.loopError(
        "Cannot cast ufunc '\(name)' output from dtype('\(dtype.name)') to dtype('\(target.array.dtype.name)') with casting rule 'same_kind'",
        in: self)
    }
    if !target.isWritable { throw .raised(.value, "output array is read-only") }
  }

  /// Defines the universal functions.
  func defineUfuncs(in module: NativeModule) {
    for entry in UfuncEntry.all {
      let value = heap.foreign(Ufunc(entry))
      for name in [entry.name] + entry.aliases { module.define(name, value) }
    }
  }
}
