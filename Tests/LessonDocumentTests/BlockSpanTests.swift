import LessonDocument
import SourceText
import Testing

@Suite struct BlockSpanTests {
  /// A text whose blocks, outer before inner, cover the texts beside it.
  @Test(arguments: [
    ("a\nb  \n\nc", ["a\nb", "c"]),
    ("# h #\n\nset\next\n===\nx", ["# h #", "set\next\n===", "x"]),
    ("s\n---\n---", ["s\n---", "---"]),
    ("s\n---", ["s\n---"]),
    ("> s\n> ---\n\n***", ["> s\n> ---", "s\n> ---", "***"]),
    ("#tag\n===\n\n", ["#tag\n==="]),
    ("- a\n\n\n- b\n  c\n\n\nd", ["- a\n\n\n- b\n  c", "a", "b\n  c", "d"]),
    ("-\n- \n\nx", ["-\n-", "x"]),
    (">\n> \n\nx", [">", "x"]),
    ("```\nx\n``` \n\n    i\n    j\n\n\nk", ["```\nx\n``` ", "i\n    j", "k"]),
    ("> ```\n> x\ny", ["> ```\n> x", "```\n> x", "y"]),
    ("<div>\nx\n</div>\n\n<!-- a\n\n-->\ny", ["<div>\nx\n</div>", "<!-- a\n\n-->", "y"]),
    ("- <!-- a -->\n- b", ["- <!-- a -->\n- b", "<!-- a -->", "b"]),
    ("$$\na\n$$  \n\n- $b$\n  c $d$", ["$$\na\n$$", "- $b$\n  c $d$", "$b$\n  c $d$"]),
    ("\u{FEFF}a\r\nb\r\n\r\nc\rd", ["a\r\nb", "c\rd"]),
    ("\0a\0\n\nb", ["\0a\0", "b"]),
    ("* a\n  > b\nc", ["* a\n  > b\nc", "a", "> b\nc", "b\nc"]),
  ])
  func blocksCoverTheirText(text: String, expected: [String]) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    #expect(lesson.blocks.withDescendants.map { lesson.source.text(of: $0.span) } == expected)
  }
}
