/// A few lines of the stored and the computed output side by side, around the first difference.
struct OutputDiff {
  /// Lines that agree, shown before the difference.
  private static let contextLines = 2
  /// Lines shown of each side from the difference on.
  private static let changedLines = 6
  /// A line is cut after so many characters.
  private static let width = 160

  private let comparison: OutputComparison
  private let difference: OutputComparison.Difference

  init(_ comparison: OutputComparison, around difference: OutputComparison.Difference) {
    self.comparison = comparison
    self.difference = difference
  }

  /// Lines with `- ` are stored, with `+ ` computed, with two spaces both; a line of carets marks the
  /// first differing number.
  var text: String {
    var lines = ["the stored output (-) and the computed one (+):"]
    let first = difference.storedLine
    for line in max(0, first - Self.contextLines)..<first {
      lines.append("  " + shown(comparison.stored[line]))
    }
    let (storedEnd, computedEnd) = changedEnds()
    append(to: &lines, sign: "- ", comparison.stored, first..<storedEnd, difference.number?.stored)
    if let computedLine = difference.computedLine {
      append(
        to: &lines, sign: "+ ", comparison.computed, computedLine..<computedEnd,
        difference.number?.computed)
    }
    return lines.joined(separator: "\n")
  }

  /// Where the change ends on both sides: at the first pair of lines, one of each side, that agree
  /// again.
  private func changedEnds() -> (stored: Int, computed: Int) {
    let stored = difference.storedLine..<comparison.stored.count
    let from = difference.computedLine ?? comparison.computed.count
    let computed = from..<comparison.computed.count
    for distance in 1..<(2 * Self.changedLines) {
      for i in 0...distance where i < stored.count && distance - i < computed.count {
        let a = stored.lowerBound + i
        let b = computed.lowerBound + distance - i
        let meets =
          comparison.hasWildcards && comparison.stored.isEllipsis(a)
          || comparison.comparator.agree(
            stored: comparison.stored[a], computed: comparison.computed[b])
        if meets { return (a, b) }
      }
    }
    return (stored.upperBound, computed.upperBound)
  }

  private func append(
    to lines: inout [String], sign: String, _ output: OutputLines, _ range: Range<Int>,
    _ marked: Range<Int>?
  ) {
    for (offset, line) in range.prefix(Self.changedLines).enumerated() {
      lines.append(sign + shown(output[line]))
      if offset == 0, let marked, let carets = carets(under: marked, in: output[line]) {
        lines.append("  " + carets)
      }
    }
    if range.count > Self.changedLines {
      lines.append("\(sign)… \(range.count - Self.changedLines) more lines")
    }
  }

  private func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.prefix(4 * Self.width), as: UTF8.self)
    let cut = text.count > Self.width || line.count > 4 * Self.width
    return cut ? text.prefix(Self.width) + "…" : text
  }

  private func carets(under marked: Range<Int>, in line: ArraySlice<UInt8>) -> String? {
    let before = String(decoding: line[line.startIndex..<marked.lowerBound], as: UTF8.self)
    guard before.count + marked.count <= Self.width else { return nil }
    return String(before.map { $0 == "\t" ? "\t" : " " })
      + String(repeating: "^", count: marked.count)
  }
}
