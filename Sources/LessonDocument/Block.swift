import SourceText

/// A block of a document with its span in the file.
public struct Block: Sendable {
  /// What a block is: CommonMark's kinds, and this format's own.
  public indirect enum Kind: Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case quote([Block])
    case list(List)
    /// A fenced or indented block that is only shown. `info` is the whole info string.
    case code(info: String, text: String)
    /// Display math that stands alone.
    case math(Math)
    /// A `neuron` cell, by its index in `Lesson.cells`; its stored output is the cell's.
    case cell(Int)
    case html(String)
    case table(Table)
    /// A note where it is written; of several with one label only the first is shown.
    case footnote(Footnote)
    case thematicBreak
  }

  /// An ordered or bulleted list.
  public struct List: Sendable {
    /// The first number; `nil` for bullets.
    public var start: Int?
    /// Whether items stand without paragraphs' spacing.
    public var isTight: Bool
    public var items: [[Block]]

    /// A list.
    public init(start: Int?, isTight: Bool, items: [[Block]]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  public var kind: Kind
  public var span: Span

  /// A block.
  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A piece of running text.
public indirect enum Inline: Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link([Inline], destination: String, title: String)
  /// `alternative` keeps its markup, as CommonMark has it; shown, only its text counts.
  case image(alternative: [Inline], source: String, title: String)
  case math(Math)
  case footnoteReference(FootnoteReference)
  case html(String)
}

/// A formula, out of CommonMark's hands.
public struct Math: Hashable, Sendable {
  /// What stands between the delimiters, or for `\begin{…}…\end{…}` all of it.
  public var tex: String
  /// `$$…$$`, `\[…\]` and environments; else inline.
  public var isDisplay: Bool
  /// With its delimiters.
  public var span: Span

  /// A formula.
  public init(tex: String, isDisplay: Bool, span: Span) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.span = span
  }
}
