// Instances: making them, and their attributes.

extension Machine {
  // MARK: Making

  /// Calls a class.
  func makeInstance(_ type: Value, _ given: Arguments) throws(Interruption) -> Value {
    let arguments = Array(
      UnsafeBufferPointer(start: given.base, count: given.count + given.keywords.count))
    let object: Value
    if let new = specialMethod(.new, ofClass: type) {
      let function = new.kind == .descriptor ? new.descriptorObject.pointee.function : new
      object = try call(function, [type] + arguments, keywords: given.keywords)
      if !isInstance(object, ofClass: type) { return object }
    } else {
      object = try allocateInstance(type, given)
    }
    guard let initialize = specialMethod(.initialize, ofClass: object.instanceObject.pointee.type)
    else {
      try initializeByDefault(object, given)
      return object
    }
    let result = try heap.pinning([object]) { () throws(Interruption) in
      initialize.kind == .function
        ? try call(initialize, [object] + arguments, keywords: given.keywords)
        : try call(
          bound(initialize, to: object, type: type), arguments, keywords: given.keywords)
    }
    if !result.isNone {
      throw .raised(.type, "__init__() should return None, not '\(typeName(result))'")
    }
    return object
  }

  /// What `object.__new__` and its kin make: an instance that has not been initialized.
  func allocateInstance(_ type: Value, _ given: Arguments) throws(Interruption) -> Value {
    let info = type.classInfo
    if info.isException {
      let state = heap.exceptionState(arguments: try heap.tuple(given.positional))
      return heap.instance(of: specificClass(type, given), payload: state)
    }
    guard let payloadType = info.payloadType else { return heap.instance(of: type) }
    let none = Arguments(base: given.base, count: 0, keywords: [])
    let payload = try construct(Value(type: payloadType), payloadType.isMutable ? none : given)
    return heap.instance(of: type, payload: payload)
  }

  /// `OSError` with an error number of the system is a more specific exception.
  private func specificClass(_ type: Value, _ given: Arguments) -> Value {
    guard given.count > 1, given[0].kind == .int,
      type.isIdentical(to: exceptionClass(.operatingSystem))
    else { return type }
    switch given[0].int {
    case 1, 13: return exceptionClass(.permission)
    case 2: return exceptionClass(.fileNotFound)
    case 17: return exceptionClass(.fileExists)
    case 110: return exceptionClass(.timeout)
    default: return type
    }
  }

  /// What happens to the arguments of a class without an `__init__`.
  private func initializeByDefault(_ object: Value, _ given: Arguments) throws(Interruption) {
    let type = object.instanceObject.pointee.type
    let info = type.classInfo
    if info.isException {
      if !given.keywords.isEmpty {
        throw .raised(.type, "\(info.name)() takes no keyword arguments")
      }
    } else if let payloadType = info.payloadType {
      if payloadType.isMutable {
        try heap.pinning([object]) { () throws(Interruption) in
          object.instanceObject.pointee.payload = try construct(Value(type: payloadType), given)
        }
      }
    } else if given.count + given.keywords.count > 0, specialMethod(.new, ofClass: type) == nil {
      throw .raised(.type, "\(info.name)() takes no arguments")
    }
  }

  // MARK: Binding

  /// What an attribute of a class is when asked of an instance: a function becomes a method.
  func bound(
    _ attribute: Value, to object: Value, type: Value
  ) throws(Interruption) -> Value {
    switch attribute.kind {
    case .function: return heap.boundMethod(object, attribute)
    case .descriptor:
      let descriptor = attribute.descriptorObject.pointee
      switch descriptor.part {
      case .staticMethod: return descriptor.function
      case .classMethod: return heap.boundMethod(type, descriptor.function)
      case .property:
        if descriptor.function.isNone {
          throw .raised(.attribute, "unreadable attribute")
        }
        return try call(descriptor.function, [object])
      }
    case .instance:
      guard let get = specialMethod(.descriptorGet, of: attribute) else { return attribute }
      return try callSpecial(get, on: attribute, [object, type])
    case .foreign:
      return try attribute.foreignObject.pointee.value.bound(attribute, to: object, in: self)
        ?? attribute
    default: return attribute
    }
  }

  // MARK: Reading

  /// The attribute of an instance; `nil` when there is none.
  func instanceAttribute(
    _ name: String, of object: Value, site: UnsafeMutablePointer<AttributeSite>? = nil
  ) throws(Interruption) -> Value? {
    let instance = object.instanceObject
    let type = instance.pointee.type
    let found = try lookUp(name, in: type)
    if case .attribute(let attribute) = found, isDataDescriptor(attribute) {
      if attribute.kind == .descriptor, attribute.descriptorObject.pointee.function.isNone {
        throw .raised(
          .attribute, "property '\(name)' of '\(typeName(object))' object has no getter")
      }
      return try bound(attribute, to: object, type: type)
    }
    if let slot = instance.pointee.shape._withUnsafeGuaranteedRef({ $0.slot(of: name) }) {
      site?.pointee = AttributeSite(
        receiver: instance.pointee.shapeID, value: .unbound, epoch: classEpoch, slot: Int32(slot))
      return instance.pointee.slots[slot]
    }
    if let value = try namespaceItem(name, of: object) { return value }
    switch found {
    case .attribute(let attribute): return try bound(attribute, to: object, type: type)
    case .method(let method): return heap.boundMethod(object, method)
    case .payloadMethod(let method): return heap.boundMethod(instance.pointee.payload, method)
    case nil: break
    }
    if object.isException, let value = try exceptionAttribute(name, of: object) { return value }
    if let value = try commonAttribute(name, of: object) { return value }
    if let method = specialMethod(.getAttribute, of: object) {
      return try callSpecial(method, on: object, try heap.string(name))
    }
    return nil
  }

  /// Whether an attribute of a class goes before those of its instances.
  private func isDataDescriptor(_ attribute: Value) -> Bool {
    switch attribute.kind {
    case .descriptor: attribute.descriptorObject.pointee.part == .property
    case .instance: specialMethod(.descriptorSet, of: attribute) != nil
    default: false
    }
  }

  /// What every instance has.
  private func commonAttribute(_ name: String, of object: Value) throws(Interruption) -> Value? {
    let type = object.instanceObject.pointee.type
    switch name {
    case "__class__": return type
    case "__dict__":
      return type.classInfo.allowedNames == nil ? try namespace(of: object) : nil
    case "__doc__", "__module__": return try classAttribute(name, of: type)
    default: return nil
    }
  }

  /// The function of a class that an instance calls by a name, for a site to remember.
  func rememberableMethod(_ name: String, of object: Value) throws(Interruption) -> Value? {
    let instance = object.instanceObject
    guard case .attribute(let attribute) = try lookUp(name, in: instance.pointee.type),
      attribute.kind == .function,
      instance.pointee.shape._withUnsafeGuaranteedRef({ $0.slot(of: name) }) == nil,
      instance.pointee.shapeID != 0
    else { return nil }
    return attribute
  }

  // MARK: Namespaces

  // `__dict__` is the instance's own dictionary: what is put into it is an attribute from then on. An
  // instance that was asked for it keeps its attributes there, and has the shape number 0.

  /// The dictionary in which an instance keeps its attributes from now on.
  func namespace(of object: Value) throws(Interruption) -> Value {
    let instance = object.instanceObject
    if instance.pointee.shapeID == 0 { return instance.pointee.slots[0] }
    let dictionary = heap.dictionary()
    let names = instance.pointee.shape._withUnsafeGuaranteedRef { Array($0.allNames) }
    for (slot, name) in names.enumerated() {
      try heap.set(dictionary, name, instance.pointee.slots[slot])
    }
    if instance.pointee.capacity == 0 { try heap.growSlots(of: object) }
    instance.pointee.shape = .passUnretained(
      instance.pointee.type.classInfo.rootShape)
    instance.pointee.shapeID = 0
    instance.pointee.slots.update(repeating: .unbound, count: instance.pointee.capacity)
    instance.pointee.slots[0] = dictionary
    return dictionary
  }

  private func namespaceItem(_ name: String, of object: Value) throws(Interruption) -> Value? {
    let instance = object.instanceObject
    guard instance.pointee.shapeID == 0 else { return nil }
    return try getItem(instance.pointee.slots[0], try heap.string(name))
  }

  // MARK: Writing

  func setInstanceAttribute(
    _ name: String, of object: Value, to value: Value,
    site: UnsafeMutablePointer<AttributeSite>? = nil
  ) throws(Interruption) {
    if let method = specialMethod(.setAttribute, of: object) {
      _ = try callSpecial(method, on: object, [try heap.string(name), value])
      return
    }
    try setOwnAttribute(name, of: object, to: value, site: site)
  }

  /// What `object.__setattr__` does.
  func setOwnAttribute(
    _ name: String, of object: Value, to value: Value,
    site: UnsafeMutablePointer<AttributeSite>? = nil
  ) throws(Interruption) {
    let instance = object.instanceObject
    let type = instance.pointee.type
    if let attribute = lookUpAttribute(name, in: type) {
      if attribute.kind == .descriptor, attribute.descriptorObject.pointee.part == .property {
        let setter = attribute.descriptorObject.pointee.setter
        if setter.isNone {
          throw .raised(
            .attribute, "property '\(name)' of '\(typeName(object))' object has no setter")
        }
        _ = try call(setter, [object, value])
        return
      }
      if let set = specialMethod(.descriptorSet, of: attribute) {
        _ = try callSpecial(set, on: attribute, [object, value])
        return
      }
    }
    if object.isException, try setExceptionAttribute(name, of: object, to: value) { return }
    if instance.pointee.shapeID == 0 {
      return try setItem(instance.pointee.slots[0], try heap.string(name), value)
    }
    if name == "__class__" || name == "__dict__" {
      throw .raised(.type, "assigning to \(name) is not part of neuron")
    }
    let shape = instance.pointee.shape._withUnsafeGuaranteedRef { $0 }
    if let slot = shape.slot(of: name) {
      site?.pointee = AttributeSite(
        receiver: shape.id, value: .unbound, epoch: classEpoch, slot: Int32(slot))
      instance.pointee.slots[slot] = value
      return
    }
    try refuseUnlisted(name, of: object)
    try add(name, value, to: object, shape: shape)
    site?.pointee = AttributeSite(
      receiver: shape.id, value: AttributeSite.adding(instance.pointee.shape), epoch: classEpoch,
      slot: Int32(shape.count))
  }

  private func refuseUnlisted(_ name: String, of object: Value) throws(Interruption) {
    let info = object.instanceObject.pointee.type.classInfo
    guard let allowed = info.allowedNames, !allowed.contains(name) else { return }
    throw .raised(.attribute, "'\(info.name)' object has no attribute '\(name)'")
  }

  private func add(
    _ name: String, _ value: Value, to object: Value, shape: Shape
  ) throws(Interruption) {
    let instance = object.instanceObject
    let next: Shape
    if let known = shape.known(adding: name) {
      next = known
    } else {
      let cost = shape.cost(ofAdding: name)
      try heap.reserve(cost)
      heap.account(cost, to: instance.pointee.type)
      shapeCount += 1
      next = shape.make(adding: name, id: 1 << 63 | shapeCount)
    }
    if next.count > instance.pointee.capacity {
      try heap.growSlots(of: object)
      let info = instance.pointee.type.classInfo
      info.expectedSlots = min(max(info.expectedSlots, next.count), 32)
    }
    instance.pointee.slots[shape.count] = value
    instance.pointee.shape = .passUnretained(next)
    instance.pointee.shapeID = next.id
  }

  // MARK: Deleting

  func deleteInstanceAttribute(_ name: String, of object: Value) throws(Interruption) {
    if let method = specialMethod(.deleteAttribute, of: object) {
      _ = try callSpecial(method, on: object, try heap.string(name))
      return
    }
    try deleteOwnAttribute(name, of: object)
  }

  /// What `object.__delattr__` does.
  func deleteOwnAttribute(_ name: String, of object: Value) throws(Interruption) {
    if let attribute = lookUpAttribute(name, in: object.instanceObject.pointee.type) {
      if attribute.kind == .descriptor, attribute.descriptorObject.pointee.part == .property {
        let deleter = attribute.descriptorObject.pointee.deleter
        if deleter.isNone {
          throw .raised(
            .attribute, "property '\(name)' of '\(typeName(object))' object has no deleter")
        }
        _ = try call(deleter, [object])
        return
      }
      if let delete = specialMethod(.descriptorDelete, of: attribute) {
        _ = try callSpecial(delete, on: attribute, object)
        return
      }
    }
    // From then on the instance keeps a dictionary, which forgets names as Python's does.
    let namespace = try namespace(of: object)
    if try removeItem(namespace, try heap.string(name)) == nil {
      throw noAttribute(object, name)
    }
  }
}
