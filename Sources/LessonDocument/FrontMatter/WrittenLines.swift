import SourceText

/// Where the lines of a text stand that YAML holds: each is looked for in the file after the one before.
struct WrittenLines {
  private let whole: Place
  private let text: [UInt8]
  /// The end in the text of the lines that were looked for, and where the last of them stands.
  private var lineEnd = -1
  private var line: Span

  /// Whether the lines come after a `|`, which is the place.
  private var isBlock: Bool { whole.file.text(of: whole.span).hasPrefix("|") }

  /// A text that is written at a place, perhaps as lines with an indentation.
  init(_ text: String, at place: Place) {
    whole = place
    self.text = Array(text.utf8)
    line = Span(place.span.start, place.span.start)
  }

  /// The line of the text that an offset is in; the whole place where the file has it otherwise, such as
  /// with escapes. Offsets must not go back by lines.
  mutating func place(ofLineAt offset: Int) -> Place {
    while lineEnd < offset, lineEnd < text.count {
      let start = lineEnd + 1
      lineEnd = text[min(start, text.count)...].firstIndex(where: \.isLineEnding) ?? text.count
      let words = Array(text[min(start, lineEnd)..<lineEnd].drop(while: \.isSpaceOrTab))
      if words.isEmpty { continue }
      let end = isBlock ? whole.file.utf8.count : max(line.end, whole.span.end)
      guard let found = whole.file.utf8[line.end..<end].firstRange(of: words) else {
        (lineEnd, line) = (text.count, whole.span)
        break
      }
      line = Span(found.lowerBound, found.upperBound)
    }
    return Place(whole.file, line)
  }
}
