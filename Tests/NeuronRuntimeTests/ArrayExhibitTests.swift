import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import Pictures
import SourceText
import Testing

/// What the value of a program's last expression shows besides its text.
struct ArrayExhibitTests {
  private func grid(_ text: String) -> ArrayGrid? {
    let session = Library.makeSession(limits: .forTests)
    session.exhibitsValues = true
    let program = "import numpy as np\n" + text
    let outcome = session.run(
      readNeuron(SourceFragment(SourceFile(path: "program.py", text: program))))
    #expect(outcome.failure == nil)
    guard case .array(let grid)? = outcome.valueExhibit as? Picture else { return nil }
    return grid
  }

  private func rows(_ text: String) -> [[String]] {
    guard case .numbers(let numbers)? = grid(text)?.planes[0].content else { return [] }
    return numbers.rows.map { $0.map(\.text) }
  }

  @Test func numbersAreWrittenAsInTheText() {
    #expect(rows("np.eye(5) / 3")[0] == ["0.33333333"] + Array(repeating: "0.        ", count: 4))
    #expect(
      rows("np.set_printoptions(precision=2)\nnp.eye(5) / 3")[0]
        == ["0.33"] + Array(repeating: "0.  ", count: 4))
    #expect(rows("np.eye(5) > 0")[0] == [" True"] + Array(repeating: "False", count: 4))
    #expect(rows("np.arange(-5, 45)")[0].first == "-5")
  }

  @Test func viewsAreSeenAsTheyAre() {
    #expect(rows("np.arange(100).reshape(10, 10)[::2, ::-2].T")[1].prefix(2) == [" 7", "27"])
  }

  @Test(arguments: [
    "np.arange(10)", "np.zeros((0, 90))", "np.array(1.5)", "[np.eye(9)]", "np.eye(9).tolist()",
    "np.set_printoptions(formatter={'float': lambda x: 'x'})\nnp.eye(9)",
  ])
  func otherValuesAreText(_ text: String) {
    #expect(grid(text) == nil)
  }

  @Test func repeatedNumbersCostNoMemory() {
    let grid = grid("np.broadcast_to(np.arange(4.0), (1000000, 100000, 4))")
    #expect(grid?.planeCount == 1_000_000)
    #expect(grid?.range == 0...3)
  }
}
