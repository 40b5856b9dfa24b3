import NeuronRuntime

/// `numpy.random`: the older generator's functions, and the classes of both.
func makeNumPyRandomModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "numpy.random")
  let classes = RandomClasses(in: module, machine)
  let shared = RandomStateValue(classes, isShared: true)
  classes.shared = shared
  machine.numPy.random = classes
  for method in StreamMethod.legacy {
    module.define(
      method.name,
      machine.makeNative(method.name) { (arguments, machine) throws(Interruption) in
        try method.call(shared, arguments, in: machine)
      })
  }
  let signature = CythonSignature("default_rng", "seed=")
  module.define(
    "default_rng",
    machine.makeNative("default_rng") { (arguments, machine) throws(Interruption) in
      let seed = try signature.bind(arguments)[0] ?? .none
      return try machine.defaultGenerator(seed, classes)
    })
  for name in ["get_bit_generator", "set_bit_generator"] {
    module.define(
      name,
      machine.makeNative(name) { (_, _) throws(Interruption) in
        throw .raised(
          .type, "np.random.\(name) is not part of neuron: make a generator from a seed")
      })
  }
  return module
}

/// The classes of `np.random` in one machine, and their methods.
final class RandomClasses {
  private(set) var randomState = Value.none
  private(set) var generator = Value.none
  private(set) var bitGenerators: [BitGeneratorKind: Value] = [:]
  private(set) var seedSequence = Value.none
  /// The generator that the functions of the module share.
  fileprivate(set) var shared: RandomStateValue?
  let legacyMethods: StreamMethods
  let modernMethods: StreamMethods
  private(set) var bitGeneratorSpawn = Value.none
  private(set) var seedSequenceSpawn = Value.none

  fileprivate init(in module: NativeModule, _ machine: Machine) {
    legacyMethods = StreamMethods(StreamMethod.legacy, of: "RandomState", machine) {
      $1.foreign($0) as? RandomStateValue
    }
    modernMethods = StreamMethods(StreamMethod.modern, of: "Generator", machine) {
      $1.foreign($0) as? GeneratorValue
    }
    defineRandomState(module, machine)
    defineGenerator(module, machine)
    defineBitGenerators(module, machine)
    defineSeedSequence(module, machine)
  }

  private func defineRandomState(_ module: NativeModule, _ machine: Machine) {
    let signature = CythonSignature("__init__", "seed=")
    let type = LibraryType("RandomState", of: "numpy.random.mtrand", in: machine) {
      [self] (_, arguments, machine) throws(Interruption) in
      let seed = try signature.bind(arguments)[0] ?? .none
      if machine.foreign(seed) is BitGeneratorValue {
        throw .raised(
          .type,
          "a RandomState of a bit generator is not part of neuron: write np.random.Generator(…)")
      }
      return try machine.randomState(seed, self)
    }
    legacyMethods.define(in: type)
    randomState = type.value
    module.define("RandomState", type.value)
  }

  private func defineGenerator(_ module: NativeModule, _ machine: Machine) {
    let signature = CythonSignature("__init__", "bit_generator")
    let type = LibraryType("Generator", of: "numpy.random._generator", in: machine) {
      [self] (_, arguments, machine) throws(Interruption) in
      let value = try signature.bind(arguments)[0] ?? .none
      guard let bits = machine.foreign(value) as? BitGeneratorValue else {
        throw .raised(
          .attribute, "'\(machine.typeName(value))' object has no attribute 'capsule'")
      }
      return machine.heap.foreign(GeneratorValue(bits, value, self))
    }
    modernMethods.define(in: type)
    generator = type.value
    module.define("Generator", type.value)
  }

  private func defineBitGenerators(_ module: NativeModule, _ machine: Machine) {
    let signature = CythonSignature("__init__", "seed=")
    for kind in BitGeneratorKind.allCases {
      let type = LibraryType(kind.rawValue, of: kind.module, in: machine) {
        [self] (_, arguments, machine) throws(Interruption) in
        let seed = try machine.seedSequence(
          try signature.bind(arguments)[0] ?? .none, advice: "np.random.\(kind.rawValue)(0)", self)
        return machine.heap.foreign(BitGeneratorValue(kind, seed, self))
      }
      bitGenerators[kind] = type.value
      module.define(kind.rawValue, type.value)
    }
    let spawn = CythonSignature("spawn", "n_children")
    bitGeneratorSpawn = machine.makeNative("spawn") {
      (arguments, machine) throws(Interruption) in
      guard arguments.count > 0,
        let bits = machine.foreign(arguments[0]) as? BitGeneratorValue
      else { throw .raised(.type, "spawn() needs a bit generator as 'self'") }
      let count = try spawn.bind(arguments.droppingFirst)[0] ?? .none
      return try machine.spawned(from: bits.seed, count) { seed, classes in
        machine.heap.foreign(BitGeneratorValue(bits.kind, seed, classes))
      }
    }
  }

  private func defineSeedSequence(_ module: NativeModule, _ machine: Machine) {
    let signature = CythonSignature(
      "__init__", "entropy=, *, spawn_key=, pool_size=, n_children_spawned=")
    let type = LibraryType("SeedSequence", of: "numpy.random.bit_generator", in: machine) {
      [self] (_, arguments, machine) throws(Interruption) in
      let given = try signature.bind(arguments)
      for place in [2, 3] where given[place] != nil {
        throw .raised(
          .type,
          "`\(signature.parameters[place])` of SeedSequence is not part of neuron: leave it out")
      }
      var key: [UInt32] = []
      if let value = given[1] { try machine.appendSeedWords(value, to: &key) }
      return try machine.seedSequence(
        given[0] ?? .none, spawnKey: key, advice: "np.random.SeedSequence(0)", self
      ).value
    }
    seedSequence = type.value
    module.define("SeedSequence", type.value)
    let spawn = CythonSignature("spawn", "n_children")
    seedSequenceSpawn = machine.makeNative("spawn") { (arguments, machine) throws(Interruption) in
      guard arguments.count > 0 else {
        throw .raised(.type, "spawn() needs a SeedSequence as 'self'")
      }
      let count = try spawn.bind(arguments.droppingFirst)[0] ?? .none
      return try machine.spawned(from: arguments[0], count) { seed, _ in seed.value }
    }
  }
}

extension Machine {
  fileprivate func randomState(
    _ seed: Value, _ classes: RandomClasses
  ) throws(Interruption) -> Value {
    try reserve(4 * MersenneTwister.wordCount)
    let state = RandomStateValue(classes)
    try state.seed(seed, advice: "np.random.RandomState(0)", in: self)
    return heap.foreign(state)
  }

  /// What `np.random.default_rng` gives for a seed or for what already is a generator.
  fileprivate func defaultGenerator(
    _ seed: Value, _ classes: RandomClasses
  ) throws(Interruption) -> Value {
    switch foreign(seed) {
    case is GeneratorValue: return seed
    case let bits as BitGeneratorValue:
      return heap.foreign(GeneratorValue(bits, seed, classes))
    case is RandomStateValue:
      throw .raised(
        .type, "default_rng of a RandomState is not part of neuron: give it a seed")
    default:
      return generator(
        .pcg, try seedSequence(seed, advice: "np.random.default_rng(0)", classes), classes)
    }
  }
}
