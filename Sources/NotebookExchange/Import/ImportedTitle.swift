import LessonDocument
import SourceText

/// The front matter of an imported lesson. A first cell that is front matter itself, as Quarto's
/// notebooks have one, is taken; a notebook's own metadata come next; else the title is that of the first
/// heading, which stays where it is, or made of the file's name.
struct ImportedTitle {
  /// Both lines `---` included.
  private(set) var frontMatter = ""
  /// The cell that it was made of.
  private(set) var frontMatterCell: Int?
  private(set) var remarks: [Remark] = []

  init(_ notebook: Notebook, file: String) {
    let title = notebook.metadata.title.flatMap(Self.nonEmpty) ?? Self.firstHeading(notebook)
    let usual = title ?? Self.words(of: file)
    if take(notebook.cells.first, title: usual) { return }
    var matter = FrontMatter()
    matter.title = usual
    let authors = notebook.metadata.authors.compactMap(Self.nonEmpty)
    if !authors.isEmpty { matter.author = authors.joined(separator: ", ") }
    frontMatter = Self.text(of: matter)
  }

  // MARK: A cell of front matter

  private mutating func take(_ cell: NotebookCell?, title: String) -> Bool {
    guard let cell, Self.isText(cell.kind), cell.source.hasPrefix("---") else { return false }
    let text = cell.source.hasSuffix("\n") ? cell.source : cell.source + "\n"
    let lesson = Lesson(parsing: SourceFile(path: "", text: text))
    guard lesson.bodyStart > 0, lesson.blocks.isEmpty else { return false }
    frontMatterCell = 0
    if lesson.frontMatter.title != nil, lesson.diagnostics.isEmpty {
      frontMatter = String(text.dropLast())
      return true
    }
    var matter = lesson.frontMatter
    matter.title = matter.title ?? title
    frontMatter = Self.text(of: matter)
    for problem in lesson.diagnostics {
      guard case .text(let place) = problem.location else { continue }
      let line = lesson.source.text(of: lesson.source.lineSpan(at: place.span.start))
      remarks.append(.loss("of the notebook's front matter left out: \(excerpt(line))"))
    }
    return true
  }

  private static func isText(_ kind: NotebookCell.Kind) -> Bool {
    switch kind {
    case .raw, .markdown: true
    default: false
    }
  }

  // MARK: Titles

  private static func firstHeading(_ notebook: Notebook) -> String? {
    for cell in notebook.cells {
      switch cell.kind {
      case .heading: if let title = firstHeading(in: "# " + cell.source) { return title }
      case .markdown: if let title = firstHeading(in: cell.source) { return title }
      case .code, .raw: break
      }
    }
    return nil
  }

  private static func firstHeading(in text: String) -> String? {
    // Most cells have none; what a heading cannot be without is looked for before anything is parsed.
    guard ["#", "\n=", "\n-"].contains(where: { text.contains($0) }) else { return nil }
    let extensions = MarkdownExtensions.all.subtracting(.frontMatter)
    let lesson = Lesson(parsing: SourceFile(path: "", text: text), extensions: extensions)
    for block in lesson.blocks {
      guard case .heading(_, let inlines) = block.kind else { continue }
      if let title = nonEmpty(inlines.plainText) { return title }
    }
    return nil
  }

  private static func words(of file: String) -> String {
    let name = file.split(separator: "/").last ?? "Notebook"
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let words = stem.split { " -_<>".contains($0) }.joined(separator: " ")
    return words.isEmpty ? "Notebook" : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// On one line; `nil` when nothing is left.
  private static func nonEmpty(_ text: String) -> String? {
    let words = text.unicodeScalars.split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    let line = words.map { String($0) }.joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  // MARK: Text

  private static func text(of matter: FrontMatter) -> String {
    let entries: [(String, String?)] = [
      ("title", matter.title), ("description", matter.description), ("author", matter.author),
      ("date", matter.date), ("order", matter.order.map(number)),
      ("draft", matter.isDraft ? "true" : nil),
    ]
    var lines = entries.compactMap { key, value in
      value.flatMap(nonEmpty).map { "\(key): \(scalar($0))" }
    }
    if !matter.tags.isEmpty {
      lines.append(
        "tags: [\(matter.tags.compactMap(nonEmpty).map(quoted).joined(separator: ", "))]")
    }
    return (["---"] + lines + ["---"]).joined(separator: "\n")
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  /// A plain word where YAML can take it for nothing else.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || " ,.()-_/+!?".contains($0) }
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
