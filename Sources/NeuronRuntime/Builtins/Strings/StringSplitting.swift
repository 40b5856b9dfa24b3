// `split`, `strip`, `partition`, `splitlines` and `join`.

/// A text taken apart, by bytes.
private enum Splitting {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The pieces between separators; at most `limit` separators count, the rightmost when `fromRight`.
  static func pieces(
    _ bytes: Bytes, by separator: Bytes, limit: Int, fromRight: Bool
  ) -> [Slice<Bytes>] {
    let places =
      fromRight
      ? ByteSearch.occurrencesFromRight(of: separator, in: bytes, limit: limit).reversed()
      : ByteSearch.occurrences(of: separator, in: bytes, limit: limit)
    var pieces: [Slice<Bytes>] = []
    var start = 0
    for place in places {
      pieces.append(bytes[start..<place])
      start = place + separator.count
    }
    pieces.append(bytes[start...])
    return pieces
  }

  /// The runs between white space; after `limit` splits the rest stays whole but for the white space
  /// where the splitting began.
  static func words(_ text: String, limit: Int, fromRight: Bool) -> [String] {
    var scalars = Array(text.unicodeScalars)
    if fromRight { scalars.reverse() }
    var words: [ArraySlice<Unicode.Scalar>] = []
    var rest = scalars.drop(while: \.isPythonSpace)
    while !rest.isEmpty {
      if words.count == limit {
        words.append(rest)
        break
      }
      let word = rest.prefix { !$0.isPythonSpace }
      words.append(word)
      rest = rest.dropFirst(word.count).drop(while: \.isPythonSpace)
    }
    if fromRight { return words.reversed().map { Self.text(of: $0.reversed()) } }
    return words.map { Self.text(of: $0) }
  }

  static func lines(_ text: String, keepsEnds: Bool) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var lines: [String] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      if !scalars[index].endsLine {
        index += 1
        continue
      }
      let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      let next = index + (isPair ? 2 : 1)
      lines.append(Self.text(of: scalars[start..<(keepsEnds ? next : index)]))
      start = next
      index = next
    }
    if start < scalars.count { lines.append(Self.text(of: scalars[start...])) }
    return lines
  }

  static func text(of scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Machine {
  /// What `str.splitlines` gives.
  package static func lines(_ text: String) -> [String] {
    Splitting.lines(text, keepsEnds: false)
  }

  func installSplittingMethods() {
    installStripping()
    for (name, fromRight) in [("split", false), ("rsplit", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(name, parameters: ["sep", "maxsplit"])
        let limit = try machine.integerArgument(arguments.value(at: 2, or: "maxsplit") ?? Value(-1))
        return try machine.split(
          arguments[0], arguments.value(at: 1, or: "sep") ?? .none,
          limit: limit < 0 ? .max : limit, fromRight: fromRight)
      }
    }
    defineMethod(.string, "splitlines") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("splitlines", parameters: ["keepends"])
      let keepsEnds =
        try machine.integerArgument(arguments.value(at: 1, or: "keepends") ?? .false) != 0
      return try machine.list(
        ofStrings: Splitting.lines(machine.textOf(arguments[0]), keepsEnds: keepsEnds))
    }
    for (name, isLast) in [("partition", false), ("rpartition", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str", name, 1...1)
        return try machine.partition(arguments[0], arguments[1], isLast: isLast)
      }
    }
  }

  private func installStripping() {
    for (name, left, right) in [
      ("strip", true, true), ("lstrip", true, false), ("rstrip", false, true),
    ] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str", name, 0...1)
        var wanted: Set<Unicode.Scalar>?
        if arguments.count > 1, !arguments[1].isNone {
          guard arguments[1].kind == .string else {
            throw .raised(.type, "\(name) arg must be None or str")
          }
          wanted = Set(machine.textOf(arguments[1]).unicodeScalars)
        }
        func goes(_ scalar: Unicode.Scalar) -> Bool {
          wanted?.contains(scalar) ?? scalar.isPythonSpace
        }
        var scalars = machine.textOf(arguments[0]).unicodeScalars[...]
        if left { scalars = scalars.drop(while: goes) }
        while right, let last = scalars.last, goes(last) { scalars.removeLast() }
        return try machine.heap.string(String(scalars))
      }
    }
  }

  private func split(
    _ text: Value, _ separator: Value, limit: Int, fromRight: Bool
  ) throws(Interruption) -> Value {
    if separator.isNone {
      return try list(
        ofStrings: Splitting.words(textOf(text), limit: limit, fromRight: fromRight))
    }
    guard separator.kind == .string else {
      throw .raised(.type, "must be str or None, not \(typeName(separator))")
    }
    let wanted = separator.stringObject.buffer
    if wanted.isEmpty { throw .raised(.value, "empty separator") }
    spend(text.stringObject.pointee.byteCount)
    if wanted.count == 1, !fromRight, limit == .max { return try split(text, at: wanted[0]) }
    var pieces: [Value] = []
    for piece in Splitting.pieces(
      text.stringObject.buffer, by: wanted, limit: limit, fromRight: fromRight)
    {
      pieces.append(try heap.string(UnsafeBufferPointer(rebasing: piece)))
    }
    return try heap.list(pieces)
  }

  /// At every place where a byte of ASCII stands.
  private func split(_ text: Value, at separator: UInt8) throws(Interruption) -> Value {
    let object = text.stringObject
    let bytes = object.buffer
    var count = 1
    for byte in bytes where byte == separator { count += 1 }
    let list = try heap.emptyList(capacity: count)
    var start = 0
    for index in 0..<count {
      var end = start
      while end < bytes.count, bytes[end] != separator { end += 1 }
      let piece = try heap.emptyString(byteCount: end - start)
      piece.bytes.update(from: object.bytes + start, count: end - start)
      if !object.pointee.isASCII { heap.countScalars(piece) }
      list.listObject.pointee.items[index] = Value(.string, piece)
      list.listObject.pointee.count = index + 1
      start = end + 1
    }
    return list
  }

  private func partition(
    _ text: Value, _ separator: Value, isLast: Bool
  ) throws(Interruption) -> Value {
    guard separator.kind == .string else {
      throw .raised(.type, "must be str, not \(typeName(separator))")
    }
    let wanted = separator.stringObject.buffer
    if wanted.isEmpty { throw .raised(.value, "empty separator") }
    let pieces = Splitting.pieces(
      text.stringObject.buffer, by: wanted, limit: 1, fromRight: isLast)
    let empty = try heap.string("")
    if pieces.count == 1 {
      return try heap.tuple(isLast ? [empty, empty, text] : [text, empty, empty])
    }
    return try heap.tuple([
      try heap.string(UnsafeBufferPointer(rebasing: pieces[0])), separator,
      try heap.string(UnsafeBufferPointer(rebasing: pieces[1])),
    ])
  }

  private func list(ofStrings texts: [String]) throws(Interruption) -> Value {
    var values: [Value] = []
    for text in texts { values.append(try heap.string(text)) }
    return try heap.list(values)
  }

  func installJoiningMethods() {
    defineMethod(.string, "join") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", "join", 1...1)
      let given = arguments[1]
      if given.kind == .list {
        return try machine.join(
          UnsafeMutableBufferPointer(
            start: given.listObject.pointee.items, count: given.listObject.pointee.count),
          by: arguments[0].stringObject)
      }
      var items = try machine.allItems(of: given, else: "can only join an iterable")
      var result: Result<Value, Interruption> = .success(.none)
      items.withUnsafeMutableBufferPointer { items in
        do throws(Interruption) {
          result = .success(try machine.join(items, by: arguments[0].stringObject))
        } catch { result = .failure(error) }
      }
      return try result.get()
    }
  }

  private func join(
    _ items: UnsafeMutableBufferPointer<Value>, by separator: UnsafeMutablePointer<StringObject>
  ) throws(Interruption) -> Value {
    let (between, overflow) = separator.pointee.byteCount
      .multipliedReportingOverflow(by: max(items.count - 1, 0))
    if overflow { throw .memoryLimit(limits.memory) }
    var count = between
    for index in items.indices { count += try piece(items[index], at: index).pointee.byteCount }
    let result = try heap.emptyString(byteCount: count)
    var target = result.bytes
    var scalars = separator.pointee.scalarCount * max(items.count - 1, 0)
    for index in items.indices {
      if index > 0 {
        target.update(from: separator.bytes, count: separator.pointee.byteCount)
        target += separator.pointee.byteCount
      }
      let piece = try piece(items[index], at: index)
      target.update(from: piece.bytes, count: piece.pointee.byteCount)
      target += piece.pointee.byteCount
      scalars += piece.pointee.scalarCount
    }
    result.pointee.scalarCount = scalars
    spend(count)
    return Value(.string, result)
  }

  @inline(__always)
  private func piece(
    _ item: Value, at index: Int
  ) throws(Interruption) -> UnsafeMutablePointer<StringObject> {
    if item.kind == .string { return item.stringObject }
    if let part = item.builtinPart, part.kind == .string { return part.stringObject }
    throw .raised(
      .type, "sequence item \(index): expected str instance, \(typeName(item)) found")
  }
}
