import LessonDocument
import SourceText
import Testing

@testable import LessonVerification

@Suite struct VerifiedLessonTests {
  private func verify(_ text: String, _ given: Given...) -> VerifiedLesson {
    VerifiedLesson(EvaluatedLesson(text, giving: given))
  }

  private func place(_ diagnostic: Diagnostic) -> String {
    guard case .text(let place) = diagnostic.location else { return "no place" }
    return "\(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
  }

  @Test func agreementIsSilentAndCounted() {
    let verified = verify(
      "```neuron\n1\n```\n\n```output\n1\n```\n\n```neuron\n2\n```\n", .value("1"), .printed(""))
    #expect(verified.diagnostics.isEmpty)
    #expect(verified.counts.lessons == 1)
    #expect(verified.counts.cells == 2)
    #expect(verified.counts.outputs == 1)
  }

  @Test func aDifferentNumberIsPointedAt() throws {
    let verified = verify(
      "```neuron\n1\n```\n\n```output\nz =  0.6\nloss 0.25\n```\n", .printed("z =  0.6\nloss 0.5\n")
    )
    let problem = try #require(verified.diagnostics.first)
    #expect(verified.diagnostics.count == 1)
    #expect(problem.rule == .outputDiffers)
    #expect(
      problem.message
        == "0.25 is stored, but the cell gives 0.5 (relative difference 5.0e-01)")
    #expect(place(problem) == "7:6-7:10")
    #expect(
      problem.notes.first?.message == """
        the stored output (-) and the computed one (+):
          z =  0.6
        - loss 0.25
               ^^^^
        + loss 0.5
               ^^^
        """)
    #expect(
      problem.help == "`neuronbook verify --accept` writes the computed output into the lesson")
  }

  @Test(arguments: [
    ("a\nb\n", "a\n", "the stored output goes on, but the cell gives no more lines", "7:1-7:2"),
    ("a\n", "a\nb\n", "the stored output ends, but the cell gives more lines", "7:1-7:4"),
    ("a\nb\n", "a\nc\n", "the stored line is not what the cell gives", "7:1-7:2"),
    ("", "a\n", "the stored output ends, but the cell gives more lines", "6:1-6:4"),
    ("a\n", "", "the stored output goes on, but the cell gives no more lines", "6:1-6:2"),
    ("1\n", "2\n", "1 is stored, but the cell gives 2 (relative difference 5.0e-01)", "6:1-6:2"),
  ])
  func differencesHaveTheirPlace(
    stored: String, computed: String, message: String, at: String
  ) throws {
    let verified = verify("```neuron\n1\n```\n\n```output\n\(stored)```\n", .printed(computed))
    let problem = try #require(verified.diagnostics.first)
    #expect(problem.message == message)
    #expect(place(problem) == at)
  }

  @Test func placesAreInTheFileInsideAQuote() throws {
    let verified = verify(
      "> ```neuron\n> 1\n> ```\n>\n> ```output\n> a\n> é 0.5\n> ```\n", .printed("a\né 0.7\n"))
    #expect(try place(#require(verified.diagnostics.first)) == "7:5-7:8")
  }

  @Test func cellsToleranceWinsOverTheLessons() {
    let text = """
      ---
      title: T
      tolerance: 1e-3
      ---
      ```neuron
      1
      ```
      ```output
      1.001
      ```
      ```neuron
      #| tolerance: exact
      1
      ```
      ```output
      1.001
      ```

      """
    let verified = verify(text, .value("1.0015"), .value("1.0015"))
    #expect(verified.diagnostics.map(place) == ["16:1-16:6"])
  }

  @Test func aMissingOutputIsAWarning() throws {
    let verified = verify("```neuron\n1\n```\n", .value("1"))
    let problem = try #require(verified.diagnostics.first)
    #expect(problem.rule == .outputNotStored)
    #expect(place(problem).hasPrefix("1:1-"))
    #expect(verify("```neuron\n#| output: false\n1\n```\n", .value("1")).diagnostics.isEmpty)
  }

  @Test func anExpectedErrorMustHappen() {
    let text = "```neuron\n#| error: true\n1\n```\n\n```output\nE: x\n```\n"
    #expect(verify(text, .value("1")).diagnostics.map(\.rule) == [.expectedErrorMissing])
    #expect(verify(text, .raised("E: x")).diagnostics.isEmpty)
    #expect(verify(text, .raised("E: y")).diagnostics.map(\.rule) == [.outputDiffers])
  }

  @Test func whatDidNotRunIsNotCompared() {
    let text = "```neuron\n1\n```\n\n```output\nold\n```\n"
    for given in [Given.notRun, .stopped, .raised("E: x")] {
      let verified = verify(text, given)
      #expect(verified.diagnostics.isEmpty)
      #expect(verified.counts.outputs == 0)
    }
  }

  @Test func aPrintedEllipsisIsItselfAndWarnedOf() {
    let text = "```neuron\n1\n```\n\n```output\na\n...\n```\n"
    #expect(verify(text, .printed("a\n...\n")).diagnostics.map(\.rule) == [.ellipsisPrinted])
    #expect(
      verify(text, .printed("a\n...\nb\n")).diagnostics.map(\.rule)
        == [.ellipsisPrinted, .outputDiffers])
  }

  @Test(arguments: ["a\rb", "a\0b"])
  func bytesThatNoFileKeepsCannotBeExact(printed: String) {
    func problems(_ option: String) -> [String] {
      let text = "```neuron\n\(option)1\n```\n```output\na\nb\n```\n"
      return verify(
        text.replacing("a\nb", with: printed == "a\rb" ? "a\nb" : "a\u{FFFD}b"), .printed(printed)
      )
      .diagnostics.map(\.message)
    }
    #expect(problems("").isEmpty)
    #expect(problems("#| tolerance: exact\n").count == 1)
  }
}
