/// A stretch of lines whose text libcmark reads as inlines, where a formula may begin: a paragraph or
/// heading.
struct InlineRegion {
  /// 1-based, in the text that was parsed.
  var firstLine: Int
  var lastLine: Int
  /// Where it begins on its first line; `nil` for wherever the containers' marks end.
  var start: Int?
  let chain: ContainerChain
  /// Whether it is a cell of a table, which ends where it ends.
  let isCell: Bool
}

extension InlineRegion {
  /// The lines of a paragraph or heading, up to `lastLine`.
  init(
    _ node: CommonMarkNode, to lastLine: Int, within chain: ContainerChain, in text: MarkdownText
  ) {
    self.init(
      firstLine: node.startLine, lastLine: max(lastLine, node.startLine),
      start: text.offset(of: node), chain: chain, isCell: text.isCell(line: node.startLine))
  }
}
