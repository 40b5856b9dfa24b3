// Methods of sets and frozensets.

extension Machine {
  func installSetMethods() {
    for kind in [Kind.set, .frozenset] {
      installCombiningMethods(kind)
      installInclusionMethods(kind)
    }
    installElementMethods()
    installChangingMethods()
    defineMethod(.view, "isdisjoint") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod(
        machine.typeName(arguments[0]), "isdisjoint", 1...1)
      return Value(try machine.viewIsDisjoint(arguments[0], arguments[1]))
    }
  }

  /// Those that give a new set.
  private func installCombiningMethods(_ kind: Kind) {
    let type = kind == .set ? "set" : "frozenset"
    typealias Combination = (Machine) -> (Value, [Value]) throws(Interruption) -> Value
    let combinations: [(String, Combination)] = [
      ("union", Machine.union), ("intersection", Machine.intersection),
      ("difference", Machine.difference),
    ]
    for (name, combine) in combinations {
      defineMethod(kind, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(type, name, 0...Int.max)
        return try combine(machine)(arguments[0], Array(arguments.positional.dropFirst()))
      }
    }
    defineMethod(kind, "symmetric_difference") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod(type, "symmetric_difference", 1...1)
      return try machine.symmetricDifference(arguments[0], arguments[1])
    }
    defineMethod(kind, "copy") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod(type, "copy", 0...0)
      return kind == .frozenset ? arguments[0] : try machine.copied(arguments[0], as: .set)
    }
  }

  private func installInclusionMethods(_ kind: Kind) {
    let type = kind == .set ? "set" : "frozenset"
    typealias Test = (Machine) -> (Value, Value) throws(Interruption) -> Bool
    let tests: [(String, Test)] = [
      ("issubset", Machine.isSubset), ("issuperset", Machine.isSuperset),
      ("isdisjoint", Machine.isDisjoint),
    ]
    for (name, test) in tests {
      defineMethod(kind, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(type, name, 1...1)
        return Value(try test(machine)(arguments[0], arguments[1]))
      }
    }
  }

  private func installElementMethods() {
    defineMethod(.set, "add") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "add", 1...1)
      try machine.add(arguments[1], to: arguments[0])
      return .none
    }
    defineMethod(.set, "discard") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "discard", 1...1)
      _ = try machine.discard(arguments[1], from: arguments[0])
      return .none
    }
    defineMethod(.set, "remove") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "remove", 1...1)
      if !(try machine.discard(arguments[1], from: arguments[0])) {
        throw machine.keyError(arguments[1])
      }
      return .none
    }
    defineMethod(.set, "pop") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "pop", 0...0)
      if let element = arguments[0].setObject.popNext() { return element }
      throw machine.keyError(try machine.heap.string("pop from an empty set"))
    }
    defineMethod(.set, "clear") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "clear", 0...0)
      try machine.heap.clear(arguments[0].setObject)
      return .none
    }
  }

  private func installChangingMethods() {
    defineMethod(.set, "update") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "update", 0...Int.max)
      for other in arguments.positional.dropFirst() {
        try machine.addAll(of: other, to: arguments[0])
      }
      return .none
    }
    defineMethod(.set, "intersection_update") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "intersection_update", 0...Int.max)
      try machine.intersect(arguments[0], with: Array(arguments.positional.dropFirst()))
      return .none
    }
    defineMethod(.set, "difference_update") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "difference_update", 0...Int.max)
      for other in arguments.positional.dropFirst() {
        try machine.subtract(other, from: arguments[0])
      }
      return .none
    }
    defineMethod(.set, "symmetric_difference_update") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("set", "symmetric_difference_update", 1...1)
      try machine.toggle(arguments[0], with: arguments[1])
      return .none
    }
  }
}
