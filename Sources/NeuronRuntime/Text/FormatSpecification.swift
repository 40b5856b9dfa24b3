/// Python's format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
  var fill: Character = " "
  /// `<`, `>`, `^`, `=`; `nil` for the type's own.
  var alignment: Character?
  var sign: Character = "-"
  var isAlternate = false
  var avoidsNegativeZero = false
  var width = 0
  /// `,` or `_`.
  var grouping: Character?
  var precision: Int?
  var type: Character?

  init(_ text: String) throws(Interruption) {
    var rest = Array(text)[...]
    if rest.count > 1, "<>^=".contains(rest[1]) {
      fill = rest[0]
      alignment = rest[1]
      rest = rest.dropFirst(2)
    } else if let first = rest.first, "<>^=".contains(first) {
      alignment = first
      rest = rest.dropFirst()
    }
    func take(_ characters: String) -> Character? {
      guard let first = rest.first, characters.contains(first) else { return nil }
      rest = rest.dropFirst()
      return first
    }
    if let sign = take("+- ") { self.sign = sign }
    if take("z") != nil { avoidsNegativeZero = true }
    if take("#") != nil { isAlternate = true }
    if rest.first == "0" {
      rest = rest.dropFirst()
      if alignment == nil {
        fill = "0"
        alignment = "="
      }
    }
    width = try Self.number(&rest) ?? 0
    grouping = take(",_")
    if grouping != nil, let second = take(",_") {
      throw .raised(
        .value,
        second == grouping
          ? "Cannot specify '\(second)' with '\(second)'." : "Cannot specify both ',' and '_'.")
    }
    if rest.first == "." {
      rest = rest.dropFirst()
      guard let digits = try Self.number(&rest) else {
        throw .raised(.value, "Format specifier missing precision")
      }
      precision = digits
    }
    type = rest.popFirst()
    if !rest.isEmpty { throw .raised(.value, "Invalid format specifier") }
  }

  private static func number(_ rest: inout ArraySlice<Character>) throws(Interruption) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if digits.isEmpty { return nil }
    rest = rest.dropFirst(digits.count)
    guard let value = Int(String(digits)), value <= Int(Int32.max) else {
      throw .raised(.value, "Too many decimal digits in format string")
    }
    return value
  }

  /// The specification of an object of a type that knows none.
  func unknownType(_ typeName: String) -> Interruption {
    .raised(
      .value,
      "Unknown format code '\(type.map(String.init) ?? "")' for object of type '\(typeName)'")
  }

  // MARK: Filling

  /// Fills text to the width.
  func padded(_ text: String, default side: Character) throws(Interruption) -> String {
    let missing = width - text.unicodeScalars.count
    if missing <= 0 { return text }
    let side = alignment ?? side
    let left = side == "<" ? 0 : side == "^" ? missing / 2 : missing
    return String(repeating: fill, count: left) + text
      + String(repeating: fill, count: missing - left)
  }

  /// Puts sign, prefix, grouped digits and the rest together, and fills to the width: zeros for `=`
  /// are grouped too.
  func number(
    isNegative: Bool, prefix: String = "", digits: String, rest: String = "", groupSize: Int = 3
  ) throws(Interruption) -> String {
    let sign = isNegative ? "-" : self.sign == "-" ? "" : String(self.sign)
    let head = sign + prefix
    if alignment == "=" {
      let room = width - head.count - rest.count
      if fill == "0", let grouping {
        var digits = digits
        while grouped(digits, grouping, groupSize).count < room { digits = "0" + digits }
        return head + grouped(digits, grouping, groupSize) + rest
      }
      let body = grouping.map { grouped(digits, $0, groupSize) } ?? digits
      return head + String(repeating: fill, count: max(0, room - body.count)) + body + rest
    }
    let body = grouping.map { grouped(digits, $0, groupSize) } ?? digits
    return try padded(head + body + rest, default: ">")
  }

  private func grouped(_ digits: String, _ separator: Character, _ size: Int) -> String {
    var result: [Character] = []
    for (index, digit) in digits.reversed().enumerated() {
      if index > 0, index % size == 0 { result.append(separator) }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
