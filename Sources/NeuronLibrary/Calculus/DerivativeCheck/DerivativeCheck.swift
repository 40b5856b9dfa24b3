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
    let given: [Double]
  }

  /// Points that are sampled: enough for a slip in a branch to show.
  private static let pointCount = 40
  /// Points of a function that takes more steps than this a run: as many as are easy to read.
  private static let longRun = 200_000
  private static let pointCountOfLongRuns = 12
  /// Points that are tried, for each that is wanted.
  private static let attempts = 4
  /// With fewer valid points, agreement says little.
  private static let leastPoints = 5

  private var targets: [DerivativeTarget] { evaluator.targets.all }

  func run() throws(Interruption) -> Value {
    let seen = if let given = points.given { try look(at: given) } else { try sample() }
    for index in targets.indices {
      let tolerance = DerivativeTolerance(for: seen.map { $0.evaluation.derivatives[index] })
      var failing: [Int] = []
      for (place, one) in seen.enumerated() {
        if try !agrees(one, index, tolerance) { failing.append(place) }
      }
      if !failing.isEmpty {
        machine.derivativesChecked += index + 1
        throw try DerivativeFailure(
          check: self, target: index, seen: seen, failing: failing, tolerance: tolerance
        ).interruption()
      }
    }
    machine.derivativesChecked += targets.count
    return machine.heap.foreign(agreement(seen))
  }

  private func agreement(_ seen: [Seen]) -> DerivativeAgreement {
    var largest = 0.0
    var isZero = true
    for index in targets.indices {
      let derivatives = seen.map { $0.evaluation.derivatives[index] }
      let tolerance = DerivativeTolerance(for: derivatives)
      for (one, derivative) in zip(seen, derivatives) {
        let difference = tolerance.difference(one.given[index], derivative)
        // At a bend both may be right and differ.
        if difference <= DerivativeTolerance.relative { largest = max(largest, difference) }
        isZero = isZero && derivative == 0
      }
    }
    return DerivativeAgreement(
      candidate: evaluator.candidate.name, derivatives: targets.map(name),
      points: seen.count, error: largest, isZero: isZero)
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
      let numbers = try numbers(in: evaluation, at: point)
      guard (evaluation.derivatives + numbers).allSatisfy(\.isFinite) else {
        throw .raised(
          .value,
          "at \(text(of: point)) there is nothing to compare: '\(evaluator.candidate.name)' gives \(shortDecimals(numbers)), the derivative is \(shortDecimals(evaluation.derivatives))"
        )
      }
      seen.append(Seen(point: point, evaluation: evaluation, given: numbers))
    }
    return seen
  }

  private func shortDecimals(_ numbers: [Double]) -> String {
    numbers.map { shortDecimal($0) }.joined(separator: ", ")
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
      for coordinates in [drawn] + samples.variants(of: drawn) where tried < wanted * Self.attempts
      {
        tried += 1
        let point = points.point(coordinates)
        switch try evaluator.evaluate(point) {
        case .valid(let evaluation):
          let given = try numbers(in: evaluation, at: point)
          seen.append(Seen(point: point, evaluation: evaluation, given: given))
        case .outside(let why):
          reason = "at \(text(of: point)): \(why)"
          continue
        }
        break
      }
      if before - machine.stepsLeft > Self.longRun {
        wanted = min(wanted, Self.pointCountOfLongRuns)
      }
    }
    guard seen.count >= min(Self.leastPoints, wanted) else {
      throw .raised(
        .value,
        "check_derivative() found \(seen.count == 0 ? "no point" : "only \(seen.count) of \(tried) points") where both '\(evaluator.function.name)' and '\(evaluator.candidate.name)' have a value; say where they do by within= or at= (\(reason))"
      )
    }
    return seen
  }

  private func numbers(
    in evaluation: DerivativeEvaluator.Evaluation, at point: CheckedPoints.Point
  ) throws(Interruption) -> [Double] {
    switch evaluation.given {
    case .numbers(let numbers): return numbers
    case .other(let odd):
      machine.derivativesChecked += targets.count
      throw try DerivativeFailure.interruption(odd, of: self, at: point)
    }
  }

  /// `x = 2, w = 0.5`
  func text(of point: CheckedPoints.Point) -> String {
    zip(points.parameters, point).map { parameter, value in
      let text = value.isFloat ? shortDecimal(value.float) : machine.sketch(of: value)
      return "\(parameter.name) = \(text)"
    }.joined(separator: ", ")
  }

  // MARK: Comparison

  private func agrees(
    _ seen: Seen, _ index: Int, _ tolerance: DerivativeTolerance
  ) throws(Interruption) -> Bool {
    let (given, derivative) = (seen.given[index], seen.evaluation.derivatives[index])
    let unit =
      abs(seen.evaluation.value) / max(abs(seen.evaluation.targetValues[index]), 1)
    if tolerance.agree(given, derivative, unit: unit) { return true }
    return try isBend(seen, index, tolerance, unit: unit)
  }

  /// Whether the functions bend or jump here, so that another derivative is as good: what the candidate
  /// gives lies between the derivatives on the sides. Where a formula is so steep that rounding its
  /// input moves it, what it gives on the sides lies around the derivative.
  private func isBend(
    _ seen: Seen, _ index: Int, _ tolerance: DerivativeTolerance, unit: Double
  ) throws(Interruption) -> Bool {
    var derivatives = [seen.evaluation.derivatives[index]]
    var given = [seen.given[index]]
    for neighbour in neighbours(of: seen.point, targets[index]) {
      guard case .valid(let evaluation) = try evaluator.evaluate(neighbour),
        case .numbers(let numbers) = evaluation.given
      else { continue }
      derivatives.append(evaluation.derivatives[index])
      given.append(numbers[index])
    }
    if tolerance.meet([given[0]], derivatives, unit: unit) { return true }
    let spread = (given.max() ?? 0) - (given.min() ?? 0)
    return spread <= 1e-2 * abs(given[0]) && tolerance.meet(given, [derivatives[0]], unit: unit)
  }

  /// How far beside a point its sides are looked at: half of a float's digits.
  private static let besides = 0x1p-26

  private func neighbours(
    of point: CheckedPoints.Point, _ target: DerivativeTarget
  ) -> [CheckedPoints.Point] {
    let floats = point.indices.filter {
      point[$0].isFloat
        || point[$0].isInt && target == .parameter(points.parameters[$0].name)
    }
    // Signs by the bits of a number, so that no bend lies along all of the four directions.
    return [0b0000, 0b1111, 0b0101, 0b1010, 0b0011, 0b1100].map { signs in
      var neighbour = point
      for (place, index) in floats.enumerated() {
        let value = point[index].isFloat ? point[index].float : Double(point[index].int)
        let sign: Double = signs >> (place % 4) & 1 == 0 ? 1 : -1
        neighbour[index] = Value(value + sign * Self.besides * max(abs(value), 0x1p-10))
      }
      return neighbour
    }
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
    let sizes = [1e-12, 1e-11, 1e-10, 1e-9, 1e-8]
    let size = sizes.first { error <= $0 } ?? DerivativeTolerance.relative
    let names = derivatives.joined(separator: ", ")
    let place = points == 1 ? "1 point" : "\(points) points"
    let zero = isZero ? "; the derivative is 0 at all of them" : ""
    return
      "\(candidate) agrees with \(names) at \(place), to a relative \(shortDecimal(size))\(zero)"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "points": Value(points)
    case "error": Value(error)
    default: nil
    }
  }
}
