import SourceText

/// Finds what CommonMark does not know, so that libcmark can be kept from it (see `Substitution`).
///
/// Where formulas, tables and notes may stand depends on the blocks (none in code), and the blocks
/// depend on them (a line `- b` in a formula begins no list). So the text is parsed, what is found
/// replaced, and this again while that may bring more to light: twice for nearly every text, three
/// times for one with notes or tables, since what is in them is found once they are seen.
struct MarkupSearch {
  private let source: SourceFile
  private let bodyStart: Int
  private let extensions: MarkdownExtensions
  private var markup = Markup()
  private var budget: TableBudget
  private(set) var diagnostics: [Diagnostic] = []

  /// Rounds, after which what is found stands. Each but the first is there for what came to light in
  /// the one before.
  private static let maximumRounds = 8

  init(source: SourceFile, bodyStart: Int, extensions: MarkdownExtensions) {
    self.source = source
    self.bodyStart = bodyStart
    self.extensions = extensions
    budget = TableBudget(for: source.utf8.count - bodyStart)
    if extensions.contains(.footnotes) {
      markup.colons = NoteLabel.colons(in: source.utf8, from: bodyStart)
    }
  }

  /// Parses the text with all that is found replaced, and makes of the tree what `build` does.
  mutating func parse<Result>(_ build: (MarkdownText, CommonMarkNode) -> Result) -> Result {
    var mayHaveMore = mayHaveMarkup
    var round = 0
    while true {
      let text = MarkdownText(source: source, from: bodyStart, markup: markup)
      round += 1
      let result: Result? = CommonMarkNode.withTree(of: text.utf8) { document in
        if mayHaveMore, round < Self.maximumRounds {
          var round = SearchRound(text, document, extensions, budget)
          round.search()
          mayHaveMore = round.mayShowMore
          diagnostics = round.diagnostics
          budget = round.budget
          markup.add(round.found)
          if !round.found.isEmpty { return nil }
        }
        return build(text, document)
      }
      guard let result else { continue }
      reportRest(text)
      return result
    }
  }

  private mutating func reportRest(_ text: MarkdownText) {
    guard let first = text.firstUnmasked else { return }
    let count = markup.formulas.count + markup.references.count
    let message = "the text has \(count) formulas and references to notes, too many to be read"
    diagnostics.append(Diagnostic(.documentTooComplex, message, at: Place(source, first)))
  }

  /// Whether any byte speaks for it. Most texts need to be parsed once only.
  private var mayHaveMarkup: Bool {
    source.utf8[bodyStart...].withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        let next = index + 1 < bytes.count ? bytes[index + 1] : .newline
        switch byte {
        case .dollar where extensions.contains(.math): return true
        case .backslash where extensions.contains(.math) && "([ber".utf8.contains(next): return true
        case UInt8(ascii: "[") where extensions.contains(.footnotes) && next == UInt8(ascii: "^"):
          return true
        case .hyphen where extensions.contains(.tables) && (next == .bar || next == .colon),
          .bar where extensions.contains(.tables),
          .colon where extensions.contains(.tables) && next == .hyphen:
          return true
        default: continue
        }
      }
      return false
    }
  }
}

/// One look at a parsed text.
private struct SearchRound {
  private let text: MarkdownText
  private let structure: TextStructure
  private let extensions: MarkdownExtensions
  private(set) var found = Markup()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var budget: TableBudget
  /// Whether what is found changes the blocks, or holds text that has not been looked at.
  private(set) var mayShowMore = false
  private var fuel: Int
  private var lastLine = 0

  init(
    _ text: MarkdownText, _ document: CommonMarkNode, _ extensions: MarkdownExtensions,
    _ budget: TableBudget
  ) {
    self.text = text
    self.extensions = extensions
    self.budget = budget
    structure = TextStructure(of: document, in: text)
    fuel = 8 * text.utf8.count + 10_000
  }

  mutating func search() {
    found.separations = structure.separations
    mayShowMore = !structure.separations.isEmpty
    for var region in structure.regions where region.lastLine > lastLine {
      if region.firstLine <= lastLine {
        region.firstLine = lastLine + 1
        region.start = nil
      }
      search(region)
    }
  }

  private mutating func search(_ region: InlineRegion) {
    let split = ParagraphSplit(region, in: text, extensions: extensions)
    guard let (line, find) = split.first() else { return searchInlines(of: region) }
    if line > region.firstLine {
      var lead = region
      lead.lastLine = line - 1
      searchInlines(of: lead)
      // A formula on lines of its own takes in what looks like a table or note.
      if lastLine >= line { return }
    }
    switch find {
    case .notes: found.notes += split.notes(from: line)
    case .table(let table): take(table)
    }
    mayShowMore = true
    lastLine = max(lastLine, region.lastLine)
  }

  private mutating func take(_ table: TableLines) {
    lastLine = max(lastLine, table.lastLine)
    let layout = table.layout
    if let problem = budget.refusal(of: table) {
      diagnostics.append(
        Diagnostic(.documentTooComplex, problem, at: Place(text.source, layout.span)))
    } else {
      found.tables.append(layout)
    }
  }

  private mutating func searchInlines(of region: InlineRegion) {
    guard mayHaveInlines(region) else { return }
    var scanner = RegionScanner(region, in: text, structure, extensions, fuel: fuel)
    scanner.scan()
    fuel = scanner.fuel
    mayShowMore = mayShowMore || scanner.crossesLines
    lastLine = max(lastLine, scanner.lastLine)
    found.references += scanner.references.map { text.original(of: $0) }
    for math in scanner.found {
      let span = text.original(of: math.span)
      if let tex = math.tex {
        found.formulas.append(
          Math(tex: text.unmasked(tex), isDisplay: math.delimiter.isDisplay, span: span))
      } else {
        diagnostics.append(unclosed(math.delimiter, at: span))
      }
    }
  }

  private func unclosed(_ delimiter: MathDelimiter, at span: Span) -> Diagnostic {
    let dollar = delimiter == .dollar ? "; a dollar sign is `\\$`" : ""
    return Diagnostic(
      delimiter == .dollar ? .loneDollar : .unclosedMath,
      "the formula that `\(delimiter.opener)` begins is never closed",
      at: Place(text.source, span),
      help: "write `\(delimiter.closer)` after it, before the paragraph ends\(dollar)")
  }

  /// A quick refusal of most paragraphs.
  private func mayHaveInlines(_ region: InlineRegion) -> Bool {
    let start = text.span(ofLine: region.firstLine).start
    let bytes = text.utf8[start..<max(start, text.span(ofLine: region.lastLine).end)]
    return bytes.contains { $0 == .dollar || $0 == .backslash } || bytes.contains(sequence: "[^")
  }
}

extension Markup {
  fileprivate var isEmpty: Bool {
    formulas.isEmpty && tables.isEmpty && notes.isEmpty && references.isEmpty
      && separations.isEmpty
  }
}

/// What tables may cost, for all of a text together: each cell is a line for libcmark, with all the
/// marks of its containers, and cells that a row lacks are written into the page.
struct TableBudget {
  private var addedBytes: Int
  private var missingCells = 500_000

  /// For a text of so many bytes.
  init(for size: Int) { addedBytes = 16 * size + 1_000_000 }

  /// Why a table is too much; else it is paid for.
  mutating func refusal(of table: TableLines) -> String? {
    let (added, missing) = (table.addedBytes, table.missingCells)
    guard added <= addedBytes else { return "the table has too many cells so deep in lists" }
    guard missing <= missingCells else { return "the table lacks \(missing) of its cells" }
    addedBytes -= added
    missingCells -= missing
    return nil
  }
}
