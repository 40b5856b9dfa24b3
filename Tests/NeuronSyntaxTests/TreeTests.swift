import NeuronSyntax
import SourceText
import Testing

struct TreeTests {
  /// The one expression of a text.
  private func expression(_ text: String) throws -> Expression {
    let result = read(text)
    try #require(result.diagnostics.isEmpty)
    guard case .expression(let value) = try #require(result.module.body.first).kind else {
      throw Unexpected()
    }
    return value
  }

  private struct Unexpected: Error {}

  @Test(arguments: [
    ("1.5", 1.5), ("1e3", 1000), (".5", 0.5), ("5.", 5), ("1_0.2_5e-1_0", 10.25e-10),
    ("0.1", 0.1), ("1e999", .infinity), ("5e-324", .leastNonzeroMagnitude), ("00.5", 0.5),
    ("1E5", 1e5),
  ])
  func floatsAreExact(_ text: String, _ value: Double) throws {
    guard case .float(let found) = try expression(text).kind else { throw Unexpected() }
    #expect(found == value)
  }

  @Test(arguments: [
    ("0", "0", 10), ("1_000", "1000", 10), ("0xFf_0", "Ff0", 16), ("0o17", "17", 8),
    ("0b1_01", "101", 2), ("000", "000", 10),
  ])
  func integersKeepTheirDigits(_ text: String, _ digits: String, _ radix: Int) throws {
    guard case .integer(let found) = try expression(text).kind else { throw Unexpected() }
    #expect(found == IntegerLiteral(digits: digits, radix: radix))
  }

  @Test(arguments: [
    (#"'a\n\t\\\'\"'"#, "a\n\t\\'\""), (#"'\x41\u00e9\U0001F600\101\0'"#, "Aé😀A\0"),
    (#"r'\d\n'"#, #"\d\n"#), (#"'\d\σ'"#, #"\d\σ"#), ("'a' \"b\" u'c'", "abc"), ("''", ""),
    ("'''a\n'b''\nc'''", "a\n'b''\nc"), ("'a\\\nb'", "ab"), ("'''a\r\nb'''", "a\nb"),
    ("f'{{a}}'", "{a}"), (#"'\777'"#, "\u{1FF}"),
  ])
  func stringsAreDecoded(_ text: String, _ value: String) throws {
    guard case .string(let found) = try expression(text).kind else { throw Unexpected() }
    #expect(found == value)
  }

  @Test(arguments: [
    ("f'a{b}c'", "a{b}c"), ("f'{b!r:>10}'", "{b!r:>10}"), ("f'{b = }'", "b = {b!r}"),
    ("f'{b=:.2f}'", "b={b:.2f}"), ("f'{b=!s}'", "b={b!s}"), ("f'{b:{c}.{d}}'", "{b:{c}.{d}}"),
    ("'x' f'{b}' 'y'", "x{b}y"), ("rf'\\d{b}'", "\\d{b}"), ("f'{b:%H:%M}'", "{b:%H:%M}"),
    ("f'{{{b}}}'", "{{b}}"),
  ])
  func fieldsAreRead(_ text: String, _ pieces: String) throws {
    guard case .formatted(let found) = try expression(text).kind else { throw Unexpected() }
    #expect(show(found) == pieces)
  }

  private func show(_ pieces: [FormatPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): return text
      case .field(let value, let conversion, let specification):
        let name = if case .name(let name) = value.kind { name } else { "?" }
        let spec = show(specification)
        return "{" + name + (conversion.map { "!\($0)" } ?? "") + (spec.isEmpty ? "" : ":" + spec)
          + "}"
      }
    }.joined()
  }

  /// Parenthesised by the tree's own shape.
  @Test(arguments: [
    ("a + b * c", "(a + (b * c))"), ("a - b - c", "((a - b) - c)"), ("-a ** -b", "(-(a ** (-b)))"),
    ("a ** b ** c", "(a ** (b ** c))"), ("not a == b", "(not (a == b))"),
    ("a or b and not c", "(a or (b and (not c)))"), ("a < b <= c", "(a < b <= c)"),
    ("a if b else c if d else e", "(a if b else (c if d else e))"),
    ("a | b ^ c & d << e", "(a | (b ^ (c & (d << e))))"),
    ("a not in b is not c", "(a not in b is not c)"),
    ("a @ b // c % d", "(((a @ b) // c) % d)"), ("~a + +b", "((~a) + (+b))"),
    ("(a, b), c", "((a, b), c)"),
  ])
  func operatorsBindAsInPython(_ text: String, _ shape: String) throws {
    #expect(show(try expression(text)) == shape)
  }

  private func show(_ expression: Expression) -> String {
    switch expression.kind {
    case .name(let name): name
    case .unary(.not, let value): "(not \(show(value)))"
    case .unary(let operation, let value): "(\(operation.rawValue)\(show(value)))"
    case .binary(let operation, let left, let right):
      "(\(show(left)) \(operation.rawValue) \(show(right)))"
    case .boolean(let operation, let operands):
      "(" + operands.map(show).joined(separator: " \(operation.rawValue) ") + ")"
    case .comparison(let first, let links):
      "(" + show(first) + links.map { " \($0.operation.rawValue) \(show($0.operand))" }.joined()
        + ")"
    case .conditional(let test, let then, let orElse):
      "(\(show(then)) if \(show(test)) else \(show(orElse)))"
    case .tuple(let elements): "(" + elements.map(show).joined(separator: ", ") + ")"
    default: "?"
    }
  }

  @Test func spansLeaveOutTheParenthesesAroundThem() throws {
    #expect(try expression("(a)").span == Span(1, 2))
    #expect(try expression("(a) + (b)").span == Span(0, 9))
    #expect(try expression("(a, b)").span == Span(0, 6))
    #expect(try expression("f(x)[0].y").span == Span(0, 9))
  }

  @Test func aStatementEndsWithItsLastWord() {
    let body = read("if a:\n  b\nelse:\n  c  # d\n\n\ne\n").module.body
    #expect(body.map(\.span) == [Span(0, 19), Span(27, 28)])
  }

  @Test func elifIsAnIfInTheElse() throws {
    let body = read("if a: b\nelif c: d\nelse: e\n").module.body
    guard case .if(_, _, let orElse) = try #require(body.first).kind,
      case .if(_, _, let last) = try #require(orElse.first).kind
    else { throw Unexpected() }
    #expect(orElse.count == 1)
    #expect(last.count == 1)
  }

  @Test func aDigitLimitGuardsDecimalIntegers() {
    let digits = String(repeating: "1", count: 4_301)
    #expect(
      problems(in: digits).first?.message.hasPrefix("Exceeds the limit (4300 digits)") == true)
    #expect(problems(in: "0x" + digits).isEmpty)
  }
}
