/// A text that a person wrote, under the name by which reports call it.
///
/// Immutable, and so shared by every span, token and diagnostic that points into it.
public final class SourceFile: Sendable {
  /// The path as reports show it: relative where the person gave it so.
  public let path: String
  /// The text, byte for byte as it is on disk (line endings included).
  public let utf8: [UInt8]
  /// The offset at which each line begins; line 1, the first element, begins after a byte order mark.
  private let lineStarts: [Int]
  /// The number of scalars before each block of `blockLength` bytes, so that the column of a place
  /// far out on a long line needs no walk from the line's start. Empty if no line is long.
  private let scalarsBeforeBlock: [Int]
  private static let blockLength = 256

  /// A file's text. `utf8` must be valid UTF-8: whoever reads files checks that and reports it.
  public init(path: String, utf8: [UInt8]) {
    self.path = path
    self.utf8 = utf8
    let textStart = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = [textStart] + Self.findLineStarts(in: utf8)
    let hasLongLine = zip(lineStarts, lineStarts.dropFirst() + [utf8.count]).contains {
      $1 - $0 > Self.blockLength
    }
    scalarsBeforeBlock = hasLongLine ? Self.countScalarsBeforeBlocks(of: utf8) : []
  }

  /// A text that is already a string.
  public convenience init(path: String, text: String) {
    self.init(path: path, utf8: Array(text.utf8))
  }

  /// The whole text.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Where the text begins: after a byte order mark, if there is one.
  public var textStart: Int { lineStarts[0] }

  /// The number of lines; a text that ends in a line ending has no empty line after it, an empty
  /// text has one line.
  public var lineCount: Int {
    lineStarts.count > 1 && lineStarts.last == utf8.count ? lineStarts.count - 1 : lineStarts.count
  }

  /// The text of a span.
  public func text(of span: Span) -> String {
    String(decoding: utf8[span.start..<span.end], as: UTF8.self)
  }

  /// Where an offset is, for people. An offset past the end is the end.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, textStart), utf8.count)
    let line = lineIndex(at: offset)
    let start = lineStarts[line]
    let scalars =
      offset - start <= Self.blockLength
      ? Self.scalarCount(utf8[start..<offset]) : scalarsBefore(offset) - scalarsBefore(start)
    return Position(line: line + 1, column: scalars + 1)
  }

  private func scalarsBefore(_ offset: Int) -> Int {
    let block = offset / Self.blockLength
    return scalarsBeforeBlock[block]
      + Self.scalarCount(utf8[block * Self.blockLength..<offset])
  }

  private static func countScalarsBeforeBlocks(of utf8: [UInt8]) -> [Int] {
    var counts = [0]
    for start in stride(from: 0, to: utf8.count, by: blockLength) {
      let end = min(start + blockLength, utf8.count)
      counts.append(counts[counts.count - 1] + scalarCount(utf8[start..<end]))
    }
    return counts
  }

  private static func scalarCount(_ utf8: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes of a 1-based line, without its line ending.
  public func span(ofLine line: Int) -> Span {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : utf8.count
    while end > start, utf8[end - 1] == UInt8(ascii: "\n") || utf8[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return Span(start, end)
  }

  /// The bytes of the line that an offset lies in, without its line ending.
  public func lineSpan(at offset: Int) -> Span {
    span(ofLine: lineIndex(at: min(max(offset, 0), utf8.count)) + 1)
  }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The starts of all lines but the first. Lines end with `\n`, `\r\n` or a lone `\r`, as in CommonMark.
  private static func findLineStarts(in utf8: [UInt8]) -> [Int] {
    var starts: [Int] = []
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(index)
        } else if byte == UInt8(ascii: "\r") {
          if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
          starts.append(index)
        }
      }
    }
    return starts
  }
}

/// A place for people: 1-based line, 1-based column counted in Unicode scalars.
public struct Position: Hashable, Sendable {
  public var line: Int
  public var column: Int

  /// A place for people; both numbers are 1-based.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Position: CustomStringConvertible {
  /// As reports write it: `3:5` is the fifth column of line 3.
  public var description: String { "\(line):\(column)" }
}

/// A span of a file.
public struct Place: Hashable, Sendable {
  public var file: SourceFile
  public var span: Span

  /// The bytes `span` of `file`.
  public init(_ file: SourceFile, _ span: Span) {
    self.file = file
    self.span = span
  }

  /// Where the span begins.
  public var start: Position { file.position(at: span.start) }

  /// Where the span ends: the position just after its last scalar.
  public var end: Position { file.position(at: span.end) }

  /// Where it begins and ends: `1:3-1:4`.
  public var range: String { "\(start)-\(end)" }

  public static func == (a: Place, b: Place) -> Bool {
    a.span == b.span && a.file.path == b.file.path
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(file.path)
    hasher.combine(span)
  }
}
