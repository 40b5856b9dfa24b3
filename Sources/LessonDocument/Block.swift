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
    /// With the marks of containers taken off.
    case html(SourceFragment)
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
  /// An expression of the session, by its index in `Lesson.values`.
  case value(Int)
  /// A tag, comment, instruction, declaration or CDATA section.
  case html(SourceFragment)
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

/// An expression of the session in running text: `{neuron} l(1, .3):.4f` between backticks.
public struct InlineValue: Sendable {
  /// What stands after `{neuron}`: the expression, with its format. Line endings are spaces.
  public var expression: SourceFragment
  /// With its backticks.
  public var span: Span

  /// An inline value.
  public init(expression: SourceFragment, span: Span) {
    self.expression = expression
    self.span = span
  }
}

/// A link or an image of a lesson, or a place in it that links can lead to.
public struct Reference: Sendable {
  /// What a reference is.
  public enum Kind: Hashable, Sendable {
    case link, image, anchor
  }

  public var kind: Kind
  /// Where it leads as the author wrote it, escapes and entities resolved; of an anchor its name,
  /// without `#`.
  public var destination: String
  public var span: Span
  /// What an image says to who cannot see it. `nil` when nothing is said; empty only where the author
  /// said that it means nothing, by `alt=""`.
  public var alternative: String?

  /// A reference.
  public init(_ kind: Kind, _ destination: String, _ span: Span, alternative: String? = nil) {
    self.kind = kind
    self.destination = destination
    self.span = span
    self.alternative = alternative
  }
}
