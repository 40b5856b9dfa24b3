import LessonDocument
import SourceText

/// What became of one cell, without the cell.
public struct CellReport: Sendable {
  /// The first cell of a lesson is 1.
  public let number: Int
  public let label: String?
  /// From the opening fence to the end of the stored output, in bytes of the lesson.
  public let span: Span
  /// Where `span` begins and ends, for people.
  public let start: Position
  public let end: Position
  /// Warnings do not count here.
  public internal(set) var outcome: CheckOutcome
  /// Whether its `eval` option lets it run.
  public let isMeantToRun: Bool
  /// Whether a stored output was compared with what it gave.
  public let comparesOutput: Bool
  /// Hand-written derivatives that it compared with the machine's.
  public let derivatives: Int
  /// How long it ran, where that was measured.
  public let duration: Duration?

  init(number: Int, _ promise: CellPromise) {
    let cell = promise.cell
    self.number = number
    label = cell.options.label
    span = cell.stored.map { cell.span.union($0.span) } ?? cell.span
    let place = Place(promise.lesson.source, span)
    start = place.start
    end = place.end
    outcome = Self.outcome(of: promise)
    isMeantToRun = cell.options.eval
    comparesOutput = promise.hasComparison
    derivatives = promise.result.derivatives
    duration = promise.result.duration
  }

  /// By how the run ended. A cell that an earlier one's failure stopped has failed too, though the
  /// problem is told of the earlier one.
  private static func outcome(of promise: CellPromise) -> CheckOutcome {
    if promise.result.caughtProblem { return .failed }
    return switch (promise.ending, promise.result.outcome) {
    case (.asPromised, _): .passed
    case (.withoutExpectedError, _): .failed
    case (.withoutOutput, .failed(let problem)): CheckOutcome([problem], strict: false)
    case (.withoutOutput, _): .notRun
    }
  }
}
