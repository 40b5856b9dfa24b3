import LessonVerification
import SourceText

/// A suite for each lesson, a case for each of its cells and one for all that stands in no cell.
///
///     <testsuite name="Notebooks/neuron.md" tests="2" failures="1" errors="0" skipped="0">
///       <properties>
///         <property name="outputs" value="1"/>…
///       </properties>
///       <testcase classname="Notebooks.neuron" name="lesson"/>
///       <testcase classname="Notebooks.neuron" name="cell 1 (loss)">
///         <failure message="6.0 is stored, but the cell gives 27.0" type="output-differs">…
///
/// Names have no lines in them, so that a case is the same one after a paragraph was added above.
final class JUnitReport: ReportWriter {
  private let heading: ReportHeading
  private let output: Console
  private let printer = DiagnosticPrinter(style: .plain)

  init(_ heading: ReportHeading, to output: Console) {
    self.heading = heading
    self.output = output
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"neuronbook\">\n")
  }

  func add(_ lesson: LessonReport, new: [Diagnostic]) {
    let (byCell, elsewhere) = lesson.diagnosticsByCell
    let name = Self.className(lesson.path)
    let checked = RunSummary.parts(of: lesson.counts).map { ($0.name, "\($0.count)") }
    var suite = JUnitSuite(name: lesson.path, properties: checked, duration: lesson.duration)
    suite.append(test("lesson", name, elsewhere), place: (lesson.path, 1))
    for (cell, problems) in zip(lesson.cells, byCell) {
      var test = test(cell.name, name, problems)
      test.duration = cell.duration
      if cell.outcome == .notRun {
        test.skipped = cell.isMeantToRun ? "an earlier cell was stopped" : "eval: false"
      } else if cell.outcome > .passed, test.problem == nil {
        test.problem = .init(
          isError: cell.outcome == .incomplete, type: "cell-stopped",
          message: "the cell did not come to its end because of an earlier one", text: "")
      }
      suite.append(test, place: (lesson.path, cell.start.line))
    }
    output.write(suite.text)
  }

  /// Problems of the run are a suite of their own, with a name of its own in each shard.
  func end(_ summary: RunSummary) {
    if !summary.problems.isEmpty {
      let shard = heading.shard.map { " (shard \($0))" } ?? ""
      var suite = JUnitSuite(name: "neuronbook" + shard)
      for problem in summary.problems {
        suite.append(
          test("\(problem.rule.id): \(problem.path)", "neuronbook", [problem]), place: nil)
      }
      output.write(suite.text)
    }
    output.write("</testsuites>\n")
    output.flush()
  }

  private func test(_ name: String, _ className: String, _ problems: [Diagnostic]) -> JUnitCase {
    var test = JUnitCase(name: name, className: className)
    let outcome = CheckOutcome(problems, strict: heading.isStrict)
    let text = problems.map { printer.text(for: $0) }.joined(separator: "\n")
    guard outcome > .passed, let first = problems.first(where: { isFailure($0) }) else {
      test.output = text
      return test
    }
    test.problem = .init(
      isError: outcome == .incomplete, type: first.rule.id,
      message: VisibleText.message(first.message), text: text)
    return test
  }

  private func isFailure(_ diagnostic: Diagnostic) -> Bool {
    CheckOutcome([diagnostic], strict: heading.isStrict) > .passed
  }

  /// Folders as packages: `Notebooks/neuron.md` is `Notebooks.neuron`.
  private static func className(_ path: String) -> String {
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    return stem.split(separator: "/").joined(separator: ".")
  }
}
