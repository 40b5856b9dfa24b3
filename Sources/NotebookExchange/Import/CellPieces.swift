import SourceText

/// What a cell of a notebook comes to in a lesson: pieces of text with a blank line between them, and
/// remarks at their lines.
struct CellPieces {
  private(set) var text = ""
  /// What Markdown pieces are read as by themselves, with their places in `text`.
  private(set) var shapes: [(span: Span, shape: String)] = []
  /// By the 0-based line of `text`.
  private(set) var remarks: [(line: Int, remark: Remark)] = []
  /// Whether a list ends the text.
  var endsInList = false
  private var lineOfLast = 0
  private var lineCount = 0

  /// Adds a piece; later remarks are about it.
  mutating func append(_ piece: String, shape: String? = nil, after separator: String? = nil) {
    if !text.isEmpty {
      let separator = separator ?? PlainForm.separator
      text += separator
      lineCount += Self.lineEndings(in: separator)
    }
    lineOfLast = lineCount
    if let shape {
      shapes.append((Span(text.utf8.count, text.utf8.count + piece.utf8.count), shape))
    }
    text += piece
    lineCount += Self.lineEndings(in: piece)
    endsInList = false
  }

  /// Tells something about a line of the last piece.
  mutating func note(_ remarks: [Remark], line: Int = 0) {
    self.remarks += remarks.map { (lineOfLast + line, $0) }
  }

  private static func lineEndings(in text: String) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") }
  }
}
