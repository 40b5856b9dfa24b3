extension Double {
  /// The number to so many significant digits, at most 15, as a person writes it: `0.25`, `1.5e-07`.
  ///
  /// The same on every machine, as it is made of exact powers of ten and one rounding.
  public func rounded(toDigits digits: Int) -> String {
    if isNaN { return "nan" }
    if isInfinite { return self < 0 ? "-inf" : "inf" }
    if self == 0 { return "0" }
    var (mantissa, exponent) = magnitude.decimal(digits: digits)
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    return (self < 0 ? "-" : "") + Self.text(mantissa, exponent)
  }

  /// With four digits, or as many as stand before the point, none of which then is a zero that was rounded
  /// to: `0.6457`, `123457`, `1.235e+09`.
  public var shortText: String {
    let whole = magnitude < 999_999_999.5 ? magnitude.rounded() : 0
    return rounded(toDigits: max(4, String(Int(whole)).count))
  }

  /// The nearest `mantissa · 10^exponent` with so many digits, for a positive number.
  private func decimal(digits: Int) -> (mantissa: Int, exponent: Int) {
    var exponent =
      Int((Double(self.exponent) * 0.301_029_995_663_981_2).rounded(.down)) - digits + 1
    let limit = Int(Self.powerOfTen(digits))
    while true {
      let mantissa = Int(scaled(byPowerOfTen: -exponent).rounded(.toNearestOrEven))
      if mantissa < limit { return (mantissa, exponent) }
      exponent += 1
    }
  }

  private func scaled(byPowerOfTen power: Int) -> Double {
    // Beyond these the power itself is no finite double.
    if power > 300 { return self * Self.powerOfTen(300) * Self.powerOfTen(power - 300) }
    return power < 0 ? self / Self.powerOfTen(-power) : self * Self.powerOfTen(power)
  }

  /// The double nearest to a power of ten.
  static func powerOfTen(_ power: Int) -> Double {
    Double("1e\(power)") ?? .infinity
  }

  private static func text(_ mantissa: Int, _ exponent: Int) -> String {
    let digits = String(mantissa)
    let point = digits.count + exponent
    if point > 9 || point < -3 {
      let rest = digits.dropFirst()
      let power = point - 1
      let magnitude = String(abs(power))
      return String(digits.prefix(1)) + (rest.isEmpty ? "" : "." + rest)
        + (power < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "") + magnitude
    }
    if exponent >= 0 { return digits + String(repeating: "0", count: exponent) }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    return digits.prefix(point) + "." + digits.dropFirst(point)
  }
}

extension ClosedRange<Double> {
  /// Its bounds with four digits, or as many more as tell what lies between them: `0.5` and `3.226`,
  /// `0.99999` and `1.00001`.
  public var shortTexts: (lower: String, upper: String) {
    let tolerance = upperBound / 50 - lowerBound / 50
    func isTold(_ bound: Double, by text: String) -> Bool {
      Double(text).map { abs($0 - bound) <= tolerance } ?? true
    }
    var texts = (lower: lowerBound.shortText, upper: upperBound.shortText)
    var digits = 5
    while digits <= 15, !isTold(lowerBound, by: texts.lower) || !isTold(upperBound, by: texts.upper)
    {
      texts = (lowerBound.rounded(toDigits: digits), upperBound.rounded(toDigits: digits))
      digits += 1
    }
    return texts
  }
}
