/// Text from a lesson as a terminal may show it: nothing in it moves the cursor or turns the reading
/// direction.
struct VisibleText {
  /// A scalar as it is shown.
  struct Glyph {
    let text: String
    /// Columns of a terminal: 0 for combining marks, 2 for wide East Asian characters and emoji.
    let width: Int
    /// The bytes that the scalar takes in the source.
    let length: Int
  }

  /// `scalar` at a column counted from 0; tabs reach to the next multiple of four.
  static func glyph(_ scalar: Unicode.Scalar, column: Int) -> Glyph {
    let length = UTF8.width(scalar)
    if scalar == "\t" {
      let width = 4 - column % 4
      return Glyph(text: String(repeating: " ", count: width), width: width, length: length)
    }
    if let picture = controlPicture(scalar) {
      return Glyph(text: picture, width: picture.unicodeScalars.count, length: length)
    }
    return Glyph(text: String(scalar), width: width(of: scalar), length: length)
  }

  /// A message that may quote a lesson; line breaks stay.
  static func message(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar != "\n", let picture = controlPicture(scalar) {
        result += picture
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A sign for a character that cannot be shown as it is: its picture, else its number.
  static func picture(_ scalar: Unicode.Scalar) -> String {
    controlPicture(scalar) ?? numbered(scalar)
  }

  /// A sign for a character that a terminal would obey.
  private static func controlPicture(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map(String.init)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      numbered(scalar)
    default: nil
    }
  }

  private static func numbered(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks of Unicode's EastAsianWidth.txt that are wide throughout, or nearly.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
