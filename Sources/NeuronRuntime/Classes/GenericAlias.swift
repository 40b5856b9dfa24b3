/// `list[float]`: a type with what it holds, which is only told, never checked.
final class GenericAlias: ForeignValue {
  let origin: Value
  let arguments: [Value]

  init(_ origin: Value, _ arguments: [Value]) {
    self.origin = origin
    self.arguments = arguments
  }

  var typeName: String { "types.GenericAlias" }
  var isCallable: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    var parts: [String] = []
    for argument in arguments {
      switch argument.kind {
      case .type: parts.append(machine.typeObjectName(argument))
      case .class: parts.append("__main__.\(argument.classInfo.qualifiedName)")
      case .ellipsis: parts.append("...")
      default: parts.append(try machine.representation(of: argument))
      }
    }
    return "\(machine.typeObjectName(origin))[\(parts.joined(separator: ", "))]"
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(origin)
    arguments.forEach(visit)
  }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try machine.construct(origin, arguments)
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "__origin__": origin
    case "__args__": try machine.heap.tuple(arguments)
    default: try machine.attribute(name, of: origin)
    }
  }
}

extension Machine {
  /// `type[arguments]`, for the types that hold others.
  func genericAlias(_ type: Value, _ index: Value) throws(Interruption) -> Value {
    switch BuiltinType(rawValue: UInt8(type.payload)) {
    case .list, .dictionary, .tuple, .set, .frozenset, .type:
      return heap.foreign(GenericAlias(type, index.kind == .tuple ? items(of: index) : [index]))
    default: throw .raised(.type, "type '\(typeObjectName(type))' is not subscriptable")
    }
  }
}
