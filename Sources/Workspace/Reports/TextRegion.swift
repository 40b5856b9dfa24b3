import SourceText

/// Where a span begins and ends, as reports for programs say it: lines and columns from 1, columns
/// in Unicode scalars, the end just after the last one. A span that takes in the end of its last
/// line ends there, not on the line after, which there need not be.
struct TextRegion: Hashable {
  let start: Position
  let end: Position

  init(_ place: Place) {
    let file = place.file
    start = file.position(at: place.span.start)
    var end = file.position(at: place.span.end)
    if end.column == 1, end.line > start.line {
      end = file.position(at: file.span(ofLine: end.line - 1).end)
    }
    self.end = (end.line, end.column) < (start.line, start.column) ? start : end
  }

  var isOneLine: Bool { start.line == end.line }
}
