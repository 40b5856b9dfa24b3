import NeuronRuntime
import NeuronSyntax

/// A stream of random numbers: an instance of `random.Random`, or the one that the module's own
/// functions share. Without a seed it gives none: they would differ from run to run.
final class RandomSource: ForeignValue {
  private var generator: MersenneTwister?
  /// The second of the two numbers that `gauss` makes at a time.
  var spareGauss: Double?
  private let methods: RandomMethods

  init(_ methods: RandomMethods) {
    self.methods = methods
  }

  var typeName: String { "Random" }

  func type(in machine: Machine) -> Value? { methods.type }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<random.Random object>"
  }

  func method(_ name: String, in machine: Machine) -> Value? { methods.functions[name] }

  func visitValues(_ visit: (Value) -> Void) { visit(methods.type) }

  // MARK: Seeds

  func seed(_ seed: Value, version: Int, in machine: Machine) throws(Interruption) {
    var key: [UInt32]
    switch seed.kind {
    case .none:
      throw .raised(
        .value, "a seed of None differs from run to run: seed with a number, as random.seed(0)")
    case .int, .bool, .bigInt: key = try machine.words(ofMagnitude: seed)
    case .float:
      if seed.float.isNaN {
        throw .raised(.value, "the hash of nan, which would be the seed, differs from run to run")
      }
      let hash = UInt64(bitPattern: Int64(try machine.hashValue(of: seed)))
      key = [UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32)]
      while key.last == 0 { key.removeLast() }
    case .string: key = try textKey(machine.textOf(seed), version: version)
    default:
      throw .raised(
        .type,
        "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
    }
    try machine.charge(8 * MersenneTwister.wordCount + key.count)
    generator = MersenneTwister(key: key.isEmpty ? [0] : key)
    spareGauss = nil
  }

  private func textKey(_ text: String, version: Int) throws(Interruption) -> [UInt32] {
    if version == 1 {
      let scalars = text.unicodeScalars
      var hash = (scalars.first.map { UInt64($0.value) } ?? 0) << 7
      for scalar in scalars { hash = 1_000_003 &* hash ^ UInt64(scalar.value) }
      hash ^= UInt64(scalars.count)
      return [UInt32(truncatingIfNeeded: hash), UInt32(hash >> 32)].filter {
        $0 != 0 || hash >> 32 != 0
      }
    }
    let message = Array(text.utf8)
    var bytes = (message + SHA512.digest(message))[...]
    var words: [UInt32] = []
    while !bytes.isEmpty {
      words.append(bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) })
      bytes = bytes.dropLast(4)
    }
    while words.last == 0 { words.removeLast() }
    return words
  }

  // MARK: State

  func state(in machine: Machine) throws(Interruption) -> Value {
    let generator = try seeded()
    var words = generator.words.map { Value(Int($0)) }
    words.append(Value(generator.used))
    let inner = try machine.heap.tuple(words)
    return try machine.heap.tuple([Value(3), inner, spareGauss.map { Value($0) } ?? .none])
  }

  func setState(_ state: Value, in machine: Machine) throws(Interruption) {
    let parts = try machine.allItems(of: state)
    guard parts.count == 3, parts[0].isInt, parts[0].int == 3 else {
      throw .raised(.value, "setstate() takes what getstate() gave")
    }
    var words: [UInt32] = []
    for word in try machine.allItems(of: parts[1]) {
      words.append(UInt32(truncatingIfNeeded: try machine.indexArgument(word)))
    }
    guard let used = words.popLast(), let restored = MersenneTwister(words: words, used: Int(used))
    else { throw .raised(.value, "state vector is the wrong size") }
    generator = restored
    spareGauss = parts[2].isFloat ? parts[2].float : nil
  }

  private func seeded() throws(Interruption) -> MersenneTwister {
    if let generator { return generator }
    throw unseeded
  }

  private var unseeded: Interruption {
    .raised(
      .runtime, "random numbers without a seed differ from run to run: call random.seed(0) first")
  }

  // MARK: Numbers

  /// Every number drawn counts: distributions draw until one pleases them, and of parameters that are no
  /// numbers none does.
  private static let stepsPerDraw = 4

  /// From 0 to 1, without 1.
  func unit(in machine: Machine) throws(Interruption) -> Double {
    try machine.charge(Self.stepsPerDraw)
    guard let value = generator?.nextUnit() else { throw unseeded }
    return value
  }

  /// From 0 to `bound`, without it; `bound` is positive. Bits are drawn until they make such a number.
  func below(_ bound: Int, in machine: Machine) throws(Interruption) -> Int {
    let width = Int.bitWidth - bound.leadingZeroBitCount
    while true {
      try machine.charge(Self.stepsPerDraw)
      guard let bits = generator?.nextBits(width) else { throw unseeded }
      if bits < UInt64(bound) { return Int(bits) }
    }
  }

  /// As `below`, for a bound of any size.
  func below(_ bound: Value, in machine: Machine) throws(Interruption) -> Value {
    if bound.isInt { return Value(try below(bound.int, in: machine)) }
    let width = try machine.bitLength(bound)
    while true {
      try machine.charge(Self.stepsPerDraw)
      let number = try bits(width, in: machine)
      if try machine.holds(number, .less, bound) { return number }
    }
  }

  func bits(_ count: Int, in machine: Machine) throws(Interruption) -> Value {
    if count == 0 {
      _ = try seeded()
      return Value(0)
    }
    try machine.reserve(count / 8)
    try machine.charge(count / 16)
    var words: [UInt32] = []
    for start in stride(from: 0, to: count, by: 32) {
      guard let bits = generator?.nextBits(min(32, count - start)) else { throw unseeded }
      words.append(UInt32(bits))
    }
    return try machine.integer(ofWords: words)
  }
}
