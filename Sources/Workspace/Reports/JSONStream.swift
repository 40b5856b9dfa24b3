import JSONText

/// An object written member by member to a place, so that a long array in it is never held as a
/// whole. Each member stands on a line, and so does each element of such an array.
struct JSONStream {
  private let output: Console
  private var isFirstMember = true
  private var isFirstElement = true

  /// Begins the object.
  init(to output: Console) {
    self.output = output
    output.write("{")
  }

  mutating func write(_ name: String, _ value: JSON) {
    beginMember(name)
    output.write(value.utf8())
  }

  /// Begins a member that is an array; its elements follow, then its end.
  mutating func beginArray(_ name: String) {
    beginMember(name)
    output.write("[")
    isFirstElement = true
  }

  mutating func write(element: JSON) {
    output.write(isFirstElement ? "\n" : ",\n")
    isFirstElement = false
    output.write(element.utf8())
  }

  func endArray() {
    output.write(isFirstElement ? "]" : "\n]")
  }

  /// Ends the object, and its line.
  func end() {
    output.write("\n}\n")
  }

  private mutating func beginMember(_ name: String) {
    output.write(isFirstMember ? "\n" : ",\n")
    isFirstMember = false
    output.write(JSON.string(name).utf8() + Array(":".utf8))
  }
}
