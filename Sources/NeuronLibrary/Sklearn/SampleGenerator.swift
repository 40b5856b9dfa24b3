import NeuronRuntime

/// A function of `sklearn.datasets`, its parameters in order.
struct SampleGenerator: Sendable {
  let name: String
  let parameters: [String]
  /// The first so many may be given by place.
  let places: Int
  let body: @Sendable (SampleCall) throws(Interruption) -> Value

  /// The value of each parameter, `nil` where none was given; complaints are those of Python's
  /// `inspect`, which scikit-learn binds with.
  func bind(_ arguments: Arguments) throws(Interruption) -> [Value?] {
    if arguments.count > places { throw .raised(.type, "too many positional arguments") }
    var values: [Value?] = Array(repeating: nil, count: parameters.count)
    for index in 0..<arguments.count { values[index] = arguments[index] }
    for keyword in arguments.keywords {
      guard let index = parameters.firstIndex(of: keyword) else {
        throw .raised(.type, "got an unexpected keyword argument '\(keyword)'")
      }
      if values[index] != nil {
        throw .raised(.type, "multiple values for argument '\(keyword)'")
      }
      values[index] = arguments.keyword(keyword)
    }
    return values
  }
}

/// A call of such a function.
struct SampleCall {
  let machine: Machine
  private let generator: SampleGenerator
  private let arguments: [Value?]

  init(_ machine: Machine, _ generator: SampleGenerator, _ arguments: [Value?]) {
    self.machine = machine
    self.generator = generator
    self.arguments = arguments
  }

  subscript(parameter: String) -> Value? {
    generator.parameters.firstIndex(of: parameter).flatMap { arguments[$0] }
  }

  /// scikit-learn's complaint about a parameter.
  func invalid(_ parameter: String, _ wanted: String) throws(Interruption) -> Interruption {
    let given = try machine.representation(of: self[parameter] ?? .none)
    return .raised(
      .value,
      "The '\(parameter)' parameter of \(generator.name) must be \(wanted). Got \(given) instead.")
  }

  // MARK: Parameters

  /// Python's or NumPy's integer; `nil` for anything else.
  func integer(_ value: Value) -> Value? {
    switch value.kind {
    case .int, .bigInt: value
    case .bool: value.isNumPy ? nil : value
    default: nil
    }
  }

  /// An integer from `least` on, or what stands for it where none was given.
  func count(
    _ parameter: String, else missing: Int, from least: Int, or others: String = ""
  ) throws(Interruption) -> Int {
    guard let value = self[parameter] else { return missing }
    guard let whole = integer(value),
      try machine.holds(whole, .greaterOrEqual, Value(least))
    else { throw try invalid(parameter, "an int in the range [\(least), inf)\(others)") }
    return try machine.indexArgument(whole)
  }

  func flag(_ parameter: String, else missing: Bool) throws(Interruption) -> Bool {
    guard let value = self[parameter] else { return missing }
    guard value.kind == .bool else {
      throw try invalid(
        parameter, "an instance of 'bool' or an instance of 'numpy.bool'")
    }
    return value.isTrueBool
  }

  /// A number that passes a test; `nil` where it is none or fails.
  func number(
    _ value: Value, where isAllowed: (Double) -> Bool
  ) throws(Interruption) -> Double? {
    guard value.kind == .float || integer(value) != nil,
      let number = try machine.tracedNumber(value)
    else { return nil }
    if number.node != 0 { throw machine.untraceable(generator.name) }
    return isAllowed(number.value) ? number.value : nil
  }

  /// The deviation of the noise; `nil` for none.
  func noise() throws(Interruption) -> Double? {
    guard let value = self["noise"], !value.isNone else { return nil }
    guard let noise = try number(value, where: { $0 >= 0 }) else {
      throw try invalid("noise", "a float in the range [0.0, inf) or None")
    }
    return noise
  }

  /// What `random_state` draws from: a new generator, the one given, or that of `np.random`.
  func randomState() throws(Interruption) -> RandomStateValue {
    let value = self["random_state"] ?? .none
    if let state = machine.foreign(value) as? RandomStateValue { return state }
    guard let classes = machine.numPy.random, let shared = classes.shared else {
      throw .raised(.importing, "numpy.random is not there")
    }
    if value.isNone { return shared }
    guard let seed = integer(value), try machine.holds(seed, .greaterOrEqual, Value(0)),
      try machine.holds(seed, .lessOrEqual, Value(0xFFFF_FFFF))
    else {
      throw try invalid(
        "random_state",
        "an int in the range [0, 4294967295], an instance of 'numpy.random.mtrand.RandomState' or None"
      )
    }
    let state = RandomStateValue(classes)
    try state.seed(seed, advice: "", in: machine)
    return state
  }
}
