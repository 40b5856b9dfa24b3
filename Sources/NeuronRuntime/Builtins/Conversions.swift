import BigInt

// Types as functions: `int(…)`, `float(…)`, `str(…)`, `list(…)`.

extension Machine {
  func installConversions() {
    for type in [
      BuiltinType.int, .float, .bool, .string, .list, .tuple, .dictionary, .set, .frozenset,
      .range, .type, .slice, .object, .property, .staticMethod, .classMethod, .super,
    ] {
      defineBuiltin(type.name, Value(type: type))
    }
  }

  /// Calls a built-in type.
  func construct(_ type: Value, _ arguments: Arguments) throws(Interruption) -> Value {
    guard let type = BuiltinType(rawValue: UInt8(type.payload)) else { return .none }
    switch type {
    case .dictionary: return try makeDictionary(arguments)
    case .int: return try makeInt(arguments)
    default: break
    }
    switch type {
    case .float:
      try arguments.expect("float", 0...1)
      return arguments.count == 0 ? Value(0.0) : try makeFloat(arguments[0])
    case .bool:
      try arguments.expect("bool", 0...1)
      return Value(arguments.count == 0 ? false : try isTrue(arguments[0]))
    case .string:
      if arguments.count > 1 {
        throw .raised(.type, "str() of bytes with an encoding is not part of neuron")
      }
      try arguments.expect("str", 0...1)
      if arguments.count == 1, arguments[0].kind == .string { return arguments[0] }
      if arguments.count == 1, arguments[0].isInt { return try heap.decimal(arguments[0].int) }
      return arguments.count == 0 ? try heap.string("") : try textValue(of: arguments[0])
    case .list:
      try arguments.expect("list", 0...1)
      return arguments.count == 0 ? try heap.list([]) : try collected(arguments[0])
    case .tuple:
      try arguments.expect("tuple", 0...1)
      if arguments.count == 1, arguments[0].kind == .tuple, arguments[0].tupleClass == nil {
        return arguments[0]
      }
      return try heap.tuple(arguments.count == 0 ? [] : items(of: try collected(arguments[0])))
    case .set, .frozenset: return try makeSet(type == .set ? .set : .frozenset, arguments)
    case .range: return try makeRange(arguments)
    case .type:
      if arguments.count == 3 {
        guard arguments[0].kind == .string, arguments[1].kind == .tuple,
          arguments[2].kind == .dictionary
        else { throw .raised(.type, "type() takes a string, a tuple and a dict") }
        let name = textOf(arguments[0])
        return try makeClass(
          name, qualifiedName: name, module: mainNamespace.name, bases: items(of: arguments[1]),
          names: arguments[2], keywords: nil)
      }
      if arguments.count != 1 { throw .raised(.type, "type() takes 1 or 3 arguments") }
      return try typeObject(of: arguments[0])
    case .slice:
      try arguments.expect("slice", 1...3)
      let start = arguments.count == 1 ? Value.none : arguments[0]
      return heap.slice(
        start, arguments[arguments.count == 1 ? 0 : 1],
        arguments.count == 3 ? arguments[2] : .none)
    case .object:
      if arguments.count + arguments.keywords.count > 0 {
        throw .raised(.type, "object() takes no arguments")
      }
      return heap.instance(of: plainObjectClass)
    case .property, .staticMethod, .classMethod: return try makeDescriptor(type, arguments)
    case .super: return try makeSuper(arguments)
    case .numpyFloat, .numpyInt, .numpyBool:
      guard let arrayLibrary else { fallthrough }
      return try arrayLibrary.construct(type, arguments, in: self)
    default:
      throw .raised(.type, "cannot create '\(type.name)' instances")
    }
  }

  private func typeObject(of value: Value) throws(Interruption) -> Value {
    if let type = libraryType(of: value) { return type }
    if value.kind == .iterator || value.kind == .foreign {
      throw .raised(.type, "the type of a '\(typeName(value))' object is not part of neuron")
    }
    return self.type(of: value)
  }

  // MARK: Numbers

  private func makeInt(_ arguments: Arguments) throws(Interruption) -> Value {
    try arguments.expectKeywords("int", ["base"])
    guard let value = arguments.count > 0 ? arguments[0] : nil else { return Value(0) }
    let base = arguments.value(at: 1, or: "base")
    if let base {
      if arguments.count + arguments.keywords.count > 2 {
        throw .raised(
          .type,
          "int() takes at most 2 arguments (\(arguments.count + arguments.keywords.count) given)")
      }
      if base.kind != .int, base.kind != .bool, base.kind != .bigInt {
        throw .raised(
          .type, "'\(typeName(base))' object cannot be interpreted as an integer")
      }
      guard base.kind != .bigInt, base.int == 0 || (2...36).contains(base.int) else {
        throw .raised(.value, "int() base must be >= 2 and <= 36, or 0")
      }
      guard value.kind == .string else {
        throw .raised(.type, "int() can't convert non-string with explicit base")
      }
    }
    switch value.kind {
    case .instance: return try intOfInstance(value, arguments)
    case .bigInt: return value
    case .int, .bool: return Value(value.int)
    case .float: return try truncated(value.float)
    case .string: return try parseInt(value, radix: base?.int ?? 10)
    case .foreign:
      guard let number = try foreign(value)?.number(in: self) else { fallthrough }
      return number.isFloat ? try truncated(number.float) : Value(number.int)
    default:
      throw .raised(
        .type,
        "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'"
      )
    }
  }

  /// A float's whole part.
  package func truncated(_ value: Double) throws(Interruption) -> Value {
    if value.isNaN { throw .raised(.value, "cannot convert float NaN to integer") }
    if value.isInfinite { throw .raised(.overflow, "cannot convert float infinity to integer") }
    let whole = value.rounded(.towardZero)
    if let small = Int(exactly: whole) { return Value(small) }
    return try heap.integer(BigInt(whole))
  }

  private func parseInt(_ text: Value, radix: Int) throws(Interruption) -> Value {
    let plain = textOf(text).trimmingPythonSpace().withASCIIDigits()
    var body = plain.utf8[...]
    let isNegative = body.first == UInt8(ascii: "-")
    if isNegative || body.first == UInt8(ascii: "+") { body = body.dropFirst() }
    var base = radix
    if body.first == UInt8(ascii: "0"), let letter = body.dropFirst().first {
      let bases: [UInt8: Int] = [
        UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2,
      ]
      if let prefixed = bases[letter | 0x20], radix == 0 || radix == prefixed {
        base = prefixed
        body = body.dropFirst(2)
        if body.first == UInt8(ascii: "_") { body = body.dropFirst() }
      }
    }
    let groups = body.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    let digits = groups.flatMap { $0 }
    // With base 0, as in source text, a number that is not 0 does not begin with one.
    let isLiteral =
      base != 0 || digits.first != UInt8(ascii: "0") || digits.allSatisfy { $0 == 0x30 }
    if isLiteral, groups.allSatisfy({ !$0.isEmpty }),
      let magnitude = try IntegerText.magnitude(digits, radix: base == 0 ? 10 : base)
    {
      return try heap.integer(BigInt(sign: isNegative ? .minus : .plus, magnitude: magnitude))
    }
    // Python shows as much of the text.
    let shown = StringLiteralText.representation(of: textOf(text)).unicodeScalars.prefix(200)
    throw .raised(
      .value, "invalid literal for int() with base \(radix): \(String(shown))")
  }

  private func makeFloat(_ value: Value) throws(Interruption) -> Value {
    switch value.kind {
    case .instance: return try makeFloat(ofInstance: value)
    case .int, .bool: return Value(Double(value.int))
    case .float: return tracing.value(tracing.traced(value), isNumPy: false)
    case .bigInt: return Value(try double(.big(value.bigIntObject.pointee.value)))
    case .string:
      if let number = simpleDecimal(value.stringObject.buffer) { return try numberOfText(number) }
      let text = textOf(value)
      let body = text.trimmingPythonSpace().withASCIIDigits().lowercased()
      let unsigned = body.first == "-" || body.first == "+" ? String(body.dropFirst()) : body
      let sign = body.first == "-" ? -1.0 : 1.0
      switch unsigned {
      case "inf", "infinity": return Value(sign * .infinity)
      case "nan": return Value(Double.nan)
      default: break
      }
      let digits = unsigned.split(separator: "_", omittingEmptySubsequences: false)
      let areJoined = zip(digits, digits.dropFirst()).allSatisfy {
        $0.last?.isNumber == true && $1.first?.isNumber == true
      }
      if areJoined,
        unsigned.allSatisfy({ "0123456789.e+-_".contains($0) }),
        unsigned.contains(where: { $0.isNumber }),
        unsigned.first != "-", unsigned.first != "+",
        let number = Double(normalized(digits.joined()))
      {
        return try numberOfText(sign * number)
      }
      throw .raised(
        .value,
        "could not convert string to float: \(StringLiteralText.representation(of: text))")
    case .foreign:
      guard let number = try foreign(value)?.number(in: self) else { fallthrough }
      return try makeFloat(number)
    default:
      throw .raised(
        .type, "float() argument must be a string or a real number, not '\(typeName(value))'")
    }
  }

  /// The number of a text that is digits, a point and digits; `nil` for any other text.
  ///
  /// Both the digits and the power of ten that they are divided by are exact as floats, so that the
  /// division rounds once, and correctly.
  private func simpleDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count >= 3, text.count <= 16 else { return nil }
    var digits = 0
    var point = -1
    for (index, byte) in text.enumerated() {
      if byte >= 0x30, byte <= 0x39 {
        digits = digits &* 10 &+ Int(byte &- 0x30)
      } else if byte == UInt8(ascii: "."), point < 0 {
        point = index
      } else {
        return nil
      }
    }
    guard point > 0, point < text.count - 1 else { return nil }
    var divisor = 1.0
    for _ in point..<(text.count - 1) { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// Python takes `.5` and `1.`; Swift's parser takes neither.
  private func normalized(_ text: String) -> String {
    var text = text
    if text.hasPrefix(".") { text = "0" + text }
    if let point = text.firstIndex(of: ".") {
      let next = text.index(after: point)
      if next == text.endIndex || text[next] == "e" { text.insert("0", at: next) }
    }
    return text
  }

  private func intOfInstance(
    _ value: Value, _ arguments: Arguments
  ) throws(Interruption) -> Value {
    for special in [SpecialMethod.integer, .index, .truncate] {
      guard let method = specialMethod(special, of: value) else { continue }
      let result = try callSpecial(method, on: value)
      switch result.kind {
      case .int, .bigInt: return result
      case .bool: return Value(result.int)
      default:
        throw .raised(
          .type, "\(special.name) returned non-int (type \(typeName(result)))")
      }
    }
    if let part = value.builtinPart { return try call(Value(type: .int), [part]) }
    throw .raised(
      .type,
      "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'"
    )
  }

  /// The float that an instance stands for where Python takes `__float__`; other values, and
  /// instances that stand for none, as they are.
  package func floatOfInstance(_ value: Value) throws(Interruption) -> Value {
    if value.kind == .foreign { return try foreign(value)?.number(in: self) ?? value }
    guard value.kind == .instance else { return value }
    if value.builtinPart == nil, specialMethod(.float, of: value) == nil,
      specialMethod(.index, of: value) == nil
    {
      return value
    }
    return try makeFloat(value)
  }

  /// Stops where a method of a float gives what its derivative cannot follow.
  func refuseTraced(_ value: Value, _ method: String) throws(Interruption) {
    if !value.isTraced || tracing.traced(value).isConstant { return }
    throw .raised(
      .type,
      "\(method)() of a number that is being differentiated loses its derivative: keep the number itself"
    )
  }

  /// A number that was read from a text, unless that loses a derivative.
  private func numberOfText(_ number: Double) throws(Interruption) -> Value {
    if tracing.mayComeFromTraced(number) {
      throw .raised(
        .type,
        "float() of a text that a differentiated number was written to loses its derivative: keep the number itself"
      )
    }
    return Value(number)
  }

  private func makeFloat(ofInstance value: Value) throws(Interruption) -> Value {
    if let method = specialMethod(.float, of: value) {
      let result = try callSpecial(method, on: value)
      if result.kind == .float { return result }
      throw .raised(
        .type,
        "\(typeName(value)).__float__ returned non-float (type \(typeName(result)))")
    }
    if let part = value.builtinPart { return try makeFloat(part) }
    if specialMethod(.index, of: value) != nil { return try makeFloat(try indexValue(value)) }
    throw .raised(
      .type, "float() argument must be a string or a real number, not '\(typeName(value))'")
  }

  // MARK: Containers

  private func makeDictionary(_ arguments: Arguments) throws(Interruption) -> Value {
    try arguments.expectPositional("dict", 0...1)
    let dictionary = heap.dictionary()
    try heap.pinning([dictionary]) { () throws(Interruption) in
      try fill(dictionary, from: arguments)
    }
    return dictionary
  }

  /// Takes a mapping or pairs, if one is given, then the keywords.
  func fill(_ dictionary: Value, from arguments: Arguments) throws(Interruption) {
    if arguments.count > 0 { try fill(dictionary, from: arguments[0]) }
    for (index, keyword) in arguments.keywords.enumerated() {
      try setItem(
        dictionary, try heap.string(keyword), arguments.base[arguments.count + index])
    }
  }

  /// Takes a mapping or pairs.
  func fill(_ dictionary: Value, from value: Value) throws(Interruption) {
    if value.builtinPart?.kind == .dictionary {
      try update(dictionary, with: value)
    } else if hasKeys(value) {
      try update(dictionary, withItemsOf: value)
    } else {
      let pairs = try allItems(of: value)
      try heap.pinning(pairs) { () throws(Interruption) in
        for (index, pair) in pairs.enumerated() { try setPair(dictionary, pair, index) }
      }
    }
  }

  private func setPair(_ dictionary: Value, _ pair: Value, _ index: Int) throws(Interruption) {
    let parts = try allItems(
      of: pair,
      else: "cannot convert dictionary update sequence element #\(index) to a sequence")
    if parts.count != 2 {
      throw .raised(
        .value,
        "dictionary update sequence element #\(index) has length \(parts.count); 2 is required")
    }
    try setItem(dictionary, parts[0], parts[1])
  }

  private func makeRange(_ arguments: Arguments) throws(Interruption) -> Value {
    try arguments.expect("range", 1...3)
    if arguments.count == 1, arguments[0].isInt {
      let count = max(arguments[0].int, 0)
      return heap.range(start: 0, stop: arguments[0].int, step: 1, count: count)
    }
    var bounds: [Int] = []
    for value in arguments.positional {
      let value = try indexValue(value)
      guard value.kind == .int || value.kind == .bool else {
        if value.kind == .bigInt {
          throw .raised(.overflow, "range() beyond 64 bits is not part of neuron")
        }
        throw .raised(
          .type, "'\(typeName(value))' object cannot be interpreted as an integer")
      }
      bounds.append(value.int)
    }
    let start = bounds.count == 1 ? 0 : bounds[0]
    let stop = bounds.count == 1 ? bounds[0] : bounds[1]
    let step = bounds.count == 3 ? bounds[2] : 1
    if step == 0 { throw .raised(.value, "range() arg 3 must not be zero") }
    let isEmpty = step > 0 ? start >= stop : start <= stop
    let distance = isEmpty ? 0 : UInt(bitPattern: step > 0 ? stop &- start : start &- stop)
    let count = isEmpty ? 0 : (distance - 1) / step.magnitude + 1
    guard let count = Int(exactly: count) else {
      throw .raised(.overflow, "Python int too large to convert to C ssize_t")
    }
    return heap.range(start: start, stop: stop, step: step, count: count)
  }
}

extension String {
  /// With the decimal digits of every script as ASCII's, as `int` and `float` read them.
  func withASCIIDigits() -> String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.numericType == .decimal, let value = scalar.properties.numericValue {
        result.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Without white space at its ends.
  func trimmingPythonSpace() -> String {
    var scalars = unicodeScalars[...].drop(while: \.isPythonSpace)
    while scalars.last?.isPythonSpace == true { scalars.removeLast() }
    return String(scalars)
  }
}
