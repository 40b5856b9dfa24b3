/// What attributes were found for, for the places that see instances of several classes and so forget
/// what they remember: a table shared by all, in which a newer finding takes the place of an older.
struct MethodCache {
  /// Where an attribute was looked for, and from which place in the code.
  struct Key: Equatable {
    /// The number of the instance's shape, or of the root shape of its class.
    var shape: UInt64
    /// For `super()` the number of the root shape of the class behind which the search began; else 0.
    var after: UInt64 = 0
    var site: UnsafePointer<AttributeSite>
    /// The state of classes at which it was found.
    var epoch: UInt32

    fileprivate var slot: Int {
      let mixed = (shape ^ (after &* 7)) &+ UInt64(UInt(bitPattern: site)) &* 0x9E37_79B9
      return Int((mixed ^ (mixed >> 9)) % UInt64(MethodCache.capacity))
    }
  }

  private struct Entry {
    var key: Key
    /// A function of the class; unbound where `slot` tells the instance's attribute.
    var value: Value
    var slot: Int32
  }

  private static let capacity = 4096
  private let entries: UnsafeMutablePointer<Entry?>

  init() {
    entries = .allocate(capacity: Self.capacity)
    entries.initialize(repeating: nil, count: Self.capacity)
  }

  func deallocate() {
    entries.deallocate()
  }

  /// The function that was found; `nil` when none is remembered.
  func function(_ key: Key) -> Value? {
    guard let entry = entries[key.slot], entry.key == key, entry.slot < 0 else { return nil }
    return entry.value
  }

  /// The slot of the instance's attribute; `nil` when none is remembered.
  func slot(_ key: Key) -> Int? {
    guard let entry = entries[key.slot], entry.key == key, entry.slot >= 0 else { return nil }
    return Int(entry.slot)
  }

  /// What a site that sets an attribute found.
  func site(_ key: Key) -> AttributeSite? {
    guard let entry = entries[key.slot], entry.key == key, entry.slot >= 0 else { return nil }
    return AttributeSite(
      receiver: key.shape, value: entry.value, epoch: key.epoch, slot: entry.slot)
  }

  func remember(_ key: Key, site: AttributeSite) {
    entries[key.slot] = Entry(key: key, value: site.value, slot: site.slot)
  }

  func remember(_ key: Key, function: Value) {
    entries[key.slot] = Entry(key: key, value: function, slot: -1)
  }

  func remember(_ key: Key, slot: Int) {
    entries[key.slot] = Entry(key: key, value: .unbound, slot: Int32(slot))
  }
}
