import SourceText

/// Makes the running text of one paragraph or heading from libcmark's nodes.
struct InlineBuilder {
  let text: MarkdownText
  /// The paragraph or heading in the file.
  let span: Span
  private(set) var diagnostics: [Diagnostic] = []
  private let region: InlineRegion
  /// The raw HTML in the region that no node has been found for yet.
  private var htmlSpans: ArraySlice<Span>?

  init(text: MarkdownText, region: InlineRegion, span: Span) {
    self.text = text
    self.region = region
    self.span = span
  }

  mutating func inlines(of parent: CommonMarkNode, depth: Int = 0) -> [Inline] {
    guard depth < Complexity.maximumDepth else {
      diagnostics.append(Complexity.tooDeep(at: Place(text.source, span)))
      return []
    }
    var result: [Inline] = []
    for node in parent.children {
      switch node.kind {
      case .text: append(node.literal, to: &result)
      case .softBreak: result.append(.softBreak)
      case .lineBreak: result.append(.lineBreak)
      case .inlineCode: result.append(.code(text.unmasked(node.literal)))
      case .inlineHTML: result.append(html(node.literal))
      case .emphasis: result.append(.emphasis(inlines(of: node, depth: depth + 1)))
      case .strong: result.append(.strong(inlines(of: node, depth: depth + 1)))
      case .link:
        result.append(
          .link(
            inlines(of: node, depth: depth + 1), destination: text.unmasked(node.destination),
            title: text.unmasked(node.title)))
      case .image:
        result.append(
          .image(
            alternative: inlines(of: node, depth: depth + 1),
            source: text.unmasked(node.destination), title: text.unmasked(node.title)))
      default: break
      }
    }
    return result
  }

  /// libcmark gives text in pieces; here neighbours are one.
  private func append(_ literal: String, to inlines: inout [Inline]) {
    text.split(
      literal,
      text: { piece in
        if case .text(let before)? = inlines.last {
          inlines[inlines.count - 1] = .text(before + piece)
        } else {
          inlines.append(.text(piece))
        }
      }, formula: { inlines.append(.math($0)) })
  }

  private mutating func html(_ literal: String) -> Inline {
    let html = text.unmasked(literal)
    if !HTMLComment.isAll(of: html) {
      diagnostics.append(RawHTML.diagnostic(at: Place(text.source, place(ofHTML: literal))))
    }
    return .html(html)
  }

  /// Where a piece of HTML stands in the file. libcmark 0.30 gives wrong columns in quotes and lists,
  /// so our own scanner finds the pieces, and each node takes the next that begins as it does.
  private mutating func place(ofHTML literal: String) -> Span {
    let firstLine = literal.utf8.prefix { !$0.isLineEnding }
    let content = RegionText(region, in: text)
    var spans = htmlSpans ?? OpaqueSpans(content.utf8, from: 0).html[...]
    defer { htmlSpans = spans }
    while let span = spans.popFirst() {
      guard content.utf8[span.start..<span.end].starts(with: firstLine) else { continue }
      return text.original(of: content.place(of: span))
    }
    return span
  }
}

/// What is said of raw HTML.
enum RawHTML {
  static func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(
      .rawHTML, "raw HTML is shown as text", at: place,
      help: "write it in Markdown, or in `code` if it is meant to be seen")
  }
}
