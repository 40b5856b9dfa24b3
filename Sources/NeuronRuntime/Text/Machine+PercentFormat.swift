import BigInt

// `template % values`, in the manner of C's printf.

extension Machine {
  /// `template % values`.
  package func percentFormat(_ template: Value, _ values: Value) throws(Interruption) -> Value {
    let tuple = values.builtinPart?.kind == .tuple ? values.builtinPart : nil
    var arguments = tuple.map(items(of:)) ?? [values]
    arguments.reverse()
    var result = ""
    var rest = Array(textOf(template).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if result.utf8.count > limits.memory { throw .memoryLimit(limits.memory) }
      result += try percentField(&rest, &arguments, mapping: values)
    }
    if !arguments.isEmpty, !isMapping(values) {
      throw .raised(.type, "not all arguments converted during string formatting")
    }
    return try heap.string(result)
  }

  /// Whether a value may be asked for items by key: what has items and is neither text nor a tuple.
  private func isMapping(_ value: Value) -> Bool {
    switch value.kind {
    case .dictionary, .list, .range: true
    case .foreign: value.foreignObject.pointee.value.count != nil
    case .instance:
      specialMethod(.getItem, of: value) != nil
        && ![.string, .tuple].contains(value.builtinPart?.kind)
        || value.builtinPart.map { $0.kind == .dictionary || $0.kind == .list } == true
    default: false
    }
  }

  private func percentField(
    _ rest: inout ArraySlice<Unicode.Scalar>, _ arguments: inout [Value], mapping: Value
  ) throws(Interruption) -> String {
    let isBare = rest.first == "%"
    if rest.first == "(" {
      guard isMapping(mapping) else {
        throw .raised(.type, "format requires a mapping")
      }
      // What a key finds is the one argument that is left.
      let key = try heap.string(try percentKey(&rest))
      arguments = [try loadSubscript(mapping, key)]
    }
    func nextArgument() throws(Interruption) -> Value {
      guard let value = arguments.popLast() else {
        throw .raised(.type, "not enough arguments for format string")
      }
      return value
    }
    var flags = Set<Unicode.Scalar>()
    while let flag = rest.first, "-+ #0".unicodeScalars.contains(flag) {
      flags.insert(flag)
      rest = rest.dropFirst()
    }
    func number() throws(Interruption) -> Int? {
      if rest.first == "*" {
        rest = rest.dropFirst()
        let argument = try nextArgument()
        let value = argument.builtinPart ?? argument
        guard value.kind == .int || value.kind == .bool else {
          if value.kind == .bigInt {
            throw .raised(.overflow, "Python int too large to convert to C ssize_t")
          }
          throw .raised(.type, "* wants int")
        }
        return value.int
      }
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      if digits.isEmpty { return nil }
      guard let number = Int(String(String.UnicodeScalarView(digits))) else {
        throw .raised(.value, "width too big")
      }
      return number
    }
    var width = try number() ?? 0
    var precision: Int?
    if rest.first == "." {
      rest = rest.dropFirst()
      precision = max(try number() ?? 0, 0)
    }
    if let size = rest.first, "hlL".unicodeScalars.contains(size) { rest = rest.dropFirst() }
    guard let type = rest.popFirst() else { throw .raised(.value, "incomplete format") }
    if type == "%", isBare { return "%" }
    if width < 0 {
      flags.insert("-")
      width = width == .min ? .max : -width
    }
    let value = try nextArgument()
    guard "sradiucxXoeEfFgG".unicodeScalars.contains(type) else {
      let code = String(type.value, radix: 16)
      let shown = (31...126).contains(type.value) ? type : "?"
      throw .raised(
        .value,
        "unsupported format character '\(shown)' (0x\(code)) at index \(rest.startIndex - 1)")
    }
    return try percentValue(
      value, type, flags, width: width, precision: precision)
  }

  /// The number that an array of one element is; whole numbers have their own complaint about others.
  private func percentNumber(
    ofForeign value: Value, _ type: Unicode.Scalar
  ) throws(Interruption) -> Value? {
    guard "diu".unicodeScalars.contains(type), let foreign = foreign(value) else {
      return try self.foreign(value)?.number(in: self)
    }
    let number = try catching(.type) { () throws(Interruption) in
      try foreign.number(in: self) ?? value
    }
    if let number, number.kind != .foreign { return number }
    throw .raised(.type, "%\(type) format: a real number is required, not \(typeName(value))")
  }

  private func percentValue(
    _ value: Value, _ type: Unicode.Scalar, _ flags: Set<Unicode.Scalar>, width: Int,
    precision: Int?
  ) throws(Interruption) -> String {
    if value.kind == .foreign, !["s", "r", "a", "c"].contains(type),
      let number = try percentNumber(ofForeign: value, type)
    {
      return try percentValue(number, type, flags, width: width, precision: precision)
    }
    switch type {
    case "s", "r", "a":
      let shown = type == "s" ? try text(of: value) : try representation(of: value)
      return try percentText(type == "a" ? asciiOnly(shown) : shown, flags, width, precision)
    case "c": return try percentText(try percentCharacter(value), flags, width, nil)
    case "d", "i", "u":
      let value = try wholeOfInstance(value)
      guard Number(value, self) != nil else {
        throw .raised(
          .type, "%\(type) format: a real number is required, not \(typeName(value))")
      }
      let whole = value.isFloat ? try truncated(value.float) : value
      return try percentInteger(try wholeNumber(whole), 10, "", flags, width, precision)
    case "x", "X", "o":
      let value = try indexValue(value)
      guard Number(value, self) != nil, !value.isFloat else {
        throw .raised(
          .type, "%\(type) format: an integer is required, not \(typeName(value))")
      }
      let prefix = flags.contains("#") ? (type == "o" ? "0o" : "0x") : ""
      let text = try percentInteger(
        try wholeNumber(value), type == "o" ? 8 : 16, prefix, flags, width, precision)
      return type == "X" ? text.uppercased() : text
    default:
      guard let number = Number(try floatOfInstance(value), self) else {
        throw .raised(.type, "must be real number, not \(typeName(value))")
      }
      return try percentFloat(try double(number), type, flags, width, precision)
    }
  }

  /// The integer that an instance stands for: by `__int__`, else by `__index__`.
  private func wholeOfInstance(_ value: Value) throws(Interruption) -> Value {
    if let part = value.builtinPart, Number(part, self) != nil { return part }
    guard let method = specialMethod(.integer, of: value) else { return try indexValue(value) }
    return try callSpecial(method, on: value)
  }

  private func percentKey(_ rest: inout ArraySlice<Unicode.Scalar>) throws(Interruption) -> String {
    var depth = 0
    for index in rest.indices {
      depth += rest[index] == "(" ? 1 : rest[index] == ")" ? -1 : 0
      if depth == 0 {
        let key = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<index]))
        rest = rest[(index + 1)...]
        return key
      }
    }
    throw .raised(.value, "incomplete format key")
  }

  private func percentCharacter(_ argument: Value) throws(Interruption) -> String {
    let value = argument.kind == .instance ? try indexValue(argument) : argument
    if value.kind == .string, value.stringObject.pointee.scalarCount == 1 { return textOf(value) }
    guard value.kind == .int || value.kind == .bool else {
      throw value.kind == .bigInt
        ? .raised(.overflow, "%c arg not in range(0x110000)")
        : .raised(.type, "%c requires int or char")
    }
    guard let code = UInt32(exactly: value.int), code < 0x110000 else {
      throw .raised(.overflow, "%c arg not in range(0x110000)")
    }
    guard let scalar = Unicode.Scalar(code) else { throw .surrogate }
    return String(scalar)
  }

  private func percentText(
    _ text: String, _ flags: Set<Unicode.Scalar>, _ width: Int, _ precision: Int?
  ) throws(Interruption) -> String {
    let shown = precision.map { String(text.unicodeScalars.prefix($0)) } ?? text
    let missing = max(width - shown.unicodeScalars.count, 0)
    try heap.reserve(missing)
    let fill = String(repeating: " ", count: missing)
    return flags.contains("-") ? shown + fill : fill + shown
  }

  private func percentInteger(
    _ number: BigInt, _ radix: Int, _ prefix: String, _ flags: Set<Unicode.Scalar>, _ width: Int,
    _ precision: Int?
  ) throws(Interruption) -> String {
    var digits = try IntegerText.digits(number.magnitude, radix: radix)
    let missing = max((precision ?? 0) - digits.utf8.count, 0)
    try heap.reserve(missing)
    digits = String(repeating: "0", count: missing) + digits
    return try percentNumber(digits, isNegative: number < 0, prefix, flags, width)
  }

  private func percentFloat(
    _ value: Double, _ type: Unicode.Scalar, _ flags: Set<Unicode.Scalar>, _ width: Int,
    _ precision: Int?
  ) throws(Interruption) -> String {
    let precision = precision ?? 6
    if precision > Int(Int32.max) { throw .raised(.value, "precision too big") }
    // The text exists in several forms on its way.
    try heap.reserve(precision.multipliedReportingOverflow(by: 4).partialValue)
    let isUpper = type.properties.isUppercase
    let kind = Character(isUpper ? Unicode.Scalar(type.value | 0x20) ?? type : type)
    let text = FloatText.fixed(
      value.magnitude, kind, precision: precision, alternate: flags.contains("#"))
    return try percentNumber(
      isUpper ? text.uppercased() : text, isNegative: value.sign == .minus && !value.isNaN, "",
      flags, width)
  }

  /// Sign, prefix and digits, filled to the width with spaces or, within, with zeros.
  private func percentNumber(
    _ digits: String, isNegative: Bool, _ prefix: String, _ flags: Set<Unicode.Scalar>, _ width: Int
  ) throws(Interruption) -> String {
    let sign = isNegative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : ""
    let missing = max(width - sign.utf8.count - prefix.utf8.count - digits.utf8.count, 0)
    try heap.reserve(missing)
    if flags.contains("-") {
      return sign + prefix + digits + String(repeating: " ", count: missing)
    }
    if flags.contains("0") {
      return sign + prefix + String(repeating: "0", count: missing) + digits
    }
    return String(repeating: " ", count: missing) + sign + prefix + digits
  }
}
