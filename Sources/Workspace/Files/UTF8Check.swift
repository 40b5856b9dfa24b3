/// Finds where a text stops being UTF-8.
enum UTF8Check {
  /// The offset of the first byte that begins no well-formed sequence (Unicode, table 3-7); `nil` when
  /// all do. Search begins at `from`, which must not lie inside a sequence.
  static func firstInvalidByte(in bytes: [UInt8], from: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = from
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
          continue
        }
        guard let length = sequenceLength(bytes, at: index) else { return index }
        index += length
      }
      return nil
    }
  }

  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let (length, second) = expectation(after: bytes[index])
    guard length > 1, index + length <= bytes.count, second.contains(bytes[index + 1]) else {
      return nil
    }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The length of a sequence by its first byte, and what its second may be: this rules out overlong
  /// forms, surrogates, and what lies beyond U+10FFFF.
  private static func expectation(after first: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }
}
