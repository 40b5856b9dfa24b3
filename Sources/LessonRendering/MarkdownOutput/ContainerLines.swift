import SourceText

/// What stands before the text of a line in a Markdown file: the marks of quotes and lists.
struct ContainerLines {
  private let source: SourceFile
  /// What the file ends its lines with.
  let ending: String

  init(_ source: SourceFile) {
    self.source = source
    let first = source.utf8.firstIndex(of: UInt8(ascii: "\n"))
    let isCarriageReturn = first.map { $0 > 0 && source.utf8[$0 - 1] == UInt8(ascii: "\r") }
    ending = isCarriageReturn == true ? "\r\n" : "\n"
  }

  /// What has to stand before further lines of the containers that `prefix` opens: quote marks stay,
  /// list marks become spaces.
  func continuation(of prefix: String) -> String {
    String(prefix.map { $0 == ">" || $0 == "\t" ? $0 : " " })
  }

  /// The continuation of the containers that the line of an offset stands in.
  func containerPrefix(at offset: Int) -> String {
    marks(in: source.utf8[lineStart(of: offset)..<offset]).continuation
  }

  /// Whether only marks of containers stand before an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    let line = source.utf8[lineStart(of: offset)..<offset]
    return marks(in: line).end == offset
  }

  /// What follows an offset on its line: the only thing but spaces, if it is one byte.
  enum Rest: Equatable {
    case nothing
    /// A byte, and where the line ends.
    case mark(UInt8, end: Int)
    case text
  }

  func rest(of offset: Int) -> Rest {
    let end = source.lineSpan(at: offset).end
    let start = endOfSpaces(from: offset)
    if start >= end { return .nothing }
    return endOfSpaces(from: start + 1) >= end ? .mark(source.utf8[start], end: end) : .text
  }

  func endOfSpaces(from offset: Int) -> Int {
    source.utf8[offset...].firstIndex { !" \t".utf8.contains($0) } ?? source.utf8.count
  }

  /// Past the line ending at an offset, and past one blank line after it.
  func endOfBlankLines(from offset: Int) -> Int {
    var offset = offset
    for _ in 0..<2 {
      let end = source.lineSpan(at: offset).end
      guard end < source.utf8.count, endOfSpaces(from: offset) == end else { break }
      let isPair = source.utf8[end...].starts(with: "\r\n".utf8)
      offset = end + (isPair ? 2 : 1)
    }
    return offset
  }

  private func lineStart(of offset: Int) -> Int { source.lineSpan(at: offset).start }

  /// Spaces, `>`, bullets or numbers with a space after them, labels of notes; and what a further line
  /// begins with in the same containers.
  private func marks(in line: ArraySlice<UInt8>) -> (end: Int, continuation: String) {
    var end = line.startIndex
    var marks = ""
    while end < line.endIndex {
      if " \t>".utf8.contains(line[end]) {
        marks.unicodeScalars.append(Unicode.Scalar(line[end]))
        end += 1
      } else if let mark = endOfListMark(in: line[end...]) {
        marks += String(repeating: " ", count: mark - end)
        end = mark
      } else if let mark = endOfNoteMark(in: line[end...]) {
        marks += Self.noteIndentation
        end = mark
      } else {
        break
      }
    }
    return (end, marks)
  }

  /// What a line of a note begins with below its first.
  private static let noteIndentation = "    "

  /// `[^label]:` with the spaces after it.
  private func endOfNoteMark(in line: ArraySlice<UInt8>) -> Int? {
    guard line.starts(with: "[^".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")),
      line[close...].starts(with: "]:".utf8)
    else { return nil }
    return line[(close + 2)...].firstIndex { !" \t".utf8.contains($0) } ?? line.endIndex
  }

  private func endOfListMark(in line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix(9).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let marks = digits.isEmpty ? "-*+" : ".)"
    let end = digits.endIndex
    guard end + 1 < line.endIndex, marks.utf8.contains(line[end]),
      " \t".utf8.contains(line[end + 1])
    else { return nil }
    return end + 1
  }
}
