import NeuronRuntime

/// NumPy's older generator: an instance of `np.random.RandomState`, or the one that the functions of
/// `np.random` share. Without a seed it gives nothing: its numbers would differ from run to run.
final class RandomStateValue: ForeignValue, StreamOwner {
  private var seeded: SourceStream<LegacySource>?
  /// Whether it is that of the functions of `np.random`.
  private let isShared: Bool
  private unowned let classes: RandomClasses

  init(_ classes: RandomClasses, isShared: Bool = false) {
    self.classes = classes
    self.isShared = isShared
  }

  var isModern: Bool { false }
  var path: String { isShared ? "np.random" : "RandomState" }
  var example: String { isShared ? "np.random" : "rng" }

  func stream() throws(Interruption) -> any RandomStream { try legacyStream() }

  private func legacyStream() throws(Interruption) -> SourceStream<LegacySource> {
    if let seeded { return seeded }
    throw .raised(
      .runtime,
      "random numbers without a seed differ from run to run: call np.random.seed(0) first")
  }

  var typeName: String { "numpy.random.mtrand.RandomState" }
  func type(in machine: Machine) -> Value? { classes.randomState }
  func representation(in machine: Machine) throws(Interruption) -> String {
    "RandomState(MT19937)"
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    classes.legacyMethods.functions[name]
  }

  // MARK: Seeds

  /// - Parameter advice: what to write instead of no seed.
  func seed(_ seed: Value, advice: String, in machine: Machine) throws(Interruption) {
    if seed.isNone {
      throw .raised(
        .value, "a seed of None differs from run to run: seed with a number, as \(advice)")
    }
    let bits = try machine.legacyTwister(seed)
    try machine.charge(8 * MersenneTwister.wordCount)
    seeded = SourceStream(LegacySource(bits))
  }

  // MARK: State

  func snapshot(in machine: Machine) throws(Interruption) -> Value {
    try machine.reserve(4 * MersenneTwister.wordCount)
    return machine.heap.foreign(RandomSnapshot(try legacyStream().source))
  }

  func restore(_ value: Value, in machine: Machine) throws(Interruption) {
    guard let snapshot = machine.foreign(value) as? RandomSnapshot else {
      throw .raised(.type, "\(path).set_state takes what get_state gave")
    }
    seeded = SourceStream(snapshot.source)
  }
}

/// What `get_state` gives: it can be handed to `set_state`, and nothing else, since NumPy's is made of
/// words of a type that is not here.
private final class RandomSnapshot: ForeignValue {
  let source: LegacySource

  init(_ source: LegacySource) { self.source = source }

  var typeName: String { "state of a RandomState" }
  func representation(in machine: Machine) throws(Interruption) -> String {
    "<state of a RandomState>"
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    throw .raised(
      .type,
      "what get_state gives has no parts in neuron: hand it to set_state as it is")
  }
}

extension Machine {
  /// The generator that `np.random.seed` makes of a seed: of a number by its one word, of a sequence by
  /// all of them.
  fileprivate func legacyTwister(_ seed: Value) throws(Interruption) -> MersenneTwister {
    let array = arrayValue(seed)?.array
    if let array, array.count == 1, array.dtype != .float64 {
      return MersenneTwister(seed: try seedWord(number(array, atOffset: 0)))
    }
    if [.int, .bool, .bigInt].contains(seed.kind) {
      return MersenneTwister(seed: try seedWord(seed))
    }
    let isNumber = seed.kind == .float || array?.rank == 0
    guard isNumber || [.list, .tuple, .range].contains(seed.kind) || array != nil else {
      throw .raised(
        .type,
        "np.random.seed takes an integer or a sequence of integers, not '\(typeName(seed))'")
    }
    let words = try arrayArgument(seed, "random.seed").array
    if words.count == 0 { throw .raised(.value, "Seed must be non-empty") }
    if words.dtype == .float64 {
      throw .raised(
        .type,
        "Cannot cast \(isNumber ? "scalar" : "array data") from dtype('float64') to dtype('int64') according to the rule 'safe'"
      )
    }
    if words.rank != 1 { throw .raised(.value, "Seed array must be 1-d") }
    try charge(words.count)
    var key: [UInt32] = []
    for index in 0..<words.count {
      key.append(try seedWord(number(words, atOffset: index * words.strides[0])))
    }
    return MersenneTwister(key: key)
  }

  private func seedWord(_ value: Value) throws(Interruption) -> UInt32 {
    guard value.kind != .bigInt, let word = UInt32(exactly: value.int) else {
      throw .raised(.value, "Seed must be between 0 and 2**32 - 1")
    }
    return word
  }
}

extension StreamMethod {
  static let legacySeeding = [
    StreamMethod("seed", "seed=") { (call) throws(Interruption) in
      guard let state = call.owner as? RandomStateValue else { return .none }
      try state.seed(
        call[0] ?? .none, advice: "\(call.owner.example).seed(0)", in: call.machine)
      return .none
    },
    StreamMethod("get_state", "legacy=") { (call) throws(Interruption) in
      guard let state = call.owner as? RandomStateValue else { return .none }
      return try state.snapshot(in: call.machine)
    },
    StreamMethod("set_state", "state") { (call) throws(Interruption) in
      guard let state = call.owner as? RandomStateValue else { return .none }
      try state.restore(call.value(0), in: call.machine)
      return .none
    },
  ]
}
