#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Decimal forms of floats, as CPython writes them.
package enum FloatText {
  /// `repr`: the shortest digits that read back as the same float, with an exponent below 1e-4 and
  /// from 1e16 on.
  ///
  /// - Parameter alternate: whether a point stands even where nothing follows it, as in `1.e+16`.
  package static func shortest(_ value: Double, alternate: Bool = false) -> String {
    if let special = special(value) { return special }
    // Swift writes the same digits, and between these bounds in the same layout.
    if value.magnitude >= 1e-4, value.magnitude < 1e15 { return value.description }
    let (digits, exponent) = shortestDigits(value.magnitude)
    let sign = value.sign == .minus ? "-" : ""
    if exponent < -4 || exponent >= 16 {
      let fraction = digits.dropFirst()
      let mantissa = digits.prefix(1) + (fraction.isEmpty && !alternate ? "" : "." + fraction)
      return sign + mantissa + "e" + exponentText(exponent)
    }
    return sign + positional(digits, exponent)
  }

  private static func special(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return nil
  }

  /// `1.5` for the digits `15` and exponent 0; always with a point.
  private static func positional(_ digits: String, _ exponent: Int) -> String {
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let count = exponent + 1
    if digits.count <= count {
      return digits + String(repeating: "0", count: count - digits.count) + ".0"
    }
    return digits.prefix(count) + "." + digits.dropFirst(count)
  }

  private static func exponentText(_ exponent: Int) -> String {
    let digits = String(exponent.magnitude)
    return (exponent < 0 ? "-" : "+") + (digits.count < 2 ? "0" + digits : digits)
  }

  /// The shortest digits, without trailing zeros, and the decimal exponent of the first.
  ///
  /// Swift's own description gives the same digits, in another layout.
  package static func shortestDigits(_ value: Double) -> (digits: String, exponent: Int) {
    if value == 0 { return ("0", 0) }
    let description = value.description
    let parts = description.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".")
    var digits = mantissa.joined()
    exponent += mantissa[0].count - 1
    let zeros = digits.prefix { $0 == "0" }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  /// The form that a precision without a type gives: as `%g`, but with a digit after the point, and
  /// with an exponent from one digit earlier on.
  static func general(_ value: Double, precision: Int, alternate: Bool) -> String {
    if let special = special(value) { return special }
    let precision = max(precision, 1)
    let scientific = fixed(value, "e", precision: precision - 1).split(separator: "e")
    let exponent = scientific.count > 1 ? Int(scientific[1]) ?? 0 : 0
    var digits = scientific[0].filter { $0 != "." }
    if !alternate {
      while digits.count > 1, digits.last == "0" { digits.removeLast() }
    }
    if exponent < -4 || exponent >= precision - 1 {
      let fraction = digits.dropFirst()
      return digits.prefix(1) + (fraction.isEmpty && !alternate ? "" : "." + fraction) + "e"
        + exponentText(exponent)
    }
    return positional(digits, exponent)
  }

  /// `%.*f`, `%.*e` or `%.*g` of C, correctly rounded; `nan` and `inf` as Python writes them.
  ///
  /// - Parameter kind: `f`, `e` or `g`; `alternate` keeps the point and a `g`'s zeros.
  package static func fixed(
    _ value: Double, _ kind: Character, precision: Int, alternate: Bool = false
  ) -> String {
    if let special = special(value) { return special }
    let format = "%\(alternate ? "#" : "").*\(kind)"
    // 1.8e308 has 309 digits before the point.
    var buffer = [CChar](repeating: 0, count: precision + 400)
    let size = buffer.count
    let count = withVaList([Int32(clamping: precision), value]) {
      vsnprintf(&buffer, size, format, $0)
    }
    return String(
      decoding: buffer.prefix(max(0, min(Int(count), size - 1))).map { UInt8(bitPattern: $0) },
      as: UTF8.self)
  }
}
