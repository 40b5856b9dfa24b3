import SourceText

/// Takes formulas out of CommonMark's hands: each is one private-use scalar in the text that libcmark
/// parses, so that nothing in it is markup and nothing around it sees more than a letter.
///
/// Where formulas may stand depends on the blocks (none in code), and the blocks depend on the
/// formulas (a line `- b` in one begins no list). So the text is parsed, its formulas masked, and this
/// again while a formula changes what libcmark takes for a paragraph: twice for nearly every text.
struct MathMasking {
  private let source: SourceFile
  private let bodyStart: Int
  private let isEnabled: Bool
  private var formulas: [Math] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Rounds, after which what is found stands. Each but the first is there for formulas that came to
  /// light in the one before.
  private static let maximumRounds = 6

  init(source: SourceFile, bodyStart: Int, isEnabled: Bool) {
    self.source = source
    self.bodyStart = bodyStart
    self.isEnabled = isEnabled
  }

  /// Parses the text with its formulas masked and makes of the tree what `build` does.
  mutating func parse<Result>(_ build: (MarkdownText, CommonMarkNode) -> Result) -> Result {
    var mayHaveMore = isEnabled && Self.mayHaveMath(source.utf8[bodyStart...])
    var round = 0
    while true {
      let text = MarkdownText(source: source, from: bodyStart, formulas: formulas)
      round += 1
      let result: Result? = CommonMarkNode.withTree(of: text.utf8) { document in
        if mayHaveMore, round < Self.maximumRounds {
          let found = findMath(in: text, of: document)
          mayHaveMore = found.crossesLines
          if found.isNew { return nil }
        }
        return build(text, document)
      }
      guard let result else { continue }
      reportRest(text)
      return result
    }
  }

  /// Adds what a parsed text shows of formulas. Says whether there is any new one, and whether new
  /// ones change the blocks.
  private mutating func findMath(
    in text: MarkdownText, of document: CommonMarkNode
  ) -> (isNew: Bool, crossesLines: Bool) {
    var found: [FoundMath] = []
    var crossesLines = false
    var lastLine = 0
    var fuel = 8 * text.utf8.count + 10_000
    let structure = TextStructure(of: document, in: text)
    for var region in structure.regions where region.lastLine > lastLine {
      if region.firstLine <= lastLine {
        region.firstLine = lastLine + 1
        region.start = nil
      }
      guard Self.mayHaveMath(in: region, of: text) else { continue }
      var scanner = RegionScanner(region, in: text, structure, fuel: fuel)
      scanner.scan()
      fuel = scanner.fuel
      found += scanner.found
      crossesLines = crossesLines || scanner.crossesLines
      lastLine = max(lastLine, scanner.lastLine)
    }
    diagnostics = found.compactMap { $0.tex == nil ? unclosed($0, text) : nil }
    let new = found.compactMap { formula($0, text) }
    merge(new)
    return (!new.isEmpty, crossesLines)
  }

  private func formula(_ found: FoundMath, _ text: MarkdownText) -> Math? {
    guard let tex = found.tex else { return nil }
    return Math(
      tex: text.unmasked(tex), isDisplay: found.delimiter.isDisplay,
      span: text.original(of: found.span))
  }

  private func unclosed(_ found: FoundMath, _ text: MarkdownText) -> Diagnostic {
    let closer = found.delimiter.closer
    return Diagnostic(
      .unclosedMath, "the formula that `\(found.delimiter.opener)` begins is never closed",
      at: Place(source, text.original(of: found.span)),
      help: "write `\(closer)` after it, before the paragraph ends")
  }

  /// New formulas replace older ones within them.
  private mutating func merge(_ new: [Math]) {
    guard !formulas.isEmpty else {
      formulas = new
      return
    }
    var merged: [Math] = []
    for formula in (formulas + new).sorted(by: { Self.comesFirst($0.span, $1.span) })
    where merged.last.map({ $0.span.end <= formula.span.start }) ?? true {
      merged.append(formula)
    }
    formulas = merged
  }

  private static func comesFirst(_ a: Span, _ b: Span) -> Bool {
    a.start == b.start ? a.end > b.end : a.start < b.start
  }

  private mutating func reportRest(_ text: MarkdownText) {
    guard text.formulas.count < formulas.count else { return }
    let message = "the text has \(formulas.count) formulas, only \(text.formulas.count) are read"
    let first = formulas[text.formulas.count]
    diagnostics.append(
      Diagnostic(.documentTooComplex, message, at: Place(source, first.span)))
  }

  // MARK: Quick refusals

  private static func mayHaveMath(in region: InlineRegion, of text: MarkdownText) -> Bool {
    let start = text.span(ofLine: region.firstLine).start
    let end = text.span(ofLine: region.lastLine).end
    return mayHaveMath(text.utf8[start..<max(start, end)])
  }

  private static func mayHaveMath(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if bytes[index] == .dollar { return true }
        guard bytes[index] == .backslash, index + 1 < bytes.count else { continue }
        switch bytes[index + 1] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "b"): return true
        default: continue
        }
      }
      return false
    }
  }
}
