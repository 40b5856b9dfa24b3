import LessonDocument
import LessonEvaluation
import LessonVerification
import NeuronRuntime
import SourceText
import Testing

/// Lessons with the faults that published lessons have: code that was never run as it stands.
@Suite struct FaultyLessonTests {
  private func undefinedNames(in cells: [String]) -> Set<String> {
    let text = cells.map { "```neuron\n\($0)\n```\n" }.joined(separator: "\n")
    let lesson = Lesson(parsing: SourceFile(path: "a.md", text: text))
    let verified = VerifiedLesson(LessonEvaluator(limits: .standard).evaluate(lesson))
    return Set(
      verified.diagnostics.compactMap { diagnostic in
        // Where a run reaches the name, its report with the traceback stands for that of the check.
        let isOfName =
          diagnostic.rule.id == "undefined-name" || diagnostic.message.hasPrefix("NameError")
        guard case .text(let place) = diagnostic.location, isOfName else { return nil }
        return place.file.text(of: place.span)
      })
  }

  @Test func everyUndefinedNameOfAProductOfDerivativesIsNamed() {
    let names = undefinedNames(in: [
      "def slope(weight, bias, x, i):\n"
        + "    return loss_slope(weight, bias, x, y) * sigma_slope(weight, bias, x, y) * line_slope(x)",
      "slope(.3, .3, 1, 1)",
    ])
    #expect(names == ["loss_slope", "y", "sigma_slope", "line_slope"])
  }

  @Test func aResultReturnedUnderAnotherNameIsNamed() {
    let names = undefinedNames(in: [
      "def line_slope(x):\n    return x",
      "def slope(x):\n    upstream = 2 * dl\n    result = line_slope(x) * upstream\n    return dw",
      "slope(1)",
    ])
    #expect(names == ["dl", "dw"])
  }

  @Test func aNameThatALaterCellDefinesIsNamed() {
    let text = "```neuron\nprint(later)\n```\n\n```neuron\nlater = 1\n```\n"
    let lesson = Lesson(parsing: SourceFile(path: "a.md", text: text))
    let verified = VerifiedLesson(LessonEvaluator(limits: .standard).evaluate(lesson))
    #expect(verified.diagnostics.first?.rule.id == "name-used-before-its-cell")
  }
}
