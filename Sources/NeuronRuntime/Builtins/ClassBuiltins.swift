// What classes are made with and asked about: `property`, `super`, `issubclass`, `getattr` …

extension Machine {
  func installClassBuiltins() {
    defineBuiltin("NotImplemented", .notImplemented)
    defineBuiltin("Ellipsis", .ellipsis)
    defineBuiltin("EnvironmentError", exceptionClass(.operatingSystem))
    defineBuiltin("IOError", exceptionClass(.operatingSystem))
    plainObjectClass = makeHiddenClass("object")
    tracebackClass = makeHiddenClass("traceback")
    builtin("issubclass") { (arguments, machine) throws(Interruption) in
      try arguments.expect("issubclass", 2...2)
      guard arguments[0].kind.isType else {
        throw .raised(.type, "issubclass() arg 1 must be a class")
      }
      return Value(try machine.isSubclass(arguments[0], ofAny: arguments[1]))
    }
    builtin("hasattr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("hasattr", 2...2)
      let name = try machine.attributeName(arguments[1])
      let found = try machine.catching(.attribute) { () throws(Interruption) in
        try machine.attribute(name, of: arguments[0])
      }
      return Value(found != nil)
    }
    builtin("getattr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("getattr", 2...3)
      let name = try machine.attributeName(arguments[1])
      if arguments.count == 2 { return try machine.attribute(name, of: arguments[0]) }
      return try machine.catching(.attribute) { () throws(Interruption) in
        try machine.attribute(name, of: arguments[0])
      } ?? arguments[2]
    }
    builtin("setattr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("setattr", 3...3)
      let name = try machine.attributeName(arguments[1])
      try machine.setAttribute(name, of: arguments[0], to: arguments[2])
      return .none
    }
    builtin("delattr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("delattr", 2...2)
      let name = try machine.attributeName(arguments[1])
      try machine.deleteAttribute(name, of: arguments[0])
      return .none
    }
    builtin("vars") { (arguments, machine) throws(Interruption) in
      try arguments.expect("vars", 0...1)
      if arguments.count == 0 {
        throw .raised(.type, "vars() of the names around it is not part of neuron")
      }
      guard arguments[0].kind == .instance, arguments[0].builtinPart == nil else {
        if arguments[0].kind == .function {
          return try machine.attribute("__dict__", of: arguments[0])
        }
        throw .raised(.type, "vars() argument must have __dict__ attribute")
      }
      return try machine.namespace(of: arguments[0])
    }
    installPropertyMethods()
  }

  /// A class whose instances have no attributes and that has no name in the language.
  private func makeHiddenClass(_ name: String) -> Value {
    let info = ClassInfo(
      name: name, qualifiedName: name, module: "builtins", bases: [],
      rootShape: makeRootShape(), payloadType: nil, isException: false)
    info.allowedNames = []
    info.linearization = [Value(type: .object)]
    return (try? heap.classObject(info)) ?? .none
  }

  private func isSubclass(_ type: Value, ofAny other: Value) throws(Interruption) -> Bool {
    if other.kind == .tuple {
      return try walking { () throws(Interruption) in
        for one in items(of: other) where try isSubclass(type, ofAny: one) { return true }
        return false
      }
    }
    guard other.kind.isType else {
      throw .raised(
        .type, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    return isSubclass(type, of: other)
  }

  // MARK: Descriptors

  func makeDescriptor(_ type: BuiltinType, _ arguments: Arguments) throws(Interruption) -> Value {
    if type == .property {
      try arguments.expectAtMost("property", ["fget", "fset", "fdel", "doc"])
      return heap.descriptor(
        .property, arguments.value(at: 0, or: "fget") ?? .none,
        setter: arguments.value(at: 1, or: "fset") ?? .none,
        deleter: arguments.value(at: 2, or: "fdel") ?? .none,
        documentation: arguments.value(at: 3, or: "doc") ?? .none)
    }
    try arguments.expect(type.name, 1...1)
    return heap.descriptor(
      type == .staticMethod ? .staticMethod : .classMethod, arguments[0])
  }

  private func installPropertyMethods() {
    func define(_ name: String, _ change: @escaping (inout DescriptorObject, Value) -> Void) {
      defineMethod(.descriptor, name) { (arguments, machine) throws(Interruption) in
        guard arguments[0].descriptorObject.pointee.part == .property else {
          throw machine.noAttribute(arguments[0], name)
        }
        try arguments.expectMethod("property", name, 1...1)
        let old = arguments[0].descriptorObject.pointee
        let copy = machine.heap.descriptor(
          .property, old.function, setter: old.setter, deleter: old.deleter,
          documentation: old.documentation)
        change(&copy.descriptorObject.pointee, arguments[1])
        return copy
      }
    }
    define("getter") { $0.function = $1 }
    define("setter") { $0.setter = $1 }
    define("deleter") { $0.deleter = $1 }
  }

  // MARK: super

  func makeSuper(_ arguments: Arguments) throws(Interruption) -> Value {
    if arguments.count == 0 { throw .raised(.runtime, "super(): no arguments") }
    if arguments.count == 1 {
      throw .raised(.type, "super() of a class alone is not part of neuron: name the object too")
    }
    try arguments.expect("super", 2...2)
    guard arguments[0].kind.isType else {
      throw .raised(
        .type, "super() argument 1 must be a type, not \(typeName(arguments[0]))")
    }
    let object = arguments[1]
    let isClass = object.kind == .class && isSubclass(object, of: arguments[0])
    guard isClass || isSubclass(type(of: object), of: arguments[0]) else {
      throw .raised(
        .type, "super(type, obj): obj must be an instance or subtype of type")
    }
    return heap.superObject(type: arguments[0], object: object)
  }
}

extension Kind {
  var isType: Bool { self == .class || self == .type }
}
