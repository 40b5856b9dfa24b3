import LessonDocument
import SourceText
import Testing

@Suite struct FootnoteTests {
  @Test(arguments: [
    ("a[^1]\n\n[^1]: b", "p a<^1>\nnote 1\n  p b"),
    ("a[^1]\n[^1]: b\n[^2]: c [^1]", "p a<^1>\nnote 1\n  p b\nnote 2\n  p c <^1>"),
    ("a[^Note-1]\n\n[^note-1]: b", "p a<^note-1>\nnote note-1\n  p b"),
    // What belongs to a note.
    ("[^1]: a\nb\n\nc", "note 1\n  p a⏎b\np c"),
    ("[^1]: a\n\n    b\n\n        c", "note 1\n  p a\n  p b\n  code [] \"c⏎\""),
    ("[^1]:\n    a\n\n\n    b\n   c", "note 1\n  p a\n  p b⏎c"),
    ("[^1]:\n\n    a", "note 1\n  p a"), ("[^1]:\na", "note 1\np a"),
    ("  [^1]: a\n\n    b", "note 1\n  p a\n  p b"),
    (
      "[^1]: - a\n      - b\n    - c",
      "note 1\n  list\n  - item\n    p a\n    list\n    - item\n      p b\n  - item\n    p c"
    ),
    ("[^1]: ---\n[^2]: ***", "note 1\n  break\nnote 2\n  break"),
    (
      "[^1]: # a\n[^2]: > b\n[^3]:     c", "note 1\n  h1 a\nnote 2\n  quote\n    p b\nnote 3\n  p c"
    ),
    (
      "[^1]: ```\n    a\n    ```\n[^2]:\n        b",
      "note 1\n  code [] \"a⏎\"\nnote 2\n  code [] \"b⏎\""
    ),
    (
      "[^1]: a\n\n    ```neuron\n    b\n    ```\n\n    ```output\n    c\n    ```",
      "note 1\n  p a\n  cell \"b⏎\"\n    output \"c⏎\""
    ),
    ("[^1]: a\n    [^2]: b", "note 1\n  p a\n  note 2\n    p b"),
    ("[^1]: $a_b$\n    $$\n    c\n    $$", "note 1\n  p <$a_b$>⏎<$$⏎c⏎$$>"),
    ("[^1]: [a][r] *b*\n\n[r]: u", "note 1\n  p [a](u) *b*"),
    // Between other blocks, in containers, beside lists.
    ("+ a\n[^1]: b\n+ c", "list\n- item\n  p a\nnote 1\n  p b\nlist\n- item\n  p c"),
    ("[^1]: b\n\n+ c\n+ d", "note 1\n  p b\nlist\n- item\n  p c\n- item\n  p d"),
    ("[^1]: b\n+\n[^2]: c", "note 1\n  p b\nlist\n- item\nnote 2\n  p c"),
    (
      "- a\n  [^1]: b\n\n      c\n- d",
      "list\n- item\n  p a\n  note 1\n    p b\n    p c\n- item\n  p d"
    ),
    ("- [^1]: b\n- c", "list\n- item\n  note 1\n    p b\n- item\n  p c"),
    ("> a\n> [^1]: b\n>\n>     c\nd", "quote\n  p a\n  note 1\n    p b\n    p c⏎d"),
    ("> a\n[^1]: b", "quote\n  p a\nnote 1\n  p b"),
    (">\t[^1]: b\n>\n>\t\tc", "quote\n  note 1\n    p b\n    p c"),
    ("[^1]: a\n===", "note 1\n  p a⏎==="), ("[^1]: a\n---", "note 1\n  p a\nbreak"),
    // What is no note.
    ("a\n    [^1]: b", "p a⏎[^1]: b"), ("    [^1]: b", "code [] \"[^1]: b⏎\""),
    ("[^a b]: c d", "p [^a b]: c d"), ("[^]: c d", "p [^]: c d"),
    ("a [^1]: b\n\n[^1]: c", "p a <^1>: b\nnote 1\n  p c"),
    ("```\n[^1]: a\n```", "code [] \"[^1]: a⏎\""),
    ("<div>\n[^1]: a\n</div>", "html \"<div>⏎[^1]: a⏎</div>⏎\""),
    // Where references stand.
    (
      "[^1]: b\n\n**a.**[^1] _a_[^1] [a[^1]](u) *[^1]*",
      "note 1\n  p b\np **a.**<^1> *a*<^1> [a<^1>](u) *<^1>*"
    ),
    ("[^1]: b\n\n# a[^1]\n\n|a[^1]|\n|-|", "note 1\n  p b\nh1 a<^1>\ntable -\n  | a<^1>"),
    (
      "[^1]: b\n\n`[^1]` $[^1]$ [^1](u) [x]([^1]) [^1\\]",
      "note 1\n  p b\np `[^1]` <$[^1]$> [^1](u) [x]([^1]) [^1]"
    ),
    (
      "[^1]: b\n\n![a[^1]](u) <b title='[^1]'>",
      "note 1\n  p b\np ![a<^1>](u) <html <b title='[^1]'>>"
    ),
    ("[^1]: b\n\n[^1][^1] [[^1]]", "note 1\n  p b\np <^1><^1> [<^1>]"),
    ("[^1][r]\n\n[r]: u\n[^1]: b", "p [^1](u)\nnote 1\n  p b"),
    ("a[^nope] b", "p a[^nope] b"),
  ])
  func notesAreReadAsGitHubReadsThem(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("a[^1]", ["1:2-1:6 there is no note `[^1]`"]),
    (
      "> é [^b]\n\n[^c]: d",
      ["1:5-1:9 there is no note `[^b]`", "3:1-3:5 nothing refers to the note `[^c]`"]
    ),
    ("[^1] [^1](u) `[^2]`\n\n[^1]: a\n[^1]: b", ["4:1-4:5 there is another note `[^1]`"]),
    // A note that only itself or an unused one refers to is on no page.
    ("[^1]: a [^1]", ["1:1-1:5 nothing refers to the note `[^1]`"]),
    (
      "[^1]: a [^2]\n[^2]: b",
      ["1:1-1:5 nothing refers to the note `[^1]`", "2:1-2:5 nothing refers to the note `[^2]`"]
    ),
    ("a[^1]\n\n[^1]: b [^2]\n[^2]: c", []),
    ("![a[^1]](u)\n\n[^1]: b", ["3:1-3:5 nothing refers to the note `[^1]`"]),
    ("|a|\n|-|\n|[^1]|", ["3:2-3:6 there is no note `[^1]`"]),
  ])
  func whatLeadsNowhereIsReported(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func spansAreExact() {
    let text = "---\ntitle: a\n---\nb[^x]\r\n\r\n> - [^x]: c[^x]\r\n>\r\n>       d\r\n\r\ne"
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    func source(_ span: Span) -> String { lesson.source.text(of: span) }
    var notes: [String] = []
    for block in lesson.blocks.withDescendants {
      guard case .footnote(let note) = block.kind else { continue }
      notes += [source(block.span), source(note.labelSpan)]
      notes += note.blocks.map { source($0.span) }
    }
    #expect(notes == ["[^x]: c[^x]\r\n>\r\n>       d", "[^x]", "c[^x]", "d"])
    let references = lesson.blocks.allInlines.compactMap { inline in
      if case .footnoteReference(let reference) = inline { source(reference.span) } else { nil }
    }
    #expect(references == ["[^x]", "[^x]"])
  }

  @Test func withoutTheExtensionBracketsAreCommonMarks() {
    #expect(Dump.blocks("a[^1]\n\n[^1]: b", [.math, .tables]) == "p a[^1](b)")
  }
}
