/// Bits, written one after another, as text in base 64 (RFC 4648, 4), which browsers read by themselves.
struct BitText {
  private var bytes: [UInt8] = []
  private var free = 0

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  mutating func write(_ bit: Bool) {
    if free == 0 {
      bytes.append(0)
      free = 8
    }
    free -= 1
    if bit { bytes[bytes.count - 1] |= 1 << UInt8(free) }
  }

  /// The lowest bits of a number, the highest of them first.
  mutating func write(_ number: Int, bits: Int) {
    for bit in stride(from: bits - 1, through: 0, by: -1) { write(number >> bit & 1 == 1) }
  }

  /// As many ones as `number` says, and a zero.
  mutating func write(unary number: Int) {
    for _ in 0..<number { write(true) }
    write(false)
  }

  /// The last digit's bits that nobody wrote are zero; no sign fills the text up.
  var text: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 4 / 3 + 2)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0...group.count { digits.append(Self.digits[number >> (18 - 6 * digit) & 63]) }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
