import LessonDocument
import LessonRendering
import SourceText
import Testing

private func fragment(_ text: String) -> String {
  var writer = HTMLWriter(parts: PlainHTMLParts())
  writer.write(Lesson(parsing: SourceFile(path: "lesson.md", text: text)).blocks)
  return writer.take()
}

@Suite struct CalloutTests {
  @Test func `a quote with a mark is a remark`() {
    #expect(
      fragment("> [!NOTE]\n> It is *so*.\n>\n> - a\n") == """
        <div class="callout note" role="note">
        <p class="kind">Note</p>
        <p>It is <em>so</em>.</p>
        <ul>
        <li>a</li>
        </ul>
        </div>

        """)
  }

  @Test(arguments: ["note", "tip", "important", "warning", "caution"])
  func `GitHub's five kinds are known, whatever their capitals`(kind: String) {
    for mark in [kind, kind.uppercased()] {
      #expect(fragment("> [!\(mark)]\n> a\n").hasPrefix("<div class=\"callout \(kind)\""))
    }
  }

  @Test func `the mark may be a paragraph of its own`() {
    #expect(fragment("> [!TIP]\n>\n> a\n").contains("<p class=\"kind\">Tip</p>\n<p>a</p>"))
  }

  @Test(arguments: [
    "> [!NOTE] a title\n> a\n", "> [!HINT]\n> a\n", "> [!NOTE]\n", "> a\n> [!NOTE]\n",
    "> *[!NOTE]*\n> a\n", "[!NOTE]\na\n",
  ])
  func `what GitHub shows as a quote or text stays one`(text: String) {
    #expect(!fragment(text).contains("callout"))
  }

  @Test(arguments: ["\\[!NOTE]", "[\\!NOTE]", "[!NOTE\\]", "&#91;!NOTE]"])
  func `a mark that is escaped is text`(mark: String) {
    #expect(!pageHTML("> \(mark)\n> a\n").contains("callout"))
    #expect(!pageHTML("- > \(mark)\n  > a\n").contains("callout"))
    #expect(pageHTML("- a\n\n  > [!NOTE]\n  > a\n").contains("callout"))
  }

  @Test func `remarks stand in lists and in each other`() {
    let html = fragment("- > [!TIP]\n  > > [!CAUTION]\n  > > a\n")
    #expect(html.contains("<li>\n<div class=\"callout tip\" role=\"note\">"))
    #expect(html.contains("<div class=\"callout caution\" role=\"note\">"))
  }
}
