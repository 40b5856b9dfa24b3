import SourceText

// Attributes: of modules, methods of built-in types, and what libraries bring.

extension Machine {
  func loadAttribute(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) -> Value {
    let object = base[i.b]
    if object.kind == .instance {
      let site = code._withUnsafeGuaranteedRef { $0.sites.baseAddress.unsafelyUnwrapped + i.c }
      let instance = object.instanceObject
      if site.pointee.receiver == instance.pointee.shapeID, site.pointee.epoch == classEpoch,
        site.pointee.value.isUnbound
      {
        return instance.pointee.slots[Int(site.pointee.slot)]
      }
      let key = MethodCache.Key(shape: instance.pointee.shapeID, site: site, epoch: classEpoch)
      if let slot = methodCache.slot(key) { return instance.pointee.slots[slot] }
      let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
      guard let value = try instanceAttribute(name, of: object, site: site) else {
        throw noAttribute(object, name)
      }
      if site.pointee.receiver == key.shape, site.pointee.epoch == key.epoch {
        methodCache.remember(key, slot: Int(site.pointee.slot))
      }
      return value
    }
    if let value = rememberedMember(object, site: i.c, code: code) { return value }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    let value = try attribute(name, of: object)
    remember(value, of: object, site: i.c, code: code)
    return value
  }

  func storeAttribute(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let object = base[i.a]
    guard object.kind == .instance else {
      let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
      return try setAttribute(name, of: object, to: base[i.b])
    }
    let site = code._withUnsafeGuaranteedRef { $0.sites.baseAddress.unsafelyUnwrapped + i.c }
    let instance = object.instanceObject
    let key = MethodCache.Key(shape: instance.pointee.shapeID, site: site, epoch: classEpoch)
    if let known = methodCache.site(key), Int(known.slot) < instance.pointee.capacity {
      site.pointee = known
      if let next = known.nextShape { instance.pointee.take(next) }
      instance.pointee.slots[Int(known.slot)] = base[i.b]
      return
    }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    try setInstanceAttribute(name, of: object, to: base[i.b], site: site)
    if site.pointee.receiver == key.shape, site.pointee.epoch == key.epoch {
      methodCache.remember(key, site: site.pointee)
    }
  }

  /// The method and its receiver, so that no bound method need be made.
  func loadMethod(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let object = base[i.b]
    base[i.a + 1] = .unbound
    if object.kind == .instance { return try loadInstanceMethod(i, object, code, base) }
    if let value = rememberedMember(object, site: i.c, code: code) {
      base[i.a] = value
      return
    }
    if object.isNumPy {
      base[i.a] = try attribute(
        code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }, of: object)
      return
    }
    let kind = receiverKey(of: object)
    let known = code._withUnsafeGuaranteedRef { $0.sites[i.c] }
    if known.receiver == kind {
      base[i.a] = known.value
      base[i.a + 1] = object
      return
    }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    if kind == .max {
      if let value = try flavouredAttribute(name, of: object) {
        base[i.a] = value
        return
      }
      if let method = flavouredMethod(name, of: object) ?? methods[object.kind]?[name] {
        base[i.a] = method
        base[i.a + 1] = object
        return
      }
    }
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

  private func loadInstanceMethod(
    _ i: Instruction, _ object: Value, _ code: Unmanaged<Code>,
    _ base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let site = code._withUnsafeGuaranteedRef { $0.sites.baseAddress.unsafelyUnwrapped + i.c }
    let instance = object.instanceObject
    if site.pointee.receiver == instance.pointee.shapeID, site.pointee.epoch == classEpoch {
      if site.pointee.value.isUnbound {
        base[i.a] = instance.pointee.slots[Int(site.pointee.slot)]
      } else {
        base[i.a] = site.pointee.value
        base[i.a + 1] = object
      }
      return
    }
    let key = MethodCache.Key(shape: instance.pointee.shapeID, site: site, epoch: classEpoch)
    if let method = methodCache.function(key) {
      base[i.a] = method
      base[i.a + 1] = object
      return
    }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    if let method = try rememberableMethod(name, of: object) {
      methodCache.remember(key, function: method)
      site.pointee = AttributeSite(
        receiver: instance.pointee.shapeID, value: method, epoch: classEpoch)
      base[i.a] = method
      base[i.a + 1] = object
      return
    }
    guard let value = try instanceAttribute(name, of: object, site: site) else {
      throw noAttribute(object, name)
    }
    base[i.a] = value
  }

  /// The method of `super().name(…)`, without an object for `super()`.
  func loadSuperMethod(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let (callee, type, object) = (base[i.b], base[i.b + 1], base[i.b + 2])
    let site = code._withUnsafeGuaranteedRef { $0.sites.baseAddress.unsafelyUnwrapped + i.c }
    let isUsual =
      callee.kind == .type && callee.payload == UInt64(BuiltinType.super.rawValue)
      && type.kind == .class && object.kind == .instance
    var key: MethodCache.Key?
    if isUsual {
      let start = object.instanceObject.pointee.type.classInfo.rootShape.id
      let known = MethodCache.Key(
        shape: start, after: type.classInfo.rootShape.id, site: site, epoch: classEpoch)
      if let method = methodCache.function(known) {
        base[i.a] = method
        base[i.a + 1] = object
        return
      }
      key = known
    }
    let name = code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }
    let proxy = try call(callee, [type, object])
    let value = try attribute(name, of: proxy)
    base[i.a] = value
    base[i.a + 1] = .unbound
    guard let key, value.kind == .boundMethod else { return }
    let method = value.boundMethodObject.pointee
    if method.function.kind == .function, method.receiver.isIdentical(to: object) {
      methodCache.remember(key, function: method.function)
    }
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
    case .generator where name == "__name__" || name == "__qualname__":
      return try heap.string(nameOf(generator: object, isQualified: name == "__qualname__"))
    case .instance:
      if let value = try instanceAttribute(name, of: object) { return value }
      throw noAttribute(object, name)
    case .class:
      if let value = try classAttribute(name, of: object) { return value }
      let info = object.classInfo
      lookedUp = (name, { info.names })
      throw .raised(
        .attribute, "type object '\(object.classInfo.name)' has no attribute '\(name)'")
    case .super: return try superAttribute(name, of: object)
    case .function:
      if let value = try functionAttribute(name, of: object) { return value }
    case .boundMethod:
      let method = object.boundMethodObject.pointee
      if name == "__self__" { return method.receiver }
      if name == "__func__" { return method.function }
      if name != "__class__" { return try attribute(name, of: method.function) }
    case .descriptor:
      if let value = try descriptorAttribute(name, of: object) { return value }
    case .type:
      if let value = try typeAttribute(name, of: object) { return value }
      throw .raised(
        .attribute, "type object '\(typeObjectName(object))' has no attribute '\(name)'")
    case .native where name == "__name__" || name == "__qualname__":
      let path = typeObjectName(object)
      return try heap.string(
        name == "__name__" ? String(path.split(separator: ".").last ?? "") : path)
    case .int, .bool, .bigInt, .float:
      if object.isNumPy {
        if let value = try arrayLibrary?.attribute(name, of: object, in: self) { return value }
        if object.kind != .float, !name.isSpecialName { throw noAttribute(object, name) }
      }
      if let value = try numberAttribute(name, of: object) { return value }
    case .slice where ["start", "stop", "step"].contains(name):
      let slice = object.sliceObject.pointee
      return name == "start" ? slice.start : name == "stop" ? slice.stop : slice.step
    case .dictionary, .tuple:
      if let value = try flavouredAttribute(name, of: object) { return value }
      if let method = flavouredMethod(name, of: object) { return heap.boundMethod(object, method) }
    case .range where ["start", "stop", "step"].contains(name):
      let range = object.rangeObject.pointee
      return Value(name == "start" ? range.start : name == "stop" ? range.stop : range.step)
    default: break
    }
    if let method = methods[object.kind]?[name] { return heap.boundMethod(object, method) }
    if name == "__class__" { return foreign(object)?.type(in: self) ?? type(of: object) }
    if let method = builtinMethod(name, of: builtinType(of: object)) ?? objectMethods[name] {
      return heap.boundMethod(object, method)
    }
    throw noAttribute(object, name)
  }

  /// Sets an attribute of any value.
  package func setAttribute(
    _ name: String, of object: Value, to value: Value
  ) throws(Interruption) {
    switch object.kind {
    case .instance: try setInstanceAttribute(name, of: object, to: value)
    case .class: try setClassAttribute(name, of: object, to: value)
    case .function: try setFunctionAttribute(name, of: object, to: value)
    case .module: try setModuleMember(name, of: object, to: value)
    case .dictionary where object.flavour?.setAttribute(name, to: value) == true: break
    case .tuple where tupleClass(of: object)?.fields.contains(name) == true:
      throw .raised(.attribute, "can't set attribute")
    case .foreign:
      let foreign = object.foreignObject.pointee.value
      if !(try foreign.setAttribute(name, to: value, in: self)) {
        throw cannotSetAttribute(object, name)
      }
    case .type:
      throw .raised(
        .type, "cannot set '\(name)' attribute of immutable type '\(typeObjectName(object))'")
    default: throw cannotSetAttribute(object, name)
    }
  }

  func deleteAttribute(_ name: String, of object: Value) throws(Interruption) {
    switch object.kind {
    case .instance: try deleteInstanceAttribute(name, of: object)
    case .class: try deleteClassAttribute(name, of: object)
    case .function where !object.functionObject.pointee.attributes.isUnbound:
      let attributes = object.functionObject.pointee.attributes
      if try removeItem(attributes, try heap.string(name)) == nil {
        throw noAttribute(object, name)
      }
    case .module: try deleteModuleMember(name, of: object)
    default: throw cannotSetAttribute(object, name)
    }
  }

  private func descriptorAttribute(_ name: String, of value: Value) throws(Interruption) -> Value? {
    let descriptor = value.descriptorObject.pointee
    switch (name, descriptor.part) {
    case ("fget", .property): return descriptor.function
    case ("fset", .property): return descriptor.setter
    case ("fdel", .property): return descriptor.deleter
    case ("__func__", .staticMethod), ("__func__", .classMethod): return descriptor.function
    case ("__doc__", .property):
      if !descriptor.documentation.isNone || descriptor.function.isNone {
        return descriptor.documentation
      }
      return try attribute(name, of: descriptor.function)
    default: return nil
    }
  }

  func noAttribute(_ object: Value, _ name: String) -> Interruption {
    if object.kind != .instance,
      let missing = MissingAttributes.message(for: name, of: builtinType(of: object))
    {
      return .raised(.attribute, missing)
    }
    lookedUp = (name, knownNames(of: object))
    return .raised(.attribute, "'\(typeName(object))' object has no attribute '\(name)'")
  }

  /// Gives the names that an object's attributes have, for a suggestion, without needing the object.
  private func knownNames(of object: Value) -> () -> [String] {
    let kind = object.kind
    guard kind == .instance else { return { [unowned self] in methodNames(of: kind) } }
    let instance = object.instanceObject
    let own = instance.pointee.shape._withUnsafeGuaranteedRef { $0.allNames }
    let classes = instance.pointee.type.classInfo.linearization.filter { $0.kind == .class }
      .map(\.classInfo)
    return { own + classes.flatMap(\.names) }
  }

  func methodNames(of kind: Kind) -> [String] { methods[kind, default: [:]].keys.sorted() }

  func cannotSetAttribute(_ object: Value, _ name: String) -> Interruption {
    if [.int, .bigInt, .bool, .float].contains(object.kind),
      ["real", "imag", "numerator", "denominator"].contains(name)
    {
      return .raised(
        .attribute, "attribute '\(name)' of '\(typeName(object))' objects is not writable")
    }
    if methods[object.kind]?[name] != nil {
      return .raised(.attribute, "'\(typeName(object))' object attribute '\(name)' is read-only")
    }
    return .raised(.attribute, "'\(typeName(object))' object has no attribute '\(name)'")
  }

  /// A function as messages about its call name it: `__main__.f()`, `len()`, `list.append()`.
  func describedFunction(_ value: Value) -> String {
    switch value.kind {
    case .function:
      return value.functionObject.pointee.code._withUnsafeGuaranteedRef {
        "\($0.namespace.name).\($0.qualifiedName)()"
      }
    case .native:
      return natives[Int(value.payload)].name + "()"
    case .class: return "\(value.classInfo.module).\(value.classInfo.name)()"
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
    case .instance: value.instanceObject.pointee.type.classInfo.name
    case .dictionary: value.flavour?.typeName ?? "dict"
    case .tuple: tupleClass(of: value)?.name ?? "tuple"
    case .iterator: iteratorTypeName(value)
    default: builtinType(of: value).name
    }
  }

  package func builtinType(of value: Value) -> BuiltinType {
    switch value.kind {
    case .unbound, .none: .none
    case .int: value.isNumPy ? .numpyInt : .int
    case .bigInt: .int
    case .float: value.isNumPy ? .numpyFloat : .float
    case .bool: value.isNumPy ? .numpyBool : .bool
    case .ellipsis: .ellipsis
    case .native: .builtin
    case .type, .class: .type
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
    case .notImplemented: .notImplemented
    case .descriptor:
      switch value.descriptorObject.pointee.part {
      case .property: .property
      case .staticMethod: .staticMethod
      case .classMethod: .classMethod
      }
    case .super: .super
    case .box, .foreign, .instance, .exceptionState: .object
    }
  }

  private func iteratorTypeName(_ value: Value) -> String {
    switch value.iteratorObject.pointee.source {
    case .range: "range_iterator"
    case .list: "list_iterator"
    case .tuple: "tuple_iterator"
    case .string: "str_iterator"
    case .entries(_, .keys, _, _, _): "dict_keyiterator"
    case .entries(_, .values, _, _, _): "dict_valueiterator"
    case .entries(_, .items, _, _, _): "dict_itemiterator"
    case .set: "set_iterator"
    case .enumeration: "enumerate"
    case .zip: "zip"
    case .map: "map"
    case .filter: "filter"
    case .reversed: "reversed"
    case .calls: "callable_iterator"
    case .instance(let value): typeName(value)
    case .items, .exhausted: "iterator"
    }
  }
}
