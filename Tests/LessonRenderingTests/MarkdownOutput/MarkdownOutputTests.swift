import LessonDocument
import LessonRendering
import SourceText
import Testing

@Suite struct MarkdownOutputTests {
  @Test func `prose stays byte for byte`() {
    let prose = "# T\n\n*  odd   bullets*\n+ and  others\n\n\tcode\n\n[r]: x 'y'\n\n&amp; \\* end"
    #expect(pageMarkdown(prose) == prose)
  }

  @Test func `figures and equations that links lead to have anchors`() {
    let text =
      "$$x \\label{eq:x}$$\n\n$$y \\label{eq:y}$$\n\n```neuron\n#| label: cell\n1\n```\n"
    #expect(!pageMarkdown(text).contains("<a id"))
    let linked = pageMarkdown(text + "\n[the x](#eq:x), [here](#cell), [there](#other)\n")
    #expect(linked.hasPrefix("<a id=\"eq:x\"></a>\n$$\nx \\tag{1}\n$$\n\n$$\ny"))
    #expect(linked.contains("<a id=\"cell\"></a>\n\n```python\n1\n```\n"))
  }

  @Test func `a label in an environment without tags is a tag after it`() {
    #expect(
      pageMarkdown("$$\\begin{aligned} x \\label{a} \\\\ y \\end{aligned}.$$\n")
        == "$$\n\\begin{aligned} x  \\\\ y \\end{aligned}\\tag{1}.\n$$\n")
  }

  @Test func `front matter becomes a heading`() {
    #expect(pageMarkdown("---\ntitle: A * B\n---\n\nText.\n") == "# A \\* B\n\nText.\n")
  }

  @Test func `a lesson that begins with its heading keeps it`() {
    #expect(pageMarkdown("---\ntitle: A\n---\n# B\n") == "# B\n")
  }

  @Test func `cells and outputs are plain fences`() {
    #expect(
      pageMarkdown(
        "```neuron\n#| label: a\nf(x)\n```\n\n```output\nold\n```\n\nText.\n",
        [.gave("new\n", value: "7")])
        == "```python\nf(x)\n```\n\n```text\nnew\n7\n```\n\nText.\n")
  }

  @Test func `an output that nobody stored is written`() {
    #expect(
      pageMarkdown("```neuron\n1\n```\nText.\n", [.gave(value: "1")])
        == "```python\n1\n```\n\n```text\n1\n```\nText.\n")
  }

  @Test func `cells in quotes and lists stay there`() {
    #expect(
      pageMarkdown("> ```neuron\n> 1\n> ```\n", [.gave(value: "1")])
        == "> ```python\n> 1\n> ```\n>\n> ```text\n> 1\n> ```\n")
    #expect(
      pageMarkdown("- ```neuron\n  1\n  ```\n", [.gave(value: "1")])
        == "- ```python\n  1\n  ```\n\n  ```text\n  1\n  ```\n")
  }

  @Test func `a fence grows past backticks`() {
    #expect(
      pageMarkdown("```neuron\n1\n```\n", [.gave("````\n")])
        == "```python\n1\n```\n\n`````text\n````\n`````\n")
  }

  @Test func `hidden parts leave no gap`() {
    #expect(
      pageMarkdown("A\n\n```neuron\n#| include: false\n1\n```\n\nB\n", [.gave(value: "1")])
        == "A\n\nB\n")
    #expect(
      pageMarkdown("```neuron\n#| echo: false\n1\n```\n", [.gave(value: "1")])
        == "```text\n1\n```\n")
  }

  @Test(arguments: [
    ("a $x$ b", "a $x$ b"),
    ("a $ x $ b", "a $x$ b"),
    ("a \\(x_1\\) b", "a $x_1$ b"),
    ("$$x$$", "$$\nx\n$$"),
    ("$$\nx\n$$", "$$\nx\n$$"),
    ("\\[ x \\]", "$$\nx\n$$"),
    ("so $$x$$.", "so \n$$\nx.\n$$"),
    ("so $$x$$ and", "so \n$$\nx\n$$\nand"),
    ("> $$x\n> y$$", "> $$\n> x\n> y\n> $$"),
    ("1. $$x$$", "1. $$\n   x\n   $$"),
    ("\\begin{align}\nx\n\\end{align}", "$$\n\\begin{align}\nx\n\\end{align}\n$$"),
    // In a note further lines stand four columns in; a cell of a table has one line.
    ("a[^1]\n\n[^1]: $$x$$", "a[^1]\n\n[^1]: $$\n    x\n    $$"),
    ("a[^1]\n\n> [^1]: b \\(x\\)\n> $$y$$", "a[^1]\n\n> [^1]: b $x$\n> $$\n> y\n> $$"),
    ("|$ x $|\\(\\|y\\|\\)|\n|-|-|", "|$x$|$\\|y\\|$|\n|-|-|"),
    ("|$$x$$|\\[y\\]|\n|-|-|", "|$\\displaystyle x$|$\\displaystyle y$|\n|-|-|"),
  ])
  func `formulas take GitHub's forms`(source: String, expected: String) {
    #expect(pageMarkdown(source + "\n") == expected + "\n")
  }

  @Test func `ways to files are kept right, to lessons unchanged`() {
    #expect(
      pageMarkdown(
        "![a](p.png) [b](first.md) <https://x.y>\n\n    ![a](p.png)\n\n[c]: p.png\n",
        lessonFolder: "../../Notebooks/basics")
        == "![a](../../Notebooks/basics/p.png) [b](first.md) <https://x.y>\n\n    ![a](p.png)\n\n"
        + "[c]: ../../Notebooks/basics/p.png\n")
  }

  @Test func `parentheses belong to destinations`() {
    #expect(
      pageMarkdown(
        "![a](p(1).png) [b](javascript:alert(1)) ([c](q_(x(y)).png))\n", lessonFolder: "../in")
        == "![a](../in/p(1).png) [b]() ([c](../in/q_(x(y)).png))\n")
  }

  @Test func `carriage returns stay`() {
    #expect(
      pageMarkdown("Text.\r\n\r\n```neuron\r\n1\r\n```\r\n", [.gave(value: "1")])
        == "Text.\r\n\r\n```python\r\n1\r\n```\r\n\r\n```text\r\n1\r\n```\r\n")
  }

  @Test func `what comes out is no lesson`() {
    let text = pageMarkdown("---\ntitle: A\n---\n\n```neuron\n1\n```\n", [.gave(value: "1")])
    #expect(!Lesson.isLesson(SourceFile(path: "out.md", text: text)))
  }

  @Test func `destinations in pointed brackets and after spaces are found`() {
    #expect(
      pageMarkdown("![a](<p q.png>) ![b]( p.png )\n\n![c][r]\n\n[r]: <p.png>\n", lessonFolder: "..")
        == "![a](<../p q.png>) ![b]( ../p.png )\n\n![c][r]\n\n[r]: <../p.png>\n")
  }

  @Test func `many formulas on one long line take no more than their share`() {
    let text = String(repeating: "$x$ and $$y$$ and ", count: 3_000) + "\n"
    #expect(pageMarkdown(text).components(of: "$$\ny\n$$").count == 3_001)
  }
}
