/// The global names of all modules of a program, each with a slot that compiled code refers to.
///
/// A name that is also built in has the built-in value until the program binds it, and again after
/// `del`.
final class GlobalTable {
  private(set) var names: [String] = []
  private(set) var values: UnsafeMutablePointer<Value>
  private var capacity = 256
  private(set) var builtins: [String: Value] = [:]
  private(set) var builtinNames: [String] = []

  init() {
    values = .allocate(capacity: capacity)
    values.initialize(repeating: .unbound, count: capacity)
  }

  deinit {
    values.deallocate()
  }

  var count: Int { names.count }

  func defineBuiltin(_ name: String, _ value: Value) {
    if builtins.updateValue(value, forKey: name) == nil { builtinNames.append(name) }
  }

  /// A new slot, with the built-in value where the name has one.
  fileprivate func addSlot(for name: String) -> Int {
    if names.count == capacity { grow() }
    values[names.count] = builtins[name] ?? .unbound
    names.append(name)
    return names.count - 1
  }

  func delete(_ slot: Int) {
    values[slot] = builtins[names[slot]] ?? .unbound
  }

  func visitValues(_ visit: (Value) -> Void) {
    for index in 0..<names.count { visit(values[index]) }
    for name in builtinNames { if let value = builtins[name] { visit(value) } }
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    larger.initialize(repeating: .unbound, count: capacity * 2)
    larger.update(from: values, count: capacity)
    values.deallocate()
    values = larger
    capacity *= 2
  }
}

/// The names of one module: of a lesson's cells together, or of a file that they import.
final class Namespace {
  /// The module's name, `__main__` for what is not imported.
  let name: String
  private let table: GlobalTable
  private var slots: [String: Int] = [:]
  /// Names in the order in which the module's text first mentions them.
  private var mentioned: [String] = []

  init(_ name: String, in table: GlobalTable) {
    self.name = name
    self.table = table
  }

  /// The slot of a name, made when it has none.
  func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    let slot = table.addSlot(for: name)
    slots[name] = slot
    mentioned.append(name)
    return slot
  }

  /// The value of a name, bound here or built in.
  subscript(name: String) -> Value? {
    guard let slot = slots[name] else { return table.builtins[name] }
    return table.values[slot].isUnbound ? nil : table.values[slot]
  }

  /// The value that the module itself has given a name.
  func ownValue(_ name: String) -> Value? {
    guard let slot = slots[name] else { return nil }
    let value = table.values[slot]
    if value.isUnbound { return nil }
    if let builtin = table.builtins[name], builtin.isIdentical(to: value) { return nil }
    return value
  }

  func set(_ name: String, _ value: Value) {
    let slot = slot(of: name)
    table.values[slot] = value
  }

  /// Takes the module's own value away; `false` when there is none.
  func remove(_ name: String) -> Bool {
    guard ownValue(name) != nil, let slot = slots[name] else { return false }
    table.delete(slot)
    return true
  }

  /// The names that the module itself has given values.
  var ownNames: [String] { mentioned.filter { ownValue($0) != nil } }

  /// Which names have other values than they had when `before` was taken, in order.
  func namesChanged(since before: [String: Value]) -> [String] {
    mentioned.filter { name in
      switch (ownValue(name), before[name]) {
      case (nil, nil): false
      case (let now?, let then?): !now.isIdentical(to: then)
      default: true
      }
    }
  }

  /// The module's own values by name.
  var ownValues: [String: Value] {
    Dictionary(
      uniqueKeysWithValues: ownNames.compactMap { name in
        ownValue(name).map { (name, $0) }
      })
  }

  /// The names that have a value, built-in ones last.
  var boundNames: [String] {
    ownNames.filter { !$0.hasPrefix("__") } + table.builtinNames
  }
}
