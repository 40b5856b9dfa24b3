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
    /// For each target, how far rounding may have moved the two derivatives apart, where that was asked
    /// for and can be said.
    var roundings: [Double] = []
    var given = Given.elements([])
  }

  /// What the candidate gives.
  enum Given {
    /// For each target, elements of the derivative's shape.
    case elements([Elements])
    case other(OddResult)
  }

  /// What is wanted of a point besides.
  struct Extras: OptionSet {
    let rawValue: Int
    static let facts = Extras(rawValue: 1)
    static let roundings = Extras(rawValue: 2)
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
  var tracesIntegers = true

  /// Errors by which functions say that a point is outside their domain.
  private static let domainErrors: [ExceptionType] = [.arithmetic, .value]

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
  func evaluate(_ point: [Value], _ extras: Extras = []) throws(Interruption) -> Result {
    let attempt = try machine.attempt(Self.domainErrors) { () throws(Interruption) in
      try evaluateOnce(point, extras)
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
    _ point: [Value], _ extras: Extras = []
  ) throws(Interruption) -> Evaluation {
    try machine.heap.pinning(point) { () throws(Interruption) in
      var evaluation = try run(point, extras)
      evaluation.given = try given(at: point, evaluation)
      if extras.contains(.roundings) {
        let others = try roundingsOfCandidate(at: point, evaluation)
        evaluation.roundings = zip(evaluation.roundings, others).map { $0 + $1 }
      }
      return evaluation
    }
  }

  /// Runs the candidate at a point where the function was run.
  ///
  /// - Parameter order: which argument's value each of its parameters gets; its own without.
  func given(
    at point: [Value], _ evaluation: Evaluation, order: [Int]? = nil
  ) throws(Interruption) -> Given {
    let values = try argumentsOfCandidate(at: point, evaluation)
    let arguments = values.indices.map { index in
      (matching.arguments[index].parameter, values[order?[index] ?? index])
    }
    return try given(by: try candidate.call(arguments, in: machine), evaluation.derivatives)
  }

  func argumentsOfCandidate(
    at point: [Value], _ evaluation: Evaluation
  ) throws(Interruption) -> [Value] {
    var values: [Value] = []
    for argument in matching.arguments {
      switch argument.source {
      case .parameter(let index): values.append(point[index])
      case .quantity(let name):
        let quantity = evaluation.quantities.first { $0.name == name }
        values.append(try machine.value(of: quantity?.value ?? Elements([.nan])))
      }
    }
    return values
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
}
