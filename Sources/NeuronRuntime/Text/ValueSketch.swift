/// A value in at most one line, for reports: as `repr` writes it as far as there is room. It runs no
/// code of the program, takes little time whatever the value is, and never fails.
struct ValueSketch {
  private let machine: Machine
  private var text = ""
  /// The containers being written: one inside itself is written as `[...]`.
  private var open: [UInt64] = []

  /// Columns of a value; a report has about 100.
  private static let width = 60
  private static let maximumDepth = 8
  /// Bits of an integer that is written out: more digits than there are columns.
  private static let maximumBits = 256

  static func text(of value: Value, in machine: Machine) -> String {
    var sketch = ValueSketch(machine: machine)
    sketch.write(value)
    guard sketch.text.count > width else { return sketch.text }
    return String(sketch.text.prefix(width - 1)) + "…"
  }

  private init(machine: Machine) {
    self.machine = machine
  }

  private var isFull: Bool { text.utf8.count > 4 * Self.width || text.count > Self.width }

  private mutating func write(_ value: Value) {
    if isFull { return }
    switch value.kind {
    case .string: writeString(value)
    case .bigInt:
      let bits = value.bigIntObject.pointee.value.bitWidth
      if bits > Self.maximumBits {
        // log10(2) is 0.30103.
        text += "an int of about \(bits / 1000 * 301 + bits % 1000 * 301 / 1000) digits"
      } else {
        writePlain(value)
      }
    case .list:
      within(value, "[", "]") { $0.writeItems($0.machine.itemPrefix(of: value, Self.width)) }
    case .tuple:
      let items = machine.itemPrefix(of: value, Self.width)
      within(value, "(", items.count == 1 ? ",)" : ")") { $0.writeItems(items) }
    case .set where machine.length(value) != 0:
      within(value, "{", "}") { $0.writeItems(value.setObject.all.lazy.map(\.key)) }
    case .dictionary: within(value, "{", "}") { $0.writeEntries(value) }
    case .instance:
      if let part = value.builtinPart, part.kind != .instance {
        text += "\(machine.typeName(value)) "
        write(part)
      } else {
        text += "<\(machine.typeName(value)) object>"
      }
    case .int, .float, .bool, .none, .ellipsis, .range, .notImplemented: writePlain(value)
    case .function, .class, .type, .native: writePlain(value)
    case .foreign:
      text += value.foreignObject.pointee.value.sketch ?? "<\(machine.typeName(value)) object>"
    default: text += "<\(machine.typeName(value)) object>"
    }
  }

  private mutating func writePlain(_ value: Value) {
    text += (try? machine.representation(of: value)) ?? "<\(machine.typeName(value)) object>"
  }

  private mutating func writeString(_ value: Value) {
    // Four bytes a column hold whatever is shown.
    let bytes = value.stringObject.buffer.prefix(4 * Self.width)
    var prefix = String(decoding: bytes, as: UTF8.self)
    if bytes.count < value.stringObject.pointee.byteCount { prefix.removeLast() }
    text += StringLiteralText.representation(of: prefix)
  }

  /// Writes a container around what `body` writes of its items.
  private mutating func within(
    _ value: Value, _ left: String, _ right: String, _ body: (inout ValueSketch) -> Void
  ) {
    if open.contains(value.payload) || open.count >= Self.maximumDepth {
      text += "\(left)...\(right)"
      return
    }
    text += left
    open.append(value.payload)
    body(&self)
    open.removeLast()
    text += right
  }

  private mutating func writeItems(_ items: some Sequence<Value>) {
    var isFirst = true
    for item in items {
      if isFull { return }
      if !isFirst { text += ", " }
      isFirst = false
      write(item)
    }
  }

  private mutating func writeEntries(_ value: Value) {
    var isFirst = true
    for entry in value.dictionaryObject.pointee.table.entries where !entry.key.isUnbound {
      if isFull { return }
      if !isFirst { text += ", " }
      isFirst = false
      write(entry.key)
      text += ": "
      write(entry.value)
    }
  }
}

extension Machine {
  /// The first items of a list or tuple.
  fileprivate func itemPrefix(of value: Value, _ count: Int) -> [Value] {
    if value.kind == .list {
      let list = value.listObject.pointee
      return Array(UnsafeBufferPointer(start: list.items, count: min(list.count, count)))
    }
    let tuple = value.tupleObject
    return Array(UnsafeBufferPointer(start: tuple.items, count: min(tuple.pointee.count, count)))
  }
}

extension Machine {
  /// A value in at most one line, for a report.
  package func sketch(of value: Value) -> String { ValueSketch.text(of: value, in: self) }
}
