/// A set: its elements in the order in which they came, and CPython's table of them.
///
///     slots     −1   1  −1   0  −2 …      a table of the size and probing of CPython's
///     entries    5   9   ·                elements in the order in which they came; · was removed
///
/// `slots` follows `Objects/setobject.c` of CPython 3.11 slot by slot: the order of probing, the
/// moments of growth and the sizes grown to. Walking the slots so gives the order in which CPython
/// walks a set of elements whose hashes it fixes; walking the entries gives the order of insertion,
/// which is that of all other sets here.
struct SetObject {
  struct Entry {
    var hash: Int
    /// Unbound when it was removed.
    var key: Value
  }

  var header: ObjectHeader
  /// The number of elements.
  var count: Int
  /// The slots that are not free: those of elements and those from which one was removed.
  var fill: Int
  /// The entries in use, with the removed ones between them.
  var entryCount: Int
  /// One less than the number of slots, which is a power of two.
  var mask: Int
  /// The elements whose hash CPython does not fix.
  var unorderedCount: Int
  /// The slot where `pop` goes on looking.
  var finger: Int
  /// All entries before it were removed.
  var firstEntry: Int
  /// Room for `capacity(mask)`. Those of the smallest table, and its slots, follow the struct in the
  /// same allocation.
  var entries: UnsafeMutablePointer<Entry>
  var slots: UnsafeMutablePointer<Int32>

  static let freeSlot: Int32 = -1
  static let removedSlot: Int32 = -2
  static let smallestMask = 7

  /// The room for entries: a table grows when three fifths of it are filled. The rest lets elements
  /// come and go before the entries must move up.
  static func capacity(_ mask: Int) -> Int { mask * 3 / 5 + mask / 4 + 1 }

  /// What the entries and slots of a table take.
  static func bytes(_ mask: Int) -> Int {
    capacity(mask) * MemoryLayout<Entry>.stride + (mask + 1) * MemoryLayout<Int32>.stride
  }

  /// The mask of the table that holds more than `minimum` slots.
  static func mask(over minimum: Int) -> Int {
    var size = smallestMask + 1
    while size <= minimum { size *= 2 }
    return size - 1
  }
}

extension UnsafeMutablePointer<SetObject> {
  private typealias Entry = SetObject.Entry

  private var smallTable: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(self) + MemoryLayout<SetObject>.stride
  }

  private var hasOwnBuffer: Bool { pointee.mask != SetObject.smallestMask }

  /// Makes an empty set of fresh memory.
  func initializeEmpty() {
    pointee.finger = 0
    becomeEmpty()
  }

  /// Frees what is not in the object's own allocation.
  func freeBuffer() {
    if hasOwnBuffer { UnsafeMutableRawPointer(pointee.entries).deallocate() }
  }

  private func becomeEmpty() {
    pointee.count = 0
    pointee.fill = 0
    pointee.entryCount = 0
    pointee.unorderedCount = 0
    pointee.firstEntry = 0
    place(table: smallTable, mask: SetObject.smallestMask)
    pointee.slots.initialize(repeating: SetObject.freeSlot, count: pointee.mask + 1)
  }

  private func place(table: UnsafeMutableRawPointer, mask: Int) {
    pointee.mask = mask
    pointee.entries = table.assumingMemoryBound(to: Entry.self)
    pointee.slots = (table + SetObject.capacity(mask) * MemoryLayout<Entry>.stride)
      .assumingMemoryBound(to: Int32.self)
  }

  // MARK: Order

  /// The element at or after `position`, which moves behind it; `nil` at the end.
  @inline(__always)
  func next(_ position: inout Int) -> SetObject.Entry? {
    if pointee.unorderedCount == 0 {
      while position <= pointee.mask {
        let index = pointee.slots[position]
        position += 1
        if index >= 0 { return pointee.entries[Int(index)] }
      }
    } else {
      while position < pointee.entryCount {
        let entry = pointee.entries[position]
        position += 1
        if !entry.key.isUnbound { return entry }
      }
    }
    return nil
  }

  /// The elements in order.
  var all: [SetObject.Entry] {
    var result: [SetObject.Entry] = []
    result.reserveCapacity(pointee.count)
    var position = 0
    while let entry = next(&position) { result.append(entry) }
    return result
  }

  // MARK: Finding

  /// The slot of an element, or the complement of the one that it would take: the last on the way from
  /// which another was removed, else the free one where the search ended.
  ///
  /// As in CPython, nine slots are looked through in turn before the search jumps by the hash.
  @inline(__always)
  func find(
    _ hash: Int, where isEqual: (Value) throws(Interruption) -> Bool
  ) throws(Interruption) -> Int {
    restart: while true {
      let table = pointee.slots
      let mask = UInt(bitPattern: pointee.mask)
      var perturbation = UInt(bitPattern: hash)
      var slot = perturbation & mask
      var removed = -1
      while true {
        let last = slot &+ 9 <= mask ? slot &+ 9 : slot
        var probe = slot
        repeat {
          let place = Int(bitPattern: probe)
          let index = table[place]
          if index == SetObject.freeSlot {
            return ~(removed >= 0 && table[removed] == SetObject.removedSlot ? removed : place)
          }
          if index == SetObject.removedSlot {
            removed = place
          } else if pointee.entries[Int(index)].hash == hash {
            let key = pointee.entries[Int(index)].key
            let found = try isEqual(key)
            // The comparison may have changed the set under our feet.
            if pointee.slots != table || !isElement(key, at: place) { continue restart }
            if found { return place }
          }
          probe &+= 1
        } while probe <= last
        perturbation >>= 5
        slot = (slot &* 5 &+ 1 &+ perturbation) & mask
      }
    }
  }

  private func isElement(_ key: Value, at slot: Int) -> Bool {
    let index = pointee.slots[slot]
    return index >= 0 && pointee.entries[Int(index)].key.payload == key.payload
  }

  /// The first slot in the order of probing that `isWanted` takes; there must be one.
  @inline(__always)
  private func firstSlot(for hash: Int, where isWanted: (Int) -> Bool) -> Int {
    let mask = UInt(bitPattern: pointee.mask)
    var perturbation = UInt(bitPattern: hash)
    var slot = perturbation & mask
    while true {
      let last = slot &+ 9 <= mask ? slot &+ 9 : slot
      for probe in slot...last where isWanted(Int(bitPattern: probe)) {
        return Int(bitPattern: probe)
      }
      perturbation >>= 5
      slot = (slot &* 5 &+ 1 &+ perturbation) & mask
    }
  }

  private func slot(ofEntry index: Int) -> Int {
    let isEntry = { [slots = pointee.slots] in slots[$0] == Int32(truncatingIfNeeded: index) }
    return firstSlot(for: pointee.entries[index].hash, where: isEntry)
  }

  // MARK: Removing

  func remove(at slot: Int) {
    let index = Int(pointee.slots[slot])
    if !pointee.entries[index].key.hasFixedHash { pointee.unorderedCount -= 1 }
    pointee.entries[index].key = .unbound
    pointee.slots[slot] = SetObject.removedSlot
    pointee.count -= 1
  }

  /// Removes the element that CPython's `pop` takes: the next after the one it took before. Of a set
  /// in order of insertion, the first.
  func popNext() -> Value? {
    if pointee.count == 0 { return nil }
    var slot = pointee.finger & pointee.mask
    if pointee.unorderedCount == 0 {
      while pointee.slots[slot] < 0 { slot = slot == pointee.mask ? 0 : slot + 1 }
    } else {
      while pointee.entries[pointee.firstEntry].key.isUnbound { pointee.firstEntry += 1 }
      slot = self.slot(ofEntry: pointee.firstEntry)
    }
    let key = pointee.entries[Int(pointee.slots[slot])].key
    remove(at: slot)
    pointee.finger = slot + 1
    return key
  }
}

extension Heap {
  /// Adds an element for which `find` gave the complement of `freeSlot`.
  @inline(__always)
  func add(
    _ key: Value, _ hash: Int, to set: UnsafeMutablePointer<SetObject>, at freeSlot: Int
  ) throws(Interruption) {
    let takesFree = set.pointee.slots[freeSlot] == SetObject.freeSlot
    let isGrowing = takesFree && (set.pointee.fill + 1) * 5 >= set.pointee.mask * 3
    let newCount = set.pointee.count + 1
    let minimum = newCount > 50_000 ? newCount * 2 : newCount * 4
    if isGrowing { try reserve(SetObject.bytes(SetObject.mask(over: minimum))) }
    if set.pointee.entryCount == SetObject.capacity(set.pointee.mask) { set.closeUp() }
    set.pointee.entries[set.pointee.entryCount] = SetObject.Entry(hash: hash, key: key)
    set.pointee.slots[freeSlot] = Int32(truncatingIfNeeded: set.pointee.entryCount)
    set.pointee.entryCount += 1
    if takesFree { set.pointee.fill += 1 }
    set.pointee.count = newCount
    if !key.hasFixedHash { set.pointee.unorderedCount += 1 }
    if isGrowing { try resize(set, over: minimum) }
  }

  /// Gives a set a table of more than `minimum` slots, without the removed ones.
  func resize(
    _ set: UnsafeMutablePointer<SetObject>, over minimum: Int
  ) throws(Interruption) {
    let mask = SetObject.mask(over: minimum)
    let isSmall = mask == SetObject.smallestMask && set.pointee.mask == mask
    if isSmall, set.pointee.fill == set.pointee.count { return }
    try reserve(SetObject.bytes(mask))
    let old = try take(set)
    try giveTable(set, mask: mask)
    set.take(old)
    old.release()
  }

  /// Gives a set without a buffer of its own an empty table.
  private func giveTable(
    _ set: UnsafeMutablePointer<SetObject>, mask: Int
  ) throws(Interruption) {
    if mask == SetObject.smallestMask { return }
    let bytes = SetObject.bytes(mask)
    try grew(Value(set.pointee.header.kind, set), by: bytes)
    set.usesBuffer(.allocate(byteCount: bytes, alignment: 16), mask: mask)
  }

  /// The contents of a set, which is then empty.
  private func take(
    _ set: UnsafeMutablePointer<SetObject>
  ) throws(Interruption) -> SetContents {
    var contents = SetContents(set)
    if set.pointee.mask == SetObject.smallestMask {
      if contents.fill > 0 { contents.moveOut() }
      set.clear()
    } else {
      try grew(Value(set.pointee.header.kind, set), by: -SetObject.bytes(set.pointee.mask))
      contents.ownsBuffer = true
      set.clear()
    }
    return contents
  }

  /// Takes all elements out.
  func clear(_ set: UnsafeMutablePointer<SetObject>) throws(Interruption) {
    try take(set).release()
  }

  /// Gives a set the contents of another, which is then empty.
  func move(
    _ source: UnsafeMutablePointer<SetObject>, to set: UnsafeMutablePointer<SetObject>
  ) throws(Interruption) {
    try clear(set)
    let contents = try take(source)
    try giveTable(set, mask: contents.mask)
    set.take(contents)
    contents.release()
  }
}

/// The entries and slots of a set, apart from it.
private struct SetContents {
  var entries: UnsafeMutablePointer<SetObject.Entry>
  var slots: UnsafeMutablePointer<Int32>
  let mask: Int
  let count: Int
  let fill: Int
  let entryCount: Int
  let unorderedCount: Int
  var ownsBuffer = false

  init(_ set: UnsafeMutablePointer<SetObject>) {
    entries = set.pointee.entries
    slots = set.pointee.slots
    mask = set.pointee.mask
    count = set.pointee.count
    fill = set.pointee.fill
    entryCount = set.pointee.entryCount
    unorderedCount = set.pointee.unorderedCount
  }

  /// Where each entry stands when those of removed elements are gone; −1 for those.
  var closedUpPlaces: [Int32] {
    var next: Int32 = 0
    return (0..<entryCount).map { index in
      if entries[index].key.isUnbound { return -1 }
      next += 1
      return next - 1
    }
  }

  /// Copies them to a buffer, since that of the smallest table is the set's own memory.
  mutating func moveOut() {
    let buffer = UnsafeMutableRawPointer.allocate(
      byteCount: SetObject.bytes(mask), alignment: 16)
    buffer.copyMemory(from: entries, byteCount: SetObject.bytes(mask))
    slots = (buffer + SetObject.capacity(mask) * MemoryLayout<SetObject.Entry>.stride)
      .assumingMemoryBound(to: Int32.self)
    entries = buffer.assumingMemoryBound(to: SetObject.Entry.self)
    ownsBuffer = true
  }

  func release() {
    if ownsBuffer { UnsafeMutableRawPointer(entries).deallocate() }
  }
}

extension UnsafeMutablePointer<SetObject> {
  /// Forgets all elements; a buffer of its own is another's by now.
  fileprivate func clear() { becomeEmpty() }

  /// Moves entries up over those of removed elements.
  fileprivate func closeUp() {
    let places = SetContents(self).closedUpPlaces
    for index in places.indices where places[index] >= 0 {
      pointee.entries[Int(places[index])] = pointee.entries[index]
    }
    for slot in 0...pointee.mask where pointee.slots[slot] >= 0 {
      pointee.slots[slot] = places[Int(pointee.slots[slot])]
    }
    pointee.entryCount = pointee.count
    pointee.firstEntry = 0
  }

  /// Copies a set into an empty one whose table has room.
  func copy(_ source: UnsafeMutablePointer<SetObject>) { take(SetContents(source)) }

  fileprivate func usesBuffer(_ buffer: UnsafeMutableRawPointer, mask: Int) {
    place(table: buffer, mask: mask)
    pointee.slots.initialize(repeating: SetObject.freeSlot, count: mask + 1)
  }

  /// Puts contents into the empty table: as they are where they fit slot by slot, else one after the
  /// other in the order of their slots, as CPython does.
  fileprivate func take(_ old: SetContents) {
    let isWhole = old.entryCount == old.count
    pointee.count = old.count
    pointee.fill = old.count
    pointee.entryCount = old.count
    pointee.unorderedCount = old.unorderedCount
    let newPlaces = isWhole ? [] : old.closedUpPlaces
    if isWhole {
      pointee.entries.update(from: old.entries, count: old.count)
    } else {
      for index in newPlaces.indices where newPlaces[index] >= 0 {
        pointee.entries[Int(newPlaces[index])] = old.entries[index]
      }
    }
    if pointee.mask == old.mask, old.fill == old.count {
      for slot in 0...old.mask {
        let index = old.slots[slot]
        pointee.slots[slot] = isWhole || index < 0 ? index : newPlaces[Int(index)]
      }
      return
    }
    for slot in 0...old.mask where old.slots[slot] >= 0 {
      let index = Int(old.slots[slot])
      let place = firstSlot(for: old.entries[index].hash) {
        pointee.slots[$0] == SetObject.freeSlot
      }
      pointee.slots[place] = isWhole ? old.slots[slot] : newPlaces[index]
    }
  }
}

extension Value {
  /// Whether CPython gives the value the same hash in every run: a number, or a tuple or frozenset of
  /// such.
  var hasFixedHash: Bool {
    switch kind {
    case .int, .bool, .bigInt: return true
    case .float: return !float.isNaN
    case .tuple:
      for index in 0..<tupleObject.pointee.count where !tupleObject.items[index].hasFixedHash {
        return false
      }
      return true
    case .frozenset: return setObject.pointee.unorderedCount == 0
    default: return false
    }
  }
}
