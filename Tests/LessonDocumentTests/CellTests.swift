import LessonDocument
import SourceText
import Testing

private func parse(_ text: String) -> Lesson {
  Lesson(parsing: SourceFile(path: "lesson.md", text: text))
}

@Suite struct CellTests {
  @Test(arguments: [
    (
      "# A *t*\n\n```neuron\n#| label: one\nl(1)\n```\n\n```output\n0.5\n```\n\nT.",
      "h1 A *t*\ncell \"l(1)⏎\"\n  output \"0.5⏎\"\np T."
    ),
    ("~~~ neuron extra\nx\n~~~\n~~~~output\n1\n~~~~", "cell \"x⏎\"\n  output \"1⏎\""),
    ("```neuron\n```\n```output\n```", "cell \"\"\n  output \"\""),
    ("```neurons\nx\n```", "code [neurons] \"x⏎\""),
    ("```python\nx\n```", "code [python] \"x⏎\""),
    ("    ```neuron\n    x", "code [] \"```neuron⏎x⏎\""),
    (
      "> ```neuron\n> x\n> ```\n>\n> ```output\n> 1\n> ```",
      "quote\n  cell \"x⏎\"\n    output \"1⏎\""
    ),
    (
      "1. a\n\n   ```neuron\n   if x:\n     y\n   ```\n   ```output\n   1\n   ```\n2. b",
      "list 1 loose\n- item\n  p a\n  cell \"if x:⏎  y⏎\"\n    output \"1⏎\"\n- item\n  p b"
    ),
    ("  ```neuron\n  x\n y\n   z\n  ```", "cell \"x⏎y⏎ z⏎\""),
    ("-\t```neuron\n\tx\n\t\ty\n\t```", "list\n- item\n  cell \"x⏎\ty⏎\""),
    (">\t```neuron\n>\tx\n>\t```", "quote\n  cell \"x⏎\""),
    // An output in another container is not the cell's.
    (
      "- ```neuron\n  x\n  ```\n\n```output\n1\n```",
      "list\n- item\n  cell \"x⏎\"\ncode [output] \"1⏎\""
    ),
  ])
  func cellsTakeTheOutputRightAfterThem(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected)
  }

  @Test func withoutTheExtensionCellsAreCode() {
    #expect(Dump.blocks("```neuron\nx\n```", []) == "code [neuron] \"x⏎\"")
  }

  /// The text, the cell's span, its fence, its prefix, and the output's span.
  @Test(
    arguments: [
      ("a\n\n```neuron\nx\n```", "```neuron\nx\n```", "```neuron", "", nil),
      (
        "```neuron\r\nx\r\n``` \r\n\r\n```output\r\n1\r\n```\r\n", "```neuron\r\nx\r\n``` ",
        "```neuron", "", "```output\r\n1\r\n```"
      ),
      ("```neuron\rx\r```\r", "```neuron\rx\r```", "```neuron", "", nil),
      (
        "> ```neuron\n> x\n> ```\n> ```output\n> 1\n>```", "```neuron\n> x\n> ```", "```neuron",
        "> ", "```output\n> 1\n>```"
      ),
      ("12. > \t~~~neuron\n    > ~~~", "~~~neuron\n    > ~~~", "~~~neuron", "    > \t", nil),
      ("- a\n\n   ```neuron\n   x\n   ```\n", "```neuron\n   x\n   ```", "```neuron", "   ", nil),
      ("$$\na\n$$\n\n```neuron\n$x$\n```\n$b$", "```neuron\n$x$\n```", "```neuron", "", nil),
      ("---\ntitle: é\n---\n```neuron\n```", "```neuron\n```", "```neuron", "", nil),
      ("\u{FEFF}```neuron\nx\0\n```", "```neuron\nx\0\n```", "```neuron", "", nil),
      // Without its end a cell goes as far as its container.
      ("> ```neuron\n> x\n\ny", "```neuron\n> x", "```neuron", "> ", nil),
      ("```neuron\nx", "```neuron\nx", "```neuron", "", nil),
      ("```neuron", "```neuron", "```neuron", "", nil),
    ] as [(String, String, String, String, String?)])
  func spansAreExactToTheByte(
    text: String, cell: String, fence: String, prefix: String, output: String?
  ) throws {
    let lesson = parse(text)
    let first = try #require(lesson.cells.first)
    #expect(lesson.source.text(of: first.span) == cell)
    #expect(lesson.source.text(of: first.fence) == fence)
    #expect(first.linePrefix == prefix)
    #expect((first.stored?.span).map(lesson.source.text(of:)) == output)
  }

  /// Where the code's `x` is said to stand.
  @Test(arguments: [
    ("```neuron\nx\n```", 2, 1),
    ("é\n\n> ```neuron\n> #| echo: false\n>\n> é x\n> ```", 6, 5),
    ("- ```neuron\r\n  a\r\n    x", 3, 5),
    ("-\t```neuron\n\t\tx\n", 2, 3),
    ("\u{FEFF}---\ntitle: x\n---\r$a$\r  ```neuron\r    x\r", 6, 5),
    ("\0\n1. ~~~neuron\n\n   \0x\n", 4, 5),
  ])
  func placesInCodeLeadIntoTheFile(text: String, line: Int, column: Int) throws {
    let code = try #require(parse(text).cells.first).code
    let offset = try #require(code.utf8.firstIndex(of: UInt8(ascii: "x")))
    let start = code.place(of: Span(offset, offset + 1)).start
    #expect(start == Position(line: line, column: column))
  }

  @Test(arguments: [
    ("```neuron\n```", 2), ("```neuron\n#| echo: true\n```", 2), ("```neuron", 1),
    ("> ```neuron\n> ```", 2), ("```neuron\nab\n```", 3),
  ])
  func theEndOfCodeHasAPlaceInTheCell(text: String, line: Int) throws {
    let cell = try #require(parse(text).cells.first)
    let place = cell.code.place(of: Span(cell.code.utf8.count, cell.code.utf8.count))
    #expect(place.start.line == line)
    #expect(place.span.start >= cell.span.start && place.span.end <= cell.span.end)
  }

  @Test(arguments: [
    ("```output\n1\n```", ["1:1-1:10 this `output` block does not follow a `neuron` cell"]),
    (
      "```neuron\n```\na\n```output\n```",
      ["4:1-4:10 this `output` block does not follow a `neuron` cell"]
    ),
    (
      "```neuron\n```\n```output\n```\n~~~output\n~~~",
      ["5:1-5:10 the cell has a stored output already"]
    ),
    ("a\n\n> ````neuron\n> x", ["3:3-3:7 the fenced block that begins here is never closed"]),
    ("~~~\nx", ["1:1-1:4 the fenced block that begins here is never closed"]),
    (
      "```neuron\n```\n```output\n```neuron",
      ["3:1-3:4 the fenced block that begins here is never closed"]
    ),
  ])
  func fencesThatFitNothingAreReported(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test(
    "a block that is named almost like a cell is told apart, and not run",
    arguments: [
      "```{neuron}", "```Neuron", "~~~ {.neuron}", "```neuron,",
    ])
  func nearlyACell(opening: String) {
    let lesson = parse(opening + "\n1\n" + opening.prefix(3) + "\n")
    #expect(lesson.cells.isEmpty)
    #expect(lesson.diagnostics.map(\.rule.id) == ["nearly-a-cell"])
    #expect(parse("```python\n1\n```\n").diagnostics.isEmpty)
  }

  @Test(arguments: ["<div>\n", "a\n\n<pre>\n\n  ", "> <details><summary>s</summary>\n> "])
  func noCellInHTML(before: String) {
    let lesson = parse(before + "``` neuron\n")
    #expect(lesson.cells.isEmpty)
    #expect(lesson.diagnostics.map(\.rule.id) == ["nearly-a-cell"])
    #expect(parse("<!--\n```neuron\n```\n-->\n<b>\n```python\n").diagnostics.isEmpty)
  }

  @Test func aLabelNamesOneCell() {
    let cell = "```neuron\n#| label: a\n1\n```\n\n"
    let other = cell.replacing("label: a", with: "label: b")
    #expect(parse(cell + other).diagnostics.isEmpty)
    let diagnostics = parse(cell + other + cell).diagnostics
    #expect(diagnostics.map(\.message) == ["the label `a` names another cell already"])
    guard case .text(let place)? = diagnostics.first?.location else {
      Issue.record("no place")
      return
    }
    #expect(place.start == Position(line: 11, column: 1))
  }
}
