/// Eight letters that differ when numbers differ in their first nine digits.
///
/// Letters only, so that no comparison takes them for a number.
struct DataDigest {
  /// FNV-1a of 64 bits over the numbers' texts.
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ numbers: [Double]) {
    for number in numbers { add(number.rounded(toDigits: 9)) }
    add(";")
  }

  mutating func add(_ points: [Point]) {
    add(points.map(\.x))
    add(points.map(\.y))
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var text: String {
    let letters = Array("bcdfghjkmnpqrstv")
    let folded = state ^ (state >> 32)
    return String((0..<8).map { letters[Int((folded >> (4 * UInt64($0))) & 0xF)] })
  }
}
