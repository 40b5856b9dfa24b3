/// Something that a text of the program shows, with the stretch of its output that is its text form.
public struct Exhibit: Sendable {
  /// Bytes of what the text printed; without the line ending after it.
  public let range: Range<Int>
  /// What is shown, which the language does not look into.
  public let content: any Sendable
}

extension Machine {
  /// Prints the text form of something, on lines of its own, and notes what it is.
  package func exhibit(_ content: any Sendable, as text: String) throws(Interruption) {
    if let last = output.last, last != UInt8(ascii: "\n") { try write("\n") }
    let start = output.count
    try write(text)
    exhibits.append(Exhibit(range: start..<output.count, content: content))
    try write("\n")
  }

  /// Has a library do something at the end of each text, before its last value is looked at.
  package func atEndOfText(_ body: @escaping (Machine) throws(Interruption) -> Void) {
    endings.append(body)
  }

  /// Lets libraries do what they wait with until a text has ended.
  func endText() throws(Interruption) {
    for ending in endings { try ending(self) }
  }
}
