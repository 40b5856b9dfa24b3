import Backprop
import NeuronRuntime

/// Looks for the slip that accounts for a wrong derivative, running both functions where it must.
struct DerivativeSlipSearch {
  let check: DerivativeCheck
  let target: Int
  let seen: [DerivativeCheck.Seen]
  let failing: [Int]
  let tolerance: DerivativeTolerance

  /// Failing points that are looked at, and as many others.
  private static let pointsOfAKind = 8
  /// Points beside those given by `at=`.
  private static let pointsBeside = 12
  /// Orders of arguments that are tried.
  private static let maximumOrders = 120

  private var evaluator: DerivativeEvaluator { check.evaluator }
  private var machine: Machine { check.machine }

  func likelySlip() throws(Interruption) -> (slip: LikelySlip, otherNames: [String])? {
    let (points, search) = try facts()
    guard points.count >= SlipSearch.leastPoints else { return nil }
    var found = search.simpleSlip()
    if found == nil { found = try exchangedArguments(points, search) }
    if found == nil { found = search.rareSlip() }
    return found.map { ($0, search.otherNames(besides: $0.slip)) }
  }

  /// A point with the facts of the function's run there.
  private struct Point {
    let point: CheckedPoints.Point
    let evaluation: DerivativeEvaluator.Evaluation
  }

  private func facts() throws(Interruption) -> ([Point], SlipSearch) {
    var points: [Point] = []
    for point in pointsToLookAt() {
      guard case .valid(let evaluation) = try evaluator.evaluate(point, findsFacts: true),
        case .numbers = evaluation.given
      else { continue }
      points.append(Point(point: point, evaluation: evaluation))
    }
    let given = points.map { point in
      if case .numbers(let numbers) = point.evaluation.given { numbers[target] } else { Double.nan }
    }
    let search = SlipSearch(
      zip(points, given).map { point, given in
        SlipSearch.Point(facts: point.evaluation.facts[target], given: given)
      }, tolerance: tolerance)
    return (points, search)
  }

  /// Points of both kinds where they were sampled. Where they were given there may be few: then others
  /// around them.
  private func pointsToLookAt() -> [CheckedPoints.Point] {
    let agreeing = seen.indices.filter { !failing.contains($0) }
    let chosen =
      (failing.prefix(Self.pointsOfAKind) + agreeing.prefix(Self.pointsOfAKind)).map {
        seen[$0].point
      }
    guard check.points.given != nil, let first = failing.first else { return chosen }
    var samples = SamplePoints(in: seen[first].point.map { _ in .between(0.5, 1.5) })
    return chosen
      + (0..<Self.pointsBeside).map { _ in
        zip(seen[first].point, samples.next()).map { value, factor in
          value.isFloat ? Value(value.float == 0 ? factor - 1 : value.float * factor) : value
        }
      }
  }

  // MARK: Arguments

  /// Tries the candidate with its arguments exchanged, then the factors of the chain rule.
  private func exchangedArguments(
    _ points: [Point], _ search: SlipSearch
  ) throws(Interruption) -> LikelySlip? {
    let names = evaluator.arguments.compactMap { $0.parameter?.name }
    if names.count == evaluator.arguments.count {
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
      let attempt = try machine.attempt(DerivativeEvaluator.domainErrors) {
        () throws(Interruption) in
        try evaluator.given(at: point.point, point.evaluation.quantities, order: order)
      }
      guard case .value(.numbers(let numbers)) = attempt, numbers[target].isFinite else { continue }
      if !search.agrees(numbers[target], at: place) { return false }
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
      guard zip(moved, point.point).allSatisfy({ $0.kind == $1.kind }),
        case .valid(let evaluation) = try evaluator.evaluate(moved, findsFacts: true)
      else { continue }
      let here = search.factorSets(at: place, exchanged: evaluation.facts[target])
      sets = sets?.intersection(here) ?? here
      if sets?.isEmpty ?? true { return nil }
      count += 1
    }
    guard count >= SlipSearch.leastPoints, let sets else { return nil }
    // The fewest factors, the outermost first.
    return sets.min { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }
  }
}
