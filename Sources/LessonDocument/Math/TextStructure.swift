/// Where a parsed text has inlines, and where no formula goes on.
struct TextStructure {
  private(set) var regions: [InlineRegion] = []
  /// The first lines of fenced blocks.
  private(set) var fences: Set<Int> = []
  /// The first lines of headings.
  private(set) var headings: Set<Int> = []

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
      case .list:
        for item in node.children {
          collect(item, chain.addingItem(at: item.startLine, in: text), text)
        }
      default: break
      }
    }
  }
}
