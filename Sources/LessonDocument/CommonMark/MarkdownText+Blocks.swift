/// What libcmark says of a block's place, set right.
extension MarkdownText {
  /// Where a block begins in the text.
  func offset(of node: CommonMarkNode) -> Int {
    let line = span(ofLine: node.startLine)
    return min(line.start + max(node.startColumn - 1, 0), line.end)
  }

  /// The last line of a heading. libcmark 0.30 gives the line after an underlined one, but at the end
  /// of the text the underline itself.
  func endLine(ofHeading node: CommonMarkNode, within chain: ContainerChain) -> Int {
    if isNumberSignHeading(node) { return node.startLine }
    let before = max(node.endLine - 1, node.startLine)
    return before > node.startLine && isUnderline(before, within: chain) ? before : node.endLine
  }

  private func isNumberSignHeading(_ node: CommonMarkNode) -> Bool {
    let start = offset(of: node)
    let marks = utf8.endOfRun(of: UInt8(ascii: "#"), from: start)
    let isMark = marks > start && marks - start <= 6
    return isMark && (marks == utf8.count || utf8[marks].isWhitespace)
  }

  private func isUnderline(_ line: Int, within chain: ContainerChain) -> Bool {
    var cursor = cursor(line: line)
    guard chain.enter(&cursor, line: line), cursor.indentation < 4 else { return false }
    cursor.skipSpaces()
    guard let mark = cursor.next, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else {
      return false
    }
    cursor.skipMark(cursor.rest.prefix { $0 == mark }.count)
    return cursor.isBlank
  }
}
