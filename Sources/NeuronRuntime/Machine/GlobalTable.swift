/// The names of a module, each with a slot that compiled code refers to.
///
/// A name that is also built in has the built-in value until the program binds it, and again after
/// `del`.
final class GlobalTable {
  private var slots: [String: Int] = [:]
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

  func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    if names.count == capacity { grow() }
    slots[name] = names.count
    values[names.count] = builtins[name] ?? .unbound
    names.append(name)
    return names.count - 1
  }

  func delete(_ slot: Int) {
    values[slot] = builtins[names[slot]] ?? .unbound
  }

  /// The value of a name, bound or built in.
  subscript(name: String) -> Value? {
    guard let slot = slots[name] else { return builtins[name] }
    return values[slot].isUnbound ? nil : values[slot]
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
