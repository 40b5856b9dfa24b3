import LessonDocument
import LessonRendering
import SourceText
import Testing
import Typesetting

@Suite struct LessonPageTests {
  @Test func `the title is the front matter's`() {
    let page = pageHTML("---\ntitle: A & B\ndescription: What <it> says.\nauthor: Me\n---\nText.\n")
    #expect(page.contains("<title>A &amp; B · All lessons</title>"))
    #expect(page.contains("<h1>A &amp; B</h1>"))
    #expect(page.contains(#"<meta name="description" content="What &lt;it&gt; says.">"#))
    #expect(page.contains(#"<p class="byline">Me · 1 min</p>"#))
  }

  @Test func `a heading that begins the lesson is the page's and stands once`() {
    let page = pageHTML("# The *title*\n\nText.\n")
    #expect(page.contains(#"<h1 id="the-title">The <em>title</em>"#))
    #expect(page.components(of: "<h1").count == 2)
    #expect(page.contains("<title>The title · All lessons</title>"))
  }

  @Test func `without a title the file's name serves`() {
    #expect(pageHTML("Text.\n").contains("<h1>second</h1>"))
  }

  @Test func `assets and the index are found from a folder below`() {
    let page = pageHTML("Text with $x$.\n")
    #expect(page.contains(#"<link rel="stylesheet" href="../assets/style.css">"#))
    #expect(page.contains(#"<link rel="stylesheet" href="../assets/katex/katex.css">"#))
    #expect(page.contains(#"<a href="../index.html">All lessons</a>"#))
  }

  @Test func `a page without formulas does not load KaTeX`() {
    #expect(!pageHTML("Text.\n").contains("katex"))
  }

  @Test func `neighbours are those of the reading order`() {
    let page = pageHTML("Text.\n")
    #expect(
      page.contains(
        #"<a rel="prev" href="first.html"><span>Previous</span>First &amp; foremost</a>"#))
    #expect(page.contains(#"<a rel="next" href="../third.html"><span>Next</span>Third</a>"#))
  }

  @Test func `headings have GitHub's anchors, each its own`() {
    let page = pageHTML("## The chain rule!\n\n## The chain rule\n\n## Δ and $x_1$\n\n## 日本\n")
    for id in ["the-chain-rule", "the-chain-rule-1", "δ-and-x_1", "日本"] {
      #expect(page.contains("<h2 id=\"\(id)\">"))
    }
  }

  @Test func `an anchor gives way to a cell's label`() {
    let page = pageHTML("```neuron\n#| label: loss\n1\n```\n\n## Loss\n")
    #expect(page.contains(#"<figure class="cell" id="loss" aria-label="Cell 1">"#))
    #expect(page.contains(#"<h2 id="loss-1">"#))
  }

  @Test func `the contents list the two highest levels without links in links`() {
    let page = pageHTML("## [One](https://example.com)\n\n### Two\n\n#### Three\n")
    #expect(page.contains(##"<li><a href="#one">One</a></li>"##))
    #expect(page.contains(##"<li class="deeper"><a href="#two">Two</a></li>"##))
    #expect(!page.contains(##"<a href="#three">Three</a>"##))
  }

  @Test func `a single heading needs no contents`() {
    #expect(!pageHTML("## One\n").contains("<nav class=\"contents\""))
  }

  @Test(arguments: [
    ("first.md", "first.html"),
    ("./first.md#the-end", "first.html#the-end"),
    ("../third.md", "../third.html"),
    ("unknown.md", "../../Notebooks/basics/unknown.md"),
    ("picture.png", "../../Notebooks/basics/picture.png"),
    ("https://example.com/first.md", "https://example.com/first.md"),
    ("#here", "#here"),
    ("/top.html", "/top.html"),
    ("javascript:alert(1)", ""),
  ])
  func `links lead where the lesson's led`(destination: String, address: String) {
    let page = pageHTML("[text](\(destination))\n", lessonFolder: "../../Notebooks/basics")
    #expect(page.contains("<a href=\"\(address)\">text</a>"))
  }

  @Test func `hostile text is text`() {
    let hostile = #"<script>alert("1")</script>"#
    let page = pageHTML(
      "---\ntitle: '\(hostile)'\ndescription: '\(hostile)'\n---\n\n`\(hostile)`\n\n"
        + "```neuron\n#| fig-cap: '\(hostile)'\n'\(hostile)'\n```\n\n$\\text{\(hostile)}$\n",
      [.gave(hostile + "\n", value: hostile)])
    #expect(!page.contains("<script>"))
    #expect(page.components(of: "&lt;script&gt;").count > 8)
  }

  @Test func `the same lesson gives the same bytes`() {
    let text = "# T\n\n## A $x$\n\n## B\n\n```neuron\n1\n```\n"
    #expect(pageHTML(text) == pageHTML(text))
  }

  @Test func `the policy lets nothing run but scripts beside the page`() {
    let page = pageHTML("Text.\n")
    #expect(page.contains(#"Content-Security-Policy" content="default-src 'none'; "#))
    #expect(page.contains("; script-src 'self'; "))
    #expect(page.contains(#"<script src="../assets/page.js"></script>"#))
    #expect(page.contains(#"<script src="../assets/search.js" defer></script>"#))
    #expect(!page.contains("<script>"))
  }
}

extension String {
  func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
