import Backprop
import NeuronRuntime

// `normal`, `uniform`, `beta` and their kin, and `poisson`, `geometric`, `binomial`.

extension ContinuousDistribution {
  struct Parameter {
    let name: String
    var standard: Double?
    var rule = ParameterRule.any
  }

  /// Those before `size`.
  var parameters: [Parameter] {
    switch self {
    case .beta: [positive("a"), positive("b")]
    case .chisquare, .standardT: [positive("df")]
    case .exponential, .rayleigh: [scale]
    case .f: [positive("dfnum"), positive("dfden")]
    case .gamma: [Parameter(name: "shape", rule: .notNegative), scale]
    case .gumbel, .laplace, .logistic, .normal: [Parameter(name: "loc", standard: 0), scale]
    case .lognormal:
      [
        Parameter(name: "mean", standard: 0),
        Parameter(name: "sigma", standard: 1, rule: .notNegative),
      ]
    case .pareto, .power: [positive("a")]
    case .standardCauchy, .standardExponential, .standardNormal: []
    case .standardGamma: [Parameter(name: "shape", rule: .notNegative)]
    case .triangular:
      [Parameter(name: "left"), Parameter(name: "mode"), Parameter(name: "right")]
    case .uniform: [Parameter(name: "low", standard: 0), Parameter(name: "high", standard: 1)]
    case .wald: [positive("mean"), positive("scale")]
    case .weibull: [Parameter(name: "a", rule: .notNegative)]
    }
  }

  private var scale: Parameter { Parameter(name: "scale", standard: 1, rule: .notNegative) }

  private func positive(_ name: String) -> Parameter { Parameter(name: name, rule: .positive) }

  /// What a `Generator` takes after `size`.
  fileprivate var modernExtras: String {
    switch self {
    case .standardExponential: ", dtype=, method=, out="
    case .standardNormal, .standardGamma: ", dtype=, out="
    default: ""
    }
  }
}

extension StreamMethod {
  static func continuous(isModern: Bool) -> [StreamMethod] {
    ContinuousDistribution.allCases.map { distribution in
      let names = distribution.parameters.map { $0.name + ($0.standard == nil ? "" : "=") }
      let text =
        (names + ["size="]).joined(separator: ", ")
        + (isModern ? distribution.modernExtras : "")
      return StreamMethod(distribution.rawValue, text) { (call) throws(Interruption) in
        try call.draw(distribution)
      }
    }
  }

  static let counts = [
    StreamMethod("poisson", "lam=, size=") { (call) throws(Interruption) in
      try call.count(.poisson, call[0] ?? Value(1.0), "lam", .mean)
    },
    StreamMethod("geometric", "p, size=") { (call) throws(Interruption) in
      try call.count(.geometric, call.value(0), "p", .positiveProbability)
    },
    StreamMethod("binomial", "n, p, size=") { (call) throws(Interruption) in
      try call.binomial()
    },
  ]

  static let legacyUniform =
    ["random", "random_sample", "sample", "ranf"].map { name in
      StreamMethod(name, "size=") { (call) throws(Interruption) in
        try call.units(try call.size(0))
      }
    } + [
      StreamMethod("rand", "*args") { (call) throws(Interruption) in
        try call.units(try call.sizes())
      },
      StreamMethod("randn", "*args") { (call) throws(Interruption) in
        try call.normals(try call.sizes())
      },
    ]

  static let modernUniform = [
    StreamMethod("random", "size=, dtype=, out=") { (call) throws(Interruption) in
      try call.expectFloats(dtype: 1, out: 2)
      return try call.units(try call.size(0))
    }
  ]
}

extension StreamCall {
  func units(_ shape: [Int]?) throws(Interruption) -> Value {
    let stream = try stream()
    return try floats(shape) { stream.fillUnits($0) }
  }

  fileprivate func normals(_ shape: [Int]?) throws(Interruption) -> Value {
    let stream = try stream()
    return try floats(shape) { stream.fill($0, .standardNormal, []) }
  }

  /// The arguments as sizes; `nil` where there are none.
  fileprivate func sizes() throws(Interruption) -> [Int]? {
    values.isEmpty ? nil : try machine.sizesArgument(values)
  }

  /// Refuses numbers of another precision and results in a given array.
  fileprivate func expectFloats(dtype: Int, out: Int) throws(Interruption) {
    if let value = self[dtype] {
      let wanted = try machine.dtypeArgument(value)
      if wanted != .float64 {
        throw .raised(.type, "Unsupported dtype dtype('\(wanted.name)') for \(name)")
      }
    }
    if let value = self[out], !value.isNone {
      throw refuse("`out`", instead: "assign the result")
    }
  }

  fileprivate func draw(_ distribution: ContinuousDistribution) throws(Interruption) -> Value {
    let stream = try stream()
    let wanted = distribution.parameters
    var given: [RandomParameter] = []
    for (place, parameter) in wanted.enumerated() {
      let value = self[place]
      given.append(
        try value.map { (v) throws(Interruption) in try self.parameter(v) }
          ?? .number(parameter.standard ?? 0))
    }
    try expectExtras(distribution, after: wanted.count + 1)
    for (parameter, value) in zip(wanted, given) {
      try parameter.rule.check(value, parameter.name)
    }
    switch distribution {
    case .uniform: given[1] = try width(from: given[0], to: given[1])
    case .triangular: try expectTriangle(given)
    default: break
    }
    let (columns, shape) = try columns(given, size: try size(wanted.count))
    return try floats(shape) { stream.fill($0, distribution, columns) }
  }

  private func expectExtras(
    _ distribution: ContinuousDistribution, after place: Int
  ) throws(Interruption) {
    guard isModern else { return }
    switch distribution {
    case .standardNormal, .standardGamma: try expectFloats(dtype: place, out: place + 1)
    case .standardExponential:
      try expectFloats(dtype: place, out: place + 2)
      guard let method = self[place + 1] else { return }
      guard method.kind == .string, machine.textOf(method) == "zig" else {
        throw refuse("`method`", instead: "leave it out")
      }
    default: break
    }
  }

  private func width(
    from low: RandomParameter, to high: RandomParameter
  ) throws(Interruption) -> RandomParameter {
    let result: RandomParameter
    if case .number(let low) = low, case .number(let high) = high {
      result = .number(high - low)
    } else {
      let shape = try machine.attempt { () throws(ArrayError) in
        try NDArray.broadcastShape(high.shape, low.shape)
      }
      let columns = try self.columns([low, high], size: shape).columns
      result = .array(
        try array(shape, of: Double.self) { result in
          let lows = columns[0].elements?.pointer(Double.self)
          let highs = columns[1].elements?.pointer(Double.self)
          for index in result.indices {
            result[index] =
              (highs?[index] ?? columns[1].number) - (lows?[index] ?? columns[0].number)
          }
        })
    }
    if result.contains(where: { !$0.isFinite }) {
      throw .raised(
        .overflow,
        isModern && result.isNumber
          ? "high - low range exceeds valid bounds" : "Range exceeds valid bounds")
    }
    if isModern { try ParameterRule.notNegative.check(result, "high - low") }
    return result
  }

  private func expectTriangle(_ given: [RandomParameter]) throws(Interruption) {
    let shape = try resultShape(given.map(\.shape), nil)
    let columns = try columns(given, size: shape).columns
    let count = given.allSatisfy(\.isNumber) ? 1 : shape.reduce(1, *)
    func fails(_ first: Int, _ second: Int, _ test: (Double, Double) -> Bool) -> Bool {
      let (x, y) = (columns[first], columns[second])
      let (xs, ys) = (x.elements?.pointer(Double.self), y.elements?.pointer(Double.self))
      return withExtendedLifetime(columns) {
        (0..<count).contains { test(xs?[$0] ?? x.number, ys?[$0] ?? y.number) }
      }
    }
    if fails(0, 1, >) { throw .raised(.value, "left > mode") }
    if fails(1, 2, >) { throw .raised(.value, "mode > right") }
    if fails(0, 2, ==) { throw .raised(.value, "left == right") }
  }

  // MARK: Counts

  fileprivate func count(
    _ distribution: CountDistribution, _ value: Value, _ label: String, _ rule: ParameterRule
  ) throws(Interruption) -> Value {
    let stream = try stream()
    let given = try parameter(value)
    try rule.check(given, label)
    let (columns, shape) = try columns([given], size: try size(1))
    return try integers(shape) { stream.fill($0, distribution, columns[0]) }
  }

  fileprivate func binomial() throws(Interruption) -> Value {
    let stream = try stream()
    let chance = try parameter(value(1))
    let tries = try countParameter(value(0))
    try ParameterRule.probability.check(chance, "p")
    if tries.contains(where: { $0 < 0 }) { throw .raised(.value, "n < 0") }
    let asked = try size(2)
    guard !chance.isNumber || !tries.isNumber else {
      let (count, share) = (tries.column, RandomColumn(chance.onlyNumber))
      return try integers(asked) { stream.fillBinomial($0, count, share) }
    }
    let shape = try resultShape([chance.shape, tries.shape], asked)
    let share = try columns([chance], size: shape).columns[0]
    let count = try integerColumn(tries, shape)
    return try integers(shape) { stream.fillBinomial($0, count, share) }
  }
}

extension RandomParameter {
  fileprivate var onlyNumber: Double {
    if case .number(let number) = self { return number }
    return .nan
  }
}
