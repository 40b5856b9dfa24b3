import SourceText

/// What keeps hostile texts from taking long or nesting deep: checked on the raw lines, before cmark.
enum Complexity {
  /// Containers, and inlines, within each other. A page shows no more than a few; the recursions over
  /// the tree take below 1 kB a level.
  static let maximumDepth = 100
  /// Bytes; libcmark counts in 32 bits.
  static let maximumSize = 256 << 20
  /// Images between two blank lines. libcmark's time is their number times that of the links there:
  /// 20,000 of `![[]()` took 0.6 s, 1,000 take 2 ms.
  static let maximumImages = 1_000

  /// The first thing in the text from `start` on that is too much.
  static func problem(in source: SourceFile, from start: Int) -> Diagnostic? {
    if source.utf8.count > maximumSize {
      let message = "the text has \(source.utf8.count) bytes, at most \(maximumSize) are read"
      return Diagnostic(.documentTooComplex, message, at: Place(source, Span(0, 0)))
    }
    let found = source.utf8.withUnsafeBufferPointer { measure($0, from: start) }
    return found.map { Diagnostic(.documentTooComplex, $0.message, at: Place(source, $0.span)) }
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(.documentTooComplex, "nested more than \(maximumDepth) deep", at: place)
  }

  private static func measure(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (message: String, span: Span)? {
    var line = start
    var images = 0
    while line < bytes.count {
      var offset = line
      let depth = containerMarks(bytes, &offset)
      if depth > maximumDepth {
        return ("nested more than \(maximumDepth) deep", Span(line, offset))
      }
      if offset == bytes.count || bytes[offset].isLineEnding { images = 0 }
      while offset < bytes.count, !bytes[offset].isLineEnding {
        if bytes[offset] == UInt8(ascii: "["), offset > line,
          bytes[offset - 1] == UInt8(ascii: "!")
        {
          images += 1
          if images > maximumImages {
            let message = "more than \(maximumImages) images in one paragraph"
            return (message, Span(offset - 1, offset + 1))
          }
        }
        offset += 1
      }
      line = offset + 1
    }
    return nil
  }

  /// How many marks of quotes and list items stand at a line's front; a break such as `- - -` has
  /// none. Moves `offset` past them.
  private static func containerMarks(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int
  ) -> Int {
    var depth = 0
    var isBreak = true
    while true {
      offset = bytes.endOfSpaces(from: offset)
      guard offset < bytes.count, !bytes[offset].isLineEnding else { return isBreak ? 0 : depth }
      let byte = bytes[offset]
      if byte == .quoteMark {
        isBreak = false
        offset += 1
      } else if let end = endOfListMark(bytes, at: offset) {
        isBreak = isBreak && !byte.isDigit && byte != UInt8(ascii: "+")
        offset = end
      } else {
        return depth
      }
      depth += 1
    }
  }

  private static func endOfListMark(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    var end = offset
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
    default:
      while end < bytes.count, end - offset < 10, bytes[end].isDigit { end += 1 }
      guard end > offset, end < bytes.count,
        bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
      else { return nil }
      end += 1
    }
    return end == bytes.count || bytes[end].isWhitespace ? end : nil
  }
}
