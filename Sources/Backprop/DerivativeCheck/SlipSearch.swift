/// Finds the slip that accounts for what a hand-written derivative gives.
///
/// A slip is named only when it gives the same as the candidate at every point, and when what it says
/// is the simplest that does: a sign before a factor, a factor of the chain rule before a value that
/// happens to be it. Slips that give the same function are told by the simpler one.
public struct SlipSearch: Sendable {
  /// A point: what the machine knows there, and what the candidate gives.
  public struct Point: Sendable {
    public var facts: DerivativeFacts
    public var given: Double

    public init(facts: DerivativeFacts, given: Double) {
      self.facts = facts
      self.given = given
    }
  }

  private let points: [Point]
  private let tolerance: DerivativeTolerance

  /// With fewer points, too much fits.
  public static let leastPoints = 4

  /// A search over points of which at least one is a counterexample.
  public init(_ points: [Point], tolerance: DerivativeTolerance) {
    self.points = points
    self.tolerance = tolerance
  }

  /// What slips would give where the output depends on the input; all that could be the same
  /// everywhere are among them.
  private var readings: [DerivativeFacts.Reading] {
    (points.first { !$0.facts.isFlat } ?? points[0]).facts.readings
  }

  /// How the derivative is called.
  private var derivative: String {
    points.first.map { derivativeName(of: $0.facts.output, by: $0.facts.input) } ?? ""
  }

  private var canTell: Bool { points.count >= Self.leastPoints }

  /// Whether the derivative is not the same number at all points.
  private var derivativeVaries: Bool { varies(points.map(\.facts.derivative)) }

  private func varies(_ series: [Double]) -> Bool {
    guard let low = series.min(), let high = series.max() else { return false }
    return high - low > 1e-3 * max(abs(low), abs(high))
  }

  // MARK: Slips of the formula

  /// A slip that keeps the arguments where they belong.
  public func simpleSlip() -> LikelySlip? {
    guard canTell else { return nil }
    if let slip = constantSlip() { return named(slip) }
    let output = points[0].facts.output
    let parameters = points[0].facts.parameters
    // What is the same everywhere is what is left of many a chain.
    let givenVaries = varies(points.map(\.given))
    let kinds: [(Slip) -> Bool] = [
      { if case .missing(let factor) = $0 { factor.isNamed } else { false } },
      { $0 == .value(of: output) },
      { if case .byOther(let name) = $0 { parameters.contains(name) } else { false } },
      { if case .missing = $0 { givenVaries } else { false } },
      { if case .byOther = $0 { true } else { false } },
      { if case .ofOther = $0 { true } else { false } },
    ]
    for kind in kinds {
      if let slip = slip(where: kind) { return slip }
    }
    return factor.map { named(.factor($0)) }
  }

  /// A slip that is looked for when no other one fits.
  public func rareSlip() -> LikelySlip? {
    guard canTell else { return nil }
    return slip {
      switch $0 {
      case .missing, .byOther, .ofOther: false
      default: true
      }
    }
  }

  /// The sign, a usual factor or a summand, the same at all points.
  private func constantSlip() -> Slip? {
    if explains({ -$0.facts.derivative }) { return .sign }
    if let factor, LikelySlip.isUsual(factor) { return factorSlip(factor) }
    // Of a derivative that is the same everywhere, anything that is the same everywhere would fit;
    // beside a small derivative a summand has all its digits.
    guard derivativeVaries,
      let least = points.min(by: { abs($0.facts.derivative) < abs($1.facts.derivative) })
    else { return nil }
    let offset = least.given - least.facts.derivative
    return explains { $0.facts.derivative + offset } ? .offset(offset) : nil
  }

  /// The constant factor by which the candidate is off.
  private var factor: Double? {
    guard derivativeVaries,
      let greatest = points.max(by: { abs($0.facts.derivative) < abs($1.facts.derivative) })
    else { return nil }
    let factor = greatest.given / greatest.facts.derivative
    guard factor.isFinite, factor != 0, !tolerance.agree(factor, 1),
      explains({ factor * $0.facts.derivative })
    else { return nil }
    return factor
  }

  /// A constant factor that is missing may be one of the chain rule.
  private func factorSlip(_ factor: Double) -> Slip {
    for reading in readings {
      if case .missing(let chainFactor) = reading.slip, chainFactor.isNamed,
        isExplained(by: reading.slip)
      {
        return reading.slip
      }
    }
    return .factor(factor)
  }

  private func explains(_ value: (Point) -> Double) -> Bool {
    points.allSatisfy { tolerance.agree($0.given, value($0)) }
  }

  /// The first slip of a kind that gives what the candidate does, at all points.
  private func slip(where isWanted: (Slip) -> Bool) -> LikelySlip? {
    var looked: Set<Slip> = []
    for reading in readings
    where isWanted(reading.slip) && looked.insert(reading.slip).inserted {
      if isExplained(by: reading.slip) { return named(reading.slip) }
    }
    return nil
  }

  /// Whether a slip gives what the candidate does. One with several readings, as of a term that is
  /// missing, must do so with the same one everywhere.
  private func isExplained(by slip: Slip) -> Bool {
    var count: Int?
    var series: [(given: Double, readings: [Double])] = []
    for point in points {
      if point.facts.isFlat, slip.isOfFactors {
        if !tolerance.agree(point.given, 0) { return false }
        continue
      }
      let readings = point.facts.readings.filter { $0.slip == slip }.map(\.value)
      if readings.count != count ?? readings.count { return false }
      count = readings.count
      series.append((point.given, readings))
    }
    return (0..<(count ?? 0)).contains { place in
      series.allSatisfy { tolerance.agree($0.given, $0.readings[place]) }
    }
  }

  // MARK: Slips of the arguments

  /// The orders that `count` arguments may have been confused into: two exchanged, then three moved on.
  public static func exchanges(of count: Int) -> [[Int]] {
    let usual = Array(0..<count)
    var orders: [[Int]] = []
    for i in usual {
      for j in usual where j > i {
        var order = usual
        order.swapAt(i, j)
        orders.append(order)
      }
    }
    // Of many arguments there are too many threes.
    guard count <= 8 else { return orders }
    for i in usual {
      for j in usual where j > i {
        for k in usual where k > j {
          var order = usual
          (order[i], order[j], order[k]) = (j, k, i)
          orders.append(order)
          (order[i], order[j], order[k]) = (k, i, j)
          orders.append(order)
        }
      }
    }
    return orders
  }

  /// Whether numbers that the candidate gives at other places are the derivatives here.
  public func agrees(_ given: Double, at point: Int) -> Bool {
    tolerance.agree(given, points[point].facts.derivative)
  }

  /// The slip of arguments exchanged: parameter `names[i]` takes what belongs to `names[order[i]]`.
  public func exchange(_ order: [Int], of names: [String]) -> LikelySlip {
    let moved = order.indices.filter { order[$0] != $0 }
    return named(
      .exchanged(given: moved.map { names[$0] }, wanted: moved.map { names[order[$0]] }))
  }

  /// Sets of factors of the chain rule, by index, in which exchanged arguments account for what the
  /// candidate gives at a point.
  ///
  /// - Parameter exchanged: the facts where the arguments are exchanged.
  public func factorSets(at point: Int, exchanged: DerivativeFacts) -> Set<[Int]> {
    let usual = points[point].facts.factors
    let other = exchanged.factors
    guard usual.count == other.count, (1...6).contains(usual.count),
      zip(usual, other).allSatisfy({ $0.factor == $1.factor })
    else { return [] }
    var sets: Set<[Int]> = []
    for bits in 1..<(1 << usual.count) {
      let members = usual.indices.filter { bits >> $0 & 1 == 1 }
      var product = 1.0
      for index in usual.indices {
        product *= members.contains(index) ? other[index].value : usual[index].value
      }
      if tolerance.agree(points[point].given, product) { sets.insert(members) }
    }
    return sets
  }

  /// The slip of arguments exchanged in some factors only.
  public func exchange(_ order: [Int], of names: [String], withinFactors set: [Int]) -> LikelySlip {
    let moved = order.indices.filter { order[$0] != $0 }
    let factors = points[0].facts.factors.map(\.factor)
    let (given, wanted) = (moved.map { names[$0] }, moved.map { names[order[$0]] })
    return named(
      set.count == factors.count
        ? .exchanged(given: given, wanted: wanted)
        : .exchangedWithin(set.map { factors[$0] }, given: given, wanted: wanted))
  }

  // MARK: Words

  private func named(_ slip: Slip) -> LikelySlip {
    LikelySlip(slip, derivative: derivative, factorText: factorText(of: slip))
  }

  /// What a factor of the chain rule is at all points: a constant, or a parameter's value, its negative
  /// or its double.
  private func factorText(of slip: Slip) -> String? {
    let series = points.compactMap { point in
      point.facts.readings.first { $0.slip == slip }?.factor.map { (point.facts.values, $0) }
    }
    guard series.count >= Self.leastPoints, let (values, first) = series.first else { return nil }
    if series.allSatisfy({ tolerance.agree($0.1, first) }) {
      return LikelySlip.fraction(of: first) ?? shortDecimal(first)
    }
    for (place, value) in values.enumerated() {
      for (multiple, sign) in [(1.0, ""), (-1, "-"), (2, "2·"), (-2, "-2·")] {
        let fits = series.allSatisfy { values, number in
          place < values.count && tolerance.agree(multiple * values[place].value, number)
        }
        if fits { return sign + value.name }
      }
    }
    return nil
  }

  /// Other things that the candidate gives, which a reader may recognise: derivatives by other
  /// quantities, values.
  public func otherNames(besides slip: Slip) -> [String] {
    guard canTell else { return [] }
    var names: [String] = []
    for reading in readings where reading.slip != slip {
      let name: String
      switch reading.slip {
      case .byOther(let other): name = derivativeName(of: points[0].facts.output, by: other)
      case .ofOther(let other): name = derivativeName(of: other, by: points[0].facts.input)
      case .value(let other): name = other
      default: continue
      }
      if isExplained(by: reading.slip) { names.append(name) }
    }
    return names
  }
}
