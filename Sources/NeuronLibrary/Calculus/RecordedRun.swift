import Backprop
import NeuronRuntime
import SourceText

/// One run of a function of the lesson, forward and backward, and what it was called with.
struct RecordedRun {
  let run: BackpropRun
  /// The parameters by name, each with the leaves that are its quantities.
  let parameters: [(name: String, tree: LeafTree)]
  /// The tape of the run, for what is asked for later.
  let tape: Tape
  /// The parameters that were given whole numbers.
  let wholes: Set<String>

  func visitValues(_ visit: (Value) -> Void) {
    for parameter in parameters { parameter.tree.visitValues(visit) }
  }

  /// The quantity that a name or a function of the program means.
  func index(of value: Value, in machine: Machine) throws(Interruption) -> Int {
    let name = try RecordedRun.name(value, in: machine)
    switch run.meaning(of: name) {
    case .quantity(let index): return index
    case .several(let names):
      throw .raised(
        .value,
        "'\(name)' was called more than once: say which, of \(RecordedRun.list(names))")
    case nil: throw unknown(name)
    }
  }

  /// What a call of the method `chain` means: a quantity, all parts of a parameter, or for `None` no chain.
  func chainStart(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> ChainStart {
    let given = arguments.count + arguments.keywords.count - 1
    guard given == 1, arguments.areByPlace else {
      throw .raised(.type, "chain() takes the name of one quantity (\(given) given)")
    }
    let value = arguments[1]
    if value.isNone { return .none }
    let name = try RecordedRun.name(value, in: machine)
    if run.meaning(of: name) == nil {
      guard run.parameters.contains(where: { $0.group == name }) else { throw unknown(name) }
      return .parameter(name)
    }
    return .quantity(run.quantities[try index(of: value, in: machine)].name)
  }

  private static func name(_ value: Value, in machine: Machine) throws(Interruption) -> String {
    if let function = machine.functionName(value) { return function }
    guard machine.typeName(value) == "str" else {
      throw .raised(
        .type, "a quantity is named by str or by its function, not by \(machine.typeName(value))")
    }
    return machine.textOf(value)
  }

  private func unknown(_ name: String) -> Interruption {
    let nearest = nearestName(to: name, in: run.names).map { "; did you mean '\($0)'?" } ?? ""
    return .raised(
      .value,
      "no quantity '\(name)': there are the parameters and the functions called, \(RecordedRun.list(run.names))\(nearest)"
    )
  }

  /// What takes an argument that `*args` takes has the name `args[0]`, a part of a whole.
  fileprivate static func parts(of name: String) -> (whole: String, path: [String]) {
    guard name.last == "]", let bracket = name.lastIndex(of: "[") else { return (name, []) }
    let place = name[name.index(after: bracket)...].dropLast()
    guard Int(place) != nil else { return (name, []) }
    return (String(name[..<bracket]), [String(place)])
  }

  /// Nobody reads more than a few of a long run's names.
  private static func list(_ names: [String]) -> String {
    names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")
  }
}

extension Machine {
  /// Calls the first argument with the others, every float among them being differentiated by.
  ///
  /// - Parameter name: the built-in that does so, for complaints.
  func recordedRun(
    _ arguments: Arguments, for name: String
  ) throws(Interruption) -> RecordedRun {
    guard arguments.count > 0 else {
      throw .raised(.type, "\(name)() takes a function, then its arguments")
    }
    guard isProgramFunction(arguments[0]) else {
      throw .raised(
        .type, "\(name)() takes a function of the lesson, not a \(typeName(arguments[0]))")
    }
    if tracing.depth > 0 {
      throw .raised(
        .type,
        "\(name)() cannot be differentiated: inside of a derivative take value_and_grad instead")
    }
    let call = try bind(arguments[0], arguments.droppingFirst)
    return try differentiating { () throws(Interruption) in
      var call = call
      var parameters: [(name: String, tree: LeafTree)] = []
      var wholes: Set<String> = []
      for (index, value) in call.values.enumerated() {
        guard let tree = try LeafTree(parameter: value, in: self)?.mapLeaves(tape.input) else {
          continue
        }
        if tree.isNumber, !value.isFloat { wholes.insert(call.names[index]) }
        parameters.append((call.names[index], tree))
        call.values[index] = try tree.value(in: self)
      }
      let (result, noted) = try recordingCalls { () throws(Interruption) in
        try call.run(in: self)
      }
      _ = try makeOutput(result, of: call.callee)
      try checkTape()
      let run = try backpropRun(parameters, noted)
      return RecordedRun(
        run: run, parameters: parameters,
        tape: try attempt { () throws(ArrayError) in try tape.detached() }, wholes: wholes)
    }
  }

  private func backpropRun(
    _ parameters: [(name: String, tree: LeafTree)], _ noted: [Tracing.Call]
  ) throws(Interruption) -> BackpropRun {
    var inputs: [BackpropRun.Parameter] = []
    for parameter in parameters {
      let (whole, start) = RecordedRun.parts(of: parameter.name)
      let paths = try parameter.tree.paths(in: self)
      for (path, leaf) in zip(paths, parameter.tree.leaves) {
        inputs.append(BackpropRun.Parameter(whole: whole, path: start + path, value: leaf))
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
