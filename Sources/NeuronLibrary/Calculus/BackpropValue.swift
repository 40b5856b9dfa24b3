import Backprop
import NeuronRuntime
import Pictures
import SourceText

/// What `backprop(f, …)` gives: one run forward and backward, as its named quantities.
final class BackpropValue: ForeignValue {
  private let run: BackpropRun
  /// The parameters by name, each with the leaves that are its quantities.
  private let parameters: [(name: String, tree: LeafTree)]
  /// The tape of the run, for the Jacobians that are asked for later.
  private let tape: Tape
  /// The method `d`, which takes this as its receiver.
  private let derivativeMethod: Value

  fileprivate init(
    _ run: BackpropRun, _ parameters: [(name: String, tree: LeafTree)], tape: Tape,
    derivativeMethod: Value
  ) {
    self.run = run
    self.parameters = parameters
    self.tape = tape
    self.derivativeMethod = derivativeMethod
  }

  var byteCount: Int { tape.byteCount }

  var typeName: String { "Backprop" }

  func visitValues(_ visit: (Value) -> Void) {
    for parameter in parameters { parameter.tree.visitValues(visit) }
  }

  /// The table of steps.
  func representation(in machine: Machine) throws(Interruption) -> String {
    let steps = run.steps
    let alignments: [Table.Alignment] = [.leading, .decimal, .equation, .equation, .equation]
    let columns = zip(BackpropRun.columns, alignments).map { Table.Column($0, $1) }
    return Table(columns: columns, rowCount: steps.count) { run.row(of: steps[$0]) }.text
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "value": return try machine.value(of: run.output.value)
    case "grad": return try gradients(in: machine)
    case "steps":
      var steps: [Value] = []
      for step in run.steps { steps.append(try dictionary(of: step, machine)) }
      return try machine.heap.list(steps)
    case "d": return machine.heap.boundMethod(machine.heap.foreign(self), derivativeMethod)
    default: return nil
    }
  }

  /// The derivative by each parameter, in the parameter's own form.
  private func gradients(in machine: Machine) throws(Interruption) -> Value {
    let gradients = machine.heap.dictionary()
    var rest = run.parameters
    for parameter in parameters {
      let leaves = rest.prefix(parameter.tree.leaves.count)
      rest = rest.dropFirst(leaves.count)
      var values: [Value] = []
      for leaf in leaves { values.append(try machine.value(of: leaf.derivative)) }
      try machine.setItem(
        gradients, try machine.heap.string(parameter.name),
        try parameter.tree.value(of: values, in: machine))
    }
    return gradients
  }

  /// One row as a dictionary; what a row does not have is `None`.
  private func dictionary(
    of step: BackpropRun.Step, _ machine: Machine
  ) throws(Interruption) -> Value {
    let result = machine.heap.dictionary()
    func set(_ key: String, _ value: Value) throws(Interruption) {
      try machine.setItem(result, try machine.heap.string(key), value)
    }
    let index =
      switch step {
      case .output(let index), .sum(let index), .unused(let index): index
      case .way(let way): way.quantity
      }
    let quantity = run.quantities[index]
    try set("quantity", try machine.heap.string(quantity.name))
    try set("value", try machine.value(of: quantity.value))
    if case .way(let way) = step {
      try set("through", try machine.heap.string(run.quantities[way.consumer].name))
      try set("local", try way.local.map(machine.value(of:)) ?? .none)
      try set("upstream", try machine.value(of: way.upstream))
      try set("product", try machine.value(of: way.product))
    } else {
      for key in ["through", "local", "upstream"] { try set(key, .none) }
      try set("product", try machine.value(of: quantity.derivative))
    }
    return result
  }

  /// `run.d(a, b)`: the derivative of one quantity by another, each a name or a function.
  func derivative(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    try arguments.expectPositional("d", 3...3)
    let of = try index(of: arguments[1], in: machine)
    let by = try index(of: arguments[2], in: machine)
    if let derivative = run.derivative(of: of, by: by) { return try machine.value(of: derivative) }
    try machine.charge(run.quantities[of].value.shape.reduce(1, *) * (tape.count >> 3))
    let jacobian = try machine.attempt { () throws(ArrayError) in
      try run.jacobian(of: of, by: by, on: tape, budget: machine.budget)
    }
    return try machine.value(of: jacobian)
  }

  private func index(of value: Value, in machine: Machine) throws(Interruption) -> Int {
    let name: String
    if let function = machine.functionName(value) {
      name = function
    } else if machine.typeName(value) == "str" {
      name = machine.textOf(value)
    } else {
      throw .raised(
        .type, "a quantity is named by str or by its function, not by \(machine.typeName(value))")
    }
    switch run.meaning(of: name) {
    case .quantity(let index): return index
    case .several(let names):
      throw .raised(
        .value,
        "'\(name)' was called more than once: say which, of \(names.joined(separator: ", "))")
    case nil:
      let nearest = nearestName(to: name, in: run.names).map { "; did you mean '\($0)'?" } ?? ""
      throw .raised(
        .value,
        "no quantity '\(name)': there are the parameters and the functions called, \(run.names.joined(separator: ", "))\(nearest)"
      )
    }
  }
}

extension Machine {
  /// The built-in `backprop(f, *args, **kwargs)`.
  func makeBackprop() -> Value {
    let derivativeMethod = makeNative("d") { (arguments, machine) throws(Interruption) in
      guard let value = machine.foreign(arguments[0]) as? BackpropValue else {
        throw .raised(.type, "d() is a method of what backprop gives")
      }
      return try value.derivative(arguments, in: machine)
    }
    return makeNative("backprop") { (arguments, machine) throws(Interruption) in
      guard arguments.count > 0 else {
        throw .raised(.type, "backprop() takes a function, then its arguments")
      }
      guard machine.isProgramFunction(arguments[0]) else {
        throw .raised(
          .type,
          "backprop() takes a function of the lesson, not a \(machine.typeName(arguments[0]))")
      }
      try machine.refuseChoice(arguments)
      if machine.tracing.depth > 0 {
        throw .raised(
          .type,
          "backprop() cannot be differentiated: inside of a derivative take value_and_grad instead")
      }
      return try machine.backprop(
        try machine.bind(arguments[0], arguments.droppingFirst), derivativeMethod)
    }
  }

  /// `backprop` differentiates by everything, so that it takes no choice as `grad` does; what is not
  /// for it is for the function.
  private func refuseChoice(_ arguments: Arguments) throws(Interruption) {
    let parameters = parameters(of: arguments[0]) ?? []
    for name in ["wrt", "argnums"] where arguments.keywords.contains(name) {
      if parameters.contains(where: { $0.name == name || $0.kind == .keywordRest }) { continue }
      throw .raised(
        .type,
        "backprop() takes no \(name): it differentiates by all arguments at once, and .grad has each derivative by name"
      )
    }
  }

  private func backprop(
    _ call: BoundCall, _ derivativeMethod: Value
  ) throws(Interruption) -> Value {
    try differentiating { () throws(Interruption) in
      var call = call
      var parameters: [(name: String, tree: LeafTree)] = []
      for (index, value) in call.values.enumerated() {
        guard let tree = try LeafTree(parameter: value, in: self)?.mapLeaves(tape.input) else {
          continue
        }
        parameters.append((call.names[index], tree))
        call.values[index] = try tree.value(in: self)
      }
      let (result, noted) = try recordingCalls { () throws(Interruption) in
        try call.run(in: self)
      }
      _ = try makeOutput(result, of: call.callee)
      try checkTape()
      let run = try backpropRun(parameters, noted)
      let value = BackpropValue(
        run, parameters, tape: try attempt { () throws(ArrayError) in try tape.detached() },
        derivativeMethod: derivativeMethod)
      let foreign = heap.foreign(value)
      heap.account(value.byteCount, to: foreign)
      return foreign
    }
  }

  private func backpropRun(
    _ parameters: [(name: String, tree: LeafTree)], _ noted: [Tracing.Call]
  ) throws(Interruption) -> BackpropRun {
    var inputs: [BackpropRun.Parameter] = []
    for parameter in parameters {
      let paths = try parameter.tree.paths(in: self)
      for (path, leaf) in zip(paths, parameter.tree.leaves) {
        inputs.append(BackpropRun.Parameter(name: parameter.name + path, value: leaf))
      }
    }
    var calls: [BackpropRun.Call] = []
    for call in noted {
      guard let value = call.result, let traced = try tracedValue(value) else { continue }
      calls.append(
        BackpropRun.Call(function: call.function, value: traced, begunAt: call.begunAt))
    }
    let run = try attempt { () throws(ArrayError) in
      try BackpropRun(
        of: tape, parameters: inputs, calls: calls, workLimit: 1 << 30, budget: budget)
    }
    guard let run else {
      throw .limit(.tapeLimit, "the run has too many calls to tell its steps apart")
    }
    return run
  }

  /// A number or an array of floats, with its entry if it has one; `nil` for anything else.
  private func tracedValue(_ value: Value) throws(Interruption) -> TracedValue? {
    if let number = try tracedNumber(value) { return .number(number) }
    guard let array = arrayValue(value)?.traced(in: self), array.array.dtype == .float64 else {
      return nil
    }
    return array.array.rank == 0 ? .number(array.number) : .array(array)
  }

  /// A number or an array for the program, with elements of its own.
  func value(of value: RunValue) throws(Interruption) -> Value {
    switch value {
    case .number(let number): return Value(number)
    case .array(let array):
      let own = try attempt { () throws(ArrayError) in try array.contiguousCopy() }
      return try self.array(own)
    }
  }
}
