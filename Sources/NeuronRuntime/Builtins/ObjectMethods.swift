import NeuronSyntax

// What every object has, and every exception: the methods that `super()` ends at. And the special
// methods of built-in types, by name, for those who call them so.

extension Machine {
  func installObjectMethods() {
    func define(
      _ name: String, _ range: ClosedRange<Int>,
      _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
    ) {
      objectMethods[name] = makeNative("object.\(name)") {
        (arguments, machine) throws(Interruption) in
        try arguments.expectPositional(name, range)
        return try body(arguments, machine)
      }
    }
    define("__init__", 1...Int.max) { (arguments, machine) throws(Interruption) in
      try machine.initializeObject(arguments)
      return .none
    }
    define("__new__", 1...Int.max) { (arguments, machine) throws(Interruption) in
      try machine.newObject(arguments)
    }
    define("__init_subclass__", 0...1) { (_, _) throws(Interruption) in .none }
    define("__repr__", 1...1) { (arguments, machine) throws(Interruption) in
      try machine.heap.string(
        arguments[0].kind == .foreign
          ? try machine.representation(of: arguments[0])
          : try machine.defaultRepresentation(of: arguments[0]))
    }
    define("__str__", 1...1) { (arguments, machine) throws(Interruption) in
      try machine.heap.string(
        arguments[0].kind == .foreign
          ? try machine.text(of: arguments[0]) : try machine.representation(of: arguments[0]))
    }
    define("__format__", 2...2) { (arguments, machine) throws(Interruption) in
      guard arguments[1].kind == .string else {
        throw .raised(
          .type, "__format__() argument must be str, not \(machine.typeName(arguments[1]))")
      }
      return try machine.heap.string(
        try machine.formatByDefault(arguments[0], machine.textOf(arguments[1])))
    }
    define("__eq__", 2...2) { (arguments, _) throws(Interruption) in
      arguments[0].isIdentical(to: arguments[1]) ? .true : .notImplemented
    }
    define("__ne__", 2...2) { (arguments, machine) throws(Interruption) in
      let isEqual = try machine.call(
        machine.attribute("__eq__", of: arguments[0]), [arguments[1]])
      return isEqual.kind == .notImplemented ? isEqual : Value(!(try machine.isTrue(isEqual)))
    }
    for name in ["__lt__", "__le__", "__gt__", "__ge__"] {
      define(name, 2...2) { (_, _) throws(Interruption) in .notImplemented }
    }
    define("__hash__", 1...1) { (arguments, _) throws(Interruption) in
      throw .raised(.type, "the hash of an object differs from run to run in Python")
    }
    define("__setattr__", 3...3) { (arguments, machine) throws(Interruption) in
      let name = try machine.attributeName(arguments[1])
      if arguments[0].kind == .instance {
        try machine.setOwnAttribute(name, of: arguments[0], to: arguments[2])
      } else {
        try machine.setAttribute(name, of: arguments[0], to: arguments[2])
      }
      return .none
    }
    define("__delattr__", 2...2) { (arguments, machine) throws(Interruption) in
      let name = try machine.attributeName(arguments[1])
      if arguments[0].kind == .instance {
        try machine.deleteOwnAttribute(name, of: arguments[0])
      } else {
        try machine.deleteAttribute(name, of: arguments[0])
      }
      return .none
    }
    define("__getattribute__", 2...2) { (arguments, machine) throws(Interruption) in
      try machine.attribute(machine.attributeName(arguments[1]), of: arguments[0])
    }
    installExceptionMethods()
  }

  private func initializeObject(_ arguments: Arguments) throws(Interruption) {
    let object = arguments[0]
    guard object.kind == .instance else { return }
    let instance = object.instanceObject
    let info = instance.pointee.type.classInfo
    if arguments.count + arguments.keywords.count > 1,
      specialMethod(.new, of: object) == nil || specialMethod(.initialize, of: object) != nil
    {
      throw .raised(
        .type,
        specialMethod(.initialize, of: object) == nil
          ? "\(info.name)() takes no arguments"
          : "object.__init__() takes exactly one argument (the instance to initialize)")
    }
  }

  private func newObject(_ arguments: Arguments) throws(Interruption) -> Value {
    let type = arguments[0]
    guard type.kind == .class else {
      if type.kind == .type { return try construct(type, arguments.droppingFirst) }
      throw .raised(
        .type, "object.__new__(X): X is not a type object (\(typeName(type)))")
    }
    let info = type.classInfo
    if info.payloadType == nil, !info.isException, arguments.count + arguments.keywords.count > 1,
      specialMethod(.new, ofClass: type) != nil
    {
      throw .raised(
        .type, "object.__new__() takes exactly one argument (the type to instantiate)")
    }
    return try allocateInstance(type, arguments.droppingFirst)
  }

  /// The name of an attribute that a program gives as a string.
  package func attributeName(_ value: Value) throws(Interruption) -> String {
    guard value.kind == .string else {
      throw .raised(.type, "attribute name must be string, not '\(typeName(value))'")
    }
    return textOf(value)
  }

  // MARK: Exceptions

  private func installExceptionMethods() {
    func define(
      _ name: String, _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
    ) {
      exceptionMethods[name] = makeNative("BaseException.\(name)") {
        (arguments, machine) throws(Interruption) in
        guard arguments.count > 0, arguments[0].isException else {
          throw machine.wrongReceiver(of: name, "BaseException", arguments)
        }
        return try body(arguments, machine)
      }
    }
    define("__init__") { (arguments, machine) throws(Interruption) in
      if !arguments.keywords.isEmpty {
        throw .raised(
          .type, "\(machine.typeName(arguments[0]))() takes no keyword arguments")
      }
      arguments[0].exceptionObject.pointee.arguments = try machine.heap.tuple(
        Array(arguments.positional.dropFirst()))
      return .none
    }
    define("__str__") { (arguments, machine) throws(Interruption) in
      try machine.heap.string(try machine.exceptionText(arguments[0]))
    }
    define("__repr__") { (arguments, machine) throws(Interruption) in
      try machine.heap.string(try machine.exceptionRepresentation(arguments[0]))
    }
    define("with_traceback") { (arguments, _) throws(Interruption) in
      try arguments.expectMethod("BaseException", "with_traceback", 1...1)
      return arguments[0]
    }
    define("add_note") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("BaseException", "add_note", 1...1)
      guard arguments[1].kind == .string else {
        throw .raised(.type, "note must be a str, not '\(machine.typeName(arguments[1]))'")
      }
      guard let notes = try machine.instanceAttribute("__notes__", of: arguments[0]) else {
        let made = try machine.heap.list([arguments[1]])
        try machine.setOwnAttribute("__notes__", of: arguments[0], to: made)
        return .none
      }
      guard notes.kind == .list else {
        throw .raised(.type, "Cannot add note: __notes__ is not a list")
      }
      try machine.heap.append(arguments[1], to: notes)
      return .none
    }
  }

  /// Python's complaint about a method that is called on something else than it is for.
  private func wrongReceiver(
    of name: String, _ type: String, _ arguments: Arguments
  ) -> Interruption {
    if arguments.count == 0 {
      return .raised(.type, "unbound method \(type).\(name)() needs an argument")
    }
    return .raised(
      .type,
      "descriptor '\(name)' requires a '\(type)' object but received a '\(typeName(arguments[0]))'")
  }

  // MARK: Built-in types

  /// A special method of a built-in type, as a native that takes the object first; `nil` where the
  /// type has none of that name.
  func builtinMethod(_ name: String, of type: BuiltinType) -> Value? {
    if let kind = type.methodKind, let method = methods[kind]?[name] { return method }
    guard name.isSpecialName else { return nil }
    let path = "\(type.name).\(name)"
    if let known = unboundMethods[path] { return known }
    guard BuiltinSpecialMethods.names(of: type).contains(name) else { return nil }
    let native = makeNative(path) { (arguments, machine) throws(Interruption) in
      guard arguments.count > 0,
        machine.isSubclass(machine.type(of: arguments[0]), of: Value(type: type))
      else {
        throw machine.wrongReceiver(of: name, type.name, arguments)
      }
      try BuiltinSpecialMethods.checkCount(name, arguments)
      return try BuiltinSpecialMethods.call(name, arguments, machine)
    }
    unboundMethods[path] = native
    return native
  }
}

/// The special methods of built-in types: each is an operator or a built-in function by another name.
enum BuiltinSpecialMethods {
  private static let comparisons: [String: ComparisonOperator] = [
    "__eq__": .equal, "__ne__": .notEqual, "__lt__": .less, "__le__": .lessOrEqual,
    "__gt__": .greater, "__ge__": .greaterOrEqual,
  ]
  private static let binary: [String: BinaryOperator] = [
    "__add__": .add, "__sub__": .subtract, "__mul__": .multiply, "__truediv__": .divide,
    "__floordiv__": .floorDivide, "__mod__": .modulo, "__pow__": .power, "__and__": .bitAnd,
    "__or__": .bitOr, "__xor__": .bitXor, "__lshift__": .shiftLeft, "__rshift__": .shiftRight,
  ]
  private static let numbers: Set<String> = [
    "__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__", "__pow__",
    "__radd__", "__rsub__", "__rmul__", "__rtruediv__", "__rfloordiv__", "__rmod__", "__rpow__",
    "__neg__", "__pos__", "__abs__", "__bool__", "__int__", "__float__", "__round__", "__divmod__",
    "__trunc__", "__floor__", "__ceil__",
  ]
  private static let integers: Set<String> = [
    "__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__rand__", "__ror__", "__rxor__",
    "__invert__", "__index__",
  ]
  private static let sequences: Set<String> = [
    "__len__", "__getitem__", "__contains__", "__iter__", "__add__", "__mul__", "__rmul__",
  ]
  private static let containers: Set<String> = [
    "__len__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__",
    "__reversed__",
  ]
  private static let common: Set<String> = [
    "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__str__", "__hash__",
    "__format__", "__init__",
  ]

  private static let withoutOperand: Set<String> = [
    "__neg__", "__pos__", "__invert__", "__abs__", "__bool__", "__int__", "__float__", "__trunc__",
    "__floor__", "__ceil__", "__index__", "__len__", "__iter__", "__next__", "__reversed__",
    "__repr__", "__str__", "__hash__",
  ]

  /// Checks the number of arguments besides the receiver, in Python's words.
  static func checkCount(_ name: String, _ arguments: Arguments) throws(Interruption) {
    if name == "__init__" || name == "__call__" { return }
    let given = arguments.count - 1
    let expected = withoutOperand.contains(name) ? 0 : name == "__setitem__" ? 2 : 1
    if given == expected || name == "__round__" && given == 0 { return }
    // CPython takes two arguments by another way, which names a function without a name.
    throw .raised(
      .type,
      expected == 2
        ? " expected 2 arguments, got \(given)"
        : "expected \(expected) argument\(expected == 1 ? "" : "s"), got \(given)")
  }

  /// A table for each type, made once: a method is looked for whenever an instance has none.
  private static let namesByType: [BuiltinType: Set<String>] = Dictionary(
    uniqueKeysWithValues: BuiltinType.allCases.map { ($0, makeNames(of: $0)) })

  static func names(of type: BuiltinType) -> Set<String> { namesByType[type] ?? [] }

  private static func makeNames(of type: BuiltinType) -> Set<String> {
    switch type {
    case .int, .bool, .numpyInt, .numpyBool: common.union(numbers).union(integers)
    case .float, .numpyFloat: common.union(numbers)
    case .string: common.union(sequences).union(["__mod__"])
    case .tuple: common.union(sequences)
    case .list: common.union(sequences).union(containers).union(["__iadd__", "__imul__"])
    case .dictionary: common.union(containers).union(["__or__", "__ior__"])
    case .set, .frozenset:
      common.union([
        "__len__", "__contains__", "__iter__", "__and__", "__or__", "__xor__", "__sub__",
      ])
    case .range:
      common.union(["__len__", "__getitem__", "__contains__", "__iter__", "__reversed__"])
    case .function, .builtin, .method: ["__call__"]
    case .iterator: ["__iter__", "__next__"]
    default: []
    }
  }

  static func call(
    _ name: String, _ arguments: Arguments, _ machine: Machine
  ) throws(Interruption) -> Value {
    if name == "__init__" { return try initialize(arguments, machine) }
    if name == "__call__" {
      return try machine.callValue(
        arguments[0], arguments.base + 1, arguments.count - 1 + arguments.keywords.count,
        arguments.keywords)
    }
    let receiver = arguments[0].builtinPart ?? arguments[0]
    func operand() -> Value { arguments[1].builtinPart ?? arguments[1] }
    // A type that does not know the other operand says so by a value.
    func answer(_ body: () throws(Interruption) -> Value) throws(Interruption) -> Value {
      try machine.catching(.type, body) ?? .notImplemented
    }
    if let comparison = comparisons[name] {
      let other = operand()
      if comparison == .equal || comparison == .notEqual,
        machine.builtinType(of: receiver) != machine.builtinType(of: other),
        Number(receiver, machine) == nil || Number(other, machine) == nil
      {
        return .notImplemented
      }
      return try answer { () throws(Interruption) in
        Value(try machine.compare(comparison, receiver, other))
      }
    }
    if let operation = binary[name] {
      let other = operand()
      if !receiver.isFloat, other.isFloat, Number(receiver, machine) != nil {
        return .notImplemented
      }
      return try answer { () throws(Interruption) in
        try machine.binary(operation, receiver, other, false)
      }
    }
    if name.hasPrefix("__r"), let operation = binary["__" + name.dropFirst(3)] {
      let other = operand()
      if !receiver.isFloat, other.isFloat, Number(receiver, machine) != nil {
        return .notImplemented
      }
      return try answer { () throws(Interruption) in
        try machine.binary(operation, other, receiver, false)
      }
    }
    switch name {
    case "__iadd__": return try machine.binary(.add, receiver, operand(), true)
    case "__imul__": return try machine.binary(.multiply, receiver, operand(), true)
    case "__ior__": return try machine.binary(.bitOr, receiver, operand(), true)
    case "__neg__": return try machine.negate(receiver)
    case "__pos__": return try machine.plus(receiver)
    case "__invert__": return try machine.invert(receiver)
    case "__bool__": return Value(try machine.isTrue(receiver))
    case "__len__": return Value(try machine.lengthOf(receiver))
    case "__getitem__": return try machine.loadSubscript(receiver, arguments[1])
    case "__setitem__":
      try machine.storeSubscript(receiver, arguments[1], arguments[2])
      return .none
    case "__delitem__":
      try machine.deleteSubscript(receiver, arguments[1])
      return .none
    case "__contains__": return Value(try machine.compare(.in, arguments[1], receiver))
    case "__repr__": return try machine.heap.string(try machine.representation(of: receiver))
    case "__str__": return try machine.heap.string(try machine.text(of: receiver))
    case "__iter__": return try machine.makeIterator(receiver)
    case "__next__":
      if let value = try machine.next(receiver) { return value }
      throw .raised(.stopIteration, "")
    case "__hash__":
      return try machine.callBuiltin("hash", [receiver])
    case "__abs__", "__int__", "__float__", "__round__", "__divmod__", "__format__", "__reversed__":
      let function = String(name.dropFirst(2).dropLast(2))
      return try machine.callBuiltin(function, [receiver] + arguments.positional.dropFirst())
    default: return try machine.callBuiltin("int", [receiver])
    }
  }

  /// `list.__init__` and its kin give an instance new contents.
  private static func initialize(
    _ arguments: Arguments, _ machine: Machine
  ) throws(Interruption) -> Value {
    let object = arguments[0]
    guard object.kind == .instance,
      let type = object.instanceObject.pointee.type.classInfo.payloadType,
      type.isMutable
    else { return .none }
    object.instanceObject.pointee.payload = try machine.construct(
      Value(type: type), arguments.droppingFirst)
    return .none
  }
}

extension Machine {
  /// Calls a built-in function, whatever the program has made of its name.
  func callBuiltin(_ name: String, _ arguments: [Value]) throws(Interruption) -> Value {
    try call(globals.builtins[name] ?? .none, arguments)
  }
}
