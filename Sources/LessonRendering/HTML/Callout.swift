import LessonDocument
import SourceText

/// A quote that is a remark of the author's, as GitHub marks them:
///
///     > [!TIP]
///     > Try it with another rate.
struct Callout {
  enum Kind: String, CaseIterable {
    case note, tip, important, warning, caution

    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  let kind: Kind
  /// As written.
  let mark: String
  /// The paragraph that begins with it.
  let paragraph: Span
  /// What stands in the quote without the mark.
  let blocks: [Block]

  /// `nil` for a quote that does not begin with a mark on a line of its own, or holds nothing else.
  init?(_ quote: [Block]) {
    guard let first = quote.first, case .paragraph(let inlines) = first.kind,
      case .text(let mark)? = inlines.first, let kind = Self.kind(of: mark)
    else { return nil }
    var blocks = quote
    switch inlines.dropFirst().first {
    case .softBreak, .lineBreak:
      blocks[0] = Block(.paragraph(Array(inlines.dropFirst(2))), first.span)
    case nil: blocks.removeFirst()
    default: return nil
    }
    guard !blocks.isEmpty else { return nil }
    self.kind = kind
    self.mark = mark
    self.paragraph = first.span
    self.blocks = blocks
  }

  /// Capitals do not count.
  private static func kind(of mark: String) -> Kind? {
    guard mark.hasPrefix("[!"), mark.hasSuffix("]") else { return nil }
    return Kind(rawValue: mark.dropFirst(2).dropLast().lowercased())
  }
}

extension HTMLWriter {
  /// A quote, or what it stands for.
  mutating func writeQuote(_ blocks: [Block]) {
    guard let callout = Callout(blocks), parts.isMark(callout.mark, in: callout.paragraph) else {
      html += "<blockquote>\n"
      contained { $0.write(blocks) }
      beginLine()
      html += "</blockquote>\n"
      return
    }
    html += "<div class=\"callout \(callout.kind)\" role=\"note\">\n"
    html += "<p class=\"kind\">\(callout.kind.title)</p>\n"
    contained { $0.write(callout.blocks) }
    beginLine()
    html += "</div>\n"
  }
}
