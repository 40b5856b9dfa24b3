// `ljust`, `center`, `zfill`, `expandtabs` and `format`.

extension Machine {
  func installPaddingMethods() {
    for (name, alignment) in [("ljust", "<"), ("rjust", ">"), ("center", "^")] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str", name, 1...2)
        let width = try machine.integerArgument(arguments[1])
        let fill = arguments.count > 2 ? try machine.fillArgument(arguments[2]) : " "
        let text = machine.textOf(arguments[0])
        let missing = max(width - arguments[0].stringObject.pointee.scalarCount, 0)
        try machine.heap.reserveRepetitions(of: fill.utf8.count, count: missing)
        // An odd space goes left when the width is odd, as CPython's `center` has it.
        let left =
          alignment == "<" ? 0 : alignment == ">" ? missing : missing / 2 + (missing & width & 1)
        return try machine.heap.string(
          String(repeating: fill, count: left) + text
            + String(repeating: fill, count: missing - left))
      }
    }
    defineMethod(.string, "zfill") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", "zfill", 1...1)
      let text = machine.textOf(arguments[0])
      let width = try machine.integerArgument(arguments[1])
      let missing = max(width - arguments[0].stringObject.pointee.scalarCount, 0)
      try machine.heap.reserveRepetitions(of: 1, count: missing)
      let zeros = String(repeating: "0", count: missing)
      let first = text.unicodeScalars.first
      if first == "-" || first == "+" {
        return try machine.heap.string(
          String(text.unicodeScalars.prefix(1)) + zeros + String(text.unicodeScalars.dropFirst()))
      }
      return try machine.heap.string(zeros + text)
    }
    defineMethod(.string, "expandtabs") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("expandtabs", parameters: ["tabsize"])
      let size = try machine.integerArgument(arguments.value(at: 1, or: "tabsize") ?? Value(8))
      return try machine.expandTabs(arguments[0], size)
    }
    defineMethod(.string, "format") { (arguments, machine) throws(Interruption) in
      try machine.heap.string(
        try machine.formatTemplate(machine.textOf(arguments[0]), arguments.droppingFirst))
    }
  }

  private func fillArgument(_ value: Value) throws(Interruption) -> String {
    guard value.kind == .string else {
      throw .raised(
        .type, "The fill character must be a unicode character, not \(typeName(value))")
    }
    guard value.stringObject.pointee.scalarCount == 1 else {
      throw .raised(.type, "The fill character must be exactly one character long")
    }
    return textOf(value)
  }

  private func expandTabs(_ value: Value, _ size: Int) throws(Interruption) -> Value {
    let text = textOf(value)
    let tabs = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\t") ? 1 : 0) }
    try heap.reserveRepetitions(of: tabs, count: max(size, 0))
    var result = String.UnicodeScalarView()
    var column = 0
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        let missing = size > 0 ? size - column % size : 0
        result.append(contentsOf: repeatElement(" ", count: missing))
        column += missing
      } else {
        result.append(scalar)
        column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
      }
    }
    return try heap.string(String(result))
  }
}

extension Heap {
  /// Makes sure that `count` times `size` bytes may be had.
  func reserveRepetitions(of size: Int, count: Int) throws(Interruption) {
    let (bytes, overflow) = size.multipliedReportingOverflow(by: count)
    if overflow { throw .memoryLimit(limit) }
    try reserve(bytes)
  }
}
