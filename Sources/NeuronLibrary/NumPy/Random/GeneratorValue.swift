import NeuronRuntime

/// What a `Generator` is fed by.
enum BitGeneratorKind: String, CaseIterable {
  case pcg = "PCG64"
  case mersenne = "MT19937"

  /// The module that its class is in, as Python shows it.
  var module: String { self == .pcg ? "numpy.random._pcg64" : "numpy.random._mt19937" }

  func stream(_ seed: SeedSequence) -> any RandomStream {
    switch self {
    case .pcg: SourceStream(ModernSource(PCG64(seed)))
    case .mersenne: SourceStream(ModernSource(MersenneTwister(seed)))
    }
  }
}

/// An instance of `np.random.PCG64` or `np.random.MT19937`: all generators made of it draw from it.
final class BitGeneratorValue: ForeignValue {
  let kind: BitGeneratorKind
  let stream: any RandomStream
  /// The `SeedSequenceValue` that it was seeded with.
  let seed: Value
  private unowned let classes: RandomClasses

  init(_ kind: BitGeneratorKind, _ seed: SeedSequenceValue, _ classes: RandomClasses) {
    self.kind = kind
    stream = kind.stream(seed.sequence)
    self.seed = seed.value
    self.classes = classes
  }

  var typeName: String { "\(kind.module).\(kind.rawValue)" }
  func type(in machine: Machine) -> Value? { classes.bitGenerators[kind] }
  func representation(in machine: Machine) throws(Interruption) -> String {
    "<\(typeName) object>"
  }
  func visitValues(_ visit: (Value) -> Void) { visit(seed) }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "seed_seq": seed
    case "state", "random_raw", "jumped", "advance", "lock", "cffi", "ctypes", "capsule":
      throw .raised(
        .type,
        "'\(name)' of \(kind.rawValue) is not part of neuron: make a new generator from a seed")
    default: nil
    }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    name == "spawn" ? classes.bitGeneratorSpawn : nil
  }
}

/// NumPy's newer generator, as `np.random.default_rng` makes it.
final class GeneratorValue: ForeignValue, StreamOwner {
  private let bits: BitGeneratorValue
  /// The value that stands for `bits`.
  private let bitsValue: Value
  private unowned let classes: RandomClasses

  init(_ bits: BitGeneratorValue, _ value: Value, _ classes: RandomClasses) {
    self.bits = bits
    bitsValue = value
    self.classes = classes
  }

  var isModern: Bool { true }
  var path: String { "Generator" }
  var example: String { "rng" }
  var seed: Value { bits.seed }
  var kind: BitGeneratorKind { bits.kind }

  func stream() throws(Interruption) -> any RandomStream { bits.stream }

  var typeName: String { "numpy.random._generator.Generator" }
  func type(in machine: Machine) -> Value? { classes.generator }
  func representation(in machine: Machine) throws(Interruption) -> String {
    "Generator(\(bits.kind.rawValue))"
  }
  func visitValues(_ visit: (Value) -> Void) { visit(bitsValue) }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "bit_generator" ? bitsValue : nil
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    classes.modernMethods.functions[name]
  }
}

extension StreamMethod {
  static let spawn = StreamMethod("spawn", "n_children") { (call) throws(Interruption) in
    guard let generator = call.owner as? GeneratorValue else { return .none }
    return try call.machine.spawned(from: generator.seed, call.value(0)) { (seed, classes) in
      call.machine.generator(generator.kind, seed, classes)
    }
  }
}

extension Machine {
  /// A generator of a kind, fed from a seed.
  func generator(
    _ kind: BitGeneratorKind, _ seed: SeedSequenceValue, _ classes: RandomClasses
  ) -> Value {
    let bits = BitGeneratorValue(kind, seed, classes)
    let value = heap.foreign(bits)
    return heap.foreign(GeneratorValue(bits, value, classes))
  }
}
