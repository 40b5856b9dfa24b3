import SourceText

/// What verifying one lesson found, without the lesson: all that a report says of it.
public struct LessonReport: Sendable {
  /// The lesson's file, as its problems name it.
  public let path: String
  public let cells: [CellReport]
  public let counts: VerifiedLesson.Counts
  /// All problems, sorted.
  public private(set) var diagnostics: [Diagnostic]
  /// Outputs that were written into the lesson.
  public var acceptedOutputs = 0
  /// From reading to the last check, where that was measured.
  public var duration: Duration?

  /// The report of a lesson, with problems that were found elsewhere than in comparing.
  public init(_ verified: VerifiedLesson, path: String, adding others: [Diagnostic] = []) {
    self.path = path
    counts = verified.counts
    diagnostics = (verified.diagnostics + others).sorted()
    cells = Self.cells(verified.cells, diagnostics, path: path)
  }

  /// The report of a file that could not be read as a lesson.
  public init(path: String, problem: Diagnostic) {
    self.path = path
    counts = VerifiedLesson.Counts()
    diagnostics = [problem]
    cells = []
  }

  /// Adds a problem that stands in no cell.
  public mutating func add(_ diagnostic: Diagnostic) {
    diagnostics = (diagnostics + [diagnostic]).sorted()
  }

  /// How the check ended. `strict` counts warnings as errors.
  public func outcome(strict: Bool) -> CheckOutcome {
    CheckOutcome(diagnostics, strict: strict)
  }

  /// The cell in which a problem of this lesson stands: its index in `cells`.
  public func cell(of diagnostic: Diagnostic) -> Int? {
    Self.cell(of: diagnostic, among: cells, path: path)
  }

  /// The problems of each cell, and those that stand in none.
  public var diagnosticsByCell: (cells: [[Diagnostic]], elsewhere: [Diagnostic]) {
    var byCell: [[Diagnostic]] = Array(repeating: [], count: cells.count)
    var elsewhere: [Diagnostic] = []
    for diagnostic in diagnostics {
      if let cell = cell(of: diagnostic) {
        byCell[cell].append(diagnostic)
      } else {
        elsewhere.append(diagnostic)
      }
    }
    return (byCell, elsewhere)
  }

  /// A cell with a problem has not passed, however its run ended.
  private static func cells(
    _ cells: [CellReport], _ diagnostics: [Diagnostic], path: String
  ) -> [CellReport] {
    var result = cells
    for diagnostic in diagnostics where diagnostic.isError {
      guard let cell = cell(of: diagnostic, among: cells, path: path) else { continue }
      result[cell].outcome = max(result[cell].outcome, CheckOutcome([diagnostic], strict: false))
    }
    return result
  }

  /// Cells stand in the order of the file and apart from each other.
  private static func cell(
    of diagnostic: Diagnostic, among cells: [CellReport], path: String
  ) -> Int? {
    guard case .text(let place) = diagnostic.location, place.file.path == path else { return nil }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].span.start <= place.span.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place.span.start <= cells[low - 1].span.end ? low - 1 : nil
  }
}
