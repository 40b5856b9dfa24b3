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

  /// A finite float with so many digits after the point, correctly rounded, half to even.
  static func fixed(_ value: Double, precision: Int) -> [UInt8]? {
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
    var digits: [UInt8] = []
    digits.reserveCapacity(24)
    var rest = scaled
    var count = 0
    while rest > 0 || count <= precision {
      if count == precision, precision > 0 { digits.append(UInt8(ascii: ".")) }
      digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      count += 1
    }
    if value.sign == .minus { digits.append(UInt8(ascii: "-")) }
    digits.reverse()
    return digits
  }

  private static let powersOfTen: [UInt64] = [
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
      guard let digits = QuickFormat.fixed(value.float, precision: precision) else { return nil }
      return try aligned(digits, digits.count, specification, isTextual: false)
    case .int where specification.type == UInt8(ascii: "d") || specification.type == 0:
      guard specification.precision < 0 else { return nil }
      let digits = Array(String(value.int).utf8)
      return try aligned(digits, digits.count, specification, isTextual: false)
    case .string where specification.type == UInt8(ascii: "s") || specification.type == 0:
      guard specification.precision < 0 else { return nil }
      let object = value.stringObject
      return try aligned(
        Array(object.buffer), object.pointee.scalarCount, specification, isTextual: true)
    default: return nil
    }
  }

  private func aligned(
    _ bytes: [UInt8], _ count: Int, _ specification: QuickFormat.Specification, isTextual: Bool
  ) throws(Interruption) -> Value {
    let missing = max(specification.width - count, 0)
    let left: Int
    switch specification.alignment {
    case UInt8(ascii: "<"): left = 0
    case UInt8(ascii: ">"): left = missing
    case UInt8(ascii: "^"): left = missing / 2
    default: left = isTextual ? 0 : missing
    }
    let result = try heap.emptyString(byteCount: bytes.count + missing)
    result.bytes.update(repeating: UInt8(ascii: " "), count: bytes.count + missing)
    for (index, byte) in bytes.enumerated() { result.bytes[left + index] = byte }
    result.pointee.scalarCount = count + missing
    return Value(.string, result)
  }
}
