import Backprop
import NeuronRuntime

/// What `jacobian(f)` gives: a function with the parameters of `f` that gives the derivative of all that
/// `f` gives by all of the chosen arguments.
///
/// Of a result of shape `o` by an argument of shape `i` it is an array of shape `o + i`; of a number by a
/// number a number. Results and arguments that are trees give trees of such, as in JAX.
final class JacobianFunction: ForeignValue {
  private let name: String
  /// What the lesson gave.
  private let function: Value
  /// What is differentiated: the function itself, or its gradient for a Hessian.
  private let differentiated: Value
  private let target: DifferentiationTarget

  init(
    _ name: String, _ function: Value, of differentiated: Value, by target: DifferentiationTarget
  ) {
    self.name = name
    self.function = function
    self.differentiated = differentiated
    self.target = target
  }

  var typeName: String { "function" }
  var underlyingFunction: Value? { function }
  var isCallable: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<function \(name)(\(machine.functionName(function) ?? "function"))>"
  }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    let call = try machine.bind(differentiated, arguments)
    let indices = try target.indices(in: call)
    return try machine.differentiating { () throws(Interruption) in
      let (inputs, result) = try machine.run(call, tracing: indices)
      return try machine.heap.pinning([result]) { () throws(Interruption) in
        let outputs = try LeafTree(result, in: machine) { found in
          "cannot differentiate \(machine.calleeText(call.callee)): what it gives \(found), not a number or an array"
        }
        return try machine.jacobian(of: outputs, by: inputs, isTuple: target.isTuple)
      }
    }
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(function)
    visit(differentiated)
  }
}

extension Machine {
  func makeJacobian() -> Value {
    makeNative("jacobian") { (arguments, machine) throws(Interruption) in
      let target = try DifferentiationTarget(arguments, "jacobian", in: machine)
      try machine.expectCallable(arguments[0], for: "jacobian")
      return machine.heap.foreign(
        JacobianFunction("jacobian", arguments[0], of: arguments[0], by: target))
    }
  }

  /// The Jacobian of the gradient.
  func makeHessian() -> Value {
    makeNative("hessian") { (arguments, machine) throws(Interruption) in
      let target = try DifferentiationTarget(arguments, "hessian", in: machine)
      try machine.expectCallable(arguments[0], for: "hessian")
      let gradient = machine.heap.foreign(
        GradientFunction(arguments[0], by: target, givesValue: false, hasExtra: false, in: machine))
      return machine.heap.foreign(
        JacobianFunction("hessian", arguments[0], of: gradient, by: target))
    }
  }

  /// For each leaf of `outputs` the trees of its derivatives by `inputs`.
  fileprivate func jacobian(
    of outputs: LeafTree, by inputs: [LeafTree], isTuple: Bool
  ) throws(Interruption) -> Value {
    let leaves = inputs.flatMap(\.leaves)
    let blocks = try jacobians(of: outputs.leaves, by: leaves)
    try checkTape()
    var values: [Value] = []
    for row in blocks {
      let trees = try self.values(of: row, like: inputs)
      values.append(isTuple ? try heap.tuple(trees) : trees[0])
    }
    return try outputs.value(of: values, in: self)
  }

  /// The derivative of each output by each input: by reverse sweeps from each element of the outputs, or
  /// by forward sweeps from each of the inputs where these are fewer.
  private func jacobians(
    of outputs: [TracedValue], by inputs: [TracedValue]
  ) throws(Interruption) -> [[TracedValue]] {
    let (width, height) = (
      inputs.reduce(0) { $0 + $1.count }, outputs.reduce(0) { $0 + $1.count }
    )
    return width < height
      ? try forwardJacobians(of: outputs, by: inputs)
      : try reverseJacobians(of: outputs, by: inputs)
  }

  private func reverseJacobians(
    of outputs: [TracedValue], by inputs: [TracedValue]
  ) throws(Interruption) -> [[TracedValue]] {
    var blocks: [[TracedValue]] = []
    for output in outputs {
      var rows: [[TracedValue]] = Array(repeating: [], count: inputs.count)
      for element in 0..<output.count {
        let parts = try cotangents(of: output, seed: unit(element, like: output), by: inputs)
        for (index, part) in parts.enumerated() { rows[index].append(part) }
      }
      var block: [TracedValue] = []
      for (index, input) in inputs.enumerated() {
        block.append(try stacked(rows[index], output.shape, input.shape, output))
      }
      blocks.append(block)
    }
    return blocks
  }

  private func forwardJacobians(
    of outputs: [TracedValue], by inputs: [TracedValue]
  ) throws(Interruption) -> [[TracedValue]] {
    var blocks: [[TracedValue]] = Array(repeating: [], count: outputs.count)
    for input in inputs {
      var columns: [[TracedValue]] = Array(repeating: [], count: outputs.count)
      for element in 0..<input.count {
        let change = try unit(element, like: input)
        for (index, output) in outputs.enumerated() {
          columns[index].append(try tangent(of: output, by: [input], changes: [change]))
        }
      }
      for (index, output) in outputs.enumerated() {
        // The input's axes come first here; they belong behind the output's.
        let rank = (input.shape.count, output.shape.count)
        let block = try stacked(columns[index], input.shape, output.shape, output)
        guard case .array(let traced) = block, rank.0 > 0, rank.1 > 0 else {
          blocks[index].append(block)
          continue
        }
        let order = Array(rank.0..<(rank.0 + rank.1)) + Array(0..<rank.0)
        blocks[index].append(.array(try apply(.transpose(order), [traced])))
      }
    }
    return blocks
  }

  /// How much `output` changes with changes of `inputs`.
  func tangent(
    of output: TracedValue, by inputs: [TracedValue], changes: [TracedValue]
  ) throws(Interruption) -> TracedValue {
    try charge(tape.count >> 3)
    return try attempt { () throws(ArrayError) in
      try tape.tangent(
        of: output, by: inputs, changes: changes, isRecorded: isNestedDerivative, budget: budget)
    }
  }

  /// 1 for one element, in row-major order, and 0 for all others.
  private func unit(_ element: Int, like value: TracedValue) throws(Interruption) -> TracedValue {
    guard case .array(let traced) = value else { return .number(Traced(1)) }
    return try attempt { () throws(ArrayError) in
      let unit = try NDArray(repeating: 0.0, shape: traced.array.shape, budget: budget)
      unit.pointer(Double.self)[element] = 1
      return .array(TracedArray(unit))
    }
  }

  /// Parts of shape `inner`, one for each element of `outer`, as one array of shape `outer + inner`; a
  /// number where both are numbers.
  private func stacked(
    _ parts: [TracedValue], _ outer: [Int], _ inner: [Int], _ output: TracedValue
  ) throws(Interruption) -> TracedValue {
    if outer.isEmpty, let only = parts.first, case .number = output { return only }
    var rows: [TracedArray] = []
    for part in parts {
      let array: TracedArray
      switch part {
      case .number(let number):
        array = try attempt { () throws(ArrayError) in try TracedArray(number, budget: budget) }
      case .array(let traced): array = traced
      }
      rows.append(try apply(.reshape([1] + inner), [array]))
    }
    if rows.isEmpty {
      return .array(
        TracedArray(
          try attempt { () throws(ArrayError) in
            try NDArray(repeating: 0.0, shape: outer + inner, budget: budget)
          }))
    }
    let joined = rows.count == 1 ? rows[0] : try apply(.concatenate(axis: 0), rows)
    return .array(try apply(.reshape(outer + inner), [joined]))
  }
}
