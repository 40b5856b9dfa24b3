// `translate`, `maketrans` and `format_map`.

extension Machine {
  func installTranslation() {
    // These ask their argument for its items, which a class may have a say in.
    methods[.string, default: [:]]["translate"] = makeNative("translate") {
      (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", "translate", 1...1)
      return try machine.translate(arguments[0], arguments[1])
    }
    methods[.string, default: [:]]["format_map"] = makeNative("format_map") {
      (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", "format_map", 1...1)
      return try machine.heap.string(
        try machine.formatTemplate(
          machine.textOf(arguments[0]), arguments.droppingFirst, mapping: arguments[1]))
    }
    defineMethod(.string, "maketrans") { (arguments, machine) throws(Interruption) in
      try machine.translationTable(arguments.droppingFirst)
    }
    unboundMethods["str.maketrans"] = makeNative("maketrans") {
      (arguments, machine) throws(Interruption) in
      try machine.translationTable(arguments)
    }
  }

  private func translate(_ text: Value, _ table: Value) throws(Interruption) -> Value {
    var result: [UInt8] = []
    let scalars = Array(textOf(text).unicodeScalars)
    try heap.pinning([table]) { () throws(Interruption) in
      for scalar in scalars {
        spend(64)
        guard let replacement = try entry(of: table, for: scalar) else {
          result.append(contentsOf: UTF8.encode(scalar) ?? .init())
          continue
        }
        try append(replacement, to: &result)
        if result.count > limits.memory { throw .memoryLimit(limits.memory) }
      }
    }
    let text = try heap.emptyString(byteCount: result.count)
    for (index, byte) in result.enumerated() { text.bytes[index] = byte }
    heap.countScalars(text)
    return Value(.string, text)
  }

  /// What a table has for a character; `nil` when it has nothing.
  private func entry(of table: Value, for scalar: Unicode.Scalar) throws(Interruption) -> Value? {
    let key = Value(Int(scalar.value))
    if table.kind == .dictionary, table.flavour == nil { return try getItem(table, key) }
    do throws(Interruption) { return try loadSubscript(table, key) } catch {
      if isException(error, .lookup) { return nil }
      throw error
    }
  }

  private func append(
    _ replacement: Value, to result: inout [UInt8]
  ) throws(Interruption) {
    switch replacement.kind {
    case .none: break
    case .string: result.append(contentsOf: replacement.stringObject.buffer)
    case .int, .bool:
      guard let code = UInt32(exactly: replacement.int), code < 0x110000 else {
        throw .raised(.value, "character mapping must be in range(0x110000)")
      }
      guard let scalar = Unicode.Scalar(code) else { throw .surrogate }
      result.append(contentsOf: UTF8.encode(scalar) ?? .init())
    default: throw .raised(.type, "character mapping must return integer, None or str")
    }
  }

  private func translationTable(_ arguments: Arguments) throws(Interruption) -> Value {
    try arguments.expect("maketrans", 1...3)
    let table = heap.dictionary()
    if arguments.count == 1 {
      try fillTranslationTable(table, from: arguments[0])
      return table
    }
    guard arguments[0].kind == .string else {
      throw .raised(
        .type, "first maketrans argument must be a string if there is a second argument")
    }
    for index in 1..<arguments.count where arguments[index].kind != .string {
      throw .raised(
        .type,
        "maketrans() argument \(index + 1) must be str, not \(describedKind(arguments[index]))")
    }
    let (from, to) = (textOf(arguments[0]).unicodeScalars, textOf(arguments[1]).unicodeScalars)
    if from.count != to.count {
      throw .raised(.value, "the first two maketrans arguments must have equal length")
    }
    for (old, new) in zip(from, to) {
      try setItem(table, Value(Int(old.value)), Value(Int(new.value)))
    }
    if arguments.count == 3 {
      for scalar in textOf(arguments[2]).unicodeScalars {
        try setItem(table, Value(Int(scalar.value)), .none)
      }
    }
    return table
  }

  private func fillTranslationTable(_ table: Value, from mapping: Value) throws(Interruption) {
    guard mapping.kind == .dictionary else {
      throw .raised(
        .type, "if you give only one argument to maketrans it must be a dict")
    }
    for (key, value) in entries(of: mapping) {
      switch key.kind {
      case .int, .bool, .bigInt: try setItem(table, key, value)
      case .string:
        let scalars = textOf(key).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else {
          throw .raised(.value, "string keys in translate table must be of length 1")
        }
        try setItem(table, Value(Int(scalar.value)), value)
      default:
        throw .raised(.type, "keys in translate table must be strings or integers")
      }
    }
  }
}
