import LessonDocument
import LessonEvaluation
import LessonVerification
import SourceText
import Testing

@Suite("The lessons")
struct NotebookTests {
  @Test("hold as they are, without a warning", arguments: Notebook.names)
  func verify(name: String) throws {
    let verified = VerifiedLesson(try Notebook(named: name).evaluated())
    #expect(verified.diagnostics.map(\.message) == [])
    #expect(verified.counts.outputs > 15)
  }

  @Test("store the numbers that the exercise is known to give")
  func knownNumbers() throws {
    let cells = try Notebook.names.flatMap { try Notebook(named: $0).evaluated().cells }
    let outputs = cells.map(\.outputText).joined()
    for number in [
      "z =  0.6\nsigma =  0.6456563062257954\nloss 0.12555945331754728\n0.12555945331754728\n",
      "0.0961158223520931", "-0.16213650568147556",
    ] {
      #expect(outputs.contains(number), "\(number)")
    }
  }
}
