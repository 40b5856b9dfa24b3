/// The entries of a dictionary in insertion order, found by hash.
///
/// As in CPython: a dense array of entries, and a sparse table of indices into it.
/// Hashing and comparing keys can fail and belongs to the machine, so callers bring the hash and an
/// equality. An equality may run a program that changes the very table, so `find` reads everything anew
/// after it, and so must whoever walks the entries and calls back meanwhile.
struct HashTable: ~Copyable {
  struct Entry {
    var hash: Int
    var key: Value
    var value: Value
  }

  /// The number of keys.
  private(set) var count = 0
  /// The number of entries, those of removed keys included.
  private(set) var entryCount = 0
  /// A removed entry has an unbound key. Half as many fit as there are slots, which follow in the same
  /// allocation.
  private var storage: UnsafeMutablePointer<Entry>?
  /// Index into the entries, −1 for a free slot, −2 for one whose entry was removed.
  private var slots: UnsafeMutablePointer<Int32>
  /// One less than the number of slots, a power of two; 0 as long as there is no storage.
  private var mask = 0
  /// The slots that are not −1.
  private var usedSlots = 0
  /// All entries before it were removed.
  private var firstEntry = 0

  static let bytesPerEntry = MemoryLayout<Entry>.stride + 2 * MemoryLayout<Int32>.stride

  /// What an empty table has for slots, so that finding need not ask whether it is empty.
  nonisolated(unsafe) private static let noSlots: UnsafeMutablePointer<Int32> = {
    let slot = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    slot.initialize(to: -1)
    return slot
  }()

  init() {
    slots = Self.noSlots
  }

  deinit {
    storage?.deallocate()
  }

  /// The entry at an index below `entryCount`; its key is unbound where it was removed.
  @inline(__always)
  subscript(index: Int) -> Entry { storage.unsafelyUnwrapped[index] }

  /// The entries whose keys are there, as they are now.
  var entries: [Entry] {
    UnsafeBufferPointer(start: storage, count: entryCount).filter { !$0.key.isUnbound }
  }

  /// The index of the first entry that is there; there must be one.
  mutating func firstIndex() -> Int {
    while self[firstEntry].key.isUnbound { firstEntry += 1 }
    return firstEntry
  }

  mutating func setValue(_ value: Value, at index: Int) {
    storage.unsafelyUnwrapped[index].value = value
  }

  /// Adds a key that `find` did not find.
  mutating func append(_ entry: Entry) {
    if max(usedSlots, entryCount) &* 2 >= mask { rebuild() }
    place(Int32(truncatingIfNeeded: entryCount), hash: entry.hash)
    storage.unsafelyUnwrapped[entryCount] = entry
    entryCount &+= 1
    count &+= 1
  }

  mutating func remove(at index: Int) {
    let entries = storage.unsafelyUnwrapped
    var probe = Probe(entries[index].hash)
    while slots[probe.slot & mask] != Int32(truncatingIfNeeded: index) { probe.advance() }
    slots[probe.slot & mask] = -2
    entries[index].key = .unbound
    entries[index].value = .unbound
    count -= 1
    while entryCount > 0, entries[entryCount - 1].key.isUnbound { entryCount -= 1 }
    firstEntry = min(firstEntry, entryCount)
  }

  /// Makes keys and values constants; equal keys stay equal, and hashes as they are.
  func untraceAll() {
    for index in 0..<entryCount {
      let entry = storage.unsafelyUnwrapped + index
      entry.pointee.key = entry.pointee.key.untraced
      entry.pointee.value = entry.pointee.value.untraced
    }
  }

  mutating func removeAll() {
    self = HashTable()
  }

  /// Takes the entries of another table in place of its own.
  mutating func copy(_ other: borrowing HashTable) {
    self = HashTable()
    for index in 0..<other.entryCount where !other[index].key.isUnbound { append(other[index]) }
  }

  func visitValues(_ visit: (Value) -> Void) {
    for index in 0..<entryCount {
      visit(self[index].key)
      visit(self[index].value)
    }
  }

  private mutating func place(_ index: Int32, hash: Int) {
    var probe = Probe(hash)
    while slots[probe.slot & mask] >= 0 { probe.advance() }
    if slots[probe.slot & mask] == -1 { usedSlots &+= 1 }
    slots[probe.slot & mask] = index
  }

  /// Drops removed entries and makes room for as many again.
  private mutating func rebuild() {
    var size = 8
    while size < (count + 1) * 3 { size *= 2 }
    let entryBytes = size / 2 * MemoryLayout<Entry>.stride
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: entryBytes + size * MemoryLayout<Int32>.stride, alignment: 16)
    let new = memory.assumingMemoryBound(to: Entry.self)
    let (old, oldCount) = (storage, entryCount)
    storage = new
    slots = (memory + entryBytes).assumingMemoryBound(to: Int32.self)
    slots.initialize(repeating: -1, count: size)
    mask = size - 1
    usedSlots = 0
    entryCount = 0
    firstEntry = 0
    guard let old else { return }
    for index in 0..<oldCount where !old[index].key.isUnbound {
      place(Int32(truncatingIfNeeded: entryCount), hash: old[index].hash)
      new[entryCount] = old[index]
      entryCount += 1
    }
    old.deallocate()
  }

  /// The slots to look into for a hash, one after the other, before they are masked.
  ///
  /// Small integers hash to themselves, so that neighbours stand in neighbouring slots; the higher bits
  /// come in with every step (`Objects/dictobject.c` says why this reaches every slot).
  fileprivate struct Probe {
    var slot: Int
    private var rest: UInt

    @inline(__always)
    init(_ hash: Int) {
      slot = hash
      rest = UInt(bitPattern: hash)
    }

    @inline(__always)
    mutating func advance() {
      rest >>= 5
      slot = slot &* 5 &+ 1 &+ Int(bitPattern: rest)
    }
  }
}

extension UnsafeMutablePointer<HashTable> {
  /// The index of a key's entry, or `nil`.
  @inline(__always)
  func find(
    _ hash: Int, where isEqual: (Value) throws(Interruption) -> Bool
  ) throws(Interruption) -> Int? {
    var probe = HashTable.Probe(hash)
    while true {
      let index = pointee.index(inSlot: probe.slot)
      if index == -1 { return nil }
      if index >= 0, pointee[index].hash == hash {
        let key = pointee[index].key
        if try isEqual(key) {
          if index < pointee.entryCount, pointee[index].key.payload == key.payload { return index }
          // The comparison changed the table under our feet.
          probe = HashTable.Probe(hash)
          continue
        }
      }
      probe.advance()
    }
  }
}

extension HashTable {
  @inline(__always)
  fileprivate func index(inSlot slot: Int) -> Int { Int(slots[slot & mask]) }
}
