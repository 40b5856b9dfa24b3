/// What one run of a function tells about a derivative of it, beside its value: what the functions
/// would give that a slip turns it into.
public struct DerivativeFacts: Sendable {
  /// What a slip would give here.
  struct Reading: Sendable {
    var slip: Slip
    var value: Double
    /// The factor of the chain rule that the slip is about.
    var factor: Double?
  }

  /// The quantity that is differentiated, and the one by which.
  let output: String
  let input: String
  /// The true derivative.
  public let derivative: Double
  /// The names of the parameters.
  let parameters: [String]
  /// The values of parameters, then of the calls that have a name of their own.
  let values: [(name: String, value: Double)]
  /// The factors of the chain rule from one named quantity to the next, the outermost first.
  let factors: [(factor: ChainFactor, value: Double)]
  private(set) var readings: [Reading] = []
  /// Whether the output does not depend on the input here, so that no factors can be told apart.
  let isFlat: Bool

  /// Quantities that are looked at; a run with more is a loop.
  private static let maximumQuantities = 48
  /// Entries on the way from the input to the output between which factors are looked for.
  private static let maximumEnds = 24

  /// - Parameters:
  ///   - run: what `tape` still holds.
  ///   - index: of the quantity by which the output is differentiated.
  ///   - output: how reports call the function.
  ///   - constants: numbers that the function was given and that are not on the tape.
  public init(
    of run: BackpropRun, on tape: Tape, by index: Int, output: String,
    constants: [(name: String, value: Double)]
  ) {
    let quantity = run.quantities[index]
    self.output = output
    input = quantity.name
    derivative = quantity.derivative.asNumber
    parameters = run.parameters.map(\.name)
    let numbers = run.parameters.map { (name: $0.name, value: $0.value.asNumber) }
    let calls = run.quantities.filter { !$0.isParameter }.prefix(Self.maximumQuantities)
    values = numbers + constants + calls.map { (name: $0.name, value: $0.value.asNumber) }
    let names = Self.names(of: run)
    let links = tape.chain(from: run.nodes[run.outputIndex], to: run.nodes[index])
    let ends = Self.ends(of: links, names)
    let chain = Chain(links: links, ends: ends, names: names, tape: tape)
    factors = chain.namedFactors
    isFlat = links.isEmpty && derivative == 0
    if derivative.isFinite {
      addFactors(of: chain)
      addDerivatives(of: run, by: index)
      addTerms(of: links)
      addValues(of: run)
      addProducts()
    }
  }

  /// Of a derivative of which nothing else is known, as an element of an array.
  public init(of output: String, by input: String, derivative: Double) {
    self.output = output
    self.input = input
    self.derivative = derivative
    parameters = []
    values = []
    factors = []
    isFlat = false
  }

  private static func names(of run: BackpropRun) -> [UInt32: String] {
    var names: [UInt32: String] = [:]
    for (node, quantity) in zip(run.nodes, run.quantities) where node != 0 {
      names[node] = quantity.name
    }
    return names
  }

  /// The ends of links between which factors are looked for: all, or of a long way those with names.
  private static func ends(of links: [ChainLink], _ names: [UInt32: String]) -> [Int] {
    let all = Array(0...links.count)
    if all.count <= maximumEnds { return all }
    let named = all.filter { end in
      end == 0 || end == links.count || names[links[end - 1].inner] != nil
    }
    return named.count <= maximumEnds ? named : []
  }

  // MARK: Readings

  private mutating func add(_ slip: Slip, _ value: Double, factor: Double? = nil) {
    guard value.isFinite else { return }
    readings.append(Reading(slip: slip, value: value, factor: factor))
  }

  private mutating func addFactors(of chain: Chain) {
    for (factor, value) in chain.factors {
      add(.missing(factor), chain.product(without: factor.range), factor: value)
    }
    for (factor, value) in chain.namedFactors {
      add(.doubled(factor), derivative * value, factor: value)
    }
  }

  private mutating func addDerivatives(of run: BackpropRun, by index: Int) {
    let calls = run.quantities.indices.filter {
      !run.quantities[$0].isParameter && $0 != run.outputIndex
    }.prefix(Self.maximumQuantities)
    let parameters = run.quantities.indices.filter { run.quantities[$0].isParameter }
    add(.value(of: output), run.output.value.asNumber)
    for other in parameters + calls where other != index {
      add(.byOther(run.quantities[other].name), run.quantities[other].derivative.asNumber)
    }
    for other in calls where other != index {
      add(
        .ofOther(run.quantities[other].name), run.derivative(of: other, by: index)?.number ?? .nan)
    }
  }

  private mutating func addValues(of run: BackpropRun) {
    for (index, quantity) in run.quantities.prefix(Self.maximumQuantities).enumerated()
    where !quantity.isParameter && index != run.outputIndex {
      add(.value(of: quantity.name), quantity.value.asNumber)
    }
  }

  private mutating func addTerms(of links: [ChainLink]) {
    for (place, link) in links.enumerated() where !link.terms.isEmpty {
      var others = 1.0
      for other in links.indices where other != place { others *= links[other].derivative }
      for term in link.terms {
        add(.missingTerm(of: link.terms.count), derivative - others * term)
      }
      for term in link.terms {
        add(.signOfTerm(of: link.terms.count), derivative - 2 * others * term)
      }
    }
  }

  private mutating func addProducts() {
    add(.inverse, 1 / derivative)
    for (name, value) in values {
      add(.times(.quantity(name)), derivative * value)
      add(.over(.quantity(name)), derivative / value)
      add(.times(.oneMinus(name)), derivative * (1 - value))
      add(.over(.oneMinus(name)), derivative / (1 - value))
    }
  }
}

/// The way from an input to an output with the factors of the chain rule on it.
private struct Chain {
  let links: [ChainLink]
  /// Indices of ends: end 0 is the output, end k the inner end of link k - 1.
  let ends: [Int]
  let names: [UInt32: String]
  let tape: Tape

  private func node(ofEnd end: Int) -> UInt32 {
    end == 0 ? links[0].outer : links[end - 1].inner
  }

  /// Every factor but the whole, those with names first.
  var factors: [(factor: ChainFactor, value: Double)] {
    var named: [(ChainFactor, Double)] = []
    var others: [(ChainFactor, Double)] = []
    for length in 1..<max(ends.count, 1) {
      for first in 0..<(ends.count - length) {
        let range = ends[first]..<ends[first + length]
        if range == 0..<links.count { continue }
        let value = product(of: range)
        let factor = factor(over: range)
        if factor.isNamed { named.append((factor, value)) } else { others.append((factor, value)) }
      }
    }
    return named + others
  }

  /// The factors between neighbouring ends with names.
  var namedFactors: [(factor: ChainFactor, value: Double)] {
    let named = ends.filter { !links.isEmpty && names[node(ofEnd: $0)] != nil }
    return zip(named, named.dropFirst()).map { outer, inner in
      (factor(over: outer..<inner), product(of: outer..<inner))
    }
  }

  func product(of range: Range<Int>) -> Double {
    links[range].reduce(1) { $0 * $1.derivative }
  }

  func product(without range: Range<Int>) -> Double {
    product(of: 0..<range.lowerBound) * product(of: range.upperBound..<links.count)
  }

  private func factor(over range: Range<Int>) -> ChainFactor {
    let (outer, inner) = (node(ofEnd: range.lowerBound), node(ofEnd: range.upperBound))
    return ChainFactor(
      outer: names[outer], inner: names[inner], range: range, description: words(for: range))
  }

  /// As a lesson would say it: the inner derivative of a function, its outer one, or its own.
  private func words(for range: Range<Int>) -> String {
    let operation = tape.operation(of: node(ofEnd: range.lowerBound))
    if range.upperBound == links.count, range.lowerBound > 0 {
      let around = tape.operation(of: node(ofEnd: range.lowerBound - 1))
      return "the inner derivative (inside \(around.noun))"
    }
    if range.count == 1 { return "the derivative of \(operation.noun)" }
    return range.lowerBound == 0
      ? "the outer derivative (of \(operation.noun))" : "a factor of the chain rule"
  }
}

extension Operation {
  /// The operation as a sentence names it.
  fileprivate var noun: String {
    switch self {
    case .add: "the sum"
    case .subtract: "the difference"
    case .multiply: "the product"
    case .divide, .reciprocal: "the quotient"
    case .power, .square: "the power"
    case .negate: "the negative"
    case .absolute: "abs"
    case .logGamma: "lgamma"
    default: "\(self)"
    }
  }
}
