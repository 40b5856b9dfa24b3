import LessonDocument
import NeuronRuntime
import NeuronSyntax
import SourceText

/// The problems of a lesson, collected in the order in which it runs, each told once.
///
/// What the checks foresaw and then stopped a run is one problem, the check's, since that says what to
/// do; it takes the chain of calls from the run's report. What a cell cannot do because an earlier one
/// did not finish is no problem of its own: it is a note of the earlier one's.
struct RunReport {
  private var found: [Diagnostic]
  /// The names that cells were to bind which did not finish, each with the first problem to blame.
  private var unfinished: [String: Int] = [:]
  /// The names that cells which finished have bound.
  private var bound: Set<String> = []
  /// For each problem to blame, what failed because of it.
  private var consequences: [Int: [Consequence]] = [:]

  /// What runs.
  enum Part {
    case cell, value
  }

  private struct Consequence {
    var part: Part
    var failure: Diagnostic
  }

  private var part = Part.cell
  private var isMeantToFail = false
  private var names: Set<String> = []

  /// Consequences that a note is written for; the rest are counted.
  private static let shownConsequences = 5

  init(_ diagnostics: [Diagnostic]) {
    found = diagnostics
  }

  // MARK: Cells in order

  /// A cell or an inline value with what was found in its text, before it runs.
  mutating func begin(
    _ part: Part, _ text: ReadText, _ findings: [Diagnostic], options: CellOptions
  ) {
    self.part = part
    isMeantToFail = options.error
    names = Set(text.module.boundNames)
    let first = found.count
    found += text.diagnostics + findings
    guard options.eval else { return }
    if let error = text.diagnostics.firstIndex(where: \.isError) { blame(first + error) }
  }

  /// What running it gave.
  mutating func add(_ outcome: Session.Outcome) {
    found += outcome.moduleProblems
    for var finding in outcome.caughtFindings where !isKnown(finding) {
      finding.notes.append(
        Diagnostic.Note(
          "the code catches the error; to show one on purpose, let a cell marked `error: true` end with it"
        ))
      found.append(finding)
    }
    let first = found.count
    found += outcome.problems
    if let error = outcome.problems.firstIndex(where: \.isError) { blame(first + error) }
    guard let failure = outcome.failure else {
      if !outcome.problems.contains(where: \.isError) { bound.formUnion(names) }
      return
    }
    // An error that is meant is no reason for another one.
    if isMeantToFail, failure.rule.severity != .incomplete { return }
    if let blame = blame(for: failure) {
      consequences[blame, default: []].append(Consequence(part: part, failure: failure))
      self.blame(blame)
    } else {
      blame(found.count)
      found.append(failure)
    }
  }

  /// Whether an earlier run of the same check found the same, on whatever way it was called.
  private func isKnown(_ finding: Diagnostic) -> Bool {
    found.contains {
      $0.rule == finding.rule && $0.location == finding.location && $0.message == finding.message
    }
  }

  /// The problem because of which a name has no value, if no cell that finished binds it.
  private func blame(for failure: Diagnostic) -> Int? {
    let parts = failure.message.split(separator: "'", omittingEmptySubsequences: false)
    guard failure.rule == .uncaughtException, parts.count == 3, parts[0] == "NameError: name ",
      parts[2] == " is not defined"
    else { return nil }
    let name = String(parts[1])
    if bound.contains(name) { return nil }
    return unfinished[name]
  }

  /// The cell did not finish although it was to.
  private mutating func blame(_ problem: Int) {
    for name in names where unfinished[name] == nil { unfinished[name] = problem }
  }

  // MARK: Result

  /// All problems, sorted.
  var diagnostics: [Diagnostic] {
    var result = found
    for (blame, all) in consequences.sorted(by: { $0.key < $1.key }) {
      for consequence in all.prefix(Self.shownConsequences) {
        let failure = consequence.failure
        let place = if case .text(let place) = failure.location { place } else { nil as Place? }
        let what = consequence.part == .cell ? "cell stops" : "inline value fails"
        result[blame].notes.append(
          Diagnostic.Note("a later \(what) because of this: \(failure.message)", at: place))
      }
      let rest = all.count - Self.shownConsequences
      if rest > 0 {
        let isCells = all.allSatisfy { $0.part == .cell }
        let noun = isCells ? "cell" : "place"
        result[blame].notes.append(
          Diagnostic.Note("so do \(rest) further \(noun)\(rest == 1 ? "" : "s")"))
      }
    }
    return withoutRepetition(result.sorted())
  }

  /// What a check finds and the exception that a run then raises there.
  private static let foreseen: [(exception: String, rules: [Rule])] = [
    ("NameError", [.undefinedName, .nameUsedBeforeItsCell, .unsupportedSyntax]),
    ("TypeError", [.callOfNumber, .wrongArgumentCount, .unknownKeyword]),
  ]

  private func withoutRepetition(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var result = diagnostics
    var isRepeated = Array(repeating: false, count: result.count)
    let raised = OverlapIndex(result) { $0.rule == .uncaughtException }
    for index in result.indices {
      guard let exception = Self.exception(of: result[index].rule) else { continue }
      var isFirst = true
      for run in raised.overlapping(result[index])
      where !isRepeated[run] && result[run].message.hasPrefix(exception + ": ") {
        isRepeated[run] = true
        if isFirst {
          result[index].traceback = result[run].traceback
          result[index].notes += result[run].notes
        } else {
          result[index].notes.append(
            Diagnostic.Note(
              "another cell stops here as well", at: result[run].traceback.first?.place))
        }
        isFirst = false
      }
    }
    return zip(result, isRepeated).filter { !$0.1 }.map(\.0)
  }

  private static func exception(of rule: Rule) -> String? {
    foreseen.first { $0.rules.contains(rule) }?.exception
  }
}
