import SourceText

/// A line of a file with a stretch underlined, cut to what a person can see at once.
///
///     return w * q + b
///                ^
struct Excerpt {
  /// The line, or the piece of it around the stretch.
  let line: String
  /// Spaces and marks to be written below.
  let underline: String

  /// The most columns shown; a longer line is cut around the stretch.
  private static let width = 120
  /// Columns kept before the stretch when the line is cut.
  private static let lead = 40

  /// - Parameter line: the line's bytes, without its ending.
  /// - Parameter marked: the bytes to underline; empty marks the place between two characters.
  init(_ file: SourceFile, line: Span, marked: Span, mark: Character = "^") {
    let start = min(max(marked.start, line.start), line.end)
    let end = min(max(marked.end, start), line.end)
    let window = Self.window(file.utf8, line: line, around: start)
    var text = window.start > line.start ? "…" : ""
    var column = text.isEmpty ? 0 : 1
    var before = column
    var after = column
    var offset = window.start
    for scalar in file.text(of: window).unicodeScalars {
      let glyph = VisibleText.glyph(scalar, column: column)
      if column + glyph.width > Self.width { break }
      if offset < start { before = column + glyph.width }
      text += glyph.text
      column += glyph.width
      offset += glyph.length
      if offset <= end { after = column }
    }
    if offset < line.end { text += "…" }
    self.line = text
    let marks = String(repeating: mark, count: max(1, after - before))
    underline = String(repeating: " ", count: before) + marks
  }

  /// The bytes of a line to look at: all of a short one. A long one is cut at scalars, so that a
  /// line of a million characters costs no more than a window of it.
  private static func window(_ bytes: [UInt8], line: Span, around start: Int) -> Span {
    guard line.length > width else { return line }
    var first = start
    var scalars = 0
    while first > line.start, scalars < (start - line.start < width - lead ? width : lead) {
      first -= 1
      if bytes[first] & 0xC0 != 0x80 { scalars += 1 }
    }
    while first > line.start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    var last = min(line.end, start + 4 * width)
    while last < line.end, bytes[last] & 0xC0 == 0x80 { last += 1 }
    return Span(first, last)
  }
}
