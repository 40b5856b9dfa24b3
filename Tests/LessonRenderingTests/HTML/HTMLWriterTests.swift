import LessonDocument
import LessonRendering
import SourceText
import Testing

private func fragment<Parts: HTMLParts>(
  _ text: String, _ parts: Parts = PlainHTMLParts(), allowsRawHTML: Bool = false
) -> String {
  var writer = HTMLWriter(parts: parts, allowsRawHTML: allowsRawHTML)
  writer.write(Lesson(parsing: SourceFile(path: "lesson.md", text: text)).blocks)
  return writer.take()
}

/// Parts that can be told apart from CommonMark's own.
private struct MarkedParts: HTMLParts {
  var anchors = 0

  mutating func math(_ math: Math, isInLink: Bool) -> String {
    "{\(math.isDisplay ? "D" : "I") \(math.tex)}"
  }
  mutating func cell(_ index: Int) -> String { "{cell \(index)}" }

  mutating func code(_ text: String, info: String) -> String? {
    info == "js" ? "{js \(text.count)}" : nil
  }

  mutating func anchor(level: Int, text: String) -> HeadingAnchor? {
    anchors += 1
    return HeadingAnchor(id: "\(anchors)\"\(text)", suffix: "{#\(level)}")
  }

  mutating func link(_ destination: String) -> String {
    destination.replacing(".md", with: ".html")
  }
  mutating func image(_ source: String) -> String { "../" + source }
}

@Suite struct HTMLWriterTests {
  @Test(arguments: [
    ("a & b < c > d \" e '", "<p>a &amp; b &lt; c &gt; d &quot; e '</p>\n"),
    ("`<b>&amp;`", "<p><code>&lt;b&gt;&amp;amp;</code></p>\n"),
    (
      "```\n</code></pre><script>\n```",
      "<pre><code>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;\n</code></pre>\n"
    ),
    (
      "```a\"onload=\"b\n```",
      "<pre><code class=\"language-a&quot;onload=&quot;b\"></code></pre>\n"
    ),
    (
      "[a](</b\"c> \"d\\\"><script>\")",
      "<p><a href=\"/b%22c\" title=\"d&quot;&gt;&lt;script&gt;\">a</a></p>\n"
    ),
    (
      "![\"><script>](a 't\"')",
      "<p><img src=\"a\" alt=\"&quot;&gt;\" title=\"t&quot;\" /></p>\n"
    ),
    ("![*a* `b` [c](d)\ne](f)", "<p><img src=\"f\" alt=\"a b c e\" /></p>\n"),
    ("$<b>$", "<p><code>&lt;b&gt;</code></p>\n"),
    ("&lt;script&gt;\\<b>", "<p>&lt;script&gt;&lt;b&gt;</p>\n"),
  ])
  func hostileTextIsEscaped(text: String, expected: String) {
    #expect(fragment(text) == expected)
  }

  @Test(arguments: [
    ("a <!-- b --> c", "<p>a  c</p>\n"),
    ("<!-- a\n\nb -->\n\nc", "<p>c</p>\n"),
  ])
  func commentsShowNothing(text: String, expected: String) {
    #expect(fragment(text) == expected)
  }

  @Test(arguments: [
    "javascript:x", "JavaScript:x", "vbscript:x", "file:///a", "data:text/html,x",
    "data:image/svg+xml,x", "&#1;javascript:x", "java&#10;script:x", "java&Tab;script:x",
    "&#106;avascript:x", "<  javascript:x>",
  ])
  func dangerousDestinationsAreDropped(url: String) {
    #expect(fragment("[a](\(url))") == "<p><a href=\"\">a</a></p>\n")
    #expect(fragment("![a](\(url))") == "<p><img src=\"\" alt=\"a\" /></p>\n")
  }

  @Test(arguments: [
    ("data:image/png;base64,A=", "data:image/png;base64,A="), ("a.html#b", "a.html#b"),
    ("https://a.b/?c=1&d=é", "https://a.b/?c=1&amp;d=%C3%A9"), ("/javascript:x", "/javascript:x"),
    ("mailto:a@b", "mailto:a@b"),
  ])
  func otherDestinationsStay(url: String, expected: String) {
    #expect(fragment("[a](\(url))") == "<p><a href=\"\(expected)\">a</a></p>\n")
  }

  @Test(arguments: [
    ("a $x$ $$y$$", "<p>a {I x} {D y}</p>\n"),
    ("$$y$$", "<p>{D y}</p>\n"),
    ("- $$y$$\n- b", "<ul>\n<li>\n<p>{D y}</p>\n</li>\n<li>b</li>\n</ul>\n"),
    ("a\n\n```neuron\n```\n\nb", "<p>a</p>\n{cell 0}\n<p>b</p>\n"),
    ("```js\nx\n```\n\n```c\n```", "{js 2}\n<pre><code class=\"language-c\"></code></pre>\n"),
    (
      "# a *b*\n\n## c",
      "<h1 id=\"1&quot;a b\">a <em>b</em>{#1}</h1>\n<h2 id=\"2&quot;c\">c{#2}</h2>\n"
    ),
    (
      "[a](b.md) ![c](d.png)",
      "<p><a href=\"b.html\">a</a> <img src=\"../d.png\" alt=\"c\" /></p>\n"
    ),
  ])
  func thePageDecidesItsParts(text: String, expected: String) {
    #expect(fragment(text, MarkedParts()) == expected)
  }

  @Test(arguments: [
    ("<https://a.b>", true), ("[https://a.b](https://a.b)", true), ("[here](https://a.b)", false),
  ])
  func aLinkThatShowsItsAddressIsMarked(markdown: String, isMarked: Bool) {
    #expect(pageHTML(markdown).contains("<a href=\"https://a.b\" class=\"bare\">") == isMarked)
    #expect(!fragment(markdown).contains("class"))
  }

  @Test func aRewrittenDestinationIsCheckedToo() {
    struct Redirecting: HTMLParts {
      mutating func link(_ destination: String) -> String { "javascript:" + destination }
    }
    #expect(fragment("[a](b)", Redirecting()) == "<p><a href=\"\">a</a></p>\n")
  }
}
