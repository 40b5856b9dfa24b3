import Backprop
import NeuronRuntime

extension DerivativeEvaluator {
  // MARK: The function's run

  func run(_ point: [Value], _ extras: Extras) throws(Interruption) -> Evaluation {
    let hasIntegers = point.contains { isInteger($0) }
    if tracesIntegers, hasIntegers {
      let attempt = try machine.attempt([.type, .index, .key]) { () throws(Interruption) in
        try runOnce(point, extras)
      }
      if case .value(let evaluation) = attempt { return evaluation }
      tracesIntegers = false
    }
    return try runOnce(point, extras)
  }

  private func isInteger(_ value: Value) -> Bool {
    machine.typeName(value) == "int" || machine.typeName(value) == "bool"
  }

  /// Parameters are all traced, since what the candidate is compared with may be a quantity that
  /// depends on any of them.
  private func runOnce(_ point: [Value], _ extras: Extras) throws(Interruption) -> Evaluation {
    try machine.differentiating { () throws(Interruption) in
      var arguments = point
      var inputs: [(name: String, value: TracedValue)] = []
      var constants: [(name: String, value: Double)] = []
      for (index, parameter) in parameters.enumerated() {
        guard let traced = try machine.differentiable(point[index]) else { continue }
        if isInteger(point[index]), !tracesIntegers,
          !targets.all.contains(.parameter(parameter.name))
        {
          if case .number(let number) = traced { constants.append((parameter.name, number.value)) }
          continue
        }
        let input = machine.tape.input(traced)
        inputs.append((parameter.name, input))
        arguments[index] = try machine.value(of: input)
      }
      return try machine.heap.pinning(arguments) { () throws(Interruption) in
        let (output, calls) = try call(arguments, notesCalls: needsCalls || extras.contains(.facts))
        let table = QuantityTable(
          parameters: inputs, calls: calls.map { ($0.function, $0.value) })
        var evaluation = try evaluation(of: output, table)
        if machine.tape.holdsArrays { return evaluation }
        if extras.contains(.facts) { evaluation.facts = try facts(inputs, calls, constants) }
        if extras.contains(.roundings) { evaluation.roundings = try roundings(of: output, table) }
        return evaluation
      }
    }
  }

  /// Whether quantities of the run are needed.
  private var needsCalls: Bool {
    !matching.quantities.isEmpty
      || targets.all.contains { if case .quantity = $0 { true } else { false } }
  }

  /// A call that gave a number or an array.
  private struct NotedCall {
    let function: String
    let value: TracedValue
    let begunAt: Int
  }

  private func call(
    _ arguments: [Value], notesCalls: Bool
  ) throws(Interruption) -> (Traced, [NotedCall]) {
    let named = function.parameters == nil ? nil : parameters
    let given = arguments.enumerated().map { (named?[$0], $1) }
    // What has no call of its own stands for itself, and what it calls is its own affair.
    guard notesCalls, function.isNoted(in: machine) else {
      let output = try machine.makeOutput(
        try function.call(given, in: machine), of: function.value
      ).number
      try machine.checkTape()
      return (output, [NotedCall(function: function.name, value: .number(output), begunAt: 0)])
    }
    let (result, noted) = try machine.recordingCalls { () throws(Interruption) in
      try function.call(given, in: machine)
    }
    let output = try machine.makeOutput(result, of: function.value).number
    try machine.checkTape()
    var calls: [NotedCall] = []
    for call in noted {
      guard let result = call.result, let value = try machine.differentiable(result) else {
        continue
      }
      calls.append(NotedCall(function: call.function, value: value, begunAt: call.begunAt))
    }
    return (output, calls)
  }

  private func evaluation(
    of output: Traced, _ table: QuantityTable
  ) throws(Interruption) -> Evaluation {
    var values: [TracedValue] = []
    for target in targets.all {
      let value = try value(of: target, in: table)
      if value.node == 0 {
        throw .raised(
          .type, "cannot differentiate by '\(target.name)': it depends on none of the arguments")
      }
      values.append(value)
    }
    let derivatives = try machine.cotangents(
      of: .number(output), seed: .number(Traced(1)), by: values)
    var quantities: [(name: String, value: Elements)] = []
    for name in matching.quantities {
      quantities.append((name, Elements(try value(ofArgument: name, values, in: table))))
    }
    return Evaluation(
      value: output.value, derivatives: derivatives.map(Elements.init),
      targetValues: values.map(Elements.init), quantities: quantities)
  }

  private func facts(
    _ inputs: [(name: String, value: TracedValue)], _ noted: [NotedCall],
    _ constants: [(name: String, value: Double)]
  ) throws(Interruption) -> [DerivativeFacts] {
    let parameters = inputs.map { BackpropRun.Parameter(name: $0.name, value: $0.value) }
    let calls = noted.map {
      BackpropRun.Call(function: $0.function, value: $0.value, begunAt: $0.begunAt)
    }
    let run = try machine.attempt { () throws(ArrayError) in
      try BackpropRun(
        of: machine.tape, parameters: parameters, calls: calls, workLimit: 1 << 20,
        budget: machine.budget)
    }
    // A run too large to tell its steps apart has nothing to say about slips.
    guard let run else { return [] }
    var facts: [DerivativeFacts] = []
    for target in targets.all {
      guard case .quantity(let index)? = run.meaning(of: target.name) else { return [] }
      facts.append(
        DerivativeFacts(
          of: run, on: machine.tape, by: index, output: function.name, constants: constants))
    }
    return facts
  }

  // MARK: Rounding

  private func roundings(
    of output: Traced, _ table: QuantityTable
  ) throws(Interruption) -> [Double] {
    var roundings: [Double] = []
    for target in targets.all {
      let node = try value(of: target, in: table).node
      guard let rounding = machine.tape.rounding(ofDerivativeOf: output, by: node) else {
        return []
      }
      roundings.append(rounding)
    }
    return roundings
  }

  /// The same of what the candidate gives, which is run again for its operations; none where its
  /// results are no numbers.
  func roundingsOfCandidate(
    at point: [Value], _ evaluation: Evaluation
  ) throws(Interruption) -> [Double] {
    try machine.differentiating { () throws(Interruption) in
      let traced = try argumentsOfCandidate(at: point, evaluation).map {
        (value) throws(Interruption) in
        guard value.isFloat else { return value }
        return machine.plain(machine.tape.input(Traced(value.float)))
      }
      let result = try candidate.call(
        zip(matching.arguments, traced).map { ($0.parameter, $1) }, in: machine)
      let results = targets.areSeveral ? machine.elements(of: result) : [result]
      var roundings: [Double] = []
      for result in results {
        guard let number = try machine.tracedNumber(result),
          let rounding = machine.tape.rounding(of: number)
        else { return [] }
        roundings.append(rounding)
      }
      return roundings
    }
  }
}
