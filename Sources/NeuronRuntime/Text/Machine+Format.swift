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
    if specification.stringObject.pointee.byteCount == 0, converted.kind != .instance {
      return try textValue(of: converted)
    }
    if let quick = try quickFormat(converted, specification) { return quick }
    return try heap.string(try format(converted, textOf(specification)))
  }

  /// Python's `format(value, specification)`.
  package func format(_ value: Value, _ text: String) throws(Interruption) -> String {
    if value.kind == .instance { return try formatInstance(value, text) }
    if text.isEmpty { return try self.text(of: value) }
    if let scalar = foreign(value)?.scalar(in: self) { return try format(scalar, text) }
    let isNumeric = Number(value, self) != nil
    guard isNumeric || value.kind == .string else {
      throw .raised(
        .type, "unsupported format string passed to \(typeName(value)).__format__")
    }
    let specification = try FormatSpecification(
      text, isNumeric: isNumeric, typeName: typeName(value))
    let (size, overflow) = specification.width.addingReportingOverflow(specification.precision ?? 0)
    if overflow { throw .memoryLimit(limits.memory) }
    try heap.reserveRepetitions(of: String(specification.fill).utf8.count, count: size)
    spend(size)
    switch value.kind {
    case .string: return try formatString(textOf(value), specification)
    case .float: return try formatFloat(value.float, specification, typeName(value))
    default: return try formatInteger(value, specification)
    }
  }

  private func formatInstance(_ value: Value, _ text: String) throws(Interruption) -> String {
    guard let method = specialMethod(.format, of: value) else {
      return try formatByDefault(value, text)
    }
    let result = try callSpecial(method, on: value, try heap.string(text))
    if result.kind == .string { return textOf(result) }
    throw .raised(.type, "__format__ must return a str, not \(typeName(result))")
  }

  /// What a value gives that has no `__format__` of its own.
  func formatByDefault(_ value: Value, _ text: String) throws(Interruption) -> String {
    if value.kind != .instance { return try format(value, text) }
    if text.isEmpty { return try self.text(of: value) }
    if let part = value.builtinPart { return try format(part, text) }
    throw .raised(
      .type, "unsupported format string passed to \(typeName(value)).__format__")
  }

  private func formatString(
    _ text: String, _ specification: FormatSpecification
  ) throws(Interruption) -> String {
    if let type = specification.type, type != "s" {
      throw specification.unknownType("str")
    }
    func refuse(_ what: String) -> Interruption {
      .raised(.value, "\(what) not allowed in string format specifier")
    }
    if specification.hasSign {
      throw refuse(specification.sign == " " ? "Space" : "Sign")
    }
    if specification.avoidsNegativeZero { throw refuse("Negative zero coercion (z)") }
    if specification.isAlternate { throw refuse("Alternate form (#)") }
    if specification.alignment == "=" { throw refuse("'=' alignment") }
    if let grouping = specification.grouping {
      throw .raised(.value, "Cannot specify '\(grouping)' with 's'.")
    }
    let shown = specification.precision.map {
      String(String.UnicodeScalarView(text.unicodeScalars.prefix($0)))
    }
    return specification.padded(shown ?? text, default: "<")
  }

  private func formatInteger(
    _ value: Value, _ specification: FormatSpecification
  ) throws(Interruption) -> String {
    let number = value.kind == .bigInt ? value.bigIntObject.pointee.value : BigInt(value.int)
    switch specification.type {
    case nil, "d", "n": return try formatInteger(number, specification, 10, "")
    case "b": return try formatInteger(number, specification, 2, "0b")
    case "o": return try formatInteger(number, specification, 8, "0o")
    case "x": return try formatInteger(number, specification, 16, "0x")
    case "X": return try formatInteger(number, specification, 16, "0x").uppercasedDigits()
    case "c": return try formatCharacter(number, specification)
    case "e", "E", "f", "F", "g", "G", "%":
      return try formatFloat(try double(.big(number)), specification, "int")
    default: throw specification.unknownType(typeName(value))
    }
  }

  private func formatInteger(
    _ number: BigInt, _ specification: FormatSpecification, _ radix: Int, _ prefix: String
  ) throws(Interruption) -> String {
    if specification.precision != nil {
      throw .raised(.value, "Precision not allowed in integer format specifier")
    }
    if specification.avoidsNegativeZero {
      throw .raised(
        .value, "Negative zero coercion (z) not allowed in integer format specifier")
    }
    return specification.number(
      isNegative: number < 0, prefix: specification.isAlternate ? prefix : "",
      digits: try IntegerText.digits(number.magnitude, radix: radix),
      groupSize: radix == 10 ? 3 : 4)
  }

  private func formatCharacter(
    _ number: BigInt, _ specification: FormatSpecification
  ) throws(Interruption) -> String {
    if specification.precision != nil {
      throw .raised(.value, "Precision not allowed in integer format specifier")
    }
    if specification.hasSign {
      throw .raised(.value, "Sign not allowed with integer format specifier 'c'")
    }
    if specification.isAlternate {
      throw .raised(
        .value, "Alternate form (#) not allowed with integer format specifier 'c'")
    }
    if Int(exactly: number) == nil {
      throw .raised(.overflow, "Python int too large to convert to C long")
    }
    guard let code = UInt32(exactly: number), code < 0x110000 else {
      throw .raised(.overflow, "%c arg not in range(0x110000)")
    }
    guard let scalar = Unicode.Scalar(code) else { throw .surrogate }
    return specification.padded(String(scalar), default: ">")
  }

  private func formatFloat(
    _ value: Double, _ specification: FormatSpecification, _ typeName: String
  ) throws(Interruption) -> String {
    let type = specification.type
    let magnitude = type == "%" ? value.magnitude * 100 : value.magnitude
    let precision = specification.precision ?? 6
    if precision > Int(Int32.max) { throw .raised(.value, "precision too big") }
    var text: String
    switch type {
    case "f", "F", "%", "e", "E":
      text = FloatText.fixed(
        magnitude, type == "e" || type == "E" ? "e" : "f", precision: precision,
        alternate: specification.isAlternate)
    case "g", "G", "n":
      text = FloatText.fixed(
        magnitude, "g", precision: precision, alternate: specification.isAlternate)
    case nil:
      text =
        specification.precision.map {
          FloatText.general(magnitude, precision: $0, alternate: specification.isAlternate)
        } ?? FloatText.shortest(magnitude, alternate: specification.isAlternate)
    default: throw specification.unknownType(typeName)
    }
    if type == "%" { text += "%" }
    if let type, type.properties.isUppercase { text = text.uppercasedDigits() }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var isNegative = value.sign == .minus && !value.isNaN
    if specification.avoidsNegativeZero, !text.contains(where: { "123456789".contains($0) }),
      !digits.isEmpty
    {
      isNegative = false
    }
    if digits.isEmpty {
      var specification = specification
      specification.grouping = nil
      return specification.number(isNegative: isNegative, digits: text)
    }
    return specification.number(
      isNegative: isNegative, digits: String(digits), rest: String(text.dropFirst(digits.count)))
  }
}

extension Interruption {
  /// Half of a pair of UTF-16, which is a character in Python and no text here.
  static var surrogate: Interruption {
    .raised(.value, "a surrogate (U+D800 to U+DFFF) alone is not part of neuron's texts")
  }
}

extension String {
  /// `0x1f` as `0X1F`; the text is ASCII where it has letters of numbers.
  fileprivate func uppercasedDigits() -> String { uppercased() }
}
