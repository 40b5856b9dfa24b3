import SourceText

extension Lesson {
  /// The lesson as an outline, a block a line with its place, what it holds below it: so that what
  /// was read can be seen.
  ///
  ///     title The slope of a square
  ///     paragraph 5:1-5:20: The derivative of $x^2$
  ///     cell 1 7:1-10:4
  ///       option label: slope
  ///       | grad(f)(3.0)
  ///       output 12:1-14:4
  ///       | 6.0
  public var outline: String {
    var writer = OutlineWriter(lesson: self)
    writer.writeFrontMatter()
    writer.write(blocks)
    return writer.text
  }

  /// How reports of a stage name a cell: `cell 2 (label slope), lines 7 to 10`.
  public func heading(ofCell index: Int) -> String {
    let place = Place(source, cells[index].span)
    let label = cells[index].options.label.map { " (label \($0))" } ?? ""
    return "cell \(index + 1)\(label), lines \(place.start.line) to \(place.end.line)"
  }
}

/// Writes the outline. Containers nest at most as deep as the reader lets them.
private struct OutlineWriter {
  let lesson: Lesson
  var text = ""
  private var depth = 0

  init(lesson: Lesson) {
    self.lesson = lesson
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }

  /// Lines of code or output, marked so that they are told from the outline's own.
  private mutating func lines(of content: String) {
    var rows = content.split(separator: "\n", omittingEmptySubsequences: false)
    if rows.last?.isEmpty == true { rows.removeLast() }
    for row in rows { line(row.isEmpty ? "|" : "| " + row) }
  }

  private mutating func indented(_ body: (inout OutlineWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private func place(_ span: Span) -> String {
    Place(lesson.source, span).range
  }

  // MARK: Front matter

  mutating func writeFrontMatter() {
    let matter = lesson.frontMatter
    let texts: [(String, String?)] = [
      ("title", matter.title), ("description", matter.description), ("author", matter.author),
      ("date", matter.date), ("order", matter.order.map { "\($0)" }),
      ("tags", matter.tags.isEmpty ? nil : matter.tags.joined(separator: ", ")),
      ("tolerance", matter.tolerance.map(Self.text)), ("draft", matter.isDraft ? "true" : nil),
    ]
    for case (let key, let value?) in texts { line("\(key) \(value)") }
    for symbol in matter.symbols { line("symbol \(symbol.name) \(symbol.tex)") }
    for macro in matter.macros {
      line("macro \(macro.name)[\(macro.parameterCount)] \(macro.body)")
    }
  }

  private static func text(_ tolerance: Tolerance) -> String {
    switch tolerance {
    case .exact: "exact"
    case .relative(let value): "\(value)"
    }
  }

  // MARK: Blocks

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    let place = place(block.span)
    switch block.kind {
    case .heading(let level, let inlines):
      line("heading \(level) \(place): " + text(inlines))
    case .paragraph(let inlines): line("paragraph \(place): " + text(inlines))
    case .quote(let children):
      line("quote \(place)")
      indented { $0.write(children) }
    case .list(let list):
      line("list \(place)" + (list.start.map { " from \($0)" } ?? ""))
      indented { writer in
        for item in list.items {
          writer.line("item")
          writer.indented { $0.write(item) }
        }
      }
    case .code(let info, let content):
      line("code \(place)" + (info.isEmpty ? "" : " " + info))
      indented { $0.lines(of: content) }
    case .math(let math):
      line("math \(place)")
      indented { $0.lines(of: math.tex) }
    case .cell(let index): writeCell(index, place)
    case .html(let html):
      line("html \(place)")
      indented { $0.lines(of: html.text) }
    case .table(let table): writeTable(table, place)
    case .footnote(let note):
      line("footnote \(note.label) \(place)")
      indented { $0.write(note.blocks) }
    case .thematicBreak: line("break \(place)")
    }
  }

  private mutating func writeTable(_ table: Table, _ place: String) {
    let columns = table.alignments.map { $0?.rawValue ?? "-" }.joined(separator: " ")
    line("table \(place): " + columns)
    indented { writer in
      for row in [table.header] + table.rows {
        writer.line("row " + writer.place(row.span))
        writer.indented { writer in
          for cell in row.cells {
            writer.line("entry \(writer.place(cell.span)): " + writer.text(cell.content))
          }
        }
      }
    }
  }

  private mutating func writeCell(_ index: Int, _ place: String) {
    let cell = lesson.cells[index]
    line("cell \(index + 1) \(place)")
    indented { writer in
      for option in Self.options(cell.options) { writer.line("option " + option) }
      writer.lines(of: cell.code.text)
      guard let stored = cell.stored else { return }
      writer.line("output \(writer.place(stored.span))")
      writer.lines(of: stored.text.text)
    }
  }

  /// Those that are not as they are when nothing is said.
  private static func options(_ options: CellOptions) -> [String] {
    let values: [(CellOption, String?)] = [
      (.label, options.label), (.eval, options.eval ? nil : "false"),
      (.echo, options.echo ? nil : "false"), (.output, options.output ? nil : "false"),
      (.include, options.include ? nil : "false"), (.error, options.error ? "true" : nil),
      (.codeFold, options.codeFold ? "true" : nil), (.codeSummary, options.codeSummary),
      (.figureCaption, options.figureCaption), (.figureAlternative, options.figureAlternative),
      (.tolerance, options.tolerance.map(text)),
    ]
    return values.compactMap { key, value in value.map { "\(key.rawValue): \($0)" } }
  }

  // MARK: Running text

  /// On one line, with its markup.
  private func text(_ inlines: [Inline]) -> String {
    inlines.map { text($0) }.joined()
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .softBreak: " "
    case .lineBreak: " / "
    case .code(let code): "`\(code)`"
    case .emphasis(let inlines): "*\(text(inlines))*"
    case .strong(let inlines): "**\(text(inlines))**"
    case .link(let inlines, let destination, _): "[\(text(inlines))](\(destination))"
    case .image(let alternative, let source, _): "![\(text(alternative))](\(source))"
    case .math(let math):
      (math.isDisplay ? "$$\(math.tex)$$" : "$\(math.tex)$").replacing("\n", with: " ")
    case .footnoteReference(let reference): "[^\(reference.label)]"
    case .value(let index): "`{neuron} \(lesson.values[index].expression.text)`"
    case .html(let html): html.text.replacing("\n", with: " ")
    }
  }
}
