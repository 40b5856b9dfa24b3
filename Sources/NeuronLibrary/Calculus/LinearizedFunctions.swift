import Backprop
import NeuronRuntime

// `jvp` and `vjp`: one product with the Jacobian, from the right and from the left, as in JAX.

extension Machine {
  /// `jvp(f, primals, tangents)`: the value of `f` at the primals and its change with the tangents.
  func makeJVP() -> Value {
    makeNative("jvp") { (arguments, machine) throws(Interruption) in
      try arguments.expect("jvp", 3...3)
      try machine.expectCallable(arguments[0], for: "jvp")
      let primals = try machine.jvpList(arguments[1], "primals")
      let tangents = try machine.jvpList(arguments[2], "tangents")
      guard primals.count == tangents.count else {
        throw .raised(
          .type,
          "jvp() takes as many tangents as primals: there are \(primals.count) primals and \(tangents.count) tangents"
        )
      }
      let call = try machine.bind(arguments[0], primals)
      return try machine.jvp(call, tangents)
    }
  }

  private func jvpList(_ value: Value, _ name: String) throws(Interruption) -> [Value] {
    guard value.kind == .list || value.kind == .tuple else {
      throw .raised(.type, "jvp() takes its \(name) as a tuple or list, not as \(typeName(value))")
    }
    return elements(of: value)
  }

  private func jvp(_ call: BoundCall, _ tangents: [Value]) throws(Interruption) -> Value {
    let changes = try tangents.enumerated().map { (index, tangent) throws(Interruption) in
      try LeafTree(tangent, in: self) {
        "the tangent for '\(call.names[index])' \($0), not a number"
      }
    }
    return try differentiating { () throws(Interruption) in
      let (inputs, result) = try run(call, tracing: Array(tangents.indices))
      for (index, input) in inputs.enumerated() where !input.matches(changes[index]) {
        throw .raised(
          .value,
          "jvp(): the tangent for '\(call.names[index])' is not of the shape of its primal: \(shapes(changes[index])) and \(shapes(input))"
        )
      }
      let outputs = try outputs(result, of: call.callee)
      var parts: [TracedValue] = []
      for output in outputs.leaves {
        let part = try tangent(
          of: output, by: inputs.flatMap(\.leaves), changes: changes.flatMap(\.leaves))
        parts.append(try ownElements(part))
      }
      try checkTape()
      let value = outputs.mapLeaves(isNestedDerivative ? { $0 } : \.constant)
      return try heap.tuple([value.value(in: self), outputs.with(parts).value(in: self)])
    }
  }

  private func shapes(_ tree: LeafTree) -> String {
    tree.leaves.map { tupleText($0.shape) }.joined(separator: ", ")
  }

  fileprivate func outputs(_ result: Value, of callee: Value) throws(Interruption) -> LeafTree {
    try heap.pinning([result]) { () throws(Interruption) in
      try LeafTree(result, in: self) { found in
        "cannot differentiate \(calleeText(callee)): what it gives \(found), not a number or an array"
      }
    }
  }

  /// `vjp(f, *primals)`: the value of `f`, and a function from a cotangent of it to those of the primals.
  func makeVJP() -> Value {
    makeNative("vjp") { (arguments, machine) throws(Interruption) in
      guard arguments.count > 0 else {
        throw .raised(.type, "vjp() takes a function, then its arguments")
      }
      try machine.expectCallable(arguments[0], for: "vjp")
      return try machine.vjp(try machine.bind(arguments[0], arguments.droppingFirst))
    }
  }

  private func vjp(_ call: BoundCall) throws(Interruption) -> Value {
    try differentiating { () throws(Interruption) in
      let (inputs, result) = try run(call, tracing: Array(call.values.indices))
      let outputs = try outputs(result, of: call.callee)
      let value = isNestedDerivative ? outputs : outputs.mapLeaves(\.constant)
      let ownTape =
        isNestedDerivative
        ? nil : try attempt { () throws(ArrayError) in try tape.detached() }
      let pullback = PullbackFunction(
        call.callee, inputs, outputs, run: tracing.run, tape: ownTape)
      let function = heap.foreign(pullback)
      heap.account(pullback.byteCount, to: function)
      return try heap.pinning([function]) { () throws(Interruption) in
        try heap.tuple([try value.value(in: self), function])
      }
    }
  }
}

/// The function that `vjp` gives: takes a cotangent in the form of the value, and gives a tuple with one
/// for each primal.
final class PullbackFunction: ForeignValue {
  private let function: Value
  private let inputs: [LeafTree]
  private let outputs: LeafTree
  /// The outermost derivative in which the nodes count, when they are on the machine's own tape.
  private let run: UInt64
  /// The tape of the run; nil while it is the machine's.
  private let tape: Tape?

  fileprivate init(
    _ function: Value, _ inputs: [LeafTree], _ outputs: LeafTree, run: UInt64, tape: Tape?
  ) {
    self.function = function
    self.inputs = inputs
    self.outputs = outputs
    self.run = run
    self.tape = tape
  }

  var byteCount: Int { tape?.byteCount ?? 0 }

  var typeName: String { "function" }
  var isCallable: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<function vjp(\(machine.functionName(function) ?? "function"))>"
  }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expect("vjp function", 1...1)
    let seeds = try LeafTree(arguments[0], in: machine) { "the cotangent \($0), not a number" }
    guard seeds.matches(outputs) else {
      throw .raised(
        .value, "the cotangent is not of the shape of what \(machine.calleeText(function)) gave")
    }
    if tape != nil, seeds.leaves.contains(where: { $0.node != 0 }) {
      throw .raised(
        .type,
        "what vjp gave outside of a derivative cannot be differentiated in it: call vjp inside")
    }
    if tape == nil, machine.tracing.depth == 0 || machine.tracing.run != run {
      throw .raised(
        .type, "what vjp gave inside of a derivative cannot be called after it has ended")
    }
    let parts = try cotangents(seeds, in: machine)
    return try machine.heap.tuple(try machine.values(of: parts, like: inputs))
  }

  private func cotangents(
    _ seeds: LeafTree, in machine: Machine
  ) throws(Interruption) -> [TracedValue] {
    let leaves = inputs.flatMap(\.leaves)
    let tape = tape ?? machine.tape
    try machine.charge(tape.count >> 3)
    return try machine.attempt { () throws(ArrayError) in
      var sums: [TracedValue]?
      for (output, seed) in zip(outputs.leaves, seeds.leaves) {
        let parts = try tape.cotangents(
          of: output, seed: seed, by: leaves, isRecorded: self.tape == nil, budget: machine.budget)
        guard let known = sums else {
          sums = parts
          continue
        }
        sums = try zip(known, parts).map { (sum, part) throws(ArrayError) in
          try tape.sum(sum, part)
        }
      }
      return sums ?? leaves.map(\.constant)
    }
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(function)
    outputs.visitValues(visit)
    for input in inputs { input.visitValues(visit) }
  }
}
