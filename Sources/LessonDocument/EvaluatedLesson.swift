import Pictures
import SourceText

/// A lesson together with all that running it gave: what renderer and verifier need, and no machine.
public struct EvaluatedLesson: Sendable {
  public var lesson: Lesson
  /// One for each of `lesson.cells`, in the same order.
  public var cells: [EvaluatedCell]
  /// One for each of `lesson.values`, in the same order.
  public var values: [EvaluatedValue]
  /// The places in the cells' code that give names their meanings; tokens refer to them.
  public var definitions: [Definition] = []
  /// Everything found so far, sorted: the text's, the static checks', the run's.
  public var diagnostics: [Diagnostic]

  /// An evaluated lesson.
  public init(
    lesson: Lesson, cells: [EvaluatedCell], values: [EvaluatedValue] = [],
    diagnostics: [Diagnostic]
  ) {
    self.lesson = lesson
    self.cells = cells
    self.values = values
    self.diagnostics = diagnostics
  }
}

/// What running one cell gave.
public struct EvaluatedCell: Sendable {
  /// Whether and how a cell ran.
  public enum Outcome: Sendable {
    /// To its end.
    case ran
    /// It raised; what it had printed until then is kept.
    case failed(Diagnostic)
    /// `eval: false`, or its text has errors, or the lesson was stopped before it.
    case notRun
  }

  public var outcome: Outcome
  /// What it printed, exactly.
  public var printed: String
  /// What it showed besides, in order, each with its place in `outputText`.
  public var pictures: [PlacedPicture] = []
  /// Its last expression's value as Python would echo it; `nil` for `None` or no expression.
  public var value: String?
  /// What a page shows of that value besides its text.
  public var valuePicture: Picture?
  /// Hand-written derivatives that it compared with the machine's.
  public var derivatives = 0
  /// Whether it caught an exception that is a problem all the same: a derivative that is wrong.
  public var caughtProblem = false
  /// How long it ran, where somebody asked.
  public var duration: Duration?
  /// The code's tokens in order, for colouring; spans are in the offsets of the cell's code.
  public var tokens: [HighlightedToken]

  /// The result of a cell.
  public init(
    outcome: Outcome, printed: String, value: String?, tokens: [HighlightedToken]
  ) {
    self.outcome = outcome
    self.printed = printed
    self.value = value
    self.tokens = tokens
  }

  /// The text that a stored output holds: what was printed, then the value on a line of its own, or
  /// the error's last line. Empty when there is nothing to store; else it ends with a line ending.
  public var outputText: String {
    let error = if case .failed(let problem) = outcome { problem.message } else { nil as String? }
    return Self.outputText(printed: printed, value: value, error: error)
  }

  /// The text that a stored output holds for these parts. Of an error it is the line that names the
  /// exception, with which Python's report closes; a message may go on below it.
  public static func outputText(printed: String, value: String?, error: String?) -> String {
    var text = printed
    func beginLine() {
      if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    }
    let exception = error.map { error in
      String(decoding: error.utf8.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }
    for part in [value, exception] {
      guard let part else { continue }
      beginLine()
      text += part
    }
    beginLine()
    return text
  }
}

/// A picture in the output of a cell.
public struct PlacedPicture: Sendable {
  /// The bytes of the cell's output text that are the picture's text form.
  public var range: Range<Int>
  public var picture: Picture

  /// A picture at its place.
  public init(range: Range<Int>, picture: Picture) {
    self.range = range
    self.picture = picture
  }
}

/// A stretch of code with the colour class it belongs to.
public struct HighlightedToken: Hashable, Sendable {
  /// Colour classes of code.
  public enum Category: String, Hashable, Sendable {
    case keyword, function, builtin, parameter, name, number, string, `operator`, punctuation,
      comment, invalid
  }

  public var category: Category
  public var span: Span
  /// Of a name, the index in `EvaluatedLesson.definitions` of what it means: of itself, where it is
  /// there that the name gets its meaning.
  public var definition: Int?
  /// What a reader may want to know of it, in a line or two: a value, how a function is called.
  public var note: String?

  /// A coloured stretch.
  public init(_ category: Category, _ span: Span) {
    self.category = category
    self.span = span
  }
}

/// A place in a cell's code that gives a name its meaning.
public struct Definition: Hashable, Sendable {
  public var name: String
  /// Its index in `Lesson.cells`.
  public var cell: Int
  /// The name, in the offsets of the cell's code.
  public var span: Span

  /// A definition.
  public init(name: String, cell: Int, span: Span) {
    self.name = name
    self.cell = cell
    self.span = span
  }
}

/// What an inline value came to.
public struct EvaluatedValue: Sendable {
  /// Whether and how a value was computed.
  public enum Outcome: Sendable {
    /// The text that stands in its place.
    case text(String)
    /// It raised, printed or bound.
    case failed(Diagnostic)
    /// Its text has errors, or the lesson was stopped before it.
    case notRun
  }

  public var outcome: Outcome
  /// Hand-written derivatives that it compared with the machine's.
  public var derivatives = 0

  /// The result of an inline value.
  public init(_ outcome: Outcome) { self.outcome = outcome }
}
