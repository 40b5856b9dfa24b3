import BigInt

// Attributes of types and of numbers.

extension Machine {
  func typeObjectName(_ value: Value) -> String {
    switch value.kind {
    case .type: BuiltinType(rawValue: UInt8(value.payload))?.name ?? "object"
    case .native: natives[Int(value.payload)].name
    case .class: value.classInfo.name
    default: typeName(value)
    }
  }

  /// `str.upper` and its like: the method as a function of its receiver.
  func typeAttribute(_ name: String, of type: Value) throws(Interruption) -> Value? {
    let typeName = typeObjectName(type)
    switch name {
    case "__name__", "__qualname__":
      return try heap.string(String(typeName.split(separator: ".").last ?? ""))
    case "__module__":
      return try heap.string(typeName.contains(".") ? "numpy" : "builtins")
    case "__class__": return Value(type: .type)
    case "__mro__": return try heap.tuple(linearization(of: type))
    default: break
    }
    guard let builtin = BuiltinType(rawValue: UInt8(type.payload)) else { return nil }
    if builtin == .dictionary, name == "fromkeys" { return fromKeys }
    if ["maketrans", "fromhex"].contains(name),
      let function = unboundMethods["\(typeName).\(name)"]
    {
      return function
    }
    guard let kind = builtin.methodKind, let method = methods[kind]?[name] else {
      if let builtin = BuiltinType(rawValue: UInt8(type.payload)) {
        if builtin == .object, let method = objectMethods[name] { return method }
        if let method = builtinMethod(name, of: builtin) { return method }
        if name.isSpecialName, let method = objectMethods[name] { return method }
      }
      if let missing = MissingAttributes.message(for: name, of: builtin) {
        throw .raised(.attribute, missing)
      }
      lookedUp = (name, { [unowned self] in builtin.methodKind.map(methodNames(of:)) ?? [] })
      return nil
    }
    let path = "\(typeName).\(name)"
    if let known = unboundMethods[path] { return known }
    let function = makeNative(path) { (arguments, machine) throws(Interruption) in
      guard arguments.count > 0 else {
        throw .raised(.type, "unbound method \(path)() needs an argument")
      }
      guard let receiver = arguments[0].builtinPart,
        receiver.kind == kind || kind == .int && receiver.kind == .bigInt
      else {
        throw .raised(
          .type,
          "descriptor '\(name)' for '\(typeName)' objects doesn't apply to a '\(machine.typeName(arguments[0]))' object"
        )
      }
      arguments.base[0] = receiver
      return try machine.callValue(
        method, arguments.base, arguments.count + arguments.keywords.count, arguments.keywords)
    }
    unboundMethods[path] = function
    return function
  }

  private var fromKeys: Value {
    if let known = unboundMethods["dict.fromkeys"] { return known }
    let function = makeNative("fromkeys") { (arguments, machine) throws(Interruption) in
      try arguments.expect("fromkeys", 1...2)
      let dictionary = machine.heap.dictionary()
      try machine.fillDictionary(
        dictionary, withKeys: arguments[0], value: arguments.count > 1 ? arguments[1] : .none)
      return dictionary
    }
    unboundMethods["dict.fromkeys"] = function
    return function
  }

  /// `real`, `imag`, and what integers have as fractions.
  func numberAttribute(_ name: String, of value: Value) throws(Interruption) -> Value? {
    switch name {
    case "real": value.kind == .bool ? Value(value.int) : value
    case "imag": value.isFloat ? Value(0.0) : Value(0)
    case "numerator" where !value.isFloat: value.kind == .bool ? Value(value.int) : value
    case "denominator" where !value.isFloat: Value(1)
    default: nil
    }
  }

  func installNumberMethods() {
    for kind in [Kind.int, .bool, .bigInt] {
      defineMethod(kind, "bit_length") { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(kind == .bool ? "bool" : "int", "bit_length", 0...0)
        return Value(try machine.wholeNumber(arguments[0]).magnitude.bitWidth)
      }
      defineMethod(kind, "bit_count") { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(kind == .bool ? "bool" : "int", "bit_count", 0...0)
        let words = try machine.wholeNumber(arguments[0]).magnitude.words
        return Value(words.reduce(0) { $0 + $1.nonzeroBitCount })
      }
      defineMethod(kind, "conjugate") { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(kind == .bool ? "bool" : "int", "conjugate", 0...0)
        return arguments[0].kind == .bool ? Value(arguments[0].int) : arguments[0]
      }
      defineMethod(kind, "as_integer_ratio") { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod(kind == .bool ? "bool" : "int", "as_integer_ratio", 0...0)
        return try machine.heap.tuple([
          try machine.heap.integer(machine.wholeNumber(arguments[0])), Value(1),
        ])
      }
    }
    defineMethod(.float, "is_integer") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("float", "is_integer", 0...0)
      let value = arguments[0].float
      return Value(value.isFinite && value == value.rounded(.towardZero))
    }
    defineMethod(.float, "conjugate") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("float", "conjugate", 0...0)
      return arguments[0]
    }
    defineMethod(.float, "as_integer_ratio") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("float", "as_integer_ratio", 0...0)
      try machine.refuseTraced(arguments[0], "as_integer_ratio")
      return try machine.fraction(arguments[0].float)
    }
  }

  private func fraction(_ value: Double) throws(Interruption) -> Value {
    if value.isNaN { throw .raised(.value, "cannot convert NaN to integer ratio") }
    if value.isInfinite {
      throw .raised(.overflow, "cannot convert Infinity to integer ratio")
    }
    if value == 0 { return try heap.tuple([Value(0), Value(1)]) }
    var numerator = BigInt(value.significand * 0x1p52)
    let exponent = Int(value.exponent) - 52
    if value < 0 { numerator = -numerator }
    let shared = min(numerator.magnitude.trailingZeroBitCount, max(-exponent, 0))
    return try heap.tuple([
      try heap.integer(exponent >= 0 ? numerator << exponent : numerator >> shared),
      try heap.integer(exponent >= 0 ? 1 : BigInt(1) << (-exponent - shared)),
    ])
  }
}

extension BuiltinType {
  /// The kind whose methods the type has.
  var methodKind: Kind? {
    switch self {
    case .string: .string
    case .list: .list
    case .tuple: .tuple
    case .dictionary: .dictionary
    case .set: .set
    case .frozenset: .frozenset
    case .int: .int
    case .bool: .bool
    case .float: .float
    case .range: .range
    default: nil
    }
  }
}

/// What Python's types have and neuron's have not, so that a message need not deny that it exists.
enum MissingAttributes {
  static func message(for name: String, of type: BuiltinType) -> String? {
    let known: [String] =
      switch type {
      case .string: ["encode"]
      case .int, .bool: ["from_bytes", "to_bytes"]
      case .keysView, .itemsView: ["mapping"]
      default: []
      }
    if name == "__dict__" || name == "__slots__" { return nil }
    guard name.isSpecialName || known.contains(name) else { return nil }
    return "'\(type.name).\(name)' is not part of neuron"
  }
}

extension String {
  /// Whether it has the form of the names that Python keeps for itself: `__name__`.
  var isSpecialName: Bool { hasPrefix("__") && hasSuffix("__") && utf8.count > 4 }
}
