import LessonDocument
import SourceText

/// What a cell's options and stored output promise, beside what the cell gave.
struct CellPromise {
  let cell: Cell
  let result: EvaluatedCell
  let lesson: Lesson

  init(cell: Cell, result: EvaluatedCell, in lesson: Lesson) {
    self.cell = cell
    self.result = result
    self.lesson = lesson
  }

  /// How the run ended, as far as the promise goes.
  enum Ending {
    /// As the options say: its output counts.
    case asPromised
    /// It was to raise, and ran to its end.
    case withoutExpectedError
    /// It raised though nobody said so, caught what is a problem all the same, was stopped by a limit,
    /// or did not run: the output, if any, is no one's promise.
    case withoutOutput
  }

  var ending: Ending {
    if result.caughtProblem { return .withoutOutput }
    return switch result.outcome {
    case .ran: cell.options.error ? .withoutExpectedError : .asPromised
    case .failed(let problem):
      cell.options.error && problem.rule.severity != .incomplete ? .asPromised : .withoutOutput
    case .notRun: .withoutOutput
    }
  }

  var tolerance: Tolerance {
    cell.options.tolerance ?? lesson.frontMatter.tolerance ?? lesson.usualTolerance
  }

  /// Whether a stored output stands against an output that counts.
  var hasComparison: Bool {
    if case .asPromised = ending { return cell.stored != nil }
    return false
  }

  /// Whether the page shows the cell's output, so that a reader relies on it.
  var showsOutput: Bool { cell.options.output && cell.options.include }

  /// The lines that the cell gave, as a Markdown file can keep them: CommonMark takes NUL out.
  var computedLines: OutputLines {
    OutputLines(
      result.outputText.utf8.contains(0)
        ? String(result.outputText.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : result.outputText)
  }

  /// What the cell printed that would come back from a Markdown file as something else.
  private var byteLost: String? {
    if result.outputText.utf8.contains(0) { return "a NUL character" }
    return result.outputText.utf8.contains(0x0D) ? "a carriage return" : nil
  }

  /// The stored output against the computed one; `nil` without both.
  var comparison: OutputComparison? {
    guard hasComparison, let stored = cell.stored else { return nil }
    return OutputComparison(
      stored: OutputLines(stored.text.utf8), computed: computedLines, tolerance: tolerance)
  }

  /// What does not hold.
  func problems() -> [Diagnostic] {
    switch ending {
    case .withoutOutput: return uncheckedOutputProblems()
    case .withoutExpectedError:
      return [
        Diagnostic(
          .expectedErrorMissing, "the cell is marked `error: true`, but raises nothing",
          at: Place(lesson.source, cell.fence),
          help: "remove the option if the error is mended, or make the cell raise again")
      ]
    case .asPromised:
      return ellipsisProblems() + outputProblems()
    }
  }

  private func uncheckedOutputProblems() -> [Diagnostic] {
    guard !cell.options.eval, let stored = cell.stored else { return [] }
    return [
      Diagnostic(
        .outputWithoutRun, "nothing compares this output: its cell does not run",
        at: Place(lesson.source, stored.span),
        notes: [.init("the cell is marked `eval: false`", at: Place(lesson.source, cell.fence))],
        help: "call the block `text`, or let the cell run")
    ]
  }

  private func outputProblems() -> [Diagnostic] {
    guard let stored = cell.stored else {
      guard showsOutput, !result.outputText.isEmpty else { return [] }
      return [
        Diagnostic(
          .outputNotStored, "the lesson does not keep the output of this cell",
          at: Place(lesson.source, cell.fence), help: acceptHelp)
      ]
    }
    if case .exact = tolerance, let lost = byteLost {
      return [
        Diagnostic(
          .outputDiffers,
          "the cell prints \(lost), which no stored output can hold, so its bytes cannot be compared",
          at: Place(lesson.source, cell.fence),
          help: "print `repr(…)` of the text, or do without `tolerance: exact`")
      ]
    }
    guard let comparison, let difference = comparison.firstDifference() else { return [] }
    return [
      DifferenceReport(stored: stored, comparison: comparison, difference: difference).diagnostic
    ]
  }

  private func ellipsisProblems() -> [Diagnostic] {
    guard computedLines.hasEllipsis else { return [] }
    return [
      Diagnostic(
        .ellipsisPrinted, "the cell prints a line `...`, which a stored output takes for any lines",
        at: Place(lesson.source, cell.fence),
        help: "print something else there; until then `...` in its stored output means only itself")
    ]
  }
}

/// What to do about an output that is missing or stale.
let acceptHelp = "`neuronbook verify --accept` writes the computed output into the lesson"
