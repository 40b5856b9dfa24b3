/// The entries of a dictionary in insertion order, found by hash.
///
/// As in CPython: a dense array of entries, and a sparse table of indices into it, probed linearly.
/// Hashing and comparing keys can fail and belongs to the machine, so callers bring the hash and an
/// equality.
struct HashTable {
  struct Entry {
    var hash: Int
    var key: Value
    var value: Value
  }

  /// A removed entry has an unbound key.
  private(set) var entries: [Entry] = []
  private(set) var count = 0
  /// Index into `entries`, −1 for a free slot, −2 for one whose entry was removed.
  private var slots: [Int32] = []
  /// The slots that are not −1.
  private var usedSlots = 0

  static let bytesPerEntry = MemoryLayout<Entry>.stride + 2 * MemoryLayout<Int32>.stride

  /// The index into `entries` of a key, or `nil`.
  func find(
    _ hash: Int, where isEqual: (Value) throws(Interruption) -> Bool
  ) throws(Interruption) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Self.spread(hash) & (slots.count - 1)
    while slots[slot] != -1 {
      let index = Int(slots[slot])
      if index >= 0, entries[index].hash == hash, try isEqual(entries[index].key) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func setValue(_ value: Value, at index: Int) {
    entries[index].value = value
  }

  /// Adds a key that `find` did not find.
  mutating func append(_ entry: Entry) {
    if (max(usedSlots, entries.count) + 1) * 3 > slots.count * 2 { rebuild() }
    place(Int32(entries.count), hash: entry.hash)
    entries.append(entry)
    count += 1
  }

  mutating func remove(at index: Int) {
    var slot = Self.spread(entries[index].hash) & (slots.count - 1)
    while slots[slot] != Int32(index) { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = -2
    entries[index].key = .unbound
    entries[index].value = .unbound
    count -= 1
    while let last = entries.last, last.key.isUnbound { entries.removeLast() }
  }

  /// Makes an entry's key and value constants; equal keys stay equal, and hashes as they are.
  mutating func untrace(at index: Int) {
    entries[index].key = entries[index].key.untraced
    entries[index].value = entries[index].value.untraced
  }

  mutating func removeAll() {
    self = HashTable()
  }

  func visitValues(_ visit: (Value) -> Void) {
    for entry in entries {
      visit(entry.key)
      visit(entry.value)
    }
  }

  private mutating func place(_ index: Int32, hash: Int) {
    var slot = Self.spread(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    if slots[slot] == -1 { usedSlots += 1 }
    slots[slot] = index
  }

  /// Drops removed entries and makes room for as many again.
  private mutating func rebuild() {
    entries.removeAll { $0.key.isUnbound }
    var size = 8
    while size < (entries.count + 1) * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    usedSlots = 0
    for (index, entry) in entries.enumerated() { place(Int32(index), hash: entry.hash) }
  }

  /// Small integers hash to themselves; the multiplication spreads multiples of a power of two.
  private static func spread(_ hash: Int) -> Int {
    let product = UInt(bitPattern: hash) &* 0x9E37_79B9_7F4A_7C15
    return Int(bitPattern: (product ^ (product >> 32)) & UInt(Int.max))
  }
}
