import Backprop
import NeuronRuntime
import Pictures
import SourceText

/// What `backprop(f, …)` gives: one run forward and backward, as its named quantities.
final class BackpropValue: ForeignValue {
  private let recorded: RecordedRun
  private let methods: BackpropMethods
  /// Where the chain begins that its drawing marks.
  private let chain: ChainStart

  private var run: BackpropRun { recorded.run }

  init(_ recorded: RecordedRun, chain: ChainStart, methods: BackpropMethods) {
    self.recorded = recorded
    self.chain = chain
    self.methods = methods
  }

  var typeName: String { "Backprop" }

  func visitValues(_ visit: (Value) -> Void) { recorded.visitValues(visit) }

  /// The table of steps.
  func representation(in machine: Machine) throws(Interruption) -> String { steps.text }

  /// The quantities as a drawing, with the table of steps.
  func exhibit(in machine: Machine) -> (any Sendable)? {
    Picture.graph(ComputationGraph(run.graph, chainFrom: chain), steps: steps)
  }

  private var steps: Table {
    let steps = run.steps
    let alignments: [Table.Alignment] = [.leading, .decimal, .equation, .equation, .equation]
    let columns = zip(BackpropRun.columns, alignments).map { Table.Column($0, $1) }
    return Table(columns: columns, rowCount: steps.count) { run.row(of: steps[$0]) }
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "value": return try machine.value(of: run.output.value)
    case "grad": return try gradients(in: machine)
    case "steps":
      var steps: [Value] = []
      for step in run.steps { steps.append(try dictionary(of: step, machine)) }
      return try machine.heap.list(steps)
    case "d": return machine.heap.boundMethod(machine.heap.foreign(self), methods.derivative)
    case "chain": return machine.heap.boundMethod(machine.heap.foreign(self), methods.chain)
    default: return nil
    }
  }

  /// The derivative by each parameter, in the parameter's own form.
  private func gradients(in machine: Machine) throws(Interruption) -> Value {
    let gradients = machine.heap.dictionary()
    var rest = run.parameters
    for parameter in recorded.parameters {
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
    let of = try recorded.index(of: arguments[1], in: machine)
    let by = try recorded.index(of: arguments[2], in: machine)
    if let derivative = run.derivative(of: of, by: by) { return try machine.value(of: derivative) }
    let tape = recorded.tape
    try machine.charge(run.quantities[of].value.shape.reduce(1, *) * (tape.count >> 3))
    let jacobian = try machine.attempt { () throws(ArrayError) in
      try run.jacobian(of: of, by: by, on: tape, budget: machine.budget)
    }
    return try machine.value(of: jacobian)
  }

  /// `run.chain("w")`: the same with another chain marked in its drawing.
  func marking(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    let start = try recorded.chainStart(arguments, in: machine)
    return machine.heap.foreign(BackpropValue(recorded, chain: start, methods: methods))
  }
}

/// The methods of what `backprop` gives, which take it as their receiver.
struct BackpropMethods {
  let derivative: Value
  let chain: Value

  init(in machine: Machine) {
    derivative = machine.makeNative("d") { (arguments, machine) throws(Interruption) in
      guard let value = machine.foreign(arguments[0]) as? BackpropValue else {
        throw .raised(.type, "d() is a method of what backprop gives")
      }
      return try value.derivative(arguments, in: machine)
    }
    chain = machine.makeNative("chain") { (arguments, machine) throws(Interruption) in
      guard let value = machine.foreign(arguments[0]) as? BackpropValue else {
        throw .raised(.type, "chain() is a method of what backprop gives")
      }
      return try value.marking(arguments, in: machine)
    }
  }
}

extension Machine {
  /// The built-in `backprop(f, *args, **kwargs)`.
  func makeBackprop() -> Value {
    let methods = BackpropMethods(in: self)
    return makeNative("backprop") { (arguments, machine) throws(Interruption) in
      try machine.refuseChoice(arguments)
      let recorded = try machine.recordedRun(arguments, for: "backprop")
      let value = BackpropValue(
        recorded, chain: .automatic(wholes: recorded.wholes), methods: methods)
      let foreign = machine.heap.foreign(value)
      machine.heap.account(recorded.tape.byteCount, to: foreign)
      return foreign
    }
  }

  /// `backprop` differentiates by everything, so that it takes no choice as `grad` does; what is not
  /// for it is for the function.
  private func refuseChoice(_ arguments: Arguments) throws(Interruption) {
    guard arguments.count > 0 else { return }
    let parameters = parameters(of: arguments[0]) ?? []
    for name in ["wrt", "argnums"] where arguments.keywords.contains(name) {
      if parameters.contains(where: { $0.name == name || $0.kind == .keywordRest }) { continue }
      throw .raised(
        .type,
        "backprop() takes no \(name): it differentiates by all arguments at once, and .grad has each derivative by name"
      )
    }
  }
}
