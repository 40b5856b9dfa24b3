/// The formats that programs use most, `{x:.2f}` and `{n:>5}`, written without ceremony.
///
/// Each part gives `nil` where the general way must decide: it has the same results, and all the
/// complaints.
enum QuickFormat {
  /// `[<>^][width][.precision][type]` in ASCII, with a space to fill.
  struct Specification {
    var alignment: UInt8 = 0
    var width = 0
    var precision = -1
    var type: UInt8 = 0

    init?(_ text: UnsafeBufferPointer<UInt8>) {
      var index = 0
      func number() -> Int? {
        var value = 0
        while index < text.count, text[index] >= 0x30, text[index] <= 0x39 {
          value = value * 10 + Int(text[index] - 0x30)
          index += 1
          if value > 255 { return nil }
        }
        return value
      }
      if index < text.count, "<>^".utf8.contains(text[index]) {
        alignment = text[index]
        index += 1
      }
      // A zero before the width fills with zeros, in ways of its own.
      if index < text.count, text[index] == UInt8(ascii: "0") { return nil }
      guard let width = number() else { return nil }
      self.width = width
      if index < text.count, text[index] == UInt8(ascii: ".") {
        let before = index + 1
        index = before
        guard let precision = number(), index > before else { return nil }
        self.precision = precision
      }
      if index < text.count {
        type = text[index]
        index += 1
      }
      if index < text.count { return nil }
    }
  }

  /// What a number comes to: its digits as an integer, and how many bytes they take with a sign and a
  /// point before the last `precision` of them.
  struct Decimal {
    var isNegative: Bool
    var digits: UInt64
    var precision: Int
    let count: Int

    init(isNegative: Bool, digits: UInt64, precision: Int) {
      self.isNegative = isNegative
      self.digits = digits
      self.precision = precision
      var places = precision + 1
      var rest = digits / QuickFormat.powersOfTen[precision]
      while rest >= 10 {
        places += 1
        rest /= 10
      }
      count = (isNegative ? 1 : 0) + places + (precision > 0 ? 1 : 0)
    }

    func write(to target: UnsafeMutablePointer<UInt8>) {
      var rest = digits
      var place = count
      while place > (isNegative ? 1 : 0) {
        place -= 1
        if precision > 0, place == count - 1 - precision {
          target[place] = UInt8(ascii: ".")
        } else {
          target[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      if isNegative { target[0] = UInt8(ascii: "-") }
    }
  }

  /// A finite float with so many digits after the point, correctly rounded, half to even.
  static func fixed(_ value: Double, precision: Int) -> Decimal? {
    guard value.isFinite, precision <= 9, value.magnitude < 0x1p53 else { return nil }
    let magnitude = value.magnitude
    var scaled: UInt64 = 0
    if magnitude != 0 {
      // value = significand · 2^-shift, so value · 10^p is an integer that is shifted down.
      let significand = UInt64(magnitude.significandBitPattern | (magnitude.isNormal ? 1 << 52 : 0))
      let shift = 52 - max(Int(magnitude.exponentBitPattern) - 1023, -1022)
      guard shift > 0, shift < 120 else { return nil }
      let (high, low) = significand.multipliedFullWidth(by: powersOfTen[precision])
      guard let rounded = roundedShift(high, low, by: shift) else { return nil }
      scaled = rounded
    }
    return Decimal(isNegative: value.sign == .minus, digits: scaled, precision: precision)
  }

  fileprivate static let powersOfTen: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// (high · 2⁶⁴ + low) / 2^shift, rounded half to even; `nil` when it takes more than 64 bits.
  private static func roundedShift(_ high: UInt64, _ low: UInt64, by shift: Int) -> UInt64? {
    let quotient: UInt64
    let isHalfOrMore: Bool
    let isMoreThanHalf: Bool
    if shift < 64 {
      if high >> UInt64(shift) != 0 { return nil }
      quotient = high << UInt64(64 - shift) | low >> UInt64(shift)
      let rest = low & (1 << UInt64(shift) - 1)
      let half = UInt64(1) << UInt64(shift - 1)
      isHalfOrMore = rest >= half
      isMoreThanHalf = rest > half
    } else if shift == 64 {
      quotient = high
      isHalfOrMore = low >= 1 << 63
      isMoreThanHalf = low > 1 << 63
    } else {
      let upper = UInt64(shift - 64)
      quotient = high >> upper
      let rest = high & (1 << upper - 1)
      let half = UInt64(1) << (upper - 1)
      isHalfOrMore = rest >= half
      isMoreThanHalf = rest > half || rest == half && low > 0
    }
    return isMoreThanHalf || isHalfOrMore && quotient & 1 == 1 ? quotient + 1 : quotient
  }
}

extension Machine {
  /// What the general way would give for a common format.
  func quickFormat(_ value: Value, _ text: Value) throws(Interruption) -> Value? {
    guard let specification = QuickFormat.Specification(text.stringObject.buffer) else {
      return nil
    }
    switch value.kind {
    case .float where specification.type == UInt8(ascii: "f"):
      let precision = specification.precision < 0 ? 6 : specification.precision
      guard let decimal = QuickFormat.fixed(value.float, precision: precision) else { return nil }
      return try aligned(decimal, specification)
    case .int where specification.type == UInt8(ascii: "d") || specification.type == 0:
      guard specification.precision < 0 else { return nil }
      return try aligned(
        QuickFormat.Decimal(
          isNegative: value.int < 0, digits: UInt64(value.int.magnitude), precision: 0),
        specification)
    case .string where specification.type == UInt8(ascii: "s") || specification.type == 0:
      guard specification.precision < 0 else { return nil }
      let text = value.stringObject
      let bytes = text.pointee.byteCount
      let (result, start) = try padding(
        bytes, text.pointee.scalarCount, specification, isTextual: true)
      start.update(from: text.bytes, count: bytes)
      return Value(.string, result)
    default: return nil
    }
  }

  private func aligned(
    _ decimal: QuickFormat.Decimal, _ specification: QuickFormat.Specification
  ) throws(Interruption) -> Value {
    let (result, start) = try padding(
      decimal.count, decimal.count, specification, isTextual: false)
    decimal.write(to: start)
    return Value(.string, result)
  }

  /// A string with room for a text among the spaces that its width asks for, and where the text goes.
  private func padding(
    _ bytes: Int, _ scalars: Int, _ specification: QuickFormat.Specification, isTextual: Bool
  ) throws(Interruption) -> (UnsafeMutablePointer<StringObject>, UnsafeMutablePointer<UInt8>) {
    let missing = max(specification.width - scalars, 0)
    let result = try heap.emptyString(byteCount: bytes + missing)
    result.pointee.scalarCount = scalars + missing
    if missing == 0 { return (result, result.bytes) }
    let left: Int
    switch specification.alignment {
    case UInt8(ascii: "<"): left = 0
    case UInt8(ascii: ">"): left = missing
    case UInt8(ascii: "^"): left = missing / 2
    default: left = isTextual ? 0 : missing
    }
    result.bytes.update(repeating: UInt8(ascii: " "), count: bytes + missing)
    return (result, result.bytes + left)
  }
}
