import BigInt

// Python's built-in functions that need nothing outside. Each group installs its own; the order is
// that of the names in messages.

extension Machine {
  func installCoreBuiltins() {
    installConversions()
    installNumericBuiltins()
    installSequenceBuiltins()
    installObjectBuiltins()
    installExceptions()
    installClassBuiltins()
    installObjectMethods()
    installStringMethods()
    installNumberMethods()
    installHexadecimalFloats()
    installContainerMethods()
    installGeneratorMethods()
    installSetMethods()
  }

  func builtin(
    _ name: String, scalar: NativeFunction.Scalar? = nil,
    _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
  ) {
    defineBuiltin(name, makeNative(name, scalar: scalar, body))
  }

  // MARK: Objects

  private func installObjectBuiltins() {
    builtin("print") { (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("print", ["sep", "end", "flush"])
      func piece(_ name: String, _ missing: String) throws(Interruption) -> String {
        guard let given = arguments.keyword(name), !given.isNone else { return missing }
        let value = given.builtinPart ?? given
        if value.kind != .string {
          throw .raised(
            .type, "\(name) must be None or a string, not \(machine.typeName(value))")
        }
        return try machine.text(of: given)
      }
      let separator = try piece("sep", " ")
      let end = try piece("end", "\n")
      var line = ""
      for index in 0..<arguments.count {
        if index > 0 { line += separator }
        line += try machine.text(of: arguments[index])
      }
      try machine.write(line + end)
      return .none
    }
    builtin("repr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("repr", 1...1)
      return try machine.heap.string(try machine.representation(of: arguments[0]))
    }
    builtin("ascii") { (arguments, machine) throws(Interruption) in
      try arguments.expect("ascii", 1...1)
      return try machine.heap.string(
        machine.asciiOnly(try machine.representation(of: arguments[0])))
    }
    builtin("format") { (arguments, machine) throws(Interruption) in
      try arguments.expect("format", 1...2)
      var specification = ""
      if arguments.count > 1 {
        guard arguments[1].kind == .string else {
          throw .raised(
            .type, "format() argument 2 must be str, not \(machine.describedKind(arguments[1]))")
        }
        specification = machine.textOf(arguments[1])
      }
      return try machine.heap.string(try machine.format(arguments[0], specification))
    }
    builtin("isinstance") { (arguments, machine) throws(Interruption) in
      try arguments.expect("isinstance", 2...2)
      return Value(try machine.isInstance(arguments[0], arguments[1]))
    }
    builtin("callable") { (arguments, machine) throws(Interruption) in
      try arguments.expect("callable", 1...1)
      return Value(machine.isCallable(arguments[0]))
    }
    builtin("hash") { (arguments, machine) throws(Interruption) in
      try arguments.expect("hash", 1...1)
      if machine.hashingDepth > 0 { return Value(try machine.hash(arguments[0])) }
      switch arguments[0].kind {
      case .instance:
        if machine.specialMethod(.hash, of: arguments[0]) != nil {
          return try machine.askedHash(of: arguments[0])
        }
        if let part = arguments[0].builtinPart {
          return try machine.callBuiltin("hash", [part])
        }
        throw .raised(
          .type,
          "the hash of \(machine.typeName(arguments[0])) differs from run to run in Python")
      case .float where arguments[0].float.isNaN:
        throw .raised(.type, "the hash of nan differs from run to run in Python")
      case .int, .bool, .float, .bigInt: return Value(try machine.hash(arguments[0]))
      case .tuple, .frozenset:
        let hash = try machine.hash(arguments[0])
        if arguments[0].hasFixedHash { return Value(hash) }
        throw .raised(
          .type,
          "the hash of a \(machine.typeName(arguments[0])) of more than numbers differs from run to run in Python"
        )
      default:
        _ = try machine.hash(arguments[0])
        throw .raised(
          .type, "the hash of \(machine.typeName(arguments[0])) differs from run to run in Python")
      }
    }
    builtin("id") { (arguments, machine) throws(Interruption) in
      if machine.hashingDepth > 0, arguments.count == 1 {
        return Value(Int(truncatingIfNeeded: arguments[0].payload >> 4))
      }
      throw .raised(.type, "id() differs from run to run in Python: compare with `is`")
    }
  }

  /// - Parameter isMember: whether the type is part of a union, where `None` stands for its type.
  func isInstance(
    _ value: Value, _ type: Value, isMember: Bool = false
  ) throws(Interruption) -> Bool {
    switch type.kind {
    case .tuple:
      return try walking { () throws(Interruption) in
        for one in items(of: type) where try isInstance(value, one) { return true }
        return false
      }
    case .type, .class:
      return isSubclass(self.type(of: value), of: type)
    case .none where isMember: return value.isNone
    case .foreign where foreign(type) is UnionType:
      guard let union = foreign(type) as? UnionType else { break }
      for one in union.members where try isInstance(value, one, isMember: true) { return true }
      return false
    case .foreign
    where foreign(type) is LibraryType || foreign(type) is any TupleClass:
      guard let actual = libraryType(of: value) else { return false }
      return actual.isIdentical(to: type)
        || (foreign(actual) as? LibraryType)?.parent?.value.isIdentical(to: type) ?? false
    default: break
    }
    throw .raised(
      .type, "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  // MARK: Exceptions

  private func installExceptions() {
    for type in ExceptionType.allCases {
      let parent = type.parent.map(exceptionClass) ?? Value(type: .object)
      let info = ClassInfo(
        name: type.rawValue, qualifiedName: type.rawValue, module: "builtins", bases: [parent],
        rootShape: makeRootShape(), payloadType: nil, isException: true)
      guard let value = try? heap.classObject(info) else { continue }
      info.linearization = [value] + linearization(of: parent)
      defineBuiltin(type.rawValue, value)
    }
  }
}
