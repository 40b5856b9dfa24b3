extension JSON {
  /// The value as JSON text in UTF-8, without a line ending after it.
  ///
  /// Numbers are the shortest that read back the same, which is why no library writes them.
  /// - Parameter indent: how far each level is set in, a member or element a line; `nil` puts all on one
  ///   line.
  public func utf8(indent: Int? = nil) -> [UInt8] {
    var writer = JSONWriter(indent: indent)
    writer.write(self)
    return writer.utf8
  }
}

private struct JSONWriter {
  let indent: Int?
  var utf8: [UInt8] = []
  private var depth = 0

  init(indent: Int?) {
    self.indent = indent
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: put("null")
    case .boolean(let truth): put(truth ? "true" : "false")
    case .integer(let number): put("\(number)")
    case .number(let number): put(number.isFinite ? "\(number)" : "null")
    case .string(let text): writeString(text)
    case .array(let elements):
      writeList("[", elements, "]") { $0.write($1) }
    case .object(let members):
      writeList("{", members.elements, "}") { writer, member in
        writer.writeString(member.key)
        writer.put(writer.indent == nil ? ":" : ": ")
        writer.write(member.value)
      }
    }
  }

  private mutating func put(_ text: String) {
    utf8.append(contentsOf: text.utf8)
  }

  private mutating func writeList<Elements: Collection>(
    _ opening: String, _ elements: Elements, _ closing: String,
    _ element: (inout Self, Elements.Element) -> Void
  ) {
    put(opening)
    depth += 1
    var isFirst = true
    for item in elements {
      if !isFirst { put(",") }
      isFirst = false
      beginLine()
      element(&self, item)
    }
    depth -= 1
    if !isFirst { beginLine() }
    put(closing)
  }

  private mutating func beginLine() {
    guard let indent else { return }
    utf8.append(UInt8(ascii: "\n"))
    utf8.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }

  private mutating func writeString(_ text: String) {
    utf8.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put(#"\""#)
      case UInt8(ascii: "\\"): put(#"\\"#)
      case UInt8(ascii: "\n"): put(#"\n"#)
      case UInt8(ascii: "\r"): put(#"\r"#)
      case UInt8(ascii: "\t"): put(#"\t"#)
      case 0x08: put(#"\b"#)
      case 0x0C: put(#"\f"#)
      case 0..<0x20:
        put(byte < 0x10 ? #"\u000"# : #"\u00"#)
        utf8.append(contentsOf: String(byte, radix: 16).utf8)
      default: utf8.append(byte)
      }
    }
    utf8.append(UInt8(ascii: "\""))
  }
}
