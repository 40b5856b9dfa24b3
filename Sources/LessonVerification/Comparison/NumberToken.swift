/// A number in a line of output, as it is written.
///
/// A sign is not part of it: signs are compared as text, so that `-0.0` and `0.0` differ. A number
/// inside a word is none (`x1`, `v2.0`, `0x1f`), nor is one in a dotted row (`3.11.7`); a unit may
/// follow a fraction (`1.5ms`).
struct NumberToken {
  /// The bytes of the line that it takes.
  let range: Range<Int>
  /// Without a fraction or exponent: such a number must be equal, digit for digit.
  let isInteger: Bool

  /// The number that begins at `start`, if one does. `start` must not lie inside a word.
  init?(in line: ArraySlice<UInt8>, at start: Int) {
    var scan = Scan(line: line, index: start)
    let whole = scan.digits()
    var fraction = 0
    var hasPoint = false
    if scan.peek == UInt8(ascii: "."), whole > 0 || scan.peek(1).isDigit {
      hasPoint = true
      scan.index += 1
      fraction = scan.digits()
    }
    guard whole + fraction > 0 else { return nil }
    let hasExponent = scan.exponent()
    guard scan.endsNumber(allowingUnit: hasPoint && !hasExponent) else { return nil }
    range = start..<scan.index
    isInteger = !hasPoint && !hasExponent
  }

  /// Reads digits, points and exponents.
  private struct Scan {
    let line: ArraySlice<UInt8>
    var index: Int

    var peek: UInt8 { peek(0) }

    /// The byte `ahead` of here, 0 past the end of the line.
    func peek(_ ahead: Int) -> UInt8 {
      index + ahead < line.endIndex ? line[index + ahead] : 0
    }

    mutating func digits() -> Int {
      let start = index
      while peek.isDigit { index += 1 }
      return index - start
    }

    mutating func exponent() -> Bool {
      guard peek | 0x20 == UInt8(ascii: "e") else { return false }
      let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
      guard peek(1 + sign).isDigit else { return false }
      index += 1 + sign
      _ = digits()
      return true
    }

    func endsNumber(allowingUnit: Bool) -> Bool {
      if peek == UInt8(ascii: "_") { return false }
      if peek == UInt8(ascii: "."), peek(1).isDigit { return false }
      return allowingUnit || !beginsWord(in: line, at: index)
    }
  }
}

/// Whether a letter or digit, of whatever script, stands at `index`.
func beginsWord(in line: ArraySlice<UInt8>, at index: Int) -> Bool {
  guard index < line.endIndex else { return false }
  let byte = line[index]
  if byte < 0x80 { return byte.isDigit || byte.isLetter || byte == UInt8(ascii: "_") }
  guard let scalar = String(decoding: line[index...].prefix(4), as: UTF8.self).unicodeScalars.first
  else { return false }
  return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  fileprivate var isLetter: Bool {
    self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z")
  }
}
