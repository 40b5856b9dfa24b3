/// Changes of a text as a unified diff, which `patch` can apply.
struct UnifiedDiff {
  /// Lines that others have come in the place of; either may be none.
  struct Change: Equatable {
    /// 0-based.
    var old: Range<Int>
    var new: Range<Int>
  }

  private let path: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let changes: [Change]
  /// Lines shown around a change.
  private let context: Int

  /// - Parameter changes: in order, no two touching.
  init(
    path: String, old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>], changes: [Change],
    context: Int
  ) {
    self.path = path
    self.old = old
    self.new = new
    self.changes = changes
    self.context = context
  }

  /// Between two texts.
  init(path: String, old: [UInt8], new: [UInt8]) {
    let (old, new) = (Self.lines(of: old[...]), Self.lines(of: new[...]))
    self.init(
      path: path, old: old, new: new, changes: LineDiff(old, new).changes, context: 3)
  }

  /// Lines with their endings; only `\n` divides them, as for `diff`.
  static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  /// Empty when nothing changed; else it ends with a line ending.
  var text: String {
    guard !changes.isEmpty else { return "" }
    var text = "--- \(path)\n+++ \(path)\n"
    var hunk: [Change] = []
    for change in changes {
      if let last = hunk.last, change.old.lowerBound - last.old.upperBound > 2 * context {
        text += self.text(of: hunk)
        hunk = []
      }
      hunk.append(change)
    }
    return text + self.text(of: hunk)
  }

  /// Neighbouring changes with the lines between and around them.
  private func text(of hunk: [Change]) -> String {
    guard let first = hunk.first, let last = hunk.last else { return "" }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldLines = first.old.lowerBound - before..<last.old.upperBound + after
    let newLines = first.new.lowerBound - before..<last.new.upperBound + after
    var text = "@@ -\(Self.range(oldLines)) +\(Self.range(newLines)) @@\n"
    var next = oldLines.lowerBound
    for change in hunk {
      text += rows(" ", old[next..<change.old.lowerBound])
      text += rows("-", old[change.old]) + rows("+", new[change.new])
      next = change.old.upperBound
    }
    return text + rows(" ", old[next..<oldLines.upperBound])
  }

  /// Where one side has no lines, its number is that of the line before.
  private static func range(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  private func rows(_ sign: String, _ lines: ArraySlice<ArraySlice<UInt8>>) -> String {
    lines.map { line in
      let text = sign + String(decoding: line, as: UTF8.self)
      return line.last == UInt8(ascii: "\n") ? text : "\(text)\n\\ No newline at end of file\n"
    }.joined()
  }
}
