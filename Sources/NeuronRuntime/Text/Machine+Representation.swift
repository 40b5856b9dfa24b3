// `str` and `repr`.

extension Machine {
  /// What `str` gives: text as it is, everything else as `repr`.
  package func text(of value: Value) throws(Interruption) -> String {
    switch value.kind {
    case .string: return textOf(value)
    case .instance: return try instanceText(value)
    case .foreign: return try value.foreignObject.pointee.value.text(in: self)
    default: return try representation(of: value)
    }
  }

  /// What `str` gives, as a value.
  func textValue(of value: Value) throws(Interruption) -> Value {
    switch value.kind {
    case .string: return value
    case .int: return try heap.digits(of: value.int)
    default: return try heap.string(try text(of: value))
    }
  }

  /// The text of a string.
  package func textOf(_ value: Value) -> String {
    spend(value.stringObject.pointee.byteCount)
    return String(decoding: value.stringObject.buffer, as: UTF8.self)
  }

  /// What `repr` gives, as Python's.
  package func representation(of value: Value) throws(Interruption) -> String {
    var writer = RepresentationWriter(machine: self)
    try writer.write(value)
    return writer.text
  }

  private func instanceText(_ value: Value) throws(Interruption) -> String {
    if let method = specialMethod(.text, of: value) {
      return try stringResult(of: method, on: value, "__str__")
    }
    if value.isException { return try exceptionText(value) }
    if let method = specialMethod(.representation, of: value) {
      return try stringResult(of: method, on: value, "__str__")
    }
    if let part = value.builtinPart, !part.kind.isSet { return try text(of: part) }
    return try representation(of: value)
  }

  private func stringResult(
    of method: Value, on value: Value, _ name: String
  ) throws(Interruption) -> String {
    let result = try walking { () throws(Interruption) in try callSpecial(method, on: value) }
    guard let text = result.builtinPart, text.kind == .string else {
      throw .raised(.type, "\(name) returned non-string (type \(typeName(result)))")
    }
    return textOf(text)
  }

  fileprivate func instanceRepresentation(_ value: Value) throws(Interruption) -> String? {
    if let method = specialMethod(.representation, of: value) {
      return try stringResult(of: method, on: value, "__repr__")
    }
    if value.isException { return try exceptionRepresentation(value) }
    guard let part = value.builtinPart else { return try defaultRepresentation(of: value) }
    if !part.kind.isSet { return nil }
    // A set names the class that it is of.
    let text = try representation(of: part)
    let name = typeName(value)
    if length(part) == 0 { return name + "()" }
    return part.kind == .set ? "\(name)(\(text))" : name + text.dropFirst(typeName(part).count)
  }

  /// Without an address, which would differ from run to run.
  func defaultRepresentation(of value: Value) throws(Interruption) -> String {
    "<\(typeName(value)) object>"
  }

  /// As `repr` has an exception: its class and its arguments.
  func exceptionRepresentation(_ value: Value) throws(Interruption) -> String {
    let arguments = value.exceptionObject.pointee.arguments
    return try walking { () throws(Interruption) in
      if arguments.tupleObject.pointee.count == 1 {
        return "\(typeName(value))(\(try representation(of: arguments.tupleObject.items[0])))"
      }
      return typeName(value) + (try representation(of: arguments))
    }
  }

  func exceptionText(_ value: Value) throws(Interruption) -> String {
    let object = value.exceptionObject.pointee
    let arguments = items(of: object.arguments)
    if arguments.count > 1, isInstance(value, ofClass: exceptionClass(.operatingSystem)) {
      return "[Errno \(try text(of: arguments[0]))] \(try text(of: arguments[1]))"
    }
    switch arguments.count {
    case 0: return ""
    case 1:
      return try walking { () throws(Interruption) in
        isInstance(value, ofClass: exceptionClass(.key))
          ? try representation(of: arguments[0]) : try text(of: arguments[0])
      }
    default: return try representation(of: object.arguments)
    }
  }

  func joinStrings(
    _ pieces: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Interruption) -> Value {
    if count == 1 { return pieces[0] }
    var bytes = 0
    for index in 0..<count { bytes += pieces[index].stringObject.pointee.byteCount }
    let result = try heap.emptyString(byteCount: bytes)
    var target = result.bytes
    var scalars = 0
    for index in 0..<count {
      let piece = pieces[index].stringObject
      target.update(from: piece.bytes, count: piece.pointee.byteCount)
      target += piece.pointee.byteCount
      scalars += piece.pointee.scalarCount
    }
    result.pointee.scalarCount = scalars
    return Value(.string, result)
  }

  func asciiOnly(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += StringLiteralText.escape(scalar)
      }
    }
    return result
  }
}

/// Writes `repr` of a value, containers and all.
private struct RepresentationWriter {
  let machine: Machine
  var text = ""
  /// The containers being written: one inside itself is written as `[...]`.
  private var open: [UInt64] = []

  init(machine: Machine) {
    self.machine = machine
  }

  mutating func write(_ value: Value) throws(Interruption) {
    if text.utf8.count > machine.limits.memory { throw .memoryLimit(machine.limits.memory) }
    switch value.kind {
    case .unbound, .none: text += "None"
    case .ellipsis: text += "Ellipsis"
    case .int: text += String(value.int)
    case .bool: text += value.isTrueBool ? "True" : "False"
    case .float:
      if value.isTraced { machine.tracing.noteText(of: value) }
      text += FloatText.shortest(value.float)
    case .bigInt: try writeLong(value)
    case .string: text += StringLiteralText.representation(of: machine.textOf(value))
    case .dictionary: try writeDictionary(value)
    case .list, .tuple: try writeContainer(value)
    case .set, .frozenset: try writeSet(value)
    case .view:
      text += machine.typeName(value) + "("
      try write(try machine.heap.list(try machine.allItems(of: value)))
      text += ")"
    case .range:
      let range = value.rangeObject.pointee
      text += "range(\(range.start), \(range.stop)" + (range.step == 1 ? ")" : ", \(range.step))")
    case .slice:
      let slice = value.sliceObject.pointee
      text += "slice("
      try write(slice.start)
      text += ", "
      try write(slice.stop)
      text += ", "
      try write(slice.step)
      text += ")"
    case .function:
      let name = try machine.attribute("__qualname__", of: value)
      text += "<function \(name.kind == .string ? machine.textOf(name) : "function")>"
    case .native:
      text += "<built-in function \(machine.natives[Int(value.payload)].name)>"
    case .type:
      text += "<class '\(BuiltinType(rawValue: UInt8(value.payload))?.name ?? "object")'>"
    case .boundMethod:
      let method = value.boundMethodObject.pointee
      guard method.function.kind == .native else {
        let name = try machine.attribute("__qualname__", of: method.function)
        text += "<bound method \(name.kind == .string ? machine.textOf(name) : "?") of "
        try write(method.receiver)
        text += ">"
        return
      }
      let name = machine.natives[Int(method.function.payload)].name
      text += "<built-in method \(name) of \(machine.typeName(method.receiver)) object>"
    case .module:
      text += machine.moduleRepresentation(value)
    case .instance:
      if let written = try machine.instanceRepresentation(value) {
        text += written
      } else {
        try write(value.instanceObject.pointee.payload)
      }
    case .generator:
      text += "<generator object \(machine.nameOf(generator: value, isQualified: true))>"
    case .class:
      let info = value.classInfo
      text += "<class '\(info.module == "builtins" ? "" : info.module + ".")\(info.qualifiedName)'>"
    case .notImplemented: text += "NotImplemented"
    case .descriptor where value.descriptorObject.pointee.part != .property:
      text += "<\(machine.typeName(value))("
      try write(value.descriptorObject.pointee.function)
      text += ")>"
    case .super:
      text += "<super: "
      try write(value.superObject.pointee.type)
      text += ", <\(machine.typeName(value.superObject.pointee.object)) object>>"
    case .descriptor, .exceptionState: text += "<\(machine.typeName(value)) object>"
    case .iterator, .box: text += "<\(machine.typeName(value)) object>"
    case .foreign:
      text += try value.foreignObject.pointee.value.representation(in: machine)
    }
  }

  /// CPython refuses more than 4,300 digits, since writing them takes time by their square.
  private mutating func writeLong(_ value: Value) throws(Interruption) {
    let number = value.bigIntObject.pointee.value
    text += (number < 0 ? "-" : "") + (try IntegerText.digits(number.magnitude, radix: 10))
  }

  private mutating func writeDictionary(_ value: Value) throws(Interruption) {
    guard let flavour = value.flavour else { return try writeContainer(value) }
    let writing = try flavour.writing(of: value, in: machine)
    text += writing.prefix
    if !writing.entries.isEmpty || writing.prefix.last != "(" {
      try writeContainer(value, as: writing)
    }
    text += writing.suffix
  }

  private mutating func writeSet(_ value: Value) throws(Interruption) {
    let name = machine.typeName(value)
    if machine.length(value) == 0 {
      text += name + "()"
      return
    }
    if value.kind == .frozenset { text += name + "(" }
    try writeContainer(value)
    if value.kind == .frozenset { text += ")" }
  }

  private mutating func writeContainer(
    _ value: Value, as writing: DictionaryWriting? = nil
  ) throws(Interruption) {
    let isList = value.kind == .list || writing?.isListOfPairs == true
    let (left, right) = isList ? ("[", "]") : value.kind == .tuple ? ("(", ")") : ("{", "}")
    if open.contains(value.payload) {
      let isSet = value.kind == .set || value.kind == .frozenset
      text += isSet ? machine.typeName(value) + "(...)" : "\(left)...\(right)"
      return
    }
    if open.count >= machine.limits.depth {
      throw .recursionLimit(" while getting the repr of an object")
    }
    // A container that holds another twice is written twice: work may double with each level.
    try machine.spendSteps(64 * (1 + (machine.length(value) ?? 0)))
    open.append(value.payload)
    defer { open.removeLast() }
    let tupleClass = machine.tupleClass(of: value)
    text += (tupleClass?.name ?? "") + left
    if value.kind == .dictionary {
      let entries = writing?.entries ?? machine.entries(of: value)
      for (index, entry) in entries.enumerated() {
        text += (index > 0 ? ", " : "") + (isList ? "(" : "")
        try write(entry.key)
        text += isList ? ", " : ": "
        try write(entry.value)
        if isList { text += ")" }
      }
    } else if let tupleClass {
      for (index, field) in tupleClass.fields.enumerated() {
        text += (index > 0 ? ", " : "") + field + "="
        try write(value.tupleObject.items[index])
      }
    } else {
      let items =
        value.kind == .list || value.kind == .tuple
        ? machine.items(of: value) : value.setObject.all.map(\.key)
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        try write(item)
      }
      if value.kind == .tuple, items.count == 1 { text += "," }
    }
    text += right
  }
}

/// Strings as Python literals.
enum StringLiteralText {
  /// With single quotes, or double ones where the text holds single and no double ones.
  static func representation(of text: String) -> String {
    let hasSingle = text.utf8.contains(UInt8(ascii: "'"))
    let quote: Unicode.Scalar = hasSingle && !text.utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
    var result = String.UnicodeScalarView()
    result.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default:
        if scalar.isPrintable {
          result.append(scalar)
        } else {
          result.append(contentsOf: escape(scalar).unicodeScalars)
        }
      }
    }
    result.append(quote)
    return String(result)
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    func padded(_ width: Int) -> String { String(repeating: "0", count: width - hex.count) + hex }
    if scalar.value < 0x100 { return "\\x" + padded(2) }
    return scalar.value < 0x10000 ? "\\u" + padded(4) : "\\U" + padded(8)
  }
}
