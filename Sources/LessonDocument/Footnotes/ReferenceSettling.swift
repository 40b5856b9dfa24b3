import SourceText

/// Makes references of the masks that libcmark left between their brackets, `[②]`, and text of those
/// that it took for something else, as in the link `[^x](address)`.
struct ReferenceSettling {
  let text: MarkdownText
  private(set) var result: [Inline] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the last reference waits for its closing bracket to be taken off the text after it.
  private var isOpen = false

  init(_ text: MarkdownText) { self.text = text }

  /// `inlines` are what stands side by side, each mask a reference whose span is what it masks.
  mutating func settle(_ inlines: [Inline]) {
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .footnoteReference(let masked):
        settle(masked.span, before: index + 1 < inlines.count ? inlines[index + 1] : nil)
      case .text(let piece): append(piece)
      default:
        isOpen = false
        result.append(inline)
      }
    }
  }

  private mutating func settle(_ inside: Span, before next: Inline?) {
    let label = text.source.text(of: Span(inside.start + 1, inside.end))
    guard case .text(let before)? = result.last, before.utf8.last == UInt8(ascii: "["),
      case .text(let after)? = next, after.utf8.first == UInt8(ascii: "]")
    else { return append("^" + label) }
    let span = Span(inside.start - 1, inside.end + 1)
    guard let known = text.labels[NoteLabel.folded(label)] else {
      diagnostics.append(
        Diagnostic(
          .undefinedFootnote, "there is no note `[^\(label)]`", at: Place(text.source, span),
          help: "write the note, `[^\(label)]: …`, or `[^\(label)\\]` if it is meant as text"))
      return append("^" + label)
    }
    result.removeLast()
    if before.utf8.count > 1 {
      result.append(.text(String(decoding: before.utf8.dropLast(), as: UTF8.self)))
    }
    result.append(.footnoteReference(FootnoteReference(label: known, span: span)))
    isOpen = true
  }

  /// Neighbouring pieces of text are one.
  private mutating func append(_ piece: String) {
    let piece = isOpen ? String(decoding: piece.utf8.dropFirst(), as: UTF8.self) : piece
    isOpen = false
    if piece.isEmpty { return }
    if case .text(let before)? = result.last {
      result[result.count - 1] = .text(before + piece)
    } else {
      result.append(.text(piece))
    }
  }
}
