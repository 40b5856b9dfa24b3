/// How much a problem weighs, in the order in which problems of one place are printed.
public enum Severity: Int, Hashable, Sendable, Comparable {
  /// The run could not be completed: a file could not be read, a limit stopped it. Exit code 2.
  case incomplete
  /// The lesson is wrong. Exit code 1.
  case error
  /// Worth a look; fails only under `--strict`.
  case warning

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// A problem, as data: what, where, why, and what to write instead. Printers make text of it.
public struct Diagnostic: Error, Hashable, Sendable {
  /// What a problem is about.
  public enum Location: Hashable, Sendable {
    /// A span of a text.
    case text(Place)
    /// A file or folder as a whole, by its path: it is missing, or is no text.
    case file(String)
  }

  /// A further remark, with a place where it has one.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var place: Place?

    /// A remark.
    public init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// A change that certainly mends the problem.
  public struct Fix: Hashable, Sendable {
    public var place: Place
    public var replacement: String

    /// Replaces the text at `place`.
    public init(at place: Place, with replacement: String) {
      self.place = place
      self.replacement = replacement
    }
  }

  /// One call on the way to a run-time error.
  public struct Frame: Hashable, Sendable {
    /// The function's name; `nil` for code outside any function.
    public var function: String?
    /// What was being executed in it.
    public var place: Place

    /// A call.
    public init(function: String?, place: Place) {
      self.function = function
      self.place = place
    }
  }

  public var rule: Rule
  /// One terse line, lower case, that names the value and what was expected.
  public var message: String
  public var location: Location
  /// Calls that led here, outermost first; the last is where the error rose. Empty unless code ran.
  public var traceback: [Frame] = []
  public var notes: [Note] = []
  /// What to write instead, where that is known.
  public var help: String?
  public var fix: Fix?

  /// The path of the file that it is about.
  public var path: String {
    switch location {
    case .text(let place): place.file.path
    case .file(let path): path
    }
  }

  /// Whether it is more than a warning.
  public var isError: Bool { rule.severity != .warning }

  /// A problem at a span of a text.
  public init(
    _ rule: Rule, _ message: String, at place: Place, traceback: [Frame] = [],
    notes: [Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    self.init(rule, message, in: .text(place), notes: notes, help: help)
    self.traceback = traceback
    self.fix = fix
  }

  /// A problem with a file as a whole.
  public init(_ rule: Rule, _ message: String, file: String, help: String? = nil) {
    self.init(rule, message, in: .file(file), notes: [], help: help)
  }

  private init(
    _ rule: Rule, _ message: String, in location: Location, notes: [Note], help: String?
  ) {
    self.rule = rule
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
  }
}

extension Diagnostic: Comparable {
  /// The order in which problems are reported: file, position, severity, id, message.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    a.sortKey < b.sortKey
  }

  private var sortKey: (String, Int, Int, String, String) {
    switch location {
    case .text(let place):
      (place.file.path, place.span.start, rule.severity.rawValue, rule.id, message)
    case .file(let path): (path, -1, rule.severity.rawValue, rule.id, message)
    }
  }
}
