import LessonDocument
import SourceText
import Testing

@testable import LessonVerification

/// What accepting promises, on lessons and outputs put together at random.
@Suite struct AcceptanceLawTests {
  private static let pieces = [
    "a", "0.5", " ", "  ", "\t", "\n", "\n\n", "```", "~~~~", "> ", "- ", "...", "\r", "\0", "é",
    "\\", "$x$", "<!-- ", "1. ", "# ",
  ]
  private static let containers = ["", "> ", ">", "  ", "> > "]
  private static let lineEndings = ["\n", "\r\n", "\r"]

  /// A lesson of a few cells, each in its container, some with an output; and what the cells give.
  private func lesson(_ generator: inout SeededGenerator) -> (text: String, outputs: [Given]) {
    var lines: [String] = []
    var outputs: [Given] = []
    for number in 0..<3 {
      let prefix = Self.containers.randomElement(using: &generator) ?? ""
      lines += [
        "text \(number)", "", "\(prefix)```neuron", "\(prefix)x = \(number)", "\(prefix)```",
      ]
      if Bool.random(using: &generator) {
        let fence = ["```", "~~~", "`````"].randomElement(using: &generator) ?? ""
        lines += ["\(prefix)\(fence)output", "\(prefix)old", "\(prefix)...", "\(prefix)\(fence)"]
      }
      lines.append("")
      outputs.append(.printed(generator.text(of: Self.pieces, upTo: 8)))
    }
    let ending = Self.lineEndings.randomElement(using: &generator) ?? ""
    return (lines.joined(separator: ending), outputs)
  }

  /// A lesson's lines without those of its stored outputs and without blank ones.
  private func linesOutsideOutputs(_ evaluated: EvaluatedLesson) -> [String] {
    let source = evaluated.lesson.source
    let spans = evaluated.lesson.cells.compactMap(\.stored?.span)
    return (1...source.lineCount).map { source.span(ofLine: $0) }
      .filter { line in !spans.contains { $0.start < line.end && line.start < $0.end } }
      .map { source.text(of: $0) }
      .filter { !$0.allSatisfy { $0 == " " || $0 == ">" } }
  }

  /// Whether an edit takes away only a stored output, and blank lines between it and its cell.
  private func isOfOneOutput(_ edit: AcceptedLesson.Edit, in lesson: Lesson) -> Bool {
    lesson.cells.contains { cell in
      let end = cell.stored?.span.end ?? cell.span.end
      let between = lesson.source.utf8[cell.span.end..<(cell.stored?.span.start ?? end)]
      return edit.span.start >= cell.span.end && edit.span.end <= end
        && between.allSatisfy { " \t>\r\n".utf8.contains($0) }
    }
  }

  @Test func acceptedLessonsVerifyAndStayAndKeepAllElse() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let (text, outputs) = lesson(&generator)
      let before = EvaluatedLesson(text, giving: outputs)
      for edit in AcceptedLesson(before).edits {
        #expect(isOfOneOutput(edit, in: before.lesson), "\(text)")
      }
      let accepted = String(decoding: AcceptedLesson(before).utf8, as: UTF8.self)
      let after = EvaluatedLesson(accepted, giving: outputs)
      #expect(after.lesson.cells.count == 3, "\(accepted)")
      #expect(AcceptedLesson(after).edits.isEmpty, "\(accepted)")
      #expect(
        VerifiedLesson(after).diagnostics.allSatisfy { !$0.isError },
        "\(accepted)")
      #expect(linesOutsideOutputs(before) == linesOutsideOutputs(after), "\(accepted)")
    }
  }
}
