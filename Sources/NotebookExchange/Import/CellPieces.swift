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
  /// What ends the lesson's lines.
  private let lineEnding: String

  init(lineEnding: String) {
    self.lineEnding = lineEnding
  }

  /// Adds a piece, whose lines end in `\n` here; later remarks are about it.
  mutating func append(_ piece: String, shape: String? = nil) {
    append(exact: LineEndings.applied(lineEnding, to: piece), shape: shape)
  }

  /// Adds a piece as it stood in the lesson that was exported.
  mutating func append(
    exact piece: String, shape: String? = nil, after separator: String? = nil
  ) {
    if !text.isEmpty {
      add(separator ?? LineEndings.applied(lineEnding, to: PlainForm.separator))
    }
    lineOfLast = lineCount
    if let shape {
      shapes.append((Span(text.utf8.count, text.utf8.count + piece.utf8.count), shape))
    }
    add(piece)
    endsInList = false
  }

  private mutating func add(_ piece: String) {
    text += piece
    lineCount += LineEndings.unified(piece.utf8).utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// Tells something about a line of the last piece.
  mutating func note(_ remarks: [Remark], line: Int = 0) {
    self.remarks += remarks.map { (lineOfLast + line, $0) }
  }
  /// Tells something about lines of any piece, each found by what stands on it, in the order of the text.
  mutating func note(quoting remarks: [Remark]) {
    let lines = LineEndings.unified(text.utf8).lines
    var next = 0
    for remark in remarks {
      let found = remark.quote.flatMap { quote in
        lines[next...].firstIndex { $0.contains(quote) }
      }
      self.remarks.append((found ?? lineOfLast, remark))
      next = found.map { min($0 + 1, lines.count) } ?? next
    }
  }
}
