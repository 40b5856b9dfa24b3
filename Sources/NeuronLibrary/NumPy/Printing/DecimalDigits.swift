import NeuronRuntime

/// Decimal digits of a float, as many as NumPy writes of it.
///
/// ```swift
/// DecimalDigits(0.1234, DigitRule(precision: 2))  // digits 1 2, exponent -1
/// ```
///
/// NumPy makes the digits one by one (Steele and White, "How to print floating-point numbers
/// accurately", 1990) and stops at the first one that tells the number from its neighbours, or at the
/// precision. Here they come from the shortest digits and from correct rounding at a place; both ways
/// give the same.
struct DecimalDigits {
  /// ASCII, at least one. Zeros come last where digits were cut off below them or more digits were asked
  /// for than tell the number; where it was rounded up, what was carried has left none.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit.
  private(set) var exponent: Int

  /// - Parameter value: finite; its sign does not matter.
  init(_ value: Double, _ rule: DigitRule) {
    let value = value.magnitude
    let unique = DecimalDigits(shortest: value)
    self = unique
    if value == 0 { return }
    let first = unique.firstPlace(of: value)
    let cut = rule.precision.map { rule.place($0, firstDigit: first) }
    let least = rule.minimum.map { rule.place($0, firstDigit: first) }
    let wanted = min(lastPlace, least ?? lastPlace)
    if let cut, cut > wanted || !rule.isUnique {
      round(value, at: cut, firstPlace: first, keepsZeros: rule.isUnique)
    } else if wanted < lastPlace {
      round(value, at: wanted, firstPlace: first, keepsZeros: true)
      // Above a power of two the neighbour is twice as far as below: a number that is not the nearest
      // one may be the one that reads back as the float.
      if value.significandBitPattern == 0, number != value { roundUp() }
    }
  }

  /// The digits that tell the float from all others.
  private init(shortest value: Double) {
    let (digits, exponent) = FloatText.shortestDigits(value)
    (self.digits, self.exponent) = (Array(digits.utf8), exponent)
  }

  /// Of C's `%.*e`.
  private init(scientific text: String) {
    let parts = text.split(separator: "e")
    digits = parts[0].utf8.filter { $0 != UInt8(ascii: ".") }
    exponent = Int(parts[1]) ?? 0
  }

  /// Of C's `%.*f`, without the zeros that come first.
  private init(positional text: String) {
    let all = text.utf8.filter { $0 != UInt8(ascii: ".") }
    let zeros = min(all.prefix { $0 == UInt8(ascii: "0") }.count, all.count - 1)
    digits = Array(all.dropFirst(zeros))
    exponent = text.utf8.prefix { $0 != UInt8(ascii: ".") }.count - 1 - zeros
  }

  /// The power of ten of the last digit.
  private var lastPlace: Int { exponent - digits.count + 1 }

  /// As `Double` reads it.
  private var number: Double? {
    Double(String(decoding: digits, as: UTF8.self) + "e\(lastPlace)")
  }

  /// The power of ten of the first of all digits, which the shortest may have raised: the float 1e23 is
  /// a little less than that number.
  private func firstPlace(of value: Double) -> Int {
    // Up to 22 floats have the powers of ten themselves, and none comes nearer to another than 1e-17
    // of it.
    if digits != [UInt8(ascii: "1")] || (0...22).contains(exponent) { return exponent }
    return DecimalDigits(scientific: FloatText.fixed(value, "e", precision: 40)).exponent
  }

  /// The digits down to a place, rounded half to even. Of a number below it one is left, 0 or 1.
  ///
  /// - Parameter keepsZeros: whether zeros after the last digit of the number itself stay.
  private mutating func round(
    _ value: Double, at place: Int, firstPlace: Int, keepsZeros: Bool
  ) {
    self =
      place > 0
      ? DecimalDigits(
        scientific: FloatText.fixed(value, "e", precision: max(0, firstPlace - place)))
      : DecimalDigits(positional: FloatText.fixed(value, "f", precision: -place))
    guard digits.last == UInt8(ascii: "0"), digits.count > 1 else { return }
    switch comparison(with: value) {
    case 0: if !keepsZeros { dropZeros() }
    case 1: dropZeros()
    default: break
    }
  }

  /// -1, 0 or 1 for less than, equal to or more than a float.
  private func comparison(with value: Double) -> Int {
    // No float has more than 767 digits.
    let all = DecimalDigits(scientific: FloatText.fixed(value, "e", precision: 766))
    if exponent != all.exponent { return exponent > all.exponent ? 1 : -1 }
    for (own, other) in zip(digits, all.digits) where own != other { return own > other ? 1 : -1 }
    return all.digits.dropFirst(digits.count).contains { $0 != UInt8(ascii: "0") } ? -1 : 0
  }

  private mutating func dropZeros() {
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
  }

  private mutating func roundUp() {
    while digits.last == UInt8(ascii: "9") { digits.removeLast() }
    if let last = digits.indices.last {
      digits[last] += 1
    } else {
      digits = [UInt8(ascii: "1")]
      exponent += 1
    }
  }
}

/// How many digits of floats are wanted.
struct DigitRule {
  /// Whether to stop where the number is told from its neighbours; else it goes on to `precision`, which
  /// must be given, or to its end.
  var isUnique = true
  /// The digits that there may be at most.
  var precision: Int?
  /// The digits that there must be, if `isUnique`.
  var minimum: Int?
  /// Whether those two count the digits after the point, else all of them.
  var countsFraction = true

  /// The power of ten of the last of so many digits.
  fileprivate func place(_ count: Int, firstDigit: Int) -> Int {
    countsFraction ? -count : firstDigit - count + 1
  }
}
