import SourceText

/// Which additions to CommonMark a text is read with.
public struct MarkdownExtensions: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// YAML between `---` lines at the start.
  public static let frontMatter = Self(rawValue: 1 << 0)
  /// `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `\begin{…}…\end{…}`.
  public static let math = Self(rawValue: 1 << 1)
  /// `neuron` cells and their stored outputs.
  public static let cells = Self(rawValue: 1 << 2)

  /// Tables as GitHub writes them.
  public static let tables = Self(rawValue: 1 << 3)
  /// Notes `[^label]: …` and references `[^label]` to them.
  public static let footnotes = Self(rawValue: 1 << 4)

  /// What a lesson is written in.
  public static let all: Self = [.frontMatter, .math, .cells, .tables, .footnotes]
}

extension Lesson {
  /// Reads a lesson. Whatever the text is, a lesson comes out, with what is wrong in `diagnostics`.
  ///
  /// Without extensions the text is plain CommonMark 0.30.
  public init(parsing source: SourceFile, extensions: MarkdownExtensions = .all) {
    var reader = LessonReader(source: source, extensions: extensions)
    self = reader.read()
  }

  /// Whether this is a lesson at all, and not some other Markdown: it has a cell or a title. A text
  /// that was not read to its end is one if it may have a cell, so that it is not passed over.
  public var isLesson: Bool {
    if !cells.isEmpty || frontMatter.title != nil { return true }
    return diagnostics.contains { $0.rule == .documentTooComplex }
      && source.utf8[...].contains(sequence: "neuron")
  }

  /// Whether a Markdown file is a lesson. Most files that are none are told apart without parsing.
  public static func isLesson(_ source: SourceFile) -> Bool {
    let bytes = source.utf8[...]
    let mayHaveTitle = FrontMatterText.mayBegin(bytes)
    guard mayHaveTitle || bytes.contains(sequence: "neuron") else { return false }
    return Lesson(parsing: source).isLesson
  }
}

/// The stages from a file to a lesson: front matter off, what CommonMark does not know masked, the rest
/// through cmark, its tree made into values with the offsets of the file.
struct LessonReader {
  let source: SourceFile
  let extensions: MarkdownExtensions
  private var diagnostics: [Diagnostic] = []

  init(source: SourceFile, extensions: MarkdownExtensions) {
    self.source = source
    self.extensions = extensions
  }

  mutating func read() -> Lesson {
    let (frontMatter, bodyStart) = readFrontMatter()
    var lesson = Lesson(
      source: source, frontMatter: frontMatter, bodyStart: bodyStart, blocks: [], cells: [],
      diagnostics: diagnostics + BidirectionalControls.problems(in: source))
    if let problem = Complexity.problem(in: source, from: bodyStart) {
      lesson.diagnostics.append(problem)
    } else {
      readBody(of: &lesson)
    }
    lesson.diagnostics.sort()
    return lesson
  }

  private func readBody(of lesson: inout Lesson) {
    var search = MarkupSearch(
      source: source, bodyStart: lesson.bodyStart, extensions: extensions)
    let (blocks, builder) = search.parse { text, root in
      var builder = BlockBuilder(text: text, recognisesCells: extensions.contains(.cells))
      let blocks = builder.blocks(of: root)
      return (blocks, builder)
    }
    lesson.blocks = blocks
    lesson.cells = builder.cells
    lesson.hasHTML = builder.found.hasHTML
    lesson.values = builder.found.values
    lesson.markdownReferences = builder.found.references
    lesson.diagnostics += search.diagnostics + builder.diagnostics + builder.found.diagnostics
    lesson.diagnostics += FootnoteUse(in: blocks).problems(in: source)
    if extensions.contains(.cells) {
      lesson.diagnostics +=
        UndefinedReferences(in: blocks, of: source, from: lesson.bodyStart).problems
    }
    lesson.diagnostics += lesson.bracketProblems
    let numbering = EquationNumbering(in: lesson)
    lesson.equations = numbering.numbers
    lesson.diagnostics += numbering.problems + lesson.macroProblems
  }

  /// The front matter, and the offset of the Markdown after it.
  private mutating func readFrontMatter() -> (FrontMatter, Int) {
    let start = source.textStart
    guard extensions.contains(.frontMatter) else { return (FrontMatter(), start) }
    guard let text = FrontMatterText(of: source, from: start) else {
      if let problem = FrontMatterText.unclosedProblem(in: source, from: start) {
        diagnostics.append(problem)
      }
      return (FrontMatter(), start)
    }
    var reader = FrontMatterReader(source: source, text: text)
    let frontMatter = reader.read()
    diagnostics += reader.diagnostics
    return (frontMatter, text.bodyStart)
  }
}
