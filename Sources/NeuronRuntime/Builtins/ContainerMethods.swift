// Methods of lists, tuples and dictionaries.

extension Machine {
  func installContainerMethods() {
    installListMethods()
    installSearchMethods(.list)
    installSearchMethods(.tuple)
    installDictionaryMethods()
  }

  private func installListMethods() {
    defineMethod(.list, "append") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list.append", 1...1)
      try machine.heap.append(arguments[1], to: arguments[0])
      return .none
    }
    defineMethod(.list, "extend") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list.extend", 1...1)
      try machine.extend(arguments[0], with: arguments[1])
      return .none
    }
    defineMethod(.list, "insert") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("insert", 2...2)
      var items = machine.items(of: arguments[0])
      let index = try machine.integerArgument(arguments[1])
      let place = index < 0 ? max(index + items.count, 0) : min(index, items.count)
      items.insert(arguments[2], at: place)
      try machine.replaceItems(of: arguments[0], with: items)
      return .none
    }
    defineMethod(.list, "pop") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("pop", 0...1)
      let list = arguments[0].listObject
      if list.pointee.count == 0 { throw .raised(.index, "pop from empty list") }
      if arguments.count == 1 {
        list.pointee.count -= 1
        return list.pointee.items[list.pointee.count]
      }
      var items = machine.items(of: arguments[0])
      var index = try machine.integerArgument(arguments[1])
      if index < 0 { index += items.count }
      guard items.indices.contains(index) else { throw .raised(.index, "pop index out of range") }
      let value = items.remove(at: index)
      try machine.replaceItems(of: arguments[0], with: items)
      return value
    }
    defineMethod(.list, "remove") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list.remove", 1...1)
      var items = machine.items(of: arguments[0])
      for index in items.indices where try machine.isEqual(items[index], arguments[1]) {
        items.remove(at: index)
        try machine.replaceItems(of: arguments[0], with: items)
        return .none
      }
      throw .raised(.value, "list.remove(x): x not in list")
    }
    defineMethod(.list, "clear") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list.clear", 0...0)
      arguments[0].listObject.pointee.count = 0
      return .none
    }
    defineMethod(.list, "copy") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list.copy", 0...0)
      return try machine.heap.list(machine.items(of: arguments[0]))
    }
    defineMethod(.list, "reverse") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list.reverse", 0...0)
      try machine.replaceItems(
        of: arguments[0], with: machine.items(of: arguments[0]).reversed())
      return .none
    }
    defineMethod(.list, "sort") { (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("sort", ["key", "reverse"])
      if arguments.count != 1 { throw .raised(.type, "sort() takes no positional arguments") }
      var isReversed = false
      if let reverse = arguments.keyword("reverse") { isReversed = try machine.isTrue(reverse) }
      let sorted = try machine.sort(
        machine.items(of: arguments[0]), by: arguments.keyword("key") ?? .none,
        isReversed: isReversed)
      try machine.replaceItems(of: arguments[0], with: sorted)
      return .none
    }
  }

  private func installSearchMethods(_ kind: Kind) {
    let name = kind == .list ? "list" : "tuple"
    defineMethod(kind, "count") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("\(name).count", 1...1)
      var count = 0
      for item in machine.items(of: arguments[0]) where try machine.isEqual(item, arguments[1]) {
        count += 1
      }
      return Value(count)
    }
    defineMethod(kind, "index") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("index", 1...3)
      let items = machine.items(of: arguments[0])
      func bound(_ position: Int, _ missing: Int) throws(Interruption) -> Int {
        guard position < arguments.count else { return missing }
        let value = try machine.integerArgument(arguments[position])
        return value < 0 ? max(value + items.count, 0) : min(value, items.count)
      }
      let start = try bound(2, 0)
      for index in start..<max(start, try bound(3, items.count))
      where try machine.isEqual(items[index], arguments[1]) {
        return Value(index)
      }
      if kind == .tuple { throw .raised(.value, "tuple.index(x): x not in tuple") }
      throw .raised(
        .value, "\(try machine.representation(of: arguments[1])) is not in list")
    }
  }

  /// An integer that fits, or Python's complaint.
  func integerArgument(_ value: Value) throws(Interruption) -> Int {
    switch value.kind {
    case .int, .bool: return value.int
    case .bigInt:
      throw .raised(.overflow, "Python int too large to convert to C ssize_t")
    default:
      throw .raised(
        .type, "'\(typeName(value))' object cannot be interpreted as an integer")
    }
  }

  // MARK: Dictionaries

  private func installDictionaryMethods() {
    defineMethod(.dictionary, "get") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("get", 1...2)
      return try machine.getItem(arguments[0], arguments[1])
        ?? (arguments.count > 2 ? arguments[2] : .none)
    }
    defineMethod(.dictionary, "setdefault") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("setdefault", 1...2)
      if let value = try machine.getItem(arguments[0], arguments[1]) { return value }
      let value = arguments.count > 2 ? arguments[2] : .none
      try machine.setItem(arguments[0], arguments[1], value)
      return value
    }
    defineMethod(.dictionary, "pop") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("pop", 1...2)
      if let value = try machine.removeItem(arguments[0], arguments[1]) { return value }
      if arguments.count > 2 { return arguments[2] }
      throw machine.keyError(arguments[1])
    }
    defineMethod(.dictionary, "clear") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict.clear", 0...0)
      arguments[0].dictionaryObject.pointee.table.removeAll()
      return .none
    }
    defineMethod(.dictionary, "copy") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict.copy", 0...0)
      let copy = machine.heap.dictionary()
      try machine.update(copy, with: arguments[0], isCall: false)
      return copy
    }
    defineMethod(.dictionary, "update") { (arguments, machine) throws(Interruption) in
      try arguments.expectPositional("update", 1...2)
      if arguments.count > 1 {
        try machine.update(arguments[0], with: arguments[1], isCall: false)
      }
      for (index, keyword) in arguments.keywords.enumerated() {
        try machine.setItem(
          arguments[0], try machine.heap.string(keyword),
          arguments.base[arguments.count + index])
      }
      return .none
    }
    installDictionaryViews()
  }

  private func installDictionaryViews() {
    let views: [(String, ViewObject.Part)] = [
      ("keys", .keys), ("values", .values), ("items", .items),
    ]
    for (name, part) in views {
      defineMethod(.dictionary, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("dict.\(name)", 0...0)
        return machine.heap.view(of: arguments[0], part)
      }
    }
  }
}

extension Arguments {
  /// As `expect`, not counting the receiver.
  func expectMethod(_ name: String, _ range: ClosedRange<Int>) throws(Interruption) {
    try droppingFirst.expect(name, range)
  }
}
