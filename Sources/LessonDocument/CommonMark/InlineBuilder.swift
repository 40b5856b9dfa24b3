import SourceText

/// Makes the running text of one paragraph or heading from libcmark's nodes.
struct InlineBuilder {
  let text: MarkdownText
  /// The paragraph or heading in the file.
  let span: Span
  private(set) var diagnostics: [Diagnostic] = []
  /// Where raw HTML is next looked for in the file; past the end once one was not found.
  private var searchStart: Int

  init(text: MarkdownText, span: Span) {
    self.text = text
    self.span = span
    searchStart = span.start
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
      case .inlineCode:
        let code = text.unmasked(node.literal)
        _ = find(code)
        result.append(.code(code))
      case .inlineHTML: result.append(html(text.unmasked(node.literal)))
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
    if !HTMLComment.isAll(of: literal) {
      diagnostics.append(RawHTML.diagnostic(at: Place(text.source, find(literal) ?? span)))
    }
    return .html(literal)
  }

  /// Where a literal stands in the file. libcmark 0.30 gives wrong columns in quotes and lists, so
  /// literals are looked for, each after the one before.
  private mutating func find(_ literal: String) -> Span? {
    let firstLine = literal.utf8.prefix { !$0.isLineEnding }
    guard let first = firstLine.first else { return nil }
    let bytes = text.source.utf8
    while searchStart < span.end {
      if bytes[searchStart] == first, bytes[searchStart..<span.end].starts(with: firstLine) {
        let found = Span(searchStart, searchStart + firstLine.count)
        searchStart = found.end
        return found
      }
      searchStart += 1
    }
    return nil
  }
}

extension Rule {
  public static let rawHTML = Rule(
    "raw-html", .warning, "a text has raw HTML, which is shown as text")
}

/// What is said of raw HTML.
enum RawHTML {
  static func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(
      .rawHTML, "raw HTML is shown as text", at: place,
      help: "write it in Markdown, or in `code` if it is meant to be seen")
  }
}
