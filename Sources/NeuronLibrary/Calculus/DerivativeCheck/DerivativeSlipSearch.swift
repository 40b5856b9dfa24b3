import Backprop
import NeuronRuntime

/// Looks for the slip that accounts for a wrong derivative, running both functions where it must.
struct DerivativeSlipSearch {
  let check: DerivativeCheck
  let target: Int
  let failing: [DerivativeCheck.Seen]
  let agreeing: [DerivativeCheck.Seen]
  let tolerance: DerivativeTolerance

  /// Failing points that are looked at, and others.
  private static let failingPoints = 16
  private static let agreeingPoints = 8
  /// Points beside those given by `at=`.
  private static let pointsBeside = 12
  /// Elements of an array that are looked at.
  private static let maximumElements = 256
  /// Orders of arguments that are tried.
  private static let maximumOrders = 120

  private var evaluator: DerivativeEvaluator { check.evaluator }
  private var machine: Machine { check.machine }

  func likelySlip() throws(Interruption) -> (slip: LikelySlip, otherNames: [String])? {
    if isTransposed { return (LikelySlip.transposed, []) }
    let chosen = try pointsToLookAt()
    return try machine.heap.pinning(chosen.flatMap(\.self)) { () throws(Interruption) in
      let stepsBefore = machine.stepsLeft
      let points = try facts(at: chosen)
      let isLong = stepsBefore - machine.stepsLeft > DerivativeCheck.longRun * chosen.count
      let search = SlipSearch(points.flatMap(\.elements), tolerance: tolerance)
      var found = search.simpleSlip()
      // A long run is not made for every order of arguments.
      if found == nil, !isLong, points.allSatisfy({ $0.elements.count == 1 && $0.hasRun }) {
        found = try exchangedArguments(points, search)
      }
      if found == nil { found = search.rareSlip() }
      return found.map { ($0, search.otherNames(besides: $0.slip)) }
    }
  }

  /// A point with what the function's run tells there.
  private struct Point {
    let point: CheckedPoints.Point
    let evaluation: DerivativeEvaluator.Evaluation
    /// For each element of the derivative, what the run tells and what the candidate gives.
    let elements: [SlipSearch.Point]
    /// Whether the elements have more than the derivative.
    let hasRun: Bool
  }

  private func facts(at chosen: [CheckedPoints.Point]) throws(Interruption) -> [Point] {
    var points: [Point] = []
    for point in chosen {
      guard
        case .valid(let evaluation, let given) = try evaluator.evaluate(
          point, [.facts, .roundings])
      else { continue }
      // Where rounding moves it, nothing can be told.
      let size = max(evaluation.derivatives[target].size, given[target].size)
      if let rounding = evaluation.roundings.dropFirst(target).first,
        rounding > 0.1 * DerivativeTolerance.relative * size
      {
        continue
      }
      let facts = evaluation.facts.isEmpty ? nil : evaluation.facts[target]
      let name = evaluator.targets.all[target].name
      let elements = zip(given[target].numbers, evaluation.derivatives[target].numbers).map {
        SlipSearch.Point(
          facts: facts
            ?? DerivativeFacts(of: evaluator.function.name, by: name, derivative: $1), given: $0)
      }
      points.append(
        Point(
          point: point, evaluation: evaluation,
          elements: Array(elements.prefix(Self.maximumElements)), hasRun: facts != nil))
    }
    return points
  }

  /// Points of both kinds where they were sampled. Where they were given there may be few: then others
  /// around them.
  private func pointsToLookAt() throws(Interruption) -> [CheckedPoints.Point] {
    var points = (failing.prefix(Self.failingPoints) + agreeing.prefix(Self.agreeingPoints)).map(
      \.point)
    guard check.points.given != nil, let first = failing.first else { return points }
    var samples = SamplePoints(in: [.between(0.5, 1.5)])
    for _ in 0..<Self.pointsBeside {
      points.append(
        try check.moved(first.point, moving: evaluator.targets.all[target]) { value in
          let factor = samples.next()[0]
          return value == 0 ? factor - 1 : value * factor
        })
    }
    return points
  }

  /// Whether each matrix is the transposed one of the derivative.
  private var isTransposed: Bool {
    (failing + agreeing).allSatisfy { one in
      guard let other = one.given[target].transposed else { return false }
      let right = one.evaluation.derivatives[target]
      return other.shape == right.shape
        && zip(other.numbers, right.numbers).allSatisfy { tolerance.agree($0, $1) }
    }
  }

  // MARK: Arguments

  /// Tries the candidate with its arguments exchanged, then the factors of the chain rule.
  private func exchangedArguments(
    _ points: [Point], _ search: SlipSearch
  ) throws(Interruption) -> LikelySlip? {
    let arguments = evaluator.matching.arguments
    let names = arguments.compactMap { $0.parameter?.name }
    if names.count == arguments.count {
      for order in SlipSearch.exchanges(of: names.count).prefix(Self.maximumOrders)
      where try isRight(order, points, search) {
        return search.exchange(order, of: names)
      }
    }
    let parameters = check.points.parameters.map(\.name)
    for order in SlipSearch.exchanges(of: parameters.count).prefix(Self.maximumOrders) {
      if let set = try factors(exchangedBy: order, points, search) {
        return search.exchange(order, of: parameters, withinFactors: set)
      }
    }
    return nil
  }

  /// Whether the candidate is right at all points once its arguments are in this order.
  private func isRight(
    _ order: [Int], _ points: [Point], _ search: SlipSearch
  ) throws(Interruption) -> Bool {
    var count = 0
    for (place, point) in points.enumerated() {
      // A list may stand where a number is wanted, and anything may then be raised.
      let attempt = try machine.attempt([.exception]) { () throws(Interruption) in
        try evaluator.given(at: point.point, point.evaluation, order: order)
      }
      guard case .value(.elements(let given)) = attempt, given[target].isFinite else { continue }
      if !search.agrees(given[target].numbers[0], at: place) { return false }
      count += 1
    }
    return count >= SlipSearch.leastPoints
  }

  /// The factors of the chain rule that take their arguments in this order, if that accounts for all.
  private func factors(
    exchangedBy order: [Int], _ points: [Point], _ search: SlipSearch
  ) throws(Interruption) -> [Int]? {
    var sets: Set<[Int]>?
    var count = 0
    for (place, point) in points.enumerated() {
      let moved = order.map { point.point[$0] }
      guard zip(moved, point.point).allSatisfy({ $0.kind == $1.kind }) else { continue }
      let attempt = try machine.attempt([.exception]) { () throws(Interruption) in
        try evaluator.evaluate(moved, .facts)
      }
      guard case .value(.valid(let evaluation, _)) = attempt, !evaluation.facts.isEmpty else {
        continue
      }
      let here = search.factorSets(at: place, exchanged: evaluation.facts[target])
      sets = sets?.intersection(here) ?? here
      if sets?.isEmpty ?? true { return nil }
      count += 1
    }
    guard count >= SlipSearch.leastPoints, let sets else { return nil }
    // The fewest factors, the outermost first.
    return sets.min {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
  }
}
