import NeuronRuntime

/// Defines `functools.partial`.
func definePartial(_ module: NativeModule, _ machine: Machine) {
  defineFunctoolsType("partial", module, machine) {
    (type, arguments, machine) throws(Interruption) in
    guard arguments.count > 0 else {
      throw .raised(.type, "type 'partial' takes at least one argument")
    }
    guard machine.isCallable(arguments[0]) else {
      throw .raised(.type, "the first argument must be callable")
    }
    let inner = machine.foreign(arguments[0]) as? Partial
    let keywords = machine.heap.dictionary()
    let given = try machine.heap.tuple(
      (inner.map { machine.elements(of: $0.positional) } ?? [])
        + arguments.positional.dropFirst())
    try machine.heap.pinning([keywords, given]) { () throws(Interruption) in
      for entry in inner.map({ machine.entries(of: $0.keywords) }) ?? [] {
        try machine.setItem(keywords, entry.key, entry.value)
      }
      for name in arguments.keywords {
        try machine.setItem(
          keywords, try machine.heap.string(name), arguments.keyword(name) ?? .none)
      }
    }
    return Partial(
      type, inner?.function ?? arguments[0], positional: given, keywords: keywords,
      attributes: machine.heap.dictionary())
  }
}

/// A function with some of its arguments.
private final class Partial: ForeignValue {
  private let typeValue: Value
  let function: Value
  let positional: Value
  /// A dictionary.
  let keywords: Value
  /// A dictionary of what the program set.
  private let attributes: Value

  init(
    _ type: Value, _ function: Value, positional: Value, keywords: Value, attributes: Value
  ) {
    typeValue = type
    self.function = function
    self.positional = positional
    self.keywords = keywords
    self.attributes = attributes
  }

  var typeName: String { "functools.partial" }

  func type(in machine: Machine) -> Value? { typeValue }

  func representation(in machine: Machine) throws(Interruption) -> String {
    try machine.nested { () throws(Interruption) in
      var parts = [try machine.representation(of: function)]
      for value in machine.elements(of: positional) {
        parts.append(try machine.representation(of: value))
      }
      for entry in machine.entries(of: keywords) {
        parts.append(
          "\(machine.textOf(entry.key))=\(try machine.representation(of: entry.value))")
      }
      return "functools.partial(\(parts.joined(separator: ", ")))"
    }
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "func": return function
    case "args": return positional
    case "keywords": return keywords
    case "__dict__": return attributes
    default: return try machine.getItem(attributes, try machine.heap.string(name))
    }
  }

  func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    if ["func", "args", "keywords"].contains(name) {
      throw .raised(.attribute, "readonly attribute")
    }
    try machine.setItem(attributes, try machine.heap.string(name), value)
    return true
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    var values = machine.elements(of: positional) + arguments.positional
    var names: [String] = []
    for entry in machine.entries(of: keywords) {
      let name = machine.textOf(entry.key)
      names.append(name)
      values.append(arguments.keyword(name) ?? entry.value)
    }
    for name in arguments.keywords where !names.contains(name) {
      names.append(name)
      values.append(arguments.keyword(name) ?? .none)
    }
    return try machine.nested { [values, names] () throws(Interruption) in
      try machine.call(function, values, keywords: names)
    }
  }

  func visitValues(_ visit: (Value) -> Void) {
    [typeValue, function, positional, keywords, attributes].forEach(visit)
  }
}
