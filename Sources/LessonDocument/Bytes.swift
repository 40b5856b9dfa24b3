/// Bytes that Markdown gives a meaning to, by name.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let backslash = UInt8(ascii: "\\")
  static let dollar = UInt8(ascii: "$")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")
  static let quoteMark = UInt8(ascii: ">")
  static let lessThan = UInt8(ascii: "<")
  static let bar = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let hyphen = UInt8(ascii: "-")
  static let numberSign = UInt8(ascii: "#")

  var isSpaceOrTab: Bool { self == .space || self == .tab }
  var isLineEnding: Bool { self == .newline || self == .carriageReturn }
  var isWhitespace: Bool { isSpaceOrTab || isLineEnding || self == 0x0B || self == 0x0C }
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// ASCII punctuation, which a backslash takes the meaning from.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

extension Collection<UInt8> {
  /// Whether the bytes of an ASCII text stand somewhere in it.
  func contains(sequence: StaticString) -> Bool {
    sequence.withUTF8Buffer { needle in
      guard let first = needle.first else { return true }
      var index = startIndex
      while let hit = self[index...].firstIndex(of: first) {
        if self[hit...].starts(with: needle) { return true }
        index = self.index(after: hit)
      }
      return false
    }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Whether an ASCII text stands at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= startIndex, offset <= endIndex else { return false }
    return text.withUTF8Buffer { self[offset...].starts(with: $0) }
  }

  /// The first offset from `offset` on whose byte is no space or tab; the end if there is none.
  func endOfSpaces(from offset: Int) -> Int {
    var offset = offset
    while offset < endIndex, self[offset].isSpaceOrTab { offset += 1 }
    return offset
  }

  /// The first offset from `offset` on whose byte is another than `byte`.
  func endOfRun(of byte: UInt8, from offset: Int) -> Int {
    var offset = offset
    while offset < endIndex, self[offset] == byte { offset += 1 }
    return offset
  }
}
