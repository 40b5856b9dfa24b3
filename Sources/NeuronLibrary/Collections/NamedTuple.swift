import NeuronRuntime
import NeuronSyntax

/// A class that `namedtuple` made.
final class NamedTupleClass: TupleClass {
  let name: String
  let fields: [String]
  private let defaults: [Value]
  private let signature: Signature
  private let dictionarySignature: Signature
  /// The value that stands for the class.
  private var itself = Value.none
  private let methods: NamedTupleMethods

  static func make(
    _ name: String, _ fields: [String], defaults: [Value], _ methods: NamedTupleMethods,
    in machine: Machine
  ) -> Value {
    let tupleClass = NamedTupleClass(name, fields, defaults, methods)
    tupleClass.itself = machine.heap.foreign(tupleClass)
    return tupleClass.itself
  }

  private init(
    _ name: String, _ fields: [String], _ defaults: [Value], _ methods: NamedTupleMethods
  ) {
    self.name = name
    self.methods = methods
    self.fields = fields
    self.defaults = defaults
    let required = fields.count - defaults.count
    dictionarySignature = Signature(name: "\(name)._asdict", required: [], hidden: 1)
    signature = Signature(
      name: "\(name).__new__", required: Array(fields.prefix(required)),
      optional: Array(fields.dropFirst(required)), hidden: 1)
  }

  fileprivate func dictionary(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    _ = try dictionarySignature.bind(arguments.droppingFirst)
    let dictionary = machine.heap.dictionary()
    for (field, item) in zip(fields, machine.elements(of: arguments[0])) {
      try machine.setItem(dictionary, try machine.heap.string(field), item)
    }
    return dictionary
  }

  fileprivate func tuple(
    from arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    try arguments.droppingFirst.expect("\(name)._make", 1...1)
    let items = try machine.allItems(of: arguments[1])
    if items.count != fields.count {
      throw .raised(.type, "Expected \(fields.count) arguments, got \(items.count)")
    }
    return try machine.heap.tuple(items, of: itself)
  }

  fileprivate func replace(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    if arguments.count > 1 {
      throw .raised(
        .type,
        "\(name)._replace() takes 1 positional argument but \(arguments.count) were given")
    }
    try machine.charge(fields.count, times: 2 * arguments.keywords.count)
    let unknown = arguments.keywords.filter { !fields.contains($0) }
    if !unknown.isEmpty {
      var names: [Value] = []
      for name in unknown { names.append(try machine.heap.string(name)) }
      let list = try machine.representation(of: try machine.heap.list(names))
      throw .raised(.value, "Got unexpected field names: \(list)")
    }
    var items = machine.elements(of: arguments[0])
    for (index, field) in fields.enumerated() {
      if let item = arguments.keyword(field) { items[index] = item }
    }
    return try machine.heap.tuple(items, of: itself)
  }

  // MARK: As a class

  var typeName: String { "type" }
  var isCallable: Bool { true }

  func type(in machine: Machine) -> Value? { Value(type: .type) }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<class '__main__.\(name)'>"
  }

  func visitValues(_ visit: (Value) -> Void) { defaults.forEach(visit) }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    let given = try signature.bind(arguments)
    let required = fields.count - defaults.count
    var items: [Value] = []
    for index in fields.indices { items.append(given[index] ?? defaults[index - required]) }
    return try machine.heap.tuple(items, of: itself)
  }

  func tupleMethod(_ name: String) -> Value? { methods.ofTuples[name] }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "_fields":
      var names: [Value] = []
      for field in fields { names.append(try machine.heap.string(field)) }
      return try machine.heap.tuple(names)
    case "_field_defaults":
      let dictionary = machine.heap.dictionary()
      for (field, value) in zip(fields.suffix(defaults.count), defaults) {
        try machine.setItem(dictionary, try machine.heap.string(field), value)
      }
      return dictionary
    case "_make": return machine.heap.boundMethod(itself, methods.maker)
    case "__name__", "__qualname__": return try machine.heap.string(self.name)
    default: return methods.ofTuples[name]
    }
  }
}

/// The methods of all such classes, which find the class by what they are called on.
final class NamedTupleMethods {
  let ofTuples: [String: Value]
  let maker: Value

  init(_ machine: Machine) {
    typealias Method =
      (NamedTupleClass) -> (Arguments, Machine) throws(Interruption) -> Value
    func method(_ name: String, _ body: @escaping Method) -> Value {
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        guard arguments.count > 0, let value = arguments[0].tupleClass,
          let tupleClass = machine.foreign(value) as? NamedTupleClass
        else { throw .raised(.type, "\(name)() needs a named tuple") }
        return try body(tupleClass)(arguments, machine)
      }
    }
    ofTuples = [
      "_asdict": method("_asdict", NamedTupleClass.dictionary),
      "_replace": method("_replace", NamedTupleClass.replace),
    ]
    maker = machine.makeNative("_make") { (arguments, machine) throws(Interruption) in
      guard let tupleClass = machine.foreign(arguments[0]) as? NamedTupleClass else {
        return .none
      }
      return try tupleClass.tuple(from: arguments, in: machine)
    }
  }
}

private let namedTupleSignature = Signature(
  name: "namedtuple", required: ["typename", "field_names"],
  keywordOnly: ["rename", "defaults", "module"])

func makeNamedTuple(
  _ arguments: Arguments, _ methods: NamedTupleMethods, _ machine: Machine
) throws(Interruption) -> Value {
  let given = try namedTupleSignature.bind(arguments)
  let name = try machine.text(of: given.value(0))
  var fields = try fieldNames(given.value(1), in: machine)
  try machine.charge(1_000)
  try machine.charge(fields.count, times: 32)
  if let rename = given[2], try machine.isTrue(rename) { fields = renamed(fields) }
  try check(name, fields)
  let defaults = try given[3].map { (values) throws(Interruption) in
    values.isNone ? [] : try machine.allItems(of: values)
  }
  if let defaults, defaults.count > fields.count {
    throw .raised(.type, "Got more default values than field names")
  }
  return NamedTupleClass.make(name, fields, defaults: defaults ?? [], methods, in: machine)
}

private func fieldNames(_ value: Value, in machine: Machine) throws(Interruption) -> [String] {
  if value.kind == .string {
    return machine.textOf(value).split(whereSeparator: { $0 == "," || $0.isWhitespace })
      .map(String.init)
  }
  return try machine.allItems(of: value).map { (name) throws(Interruption) in
    try machine.text(of: name)
  }
}

/// Names that cannot stand become `_1`, by their place.
private func renamed(_ fields: [String]) -> [String] {
  var taken: Set<String> = []
  return fields.enumerated().map { index, field in
    let isTaken = !taken.insert(field).inserted
    let isFine = field.isPythonIdentifier && !isKeyword(field)
    return isTaken || !isFine || field.hasPrefix("_") ? "_\(index)" : field
  }
}

private func check(_ name: String, _ fields: [String]) throws(Interruption) {
  for word in [name] + fields {
    if !word.isPythonIdentifier {
      throw .raised(
        .value,
        "Type names and field names must be valid identifiers: \(quoted(word))")
    }
    if isKeyword(word) {
      throw .raised(
        .value, "Type names and field names cannot be a keyword: \(quoted(word))")
    }
  }
  var taken: Set<String> = []
  for (index, field) in fields.enumerated() {
    let isRenamed = field == "_\(index)"
    if field.hasPrefix("_"), !isRenamed {
      throw .raised(.value, "Field names cannot start with an underscore: \(quoted(field))")
    }
    if !taken.insert(field).inserted {
      throw .raised(.value, "Encountered duplicate field name: \(quoted(field))")
    }
  }
}

private func quoted(_ text: String) -> String { text.contains("'") ? "\"\(text)\"" : "'\(text)'" }

extension String {
  fileprivate var isPythonIdentifier: Bool {
    guard let first = unicodeScalars.first else { return false }
    return (first == "_" || first.properties.isXIDStart)
      && unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
  }
}
