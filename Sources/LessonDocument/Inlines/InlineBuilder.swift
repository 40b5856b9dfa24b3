import SourceText

/// What running text has besides its inlines, collected over a document.
struct InlineFindings {
  var values: [InlineValue] = []
  var references: [Reference] = []
  /// Whether there is any HTML but comments.
  var hasHTML = false
  var diagnostics: [Diagnostic] = []
}

/// Makes the running text of one paragraph or heading from libcmark's nodes.
struct InlineBuilder {
  let text: MarkdownText
  /// The paragraph or heading in the file.
  let span: Span
  private(set) var found: InlineFindings
  private let recognisesCells: Bool
  private var places: InlinePlaces

  /// A builder that adds to `found`.
  init(
    text: MarkdownText, region: InlineRegion, span: Span, recognisesCells: Bool,
    adding found: consuming InlineFindings
  ) {
    self.text = text
    self.span = span
    self.recognisesCells = recognisesCells
    self.found = found
    places = InlinePlaces(region, in: text)
  }

  mutating func inlines(of parent: CommonMarkNode, depth: Int = 0) -> [Inline] {
    guard depth < Complexity.maximumDepth else {
      found.diagnostics.append(Complexity.tooDeep(at: Place(text.source, span)))
      return []
    }
    var result: [Inline] = []
    for node in parent.children {
      switch node.kind {
      case .text: append(node.literal, to: &result)
      case .softBreak: result.append(.softBreak)
      case .lineBreak: result.append(.lineBreak)
      case .inlineCode: result.append(code(node.literal))
      case .inlineHTML:
        result.append(.html(places.nextHTML(node.literal)))
        if !HTMLComment.isAll(of: node.literal) { found.hasHTML = true }
      case .emphasis: result.append(.emphasis(inlines(of: node, depth: depth + 1)))
      case .strong: result.append(.strong(inlines(of: node, depth: depth + 1)))
      case .link: result.append(link(node, depth))
      case .image: result.append(image(node, depth))
      default: break
      }
    }
    return settled(result)
  }

  private mutating func settled(_ inlines: [Inline]) -> [Inline] {
    let hasMasks = inlines.contains { inline in
      if case .footnoteReference = inline { true } else { false }
    }
    guard hasMasks else { return inlines }
    var settling = ReferenceSettling(text)
    settling.settle(inlines)
    found.diagnostics += settling.diagnostics
    return settling.result
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
      },
      mask: { mask in
        switch mask {
        case .formula(let formula): inlines.append(.math(formula))
        case .reference(let span):
          inlines.append(.footnoteReference(FootnoteReference(label: "", span: span)))
        case .colon: break
        }
      })
  }

  private mutating func link(_ node: CommonMarkNode, _ depth: Int) -> Inline {
    let destination = text.unmasked(node.destination)
    let place = places.nextLink(to: node.destination, words: node.words, isImage: false) ?? span
    found.references.append(Reference(.link, destination, place))
    return .link(
      inlines(of: node, depth: depth + 1), destination: destination,
      title: text.unmasked(node.title))
  }

  private mutating func image(_ node: CommonMarkNode, _ depth: Int) -> Inline {
    let source = text.unmasked(node.destination)
    let place = places.nextLink(to: node.destination, words: node.words, isImage: true) ?? span
    let index = found.references.count
    found.references.append(Reference(.image, source, place))
    let alternative = inlines(of: node, depth: depth + 1)
    let words = alternative.plainText { _ in "0" }
    found.references[index].alternative = words.isEmpty ? nil : words
    return .image(alternative: alternative, source: source, title: text.unmasked(node.title))
  }

  private mutating func code(_ literal: String) -> Inline {
    guard recognisesCells, literal.hasPrefix(InlineValue.mark),
      let value = places.nextValue(literal)
    else { return .code(text.unmasked(literal)) }
    found.values.append(value)
    return .value(found.values.count - 1)
  }
}

extension CommonMarkNode {
  /// The literal text below the node, as deep as people nest markup.
  fileprivate var words: String { words(depth: 4) }

  private func words(depth: Int) -> String {
    children.reduce(into: "") { words, node in
      words += node.literal
      if depth > 0 { words += node.words(depth: depth - 1) }
    }
  }
}

extension InlineValue {
  /// What code begins with that is an inline value.
  static let mark = "{neuron}"
}
