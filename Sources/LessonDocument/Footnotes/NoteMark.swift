import SourceText

/// The beginning of a note, `[^label]: `, in the file.
struct NoteMark {
  let front: LineFront
  /// `[^label]`.
  let labelSpan: Span
  let label: String
  /// Where its text begins, after the colon and white space.
  let end: Int
  /// Whether its first line has nothing else.
  let isAlone: Bool

  /// An item of a list, whose text stands four columns in, as a note's does. A sign of plus is never a
  /// break between paragraphs, whatever follows it. Where nothing does, an empty heading keeps the
  /// columns.
  func substitutions(_ index: Int) -> [Substitution] {
    let item = Substitution(span: Span(front.start, end), replacement: .note("+   ", index))
    let content = Substitution(
      span: Span(end, end), replacement: .heading(before: "", after: "", .separator))
    return [.separator(front), item] + (isAlone ? [content] : [])
  }
}

/// Labels of notes, as GitHub reads them.
enum NoteLabel {
  /// Bytes; CommonMark's bound for labels of links.
  private static let maximumLength = 999

  /// The end of the label at `offset`, which follows `[^`: one byte or more without white space,
  /// brackets and backslashes, before a `]`.
  static func end(in bytes: [UInt8], from offset: Int) -> Int? {
    var end = offset
    while end < bytes.count, end - offset <= maximumLength {
      switch bytes[end] {
      case UInt8(ascii: "]"): return end > offset ? end : nil
      case UInt8(ascii: "["), .backslash, 0: return nil
      case let byte where byte.isWhitespace: return nil
      default: end += 1
      }
    }
    return nil
  }

  /// The offsets of the colons in all `[^label]:`.
  static func colons(in bytes: [UInt8], from start: Int) -> [Int] {
    var colons: [Int] = []
    var offset = start
    while let bracket = bytes[offset...].firstIndex(of: UInt8(ascii: "[")) {
      offset = bracket + 1
      guard bytes.has("^", at: offset), let end = end(in: bytes, from: offset + 1),
        bytes.has(":", at: end + 1)
      else { continue }
      colons.append(end + 1)
    }
    return colons
  }

  /// Two labels are one when they are alike but for capitals.
  static func folded(_ label: some StringProtocol) -> String { label.lowercased() }
}
