import LessonDocument
import SourceText

/// A lesson laid against what it promises.
public struct VerifiedLesson: Sendable {
  /// How much was looked at, so that a report can say more than what failed.
  public struct Counts: Hashable, Sendable {
    public var lessons = 0
    /// Cells that ran.
    public var cells = 0
    /// Inline values that ran.
    public var values = 0
    /// Stored outputs that were compared.
    public var outputs = 0
    /// Hand-written derivatives that were compared with the machine's.
    public var derivatives = 0
    public var equations = 0

    /// Nothing looked at.
    public init() {}

    public static func += (a: inout Counts, b: Counts) {
      a.lessons += b.lessons
      a.cells += b.cells
      a.values += b.values
      a.outputs += b.outputs
      a.derivatives += b.derivatives
      a.equations += b.equations
    }
  }

  /// The evaluation's problems and those found here, sorted, each once.
  public let diagnostics: [Diagnostic]
  public let counts: Counts
  /// What became of each cell, in order.
  public let cells: [CellReport]

  /// Compares what a lesson stores with what running it gave. Nothing runs here.
  public init(_ evaluated: EvaluatedLesson) {
    var found = evaluated.diagnostics + RunMarkCheck(evaluated.lesson).problems
    var counts = Counts()
    counts.lessons = 1
    var cells: [CellReport] = []
    for (cell, result) in zip(evaluated.lesson.cells, evaluated.cells) {
      let promise = CellPromise(cell: cell, result: result, in: evaluated.lesson)
      if case .notRun = result.outcome {} else { counts.cells += 1 }
      if promise.hasComparison { counts.outputs += 1 }
      counts.derivatives += result.derivatives
      found += promise.problems()
      cells.append(CellReport(number: cells.count + 1, promise))
    }
    for value in evaluated.values {
      if case .notRun = value.outcome {} else { counts.values += 1 }
      counts.derivatives += value.derivatives
    }
    self.diagnostics = Self.sortedWithoutDuplicates(found)
    self.counts = counts
    self.cells = cells
  }

  private static func sortedWithoutDuplicates(_ found: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in found.sorted() where result.last != diagnostic { result.append(diagnostic) }
    return result
  }
}
