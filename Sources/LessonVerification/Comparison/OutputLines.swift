import SourceText

/// A text as lines, each a slice of the whole, without line endings.
///
/// Lines end as in a Markdown file (`\n`, `\r\n`, `\r`), since an output is kept in one: a printed
/// carriage return can only come back from there as the end of a line.
struct OutputLines {
  private let bytes: [UInt8]
  private(set) var ranges: [Range<Int>] = []

  init(_ text: [UInt8]) {
    bytes = text
    var start = 0
    var index = 0
    while index < text.count {
      let end = index
      let byte = text[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") {
        index += 1
      }
      ranges.append(start..<end)
      start = index
    }
    if start < text.count { ranges.append(start..<text.count) }
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  var count: Int { ranges.count }

  /// The 0-based line `index`; its indices are those of the whole text.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  /// A line that stands for any lines.
  func isEllipsis(_ index: Int) -> Bool {
    trimmingEnd(self[index]).elementsEqual("...".utf8)
  }

  var hasEllipsis: Bool { ranges.indices.contains { isEllipsis($0) } }
}
