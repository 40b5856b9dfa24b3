import LessonDocument
import SourceText

extension CellOutputs {
  /// What running a cell gave.
  init(_ result: EvaluatedCell) {
    printed = result.printed
    value = result.value
    if case .failed(let problem) = result.outcome { error = Exception(problem) }
  }
}

extension CellOutputs.Exception {
  /// `ZeroDivisionError: division by zero` in its two parts. What is no exception goes by its rule.
  fileprivate init(_ problem: Diagnostic) {
    let parts = problem.message.split(
      separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
    let isException = problem.message.utf8.first.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    if isException == true, let name = parts.first, !name.utf8.contains(UInt8(ascii: " ")) {
      self.init(name: String(name), message: parts.count > 1 ? String(parts[1]) : "")
    } else {
      self.init(name: problem.rule.id, message: problem.message)
    }
  }
}
