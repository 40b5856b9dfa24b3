/// What a class is: its name, its bases, its attributes.
final class ClassInfo {
  let name: String
  let qualifiedName: String
  /// `__main__` for the program's own, `builtins` for Python's exceptions.
  let module: String
  let bases: [Value]
  /// The classes in which attributes are looked for: this one, then what it inherits from, in the
  /// order of the C3 linearization; built-in types last.
  var linearization: [Value] = []
  /// The names of `attributes` in the order of definition.
  private(set) var names: [String] = []
  private var attributes: [String: Value] = [:]
  let rootShape: Shape
  /// The built-in type that instances are besides; `nil` when only `object`.
  let payloadType: BuiltinType?
  let isException: Bool
  /// The slots for which an instance gets room at once: the most that one has had.
  var expectedSlots = 0
  /// The names that `__slots__` allows; `nil` when every name is.
  var allowedNames: [String]?
  /// Special methods that have been looked for; an ellipsis where there is none.
  let specialMethods: UnsafeMutablePointer<Value>
  /// The state of classes at which `specialMethods` was filled.
  var specialMethodsEpoch: UInt32 = 0

  /// What the heap accounts for a class, and for each attribute.
  static let size = 2048
  static let sizeOfAttribute = 96

  init(
    name: String, qualifiedName: String, module: String, bases: [Value], rootShape: Shape,
    payloadType: BuiltinType?, isException: Bool
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.module = module
    self.bases = bases
    self.rootShape = rootShape
    self.payloadType = payloadType
    self.isException = isException
    specialMethods = .allocate(capacity: SpecialMethod.allCases.count)
    specialMethods.initialize(repeating: .unbound, count: SpecialMethod.allCases.count)
  }

  deinit {
    specialMethods.deallocate()
  }

  /// An attribute of this very class.
  subscript(name: String) -> Value? { attributes[name] }

  /// - Returns: whether the name is new.
  @discardableResult
  func set(_ name: String, _ value: Value) -> Bool {
    let isNew = attributes.updateValue(value, forKey: name) == nil
    if isNew { names.append(name) }
    return isNew
  }

  func remove(_ name: String) {
    attributes[name] = nil
    names.removeAll { $0 == name }
  }

  func visitValues(_ visit: (Value) -> Void) {
    for base in bases { visit(base) }
    for type in linearization { visit(type) }
    for name in names { if let value = attributes[name] { visit(value) } }
  }

  /// Makes traced floats constants.
  func untrace() {
    for name in names { if let value = attributes[name] { attributes[name] = value.untraced } }
  }
}
