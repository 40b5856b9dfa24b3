import BigInt

/// Integers of any size as digits, and back.
///
/// Radices that are powers of two take time in proportion to the digits. The others take it by their
/// square, which is why CPython, and this machine with it, stops at 4,300 digits.
enum IntegerText {
  /// CPython's limit: `sys.int_info.default_max_str_digits`.
  static let maximumDigits = 4_300
  /// No number of 4,300 digits has as many bits: log₂ 10 · 4,300 is 14,284.2.
  private static let certainlyTooManyBits = 14_285

  /// The digits of a magnitude, lower case.
  static func digits(_ value: BigUInt, radix: Int) throws(Interruption) -> String {
    switch radix {
    case 2: return binaryDigits(value, bitsPerDigit: 1)
    case 8: return binaryDigits(value, bitsPerDigit: 3)
    case 16: return binaryDigits(value, bitsPerDigit: 4)
    default:
      if value.bitWidth > certainlyTooManyBits { throw tooManyDigits("") }
      let text = String(value, radix: radix)
      if text.utf8.count > maximumDigits { throw tooManyDigits("") }
      return text
    }
  }

  /// The magnitude that digits write in a radix from 2 to 36; `nil` when one is no digit of it.
  static func magnitude(_ digits: [UInt8], radix: Int) throws(Interruption) -> BigUInt? {
    var values: [UInt] = []
    values.reserveCapacity(digits.count)
    for digit in digits {
      guard let value = Self.value(of: digit), value < radix else { return nil }
      values.append(value)
    }
    if radix & (radix - 1) == 0 {
      return binaryMagnitude(values, bitsPerDigit: radix.trailingZeroBitCount)
    }
    if digits.count > maximumDigits { throw tooManyDigits(": value has \(digits.count) digits") }
    var result = BigUInt(0)
    for value in values {
      result.multiply(byWord: UInt(radix))
      result += BigUInt(value)
    }
    return result
  }

  private static func tooManyDigits(_ detail: String) -> Interruption {
    .raised(
      .value,
      "Exceeds the limit (\(maximumDigits) digits) for integer string conversion\(detail); "
        + "use sys.set_int_max_str_digits() to increase the limit")
  }

  private static func value(of digit: UInt8) -> UInt? {
    switch digit {
    case 0x30...0x39: UInt(digit - 0x30)
    case 0x41...0x5A: UInt(digit - 0x41 + 10)
    case 0x61...0x7A: UInt(digit - 0x61 + 10)
    default: nil
    }
  }

  private static func binaryDigits(_ value: BigUInt, bitsPerDigit: Int) -> String {
    let words = Array(value.words)
    let count = max(1, (value.bitWidth + bitsPerDigit - 1) / bitsPerDigit)
    let alphabet = Array("0123456789abcdef".utf8)
    var digits = [UInt8](repeating: alphabet[0], count: count)
    for index in 0..<count {
      var digit = 0
      for bit in 0..<bitsPerDigit {
        let place = index * bitsPerDigit + bit
        let word = place / UInt.bitWidth
        if word < words.count, words[word] >> UInt(place % UInt.bitWidth) & 1 == 1 {
          digit |= 1 << bit
        }
      }
      digits[count - 1 - index] = alphabet[digit]
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func binaryMagnitude(_ values: [UInt], bitsPerDigit: Int) -> BigUInt {
    var words = [UInt](
      repeating: 0, count: values.count * bitsPerDigit / UInt.bitWidth + 1)
    for (index, value) in values.reversed().enumerated() {
      let place = index * bitsPerDigit
      let (word, shift) = (place / UInt.bitWidth, place % UInt.bitWidth)
      words[word] |= value << UInt(shift)
      if shift + bitsPerDigit > UInt.bitWidth {
        words[word + 1] |= value >> UInt(UInt.bitWidth - shift)
      }
    }
    return BigUInt(words: words)
  }
}
