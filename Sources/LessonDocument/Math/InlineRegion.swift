/// A stretch of lines whose text libcmark reads as inlines, where a formula may begin: a paragraph or
/// heading.
struct InlineRegion {
  /// 1-based, in the text that was parsed.
  var firstLine: Int
  var lastLine: Int
  /// Where it begins on its first line; `nil` for wherever the containers' marks end.
  var start: Int?
  let chain: ContainerChain
}

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
      case .paragraph: add(node, to: node.endLine, chain, text)
      case .heading:
        headings.insert(node.startLine)
        add(node, to: text.endLine(ofHeading: node, within: chain), chain, text)
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

  private mutating func add(
    _ node: CommonMarkNode, to lastLine: Int, _ chain: ContainerChain, _ text: MarkdownText
  ) {
    regions.append(
      InlineRegion(
        firstLine: node.startLine, lastLine: max(lastLine, node.startLine),
        start: text.offset(of: node), chain: chain))
  }
}
