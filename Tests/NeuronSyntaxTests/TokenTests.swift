import NeuronSyntax
import SourceText
import Testing

struct TokenTests {
  /// The tokens of a text as `kind:text`, without line ends and the end.
  private func tokens(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return read(text).tokens.compactMap { token in
      switch token.kind {
      case .newline, .endOfText: return nil
      case .indent, .dedent: return "\(token.kind)"
      default:
        let bytes = utf8[token.span.start..<token.span.end]
        return "\(token.kind):" + String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  @Test func colorsEachKind() {
    #expect(
      tokens("def f(σ):  # note\n  return σ ** 2.5 + f'{x}'\n") == [
        "keyword:def", "name:f", "punctuation:(", "name:σ", "punctuation:)", "punctuation::",
        "comment:# note", "indent", "keyword:return", "name:σ", "operator:**", "number:2.5",
        "operator:+", "string:f'{x}'", "dedent",
      ])
  }

  @Test func takesTheLongestOperator() {
    #expect(
      tokens("a **= b // c >>= d ... e->f := g != h").filter { !$0.hasPrefix("name") } == [
        "operator:**=", "operator://", "operator:>>=", "punctuation:...", "punctuation:->",
        "operator::=", "operator:!=",
      ])
  }

  @Test func joinsLinesInBracketsAndAfterABackslash() {
    let kinds = read("x = (1 +\n  2)\ny = 1 + \\\n 2\n").tokens.map(\.kind)
    #expect(kinds.filter { $0 == .newline }.count == 2)
    #expect(!kinds.contains(.indent))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func takesEveryLineEnd(_ end: String) {
    let text = ["if x:", "  y = '''a", "b'''", "  z", "w"].joined(separator: end) + end
    let result = read(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.module.body.count == 2)
  }

  @Test func readsTextWithoutALastLineEnd() {
    #expect(problems(in: "if x:\n  y").isEmpty)
    #expect(problems(in: "x # comment").isEmpty)
    #expect(problems(in: "").isEmpty)
  }

  @Test func keepsCommentsInTheOrderOfTheText() {
    let result = read("# a\nx  # b\n# c")
    #expect(result.tokens.map(\.span.start) == result.tokens.map(\.span.start).sorted())
    #expect(result.tokens.filter { $0.kind == .comment }.count == 3)
    #expect(result.tokens.last?.kind == .endOfText)
  }

  @Test func passesOverAByteOrderMark() {
    #expect(problems(in: "\u{FEFF}x = 1\n").isEmpty)
  }

  @Test func refusesBytesThatAreNoText() {
    let file = SourceFile(path: "test.py", utf8: [0x78, 0x20, 0xFF, 0xC3, 0x0A, 0xE2])
    #expect(readNeuron(SourceFragment(file)).diagnostics.first?.message == "invalid UTF-8")
  }
}
