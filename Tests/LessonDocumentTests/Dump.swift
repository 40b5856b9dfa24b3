import LessonDocument
import SourceText

/// A lesson's blocks as text, one line a block, inlines in a compact form:
///
///     quote
///       p a *em `x`* <$x_1$>
struct Dump {
  let lesson: Lesson
  private var lines: [String] = []

  /// The blocks of a text, read with all extensions unless said otherwise.
  static func blocks(_ text: String, _ extensions: MarkdownExtensions = .all) -> String {
    var dump = Dump(
      lesson: Lesson(
        parsing: SourceFile(path: "lesson.md", text: text), extensions: extensions))
    dump.add(dump.lesson.blocks, indent: "")
    return dump.lines.joined(separator: "\n")
  }

  private init(lesson: Lesson) { self.lesson = lesson }

  private mutating func add(_ blocks: [Block], indent: String) {
    for block in blocks {
      switch block.kind {
      case .heading(let level, let inlines): line(indent, "h\(level) " + Self.text(inlines))
      case .paragraph(let inlines): line(indent, "p " + Self.text(inlines))
      case .quote(let children):
        line(indent, "quote")
        add(children, indent: indent + "  ")
      case .list(let list):
        line(indent, "list\(list.start.map { " \($0)" } ?? "")\(list.isTight ? "" : " loose")")
        for item in list.items {
          line(indent, "- item")
          add(item, indent: indent + "  ")
        }
      case .code(let info, let text): line(indent, "code [\(info)] \(Self.quoted(text))")
      case .math(let math): line(indent, "math " + Self.quoted(math.tex))
      case .cell(let index): cell(lesson.cells[index], indent)
      case .html(let html): line(indent, "html " + Self.quoted(html.text))
      case .table(let table): self.table(table, indent)
      case .footnote(let note):
        line(indent, "note \(note.label)")
        add(note.blocks, indent: indent + "  ")
      case .thematicBreak: line(indent, "break")
      }
    }
  }

  private mutating func table(_ table: Table, _ indent: String) {
    line(indent, "table " + table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: " "))
    for row in [table.header] + table.rows {
      line(indent, "  | " + row.cells.map { Self.text($0.content) }.joined(separator: " | "))
    }
  }

  private mutating func cell(_ cell: Cell, _ indent: String) {
    line(indent, "cell " + Self.quoted(cell.code.text))
    if let stored = cell.stored { line(indent, "  output " + Self.quoted(stored.text.text)) }
  }

  private mutating func line(_ indent: String, _ text: String) { lines.append(indent + text) }

  static func text(_ inlines: [Inline]) -> String {
    inlines.map(text).joined()
  }

  private static func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .softBreak: "⏎"
    case .lineBreak: "↵"
    case .code(let code): "`\(code)`"
    case .emphasis(let inlines): "*" + text(inlines) + "*"
    case .strong(let inlines): "**" + text(inlines) + "**"
    case .link(let inlines, let destination, let title):
      "[" + text(inlines) + "](\(destination)\(title.isEmpty ? "" : " '\(title)'"))"
    case .image(let inlines, let source, let title):
      "![" + text(inlines) + "](\(source)\(title.isEmpty ? "" : " '\(title)'"))"
    case .math(let math):
      (math.isDisplay ? "<$$\(math.tex)$$>" : "<$\(math.tex)$>").replacing("\n", with: "⏎")
    case .footnoteReference(let reference): "<^\(reference.label)>"
    case .value(let index): "<value \(index)>"
    case .html(let html): "<html \(html.text)>"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\n", with: "⏎") + "\""
  }
}

/// The messages of a text, each with its place: `3:1-3:4 message`.
func problems(_ text: String) -> [String] {
  let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
  return lesson.diagnostics.map { problem in
    guard case .text(let place) = problem.location else { return problem.message }
    let (start, end) = (place.start, place.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column) \(problem.message)"
  }
}
