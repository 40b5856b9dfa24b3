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
    installStringMethods()
    installNumberMethods()
    installContainerMethods()
    installGeneratorMethods()
    installSetMethods()
  }

  func builtin(
    _ name: String, _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
  ) {
    defineBuiltin(name, makeNative(name, body))
  }

  // MARK: Objects

  private func installObjectBuiltins() {
    builtin("print") { (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("print", ["sep", "end", "flush"])
      func piece(_ name: String, _ missing: String) throws(Interruption) -> String {
        guard let value = arguments.keyword(name), !value.isNone else { return missing }
        if value.kind != .string {
          throw .raised(
            .type, "\(name) must be None or a string, not \(machine.typeName(value))")
        }
        return machine.textOf(value)
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
      switch arguments[0].kind {
      case .native, .type, .function, .boundMethod: return .true
      case .foreign: return Value(arguments[0].foreignObject.pointee.value.isCallable)
      default: return .false
      }
    }
    builtin("hash") { (arguments, machine) throws(Interruption) in
      try arguments.expect("hash", 1...1)
      switch arguments[0].kind {
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
    builtin("id") { (_, _) throws(Interruption) in
      throw .raised(.type, "id() differs from run to run in Python: compare with `is`")
    }
    builtin("hasattr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("hasattr", 2...2)
      guard arguments[1].kind == .string else {
        throw .raised(
          .type, "attribute name must be string, not '\(machine.typeName(arguments[1]))'")
      }
      do throws(Interruption) {
        _ = try machine.attribute(machine.textOf(arguments[1]), of: arguments[0])
        return .true
      } catch {
        if case .raised(.attribute, _) = error { return .false }
        throw error
      }
    }
    builtin("getattr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("getattr", 2...3)
      guard arguments[1].kind == .string else {
        throw .raised(
          .type, "attribute name must be string, not '\(machine.typeName(arguments[1]))'")
      }
      do throws(Interruption) {
        return try machine.attribute(machine.textOf(arguments[1]), of: arguments[0])
      } catch {
        if arguments.count == 3, case .raised(.attribute, _) = error { return arguments[2] }
        throw error
      }
    }
  }

  func isInstance(_ value: Value, _ type: Value) throws(Interruption) -> Bool {
    switch type.kind {
    case .tuple:
      return try walking { () throws(Interruption) in
        for one in items(of: type) where try isInstance(value, one) { return true }
        return false
      }
    case .type:
      let actual = builtinType(of: value)
      guard let wanted = BuiltinType(rawValue: UInt8(type.payload)) else { return false }
      return actual == wanted || wanted == .object || wanted == .int && actual == .bool
        || wanted == .float && actual == .numpyFloat
    case .native:
      guard let wanted = exceptionTypes[Int(type.payload)] else { break }
      return value.kind == .exception && value.exceptionObject.pointee.type.inherits(from: wanted)
    case .foreign where type.foreignObject.pointee.value is LibraryType:
      return foreign(value)?.type(in: self)?.isIdentical(to: type) ?? false
    default: break
    }
    throw .raised(
      .type, "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  // MARK: Exceptions

  private func installExceptions() {
    for type in ExceptionType.allCases {
      let native = makeNative(type.rawValue) { (arguments, machine) throws(Interruption) in
        if !arguments.keywords.isEmpty {
          throw .raised(.type, "\(type.rawValue)() takes no keyword arguments")
        }
        return machine.heap.exception(
          type, arguments: try machine.heap.tuple(arguments.positional))
      }
      exceptionTypes[Int(native.payload)] = type
      defineBuiltin(type.rawValue, native)
    }
  }
}

extension ExceptionType {
  private var parent: ExceptionType? {
    switch self {
    case .base: nil
    case .exception: .base
    case .zeroDivision, .overflow: .arithmetic
    case .moduleNotFound: .importing
    case .index, .key: .lookup
    case .unboundLocal: .name
    case .notImplemented: .runtime
    default: .exception
    }
  }

  func inherits(from other: ExceptionType) -> Bool {
    var type: ExceptionType? = self
    while let current = type {
      if current == other { return true }
      type = current.parent
    }
    return false
  }
}
