import SourceText

// Attributes: of modules, methods of built-in types, and what libraries bring.

extension Machine {
  func loadAttribute(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) -> Value {
    let object = base[i.b]
    if let value = rememberedMember(object, site: i.c, code: code) { return value }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    let value = try attribute(name, of: object)
    remember(value, of: object, site: i.c, code: code)
    return value
  }

  /// The method and its receiver, so that no bound method need be made.
  func loadMethod(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let object = base[i.b]
    base[i.a + 1] = .unbound
    if let value = rememberedMember(object, site: i.c, code: code) {
      base[i.a] = value
      return
    }
    let kind = UInt64(object.kind.rawValue)
    let known = code._withUnsafeGuaranteedRef { $0.sites[i.c] }
    if known.receiver == kind {
      base[i.a] = known.value
      base[i.a + 1] = object
      return
    }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    if let method = foreign(object)?.method(name, in: self) {
      base[i.a] = method
      base[i.a + 1] = object
      return
    }
    if let method = methods[object.kind]?[name] {
      code._withUnsafeGuaranteedRef {
        $0.sites[i.c] = AttributeSite(receiver: kind, value: method)
      }
      base[i.a] = method
      base[i.a + 1] = object
      return
    }
    let value = try attribute(name, of: object)
    remember(value, of: object, site: i.c, code: code)
    base[i.a] = value
  }

  @inline(__always)
  private func rememberedMember(
    _ object: Value, site: Int, code: Unmanaged<Code>
  ) -> Value? {
    guard object.kind == .module else { return nil }
    let known = code._withUnsafeGuaranteedRef { $0.sites[site] }
    return known.receiver == object.payload ? known.value : nil
  }

  /// Modules of the library live as long as the machine and never change, so that a member found stays
  /// right.
  private func remember(_ value: Value, of object: Value, site: Int, code: Unmanaged<Code>) {
    guard object.kind == .module, !object.moduleObject.pointee.isChangeable else { return }
    code._withUnsafeGuaranteedRef {
      $0.sites[site] = AttributeSite(receiver: object.payload, value: value)
    }
  }

  package func attribute(_ name: String, of object: Value) throws(Interruption) -> Value {
    switch object.kind {
    case .module:
      return try moduleMember(name, of: object)
    case .foreign:
      let foreign = object.foreignObject.pointee.value
      if let value = try foreign.attribute(name, in: self) { return value }
      if let method = foreign.method(name, in: self) { return heap.boundMethod(object, method) }
    case .function where name == "__name__":
      return try heap.string(
        object.functionObject.pointee.code._withUnsafeGuaranteedRef { $0.name })
    case .generator where name == "__name__" || name == "__qualname__":
      return try heap.string(nameOf(generator: object, isQualified: name == "__qualname__"))
    case .type:
      if let value = try typeAttribute(name, of: object) { return value }
      throw .raised(
        .attribute, "type object '\(typeObjectName(object))' has no attribute '\(name)'")
    case .native where name == "__name__":
      return try heap.string(typeObjectName(object))
    case .int, .bool, .bigInt, .float:
      if let value = try numberAttribute(name, of: object) { return value }
    case .exception where name == "args": return object.exceptionObject.pointee.arguments
    case .range where ["start", "stop", "step"].contains(name):
      let range = object.rangeObject.pointee
      return Value(name == "start" ? range.start : name == "stop" ? range.stop : range.step)
    default: break
    }
    if let method = methods[object.kind]?[name] { return heap.boundMethod(object, method) }
    throw noAttribute(object, name)
  }

  private func noAttribute(_ object: Value, _ name: String) -> Interruption {
    if let missing = MissingAttributes.message(for: name, of: builtinType(of: object)) {
      return .raised(.attribute, missing)
    }
    lookedUp = (name, (methods[object.kind] ?? [:]).keys.sorted())
    return .raised(.attribute, "'\(typeName(object))' object has no attribute '\(name)'")
  }

  func setAttribute(
    _ name: String, of object: Value, to value: Value
  ) throws(Interruption) {
    switch object.kind {
    case .module: try setModuleMember(name, of: object, to: value)
    case .foreign:
      let foreign = object.foreignObject.pointee.value
      if !(try foreign.setAttribute(name, to: value, in: self)) {
        throw cannotSetAttribute(object, name)
      }
    default: throw cannotSetAttribute(object, name)
    }
  }

  func cannotSetAttribute(_ object: Value, _ name: String) -> Interruption {
    .raised(.attribute, "'\(typeName(object))' object has no attribute '\(name)'")
  }

  /// A function as messages about its call name it: `__main__.f()`, `len()`, `list.append()`.
  func describedFunction(_ value: Value) -> String {
    switch value.kind {
    case .function:
      return value.functionObject.pointee.code._withUnsafeGuaranteedRef {
        "\($0.namespace.name).\($0.qualifiedName)()"
      }
    case .native:
      return (exceptionTypes[Int(value.payload)]?.rawValue ?? natives[Int(value.payload)].name)
        + "()"
    case .boundMethod: return describedFunction(value.boundMethodObject.pointee.function)
    case .type: return "\(BuiltinType(rawValue: UInt8(value.payload))?.name ?? "object")()"
    default: return "\(typeName(value)) object"
    }
  }

  /// As some messages name what they were given: `None` itself, else the type.
  func describedKind(_ value: Value) -> String { value.isNone ? "None" : typeName(value) }

  /// As messages name the type of a value.
  package func typeName(_ value: Value) -> String {
    switch value.kind {
    case .foreign: value.foreignObject.pointee.value.typeName
    case .exception: value.exceptionObject.pointee.type.rawValue
    case .iterator: iteratorTypeName(value)
    case .native where exceptionTypes[Int(value.payload)] != nil: "type"
    default: builtinType(of: value).name
    }
  }

  package func builtinType(of value: Value) -> BuiltinType {
    switch value.kind {
    case .unbound, .none: .none
    case .int, .bigInt: .int
    case .float: value.isNumPy ? .numpyFloat : .float
    case .bool: .bool
    case .ellipsis: .ellipsis
    case .native: .builtin
    case .type: .type
    case .string: .string
    case .list: .list
    case .tuple: .tuple
    case .dictionary: .dictionary
    case .set: .set
    case .frozenset: .frozenset
    case .view:
      switch value.viewObject.pointee.part {
      case .keys: .keysView
      case .values: .valuesView
      case .items: .itemsView
      }
    case .range: .range
    case .slice: .slice
    case .function: .function
    case .boundMethod:
      value.boundMethodObject.pointee.function.kind == .native ? .builtin : .method
    case .module: .module
    case .iterator: .iterator
    case .generator: .generator
    case .exception: .exception
    case .box, .foreign: .object
    }
  }

  private func iteratorTypeName(_ value: Value) -> String {
    switch value.iteratorObject.pointee.source {
    case .range: "range_iterator"
    case .list: "list_iterator"
    case .tuple: "tuple_iterator"
    case .string: "str_iterator"
    case .entries(_, .keys, _, _): "dict_keyiterator"
    case .entries(_, .values, _, _): "dict_valueiterator"
    case .entries(_, .items, _, _): "dict_itemiterator"
    case .set: "set_iterator"
    case .enumeration: "enumerate"
    case .zip: "zip"
    case .map: "map"
    case .filter: "filter"
    case .reversed: "reversed"
    case .calls: "callable_iterator"
    case .exhausted: "iterator"
    }
  }
}
