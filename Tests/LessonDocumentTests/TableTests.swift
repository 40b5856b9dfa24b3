import LessonDocument
import SourceText
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    // Bars at the ends may be left out; alignment is the colons'.
    ("| a | b |\n|---|---|\n| 1 | 2 |", "table - -\n  | a | b\n  | 1 | 2"),
    ("a | b\n- | -", "p a | b\nlist\n- item\n  p | -"),
    ("a | b\n--|--\n1 | 2", "table - -\n  | a | b\n  | 1 | 2"),
    ("a|b|c|d\n:-|:-:|-:|--", "table left center right -\n  | a | b | c | d"),
    ("  | a |\n   |:-:|\n | b |", "table center\n  | a\n  | b"),
    ("a\n:-", "table left\n  | a"),
    ("| a |\t\n| - |  ", "table -\n  | a"),
    // What is no table.
    ("a\n-", "h2 a"), ("| a | b |\n|---|", "p | a | b |⏎|---|"),
    ("|---|\n|---|", "table -\n  | ---"),
    ("| a |\n\n|---|", "p | a |\n\np |---|".replacing("\n\n", with: "\n")),
    ("| a |\n    |---|", "p | a |⏎|---|"), ("| a |\n|:|", "p | a |⏎|:|"),
    ("| a |\n| - - |", "p | a |⏎| - - |"), ("    | a |\n    |---|", "code [] \"| a |⏎|---|⏎\""),
    ("`|a|\n|-|`", "p `|a| |-|`"), ("\\| a\n|---|", "table -\n  | | a"),
    // Fewer and more cells.
    ("|a|b|\n|-|-|\n|1|\n|1|2|3|\n||", "table - -\n  | a | b\n  | 1\n  | 1 | 2\n  | "),
    ("| | |\n|-|-|\n| | |", "table - -\n  |  | \n  |  | "),
    // Bars in cells.
    ("|a \\| b|\n|-|\n|`c \\| d`|", "table -\n  | a | b\n  | `c | d`"),
    ("|a|\n|-|\n|`b | c`|", "table -\n  | a\n  | `b"),
    ("|a|\n|-|\n|b \\\\\\| c|", "table -\n  | a\n  | b \\| c"),
    // Markup stays in its cell.
    ("|*a|b*|\n|-|-|", "table - -\n  | *a | b*"),
    ("|*a*|**b** _c_|\n|-|-|", "table - -\n  | *a* | **b** *c*"),
    (
      "|[a][r]|[b](u 't')|![c](s)|\n|-|-|-|\n\n[r]: v",
      "table - - -\n  | [a](v) | [b](u 't') | ![c](s)"
    ),
    ("|# a #|## #|#|- b|> c|\n|-|-|-|-|-|", "table - - - - -\n  | # a # | ## # | # | - b | > c"),
    ("|a\\|\n|-|", "table -\n  | a|"), ("|a\\ |\n|-|", "table -\n  | a\\"),
    ("|<b>a</b>|\n|-|", "table -\n  | <html <b>>a<html </b>>"),
    // Where a table begins and ends.
    ("a\nb\n|c|\n|-|\n|d|", "p a⏎b\ntable -\n  | c\n  | d"),
    ("|a|\n|-|\nb\n\nc", "table -\n  | a\n  | b\np c"),
    ("|a|\n|-|\n> b", "table -\n  | a\nquote\n  p b"),
    ("|a|\n|-|\n2. b", "table -\n  | a\nlist 2\n- item\n  p b"),
    ("|a|\n|-|\n-", "table -\n  | a\nlist\n- item"),
    ("|a|\n|-|\n# b", "table -\n  | a\nh1 b"), ("|a|\n|-|\n---", "table -\n  | a\nbreak"),
    ("|a|\n|-|\n===", "table -\n  | a\n  | ==="), ("|a|\n|-|\n--", "table -\n  | a\n  | --"),
    ("|a|\n|-|\n===\n|b|", "table -\n  | a\n  | ===\n  | b"),
    ("|a|\n|-|\n    b", "table -\n  | a\ncode [] \"b⏎\""),
    ("|a|\n|-|\n```\nb\n```", "table -\n  | a\ncode [] \"b⏎\""),
    ("|a|\n|-|\n<i>", "table -\n  | a\nhtml \"<i>⏎\""),
    ("|a|\n|-|\n<i>b", "table -\n  | a\n  | <html <i>>b"),
    ("|a|\n|-|\n<div>\nb", "table -\n  | a\nhtml \"<div>⏎b⏎\""),
    ("|a|\n|-|\n|\nb", "table -\n  | a\np |⏎b"),
    ("|a|\n|-|\n[^b]: c\n\n[^b]", "table -\n  | a\nnote b\n  p c\np <^b>"),
    (
      "|a|b|\n|-|-|\n|1|2|\n\n|c|d|\n|-|-|", "table - -\n  | a | b\n  | 1 | 2\ntable - -\n  | c | d"
    ),
    ("|a|\n|-|\n\n|b|\n|-|\n\n|c|\n|-|", "table -\n  | a\ntable -\n  | b\ntable -\n  | c"),
    // In containers.
    ("> |a|\n> |-|\n> |b|\n|c|", "quote\n  table -\n    | a\n    | b\np |c|"),
    ("> |a|\n|-|", "quote\n  p |a|⏎|-|"),
    ("- |a|\n  |-|\n  |b|\n- c", "list\n- item\n  table -\n    | a\n    | b\n- item\n  p c"),
    ("- |a|\n  |-|\n\n  b", "list loose\n- item\n  table -\n    | a\n  p b"),
    (
      ">\t- |a|b|\n>\t  |-|-|\n>\t  |c|d|",
      "quote\n  list\n  - item\n    table - -\n      | a | b\n      | c | d"
    ),
    ("1. > |a|\n   > |-|", "list 1\n- item\n  quote\n    table -\n      | a"),
    // With line endings of every kind, and NUL.
    ("|a|\r\n|-|\r\n|b|\r\n", "table -\n  | a\n  | b"),
    ("|a|\r|-|\r|b|\r", "table -\n  | a\n  | b"),
    ("|\0|\n|-|", "table -\n  | \u{FFFD}"),
  ])
  func tablesAreReadAsGitHubReadsThem(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("|$a_1$|$b_2$|\n|-|-|", "table - -\n  | <$a_1$> | <$b_2$>"),
    ("|$\\|x\\|$|\n|-|", "table -\n  | <$|x|$>"), ("|$5|$6|\n|-|-|", "table - -\n  | $5 | $6"),
    ("|\\(a\\)|$$b$$|\\[c\\]|\n|-|-|-|", "table - - -\n  | <$a$> | <$$b$$> | <$$c$$>"),
    ("|$a|b$|\n|-|-|", "table - -\n  | $a | b$"),
    ("a $b\n|c$|\n|-|", "p a $b\ntable -\n  | c$"),
    ("$$\n|a|b|\n|-|-|\n$$", "math \"⏎|a|b|⏎|-|-|⏎\""),
    ("$$\na\n\n|a|b|\n|-|-|\n$$\n|c|\n|-|", "math \"⏎a⏎⏎|a|b|⏎|-|-|⏎\"\ntable -\n  | c"),
    ("[^1]\n\n[^1]: |a|\n    |-|\n    |$b$|", "p <^1>\nnote 1\n  table -\n    | a\n    | <$b$>"),
  ])
  func formulasInTablesStayInTheirCells(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected, "\(text)")
  }

  @Test func whatIsNotMeantAsATableStaysWithoutTheExtension() {
    #expect(Dump.blocks("|a|\n|-|", [.math]) == "p |a|⏎|-|")
  }

  @Test func spansAreExact() throws {
    let text = "> é\n> | a \\| b |  $x$ |\n> |--|--|\n> | | `c` | d |\n\nend"
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let block = try #require(
      lesson.blocks.withDescendants.first { block in
        if case .table = block.kind { true } else { false }
      })
    guard case .table(let table) = block.kind else { return }
    func source(_ span: Span) -> String { lesson.source.text(of: span) }
    #expect(source(block.span) == "| a \\| b |  $x$ |\n> |--|--|\n> | | `c` | d |")
    #expect(
      ([table.header] + table.rows).map { source($0.span) } == [
        "| a \\| b |  $x$ |", "| | `c` | d |",
      ])
    #expect(table.header.cells.map { source($0.span) } == ["a \\| b", "$x$"])
    #expect(table.rows[0].cells.map { source($0.span) } == ["", "`c`"])
    #expect(lesson.formulas.map { source($0.span) } == ["$x$"])
    #expect(problems(text) == ["4:13-4:16 the table has no column for this"])
  }

  @Test func aTableOfAHundredThousandRowsIsRead() throws {
    let text = "|a|b|\n|-|-|\n" + String(repeating: "|1|*2*|\n", count: 100_000)
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    guard case .table(let table)? = lesson.blocks.first?.kind else { throw NoTable() }
    #expect(table.rows.count == 100_000)
    #expect(lesson.diagnostics.isEmpty)
  }

  private struct NoTable: Error {}
}
