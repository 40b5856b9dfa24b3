import Backprop
import NeuronRuntime

/// One call of `check_derivative`: looks at points, compares, and says what it found.
struct DerivativeCheck {
  let evaluator: DerivativeEvaluator
  let points: CheckedPoints
  let machine: Machine

  /// A point at which both functions have a value.
  struct Seen {
    let point: CheckedPoints.Point
    let evaluation: DerivativeEvaluator.Evaluation
    /// For each target.
    let given: [Elements]
  }

  /// Points that are sampled: enough for a slip in a branch to show.
  private static let pointCount = 40
  /// Points of a function that takes more steps than this a run: as many as are easy to read.
  static let longRun = 200_000
  private static let pointCountOfLongRuns = 12
  /// Points that are tried, for each that is wanted.
  private static let attempts = 4
  /// With fewer valid points, agreement says little.
  private static let leastPoints = 5

  private var targets: [DerivativeTarget] { evaluator.targets.all }

  func run() throws(Interruption) -> Value {
    let seen = if let given = points.given { try look(at: given) } else { try sample() }
    var worst = 0.0
    var counted = seen.count
    for index in targets.indices {
      let tolerance = tolerance(for: index, seen)
      var agreeing: [Seen] = []
      var failing: [Seen] = []
      for one in seen {
        switch try comparison(of: one, index, tolerance) {
        case .agrees(let difference):
          worst = max(worst, difference)
          agreeing.append(one)
        case .differs: failing.append(one)
        case .unclear: break
        }
      }
      if !failing.isEmpty {
        let failure = DerivativeFailure(
          check: self, target: index, failing: failing, agreeing: agreeing, tolerance: tolerance)
        if let missing = try failure.missingParameter() { throw missing }
        machine.derivativesChecked += 1
        throw try failure.interruption()
      }
      if agreeing.isEmpty {
        throw .raised(
          .value,
          "check_derivative() cannot tell: at all points rounding moves the derivative of '\(evaluator.function.name)' or what '\(evaluator.candidate.name)' gives; say where it does not by within= or at="
        )
      }
      machine.derivativesChecked += 1
      counted = min(counted, agreeing.count)
    }
    return machine.heap.foreign(
      DerivativeAgreement(
        candidate: evaluator.candidate.name, derivatives: targets.map(name), points: counted,
        error: worst,
        isZero: seen.allSatisfy { $0.evaluation.derivatives.allSatisfy { $0.size == 0 } }))
  }

  private func tolerance(for index: Int, _ seen: [Seen]) -> DerivativeTolerance {
    DerivativeTolerance(for: seen.flatMap { $0.evaluation.derivatives[index].numbers })
  }

  /// `∂l/∂w`
  func name(of target: DerivativeTarget) -> String {
    derivativeName(of: evaluator.function.name, by: target.name)
  }

  // MARK: Points

  /// Runs both functions at the points given; there every error is one.
  private func look(at given: [CheckedPoints.Point]) throws(Interruption) -> [Seen] {
    var seen: [Seen] = []
    for point in given {
      let evaluation = try evaluator.evaluateOnce(point)
      switch evaluation.given {
      case .other(let odd): throw try failure(odd, at: point)
      case .elements(let numbers):
        guard (evaluation.derivatives + numbers).allSatisfy(\.isFinite) else {
          throw .raised(
            .value,
            "at \(text(of: point)) there is nothing to compare: '\(evaluator.candidate.name)' or the derivative of '\(evaluator.function.name)' is not finite"
          )
        }
        seen.append(Seen(point: point, evaluation: evaluation, given: numbers))
      }
    }
    return seen
  }

  private func sample() throws(Interruption) -> [Seen] {
    var samples = SamplePoints(in: points.ranges)
    var seen: [Seen] = []
    var reason = ""
    var tried = 0
    var wanted = points.areSampled ? Self.pointCount : 1
    while seen.count < wanted, tried < wanted * Self.attempts {
      let drawn = samples.next()
      let before = machine.stepsLeft
      variants: for coordinates in [drawn] + samples.variants(of: drawn) {
        tried += 1
        let point = points.point(coordinates)
        switch try evaluate(sampled: point) {
        case .valid(let evaluation, let given):
          seen.append(Seen(point: point, evaluation: evaluation, given: given))
          break variants
        case .odd(let odd): throw try failure(odd, at: point)
        case .outside(let why): reason = "at \(text(of: point)): \(why)"
        }
      }
      if before - machine.stepsLeft > Self.longRun {
        wanted = min(wanted, Self.pointCountOfLongRuns)
      }
    }
    guard seen.count >= min(Self.leastPoints, wanted) else {
      let found = seen.isEmpty ? "no point" : "only \(seen.count) of \(tried) points"
      throw .raised(
        .value,
        "check_derivative() found \(found) where both '\(evaluator.function.name)' and '\(evaluator.candidate.name)' have a value; say where they do by within= or at= (\(reason))"
      )
    }
    return seen
  }

  /// Runs both at a sampled point. Where a number does not do, the report says how to give something else.
  private func evaluate(
    sampled point: CheckedPoints.Point
  ) throws(Interruption) -> DerivativeEvaluator.Result {
    do throws(Interruption) {
      return try evaluator.evaluate(point)
    } catch {
      guard points.areSampled, machine.isException(error, .type),
        machine.lastLine(of: error).contains("'float'")
      else { throw error }
      throw try machine.advising(
        "check_derivative() tried numbers for all parameters: where arrays or counts are wanted, give points by at=",
        on: error)
    }
  }

  private func failure(
    _ odd: OddResult, at point: CheckedPoints.Point
  ) throws(Interruption) -> Interruption {
    machine.derivativesChecked += targets.count
    return try DerivativeFailure.interruption(odd, of: self, at: point)
  }

  /// `x = 2, w = 0.5`
  func text(of point: CheckedPoints.Point) -> String {
    zip(points.parameters, point).map { "\($0.name) = \(text(of: $1))" }.joined(separator: ", ")
  }

  /// A value as a report shows it; of an array the shape.
  func text(of value: Value) -> String {
    if value.isFloat { return shortDecimal(value.float) }
    if let array = machine.arrayValue(value)?.array {
      return "array of shape \(machine.tupleText(array.shape))"
    }
    return machine.sketch(of: value)
  }

  // MARK: Comparison

  /// What became of one derivative at one point.
  private enum Comparison {
    /// With the relative difference. At a bend it may be another one that is as good; then the
    /// difference is that of the other elements.
    case agrees(Double)
    case differs
    /// The difference may be rounding.
    case unclear
  }

  private func comparison(
    of seen: Seen, _ index: Int, _ tolerance: DerivativeTolerance
  ) throws(Interruption) -> Comparison {
    let (given, right) = (seen.given[index].numbers, seen.evaluation.derivatives[index].numbers)
    let unit = abs(seen.evaluation.value) / max(seen.evaluation.targetValues[index].size, 1)
    var difference = 0.0
    var differing: [Int] = []
    for place in given.indices {
      if tolerance.agree(given[place], right[place], unit: unit) {
        difference = max(
          difference, tolerance.difference(given[place], right[place], unit: unit))
      } else {
        differing.append(place)
      }
    }
    if differing.isEmpty { return .agrees(difference) }
    if try areBends(seen, index, differing, tolerance, unit: unit) { return .agrees(difference) }
    if given.count == 1, try mayBeRounding(seen, index) { return .unclear }
    return .differs
  }

  /// How many times the rounding of a few runs that of the one at hand may be.
  private static let roundingMargin = 8.0

  private func mayBeRounding(_ seen: Seen, _ index: Int) throws(Interruption) -> Bool {
    guard case .valid(let evaluation, let given) = try evaluator.evaluate(seen.point, .roundings),
      let rounding = evaluation.roundings.dropFirst(index).first
    else { return false }
    let difference = abs(given[index].numbers[0] - evaluation.derivatives[index].numbers[0])
    return difference <= Self.roundingMargin * rounding
  }

  /// Whether the functions bend or jump here, so that another derivative is as good: what the candidate
  /// gives lies between the derivatives on the sides. Where a formula is so steep that rounding its
  /// input moves it, what it gives on the sides lies around the derivative.
  private func areBends(
    _ seen: Seen, _ index: Int, _ places: [Int], _ tolerance: DerivativeTolerance, unit: Double
  ) throws(Interruption) -> Bool {
    var derivatives = [seen.evaluation.derivatives[index].numbers]
    var given = [seen.given[index].numbers]
    let neighbours = try neighbours(of: seen.point, targets[index])
    // The arrays of all of them are needed until the last was looked at.
    try machine.heap.pinning(neighbours.flatMap(\.self)) { () throws(Interruption) in
      for neighbour in neighbours {
        guard case .valid(let evaluation, let numbers) = try evaluator.evaluate(neighbour),
          numbers[index].numbers.count == given[0].count
        else { continue }
        derivatives.append(evaluation.derivatives[index].numbers)
        given.append(numbers[index].numbers)
      }
    }
    return places.allSatisfy { place in
      let own = given.map { $0[place] }
      let right = derivatives.map { $0[place] }
      if tolerance.meet([own[0]], right, unit: unit) { return true }
      let spread = (own.max() ?? 0) - (own.min() ?? 0)
      return spread <= 1e-2 * abs(own[0]) && tolerance.meet(own, [right[0]], unit: unit)
    }
  }

  /// How far beside a point its sides are looked at: half of a float's digits.
  private static let besides = 0x1p-26
  /// Signs by the bits of a number, so that no bend lies along all of the directions.
  private static let directions = [0b0000, 0b1111, 0b0101, 0b1010, 0b0011, 0b1100]

  private func neighbours(
    of point: CheckedPoints.Point, _ target: DerivativeTarget
  ) throws(Interruption) -> [CheckedPoints.Point] {
    var neighbours: [CheckedPoints.Point] = []
    for signs in Self.directions {
      var place = 0
      neighbours.append(
        try moved(point, moving: target) { value in
          let sign: Double = signs >> (place % 4) & 1 == 0 ? 1 : -1
          place += 1
          return value + sign * Self.besides * max(abs(value), 0x1p-10)
        })
    }
    return neighbours
  }

  /// A point with every float moved, those of arrays too, and an integer if it is the target.
  func moved(
    _ point: CheckedPoints.Point, moving target: DerivativeTarget, _ move: (Double) -> Double
  ) throws(Interruption) -> CheckedPoints.Point {
    var result = point
    for (index, value) in point.enumerated() {
      if value.isFloat {
        result[index] = Value(move(value.float))
      } else if value.isInt, target == .parameter(points.parameters[index].name) {
        result[index] = Value(move(Double(value.int)))
      } else if let array = machine.arrayValue(value)?.array, array.dtype == .float64 {
        result[index] = try machine.value(of: Elements(array.floats.map(move), shape: array.shape))
      }
    }
    return result
  }
}

/// What a check gives that found nothing wrong; its `repr` says so.
final class DerivativeAgreement: ForeignValue {
  private let candidate: String
  private let derivatives: [String]
  private let points: Int
  private let error: Double
  private let isZero: Bool

  init(candidate: String, derivatives: [String], points: Int, error: Double, isZero: Bool) {
    self.candidate = candidate
    self.derivatives = derivatives
    self.points = points
    self.error = error
    self.isZero = isZero
  }

  var typeName: String { "DerivativeCheck" }

  /// The error as a power of ten, for the digits of one depend on the platform; below 10⁻¹² any is
  /// rounding.
  func representation(in machine: Machine) throws(Interruption) -> String {
    let bounds = [1e-12, 1e-11, 1e-10, 1e-9, 1e-8]
    let bound = bounds.first { error <= $0 } ?? DerivativeTolerance.relative
    let names = derivatives.joined(separator: ", ")
    let place = points == 1 ? "1 point" : "\(points) points"
    let zero = isZero ? "; the derivative is 0 there" : ""
    return
      "\(candidate) agrees with \(names) at \(place), to a relative \(shortDecimal(bound))\(zero)"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "points": Value(points)
    case "error": Value(error)
    default: nil
    }
  }
}
