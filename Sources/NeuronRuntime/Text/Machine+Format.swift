import BigInt

// `format(value, specification)`, f-strings and `%`.

extension Machine {
  func formatValue(
    _ value: Value, _ specification: Value, conversion: Int
  ) throws(Interruption) -> Value {
    let converted =
      switch Character(Unicode.Scalar(UInt8(conversion))) {
      case "r": try heap.string(try representation(of: value))
      case "a": try heap.string(asciiOnly(try representation(of: value)))
      case "s": try heap.string(try text(of: value))
      default: value
      }
    if specification.stringObject.pointee.byteCount == 0 {
      return converted.kind == .string ? converted : try heap.string(try text(of: converted))
    }
    return try heap.string(try format(converted, textOf(specification)))
  }

  /// Python's `format(value, specification)`.
  package func format(_ value: Value, _ text: String) throws(Interruption) -> String {
    if text.isEmpty { return try self.text(of: value) }
    switch value.kind {
    case .string, .int, .bool, .bigInt, .float: break
    default:
      throw .raised(
        .type, "unsupported format string passed to \(typeName(value)).__format__")
    }
    let specification = try FormatSpecification(text)
    try heap.reserve(specification.width + (specification.precision ?? 0))
    switch value.kind {
    case .string: return try formatString(textOf(value), specification)
    case .float: return try formatFloat(value.float, specification, typeName(value))
    case .bool where specification.type == nil || specification.type == "s":
      return try formatString(try self.text(of: value), specification)
    default: return try formatInteger(value, specification)
    }
  }

  private func formatString(
    _ text: String, _ specification: FormatSpecification
  ) throws(Interruption) -> String {
    if let type = specification.type, type != "s" { throw specification.unknownType("str") }
    if specification.sign != "-" {
      throw .raised(.value, "Sign not allowed in string format specifier")
    }
    if specification.alignment == "=", specification.fill != "0" {
      throw .raised(.value, "'=' alignment not allowed in string format specifier")
    }
    if let grouping = specification.grouping {
      throw .raised(.value, "Cannot specify '\(grouping)' with 's'.")
    }
    var specification = specification
    if specification.alignment == "=" { specification.alignment = "<" }
    let shown = specification.precision.map {
      String(String.UnicodeScalarView(text.unicodeScalars.prefix($0)))
    }
    return try specification.padded(shown ?? text, default: "<")
  }

  private func formatInteger(
    _ value: Value, _ specification: FormatSpecification
  ) throws(Interruption) -> String {
    let number = value.kind == .bigInt ? value.bigIntObject.pointee.value : BigInt(value.int)
    let magnitude = number.magnitude
    let isNegative = number < 0
    func write(_ radix: Int, _ prefix: String, uppercase: Bool = false) throws(Interruption) -> String {
      if specification.precision != nil {
        throw .raised(.value, "Precision not allowed in integer format specifier")
      }
      return try specification.number(
        isNegative: isNegative, prefix: specification.isAlternate ? prefix : "",
        digits: String(magnitude, radix: radix, uppercase: uppercase),
        groupSize: radix == 10 ? 3 : 4)
    }
    switch specification.type {
    case nil, "d", "n": return try write(10, "")
    case "b": return try write(2, "0b")
    case "o": return try write(8, "0o")
    case "x": return try write(16, "0x")
    case "X": return try write(16, "0X", uppercase: true)
    case "c":
      guard let code = UInt32(exactly: magnitude), !isNegative, let scalar = Unicode.Scalar(code)
      else { throw .raised(.overflow, "%c arg not in range(0x110000)") }
      return try specification.padded(String(Character(scalar)), default: "<")
    case "e", "E", "f", "F", "g", "G", "%":
      return try formatFloat(try double(.big(number)), specification, "int")
    default: throw specification.unknownType("int")
    }
  }

  private func formatFloat(
    _ value: Double, _ specification: FormatSpecification, _ typeName: String
  ) throws(Interruption) -> String {
    let type = specification.type
    var magnitude = value.magnitude
    if type == "%" { magnitude *= 100 }
    var text: String
    switch type {
    case "f", "F", "%", "e", "E":
      text = FloatText.fixed(
        magnitude, type == "e" || type == "E" ? "e" : "f",
        precision: specification.precision ?? 6, alternate: specification.isAlternate)
    case "g", "G", "n":
      text = FloatText.fixed(
        magnitude, "g", precision: specification.precision ?? 6,
        alternate: specification.isAlternate)
    case nil:
      text = plainFloat(magnitude, specification)
    default: throw specification.unknownType(typeName)
    }
    if type == "%" { text += "%" }
    if let type, type.isUppercase { text = text.uppercased() }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var isNegative = value.sign == .minus && !value.isNaN
    if specification.avoidsNegativeZero, !text.contains(where: { "123456789".contains($0) }) {
      isNegative = false
    }
    if digits.isEmpty {
      return try specification.number(isNegative: isNegative, digits: text)
    }
    return try specification.number(
      isNegative: isNegative, digits: String(digits), rest: String(text.dropFirst(digits.count)))
  }

  /// No type: like `repr`, or with a precision like `g` but with at least one digit after the point.
  private func plainFloat(_ value: Double, _ specification: FormatSpecification) -> String {
    guard let precision = specification.precision else { return FloatText.shortest(value) }
    let text = FloatText.fixed(value, "g", precision: precision)
    let digitsBefore = text.prefix { $0 != "." && $0 != "e" }.count
    if text.contains("e") || text.contains(".") || text.contains("n") { return text }
    // C's %g switches to an exponent one digit later than Python's typeless form.
    if digitsBefore >= max(precision, 1), value >= 1 {
      return FloatText.fixed(value, "e", precision: max(precision, 1) - 1).trimmingFraction()
    }
    return text + ".0"
  }

  // MARK: `%`

  /// `template % values`.
  func percentFormat(_ template: Value, _ values: Value) throws(Interruption) -> Value {
    var arguments = values.kind == .tuple ? items(of: values) : [values]
    arguments.reverse()
    var result = ""
    var rest = Array(textOf(template))[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      result += try percentField(&rest, &arguments, mapping: values)
    }
    if !arguments.isEmpty, values.kind != .dictionary {
      throw .raised(.type, "not all arguments converted during string formatting")
    }
    return try heap.string(result)
  }

  private func percentField(
    _ rest: inout ArraySlice<Character>, _ arguments: inout [Value], mapping: Value
  ) throws(Interruption) -> String {
    var key: String?
    if rest.first == "(" {
      key = String(rest.dropFirst().prefix { $0 != ")" })
      rest = rest.dropFirst((key?.count ?? 0) + 2)
    }
    func nextArgument() throws(Interruption) -> Value {
      if let key {
        guard mapping.kind == .dictionary else { throw .raised(.type, "format requires a mapping") }
        let name = try heap.string(key)
        guard let value = try getItem(mapping, name) else { throw keyError(name) }
        return value
      }
      guard let value = arguments.popLast() else {
        throw .raised(.type, "not enough arguments for format string")
      }
      return value
    }
    var flags = Set<Character>()
    while let flag = rest.first, "-+ #0".contains(flag) {
      flags.insert(flag)
      rest = rest.dropFirst()
    }
    func number() throws(Interruption) -> String {
      if rest.first == "*" {
        rest = rest.dropFirst()
        return try text(of: try nextArgument())
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return String(digits)
    }
    var width = try number()
    var precision: String?
    if rest.first == "." {
      rest = rest.dropFirst()
      let digits = try number()
      precision = digits.isEmpty ? "0" : digits
    }
    while let size = rest.first, "hlL".contains(size) { rest = rest.dropFirst() }
    guard let type = rest.popFirst() else { throw .raised(.value, "incomplete format") }
    if type == "%" { return "%" }
    if width.hasPrefix("-") {
      flags.insert("-")
      width.removeFirst()
    }
    return try percentValue(
      try nextArgument(), type, flags, width: width, precision: precision)
  }

  private func percentValue(
    _ value: Value, _ type: Character, _ flags: Set<Character>, width: String, precision: String?
  ) throws(Interruption) -> String {
    let side = flags.contains("-") ? "<" : ">"
    let sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : ""
    let alternate = flags.contains("#") ? "#" : ""
    let zero = flags.contains("0") && !flags.contains("-") ? "0" : ""
    let point = precision.map { "." + $0 } ?? ""
    func numeric(_ value: Value, _ type: String, _ point: String) throws(Interruption) -> String {
      let fill = zero.isEmpty ? side + sign : sign
      return try format(
        value, fill + alternate + zero + width + point + type)
    }
    switch type {
    case "s", "r", "a":
      let shown = type == "s" ? try text(of: value) : try representation(of: value)
      let string = try heap.string(type == "a" ? asciiOnly(shown) : shown)
      return try format(string, side + width + point)
    case "c" where value.kind == .string: return try format(value, side + width)
    case "d", "i", "u", "c":
      guard value.kind == .int || value.kind == .bool || value.kind == .bigInt || value.isFloat
      else {
        throw .raised(
          .type, "%\(type) format: a real number is required, not \(typeName(value))")
      }
      let whole = value.isFloat ? try truncated(value.float) : value
      return try numeric(whole, type == "c" ? "c" : "d", "")
    case "x", "X", "o":
      guard value.kind == .int || value.kind == .bool || value.kind == .bigInt else {
        throw .raised(
          .type, "%\(type) format: an integer is required, not \(typeName(value))")
      }
      return try numeric(value, String(type), "")
    case "e", "E", "f", "F", "g", "G":
      guard let number = Number(value, self) else {
        throw .raised(.type, "must be real number, not \(typeName(value))")
      }
      return try numeric(Value(try double(number)), String(type), point)
    default:
      throw .raised(
        .value, "unsupported format character '\(type)' (0x\(String(type.unicodeScalars.first?.value ?? 0, radix: 16)))")
    }
  }
}

extension String {
  /// `1.50e+20` as `1.5e+20`.
  fileprivate func trimmingFraction() -> String {
    let parts = split(separator: "e", maxSplits: 1)
    var mantissa = parts[0]
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    return mantissa + (parts.count > 1 ? "e" + parts[1] : "")
  }
}
