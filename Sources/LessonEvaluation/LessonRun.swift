import LessonDocument
import NeuronRuntime
import NeuronSyntax
import Pictures
import SourceText

/// One run through a lesson.
struct LessonRun {
  private let lesson: Lesson
  private let session: Session
  private let parts: [LessonPart]
  /// `nil` where no colours are wanted.
  private var highlighter: CodeHighlighter?
  private let clock: (@Sendable () -> Duration)?
  private var report: RunReport
  private var neverRun = NeverRunReport()
  private var isStopped = false
  private var cells: [EvaluatedCell] = []
  private var values: [EvaluatedValue]

  init(
    _ lesson: Lesson, _ session: Session, _ clock: (@Sendable () -> Duration)?, isForPage: Bool
  ) {
    self.clock = clock
    self.lesson = lesson
    self.session = session
    parts = LessonPart.all(of: lesson)
    highlighter = isForPage ? CodeHighlighter(session) : nil
    report = RunReport(lesson.diagnostics)
    values = Array(repeating: EvaluatedValue(.notRun), count: lesson.values.count)
  }

  mutating func evaluated(findsWhatNeverRan: Bool) -> EvaluatedLesson {
    for (part, findings) in zip(parts, findings()) {
      switch part.kind {
      case .cell(let index): run(lesson.cells[index], part.text, findings)
      case .value(let index): values[index] = value(part, findings)
      }
    }
    let definitions = highlighter?.highlight(&cells) ?? []
    var evaluated = EvaluatedLesson(
      lesson: lesson, cells: cells, values: values,
      diagnostics: (report.diagnostics + (findsWhatNeverRan ? neverRun.problems : [])).sorted())
    evaluated.definitions = definitions
    return evaluated
  }

  /// What the static checks find, a list a part. A cell that is expected to fail may do so because of
  /// what they would find.
  private func findings() -> [[Diagnostic]] {
    var checker = StaticChecker(builtins: session.builtinNames)
    for part in parts where part.options.eval { checker.declare(part.text.module) }
    return parts.map { part in
      let found = part.options.eval ? checker.check(part.text.module) : []
      return part.options.error ? found.filter { !$0.isError } : found
    }
  }

  private mutating func run(_ cell: Cell, _ text: ReadText, _ findings: [Diagnostic]) {
    var evaluated = EvaluatedCell(outcome: .notRun, printed: "", value: nil, tokens: [])
    var coverage: RunCoverage?
    defer {
      highlighter?.add(text, evaluated.outcome, coverage)
      cells.append(evaluated)
    }
    report.begin(.cell, text, findings, options: cell.options)
    guard cell.options.eval else { return }
    if text.diagnostics.contains(where: \.isError) {
      neverRun.isIncomplete = true
    } else if !isStopped {
      let start = clock?()
      var outcome = session.run(text)
      if let clock, let start { evaluated.duration = clock() - start }
      // Calls without an end are an exception in Python, and a lesson may show it.
      if cell.options.error, outcome.failure?.rule == .recursionLimit {
        outcome.failure?.rule = .uncaughtException
      }
      evaluated.take(outcome)
      coverage = outcome.coverage
      report.add(outcome)
      neverRun.add(text, outcome, isMeantToFail: cell.options.error)
      isStopped = outcome.failure?.rule.severity == .incomplete
    }
  }

  private mutating func value(_ part: LessonPart, _ findings: [Diagnostic]) -> EvaluatedValue {
    let text = part.text
    let bindings = ValueEffects.bindings(in: text)
    report.begin(.value, text, findings + bindings, options: part.options)
    if !bindings.isEmpty || text.diagnostics.contains(where: \.isError) {
      neverRun.isIncomplete = true
      return EvaluatedValue(.notRun)
    }
    if isStopped { return EvaluatedValue(.notRun) }
    var outcome = session.evaluate(text)
    let whole = text.module.source.place(of: Span(1, text.module.source.utf8.count - 1))
    if outcome.failure == nil { outcome.failure = ValueEffects.problem(with: outcome, at: whole) }
    report.add(outcome)
    neverRun.add(text, outcome, isMeantToFail: false)
    isStopped = outcome.failure?.rule.severity == .incomplete
    var evaluated = EvaluatedValue(.notRun)
    evaluated.derivatives = outcome.derivatives
    if let failure = outcome.failure {
      evaluated.outcome = .failed(failure)
    } else if let value = outcome.value {
      evaluated.outcome = .text(value)
    }
    return evaluated
  }
}

/// What a lesson runs: a cell or an inline value, with its text read.
struct LessonPart {
  enum Kind {
    /// By its index in `Lesson.cells` or `Lesson.values`.
    case cell(Int), value(Int)
  }

  let kind: Kind
  let text: ReadText
  let options: CellOptions

  /// All of them in the order of the file.
  static func all(of lesson: Lesson) -> [LessonPart] {
    let cells = lesson.cells.enumerated().map { index, cell in
      (
        cell.span.start,
        LessonPart(kind: .cell(index), text: readNeuron(cell.code), options: cell.options)
      )
    }
    let values = lesson.values.enumerated().map { index, value in
      (
        value.span.start,
        LessonPart(
          kind: .value(index), text: readNeuronValue(value.expression), options: CellOptions())
      )
    }
    if values.isEmpty { return cells.map(\.1) }
    return (cells + values).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension EvaluatedCell {
  fileprivate mutating func take(_ outcome: Session.Outcome) {
    if outcome.problems.contains(where: \.isError) { return }
    printed = outcome.printed
    pictures = outcome.exhibits.compactMap { exhibit in
      (exhibit.content as? Picture).map { PlacedPicture(range: exhibit.range, picture: $0) }
    }
    value = outcome.value
    valuePicture = outcome.valueExhibit as? Picture
    derivatives = outcome.derivatives
    caughtProblem = !outcome.caughtFindings.isEmpty
    self.outcome = outcome.failure.map { .failed($0) } ?? .ran
  }
}
