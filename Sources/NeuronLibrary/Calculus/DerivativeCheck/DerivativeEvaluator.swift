import Backprop
import NeuronRuntime
import SourceText

/// Runs the two functions of a check at a point.
struct DerivativeEvaluator {
  /// Where an argument of the candidate comes from.
  enum Source {
    /// The function's parameter at this index.
    case parameter(Int)
    /// A quantity of the function's run.
    case quantity(String)
  }

  /// What both functions give at a point.
  struct Evaluation {
    /// The function's value, and its derivatives by the targets.
    var value: Double
    var derivatives: [Double]
    /// For each target, its value there.
    var targetValues: [Double]
    /// For each quantity that the candidate takes, its value.
    var quantities: [(name: String, value: Double)]
    var given: Given
    var facts: [DerivativeFacts] = []
  }

  /// What the candidate gives.
  enum Given {
    case numbers([Double])
    /// Something else, in words.
    case other(OddResult)
  }

  /// What became of a point.
  enum Result {
    case valid(Evaluation)
    /// One of the functions has no value or no derivative there.
    case outside(String)
  }

  let function: CheckedFunction
  let candidate: CheckedFunction
  let targets: DerivativeTargets
  /// The function's parameters that take one value.
  let parameters: [Parameter]
  let arguments: [(parameter: Parameter?, source: Source)]
  let machine: Machine

  /// Errors by which functions say that a point is outside their domain.
  static let domainErrors: [ExceptionType] = [.arithmetic, .value]

  /// Whether the run's quantities are needed, so that its calls must be noted.
  private var needsQuantities: Bool {
    targets.all.contains { if case .quantity = $0 { true } else { false } }
      || takesQuantities
  }

  /// Whether the candidate is handed quantities of the run.
  var takesQuantities: Bool {
    arguments.contains { if case .quantity = $0.source { true } else { false } }
  }

  /// The function's parameters that the candidate has too, by index.
  var takenParameters: [Int] {
    arguments.compactMap { if case .parameter(let index) = $0.source { index } else { nil } }
  }

  init(
    _ function: CheckedFunction, candidate: CheckedFunction, targets: DerivativeTargets,
    parameters: [Parameter], in machine: Machine
  ) throws(Interruption) {
    self.function = function
    self.candidate = candidate
    self.targets = targets
    self.parameters = parameters
    self.machine = machine
    arguments = try Self.arguments(of: candidate, function, parameters)
  }

  /// Matches parameters by name. A name that the function's parameters do not have must be that of a
  /// quantity, which the first run will show.
  private static func arguments(
    of candidate: CheckedFunction, _ function: CheckedFunction, _ parameters: [Parameter]
  ) throws(Interruption) -> [(parameter: Parameter?, source: Source)] {
    guard let own = candidate.parameters else {
      guard parameters.count == 1 else {
        throw .raised(
          .type,
          "\(candidate.name) has no named parameters to match with those of \(function.signature)")
      }
      return [(nil, .parameter(0))]
    }
    if own.contains(where: { $0.kind == .rest }), !own.contains(where: \.isSingle) {
      return parameters.indices.map { (nil, .parameter($0)) }
    }
    var arguments: [(parameter: Parameter?, source: Source)] = []
    for parameter in own where parameter.isSingle {
      if let index = parameters.firstIndex(where: { $0.name == parameter.name }) {
        arguments.append((parameter, .parameter(index)))
      } else if parameter.defaultValue == nil {
        arguments.append((parameter, .quantity(parameter.name)))
      }
    }
    if own.contains(where: { $0.kind == .keywordRest }) {
      let taken = own.map(\.name)
      for (index, parameter) in parameters.enumerated() where !taken.contains(parameter.name) {
        let keyword = Parameter(name: parameter.name, kind: .keywordOnly, defaultValue: nil)
        arguments.append((keyword, .parameter(index)))
      }
    }
    return arguments
  }

  // MARK: Running

  /// Runs both at a point; an error that tells of a domain makes the point one outside it.
  func evaluate(
    _ point: [Value], findsFacts: Bool = false
  ) throws(Interruption) -> Result {
    let attempt = try machine.attempt(Self.domainErrors) { () throws(Interruption) in
      try evaluateOnce(point, findsFacts: findsFacts)
    }
    switch attempt {
    case .value(let evaluation):
      let numbers = evaluation.derivatives + [evaluation.value] + evaluation.targetValues
      if numbers.contains(where: { !$0.isFinite }) {
        return .outside("'\(function.name)' or its derivative is not finite")
      }
      if case .numbers(let given) = evaluation.given, given.contains(where: { !$0.isFinite }) {
        return .outside(
          "'\(candidate.name)' gives \(shortDecimal(given.first { !$0.isFinite } ?? .nan))")
      }
      return .valid(evaluation)
    case .raised(let message): return .outside(message)
    }
  }

  /// The same, every error being one.
  func evaluateOnce(
    _ point: [Value], findsFacts: Bool = false
  ) throws(Interruption) -> Evaluation {
    var evaluation =
      needsQuantities || findsFacts
      ? try runWithQuantities(point, findsFacts: findsFacts) : try runAlone(point)
    evaluation.given = try self.given(at: point, evaluation.quantities)
    return evaluation
  }

  private func call(_ point: [Value]) throws(Interruption) -> Value {
    let parameters = function.parameters == nil ? nil : self.parameters
    return try function.call(
      point.enumerated().map { (parameters?[$0], $1) }, in: machine)
  }

  /// A number as a fresh entry of the tape, to differentiate by.
  private func input(_ value: Value, _ name: String) throws(Interruption) -> Traced {
    guard let number = try machine.tracedNumber(value) else {
      throw .raised(
        .type, "cannot differentiate by '\(name)': it is a \(machine.typeName(value)), not a number"
      )
    }
    return machine.tape.input(number)
  }

  private func runAlone(_ point: [Value]) throws(Interruption) -> Evaluation {
    try machine.differentiating { () throws(Interruption) in
      var point = point
      var inputs: [Traced] = []
      for target in targets.all {
        let index = parameters.firstIndex { $0.name == target.name } ?? 0
        let input = try input(point[index], target.name)
        point[index] = machine.plain(input)
        inputs.append(input)
      }
      let output = try machine.makeOutput(try call(point), of: function.value).number
      try machine.checkTape()
      let derivatives = try machine.cotangents(
        of: .number(output), seed: .number(Traced(1)), by: inputs.map { .number($0) })
      return Evaluation(
        value: output.value,
        derivatives: derivatives.map {
          if case .number(let number) = $0 { number.value } else { .nan }
        },
        targetValues: inputs.map(\.value), quantities: [], given: .numbers([]))
    }
  }

  private func runWithQuantities(
    _ point: [Value], findsFacts: Bool
  ) throws(Interruption) -> Evaluation {
    try machine.differentiating { () throws(Interruption) in
      var point = point
      var inputs: [BackpropRun.Parameter] = []
      var constants: [(name: String, value: Double)] = []
      for (index, parameter) in parameters.enumerated() {
        guard let number = try machine.tracedNumber(point[index]) else { continue }
        // An integer may count or index something, which a float cannot.
        guard
          machine.typeName(point[index]) != "int" && machine.typeName(point[index]) != "bool"
            || targets.all.contains(.parameter(parameter.name))
        else {
          constants.append((parameter.name, number.value))
          continue
        }
        let input = try input(point[index], parameter.name)
        inputs.append(BackpropRun.Parameter(name: parameter.name, value: .number(input)))
        point[index] = machine.plain(input)
      }
      let (result, noted) = try machine.recordingCalls { () throws(Interruption) in
        try call(point)
      }
      let output = try machine.makeOutput(result, of: function.value).number
      try machine.checkTape()
      let calls = try calls(noted, output)
      let run = try machine.attempt { () throws(ArrayError) in
        try BackpropRun(
          of: machine.tape, parameters: inputs, calls: calls, workLimit: 1 << 28,
          budget: machine.budget)
      }
      guard let run else {
        throw .limit(.tapeLimit, "the run has too many calls to tell its steps apart")
      }
      return try evaluation(of: run, constants, findsFacts: findsFacts)
    }
  }

  private func calls(
    _ noted: [Tracing.Call], _ output: Traced
  ) throws(Interruption) -> [BackpropRun.Call] {
    // What has no call of its own stands for itself, and what it calls is its own affair.
    guard function.isNoted(in: machine) else {
      return [BackpropRun.Call(function: function.name, value: .number(output), begunAt: 0)]
    }
    var calls: [BackpropRun.Call] = []
    for call in noted {
      guard let value = call.result, let number = try machine.tracedNumber(value) else { continue }
      calls.append(
        BackpropRun.Call(function: call.function, value: .number(number), begunAt: call.begunAt))
    }
    return calls
  }

  private func evaluation(
    of run: BackpropRun, _ constants: [(name: String, value: Double)], findsFacts: Bool
  ) throws(Interruption) -> Evaluation {
    var indices: [Int] = []
    for target in targets.all { indices.append(try index(of: target.name, in: run)) }
    var quantities: [(name: String, value: Double)] = []
    for argument in arguments {
      guard case .quantity(let name) = argument.source else { continue }
      guard let index = try index(ofArgument: name, indices, in: run) else {
        throw mismatch(of: name, in: run)
      }
      quantities.append((name, run.quantities[index].value.asNumber))
    }
    return Evaluation(
      value: run.output.value.asNumber,
      derivatives: indices.map { run.quantities[$0].derivative.asNumber },
      targetValues: indices.map { run.quantities[$0].value.asNumber }, quantities: quantities,
      given: .numbers([]),
      facts: findsFacts
        ? indices.map {
          DerivativeFacts(of: run, on: machine.tape, by: $0, constants: constants)
        } : [])
  }

  // MARK: Quantities

  private func index(of name: String, in run: BackpropRun) throws(Interruption) -> Int {
    switch run.meaning(of: name) {
    case .quantity(let index): return index
    case .several(let names):
      throw .raised(
        .type,
        "'\(name)' was called more than once: say which, of \(names.joined(separator: ", "))")
    case nil:
      let nearest = nearestName(to: name, in: run.names).map { "; did you mean '\($0)'?" } ?? ""
      throw .raised(
        .type,
        "'\(function.name)' has no parameter and no quantity '\(name)' to differentiate by: there are \(run.names.joined(separator: ", "))\(nearest)"
      )
    }
  }

  /// The quantity that a parameter of the candidate is named after. The one by which it differentiates
  /// may be abbreviated: `sig` for `sigmoid`.
  private func index(
    ofArgument name: String, _ targetIndices: [Int], in run: BackpropRun
  ) throws(Interruption) -> Int? {
    if run.meaning(of: name) != nil { return try index(of: name, in: run) }
    let unknown = arguments.filter {
      if case .quantity(let other) = $0.source { run.meaning(of: other) == nil } else { false }
    }
    guard unknown.count == 1, targetIndices.count == 1,
      case .quantity(let target) = targets.all[0]
    else { return nil }
    let isShort = name.prefix(3) == target.prefix(3) || target.hasPrefix(name)
    return isShort ? targetIndices[0] : nil
  }

  private func mismatch(of name: String, in run: BackpropRun) -> Interruption {
    let known = parameters.map(\.name) + run.names
    let nearest = nearestName(to: name, in: known).map { "; did you mean '\($0)'?" } ?? ""
    let missing = parameters.map(\.name).filter { parameter in
      !(candidate.parameters ?? []).contains { $0.name == parameter }
    }
    let lacks =
      missing.isEmpty ? "" : "; it lacks \(missing.map { "'\($0)'" }.joined(separator: ", "))"
    let quantities = run.quantities.filter { !$0.isParameter }.map(\.name)
    return .raised(
      .type,
      "parameters are matched by name, but \(candidate.signature) has '\(name)', which is no parameter of \(function.signature) and no quantity of its run (\(quantities.joined(separator: ", ")))\(lacks)\(nearest)"
    )
  }

  // MARK: The candidate

  /// Runs the candidate.
  ///
  /// - Parameter order: which argument's value each of its parameters gets; as it should be without.
  func given(
    at point: [Value], _ quantities: [(name: String, value: Double)], order: [Int]? = nil
  ) throws(Interruption) -> Given {
    let values = arguments.map { argument in
      switch argument.source {
      case .parameter(let index): point[index]
      case .quantity(let name):
        Value(quantities.first { $0.name == name }?.value ?? .nan)
      }
    }
    let ordered = arguments.indices.map { index in
      (arguments[index].parameter, values[order?[index] ?? index])
    }
    return try given(by: try candidate.call(ordered, in: machine))
  }

  private func given(by result: Value) throws(Interruption) -> Given {
    guard targets.areSeveral else {
      guard let number = try machine.tracedNumber(result) else {
        return .other(OddResult(result, of: candidate, count: nil, in: machine))
      }
      return .numbers([number.value])
    }
    guard ["tuple", "list"].contains(machine.typeName(result)) else {
      return .other(OddResult(result, of: candidate, count: targets.all.count, in: machine))
    }
    var numbers: [Double] = []
    for item in machine.elements(of: result) {
      guard let number = try machine.tracedNumber(item) else {
        return .other(OddResult(item, of: candidate, count: nil, in: machine))
      }
      numbers.append(number.value)
    }
    guard numbers.count == targets.all.count else {
      return .other(OddResult(result, of: candidate, count: targets.all.count, in: machine))
    }
    return .numbers(numbers)
  }
}

/// A result of a candidate that is no number where one was expected.
struct OddResult {
  let description: String
  let help: String?

  init(_ value: Value, of candidate: CheckedFunction, count: Int?, in machine: Machine) {
    let type = machine.typeName(value)
    let wanted = count.map { "a tuple of \($0) numbers" } ?? "a number"
    if machine.isCallable(value) {
      let name = machine.functionName(value)
      description = "gives the function\(name.map { " '\($0)'" } ?? ""), not \(wanted)"
      help =
        "return the local that holds the derivative\(name.map { "; `\($0)` is a function here" } ?? "")"
    } else if value.isNone {
      description = "gives nothing, not \(wanted)"
      help = "is there a `return`?"
    } else if ["tuple", "list"].contains(type) {
      let length = machine.length(value) ?? 0
      description = "gives a \(type) of \(length), not \(wanted)"
      help = count == nil ? "to check several derivatives, name them all: wrt=(…, …)" : nil
    } else {
      description = "gives a \(type), not \(wanted)"
      help = nil
    }
  }
}
