import NeuronRuntime

/// Defines `functools.cached_property`.
func defineCachedProperty(_ module: NativeModule, _ machine: Machine) {
  let signature = Signature(name: "cached_property.__init__", required: ["func"], hidden: 1)
  let naming = Signature(
    name: "cached_property.__set_name__", required: ["owner", "name"], hidden: 1)
  let setName = machine.makeNative("__set_name__") { (arguments, machine) throws(Interruption) in
    let name = try naming.bind(arguments.droppingFirst).value(1)
    try (machine.foreign(arguments[0]) as? CachedProperty)?.setName(name, in: machine)
    return .none
  }
  defineFunctoolsType("cached_property", module, machine) {
    (type, arguments, machine) throws(Interruption) in
    CachedProperty(type, try signature.bind(arguments).value(0), setName: setName)
  }
}

/// What an instance computes once, when it is first asked for: the value becomes an attribute of the
/// instance, which hides the property.
private final class CachedProperty: ForeignValue {
  private let typeValue: Value
  private let function: Value
  private let setNameMethod: Value
  /// The name in the class that has it.
  private var name: String?

  init(_ type: Value, _ function: Value, setName: Value) {
    typeValue = type
    self.function = function
    setNameMethod = setName
  }

  var typeName: String { "cached_property" }

  func type(in machine: Machine) -> Value? { typeValue }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<functools.cached_property object>"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "func": function
    case "attrname":
      try self.name.map { (name) throws(Interruption) in try machine.heap.string(name) }
        ?? Value.none
    case "__doc__": try machine.attribute("__doc__", of: function)
    default: nil
    }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    name == "__set_name__" ? setNameMethod : nil
  }

  func setName(_ value: Value, in machine: Machine) throws(Interruption) {
    let new = try machine.attributeName(value)
    guard let name else { return self.name = new }
    if new == name { return }
    throw .raised(
      .type,
      "Cannot assign the same cached_property to two different names ('\(name)' and '\(new)').")
  }

  func bound(_ own: Value, to object: Value, in machine: Machine) throws(Interruption) -> Value? {
    guard let name else {
      throw .raised(
        .type, "Cannot use cached_property instance without calling __set_name__ on it.")
    }
    let value = try machine.nested { () throws(Interruption) in
      try machine.call(function, [object])
    }
    let isStored: Void? = try machine.heap.pinning([value]) { () throws(Interruption) in
      try machine.catching(.attribute) { () throws(Interruption) in
        try machine.storeAttribute(name, of: object, value)
      }
    }
    if isStored == nil {
      let type = machine.typeName(object)
      throw .raised(
        .type, "No '__dict__' attribute on '\(type)' instance to cache '\(name)' property.")
    }
    return value
  }

  func visitValues(_ visit: (Value) -> Void) {
    [typeValue, function, setNameMethod].forEach(visit)
  }
}
