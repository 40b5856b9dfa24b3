import LessonDocument
import LessonEvaluation
import NeuronRuntime
import SourceText
import Testing

/// What a page tells of the names in code.
struct NameNoteTests {
  /// The notes on a name in all cells, in order, each with where the name leads: `3@2` is the third
  /// definition, in the second cell.
  private func notes(on name: String, _ cells: String...) -> [String?] {
    let text = cells.map { "```neuron\n\($0)\n```\n" }.joined(separator: "\n")
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let evaluated = LessonEvaluator().evaluate(lesson)
    return zip(lesson.cells, evaluated.cells).flatMap { cell, result in
      result.tokens.filter {
        String(decoding: cell.code.utf8[$0.span.start..<$0.span.end], as: UTF8.self) == name
      }.map(\.note)
    }
  }

  @Test func `a variable holds what it holds at the end of the cell in which it stands`() {
    #expect(
      notes(on: "w", "w = 0.5\nw = w + 1", "print(w)", "w = 'a'") == [
        "ends as 1.5", "ends as 1.5", "ends as 1.5", "1.5", "'a'",
      ])
    #expect(notes(on: "w", "def f(): return w", "w = 1", "w = 2") == ["1", "1", "2"])
    #expect(notes(on: "i", "for i in range(3): pass") == ["ends as 2"])
    #expect(notes(on: "n", "n = 0", "n += 1") == ["0", "ends as 1"])
    #expect(notes(on: "x", "x = 1\ndel x") == [nil, nil])
  }

  @Test func `nothing of the lesson runs for it`() {
    let cell = "class A:\n  def __repr__(self):\n    print('run')\n    return 'A'\na = A()"
    #expect(notes(on: "a", cell) == ["<A object>"])
    #expect(notes(on: "b", "b = list(range(1000000))")[0]?.count == 60)
    #expect(notes(on: "c", "c = []\nc.append(c)")[0] == "[[...]]")
  }

  @Test func `arrays are told by their shape`() {
    #expect(
      notes(on: "x", "import numpy as np\nx = np.zeros((3, 2))\nx") == [
        "float64[3,2]", "float64[3,2]",
      ])
  }

  @Test func `functions and classes tell how they are called`() {
    #expect(
      notes(on: "f", "def f(x, n=2):\n  'A power.'\n  return x ** n", "f(3)") == [
        nil, "def f(x, n=2)\nA power.",
      ])
    #expect(notes(on: "g", "g = lambda x, n=2: x", "g(3)") == ["lambda x, n=2", "lambda x, n=2"])
    #expect(notes(on: "A", "class A:\n  def __init__(self, n): pass\nA(1)") == [nil, "class A(n)"])
    #expect(notes(on: "exp", "import math\nmath.exp(1)") == ["exp(x)"])
    #expect(notes(on: "sqrt", "from math import sqrt\nsqrt(4)") == [nil, "sqrt(x)"])
    #expect(notes(on: "np", "import numpy as np\nnp.pi") == [nil, "module numpy"])
    #expect(notes(on: "pi", "import numpy as np\nnp.pi") == ["3.141592653589793"])
    #expect(notes(on: "len", "len([])") == ["len(container)"])
  }

  @Test func `what belongs to a function is told so`() {
    #expect(notes(on: "x", "def f(x):\n  y = x\n  return y") == [nil, "parameter"])
    #expect(notes(on: "y", "def f(x):\n  y = x\n  return y") == [nil, "local"])
  }

  @Test func `a cell that stopped tells what there is`() {
    #expect(
      notes(on: "x", "#| error: true\nx = 1\n1 / 0\nx = 2", "x") == ["1", "1", "1"])
    #expect(notes(on: "x", "#| eval: false\nx = 1\nx") == [nil, nil])
  }

  @Test func `nothing is looked up where no page is made`() {
    var evaluator = LessonEvaluator()
    evaluator.isForPage = false
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: "```neuron\nx = 1\n```\n"))
    let evaluated = evaluator.evaluate(lesson)
    #expect(evaluated.definitions.isEmpty)
    #expect(evaluated.cells[0].tokens.isEmpty)
  }
}
