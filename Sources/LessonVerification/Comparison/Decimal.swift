/// A non-negative decimal number exactly as it is written: `digits` times ten to `exponent`.
///
/// Rounding is judged on the digits that a reader sees, not on the binary number behind them.
struct Decimal {
  /// Digit values, most significant first, without leading zeros; empty for zero.
  private var digits: [UInt8] = []
  /// The power of ten of the last written digit: -3 for `0.250`.
  private(set) var exponent = 0

  /// Exponents beyond any double's, where a written number is taken as it stands or not at all.
  private static let exponentLimit = 100_000

  /// Reads a number such as `0.25`, `1e-7` or `12.`; `nil` when its exponent is beyond reason.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    var afterPoint = false
    while let byte = rest.first, byte.isDigit || byte == UInt8(ascii: ".") {
      rest.removeFirst()
      if byte == UInt8(ascii: ".") {
        afterPoint = true
        continue
      }
      if afterPoint { exponent -= 1 }
      if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
    }
    guard !rest.isEmpty else { return }
    guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
      abs(power) < Self.exponentLimit
    else { return nil }
    exponent += power
  }

  var isZero: Bool { digits.isEmpty }

  /// Whether this number, rounded to the last digit that `short` is written with, gives `short`. A
  /// tie may go either way.
  func rounds(to short: Decimal) -> Bool {
    let shift = short.exponent - exponent
    guard shift > 0 else { return false }
    let kept = digits.count > shift ? Array(digits[..<(digits.count - shift)]) : []
    let dropped =
      Array(repeating: 0, count: max(0, shift - digits.count)) + digits.suffix(shift)
    let half = Self.comparedWithHalf(dropped)
    if half <= 0, kept == short.digits { return true }
    return half >= 0 && Self.successor(of: kept) == short.digits
  }

  /// The sign of 0.`digits` minus one half.
  private static func comparedWithHalf(_ digits: [UInt8]) -> Int {
    guard let first = digits.first else { return -1 }
    if first != 5 { return first < 5 ? -1 : 1 }
    return digits.dropFirst().allSatisfy { $0 == 0 } ? 0 : 1
  }

  private static func successor(of digits: [UInt8]) -> [UInt8] {
    var result = digits
    var index = result.count - 1
    while index >= 0, result[index] == 9 {
      result[index] = 0
      index -= 1
    }
    if index >= 0 { result[index] += 1 } else { result.insert(1, at: 0) }
    return result
  }
}
