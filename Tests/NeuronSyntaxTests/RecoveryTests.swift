import NeuronSyntax
import SourceText
import Testing

/// One problem for each slip, and none for what follows from it.
struct RecoveryTests {
  private func lines(_ text: String) -> [String] { problems(in: text).map(describe) }

  @Test func goesOnAtTheNextLine() {
    #expect(
      lines("x = = 1\ny = 2\nz = ]\n") == [
        "1: syntax-error: invalid syntax", "3: syntax-error: unmatched ']'",
      ])
  }

  @Test func readsTheBlockOfAFaultyHead() {
    #expect(
      lines("def f(x y):\n  return x\nif x\n  a = = 2\nelse:\n  b\nc d\n") == [
        "1: syntax-error: invalid syntax", "3: syntax-error: expected ':'",
        "4: syntax-error: invalid syntax", "7: syntax-error: invalid syntax",
      ])
  }

  @Test func anUnclosedBracketEndsAtItsLine() {
    #expect(
      lines("x = (1 +\ny = 2 3\nz = [1,\n  2\nw = 4\n") == [
        "1: syntax-error: '(' was never closed", "2: syntax-error: invalid syntax",
        "3: syntax-error: '[' was never closed",
      ])
  }

  @Test func anUnclosedBracketEndsBeforeAStatement() {
    #expect(
      lines("x = f(1,\ndef g():\n  return 2\nreturn\n") == [
        "1: syntax-error: '(' was never closed", "4: syntax-error: 'return' outside function",
      ])
  }

  @Test func anUnexpectedIndentIsToldOnce() {
    #expect(
      lines("x\n    y\n    z\nw = = 1\n") == [
        "2: syntax-error: unexpected indent", "4: syntax-error: invalid syntax",
      ])
  }

  @Test func aMissingBlockDoesNotSwallowTheNextLine() {
    #expect(
      lines("if x:\ny = = 1\n") == [
        "2: syntax-error: expected an indented block after 'if' statement on line 1",
        "2: syntax-error: invalid syntax",
      ])
  }

  @Test func wordsOutOfPlaceAreToldBesideOtherSlips() {
    #expect(
      lines("break\nreturn 1\nclass A:\n  yield\nx = (\n") == [
        "1: syntax-error: 'break' outside loop", "2: syntax-error: 'return' outside function",
        "4: syntax-error: 'yield' outside function", "5: syntax-error: '(' was never closed",
      ])
  }

  @Test func manyProblemsAreCut() {
    let found = problems(in: String(repeating: ")\n", count: 1_000))
    #expect(found.count == 100)
    #expect(found.last?.notes.map(\.message) == ["900 further problems are not shown"])
  }

  @Test func faultyStatementsStandInTheTree() throws {
    let body = read("x = 1\ny = = 2\nz = 3\n").module.body
    #expect(body.count == 3)
    guard case .unsupported = body[1].kind else {
      Issue.record("expected an unsupported statement")
      return
    }
  }
}
