import SourceText

/// A lesson as its author wrote it: front matter, prose, formulas, cells and the outputs stored under
/// them. Nothing has run.
public struct Lesson: Sendable {
  public let source: SourceFile
  public var frontMatter: FrontMatter
  /// How far numbers may be off where neither front matter nor cell says so: the set's choice.
  public var usualTolerance = Tolerance.standard
  /// Where the Markdown begins, after front matter; in bytes of the file.
  public var bodyStart: Int
  /// The document in order. Cells stand in it by their index in `cells`.
  public var blocks: [Block]
  /// The `neuron` cells in order.
  public var cells: [Cell]
  /// How the front matter's macros are put into formulas.
  let macroExpansion: MacroExpansion
  /// The equations that have a label.
  public var equations = EquationNumbers()
  /// The expressions in running text, in the order in which `blocks` has them.
  public var values: [InlineValue] = []
  /// The links and images that are written in Markdown.
  public var markdownReferences: [Reference] = []
  /// Whether there is HTML in it that is more than comments.
  public var hasHTML = false
  /// What is wrong with the text itself: front matter, options, fences.
  public var diagnostics: [Diagnostic]

  /// A parsed lesson.
  public init(
    source: SourceFile, frontMatter: FrontMatter, bodyStart: Int = 0, blocks: [Block],
    cells: [Cell], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    macroExpansion = MacroExpansion(frontMatter.macros)
    self.bodyStart = bodyStart
    self.blocks = blocks
    self.cells = cells
    self.diagnostics = diagnostics
  }
}

/// What the YAML between `---` lines says. Every value's type is this schema's, not YAML's guess.
public struct FrontMatter: Hashable, Sendable {
  public var title: String?
  public var description: String?
  public var author: String?
  /// As written: `2024-05-01` stays text.
  public var date: String?
  /// The place in the table of contents; lessons without one follow, by path.
  public var order: Double?
  public var tags: [String] = []
  /// How a name is written in math, in the order of the file: `sigmoid: \sigma`.
  public var symbols: [Symbol] = []
  /// Commands for formulas, in the order of the file.
  public var macros: [Macro] = []
  public var tolerance: Tolerance?
  public var isDraft = false

  /// One entry of `macros`.
  public struct Macro: Hashable, Sendable {
    /// With its backslash.
    public var name: String
    public var parameterCount: Int
    /// TeX, with `#1` for the first argument.
    public var body: String
    /// Where the front matter has it.
    public var span: Span

    /// A command.
    public init(name: String, parameterCount: Int, body: String, span: Span) {
      self.name = name
      self.parameterCount = parameterCount
      self.body = body
      self.span = span
    }
  }

  /// One entry of `symbols`.
  public struct Symbol: Hashable, Sendable {
    public var name: String
    public var tex: String
    /// Where the front matter has its TeX.
    public var span: Span

    /// `name` is written `tex` in math.
    public init(name: String, tex: String, span: Span) {
      self.name = name
      self.tex = tex
      self.span = span
    }
  }

  /// No front matter.
  public init() {}
}

/// How far a number may be from the stored one.
public enum Tolerance: Hashable, Sendable {
  /// Relative to the larger magnitude.
  case relative(Double)
  /// Byte for byte.
  case exact

  /// What holds unless a lesson or a cell says otherwise: wide enough for another machine's `exp`,
  /// far below anything a mistake would change.
  public static let standard = Tolerance.relative(1e-9)
}

/// A fenced block whose info string is `neuron`.
public struct Cell: Sendable {
  /// The code without fences, container prefixes and option lines.
  public var code: SourceFragment
  public var options: CellOptions
  public var stored: StoredOutput?
  /// From the first byte of the opening fence to the end of the closing fence, line ending excluded.
  public var span: Span
  /// The first line of the fence, and what stands before it on its line (spaces, `> `), so that an
  /// output can be written below in the same container.
  public var fence: Span
  public var linePrefix: String

  /// A cell.
  public init(
    code: SourceFragment, options: CellOptions, stored: StoredOutput?, span: Span, fence: Span,
    linePrefix: String
  ) {
    self.code = code
    self.options = options
    self.stored = stored
    self.span = span
    self.fence = fence
    self.linePrefix = linePrefix
  }
}

/// The leading `#| key: value` lines of a cell, spelled as in Quarto.
public struct CellOptions: Hashable, Sendable {
  public var label: String?
  /// Whether the cell runs.
  public var eval = true
  /// Whether its code is shown.
  public var echo = true
  /// Whether its output is shown.
  public var output = true
  /// `false` hides the cell and its output; it still runs.
  public var include = true
  /// Whether the cell is expected to raise.
  public var error = false
  public var codeFold = false
  public var codeSummary: String?
  public var figureCaption: String?
  public var figureAlternative: String?
  public var tolerance: Tolerance?

  /// What holds when nothing is said.
  public init() {}
}

/// A fenced block `output` right after its cell.
public struct StoredOutput: Sendable {
  /// The text between the fences, container prefixes removed, with `\n` after each line.
  public var text: SourceFragment
  /// From the first byte of the opening fence to the end of the closing fence, line ending excluded.
  public var span: Span

  /// A stored output.
  public init(text: SourceFragment, span: Span) {
    self.text = text
    self.span = span
  }
}
