import Backprop
import NeuronRuntime

extension Machine {
  /// What a differentiated function gave, which must be one number, and whether NumPy's.
  func makeOutput(
    _ value: Value, of callee: Value
  ) throws(Interruption) -> (number: Traced, isNumPy: Bool) {
    if let number = try tracedNumber(value) { return (number, value.isNumPy) }
    if let array = arrayValue(value)?.traced(in: self) {
      if array.array.rank == 0 { return (array.number, true) }
      throw .raised(
        .type,
        "cannot differentiate \(calleeText(callee)): it gives an array of shape \(tupleText(array.array.shape)), not a number; sum it, or take its jacobian"
      )
    }
    throw .raised(
      .type,
      "cannot differentiate \(calleeText(callee)): it gives a \(typeName(value)), not a number")
  }

  func calleeText(_ callee: Value) -> String {
    functionName(callee).map { "'\($0)'" } ?? "the function"
  }

  /// Stops when the tape could not take all that happened, since then derivatives would be wrong.
  func checkTape() throws(Interruption) {
    if tape.isFull {
      throw .limit(
        .tapeLimit, "the derivative needs more than its limit of \(tape.limit) operations")
    }
  }

  /// Runs a call with derivatives being taken; the tape is cleared after the outermost.
  func differentiating<R>(_ body: () throws(Interruption) -> R) throws(Interruption) -> R {
    let mark = tape.count
    beginDerivative()
    defer {
      tracing.end()
      if tracing.depth == 0 { tape.truncate(to: mark) }
    }
    return try body()
  }

  /// Whether another derivative is taken around the innermost one, so that its results are recorded.
  var isNestedDerivative: Bool { tracing.depth > 1 }

  /// The value of a call and its derivatives by the chosen arguments, each in the argument's own form.
  func valueAndGradients(
    of call: BoundCall, by target: DifferentiationTarget, hasExtra: Bool = false
  ) throws(Interruption) -> (value: Value, extra: Value, gradients: [Value]) {
    let indices = try target.indices(in: call)
    return try differentiating { () throws(Interruption) in
      let (inputs, result) = try run(call, tracing: indices)
      return try heap.pinning([result]) { () throws(Interruption) in
        let (value, extra) = try split(result, of: call.callee, hasExtra: hasExtra)
        let output = try makeOutput(value, of: call.callee)
        let cotangents = try cotangents(
          of: .number(output.number), seed: .number(Traced(1)), by: inputs.flatMap(\.leaves))
        try checkTape()
        let plain = isNestedDerivative ? output.number : Traced(output.number.value)
        return (
          tracing.value(plain, isNumPy: output.isNumPy), extra,
          try values(of: cotangents, like: inputs)
        )
      }
    }
  }

  /// Of `has_aux=True` the function gives a pair, of which only the first is differentiated.
  private func split(
    _ result: Value, of callee: Value, hasExtra: Bool
  ) throws(Interruption) -> (Value, Value) {
    guard hasExtra else { return (result, .none) }
    guard typeName(result) == "tuple", elements(of: result).count == 2 else {
      throw .raised(
        .type,
        "with has_aux=True \(calleeText(callee)) must give a pair, the number and what goes with it, not a \(typeName(result))"
      )
    }
    let pair = elements(of: result)
    return (pair[0], pair[1])
  }

  /// Makes the call with fresh entries of the tape for the chosen arguments.
  func run(
    _ call: BoundCall, tracing indices: [Int]
  ) throws(Interruption) -> (inputs: [LeafTree], result: Value) {
    var call = call
    var inputs: [LeafTree] = []
    for index in indices {
      let tree = try LeafTree(call.values[index], in: self) { (found) in
        "cannot differentiate by '\(call.names[index])': it \(found), not a number or an array"
      }.mapLeaves(tape.input)
      inputs.append(tree)
      call.values[index] = try tree.value(in: self)
    }
    let result = try call.run(in: self)
    try checkTape()
    return (inputs, result)
  }

  /// What comes from the cotangent `seed` of `output` to each input.
  func cotangents(
    of output: TracedValue, seed: TracedValue, by inputs: [TracedValue]
  ) throws(Interruption) -> [TracedValue] {
    try charge(tape.count >> 3)
    if !isNestedDerivative, !tape.holdsArrays, case .number(let number) = output,
      case .number(Traced(1, node: 0)) = seed, inputs.allSatisfy(\.isNumber)
    {
      return tape.gradients(of: number, withRespectTo: inputs.map(\.node)).map {
        .number(Traced($0))
      }
    }
    return try attempt { () throws(ArrayError) in
      try tape.cotangents(
        of: output, seed: seed, by: inputs, isRecorded: isNestedDerivative, budget: budget)
    }
  }

  /// Results for the leaves of all `trees`, in the forms of these. Their elements are their own: a rule
  /// may hand a cotangent on as it is, to several operands, or repeat one element everywhere.
  func values(
    of leaves: [TracedValue], like trees: [LeafTree]
  ) throws(Interruption) -> [Value] {
    let leaves = isNestedDerivative ? leaves : try leaves.map(ownElements)
    var values: [Value] = []
    var rest = leaves[...]
    for tree in trees {
      let own = Array(rest.prefix(tree.leaves.count))
      rest = rest.dropFirst(own.count)
      values.append(try tree.with(own).value(in: self))
    }
    return values
  }

  /// The value with elements that nothing else has; what stands on the tape keeps its own.
  func ownElements(_ value: TracedValue) throws(Interruption) -> TracedValue {
    guard case .array(let traced) = value, traced.isConstant else { return value }
    return try attempt { () throws(ArrayError) in
      .array(TracedArray(try traced.array.contiguousCopy()))
    }
  }
}
