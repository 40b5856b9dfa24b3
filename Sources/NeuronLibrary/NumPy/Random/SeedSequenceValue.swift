import Backprop
import NeuronRuntime

/// An instance of `np.random.SeedSequence`.
final class SeedSequenceValue: ForeignValue {
  let sequence: SeedSequence
  /// As the program gave it.
  private let entropy: Value
  private var childCount = 0
  private unowned let classes: RandomClasses
  /// The value that stands for it.
  private(set) var value = Value.none

  init(_ sequence: SeedSequence, _ entropy: Value, _ classes: RandomClasses, in machine: Machine) {
    self.sequence = sequence
    self.entropy = entropy
    self.classes = classes
    value = machine.heap.foreign(self)
  }

  var typeName: String { "numpy.random.bit_generator.SeedSequence" }
  func type(in machine: Machine) -> Value? { classes.seedSequence }
  func visitValues(_ visit: (Value) -> Void) { visit(entropy) }

  func representation(in machine: Machine) throws(Interruption) -> String {
    var text = "SeedSequence(\n    entropy=\(try machine.representation(of: entropy)),\n"
    if !sequence.spawnKey.isEmpty {
      text += "    spawn_key=\(machine.tupleText(sequence.spawnKey.map { Int($0) })),\n"
    }
    if childCount > 0 { text += "    n_children_spawned=\(childCount),\n" }
    return text + ")"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "entropy": return entropy
    case "spawn_key": return try machine.heap.tuple(sequence.spawnKey.map { Value(Int($0)) })
    case "pool_size": return Value(4)
    case "n_children_spawned": return Value(childCount)
    case "generate_state", "state", "pool":
      throw .raised(
        .type,
        "'\(name)' of SeedSequence gives words of a type that is not part of neuron: make a generator of it"
      )
    default: return nil
    }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    name == "spawn" ? classes.seedSequenceSpawn : nil
  }

  /// New seeds, none of which was given out before.
  func spawn(_ count: Int, in machine: Machine) throws(Interruption) -> [SeedSequenceValue] {
    try machine.reserve(count &* 400)
    try machine.charge(count &* 64)
    let first = childCount
    childCount += max(count, 0)
    return (first..<childCount).map {
      SeedSequenceValue(sequence.child(UInt32($0)), entropy, classes, in: machine)
    }
  }

  fileprivate var classesOfIt: RandomClasses { classes }
}

extension Machine {
  /// A list of what `make` makes of new children of a seed.
  func spawned(
    from seed: Value, _ count: Value,
    _ make: (SeedSequenceValue, RandomClasses) -> Value
  ) throws(Interruption) -> Value {
    let count = try indexArgument(count)
    guard let parent = foreign(seed) as? SeedSequenceValue else { return .none }
    let children = try parent.spawn(count, in: self)
    return try heap.list(children.map { make($0, parent.classesOfIt) })
  }

  /// The seed that a program gives: integers of any size, or sequences of them.
  func seedSequence(
    _ given: Value, spawnKey: [UInt32] = [], advice: String, _ classes: RandomClasses
  ) throws(Interruption) -> SeedSequenceValue {
    if let known = foreign(given) as? SeedSequenceValue { return known }
    if given.isNone {
      throw .raised(
        .value, "a seed of None differs from run to run: seed with a number, as \(advice)")
    }
    let isSequence =
      [.list, .tuple, .range].contains(given.kind) || arrayValue(given) != nil
    guard [.int, .bool, .bigInt].contains(given.kind) || isSequence else {
      throw .raised(
        .type,
        "SeedSequence expects int or sequence of ints for entropy not \(try text(of: given))")
    }
    var words: [UInt32] = []
    try appendSeedWords(given, to: &words)
    try charge(64 + words.count)
    return SeedSequenceValue(
      SeedSequence(entropy: words, spawnKey: spawnKey), given, classes, in: self)
  }

  /// The words of an integer, the lowest first, or of all integers in a sequence.
  func appendSeedWords(_ value: Value, to words: inout [UInt32]) throws(Interruption) {
    switch value.kind {
    case .int, .bool, .bigInt:
      if try holds(value, .less, Value(0)) {
        throw .raised(.value, "expected non-negative integer")
      }
      let own = try self.words(ofMagnitude: value)
      words += own.isEmpty ? [0] : own
    default:
      guard [.list, .tuple, .range].contains(value.kind) || arrayValue(value) != nil else {
        throw .raised(.type, "seed must be integer")
      }
      let items = try allItems(of: value)
      var all = words
      try nested { () throws(Interruption) in
        for item in items { try appendSeedWords(item, to: &all) }
      }
      words = all
    }
  }
}
