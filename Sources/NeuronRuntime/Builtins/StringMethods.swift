// Methods of strings. Positions count Unicode scalars, as Python's do.

extension Machine {
  func installStringMethods() {
    installCaseMethods()
    installTestMethods()
    installSearchMethods()
    installSplittingMethods()
    installPaddingMethods()
  }

  /// A method that gives a string made from the receiver alone.
  private func transformation(_ name: String, _ change: @escaping (String) -> String) {
    defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str.\(name)", 0...0)
      return try machine.heap.string(change(machine.textOf(arguments[0])))
    }
  }

  private func textArgument(
    _ arguments: Arguments, _ index: Int, _ method: String
  ) throws(Interruption) -> String {
    let value = arguments[index]
    if value.kind != .string {
      throw .raised(.type, "\(method) argument must be str, not \(typeName(value))")
    }
    return textOf(value)
  }

  private func installCaseMethods() {
    transformation("upper") { $0.uppercased() }
    transformation("lower") { $0.lowercased() }
    transformation("casefold") { $0.lowercased() }
    transformation("capitalize") { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    transformation("swapcase") { text in
      text.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
    }
    transformation("title") { text in
      var result = ""
      var isInWord = false
      for character in text {
        result += isInWord ? character.lowercased() : character.uppercased()
        isInWord = character.isCased
      }
      return result
    }
  }

  private func installTestMethods() {
    let tests: [(String, (Character) -> Bool)] = [
      ("isdigit", { $0.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal || $0.properties.numericType == .digit } }),
      ("isdecimal", { $0.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal } }),
      ("isnumeric", { $0.unicodeScalars.allSatisfy { $0.properties.numericType != nil } }),
      ("isalpha", { $0.unicodeScalars.allSatisfy { $0.properties.isLetter } }),
      ("isalnum", { $0.unicodeScalars.allSatisfy { $0.properties.isLetter || $0.properties.numericType != nil } }),
      ("isspace", { $0.isWhitespace }),
    ]
    for (name, test) in tests {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str.\(name)", 0...0)
        let text = machine.textOf(arguments[0])
        return Value(!text.isEmpty && text.allSatisfy(test))
      }
    }
    for (name, wanted, other) in [
      ("isupper", \Character.isUppercase, \Character.isLowercase),
      ("islower", \Character.isLowercase, \Character.isUppercase),
    ] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str.\(name)", 0...0)
        let text = machine.textOf(arguments[0])
        return Value(
          text.contains { $0[keyPath: wanted] } && !text.contains { $0[keyPath: other] })
      }
    }
  }

  // MARK: Searching

  private func installSearchMethods() {
    for (name, isLast, raises) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true),
      ("rindex", true, true),
    ] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(name, 1...3)
        let (scalars, range) = try machine.searched(arguments)
        let wanted = Array(try machine.textArgument(arguments, 1, "\(name)()").unicodeScalars)
        if let found = scalars.positions(of: wanted, in: range).extreme(isLast: isLast) {
          return Value(found)
        }
        if raises { throw .raised(.value, "substring not found") }
        return Value(-1)
      }
    }
    defineMethod(.string, "count") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("count", 1...3)
      let (scalars, range) = try machine.searched(arguments)
      let wanted = Array(try machine.textArgument(arguments, 1, "count()").unicodeScalars)
      if wanted.isEmpty { return Value(range.count + 1) }
      var count = 0
      var next = range.lowerBound
      for position in scalars.positions(of: wanted, in: range) where position >= next {
        count += 1
        next = position + wanted.count
      }
      return Value(count)
    }
    for (name, isSuffix) in [("startswith", false), ("endswith", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(name, 1...1)
        let text = machine.textOf(arguments[0])
        let candidates =
          arguments[1].kind == .tuple ? machine.items(of: arguments[1]) : [arguments[1]]
        for candidate in candidates {
          guard candidate.kind == .string else {
            throw .raised(
              .type,
              "\(name) first arg must be str or a tuple of str, not \(machine.typeName(candidate))")
          }
          let wanted = machine.textOf(candidate).utf8
          if isSuffix ? text.utf8.reversed().starts(with: wanted.reversed()) : text.utf8.starts(with: wanted) {
            return .true
          }
        }
        return .false
      }
    }
    defineMethod(.string, "replace") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("replace", 2...3)
      let old = try machine.textArgument(arguments, 1, "replace()")
      let new = try machine.textArgument(arguments, 2, "replace()")
      let limit = arguments.count > 3 ? try machine.integerArgument(arguments[3]) : -1
      let text = machine.textOf(arguments[0])
      let (worst, overflow) = (text.utf8.count + 1).multipliedReportingOverflow(by: new.utf8.count)
      if overflow { throw .memoryLimit(machine.limits.memory) }
      if new.utf8.count > old.utf8.count { try machine.heap.reserve(worst / max(old.utf8.count, 1)) }
      return try machine.heap.string(
        text.replacing(old, with: new, limit: limit < 0 ? .max : limit))
    }
  }

  private func searched(
    _ arguments: Arguments
  ) throws(Interruption) -> ([Unicode.Scalar], Range<Int>) {
    let scalars = Array(textOf(arguments[0]).unicodeScalars)
    func bound(_ index: Int, _ missing: Int) throws(Interruption) -> Int {
      guard index < arguments.count, !arguments[index].isNone else { return missing }
      let value = try integerArgument(arguments[index])
      return value < 0 ? max(value + scalars.count, 0) : min(value, scalars.count)
    }
    let start = try bound(2, 0)
    return (scalars, start..<max(start, try bound(3, scalars.count)))
  }

  // MARK: Splitting and joining

  private func installSplittingMethods() {
    for (name, left, right) in [
      ("strip", true, true), ("lstrip", true, false), ("rstrip", false, true),
    ] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(name, 0...1)
        var wanted: Set<Unicode.Scalar>?
        if arguments.count > 1, !arguments[1].isNone {
          wanted = Set(try machine.textArgument(arguments, 1, "\(name)").unicodeScalars)
        }
        func goes(_ scalar: Unicode.Scalar) -> Bool {
          wanted?.contains(scalar) ?? scalar.properties.isWhitespace
        }
        var scalars = Array(machine.textOf(arguments[0]).unicodeScalars)[...]
        if left { scalars = scalars.drop(while: goes) }
        while right, let last = scalars.last, goes(last) { scalars.removeLast() }
        return try machine.heap.string(String(String.UnicodeScalarView(scalars)))
      }
    }
    for (name, isReversed) in [("split", false), ("rsplit", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.droppingFirst.expectKeywords(name, ["sep", "maxsplit"])
        let separator = arguments.value(at: 1, or: "sep") ?? .none
        let limit = arguments.value(at: 2, or: "maxsplit") ?? Value(-1)
        let count = try machine.integerArgument(limit)
        let pieces = try machine.split(
          machine.textOf(arguments[0]), separator, limit: count < 0 ? .max : count,
          isReversed: isReversed)
        return try machine.heap.list(try machine.strings(pieces))
      }
    }
    defineMethod(.string, "splitlines") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("splitlines", 0...0)
      var lines = machine.textOf(arguments[0]).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return try machine.heap.list(try machine.strings(lines))
    }
    defineMethod(.string, "join") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str.join", 1...1)
      var pieces: [String] = []
      let items = try machine.allItems(of: arguments[1], else: "can only join an iterable")
      for (index, item) in items.enumerated() {
        guard item.kind == .string else {
          throw .raised(
            .type,
            "sequence item \(index): expected str instance, \(machine.typeName(item)) found")
        }
        pieces.append(machine.textOf(item))
      }
      return try machine.heap.string(pieces.joined(separator: machine.textOf(arguments[0])))
    }
    for (name, isLast) in [("partition", false), ("rpartition", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str.\(name)", 1...1)
        let separator = try machine.textArgument(arguments, 1, "\(name)()")
        if separator.isEmpty { throw .raised(.value, "empty separator") }
        let parts = try machine.split(
          machine.textOf(arguments[0]), arguments[1], limit: 1, isReversed: isLast)
        let three =
          parts.count == 2
          ? [parts[0], separator, parts[1]] : isLast ? ["", "", parts[0]] : [parts[0], "", ""]
        return try machine.heap.tuple(try machine.strings(three))
      }
    }
  }

  private func strings(_ texts: [String]) throws(Interruption) -> [Value] {
    var values: [Value] = []
    for text in texts { values.append(try heap.string(text)) }
    return values
  }

  private func split(
    _ text: String, _ separator: Value, limit: Int, isReversed: Bool
  ) throws(Interruption) -> [String] {
    var scalars = Array(text.unicodeScalars)
    var wanted: [Unicode.Scalar]?
    if !separator.isNone {
      guard separator.kind == .string else {
        throw .raised(.type, "must be str or None, not \(typeName(separator))")
      }
      wanted = Array(textOf(separator).unicodeScalars)
      if wanted?.isEmpty == true { throw .raised(.value, "empty separator") }
    }
    if isReversed {
      scalars.reverse()
      wanted?.reverse()
    }
    var pieces = wanted.map { scalars.pieces(between: $0, limit: limit) } ?? scalars.words(limit: limit)
    if isReversed { pieces = pieces.reversed().map { $0.reversed() } }
    return pieces.map { String(String.UnicodeScalarView($0)) }
  }

  // MARK: Padding and formatting

  private func installPaddingMethods() {
    for (name, alignment) in [("ljust", "<"), ("rjust", ">"), ("center", "^")] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(name, 1...2)
        let text = machine.textOf(arguments[0])
        let width = try machine.integerArgument(arguments[1])
        var fill: Character = " "
        if arguments.count > 2 {
          let wanted = try machine.textArgument(arguments, 2, "\(name)()")
          guard wanted.unicodeScalars.count == 1, let first = wanted.first else {
            throw .raised(
              .type, "The fill character must be exactly one character long")
          }
          fill = first
        }
        try machine.heap.reserve(max(width, 0))
        let missing = max(width - text.unicodeScalars.count, 0)
        // An odd space goes left when the width is odd, as CPython's `center` has it.
        let left =
          alignment == "<" ? 0 : alignment == ">" ? missing : missing / 2 + (missing & width & 1)
        return try machine.heap.string(
          String(repeating: fill, count: left) + text
            + String(repeating: fill, count: missing - left))
      }
    }
    defineMethod(.string, "zfill") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str.zfill", 1...1)
      let text = machine.textOf(arguments[0])
      let width = try machine.integerArgument(arguments[1])
      try machine.heap.reserve(max(width, 0))
      let zeros = String(repeating: "0", count: max(width - text.unicodeScalars.count, 0))
      let hasSign = text.first == "-" || text.first == "+"
      return try machine.heap.string(
        hasSign ? text.prefix(1) + zeros + text.dropFirst() : zeros + text)
    }
    defineMethod(.string, "format") { (arguments, machine) throws(Interruption) in
      try machine.heap.string(
        try machine.formatTemplate(
          machine.textOf(arguments[0]), arguments.droppingFirst))
    }
    for (name, isSuffix) in [("removeprefix", false), ("removesuffix", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str.\(name)", 1...1)
        let text = machine.textOf(arguments[0])
        let part = try machine.textArgument(arguments, 1, "\(name)()")
        if isSuffix, text.hasSuffix(part) {
          return try machine.heap.string(String(text.dropLast(part.count)))
        }
        if !isSuffix, text.hasPrefix(part) {
          return try machine.heap.string(String(text.dropFirst(part.count)))
        }
        return arguments[0]
      }
    }
  }
}

extension Unicode.Scalar.Properties {
  /// Python's `isalpha`: the letter categories.
  fileprivate var isLetter: Bool {
    switch generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}

extension Character {
  fileprivate var isCased: Bool { isUppercase || isLowercase }
}

extension String {
  /// Where another text begins in this one, scalar by scalar.
  func firstRange(ofScalars other: String) -> Int? {
    let scalars = Array(unicodeScalars)
    return scalars.positions(of: Array(other.unicodeScalars), in: 0..<scalars.count).first
  }

  fileprivate func replacing(_ old: String, with new: String, limit: Int) -> String {
    let scalars = Array(unicodeScalars)
    if old.isEmpty {
      var result = limit > 0 ? new : ""
      for (index, scalar) in scalars.enumerated() {
        result.unicodeScalars.append(scalar)
        if index + 1 < limit { result += new }
      }
      return result
    }
    return scalars.pieces(between: Array(old.unicodeScalars), limit: limit)
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: new)
  }
}

extension [Int] {
  fileprivate func extreme(isLast: Bool) -> Int? { isLast ? last : first }
}

extension [Unicode.Scalar] {
  /// All positions, overlapping ones too, where `wanted` stands within `range`.
  fileprivate func positions(of wanted: [Unicode.Scalar], in range: Range<Int>) -> [Int] {
    guard wanted.count <= range.count else { return [] }
    return (range.lowerBound...range.upperBound - wanted.count).filter {
      self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// The pieces between separators, at most `limit` of which count.
  fileprivate func pieces(between separator: [Unicode.Scalar], limit: Int) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    var start = 0
    for position in positions(of: separator, in: 0..<count) {
      if pieces.count >= limit { break }
      if position < start { continue }
      pieces.append(Array(self[start..<position]))
      start = position + separator.count
    }
    pieces.append(Array(self[start...]))
    return pieces
  }

  /// The runs between white space; after `limit` splits the rest stays whole, but for its ends.
  fileprivate func words(limit: Int) -> [[Unicode.Scalar]] {
    var words: [[Unicode.Scalar]] = []
    var rest = self[...].drop { $0.properties.isWhitespace }
    while !rest.isEmpty {
      if words.count == limit {
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        words.append(Array(rest))
        break
      }
      let word = rest.prefix { !$0.properties.isWhitespace }
      words.append(Array(word))
      rest = rest.dropFirst(word.count).drop { $0.properties.isWhitespace }
    }
    return words
  }
}
