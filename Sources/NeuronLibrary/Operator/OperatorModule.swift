import NeuronRuntime
import NeuronSyntax

/// Python's `operator`: the operators as functions.
func makeOperatorModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "operator")
  defineArithmetic(module, machine)
  defineComparisons(module, machine)
  defineConcatenation(module, machine)
  defineItems(module, machine)
  defineGetters(module, machine)
  return module
}

private func define(
  _ name: String, _ count: Int, _ module: NativeModule, _ machine: Machine,
  _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
) {
  module.define(
    name,
    machine.makeNative(name) { (arguments, machine) throws(Interruption) in
      if count == 1 {
        try arguments.expect("operator.\(name)", 1...1)
      } else {
        if !arguments.keywords.isEmpty {
          throw .raised(.type, "operator.\(name)() takes no keyword arguments")
        }
        try arguments.expectPositional(name, count...count)
      }
      return try body(arguments, machine)
    })
}

private func defineArithmetic(_ module: NativeModule, _ machine: Machine) {
  let names: [(String, BinaryOperator)] = [
    ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide),
    ("floordiv", .floorDivide), ("mod", .modulo), ("pow", .power), ("matmul", .matrixMultiply),
    ("lshift", .shiftLeft), ("rshift", .shiftRight), ("and_", .bitAnd), ("or_", .bitOr),
    ("xor", .bitXor),
  ]
  for (name, operation) in names {
    define(name, 2, module, machine) { (arguments, machine) throws(Interruption) in
      try machine.operate(operation, arguments[0], arguments[1])
    }
    let inPlace = "i" + (name.hasSuffix("_") ? String(name.dropLast()) : name)
    define(inPlace, 2, module, machine) { (arguments, machine) throws(Interruption) in
      try machine.operateInPlace(operation, arguments[0], arguments[1])
    }
  }
  for (name, symbol) in [("neg", "-"), ("pos", "+"), ("invert", "~"), ("inv", "~")] {
    define(name, 1, module, machine) { (arguments, machine) throws(Interruption) in
      try machine.operate(symbol, on: arguments[0])
    }
  }
}

private func defineComparisons(_ module: NativeModule, _ machine: Machine) {
  let names: [(String, ComparisonOperator)] = [
    ("lt", .less), ("le", .lessOrEqual), ("eq", .equal), ("ne", .notEqual),
    ("ge", .greaterOrEqual), ("gt", .greater), ("is_", .is), ("is_not", .isNot),
  ]
  for (name, comparison) in names {
    define(name, 2, module, machine) { (arguments, machine) throws(Interruption) in
      try machine.compared(arguments[0], comparison, arguments[1])
    }
  }
  define("contains", 2, module, machine) { (arguments, machine) throws(Interruption) in
    Value(try machine.holds(arguments[1], .in, arguments[0]))
  }
  define("truth", 1, module, machine) { (arguments, machine) throws(Interruption) in
    Value(try machine.isTrue(arguments[0]))
  }
  define("not_", 1, module, machine) { (arguments, machine) throws(Interruption) in
    Value(try !machine.isTrue(arguments[0]))
  }
}

/// `+` of sequences only.
private func defineConcatenation(_ module: NativeModule, _ machine: Machine) {
  for (name, isInPlace) in [("concat", false), ("iconcat", true)] {
    define(name, 2, module, machine) { (arguments, machine) throws(Interruption) in
      let x = arguments[0]
      guard [.string, .list, .tuple, .foreign, .instance].contains(x.kind) else {
        throw .raised(.type, "'\(machine.typeName(x))' object can't be concatenated")
      }
      return isInPlace
        ? try machine.operateInPlace(.add, x, arguments[1])
        : try machine.operate(.add, x, arguments[1])
    }
  }
}

private func defineItems(_ module: NativeModule, _ machine: Machine) {
  define("getitem", 2, module, machine) { (arguments, machine) throws(Interruption) in
    try machine.item(of: arguments[0], at: arguments[1])
  }
  define("setitem", 3, module, machine) { (arguments, machine) throws(Interruption) in
    try machine.setItem(of: arguments[0], at: arguments[1], to: arguments[2])
    return .none
  }
  define("delitem", 2, module, machine) { (arguments, machine) throws(Interruption) in
    try machine.deleteItem(of: arguments[0], at: arguments[1])
    return .none
  }
  define("index", 1, module, machine) { (arguments, machine) throws(Interruption) in
    guard let whole = machine.integer(arguments[0]) else {
      throw .raised(
        .type,
        "'\(machine.typeName(arguments[0]))' object cannot be interpreted as an integer")
    }
    return whole
  }
  define("countOf", 2, module, machine) { (arguments, machine) throws(Interruption) in
    var count = 0
    try machine.walkPinned(arguments[0]) { (item) throws(Interruption) in
      if try machine.matches(item, arguments[1]) { count += 1 }
    }
    return Value(count)
  }
}

// MARK: Getters

private func defineGetters(_ module: NativeModule, _ machine: Machine) {
  for name in ["itemgetter", "attrgetter", "methodcaller"] {
    module.defineType(name, machine) { (type, arguments, machine) throws(Interruption) in
      let given = try getterArguments(name, arguments, machine)
      return machine.heap.foreign(Getter(name, type, given, keywords: arguments.keywords))
    }
  }
}

private func getterArguments(
  _ name: String, _ arguments: Arguments, _ machine: Machine
) throws(Interruption) -> Value {
  let named = arguments.keywords.map { arguments.keyword($0) ?? .none }
  if name == "methodcaller" {
    guard arguments.count > 0 else {
      throw .raised(.type, "methodcaller needs at least one argument, the method name")
    }
    guard arguments[0].kind == .string else {
      throw .raised(.type, "method name must be a string")
    }
    return try machine.heap.tuple(arguments.positional + named)
  }
  if !named.isEmpty { throw .raised(.type, "\(name)() takes no keyword arguments") }
  guard arguments.count > 0 else {
    throw .raised(.type, "\(name) expected at least 1 argument, got 0")
  }
  if name == "attrgetter", arguments.positional.contains(where: { $0.kind != .string }) {
    throw .raised(.type, "attribute name must be a string")
  }
  return try machine.heap.tuple(arguments.positional)
}

/// `itemgetter(1)`, `attrgetter("name")`, `methodcaller("name", argument)`.
private final class Getter: ForeignValue {
  private let name: String
  private let typeValue: Value
  /// A tuple of what it was made with.
  private let given: Value
  private let keywords: [String]

  init(_ name: String, _ type: Value, _ given: Value, keywords: [String]) {
    self.name = name
    typeValue = type
    self.given = given
    self.keywords = keywords
  }

  var typeName: String { "operator.\(name)" }

  func type(in machine: Machine) -> Value? { typeValue }

  func representation(in machine: Machine) throws(Interruption) -> String {
    var texts: [String] = []
    for value in machine.elements(of: given) {
      texts.append(try machine.representation(of: value))
    }
    let first = texts.count - keywords.count
    for (index, keyword) in keywords.enumerated() {
      texts[first + index] = "\(keyword)=\(texts[first + index])"
    }
    return "operator.\(name)(\(texts.joined(separator: ", ")))"
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expectUnpacked(name, 1...1)
    let parts = machine.elements(of: given)
    if name == "methodcaller" {
      let method = try machine.attribute(machine.textOf(parts[0]), of: arguments[0])
      return try machine.call(method, Array(parts.dropFirst()), keywords: keywords)
    }
    let found = try machine.heap.list([])
    return try machine.heap.pinning([found]) { () throws(Interruption) in
      for part in parts {
        try machine.append(try get(part, of: arguments[0], in: machine), to: found)
      }
      let values = machine.elements(of: found)
      return values.count == 1 ? values[0] : try machine.heap.tuple(values)
    }
  }

  private func get(
    _ part: Value, of object: Value, in machine: Machine
  ) throws(Interruption) -> Value {
    if name == "itemgetter" { return try machine.item(of: object, at: part) }
    var value = object
    for step in machine.textOf(part).split(separator: ".", omittingEmptySubsequences: false) {
      value = try machine.attribute(String(step), of: value)
    }
    return value
  }

  func visitValues(_ visit: (Value) -> Void) { [typeValue, given].forEach(visit) }
}
