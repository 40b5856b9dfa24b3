/// A place on one line while containers' marks are taken off its front.
///
/// Counts columns as CommonMark does: a tab reaches to the next multiple of four, and may be used up
/// in part, as in `>⇥⇥x`, where the mark takes one column of the first tab.
struct LineCursor {
  private let bytes: [UInt8]
  /// Where the line ends, its line ending excluded.
  let end: Int
  /// The next byte; a tab in use stays next until its last column is taken.
  private(set) var offset: Int
  /// 0-based, from the beginning of the line.
  private var column = 0
  /// Columns of the tab at `offset` that are still to be taken; 0 outside a tab in use.
  private(set) var restOfTab = 0

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.offset = start
    self.end = end
  }

  var rest: ArraySlice<UInt8> { bytes[offset..<end] }
  var next: UInt8? { offset < end ? bytes[offset] : nil }

  /// The columns of white space from here.
  var indentation: Int {
    var width = 0
    for index in offset..<end {
      if bytes[index] == .space {
        width += 1
      } else if bytes[index] == .tab {
        width += index == offset && restOfTab > 0 ? restOfTab : 4 - (column + width) % 4
      } else {
        break
      }
    }
    return width
  }

  /// What stands for the columns taken of a tab in use, after a text of the bytes before it.
  func padding(after front: String) -> String {
    guard restOfTab > 0 else { return "" }
    let start = front.utf8.reduce(0) { $1 == .tab ? ($0 / 4 + 1) * 4 : $0 + 1 }
    return String(repeating: " ", count: max(column - start, 0))
  }

  /// Whether nothing but white space is left.
  var isBlank: Bool { bytes[..<end].endOfSpaces(from: offset) == end }

  /// Takes up to `count` columns of white space.
  mutating func skipColumns(_ count: Int) {
    var count = count
    while count > 0, let byte = next, byte.isSpaceOrTab {
      let width = byte == .space ? 1 : (restOfTab > 0 ? restOfTab : 4 - column % 4)
      let taken = min(width, count)
      column += taken
      count -= taken
      restOfTab = width - taken
      if restOfTab == 0 { offset += 1 }
    }
  }

  mutating func skipSpaces() { skipColumns(indentation) }

  /// Takes bytes that are one column wide: a mark, never white space.
  mutating func skipMark(_ count: Int) {
    let taken = min(count, end - offset)
    offset += taken
    column += taken
  }
}
