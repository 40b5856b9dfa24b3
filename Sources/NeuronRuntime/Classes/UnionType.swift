import NeuronSyntax

/// `int | str`: several types, for `isinstance` to choose from.
final class UnionType: ForeignValue {
  /// Types, and `None` for its type.
  let members: [Value]

  init(_ members: [Value]) {
    self.members = members
  }

  var typeName: String { "types.UnionType" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    var names: [String] = []
    for member in members {
      names.append(
        member.kind == .class
          ? "__main__.\(member.classInfo.qualifiedName)"
          : member.isNone ? "None" : machine.typeObjectName(member))
    }
    return names.joined(separator: " | ")
  }

  func visitValues(_ visit: (Value) -> Void) { members.forEach(visit) }

  func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard operation == .bitOr, other.kind.isType || other.isNone else { return nil }
    return machine.union(isReflected ? [other] + members : members + [other])
  }
}

extension Machine {
  /// Each type once, in the order of the first.
  func union(_ members: [Value]) -> Value {
    var distinct: [Value] = []
    for member in members where !distinct.contains(where: member.isIdentical) {
      distinct.append(member)
    }
    return heap.foreign(UnionType(distinct))
  }

  /// `x | y` of types.
  func typeUnion(_ operation: BinaryOperator, _ x: Value, _ y: Value) -> Value? {
    guard operation == .bitOr, x.kind.isType || y.kind.isType,
      x.kind.isType || x.isNone, y.kind.isType || y.isNone
    else { return nil }
    return union([x, y])
  }
}
