// Attributes of classes, of `super()`, of functions and of exceptions.

extension Machine {
  // MARK: Classes

  func classAttribute(_ name: String, of type: Value) throws(Interruption) -> Value? {
    let info = type.classInfo
    switch name {
    case "__name__": return try heap.string(info.name)
    case "__qualname__": return try heap.string(info.qualifiedName)
    case "__module__": return try heap.string(info.module)
    case "__bases__": return try heap.tuple(info.bases)
    case "__base__": return info.bases.first ?? Value(type: .object)
    case "__mro__": return try heap.tuple(info.linearization)
    case "__class__": return Value(type: .type)
    case "__doc__": return info["__doc__"] ?? Value.none
    case "__dict__":
      throw .raised(
        .type, "the '__dict__' of a class is not part of neuron: use dir() or getattr()")
    case "mro":
      return makeBound(type, "mro") { (arguments, machine) throws(Interruption) in
        try machine.heap.list(machine.linearization(of: arguments[0]))
      }
    default: break
    }
    switch try lookUp(name, in: type) {
    case .attribute(let attribute):
      switch attribute.kind {
      case .descriptor:
        let descriptor = attribute.descriptorObject.pointee
        switch descriptor.part {
        case .staticMethod: return descriptor.function
        case .classMethod: return heap.boundMethod(type, descriptor.function)
        case .property: return attribute
        }
      case .instance:
        guard let get = specialMethod(.descriptorGet, of: attribute) else { return attribute }
        return try callSpecial(get, on: attribute, [.none, type])
      default: return attribute
      }
    case .method(let method): return method
    case .payloadMethod:
      return try info.payloadType.flatMap { (type) throws(Interruption) in
        try typeAttribute(name, of: Value(type: type))
      }
    case nil: return nil
    }
  }

  /// A native bound to a value, made where it is asked for.
  private func makeBound(
    _ receiver: Value, _ name: String,
    _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
  ) -> Value {
    if let known = unboundMethods[name] { return heap.boundMethod(receiver, known) }
    let native = makeNative(name, body)
    unboundMethods[name] = native
    return heap.boundMethod(receiver, native)
  }

  func setClassAttribute(_ name: String, of type: Value, to value: Value) throws(Interruption) {
    let info = type.classInfo
    if info.module == "builtins" {
      throw .raised(
        .type, "cannot set '\(name)' attribute of immutable type '\(info.name)'")
    }
    let old = info[name]
    if old == nil {
      try heap.reserve(ClassInfo.sizeOfAttribute)
      heap.account(ClassInfo.sizeOfAttribute, to: type)
    }
    info.set(name, value)
    // Sites remember no plain values of classes, so that a counter in a class costs nothing.
    if old?.kind.isPlainData != true || !value.kind.isPlainData { classEpoch &+= 1 }
  }

  func deleteClassAttribute(_ name: String, of type: Value) throws(Interruption) {
    let info = type.classInfo
    guard info.module != "builtins", info[name] != nil else {
      throw .raised(.attribute, "type object '\(info.name)' has no attribute '\(name)'")
    }
    info.remove(name)
    classEpoch &+= 1
  }

  // MARK: super()

  func superAttribute(_ name: String, of value: Value) throws(Interruption) -> Value {
    let object = value.superObject.pointee.object
    let type = value.superObject.pointee.type
    // In a class method the object is itself a class.
    let isClass = object.kind == .class
    let start = isClass ? object : self.type(of: object)
    if name == "__class__" { return Value(type: .super) }
    switch try lookUp(name, in: start, after: type) {
    case .attribute(let attribute):
      if name == "__new__", attribute.kind == .descriptor {
        return attribute.descriptorObject.pointee.function
      }
      if isClass {
        if attribute.kind == .descriptor, attribute.descriptorObject.pointee.part != .property {
          return try bound(attribute, to: object, type: object)
        }
        return attribute
      }
      return try bound(attribute, to: object, type: start)
    case .method(let method):
      return name == "__new__" || isClass && name != "__init_subclass__"
        ? method : heap.boundMethod(object, method)
    case .payloadMethod(let method):
      if name == "__new__" { return objectMethods["__new__"] ?? method }
      return heap.boundMethod(
        name == "__init__" ? object : object.instanceObject.pointee.payload, method)
    case nil: throw .raised(.attribute, "'super' object has no attribute '\(name)'")
    }
  }

  // MARK: Functions

  func functionAttribute(_ name: String, of function: Value) throws(Interruption) -> Value? {
    let object = function.functionObject
    if !object.pointee.attributes.isUnbound,
      let value = try getItem(object.pointee.attributes, try heap.string(name))
    {
      return value
    }
    let code = object.pointee.code._withUnsafeGuaranteedRef { $0 }
    switch name {
    case "__name__": return try heap.string(code.name)
    case "__qualname__": return try heap.string(code.qualifiedName)
    case "__module__": return try heap.string(code.namespace.name)
    case "__doc__":
      return try code.documentation.map { (text) throws(Interruption) in
        try heap.string(text)
      } ?? Value.none
    case "__dict__":
      if object.pointee.attributes.isUnbound { object.pointee.attributes = heap.dictionary() }
      return object.pointee.attributes
    case "__defaults__":
      let count = code.parameters.positionalDefaults
      if count == 0 { return Value.none }
      return try heap.tuple(copying: object.defaults, count: count)
    default: return nil
    }
  }

  func setFunctionAttribute(
    _ name: String, of function: Value, to value: Value
  ) throws(Interruption) {
    if ["__code__", "__defaults__", "__kwdefaults__", "__globals__", "__closure__"].contains(name) {
      throw .raised(.type, "assigning to \(name) of a function is not part of neuron")
    }
    let object = function.functionObject
    if object.pointee.attributes.isUnbound { object.pointee.attributes = heap.dictionary() }
    try setItem(object.pointee.attributes, try heap.string(name), value)
  }

  // MARK: Exceptions

  func exceptionAttribute(_ name: String, of object: Value) throws(Interruption) -> Value? {
    let state = object.exceptionObject.pointee
    switch name {
    case "args": return state.arguments
    case "__cause__": return state.cause
    case "__context__": return state.context
    case "__suppress_context__": return Value(state.suppressesContext)
    case "__traceback__": return traceback(of: object)
    case "errno", "strerror", "filename":
      guard isInstance(object, ofClass: exceptionClass(.operatingSystem)) else { return nil }
      let arguments = items(of: state.arguments)
      guard arguments.count > 1, name != "filename" else { return Value.none }
      return arguments[name == "errno" ? 0 : 1]
    case "value" where isInstance(object, ofClass: exceptionClass(.stopIteration)),
      "code" where isInstance(object, ofClass: exceptionClass(.systemExit)):
      return items(of: state.arguments).first ?? Value.none
    default: return nil
    }
  }

  /// What stands for the way of an exception: an object that tells nothing, but that it is there.
  func traceback(of exception: Value) -> Value {
    let state = exception.exceptionObject
    if state.pointee.traceback.isNone, !state.pointee.trace.isEmpty {
      state.pointee.traceback = heap.instance(of: tracebackClass)
    }
    return state.pointee.traceback
  }

  /// - Returns: whether the attribute is one that exceptions have of themselves.
  func setExceptionAttribute(
    _ name: String, of object: Value, to value: Value
  ) throws(Interruption) -> Bool {
    let state = object.exceptionObject
    switch name {
    case "__traceback__": state.pointee.traceback = value
    case "args": state.pointee.arguments = try heap.tuple(try allItems(of: value))
    case "__cause__", "__context__":
      if !value.isNone, !value.isException {
        let word = name == "__cause__" ? "cause" : "context"
        throw .raised(.type, "exception \(word) must be None or derive from BaseException")
      }
      if name == "__cause__" {
        state.pointee.cause = value
        state.pointee.suppressesContext = true
      } else {
        state.pointee.context = value
      }
    case "__suppress_context__": state.pointee.suppressesContext = try isTrue(value)
    default: return false
    }
    return true
  }
}

extension Kind {
  /// Whether a value of a class is never a method, and so never remembered by a site.
  fileprivate var isPlainData: Bool {
    switch self {
    case .int, .float, .bool, .none, .string, .bigInt, .list, .tuple, .dictionary: true
    default: false
    }
  }
}
