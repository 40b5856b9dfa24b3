// `float.hex` and `float.fromhex`.

extension Machine {
  func installHexadecimalFloats() {
    defineMethod(.float, "hex") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("float", "hex", 0...0)
      try machine.refuseTraced(arguments[0], "hex")
      return try machine.heap.string(HexadecimalFloat.text(arguments[0].float))
    }
    defineMethod(.float, "fromhex") { (arguments, machine) throws(Interruption) in
      try machine.floatFromHexadecimal(arguments.droppingFirst)
    }
    unboundMethods["float.fromhex"] = makeNative("fromhex") {
      (arguments, machine) throws(Interruption) in
      try machine.floatFromHexadecimal(arguments)
    }
  }

  private func floatFromHexadecimal(_ arguments: Arguments) throws(Interruption) -> Value {
    try arguments.expect("float.fromhex", 1...1)
    guard arguments[0].kind == .string else {
      throw .raised(.type, "bad argument type for built-in operation")
    }
    guard let value = HexadecimalFloat.value(textOf(arguments[0]).trimmingPythonSpace()) else {
      throw .raised(.value, "invalid hexadecimal floating-point string")
    }
    if value.isTooLarge {
      throw .raised(.overflow, "hexadecimal value too large to represent as a float")
    }
    return Value(value.number)
  }
}

private enum HexadecimalFloat {
  /// One hexadecimal digit before the point, thirteen after it.
  static func text(_ value: Double) -> String {
    if !value.isFinite { return FloatText.shortest(value) }
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return sign + "0x0.0p+0" }
    let digits = String(value.significandBitPattern, radix: 16)
    let padded = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = value.isNormal ? Int(value.exponent) : -1022
    return "\(sign)0x\(value.isNormal ? 1 : 0).\(padded)p\(exponent < 0 ? "" : "+")\(exponent)"
  }

  /// `nil` for what is no such number.
  static func value(_ text: String) -> (number: Double, isTooLarge: Bool)? {
    var rest = Substring(text.lowercased())
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let sign = isNegative ? -1.0 : 1.0
    switch rest {
    case "inf", "infinity": return (sign * .infinity, false)
    case "nan": return (.nan, false)
    default: break
    }
    if rest.hasPrefix("0x") { rest.removeFirst(2) }
    let mantissa = rest.prefix { $0 != "p" }
    rest.removeFirst(mantissa.count)
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.count <= 2, !digits.isEmpty, digits.utf8.allSatisfy(\.isHexadecimalDigit) else {
      return nil
    }
    var exponent = "0"
    if rest.first == "p" {
      exponent = String(rest.dropFirst())
      let figures =
        exponent.first == "-" || exponent.first == "+" ? exponent.dropFirst() : exponent[...]
      guard !figures.isEmpty, figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
    }
    let whole = parts[0].isEmpty ? "0" : parts[0]
    let fraction = parts.count > 1 && !parts[1].isEmpty ? parts[1] : "0"
    let isZero = digits.utf8.allSatisfy { $0 == 0x30 }
    let number = isZero ? 0 : Double("0x\(whole).\(fraction)p\(exponent)") ?? .infinity
    return (sign * number, number.isInfinite)
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self)
  }
}
