/// A short mark of texts, by which a later look tells whether they were changed: FNV-1a, 64 bits
/// (draft-eastlake-fnv). Against accidents, not against malice.
struct TextDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a text, told apart from what follows: `ab`, `c` and `a`, `bc` give different digests.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // No byte of UTF-8.
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// 16 hexadecimal digits.
  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The digest of some texts.
  static func of(_ texts: [String]) -> String {
    var digest = TextDigest()
    for text in texts { digest.add(text) }
    return digest.hexadecimal
  }
}
