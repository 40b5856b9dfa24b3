import NeuronRuntime

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
  /// The types of a union, which another union around it takes in.
  private let members: [Value]

  init(_ text: String, members: [Value] = []) {
    self.text = text
    self.members = members
  }

  var typeName: String { "typing" }

  func representation(in machine: Machine) throws(Interruption) -> String { text }

  func visitValues(_ visit: (Value) -> Void) { members.forEach(visit) }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    let parts = index.kind == .tuple ? machine.elements(of: index) : [index]
    return try machine.heap.pinning([index]) { () throws(Interruption) in
      switch text {
      case "typing.Optional": return try union(parts + [.none], in: machine)
      case "typing.Union": return try union(parts, in: machine)
      case "typing.Callable": return try callable(parts, in: machine)
      case "typing.Literal":
        var texts: [String] = []
        for part in parts { texts.append(try machine.representation(of: part)) }
        return name(text, texts, in: machine)
      default:
        return name(
          text, try parts.isEmpty ? ["()"] : Self.texts(of: parts, in: machine), in: machine)
      }
    }
  }

  private func name(_ text: String, _ parts: [String], in machine: Machine) -> Value {
    machine.heap.foreign(TypingName("\(text)[\(parts.joined(separator: ", "))]"))
  }

  // MARK: What stands in brackets

  /// Unions in it are taken apart, and what comes again is left out; a union of one type is that type.
  private func union(_ parts: [Value], in machine: Machine) throws(Interruption) -> Value {
    var types: [Value] = []
    for part in parts {
      let members = (machine.foreign(part) as? TypingName)?.members ?? []
      for type in members.isEmpty ? [part] : members {
        let type = type.isNone ? Value(type: .none) : type
        if !types.contains(where: { Self.areSame($0, type, in: machine) }) { types.append(type) }
      }
    }
    try machine.charge(types.count * types.count)
    if types.count == 1 { return types[0] }
    let others = types.filter { !$0.isIdentical(to: Value(type: .none)) }
    let isOptional = types.count == 2 && others.count == 1
    let texts = try Self.texts(of: isOptional ? others : types, in: machine)
    let text =
      "\(isOptional ? "typing.Optional" : "typing.Union")[\(texts.joined(separator: ", "))]"
    return machine.heap.foreign(TypingName(text, members: types))
  }

  private static func areSame(_ x: Value, _ y: Value, in machine: Machine) -> Bool {
    if x.isIdentical(to: y) { return true }
    guard let a = machine.foreign(x) as? TypingName, let b = machine.foreign(y) as? TypingName
    else {
      return false
    }
    return a.text == b.text
  }

  /// A list of parameters, an ellipsis, or one parameter alone; then the result.
  private func callable(_ parts: [Value], in machine: Machine) throws(Interruption) -> Value {
    guard parts.count == 2 else {
      throw .raised(.type, "Callable must be used as Callable[[arg, ...], result].")
    }
    let result = try Self.text(of: parts[1], in: machine)
    if parts[0].kind == .ellipsis { return name(text, ["...", result], in: machine) }
    let parameters =
      [.list, .tuple].contains(parts[0].kind) ? machine.elements(of: parts[0]) : [parts[0]]
    let texts = try Self.texts(of: parameters, in: machine)
    // `typing` takes a lone list in the list for the list itself.
    let isList = parameters.count == 1 && [.list, .tuple].contains(parameters[0].kind)
    let written = isList ? texts[0] : "[\(texts.joined(separator: ", "))]"
    return name(text, [written, result], in: machine)
  }

  private static func texts(
    of parts: [Value], in machine: Machine
  ) throws(Interruption) -> [String] {
    var texts: [String] = []
    for part in parts { texts.append(try text(of: part, in: machine)) }
    return texts
  }

  /// As `typing` writes what stands in brackets: a class by its name alone.
  private static func text(of part: Value, in machine: Machine) throws(Interruption) -> String {
    switch part.kind {
    case .none: return "NoneType"
    case .ellipsis: return "..."
    case .string: return "ForwardRef(\(try machine.representation(of: part)))"
    case .type, .function:
      return machine.textOf(try machine.attribute("__name__", of: part))
    case .class:
      return "__main__." + machine.textOf(try machine.attribute("__qualname__", of: part))
    default:
      return try machine.nested { () throws(Interruption) in try machine.representation(of: part) }
    }
  }
}
