/// Python's format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
  var fill: Unicode.Scalar = " "
  /// `<`, `>`, `^`, `=`; `nil` for the type's own.
  var alignment: Unicode.Scalar?
  var sign: Unicode.Scalar = "-"
  /// Whether a sign was given, if only the usual one.
  var hasSign = false
  var isAlternate = false
  var avoidsNegativeZero = false
  var width = 0
  /// `,` or `_`.
  var grouping: Unicode.Scalar?
  var precision: Int?
  var type: Unicode.Scalar?

  /// - Parameter isNumeric: the value is a number, for which `0` before the width means `=`.
  init(_ text: String, isNumeric: Bool, typeName: String) throws(Interruption) {
    var rest = Array(text.unicodeScalars)[...]
    func isAlignment(_ scalar: Unicode.Scalar) -> Bool { "<>^=".unicodeScalars.contains(scalar) }
    var hasFill = false
    if rest.count > 1, isAlignment(rest[1]) {
      fill = rest[0]
      hasFill = true
      alignment = rest[1]
      rest = rest.dropFirst(2)
    } else if let first = rest.first, isAlignment(first) {
      alignment = first
      rest = rest.dropFirst()
    }
    func take(_ scalars: String) -> Unicode.Scalar? {
      guard let first = rest.first, scalars.unicodeScalars.contains(first) else { return nil }
      rest = rest.dropFirst()
      return first
    }
    if let sign = take("+- ") {
      self.sign = sign
      hasSign = true
    }
    if take("z") != nil { avoidsNegativeZero = true }
    if take("#") != nil { isAlternate = true }
    if !hasFill, take("0") != nil {
      fill = "0"
      if alignment == nil, isNumeric { alignment = "=" }
    }
    width = try Self.number(&rest) ?? 0
    try readGrouping(take(",_"), take(",_"))
    if rest.first == "." {
      rest = rest.dropFirst()
      guard let digits = try Self.number(&rest) else {
        throw .raised(.value, "Format specifier missing precision")
      }
      precision = digits
    }
    type = rest.popFirst()
    if !rest.isEmpty {
      throw .raised(
        .value, "Invalid format specifier '\(text)' for object of type '\(typeName)'")
    }
    try checkGrouping()
  }

  private mutating func readGrouping(
    _ first: Unicode.Scalar?, _ second: Unicode.Scalar?
  ) throws(Interruption) {
    grouping = first
    guard let first, let second else { return }
    throw .raised(
      .value,
      first == second
        ? "Cannot specify '\(second)' with '\(second)'." : "Cannot specify both ',' and '_'.")
  }

  private func checkGrouping() throws(Interruption) {
    guard let grouping, let type else { return }
    let allowed = grouping == "," ? "defgEG%F" : "defgEG%FboxX"
    if !allowed.unicodeScalars.contains(type) {
      throw .raised(.value, "Cannot specify '\(grouping)' with '\(type)'.")
    }
  }

  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) throws(Interruption) -> Int?
  {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    if digits.isEmpty { return nil }
    rest = rest.dropFirst(digits.count)
    guard let value = Int(String(String.UnicodeScalarView(digits))) else {
      throw .raised(.value, "Too many decimal digits in format string")
    }
    return value
  }

  /// The specification of an object of a type that knows none.
  func unknownType(_ typeName: String) -> Interruption {
    let code = type.map { scalar in
      (0x21...0x7F).contains(scalar.value)
        ? String(scalar) : "\\x" + String(scalar.value, radix: 16)
    }
    return .raised(
      .value, "Unknown format code '\(code ?? "")' for object of type '\(typeName)'")
  }

  // MARK: Filling

  /// Fills text to the width.
  func padded(_ text: String, default side: Unicode.Scalar) -> String {
    let missing = width - text.unicodeScalars.count
    if missing <= 0 { return text }
    let side = alignment ?? side
    let left = side == "<" ? 0 : side == "^" ? missing / 2 : missing
    return filled(left) + text + filled(missing - left)
  }

  private func filled(_ count: Int) -> String { String(repeating: String(fill), count: count) }

  /// Puts sign, prefix, grouped digits and the rest together, and fills to the width: zeros for `=`
  /// are grouped too.
  func number(
    isNegative: Bool, prefix: String = "", digits: String, rest: String = "", groupSize: Int = 3
  ) -> String {
    let sign = isNegative ? "-" : self.sign == "-" ? "" : String(self.sign)
    let head = sign + prefix
    guard alignment == "=" else {
      return padded(head + grouped(digits, groupSize) + rest, default: ">")
    }
    let room = width - head.utf8.count - rest.utf8.count
    var digits = digits
    if fill == "0", grouping != nil {
      // A separator never stands first: with room for one, one more digit is written.
      let places = max(room, 0)
      let needed = places / (groupSize + 1) * groupSize + max(places % (groupSize + 1), 1)
      let missing = needed - digits.utf8.count
      if missing > 0, room > 0 { digits = String(repeating: "0", count: missing) + digits }
    }
    let body = grouped(digits, groupSize)
    return head + filled(max(0, room - body.utf8.count)) + body + rest
  }

  private func grouped(_ digits: String, _ size: Int) -> String {
    guard let grouping, let separator = grouping.utf8Bytes.first else { return digits }
    var result: [UInt8] = []
    for (index, digit) in digits.utf8.reversed().enumerated() {
      if index > 0, index % size == 0 { result.append(separator) }
      result.append(digit)
    }
    return String(decoding: result.reversed(), as: UTF8.self)
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Bytes: [UInt8] { Array(String(self).utf8) }
}
