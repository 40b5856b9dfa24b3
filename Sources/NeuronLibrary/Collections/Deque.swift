import NeuronRuntime
import NeuronSyntax

/// `deque`: a queue with two ends. The items stand in a ring, a list of the heap whose length is a power
/// of two, so that the heap accounts for them.
final class Deque: ForeignValue {
  private(set) var size = 0
  let limit: Int?
  /// Counts changes, which end every iteration.
  private(set) var changes = 0
  private var ring: Value
  private var head = 0
  private let kind: DequeType

  init(limit: Int?, kind: DequeType, in machine: Machine) throws(Interruption) {
    self.limit = limit
    self.kind = kind
    ring = try machine.heap.list([.none, .none, .none, .none])
  }

  var typeName: String { "collections.deque" }
  func type(in machine: Machine) -> Value? { kind.value }
  func method(_ name: String, in machine: Machine) -> Value? { kind.methods[name] }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "maxlen" ? limit.map { Value($0) } ?? Value.none : nil
  }

  func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    if name == "maxlen" {
      throw .raised(
        .attribute, "attribute 'maxlen' of 'collections.deque' objects is not writable")
    }
    return false
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(ring)
    visit(kind.value)
  }

  func representation(in machine: Machine) throws(Interruption) -> String {
    let list = try machine.heap.list(items(in: machine))
    let text = try machine.nested { () throws(Interruption) in
      try machine.representation(of: list)
    }
    return "deque(\(text)" + (limit.map { ", maxlen=\($0)" } ?? "") + ")"
  }

  // MARK: Items

  private func place(_ index: Int, _ capacity: Int) -> Int { (head &+ index) & (capacity - 1) }

  func item(_ index: Int, in machine: Machine) -> Value {
    let buffer = machine.buffer(ofList: ring)
    return buffer[place(index, buffer.count)]
  }

  func setItem(_ index: Int, to value: Value, in machine: Machine) {
    let buffer = machine.buffer(ofList: ring)
    buffer[place(index, buffer.count)] = value
  }

  /// The items as they are now.
  func items(in machine: Machine) -> [Value] {
    let buffer = machine.buffer(ofList: ring)
    return (0..<size).map { buffer[place($0, buffer.count)] }
  }

  func append(_ value: Value, atStart: Bool, in machine: Machine) throws(Interruption) {
    changes &+= 1
    if limit == 0 { return }
    if size == limit { _ = remove(atStart: !atStart, in: machine) }
    if size == machine.buffer(ofList: ring).count { try grow(in: machine) }
    if atStart { head = place(-1, machine.buffer(ofList: ring).count) }
    size += 1
    setItem(atStart ? 0 : size - 1, to: value, in: machine)
  }

  private func grow(in machine: Machine) throws(Interruption) {
    let items = items(in: machine)
    try machine.charge(items.count)
    ring = try machine.heap.list(items + Array(repeating: Value.none, count: items.count))
    head = 0
  }

  /// Takes out the item at an end; there must be one.
  func remove(atStart: Bool, in machine: Machine) -> Value {
    changes &+= 1
    let index = atStart ? 0 : size - 1
    let value = item(index, in: machine)
    setItem(index, to: .none, in: machine)
    if atStart { head = place(1, machine.buffer(ofList: ring).count) }
    size -= 1
    return value
  }

  /// Takes other items in place of its own; of too many, the last stay.
  func replace(with items: [Value], in machine: Machine) throws(Interruption) {
    changes &+= 1
    let kept = Array(items.suffix(limit ?? items.count))
    try machine.charge(kept.count)
    var capacity = 4
    while capacity < kept.count { capacity *= 2 }
    ring = try machine.heap.list(kept + Array(repeating: .none, count: capacity - kept.count))
    head = 0
    size = kept.count
  }

  func rotate(by steps: Int, in machine: Machine) throws(Interruption) {
    if size < 2 { return }
    changes &+= 1
    let items = items(in: machine)
    try machine.charge(size)
    let shift = ((steps % size) + size) % size
    for (index, item) in items.enumerated() {
      setItem((index + shift) % size, to: item, in: machine)
    }
  }

  // MARK: As a container

  var count: Int? { size }
  var isHashable: Bool { false }

  private func position(_ index: Value, in machine: Machine) throws(Interruption) -> Int {
    switch index.kind {
    case .int, .bool: break
    case .bigInt: throw .raised(.index, "cannot fit 'int' into an index-sized integer")
    default:
      throw .raised(
        .type, "sequence index must be integer, not '\(machine.typeName(index))'")
    }
    let position = index.int < 0 ? index.int &+ size : index.int
    guard position >= 0, position < size else {
      throw .raised(.index, "deque index out of range")
    }
    return position
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    item(try position(index, in: machine), in: machine)
  }

  func setItem(
    at index: Value, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    setItem(try position(index, in: machine), to: value, in: machine)
    return true
  }

  func deleteItem(at index: Value, in machine: Machine) throws(Interruption) -> Bool {
    try delete(try position(index, in: machine), in: machine)
    return true
  }

  func delete(_ index: Int, in machine: Machine) throws(Interruption) {
    var items = items(in: machine)
    items.remove(at: index)
    try replace(with: items, in: machine)
  }

  func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool? {
    try find(element, 0, .max, in: machine) != nil
  }

  /// The first place of an element in a part.
  func find(
    _ element: Value, _ start: Int, _ end: Int, in machine: Machine
  ) throws(Interruption) -> Int? {
    let before = changes
    var index = start
    while index < min(end, size) {
      try machine.charge(2)
      let found = try machine.matches(item(index, in: machine), element)
      if changes != before { throw .raised(.runtime, "deque mutated during iteration") }
      if found { return index }
      index += 1
    }
    return nil
  }

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    machine.heap.foreign(DequeIterator(self, isReversed: false))
  }

  // MARK: Operators

  func copy(in machine: Machine) throws(Interruption) -> Deque {
    let copy = try Deque(limit: limit, kind: kind, in: machine)
    try copy.replace(with: items(in: machine), in: machine)
    return copy
  }

  func extend(
    with iterable: Value, atStart: Bool, in machine: Machine
  ) throws(Interruption) {
    // Its own items are taken before the first is added.
    let source =
      (machine.foreign(iterable) as? Deque) === self
      ? try machine.heap.list(items(in: machine)) : iterable
    try machine.walkItems(of: source) { (item) throws(Interruption) in
      try append(item, atStart: atStart, in: machine)
    }
  }

  func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    switch operation {
    case .add where !isReflected:
      guard let deque = machine.foreign(other) as? Deque else {
        throw .raised(
          .type, "can only concatenate deque (not \"\(machine.typeName(other))\") to deque")
      }
      let sum = try copy(in: machine)
      try sum.replace(with: items(in: machine) + deque.items(in: machine), in: machine)
      return machine.heap.foreign(sum)
    case .multiply:
      let product = try copy(in: machine)
      guard try product.repeatItems(other, in: machine) else { return nil }
      return machine.heap.foreign(product)
    default: return nil
    }
  }

  func binaryInPlace(
    _ operation: BinaryOperator, _ other: Value, object: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    switch operation {
    case .add: try extend(with: other, atStart: false, in: machine)
    case .multiply:
      if !(try repeatItems(other, in: machine)) { return nil }
    default: return nil
    }
    return object
  }

  /// `false` when an instance may know better what to do.
  private func repeatItems(_ times: Value, in machine: Machine) throws(Interruption) -> Bool {
    guard machine.integer(times) != nil else {
      if times.kind == .instance { return false }
      throw .raised(
        .type, "can't multiply sequence by non-int of type '\(machine.typeName(times))'")
    }
    let part = items(in: machine)
    let times = part.isEmpty ? 0 : max(machine.clampedInt(times), 0)
    var rounds = times
    if let limit, part.count > 0 {
      // What would be pushed out again need not be made.
      let (whole, rest) = limit.quotientAndRemainder(dividingBy: part.count)
      rounds = min(times, rest == 0 ? whole : whole + 1)
    }
    try machine.reserve(rounds, times: 16 * part.count)
    try machine.charge(rounds, times: part.count)
    var all: [Value] = []
    for _ in 0..<rounds { all += part }
    try replace(with: all, in: machine)
    return true
  }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard let deque = machine.foreign(other) as? Deque else { return nil }
    let x = try machine.heap.list(items(in: machine))
    let y = try machine.heap.list(deque.items(in: machine))
    return try machine.nested { () throws(Interruption) in
      try machine.heap.pinning([x, y]) { () throws(Interruption) in
        Value(try machine.holds(x, comparison, y))
      }
    }
  }
}

/// Walks a deque from either end; a change of it is an error.
final class DequeIterator: ForeignValue {
  private let deque: Deque
  private let changes: Int
  private let isReversed: Bool
  private var index = 0

  init(_ deque: Deque, isReversed: Bool) {
    self.deque = deque
    self.isReversed = isReversed
    changes = deque.changes
  }

  var typeName: String {
    isReversed ? "_collections._deque_reverse_iterator" : "_collections._deque_iterator"
  }
  var isIterator: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<\(typeName) object>"
  }

  func visitValues(_ visit: (Value) -> Void) { deque.visitValues(visit) }

  func next(in machine: Machine) throws(Interruption) -> Value? {
    if deque.changes != changes { throw .raised(.runtime, "deque mutated during iteration") }
    if index >= deque.size { return nil }
    index += 1
    return deque.item(isReversed ? deque.size - index : index - 1, in: machine)
  }
}
