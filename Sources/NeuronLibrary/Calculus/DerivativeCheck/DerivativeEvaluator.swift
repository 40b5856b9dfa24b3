import Backprop
import NeuronRuntime
import SourceText

/// Runs the two functions of a check at a point.
final class DerivativeEvaluator {
  /// What both functions give at a point. All of it is plain numbers.
  struct Evaluation {
    /// The function's value, and its derivatives by the targets.
    var value: Double
    var derivatives: [Elements]
    /// For each target, its value there.
    var targetValues: [Elements]
    /// For each quantity that the candidate takes, its value.
    var quantities: [(name: String, value: Elements)]
    /// For each target, what the run tells besides, where that was asked for and no array stands in
    /// the way.
    var facts: [DerivativeFacts] = []
    var given = Given.elements([])
  }

  /// What the candidate gives.
  enum Given {
    /// For each target, elements of the derivative's shape.
    case elements([Elements])
    case other(OddResult)
  }

  /// What became of a point.
  enum Result {
    case valid(Evaluation, given: [Elements])
    /// One of the functions has no value or no derivative there.
    case outside(String)
    /// The candidate gives something that is no derivative.
    case odd(OddResult)
  }

  let function: CheckedFunction
  let candidate: CheckedFunction
  let targets: DerivativeTargets
  /// The function's parameters that take one value.
  let parameters: [Parameter]
  let matching: ArgumentMatching
  let machine: Machine
  /// Whether integers are differentiated by as well, as floats; not where the function counts or
  /// indexes with them.
  private var tracesIntegers = true

  /// Errors by which functions say that a point is outside their domain.
  static let domainErrors: [ExceptionType] = [.arithmetic, .value]

  init(
    _ function: CheckedFunction, candidate: CheckedFunction, targets: DerivativeTargets,
    parameters: [Parameter], in machine: Machine
  ) throws(Interruption) {
    self.function = function
    self.candidate = candidate
    self.targets = targets
    self.parameters = parameters
    self.machine = machine
    matching = try ArgumentMatching(candidate, to: function, parameters)
  }

  // MARK: Both functions

  /// Runs both at a point; an error that tells of a domain makes the point one outside it.
  func evaluate(_ point: [Value], findsFacts: Bool = false) throws(Interruption) -> Result {
    let attempt = try machine.attempt(Self.domainErrors) { () throws(Interruption) in
      try evaluateOnce(point, findsFacts: findsFacts)
    }
    guard case .value(let evaluation) = attempt else {
      if case .raised(let message) = attempt { return .outside(message) }
      return .outside("")
    }
    let isFinite = (evaluation.derivatives + evaluation.targetValues).allSatisfy(\.isFinite)
    guard isFinite, evaluation.value.isFinite else {
      return .outside("'\(function.name)' or its derivative is not finite")
    }
    switch evaluation.given {
    case .other(let odd): return .odd(odd)
    case .elements(let given):
      return given.allSatisfy(\.isFinite)
        ? .valid(evaluation, given: given) : .outside("'\(candidate.name)' gives no finite number")
    }
  }

  /// The same, every error being one.
  func evaluateOnce(
    _ point: [Value], findsFacts: Bool = false
  ) throws(Interruption) -> Evaluation {
    try machine.heap.pinning(point) { () throws(Interruption) in
      var evaluation = try run(point, findsFacts: findsFacts)
      evaluation.given = try given(at: point, evaluation)
      return evaluation
    }
  }

  /// Runs the candidate at a point where the function was run.
  ///
  /// - Parameter order: which argument's value each of its parameters gets; its own without.
  func given(
    at point: [Value], _ evaluation: Evaluation, order: [Int]? = nil
  ) throws(Interruption) -> Given {
    var values: [Value] = []
    for argument in matching.arguments {
      switch argument.source {
      case .parameter(let index): values.append(point[index])
      case .quantity(let name):
        let quantity = evaluation.quantities.first { $0.name == name }
        values.append(try machine.value(of: quantity?.value ?? Elements([.nan])))
      }
    }
    let arguments = values.indices.map { index in
      (matching.arguments[index].parameter, values[order?[index] ?? index])
    }
    return try given(by: try candidate.call(arguments, in: machine), evaluation.derivatives)
  }

  private func given(
    by result: Value, _ derivatives: [Elements]
  ) throws(Interruption) -> Given {
    var results = [result]
    if targets.areSeveral {
      let isSequence = ["tuple", "list"].contains(machine.typeName(result))
      results = isSequence ? machine.elements(of: result) : []
      guard results.count == derivatives.count else {
        return .other(OddResult(result, of: candidate, count: derivatives.count, in: machine))
      }
    }
    var given: [Elements] = []
    for (result, derivative) in zip(results, derivatives) {
      guard let traced = try machine.differentiable(result) else {
        return .other(OddResult(result, of: candidate, in: machine))
      }
      let elements = Elements(traced)
      guard elements.shape == derivative.shape else {
        return .other(OddResult(elements, of: derivative, in: machine))
      }
      given.append(elements)
    }
    return .elements(given)
  }

  // MARK: The function

  private func run(_ point: [Value], findsFacts: Bool) throws(Interruption) -> Evaluation {
    let hasIntegers = point.contains { isInteger($0) }
    if tracesIntegers, hasIntegers {
      let attempt = try machine.attempt([.type, .index, .key]) { () throws(Interruption) in
        try runOnce(point, findsFacts: findsFacts)
      }
      if case .value(let evaluation) = attempt { return evaluation }
      tracesIntegers = false
    }
    return try runOnce(point, findsFacts: findsFacts)
  }

  private func isInteger(_ value: Value) -> Bool {
    machine.typeName(value) == "int" || machine.typeName(value) == "bool"
  }

  /// Parameters are all traced, since what the candidate is compared with may be a quantity that
  /// depends on any of them.
  private func runOnce(_ point: [Value], findsFacts: Bool) throws(Interruption) -> Evaluation {
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
        let (output, calls) = try call(arguments, notesCalls: needsCalls || findsFacts)
        var evaluation = try evaluation(
          of: output,
          QuantityTable(parameters: inputs, calls: calls.map { ($0.function, $0.value) }))
        if findsFacts, !machine.tape.holdsArrays {
          evaluation.facts = try facts(inputs, calls, constants)
        }
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
        of: machine.tape, parameters: parameters, calls: calls, workLimit: 1 << 26,
        budget: machine.budget)
    }
    // A run too large to tell its steps apart has nothing to say about slips.
    guard let run else { return [] }
    var facts: [DerivativeFacts] = []
    for target in targets.all {
      guard case .quantity(let index)? = run.meaning(of: target.name) else { return [] }
      facts.append(DerivativeFacts(of: run, on: machine.tape, by: index, constants: constants))
    }
    return facts
  }

  // MARK: Names

  private func value(
    of target: DerivativeTarget, in table: QuantityTable
  ) throws(Interruption) -> TracedValue {
    // The one parameter of a function that is written in Swift has no name there.
    let name = target.name
    switch table.meaning(of: name) {
    case .value(let value): return value
    case .several(let names): throw ambiguous(name, names)
    case nil:
      let nearest =
        nearestName(to: name, in: table.names).map { "; did you mean '\($0)'?" } ?? ""
      if parameters.contains(where: { $0.name == name }) {
        throw .raised(
          .type, "cannot differentiate by '\(name)': it is not a number or an array")
      }
      throw .raised(
        .type,
        "'\(function.name)' has no parameter and no quantity '\(name)' to differentiate by: there are \(table.names.joined(separator: ", "))\(nearest)"
      )
    }
  }

  private func ambiguous(_ name: String, _ names: [String]) -> Interruption {
    .raised(
      .type, "'\(name)' was called more than once: say which, of \(names.joined(separator: ", "))")
  }

  /// The value of the quantity that a parameter of the candidate is named after. The one by which it
  /// differentiates may be abbreviated: `sig` for `sigmoid`.
  private func value(
    ofArgument name: String, _ targetValues: [TracedValue], in table: QuantityTable
  ) throws(Interruption) -> TracedValue {
    switch table.meaning(of: name) {
    case .value(let value): return value
    case .several(let names): throw ambiguous(name, names)
    case nil:
      let unknown = matching.quantities.filter { table.meaning(of: $0) == nil }
      if unknown.count == 1, targets.all.count == 1, case .quantity(let target) = targets.all[0],
        name.prefix(3) == target.prefix(3) || target.hasPrefix(name)
      {
        return targetValues[0]
      }
      throw mismatch(of: name, in: table)
    }
  }

  private func mismatch(of name: String, in table: QuantityTable) -> Interruption {
    let nearest = nearestName(to: name, in: table.names).map { "; did you mean '\($0)'?" } ?? ""
    let missing = parameters.map(\.name).filter { parameter in
      !(candidate.parameters ?? []).contains { $0.name == parameter }
    }
    let lacks =
      missing.isEmpty ? "" : "; it lacks \(missing.map { "'\($0)'" }.joined(separator: ", "))"
    let quantities =
      table.callNames.isEmpty
      ? "" : " and no quantity of its run (\(table.callNames.joined(separator: ", ")))"
    return .raised(
      .type,
      "parameters are matched by name, but \(candidate.signature) has '\(name)', which is no parameter of \(function.signature)\(quantities)\(lacks)\(nearest)"
    )
  }
}
