import SourceText

extension Lexer {
  /// A number: its shape is checked here, its value is read by the parser from its text.
  mutating func readNumber() {
    let start = position
    let isPrefixed = current == UInt8(ascii: "0") && isRadixLetter(byte(at: position + 1))
    guard isPrefixed ? readPrefixed(start) : readDecimal(start) else {
      while isWordByte(current) { position += 1 }
      return emit(.invalid, from: start)
    }
    emit(.number, from: start)
  }

  private func isRadixLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b"): true
    default: false
    }
  }

  private mutating func readPrefixed(_ start: Int) -> Bool {
    let (radix, name) =
      switch byte(at: position + 1) | 0x20 {
      case UInt8(ascii: "x"): (16, "hexadecimal")
      case UInt8(ascii: "o"): (8, "octal")
      default: (2, "binary")
      }
    position += 2
    repeat {
      if current == UInt8(ascii: "_") { position += 1 }
      let first = position
      while let value = digitValue(current), value < radix { position += 1 }
      if position == first {
        if isDigit(current) { return refuseDigit(name) }
        return refuse("invalid \(name) literal", start)
      }
    } while current == UInt8(ascii: "_")
    if isDigit(current) { return refuseDigit(name) }
    return endsNumber(start, "invalid \(name) literal")
  }

  private func digitValue(_ byte: UInt8) -> Int? {
    if isDigit(byte) { return Int(byte - UInt8(ascii: "0")) }
    let letter = byte | 0x20
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
    return Int(letter - UInt8(ascii: "a")) + 10
  }

  private mutating func readDecimal(_ start: Int) -> Bool {
    var isFloat = false
    if current != UInt8(ascii: ".") {
      guard readDigits() else { return refuse("invalid decimal literal", start) }
    }
    let integerEnd = position
    if current == UInt8(ascii: ".") {
      isFloat = true
      position += 1
      if isDigit(current), !readDigits() { return refuse("invalid decimal literal", start) }
    }
    if current | 0x20 == UInt8(ascii: "e"), beginsExponent(position + 1) {
      isFloat = true
      position += isDigit(byte(at: position + 1)) ? 1 : 2
      guard readDigits() else { return refuse("invalid decimal literal", start) }
    }
    if current | 0x20 == UInt8(ascii: "j"), !isWordByte(byte(at: position + 1)) {
      position += 1
      report(
        "imaginary numbers are not part of neuron", Span(start, position), rule: .unsupportedSyntax,
        help: "keep the real and the imaginary part in two floats")
      return true
    }
    guard isFloat || !hasLeadingZero(start..<integerEnd) else {
      return refuse(
        "leading zeros in decimal integer literals are not permitted; "
          + "use an 0o prefix for octal integers", start)
    }
    return endsNumber(start, "invalid decimal literal")
  }

  /// `1_000`: digits with single underscores between them.
  private mutating func readDigits() -> Bool {
    while true {
      guard isDigit(current) else { return false }
      while isDigit(current) { position += 1 }
      guard current == UInt8(ascii: "_") else { return true }
      position += 1
    }
  }

  private func beginsExponent(_ offset: Int) -> Bool {
    let sign = byte(at: offset)
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    return isDigit(byte(at: isSigned ? offset + 1 : offset))
  }

  private func hasLeadingZero(_ range: Range<Int>) -> Bool {
    guard utf8[range.lowerBound] == UInt8(ascii: "0") else { return false }
    return utf8[range].contains { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }
  }

  /// A letter right after a number is a slip, save the keywords that Python lets stand there.
  private mutating func endsNumber(_ start: Int, _ message: String) -> Bool {
    guard isWordByte(current) || current >= 0x80 else { return true }
    var end = position
    while isWordByte(byte(at: end)) { end += 1 }
    switch String(decoding: utf8[position..<end], as: UTF8.self) {
    case "and", "else", "for", "if", "in", "is", "not", "or": return true
    default: break
    }
    guard current < 0x80 || scalar(at: position)?.properties.isXIDContinue == true else {
      return true
    }
    return refuse(
      message, start,
      help: "a name cannot begin with a digit; for a product write `*` between its factors")
  }

  private mutating func refuseDigit(_ name: String) -> Bool {
    let digit = Character(Unicode.Scalar(current))
    return refuse("invalid digit '\(digit)' in \(name) literal", position)
  }

  private mutating func refuse(_ message: String, _ start: Int, help: String? = nil) -> Bool {
    while isWordByte(current) { position += 1 }
    report(message, Span(start, position), help: help)
    return false
  }
}
