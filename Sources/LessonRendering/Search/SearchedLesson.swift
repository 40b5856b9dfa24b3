import LessonDocument

/// What a lesson can be found by: its sections, each with its words. Made from the source, so that
/// lessons that are not rendered now are in the index too.
public struct SearchedLesson: Sendable {
  /// A heading and what stands below it, up to the next one.
  struct Section: Sendable {
    /// Empty for what stands before the first heading, where the page's title is.
    var heading = ""
    /// The identifier of the heading.
    var anchor = ""
    /// Each once, sorted; those of the heading are not repeated.
    var words: [String] = []
  }

  private(set) var sections: [Section] = []
  private var words: Set<String> = []

  /// A lesson that has been read.
  public init(_ lesson: Lesson) {
    var heading = ""
    var anchor = ""
    let anchors = HeadingAnchors(
      of: lesson.blocks, reserved: lesson.labels)
    var entries = anchors.entries[...]
    let hasOpening = lesson.openingHeading != nil
    add(lesson.frontMatter)
    for (index, block) in lesson.blocks.withDescendants.enumerated() {
      if case .heading(_, let content) = block.kind {
        let entry = entries.popFirst()
        if index > 0 || !hasOpening {
          end(heading, anchor)
          (heading, anchor) = (content.plainText, entry?.identifier ?? "")
          continue
        }
      }
      add(block, of: lesson)
    }
    end(heading, anchor)
  }

  private mutating func end(_ heading: String, _ anchor: String) {
    let own = words.subtracting(SearchWords(heading).all)
    sections.append(Section(heading: heading, anchor: anchor, words: own.sorted()))
    words.removeAll()
  }

  private mutating func add(_ text: String) { words.formUnion(SearchWords(text).all) }

  private mutating func add(_ matter: FrontMatter) {
    for text in [matter.description, matter.author].compactMap(\.self) + matter.tags { add(text) }
  }

  private mutating func add(_ block: Block, of lesson: Lesson) {
    switch block.kind {
    case .code(_, let text): add(text)
    case .html(let html): add(html: html.utf8)
    case .cell(let index): add(lesson.cells[index])
    case .heading(_, let inlines), .paragraph(let inlines): add(inlines)
    case .table(let table):
      for cell in ([table.header] + table.rows).flatMap(\.cells) { add(cell.content) }
    case .math(let math): add(SpokenTeX(math.tex).text)
    case .quote, .list, .footnote, .thematicBreak: break
    }
  }

  /// Outputs are left out: they are numbers, and in no source before they are accepted.
  private mutating func add(_ cell: Cell) {
    let options = cell.options
    guard options.include else { return }
    if options.echo { add(cell.code.text) }
    for text in [options.figureCaption, options.figureAlternative, options.codeSummary] {
      add(text ?? "")
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    add(inlines.plainText(formula: { " \(SpokenTeX($0.tex).text) " }) { _ in "" })
  }

  private mutating func add(html: [UInt8]) {
    for token in RawHTMLTokens(html).tokens where token.kind == .text {
      add(String(decoding: html[token.span.start..<token.span.end], as: UTF8.self))
    }
  }
}
