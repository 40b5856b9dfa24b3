import Backprop
import NeuronRuntime
import Pictures
import SourceText

/// What `backprop(f, …)` gives: one run forward and backward, as its named quantities.
final class BackpropValue: ForeignValue {
  private let run: BackpropRun
  /// The method `d`, which takes this as its receiver.
  private let derivativeMethod: Value

  init(_ run: BackpropRun, derivativeMethod: Value) {
    self.run = run
    self.derivativeMethod = derivativeMethod
  }

  var typeName: String { "Backprop" }

  /// The table of steps.
  func representation(in machine: Machine) throws(Interruption) -> String {
    let steps = run.steps
    let alignments: [Table.Alignment] = [.leading, .decimal, .equation, .equation, .equation]
    let columns = zip(BackpropRun.columns, alignments).map { Table.Column($0, $1) }
    return Table(columns: columns, rowCount: steps.count) { run.row(of: steps[$0]) }.text
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "value": return Value(run.quantities[run.outputIndex].value)
    case "grad":
      let gradients = machine.heap.dictionary()
      for parameter in run.parameters {
        try machine.setItem(
          gradients, try machine.heap.string(parameter.name), Value(parameter.derivative))
      }
      return gradients
    case "steps":
      var steps: [Value] = []
      for step in run.steps { steps.append(try dictionary(of: step, machine)) }
      return try machine.heap.list(steps)
    case "d": return machine.heap.boundMethod(machine.heap.foreign(self), derivativeMethod)
    default: return nil
    }
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
    try set("value", Value(quantity.value))
    if case .way(let way) = step {
      try set("through", try machine.heap.string(run.quantities[way.consumer].name))
      try set("local", Value(way.local))
      try set("upstream", Value(way.upstream))
      try set("product", Value(way.product))
    } else {
      for key in ["through", "local", "upstream"] { try set(key, .none) }
      try set("product", Value(quantity.derivative))
    }
    return result
  }

  /// `run.d(a, b)`: the derivative of one quantity by another, each a name or a function.
  func derivative(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    try arguments.expectPositional("d", 3...3)
    let of = try index(of: arguments[1], in: machine)
    return Value(run.derivative(of: of, by: try index(of: arguments[2], in: machine)))
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
      let run = try machine.backprop(try machine.bind(arguments[0], arguments.droppingFirst))
      return machine.heap.foreign(BackpropValue(run, derivativeMethod: derivativeMethod))
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

  private func backprop(_ call: BoundCall) throws(Interruption) -> BackpropRun {
    try differentiating { () throws(Interruption) in
      var call = call
      var parameters: [BackpropRun.Parameter] = []
      for (index, value) in call.values.enumerated() {
        guard let number = try tracedNumber(value) else { continue }
        let input = tape.input(number)
        parameters.append(BackpropRun.Parameter(name: call.names[index], value: input))
        call.values[index] = tracing.value(input, isNumPy: value.isNumPy)
      }
      let (result, noted) = try recordingCalls { () throws(Interruption) in
        try call.run(in: self)
      }
      _ = try makeOutput(result, of: call.callee)
      try checkTape()
      var calls: [BackpropRun.Call] = []
      for call in noted {
        guard let value = call.result, let number = try tracedNumber(value) else { continue }
        calls.append(
          BackpropRun.Call(function: call.function, value: number, begunAt: call.begunAt))
      }
      guard
        let run = BackpropRun(
          of: tape, parameters: parameters, calls: calls, workLimit: 1 << 30)
      else {
        throw .limit(.tapeLimit, "the run has too many calls to tell its steps apart")
      }
      return run
    }
  }
}
