import NeuronRuntime

/// Python's `string`: its constants.
func makeStringModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "string")
  let lower = "abcdefghijklmnopqrstuvwxyz"
  let digits = "0123456789"
  let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
  let space = " \t\n\r\u{B}\u{C}"
  for (name, text) in [
    ("ascii_letters", lower + lower.uppercased()), ("ascii_lowercase", lower),
    ("ascii_uppercase", lower.uppercased()), ("digits", digits),
    ("hexdigits", digits + "abcdefABCDEF"), ("octdigits", "01234567"),
    ("printable", digits + lower + lower.uppercased() + punctuation + space),
    ("punctuation", punctuation), ("whitespace", space),
  ] {
    module.define(name, (try? machine.heap.string(text)) ?? .none)
  }
  return module
}

/// Python's `__future__`: what it promises is so here already.
func makeFutureModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "__future__")
  for name in [
    "annotations", "division", "print_function", "absolute_import", "unicode_literals",
    "generator_stop", "generators", "nested_scopes", "with_statement",
  ] {
    module.define(name, .none)
  }
  return module
}

/// Python's `typing`: names for annotations, which nothing looks at.
func makeTypingModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "typing")
  for name in [
    "Any", "AnyStr", "Callable", "ClassVar", "Dict", "Final", "FrozenSet", "Generator", "Generic",
    "Hashable", "Iterable", "Iterator", "List", "Literal", "Mapping", "NoReturn", "Optional",
    "Sequence", "Set", "Sized", "Tuple", "Type", "Union",
  ] {
    module.define(name, machine.heap.foreign(TypingName("typing.\(name)")))
  }
  module.define(
    "TypeVar",
    machine.makeNative("TypeVar") { (arguments, machine) throws(Interruption) in
      guard arguments.count > 0, arguments[0].kind == .string else {
        throw .raised(.type, "TypeVar() missing required argument 'name' (pos 1)")
      }
      return machine.heap.foreign(TypingName("~" + machine.textOf(arguments[0])))
    })
  module.define(
    "cast",
    machine.makeNative("cast") { (arguments, _) throws(Interruption) in
      try arguments.expectUnpacked("cast", 2...2)
      return arguments[1]
    })
  return module
}

/// A name of `typing`, with or without brackets after it.
private final class TypingName: ForeignValue {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  var typeName: String { "typing" }

  func representation(in machine: Machine) throws(Interruption) -> String { text }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    let parts = index.kind == .tuple ? machine.elements(of: index) : [index]
    var texts: [String] = []
    for part in parts { texts.append(try text(of: part, in: machine)) }
    return machine.heap.foreign(TypingName("\(text)[\(texts.joined(separator: ", "))]"))
  }

  /// As `typing` writes what stands in brackets: a class by its name alone.
  private func text(of part: Value, in machine: Machine) throws(Interruption) -> String {
    if part.isNone { return "None" }
    if part.kind == .list {
      var texts: [String] = []
      for item in machine.elements(of: part) {
        texts.append(
          try machine.nested { () throws(Interruption) in try text(of: item, in: machine) })
      }
      return "[\(texts.joined(separator: ", "))]"
    }
    if part.kind == .type {
      return machine.textOf(try machine.attribute("__name__", of: part))
    }
    return try machine.representation(of: part)
  }
}
