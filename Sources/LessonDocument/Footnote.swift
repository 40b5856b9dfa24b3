import SourceText

/// A note, `[^label]: …`, where it is written. On the page it stands below the text.
public struct Footnote: Sendable {
  /// As the note has it; references may differ in capitals.
  public var label: String
  /// `[^label]`.
  public var labelSpan: Span
  public var blocks: [Block]

  /// A note.
  public init(label: String, labelSpan: Span, blocks: [Block]) {
    self.label = label
    self.labelSpan = labelSpan
    self.blocks = blocks
  }
}

/// A place in the text, `[^label]`, that leads to a note. There is one of that label.
public struct FootnoteReference: Hashable, Sendable {
  /// As its note has it.
  public var label: String
  public var span: Span

  /// A reference.
  public init(label: String, span: Span) {
    self.label = label
    self.span = span
  }
}
