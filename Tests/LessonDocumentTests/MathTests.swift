import LessonDocument
import SourceText
import Testing

@Suite struct MathTests {
  @Test(arguments: [
    // The forms.
    ("a $x_1$ b", "p a <$x_1$> b"),
    (#"a \(x_1\) b"#, "p a <$x_1$> b"),
    ("a $$x_1$$ b", "p a <$$x_1$$> b"),
    (#"a \[x_1\] b"#, "p a <$$x_1$$> b"),
    ("$$x$$", #"math "x""#),
    ("$$x$$  ", #"math "x""#),
    (#"\begin{align*}a\end{align*}"#, #"math "\begin{align*}a\end{align*}""#),
    (
      #"\begin{aligned}\begin{aligned}a\end{aligned}\end{aligned}"#,
      #"math "\begin{aligned}\begin{aligned}a\end{aligned}\end{aligned}""#
    ),
    (#"\begin{document}x\end{document}"#, #"p \begin{document}x\end{document}"#),
    (#"$ \frac{\delta J}{\delta z} $ "#, #"p <$ \frac{\delta J}{\delta z} $>"#),
    (#"$\frac{a}{b} $, and $c$"#, #"p <$\frac{a}{b} $>, and <$c$>"#),
    ("$x$$y$", "p <$x$><$y$>"),
    // Nothing in a formula is Markdown.
    ("$a_1 b_1$ *e* $a*b*c$", "p <$a_1 b_1$> *e* <$a*b*c$>"),
    (#"$\{a\} < \$ b & c\\ d$"#, #"p <$\{a\} < \$ b & c\\ d$>"#),
    ("$a<b and c>d$", "p <$a<b and c>d$>"),
    ("$a]$ [b $]$](u)", "p <$a]$> [b <$]$>](u)"),
    ("$$\na\n- b\n+ c\n= d\n> e\n# f\n1. g\n$$", #"math "⏎a⏎- b⏎+ c⏎= d⏎> e⏎# f⏎1. g⏎""#),
    ("$$\na\n---\nb\n===\nc\n$$", #"math "⏎a⏎---⏎b⏎===⏎c⏎""#),
    ("$$\n# b\n    c\n$$\n\nd", "math \"⏎# b⏎    c⏎\"\np d"),
    (
      "\\begin{align}\na &= b \\\\\n- c\n\\end{align}",
      #"math "\begin{align}⏎a &= b \\⏎- c⏎\end{align}""#
    ),
    ("$$\n- a\n$$ b $$\n- c\n$$ *d*", "p <$$⏎- a⏎$$> b <$$⏎- c⏎$$> *d*"),
    // Everywhere where text stands.
    ("# T $a_b$ #", "h1 T <$a_b$>"),
    ("T $a_b$\n===\nx $y$", "h1 T <$a_b$>\np x <$y$>"),
    ("*e $a*b$* **$c$** _$d$_", "p *e <$a*b$>* **<$c$>** *<$d$>*"),
    ("[$a$](u) ![$b$](v)", "p [<$a$>](u) ![<$b$>](v)"),
    ("- $a_b$\n- $$c\n  - d$$", "list\n- item\n  p <$a_b$>\n- item\n  math \"c⏎- d\""),
    ("> $$\n> a\n> - b\n> $$\n> c", "quote\n  p <$$⏎a⏎- b⏎$$>⏎c"),
    ("> - $$\n>   > a\n>   $$", "quote\n  list\n  - item\n    math \"⏎> a⏎\""),
    ("> a $b\n> c$ d", "quote\n  p a <$b⏎c$> d"),
    ("1. $ a$ \n\n2. $b$", "list 1 loose\n- item\n  p <$ a$>\n- item\n  p <$b$>"),
    // Display math with blank lines, when its opener begins a line.
    ("$$\na\n\nb\n$$", #"math "⏎a⏎⏎b⏎""#),
    ("\\[\na\n\n    b\n\\]", #"math "⏎a⏎⏎    b⏎""#),
    ("\\begin{gather}\na\n\n- b\n\\end{gather}", #"math "\begin{gather}⏎a⏎⏎- b⏎\end{gather}""#),
  ])
  func formulasAreKeptFromMarkdown(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected)
    #expect(problems(text).isEmpty)
  }

  @Test(arguments: [
    (#"\$5 and \$6"#, "p $5 and $6"),
    ("from $5 to $6", "p from $5 to $6"),
    ("$5, or $x$", "p $5, or <$x$>"),
    ("$5 and $6 and $x$", "p $5 and $6 and <$x$>"),
    (#"$5 for $\sigma$"#, #"p $5 for <$\sigma$>"#),
    ("it costs $5", "p it costs $5"),
    ("$5$", "p <$5$>"),
    ("$2x$ and $3y$", "p <$2x$> and <$3y$>"),
    ("$ $ and $$ $$", "p $ $ and $$ $$"),
  ])
  func moneyIsNoMath(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected)
    #expect(problems(text).isEmpty)
  }

  @Test(arguments: [
    ("`$a$` and ``$b` $``", "p `$a$` and `$b` $`"),
    ("$5 `$x` $y$", "p $5 `$x` <$y$>"),
    ("```\n$a$\n```", "code [] \"$a$⏎\""),
    ("    $$a$$", "code [] \"$$a$$⏎\""),
    ("- a\n\n      $a$", "list loose\n- item\n  p a\n  code [] \"$a$⏎\""),
    ("> ~~~\n> $a$\n> ~~~", "quote\n  code [] \"$a$⏎\""),
    ("<a title=\"$\">b</a> $c$", "p <html <a title=\"$\">>b<html </a>> <$c$>"),
    ("<div>\n$a$\n</div>", "html \"<div>⏎$a$⏎</div>⏎\""),
    ("<http://a.b/$c$d>", "p [http://a.b/$c$d](http://a.b/$c$d)"),
    ("[a](/b$c) and $d$", "p [a](/b$c) and <$d$>"),
    ("[a](/b '$') and $d$", "p [a](/b '$') and <$d$>"),
    ("[a]\n\n[a]: /b$c$d", "p [a](/b$c$d)"),
    ("a <!-- $b --> $c$", "p a <html <!-- $b -->> <$c$>"),
    ("```neuron\n#| label: a\nprint('$a$')\n```", "cell \"print('$a$')⏎\""),
  ])
  func codeHTMLAndDestinationsHaveNoMath(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected)
  }

  @Test(arguments: [
    ("a $$b", ["1:3-1:5 the formula that `$$` begins is never closed"]),
    ("$$\na\n\nb", ["1:1-1:3 the formula that `$$` begins is never closed"]),
    ("- $$ a\n- $$b$$", ["1:3-1:5 the formula that `$$` begins is never closed"]),
    ("$$\na\n\n# b\n\n$$c$$", ["1:1-1:3 the formula that `$$` begins is never closed"]),
    ("> \\[ a\n\nb \\]", ["1:3-1:5 the formula that `\\[` begins is never closed"]),
    ("Let $x be", ["1:5-1:6 the formula that `$` begins is never closed"]),
    ("`$a` $\\b `$c`", ["1:6-1:7 the formula that `$` begins is never closed"]),
    ("it costs $5 or $ 6, \\$x", []),
    ("a \\(b", ["1:3-1:5 the formula that `\\(` begins is never closed"]),
    (
      "\\begin{align} a\n\n```\n\\end{align}\n```",
      ["1:1-1:14 the formula that `\\begin{align}` begins is never closed"]
    ),
    (
      "\\begin{align} \\begin{align} a \\end{align}",
      ["1:1-1:14 the formula that `\\begin{align}` begins is never closed"]
    ),
  ])
  func whatIsNeverClosedIsReported(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func privateUseCharactersOfTheTextStay() {
    let text = "\u{F0000} $a$ \u{100000} `\u{F0001}` $b$"
    #expect(Dump.blocks(text) == "p \u{F0000} <$a$> \u{100000} `\u{F0001}` <$b$>")
  }

  @Test(arguments: [
    ("a $x$ b", ["$x$"]),
    ("\u{FEFF}é $x$", ["$x$"]),
    ("> a\n> b $x$ c\n> d $$y\n> z$$", ["$x$", "$$y\n> z$$"]),
    ("- a\r\n  $x$\r\n\r\n  \\(y\\)", ["$x$", "\\(y\\)"]),
    ("---\ntitle: a\n---\n$x$\r$y$", ["$x$", "$y$"]),
    ("\0 $x$ \0 $y$\0", ["$x$", "$y$"]),
    ("1. > \t$x$\n   >   $$\n   > y $$", ["$x$", "$$\n   > y $$"]),
  ])
  func spansHoldTheDelimiters(text: String, expected: [String]) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    #expect(lesson.formulas.map { lesson.source.text(of: $0.span) } == expected)
  }
}

extension Lesson {
  /// All formulas, in order.
  var formulas: [Math] {
    blocks.allInlines.compactMap { inline in
      if case .math(let math) = inline { math } else { nil }
    }
  }
}
