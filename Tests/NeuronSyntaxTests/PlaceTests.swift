import NeuronSyntax
import SourceText
import Testing

/// Where a problem is, what it says, and what help it brings.
struct PlaceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var marked: String
    var message: String
    var help: String?
    var testDescription: String { marked }

    init(_ marked: String, _ message: String, help: String? = nil) {
      (self.marked, self.message, self.help) = (marked, message, help)
    }
  }

  @Test(arguments: cases)
  func pointsAtTheSlip(_ test: Case) {
    let marked = MarkedText(test.marked)
    let problem = problems(in: marked.text).first
    #expect(problem?.message == test.message)
    #expect(problem?.span == marked.spans.first)
    #expect(problem?.help == test.help)
  }

  static let cases: [Case] = [
    Case(
      "if x «=» 3:\n  pass\n",
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      help: "`==` compares; `=` binds a name and stands in a statement of its own"),
    Case(
      "for i in y«»\n  pass\n", "expected ':'",
      help: "the line before a block ends with `:`"),
    Case("x = «(»1 + 2\ndef f():\n  pass\n", "'(' was never closed"),
    Case("a = «'abc»\n", "unterminated string literal (detected at line 1)"),
    Case(
      "if a &«&» b:\n  pass\n", "invalid syntax", help: "write `and`"),
    Case("if a |«|» b:\n  pass\n", "invalid syntax", help: "write `or`"),
    Case("if «!»a:\n  pass\n", "invalid syntax", help: "write `not` to negate, `!=` to compare"),
    Case("i++«»\n", "invalid syntax", help: "write `x += 1` to count up"),
    Case(
      "a = 2 «×» 3\n", "invalid character '×' (U+00D7)", help: "write `*` to multiply"),
    Case(
      "print(«“»hello”)\n", "invalid character '“' (U+201C)",
      help: "write the straight quotation mark `\"`"),
    Case(
      "σ« »= 3\n".replacing(" ", with: "\u{A0}"), "invalid non-printable character U+00A0",
      help: "write an ordinary space"),
    Case(
      "«print 'x'»\n", "Missing parentheses in call to 'print'. Did you mean print(...)?",
      help: "write `print(…)`"),
    Case("print(«a b»)\n", "invalid syntax. Perhaps you forgot a comma?"),
    Case(
      "«f(x)» = 3\n",
      "cannot assign to function call here. Maybe you meant '==' instead of '='?",
      help: "the name to bind stands on the left of `=`"),
    Case(
      "f(a=1, «2»)\n", "positional argument follows keyword argument",
      help: "put the arguments without a name first"),
    Case("x\n  «»y\n", "unexpected indent"),
    Case("δ = f'é «{ »}'\n", "f-string: empty expression not allowed"),
    Case(
      "δ = f'é {«a + b c»}'\n", "f-string: invalid syntax. Perhaps you forgot a comma?"),
    Case(
      "«async def» f():\n  pass\n", "`async def` is not part of neuron",
      help: "write a plain `def`: code runs in one thread"),
    Case(
      "x = «3j»\n", "imaginary numbers are not part of neuron",
      help: "keep the real and the imaginary part in two floats"),
    Case(
      "«match» x:\n  case 1:\n    pass\n", "`match` is not part of neuron",
      help: "write `if` … `elif` … `else` with comparisons"),
  ]

  @Test func spansOfNamesInFieldsAreThoseOfTheText() throws {
    let marked = MarkedText("s = f'é {«wert»:>{«width»}}'\n")
    let body = read(marked.text).module.body
    guard case .assign(_, let value) = body.first?.kind, case .formatted(let pieces) = value.kind,
      case .field(let field, _, let specification) = try #require(pieces.last),
      case .field(let width, _, _) = try #require(specification.last)
    else {
      Issue.record("no f-string")
      return
    }
    #expect([field.span, width.span] == marked.spans)
  }

  @Test func placesAreThoseOfTheFile() {
    let file = SourceFile(path: "lesson.md", text: "> x = (\n")
    var map = OffsetMap()
    map.append(derived: 0, original: 2)
    let fragment = SourceFragment(file: file, utf8: Array("x = (\n".utf8), map: map)
    #expect(readNeuron(fragment).diagnostics.first?.span == Span(6, 7))
  }
}
