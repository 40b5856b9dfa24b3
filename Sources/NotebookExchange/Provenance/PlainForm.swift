/// How the content of a cell stands in a lesson when nothing else is known: the form that needs no note.
/// All texts end lines with `\n`.
enum PlainForm {
  /// A fenced block `neuron` around a code cell's source, without a line ending after it.
  static func cell(_ source: String) -> String {
    fenced("neuron", source.isEmpty ? "" : source + "\n")
  }

  /// What follows a cell for its output: nothing if there is none.
  static func output(_ text: String) -> String {
    text.isEmpty ? "" : separator + fenced("output", text)
  }

  /// Between the pieces of a lesson.
  static let separator = "\n\n"

  /// After the last one.
  static let end = "\n"

  /// `text` is empty or ends its last line.
  static func fenced(_ name: String, _ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRunOfBackticks(in: text) + 1))
    return "\(fence)\(name)\n\(text)\(fence)"
  }

  static func longestRunOfBackticks(in text: String) -> Int {
    var longest = 0
    var length = 0
    for byte in text.utf8 {
      length = byte == UInt8(ascii: "`") ? length + 1 : 0
      longest = max(longest, length)
    }
    return longest
  }
}
