/// Where a parsed text has inlines, and where no formula goes on.
struct TextStructure {
  private(set) var regions: [InlineRegion] = []
  /// The first lines of fenced blocks.
  private(set) var fences: Set<Int> = []
  /// The first lines of headings.
  private(set) var headings: Set<Int> = []
  /// Where the author's items follow notes in one list.
  private(set) var separations: [LineFront] = []

  init(of document: CommonMarkNode, in text: MarkdownText) {
    collect(document, ContainerChain(), text)
  }

  private mutating func collect(
    _ parent: CommonMarkNode, _ chain: ContainerChain, _ text: MarkdownText
  ) {
    guard chain.depth <= Complexity.maximumDepth else { return }
    for node in parent.children {
      switch node.kind {
      case .paragraph:
        regions.append(InlineRegion(node, to: node.endLine, within: chain, in: text))
      case .heading:
        if case .separator? = text.role(ofHeading: node) { continue }
        headings.insert(node.startLine)
        let lastLine = text.endLine(ofHeading: node, within: chain)
        regions.append(InlineRegion(node, to: lastLine, within: chain, in: text))
      case .code:
        let start = text.offset(of: node)
        if start < text.utf8.count, [.backtick, .tilde].contains(text.utf8[start]) {
          fences.insert(node.startLine)
        }
      case .quote:
        let quote = Container(kind: .quote, firstLine: node.startLine)
        collect(node, chain.adding(quote), text)
      case .list: collect(itemsOf: node, chain, text)
      default: break
      }
    }
  }

  private mutating func collect(
    itemsOf list: CommonMarkNode, _ chain: ContainerChain, _ text: MarkdownText
  ) {
    var isAfterNote = false
    for item in list.children {
      let line = item.startLine
      if text.note(of: item) != nil {
        isAfterNote = true
      } else if isAfterNote {
        isAfterNote = false
        var cursor = text.cursor(line: line)
        _ = chain.enter(&cursor, line: line)
        separations.append(LineFront(cursor, onLine: line, of: text))
      }
      collect(item, chain.addingItem(at: line, in: text), text)
    }
  }
}
