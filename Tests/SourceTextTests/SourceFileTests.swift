import SourceText
import Testing

@Suite("Places in a text")
struct SourceFileTests {
  @Test("a column counts scalars, not bytes")
  func columnCountsScalars() {
    let file = SourceFile(path: "a.md", text: "σ = 1\n🙂x\r\ny")
    #expect(file.position(at: 2) == Position(line: 1, column: 2))
    #expect(file.position(at: 11) == Position(line: 2, column: 2))
    #expect(file.position(at: 14) == Position(line: 3, column: 1))
    #expect(file.text(of: file.span(ofLine: 2)) == "🙂x")
    #expect(file.lineCount == 3)
  }

  @Test("a byte order mark is no column")
  func byteOrderMark() {
    let file = SourceFile(path: "a.py", text: "\u{FEFF}x = y\nz")
    #expect(file.position(at: 0) == Position(line: 1, column: 1))
    #expect(file.position(at: 7) == Position(line: 1, column: 5))
    #expect(file.text(of: file.span(ofLine: 1)) == "x = y")
    #expect(Place(file, Span(3, 10)).range == "1:1-2:2")
    #expect(SourceFile(path: "a", text: "\u{FEFF}").position(at: 3) == Position(line: 1, column: 1))
  }

  @Test("columns far out on a long line are those that a walk from its start gives")
  func columnsOfALongLine() {
    let text = "x = 1\n" + String(repeating: "aé😀", count: 300) + "\nb\n"
    let file = SourceFile(path: "a.py", text: text)
    var expected = Position(line: 1, column: 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      #expect(file.position(at: offset) == expected)
      offset += scalar.utf8.count
      expected.column += 1
      if scalar == "\n" { expected = Position(line: expected.line + 1, column: 1) }
    }
    #expect(file.position(at: offset) == expected)
  }

  @Test(
    "a last line ending begins no line", arguments: [("", 1), ("a", 1), ("a\n", 1), ("a\n\n", 2)])
  func countsLines(text: String, lines: Int) {
    #expect(SourceFile(path: "a", text: text).lineCount == lines)
  }

  @Test("a fragment leads back into its file")
  func fragmentMapsBack() {
    let file = SourceFile(path: "a.md", text: "> x = 1\n> y = 2\n")
    var map = OffsetMap()
    map.append(derived: 0, original: 2)
    map.append(derived: 6, original: 10)
    let fragment = SourceFragment(file: file, utf8: Array("x = 1\ny = 2\n".utf8), map: map)
    #expect(fragment.place(of: Span(6, 7)).start == Position(line: 2, column: 3))
    #expect(file.text(of: fragment.place(of: Span(0, 5)).span) == "x = 1")
    #expect(file.text(of: fragment.place(of: Span(0, 11)).span) == "x = 1\n> y = 2")
  }

  @Test(arguments: [(0, 0, 2), (2, 0, 2), (3, 0, 2), (4, 4, 5), (5, 4, 5), (99, 6, 6), (-1, 0, 2)])
  func `the line of an offset has no ending`(offset: Int, start: Int, end: Int) {
    let file = SourceFile(path: "a", text: "ab\r\nc\n")
    #expect(file.lineSpan(at: offset) == Span(start, end))
  }
}
