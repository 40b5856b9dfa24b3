import SourceText
import Testing

@testable import NotebookExchange

/// Notebooks saved as text, in the ways in which programs and people save them.
@Suite struct TranscriptTests {
  /// The cells, one a line: what it is, its source, what it gave.
  private func cells(_ text: String) throws -> [String] {
    let read = try TranscriptReader(SourceFile(path: "a.txt", text: text)).result
    return read.notebook.cells.map { cell in
      let kind = if case .markdown = cell.kind { "text" } else { "code \(cell.execution)" }
      let given = CellOutputs(cell.outputs)?.storedText ?? ""
      return "\(kind)|\(cell.source)|\(given)"
    }
  }

  private func remarks(_ text: String) throws -> [String] {
    let read = try TranscriptReader(SourceFile(path: "a.txt", text: text)).result
    return read.remarks.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.message) }
  }

  @Test func codeStandsBelowItsMarkAndProseAfterABlankLine() throws {
    #expect(
      try cells("# Title\n\nIn [17]:\ndef f(x):\n    return x\n\nThen we go on with it.\n") == [
        "text|# Title\n|", "code count(17)|def f(x):\n    return x|",
        "text|\nThen we go on with it.|",
      ])
  }

  @Test func blankLinesInCodeArePartOfIt() throws {
    let text = """
      In [1]:
      import math

      def f(x):

          y = x
          \("")
          return y

      z = [

          1,
      ]
      s = '''a

      b'''
      else_ = 2
      if z:
          pass

      else:
          pass
      """
    let found = try cells(text)
    #expect(found.count == 1)
    #expect(found.first == "code count(1)|" + text.dropFirst(8) + "|")
  }

  @Test func whatACellGivesIsToldFromProse() throws {
    #expect(
      try cells("In [1]:\nf(1)\n\nz =  0.6\nloss 0.12\n\n\n0.12\n\nOk, great so we saw it.\n") == [
        "code count(1)|f(1)|z =  0.6\nloss 0.12\n0.12\n", "text|\nOk, great so we saw it.|",
      ])
    #expect(
      try cells("In [1]:\ny = 1\nprint('y is', y)\n\ny is 6\n\nThe value of $y$ is six\n") == [
        "code count(1)|y = 1\nprint('y is', y)|y is 6\n", "text|\nThe value of $y$ is six|",
      ])
    #expect(
      try cells("In [1]:\nx = 1\n\nx\n\nOut[1]:\n1\n\n- a list\n") == [
        "code count(1)|x = 1\n\nx|1\n", "text|\n- a list|",
      ])
  }

  @Test func whatOnlyDefinesGivesNothing() throws {
    #expect(
      try cells("In [1]:\ndef f():\n    print(1)\n\n0.5\n") == [
        "code count(1)|def f():\n    print(1)|", "text|\n0.5|",
      ])
  }

  @Test func promptsOfIPython() throws {
    let text = """
      In [2]: def f(x):
         ...:     return x
         ...:

      In [3]: f(3)
      Out[3]: 3

      In [4]: print("hello")
      hello
      In [5]: g()
      Out[5]:
      array([[0, 1],
             [2, 3]])

      """
    #expect(
      try cells(text) == [
        "code count(2)|def f(x):\n    return x|", "code count(3)|f(3)|3\n",
        "code count(4)|print(\"hello\")|hello\n",
        "code count(5)|g()|array([[0, 1],\n       [2, 3]])\n",
      ])
    #expect(try remarks(text) == [])
  }

  @Test func marksAreWrittenInManyWays() throws {
    #expect(
      try cells(
        "In[3]:\na\n\nIn [ ]:\nb\n\nIn [None]:\nc\n\nIn [*]:\nd\n\n  In [ 5 ]:\ne\nOut [5]: 1\n")
        == [
          "code count(3)|a|", "code never|b|", "code never|c|", "code unfinished|d|",
          "code count(5)|e|1\n",
        ])
    #expect(throws: Diagnostic.self) { try cells("In [x]:\na\n") }
    #expect(throws: Diagnostic.self) { try cells("Inside [1]: a\n") }
  }

  @Test func aTracebackIsAnError() throws {
    let text = """
      In [7]: 1/0
      ---------------------------------------
      ZeroDivisionError     Traceback (most recent call last)
      <ipython-input-7> in <module>()
      ----> 1 1/0

      ZeroDivisionError: division by zero

      And so on it goes.
      """
    #expect(
      try cells(text) == [
        "code count(7)|1/0|ZeroDivisionError: division by zero\n", "text|\nAnd so on it goes.|",
      ])
  }

  @Test func lineEndingsAndByteOrderMarksAreTakenOff() throws {
    #expect(
      try cells("\u{FEFF}In [1]:\r\nx = 1\r\nprint(x)\r\n\r\n1\r\n") == [
        "code count(1)|x = 1\nprint(x)|1\n"
      ])
  }

  @Test func emptyCellsAreCells() throws {
    #expect(
      try cells("In [1]:\n\nIn [2]:\n\n# A heading\n\nWith some text below.\n") == [
        "code count(1)||", "code count(2)||", "text|\n# A heading\n\nWith some text below.|",
      ])
  }

  @Test func aGuessIsTold() throws {
    #expect(
      try remarks("In [1]:\nfit()\n\nTraining is now done\n") == [
        "taken for text: Training is now done"
      ])
  }

  @Test func valuesThatLookLikeCallsAreGuessed() throws {
    let values = [
      "array([0., 0.])", "[array([[1, 2],\n       [3, 4]]), -1]", "array([nan, 1.], dtype=float32)",
      "tensor([1.], dtype=torch.float64)", "deque([1, 2])",
    ]
    for value in values {
      let text = "In [1]:\nnp.zeros(2)\n\n\(value)\n\nThis is the text that follows it.\n"
      #expect(
        try cells(text) == [
          "code count(1)|np.zeros(2)|\(value)\n", "text|\nThis is the text that follows it.|",
        ])
      #expect(try remarks(text).count == 1)
    }
    #expect(try cells("In [1]:\nf(1)\n\nf([2])\n") == ["code count(1)|f(1)\n\nf([2])|"])
    #expect(try cells("In [1]:\nx = 1\n\narray([2])\n") == ["code count(1)|x = 1\n\narray([2])|"])
  }

  @Test func valuesInAngleBracketsAreNoHTML() throws {
    #expect(
      try cells("In [1]:\nobject()\n\n<object object at 0x7f>\n\n<object data='a'>\n") == [
        "code count(1)|object()|<object object at 0x7f>\n", "text|\n<object data='a'>|",
      ])
  }

  @Test func marksMayHaveNoBreakSpacesAndCapitals() throws {
    #expect(
      try cells("In\u{A0}[1]:\nx\n\nOut\u{A0}[1]:\u{A0}2\n\nIN [4]:\nq\n\nOUT[4]: 3\n") == [
        "code count(1)|x|2\n", "code count(4)|q|3\n",
      ])
  }

  @Test func aGuessIsToldAtItsLine() throws {
    let text = "In [1]:\nnp.zeros(2)\n\narray([1.])\n\narray([0.])\n\nText that goes on.\n"
    let lesson = try ImportedLesson(of: SourceFile(path: "a.txt", text: text), at: "a.md")
    let guesses = lesson.diagnostics.filter { $0.rule == .unclearCell }
    let lines = guesses.compactMap { guess -> Int? in
      guard case .text(let place) = guess.location else { return nil }
      return lesson.source.position(at: place.span.start).line
    }
    let all = lesson.source.text.lines
    #expect(lines.map { all[$0 - 1] } == ["array([1.])", "array([0.])"])
  }

  @Test func noLineIsLost() throws {
    // Whatever a text is made of, each of its words is in some cell.
    let parts = [
      "In [1]:", "Out[2]:", "x = (1", "'''", "word", "    indented", "", "", "# heading", "f(3)",
      "0.5",
      "   ...: y", "In [ ]: z", "Traceback (most recent call last)", "KeyError: 'k'", "- item",
      "...",
    ]
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let lines = (0..<20).map { _ in parts[random.next(parts.count)] }
      let text = (["In [9]: first"] + lines).joined(separator: "\n")
      let read = try TranscriptReader(SourceFile(path: "a.txt", text: text)).result
      let kept = read.notebook.cells.map { cell in
        cell.source + "\n" + (ImportedOutput(cell.outputs).text)
          + cell.outputs.map(Self.traceback).joined()
      }.joined(separator: "\n")
      for word in ["x = (1", "word", "indented", "heading", "f(3)", "0.5", "item", "KeyError"] {
        let count = lines.count { $0.contains(word) }
        #expect(
          kept.split(separator: word, omittingEmptySubsequences: false).count > count,
          "\(word) in \(text)")
      }
    }
  }

  private static func traceback(_ output: NotebookOutput) -> String {
    if case .error(_, _, let lines) = output { return lines.joined(separator: "\n") }
    return ""
  }
}

/// Numbers that are the same in each run: SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }
}
