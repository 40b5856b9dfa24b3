// Methods of lists, tuples and dictionaries.

extension Machine {
  func installContainerMethods() {
    installListMethods()
    installSearchMethods(.list)
    installSearchMethods(.tuple)
    installDictionaryMethods()
    installRangeMethods()
    installSliceMethods()
  }

  private func installListMethods() {
    defineMethod(.list, "append") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "append", 1...1)
      try machine.heap.append(arguments[1], to: arguments[0])
      return .none
    }
    state.pointee.listAppend = methods[.list]?["append"] ?? .none
    defineMethod(.list, "extend") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "extend", 1...1)
      try machine.extend(arguments[0], with: arguments[1])
      return .none
    }
    defineMethod(.list, "insert") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "insert", 2...2)
      let list = arguments[0].listObject
      let index = try machine.integerArgument(arguments[1])
      let count = list.pointee.count
      let place = index < 0 ? max(index &+ count, 0) : min(index, count)
      machine.spend(16 * (count - place))
      try machine.heap.append(.none, to: arguments[0])
      let items = list.pointee.items
      (items + (place + 1)).update(from: items + place, count: count - place)
      items[place] = arguments[2]
      return .none
    }
    defineMethod(.list, "pop") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "pop", 0...1)
      let list = arguments[0].listObject
      var index = arguments.count > 1 ? try machine.integerArgument(arguments[1]) : -1
      if list.pointee.count == 0 { throw .raised(.index, "pop from empty list") }
      if arguments.count == 1 {
        list.pointee.count -= 1
        return list.pointee.items[list.pointee.count]
      }
      if index < 0 { index &+= list.pointee.count }
      guard index >= 0, index < list.pointee.count else {
        throw .raised(.index, "pop index out of range")
      }
      let value = list.pointee.items[index]
      machine.removeItem(at: index, of: arguments[0])
      return value
    }
    defineMethod(.list, "remove") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "remove", 1...1)
      var items = machine.items(of: arguments[0])
      for index in items.indices where try machine.areSameOrEqual(items[index], arguments[1]) {
        items.remove(at: index)
        try machine.replaceItems(of: arguments[0], with: items)
        return .none
      }
      throw .raised(.value, "list.remove(x): x not in list")
    }
    defineMethod(.list, "clear") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "clear", 0...0)
      arguments[0].listObject.pointee.count = 0
      return .none
    }
    defineMethod(.list, "copy") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "copy", 0...0)
      let list = arguments[0].listObject
      machine.spend(16 * list.pointee.count)
      return try machine.heap.list(copying: list.pointee.items, count: list.pointee.count)
    }
    defineMethod(.list, "reverse") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("list", "reverse", 0...0)
      let list = arguments[0].listObject
      machine.spend(16 * list.pointee.count)
      var items = UnsafeMutableBufferPointer(start: list.pointee.items, count: list.pointee.count)
      items.reverse()
      return .none
    }
    defineMethod(.list, "sort") { (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("sort", ["key", "reverse"])
      if arguments.count != 1 { throw .raised(.type, "sort() takes no positional arguments") }
      try machine.sortInPlace(
        arguments[0], by: arguments.keyword("key") ?? .none,
        isReversed: try machine.isTrue(arguments.keyword("reverse") ?? .false))
      return .none
    }
  }

  /// The list is empty while it is sorted, so that a key function that changes it is found out.
  private func sortInPlace(_ list: Value, by key: Value, isReversed: Bool) throws(Interruption) {
    let items = items(of: list)
    list.listObject.pointee.count = 0
    var order = items
    do throws(Interruption) {
      try sort(&order, by: key, isReversed: isReversed)
    } catch {
      // As far as it came.
      try replaceItems(of: list, with: order)
      throw error
    }
    let isChanged = list.listObject.pointee.count != 0
    try replaceItems(of: list, with: order)
    if isChanged { throw .raised(.value, "list modified during sort") }
  }

  private func installSearchMethods(_ kind: Kind) {
    let name = kind == .list ? "list" : "tuple"
    defineMethod(kind, "count") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod(name, "count", 1...1)
      var count = 0
      for item in machine.items(of: arguments[0])
      where try machine.areSameOrEqual(item, arguments[1]) {
        count += 1
      }
      return Value(count)
    }
    defineMethod(kind, "index") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod(name, "index", 1...3)
      let items = machine.items(of: arguments[0])
      let start = try machine.boundArgument(
        arguments, 2, missing: 0, count: items.count, allowsNone: false)
      let end = min(
        try machine.boundArgument(
          arguments, 3, missing: items.count, count: items.count, allowsNone: false),
        items.count)
      for index in min(start, end)..<end
      where try machine.areSameOrEqual(items[index], arguments[1]) {
        return Value(index)
      }
      if kind == .tuple { throw .raised(.value, "tuple.index(x): x not in tuple") }
      throw .raised(
        .value, "\(try machine.representation(of: arguments[1])) is not in list")
    }
  }

  private func installSliceMethods() {
    defineMethod(.slice, "indices") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("slice", "indices", 1...1)
      let count = try machine.indexNumber(arguments[1])
      if count < 0 { throw .raised(.value, "length should not be negative") }
      let picked = try machine.sliceBounds(arguments[0]).positions(count: count)
      return try machine.heap.tuple([
        Value(picked.start), Value(picked.stop), Value(picked.step),
      ])
    }
  }

  private func installRangeMethods() {
    for (name, counts) in [("count", true), ("index", false)] {
      defineMethod(.range, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("range", name, 1...1)
        let number = arguments[1]
        let whole: Int? =
          switch number.kind {
          case .int, .bool: number.int
          case .float: Int(exactly: number.float)
          default: nil
          }
        let found = whole.flatMap(arguments[0].rangeObject.pointee.index)
        if counts { return Value(found == nil ? 0 : 1) }
        if let found { return Value(found) }
        throw .raised(
          .value,
          number.kind == .int || number.kind == .bool || number.kind == .bigInt
            ? "\(try machine.representation(of: number)) is not in range"
            : "sequence.index(x): x not in sequence")
      }
    }
  }

  // MARK: Dictionaries

  private func installDictionaryMethods() {
    defineMethod(.dictionary, "get") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict", "get", 1...2)
      return try machine.getItem(arguments[0], arguments[1])
        ?? (arguments.count > 2 ? arguments[2] : .none)
    }
    defineMethod(.dictionary, "setdefault") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict", "setdefault", 1...2)
      if let value = try machine.getItem(arguments[0], arguments[1]) { return value }
      let value = arguments.count > 2 ? arguments[2] : .none
      try machine.setItem(arguments[0], arguments[1], value)
      return value
    }
    defineMethod(.dictionary, "pop") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict", "pop", 1...2)
      if machine.length(arguments[0]) != 0,
        let value = try machine.removeItem(arguments[0], arguments[1])
      {
        return value
      }
      if arguments.count > 2 { return arguments[2] }
      throw machine.keyError(arguments[1])
    }
    defineMethod(.dictionary, "clear") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict", "clear", 0...0)
      machine.heap.dictionaryShrank(
        arguments[0], by: arguments[0].dictionaryObject.pointee.table.count)
      arguments[0].dictionaryObject.pointee.table.removeAll()
      return .none
    }
    defineMethod(.dictionary, "copy") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict", "copy", 0...0)
      let copy = machine.heap.dictionary()
      try machine.update(copy, with: arguments[0])
      return copy
    }
    defineMethod(.dictionary, "popitem") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("dict", "popitem", 0...0)
      let table = arguments[0].dictionaryObject.table
      guard table.pointee.count > 0 else {
        throw .exception(
          try machine.exception(
            .key, [try machine.heap.string("popitem(): dictionary is empty")]))
      }
      let last = table.pointee[table.pointee.entryCount - 1]
      _ = try machine.removeItem(arguments[0], last.key)
      return try machine.heap.tuple([last.key, last.value])
    }
    defineMethod(.dictionary, "update") { (arguments, machine) throws(Interruption) in
      try arguments.droppingFirst.expectPositional("update", 0...1)
      try machine.fill(arguments[0], from: arguments.droppingFirst)
      return .none
    }
    defineMethod(.dictionary, "fromkeys") { (arguments, machine) throws(Interruption) in
      try machine.call(
        try machine.attribute("fromkeys", of: Value(type: .dictionary)),
        Array(arguments.positional.dropFirst()))
    }
    installDictionaryViews()
  }

  private func installDictionaryViews() {
    let views: [(String, ViewObject.Part)] = [
      ("keys", .keys), ("values", .values), ("items", .items),
    ]
    for (name, part) in views {
      defineMethod(.dictionary, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("dict", name, 0...0)
        return machine.heap.view(of: arguments[0], part)
      }
    }
  }
}
