// `"{} {name!r:>{width}}".format(…)`.

extension Machine {
  func formatTemplate(
    _ template: String, _ arguments: Arguments, mapping: Value? = nil
  ) throws(Interruption) -> String {
    var formatter = TemplateFormatter(machine: self, arguments: arguments, mapping: mapping)
    return try formatter.format(Array(template.unicodeScalars)[...], depth: 2)
  }
}

/// One call of `str.format`.
private struct TemplateFormatter {
  let machine: Machine
  let arguments: Arguments
  /// Where `format_map` finds the names.
  let mapping: Value?
  /// The next automatic number; `nil` once fields were numbered by hand.
  var nextNumber = 0
  var usesAutomatic: Bool?

  init(machine: Machine, arguments: Arguments, mapping: Value?) {
    self.machine = machine
    self.mapping = mapping
    self.arguments = arguments
  }

  mutating func format(
    _ template: ArraySlice<Unicode.Scalar>, depth: Int
  ) throws(Interruption) -> String {
    if depth < 0 { throw .raised(.value, "Max string recursion exceeded") }
    var result = ""
    var rest = template
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        rest.removeFirst()
        result.unicodeScalars.append(character)
      case "}": throw .raised(.value, "Single '}' encountered in format string")
      case "{":
        if rest.isEmpty { throw .raised(.value, "Single '{' encountered in format string") }
        result += try field(&rest, depth: depth)
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  private mutating func field(
    _ rest: inout ArraySlice<Unicode.Scalar>, depth: Int
  ) throws(Interruption) -> String {
    var nesting = 1
    guard
      let end = rest.indices.first(where: { index in
        nesting += rest[index] == "{" ? 1 : rest[index] == "}" ? -1 : 0
        return nesting == 0
      })
    else { throw .raised(.value, "expected '}' before end of string") }
    let body = rest[rest.startIndex..<end]
    rest = rest[(end + 1)...]
    let name = body.prefix { $0 != ":" && $0 != "!" }
    var tail = body.dropFirst(name.count)
    var conversion: Unicode.Scalar?
    if tail.first == "!" {
      conversion = tail.dropFirst().first
      if conversion == nil { throw .raised(.value, "unmatched '{' in format spec") }
      tail = tail.dropFirst(2)
      if let next = tail.first, next != ":" {
        throw .raised(.value, "expected ':' after conversion specifier")
      }
    }
    if tail.first == ":" { tail = tail.dropFirst() }
    var value = try lookUp(String(String.UnicodeScalarView(name)))
    switch conversion {
    case nil: break
    case "r": value = try machine.heap.string(try machine.representation(of: value))
    case "s": value = try machine.heap.string(try machine.text(of: value))
    case "a":
      value = try machine.heap.string(machine.asciiOnly(try machine.representation(of: value)))
    case .some(let other):
      throw .raised(.value, "Unknown conversion specifier \(other)")
    }
    return try machine.format(value, try format(tail, depth: depth - 1))
  }

  private mutating func lookUp(_ name: String) throws(Interruption) -> Value {
    let first = String(name.prefix { $0 != "." && $0 != "[" })
    var value = try argument(first)
    var path = name.dropFirst(first.count)
    while let character = path.popFirst() {
      if character == "." {
        let attribute = String(path.prefix { $0 != "." && $0 != "[" })
        if attribute.isEmpty { throw .raised(.value, "Empty attribute in format string") }
        path = path.dropFirst(attribute.count)
        value = try machine.attribute(attribute, of: value)
      } else {
        let key = String(path.prefix { $0 != "]" })
        if path.dropFirst(key.count).first != "]" {
          throw .raised(.value, "expected '}' before end of string")
        }
        path = path.dropFirst(key.count + 1)
        if let number = fieldNumber(key) {
          value = try machine.loadSubscript(value, Value(number))
        } else {
          value = try machine.loadSubscript(value, try machine.heap.string(key))
        }
      }
    }
    return value
  }

  /// Only digits are a number: `-1` is a key.
  private func fieldNumber(_ name: String) -> Int? {
    name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(name) : nil
  }

  private mutating func argument(_ name: String) throws(Interruption) -> Value {
    if let number = name.isEmpty ? nextNumber : fieldNumber(name) {
      if mapping != nil { throw .raised(.value, "Format string contains positional fields") }
      if let usesAutomatic, usesAutomatic != name.isEmpty {
        throw .raised(
          .value,
          usesAutomatic
            ? "cannot switch from automatic field numbering to manual field specification"
            : "cannot switch from manual field specification to automatic field numbering")
      }
      usesAutomatic = name.isEmpty
      if name.isEmpty { nextNumber += 1 }
      if number < arguments.count { return arguments[number] }
      throw .raised(
        .index, "Replacement index \(number) out of range for positional args tuple")
    }
    if let mapping { return try machine.loadSubscript(mapping, try machine.heap.string(name)) }
    if let value = arguments.keyword(name) { return value }
    throw machine.keyError(try machine.heap.string(name))
  }
}
