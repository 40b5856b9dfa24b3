import LessonDocument
import SourceText

/// Writes `output` blocks in the manner of the place where they stand: container, line ending, fence.
struct OutputBlockWriter {
  let cell: Cell
  let source: SourceFile

  /// A block below a cell that has none; `nil` where nothing closes the cell, since there is no below.
  func insertion(of output: OutputLines) -> AcceptedLesson.Edit? {
    guard Fences(of: cell.span, in: source) != nil else { return nil }
    let prefix = continuation(of: Array(cell.linePrefix.utf8))
    let lines = (0..<output.count).map { output[$0] }
    let fence = String(repeating: "`", count: fenceLength(for: lines, of: UInt8(ascii: "`")))
    var block = needsBlankLine(prefix) ? [Array(trimmingEnd(prefix[...]))] : []
    block.append(prefix + Array("\(fence)output".utf8))
    block += lines.map { content($0, prefix) }
    block.append(prefix + Array(fence.utf8))
    let end = cell.span.end
    return AcceptedLesson.Edit(
      span: Span(end, end), replacement: block.flatMap { lineEnding + $0 })
  }

  /// A block out of the lesson, with the blank lines between it and its cell. Where something stands
  /// there that is no block, as the definition of a link, the output is emptied.
  func removal(of stored: StoredOutput) -> AcceptedLesson.Edit? {
    let between = source.utf8[cell.span.end..<stored.span.start]
    let isBlank = between.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">")].contains($0) }
    if !isBlank { return rewrite(of: stored, with: []) }
    return AcceptedLesson.Edit(span: Span(cell.span.end, stored.span.end), replacement: [])
  }

  /// Other lines between the fences of a block; `nil` where nothing closes it, since then no one
  /// knows where it was meant to end.
  func rewrite(of stored: StoredOutput, with lines: [ArraySlice<UInt8>]) -> AcceptedLesson.Edit? {
    guard let fences = Fences(of: stored.span, in: source) else { return nil }
    let prefix = continuation(of: Array(source.utf8[fences.lineStart..<stored.span.start]))
    let needed = fenceLength(for: lines, of: fences.character)
    let growth = Array(repeating: fences.character, count: max(0, needed - fences.length))
    var text = growth + Array(source.utf8[stored.span.start..<fences.openingEnd])
    for line in lines { text += lineEnding + content(line, prefix) }
    text += lineEnding + Array(source.utf8[fences.closingLineStart..<fences.closing]) + growth
    text += source.utf8[fences.closing..<stored.span.end]
    return AcceptedLesson.Edit(span: stored.span, replacement: text)
  }

  /// As the line of the cell's own fence ends.
  private var lineEnding: [UInt8] {
    var index = cell.fence.end
    while index < source.utf8.count {
      let byte = source.utf8[index]
      if byte == UInt8(ascii: "\n") { return [byte] }
      if byte == UInt8(ascii: "\r") {
        let next = index + 1 < source.utf8.count ? source.utf8[index + 1] : 0
        return next == UInt8(ascii: "\n") ? [byte, next] : [byte]
      }
      index += 1
    }
    return [UInt8(ascii: "\n")]
  }

  private func content(_ line: ArraySlice<UInt8>, _ prefix: [UInt8]) -> [UInt8] {
    line.isEmpty ? Array(trimmingEnd(prefix[...])) : prefix + line
  }

  /// What continues a container on its next line: quote marks stay, the marks of list items become
  /// spaces. A quote mark gets its space, lest it takes one of the output's.
  private func continuation(of prefix: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in prefix where byte & 0xC0 != 0x80 {
      let stays = byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\t")
      result.append(stays ? byte : UInt8(ascii: " "))
    }
    if result.last == UInt8(ascii: ">") { result.append(UInt8(ascii: " ")) }
    return result
  }

  /// Inside a list item a blank line would spread the list; elsewhere it is how lessons are written.
  private func needsBlankLine(_ prefix: [UInt8]) -> Bool {
    prefix.isEmpty || prefix.contains(UInt8(ascii: ">"))
  }

  /// At least 3, and longer than any row of the fence's character in the output.
  private func fenceLength(for lines: [ArraySlice<UInt8>], of character: UInt8) -> Int {
    var longest = 2
    for line in lines {
      var row = 0
      for byte in line {
        row = byte == character ? row + 1 : 0
        longest = max(longest, row)
      }
    }
    return longest + 1
  }
}

/// Where the two fences of a block stand, in bytes of the file.
private struct Fences {
  let lineStart: Int
  let character: UInt8
  /// The number of characters of the opening fence; the closing one may have more.
  let length: Int
  let openingEnd: Int
  let closingLineStart: Int
  /// The first character of the closing fence.
  let closing: Int

  /// `nil` where no fence closes the block.
  init?(of span: Span, in source: SourceFile) {
    let text = source.utf8
    guard span.start < span.end, span.end <= text.count else { return nil }
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    character = text[span.start]
    var start = span.start
    while start > 0, !isLineEnd(text[start - 1]) { start -= 1 }
    lineStart = start

    var index = span.start
    while index < span.end, text[index] == character { index += 1 }
    length = index - span.start
    while index < span.end, !isLineEnd(text[index]) { index += 1 }
    openingEnd = index

    var end = span.end
    while end > openingEnd, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    var first = end
    while first > openingEnd, text[first - 1] == character { first -= 1 }
    guard length >= 3, end - first >= length else { return nil }
    closing = first
    while first > openingEnd, !isLineEnd(text[first - 1]) { first -= 1 }
    guard first > openingEnd else { return nil }
    closingLineStart = first
  }
}
