// `len`, `sorted`, `zip` and their kin.

extension Machine {
  func installSequenceBuiltins() {
    builtin("len") { (arguments, machine) throws(Interruption) in
      try arguments.expect("len", 1...1)
      return Value(try machine.lengthOf(arguments[0]))
    }
    state.pointee.lengthFunction = globals.builtins["len"] ?? .none
    builtin("sorted") { (arguments, machine) throws(Interruption) in
      try arguments.expectExactly("sorted", 1)
      try arguments.expectKeywords("sort", ["key", "reverse"])
      let sorted = try machine.sort(
        machine.items(of: try machine.collected(arguments[0])),
        by: arguments.keyword("key") ?? .none,
        isReversed: try arguments.keyword("reverse").map { (v) throws(Interruption) in
          try machine.isTrue(v)
        } ?? false)
      return try machine.heap.list(sorted)
    }
    builtin("reversed") { (arguments, machine) throws(Interruption) in
      try arguments.expectExactly("reversed", 1)
      if arguments[0].kind == .instance { return try machine.reversedInstance(arguments[0]) }
      if let method = machine.foreign(arguments[0])?.method("__reversed__", in: machine) {
        return try machine.call(method, [arguments[0]])
      }
      guard
        arguments[0].kind.isSequence || arguments[0].kind == .dictionary
          || arguments[0].kind == .view
      else {
        throw .raised(
          .type, "'\(machine.typeName(arguments[0]))' object is not reversible")
      }
      let sequence =
        arguments[0].kind.isSequence
        ? arguments[0] : try machine.heap.list(try machine.allItems(of: arguments[0]))
      return machine.heap.iterator(
        .reversed(sequence, remaining: machine.length(sequence) ?? 0))
    }
    builtin("enumerate") { (arguments, machine) throws(Interruption) in
      try arguments.expectAtMost("enumerate", ["iterable", "start"])
      guard let iterable = arguments.value(at: 0, or: "iterable") else {
        throw .raised(.type, "enumerate() missing required argument 'iterable'")
      }
      let start = arguments.value(at: 1, or: "start") ?? Value(0)
      guard start.kind == .int || start.kind == .bool else {
        if start.kind == .bigInt {
          throw .raised(.overflow, "enumerate() from beyond 64 bits is not part of neuron")
        }
        throw .raised(
          .type, "'\(machine.typeName(start))' object cannot be interpreted as an integer")
      }
      return machine.heap.iterator(
        .enumeration(try machine.makeIterator(iterable), next: start.int))
    }
    builtin("zip") { (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("zip", ["strict"])
      let isStrict = try arguments.keyword("strict").map { (v) throws(Interruption) in
        try machine.isTrue(v)
      }
      return machine.heap.iterator(
        .zip(try machine.iterators(of: arguments, from: 0), isStrict: isStrict ?? false))
    }
    builtin("map") { (arguments, machine) throws(Interruption) in
      if arguments.count < 2 {
        throw .raised(.type, "map() must have at least two arguments.")
      }
      return machine.heap.iterator(
        .map(arguments[0], try machine.iterators(of: arguments, from: 1)))
    }
    builtin("filter") { (arguments, machine) throws(Interruption) in
      try arguments.expect("filter", 2...2)
      return machine.heap.iterator(
        .filter(arguments[0], try machine.makeIterator(arguments[1])))
    }
    builtin("iter") { (arguments, machine) throws(Interruption) in
      try arguments.expect("iter", 1...2)
      if arguments.count == 2 {
        guard machine.isCallable(arguments[0]) else {
          throw .raised(.type, "iter(v, w): v must be callable")
        }
        return machine.heap.iterator(.calls(arguments[0], sentinel: arguments[1]))
      }
      return try machine.makeIterator(arguments[0])
    }
    builtin("next") { (arguments, machine) throws(Interruption) in
      try arguments.expect("next", 1...2)
      let iterator = arguments[0]
      var result = Value.none
      switch iterator.kind {
      case .generator:
        switch try machine.advance(iterator) {
        case .yielded(let value): return value
        case .ended(let value): result = value
        }
      case .instance:
        guard let method = machine.specialMethod(.next, of: iterator) else { fallthrough }
        if arguments.count < 2 { return try machine.callSpecial(method, on: iterator) }
        return try machine.catching(.stopIteration) { () throws(Interruption) in
          try machine.callSpecial(method, on: iterator)
        } ?? arguments[1]
      default:
        guard machine.isIterator(iterator) else {
          throw .raised(.type, "'\(machine.typeName(iterator))' object is not an iterator")
        }
        if let value = try machine.next(iterator) { return value }
      }
      if arguments.count == 2 { return arguments[1] }
      throw try machine.stopIteration(result)
    }
    for (name, decisive) in [("any", true), ("all", false)] {
      builtin(name) { (arguments, machine) throws(Interruption) in
        try arguments.expect(name, 1...1)
        if arguments[0].kind == .generator {
          let found = try machine.drain(
            arguments[0], by: decisive ? .any : .all, into: Value(!decisive)
          ) { (item, found) throws(Interruption) in
            if try machine.isTrue(item) != decisive { return true }
            found = Value(decisive)
            return false
          }
          return found
        }
        let iterator = try machine.makeIterator(arguments[0])
        return try machine.heap.pinning([iterator]) { () throws(Interruption) in
          while let item = try machine.next(iterator) {
            if try machine.isTrue(item) == decisive { return Value(decisive) }
          }
          return Value(!decisive)
        }
      }
    }
    builtin("chr") { (arguments, machine) throws(Interruption) in
      try arguments.expect("chr", 1...1)
      if arguments[0].kind == .bigInt {
        throw .raised(.overflow, "Python int too large to convert to C int")
      }
      let number = try machine.integerArgument(arguments[0])
      if Int32(exactly: number) == nil {
        throw .raised(.overflow, "Python int too large to convert to C int")
      }
      guard let code = UInt32(exactly: number), code < 0x110000 else {
        throw .raised(.value, "chr() arg not in range(0x110000)")
      }
      guard let scalar = Unicode.Scalar(code) else { throw .surrogate }
      return try machine.heap.string(String(Character(scalar)))
    }
    builtin("ord") { (arguments, machine) throws(Interruption) in
      try arguments.expect("ord", 1...1)
      guard arguments[0].kind == .string else {
        throw .raised(
          .type,
          "ord() expected string of length 1, but \(machine.typeName(arguments[0])) found")
      }
      let scalars = machine.textOf(arguments[0]).unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first else {
        throw .raised(
          .type, "ord() expected a character, but string of length \(scalars.count) found")
      }
      return Value(Int(scalar.value))
    }
  }

  private func reversedInstance(_ value: Value) throws(Interruption) -> Value {
    if let method = specialMethod(.reversed, of: value) {
      return try callSpecial(method, on: value)
    }
    if specialMethod(.getItem, of: value) != nil {
      return heap.iterator(.reversed(value, remaining: try lengthOf(value)))
    }
    guard let part = value.builtinPart else {
      throw .raised(.type, "'\(typeName(value))' object is not reversible")
    }
    return try callBuiltin("reversed", [part])
  }

  private func iterators(of arguments: Arguments, from first: Int) throws(Interruption) -> Value {
    let count = max(arguments.count - first, 0)
    let iterators = try heap.emptyTuple(count: count)
    // A method `__iter__` may run, with a collection in it.
    return try heap.pinning(Value(.tuple, iterators)) { () throws(Interruption) in
      for index in 0..<count { iterators.items[index] = try makeIterator(arguments[first + index]) }
      return Value(.tuple, iterators)
    }
  }
}
