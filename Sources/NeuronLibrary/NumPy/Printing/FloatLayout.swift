/// A float as NumPy's `format_float_positional` and `format_float_scientific` write it.
struct FloatLayout {
  /// What becomes of zeros at the end.
  enum Trim: String {
    case keep = "k"
    /// The point stays.
    case zeros = "."
    /// One zero stays after the point.
    case leaveOneZero = "0"
    /// The point goes too.
    case zerosAndPoint = "-"
  }

  var digits = DigitRule()
  var trim = Trim.keep
  /// Whether positive numbers have a sign.
  var showsPlus = false
  /// The characters that there are at least before the point.
  var leftWidth = 0
  /// The characters that there are at least after the point; positional form only.
  var rightWidth: Int?
  /// The digits that an exponent has at least.
  var exponentDigits = 2

  /// NumPy's texts are shorter than this.
  private static let limit = 16_384

  /// Whether nothing that is asked for makes the text too long by itself.
  private var isWithinLimit: Bool {
    let digits = (self.digits.isUnique ? nil : self.digits.precision) ?? self.digits.minimum ?? 0
    return max(digits, leftWidth, rightWidth ?? 0) < FloatLayout.limit
  }

  // MARK: Forms

  /// `12.5`; `nil` where that is longer than `limit`.
  func positional(_ value: Double) -> String? {
    if let special = special(value) { return special }
    guard isWithinLimit else { return nil }
    let number = DecimalDigits(value, digits)
    let text = String(decoding: number.digits, as: UTF8.self)
    var (whole, fraction) = ("0", "")
    if number.exponent < 0 {
      fraction = zeros(-number.exponent - 1) + text
    } else {
      let count = number.exponent + 1
      whole = text.prefix(count) + zeros(count - text.utf8.count)
      fraction = String(text.dropFirst(count))
    }
    let wanted = (digits.isUnique ? digits.minimum : digits.precision) ?? 0
    trim(&fraction, to: digits.countsFraction ? wanted : wanted - whole.utf8.count)
    let hasPoint = !fraction.isEmpty || trim != .zerosAndPoint
    var tail = hasPoint ? "." + fraction : ""
    if let rightWidth, rightWidth >= fraction.utf8.count {
      tail += (hasPoint ? "" : " ") + spaces(rightWidth - fraction.utf8.count)
    }
    let head = sign(value) + whole
    let result = spaces(leftWidth - head.utf8.count) + head + tail
    return result.utf8.count < FloatLayout.limit ? result : nil
  }

  /// `1.25e+01`; `nil` where that is longer than `limit`.
  func scientific(_ value: Double) -> String? {
    if let special = special(value) { return special }
    guard isWithinLimit else { return nil }
    var rule = digits
    rule.countsFraction = false
    rule.precision = digits.precision.map { $0 + 1 }
    rule.minimum = digits.minimum.map { $0 + 1 }
    let number = DecimalDigits(value, rule)
    var fraction = String(decoding: number.digits.dropFirst(), as: UTF8.self)
    // The point goes only where there were no digits after it.
    let hasPoint = !fraction.isEmpty || trim != .zerosAndPoint
    trim(&fraction, to: (digits.isUnique ? digits.minimum : digits.precision) ?? 0)
    let hasPower = number.exponent != 0 || exponentDigits > 0
    let power = hasPower ? String(number.exponent.magnitude) : ""
    let tail =
      (hasPoint ? "." : "") + fraction + (number.exponent < 0 ? "e-" : "e+")
      + zeros(min(exponentDigits, 5) - power.utf8.count) + power
    let head = sign(value) + String(decoding: number.digits.prefix(1), as: UTF8.self)
    let result = spaces(leftWidth - head.utf8.count) + head + tail
    return result.utf8.count < FloatLayout.limit ? result : nil
  }

  // MARK: Parts

  private func special(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if value.isInfinite { return sign(value) + "inf" }
    return nil
  }

  private func sign(_ value: Double) -> String {
    value.sign == .minus ? "-" : showsPlus ? "+" : ""
  }

  private func trim(_ fraction: inout String, to count: Int) {
    if trim == .keep {
      fraction += zeros(count - fraction.utf8.count)
      return
    }
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    if trim == .leaveOneZero, fraction.isEmpty { fraction = "0" }
  }

  private func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
