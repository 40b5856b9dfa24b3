import LessonDocument
import LessonRendering
import SourceText
import Testing

private func fragment(_ text: String) -> String {
  var writer = HTMLWriter(parts: PlainHTMLParts())
  writer.write(Lesson(parsing: SourceFile(path: "lesson.md", text: text)).blocks)
  writer.writeFootnotes()
  return writer.take()
}

@Suite struct TableAndNoteTests {
  @Test func tablesHaveHeadersAndClasses() {
    #expect(
      fragment("a\n| b | *c* |\n|:-:|---|\n| <1 |\n") == """
        <p>a</p>
        <div class="table">
        <table>
        <thead>
        <tr>
        <th scope="col" class="center">b</th>
        <th scope="col"><em>c</em></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="center">&lt;1</td>
        <td></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func aTableWithoutRowsHasNoBody() {
    #expect(!fragment("|a|\n|-|\n").contains("tbody"))
  }

  @Test func aWideTableIsReachedByKeyboard() {
    let words = String(repeating: "word ", count: 9)
    #expect(
      fragment("|\(words)|\n|-|\n").contains("<div class=\"table\" tabindex=\"0\" role=\"group\""))
  }

  @Test func onlyATableOfManyLongWordsBreaksThemOnPaper() {
    func table(_ cell: String) -> String {
      fragment(
        "|" + String(repeating: cell + "|", count: 9) + "\n" + String(repeating: "|-", count: 9)
          + "|\n")
    }
    #expect(table("Training accuracy").contains("<div class=\"table wide\" "))
    #expect(table("`gradient_descent_with_momentum`").contains("<div class=\"table wide\" "))
    #expect(table("Backpropagation").contains("<div class=\"table wide crowded\" "))
  }

  @Test func notesAreNumberedAsTheyAreReferredTo() {
    #expect(
      fragment("a[^b] c[^d] e[^b]\n\n[^d]: *f*\n[^b]: g\n\n    > h\n") == """
        <p>a<sup class="note"><a href="#:note-1" id=":note-1-ref" role="doc-noteref" \
        aria-label="Note 1">1</a></sup> \
        c<sup class="note"><a href="#:note-2" id=":note-2-ref" role="doc-noteref" \
        aria-label="Note 2">2</a></sup> \
        e<sup class="note"><a href="#:note-1" id=":note-1-ref-2" role="doc-noteref" \
        aria-label="Note 1">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="Notes">
        <ol>
        <li id=":note-1">
        <p>g</p>
        <blockquote>
        <p>h</p>
        </blockquote>
        <p><a class="back" href="#:note-1-ref" role="doc-backlink" \
        aria-label="Back to reference 1.1">\u{21A9}\u{FE0E}<sup>1</sup></a> \
        <a class="back" href="#:note-1-ref-2" role="doc-backlink" \
        aria-label="Back to reference 1.2">\u{21A9}\u{FE0E}<sup>2</sup></a></p>
        </li>
        <li id=":note-2">
        <p><em>f</em> <a class="back" href="#:note-2-ref" role="doc-backlink" \
        aria-label="Back to reference 2">\u{21A9}\u{FE0E}</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func aNoteThatOnlyANoteRefersToFollowsIt() {
    let html = fragment("a[^1]\n\n[^2]: second\n\n[^1]: first[^2]\n\n[^3]: unused\n")
    #expect(html.contains("<li id=\":note-1\">\n<p>first<sup"))
    #expect(html.contains("<li id=\":note-2\">\n<p>second "))
    #expect(!html.contains("unused"))
  }

  @Test func aNoteWithinANoteIsWrittenToo() {
    let html = fragment("a[^1] b[^2]\n\n[^1]: first\n    [^2]: second\n")
    #expect(html.contains("<li id=\":note-2\">\n<p>second "))
  }

  @Test func withoutReferencesThereIsNoSection() {
    #expect(fragment("a\n\n[^1]: b\n") == "<p>a</p>\n")
  }

  @Test func aReferenceInALinkIsNoLinkOfItsOwn() {
    let html = fragment("[a[^1]](u)\n\n[^1]: b\n")
    #expect(html.hasPrefix("<p><a href=\"u\">a<sup id=\":note-1-ref\">1</sup></a></p>\n"))
  }

  @Test func contentsLeaveReferencesOut() {
    let html = pageHTML("# T\n\n## A[^1]\n\n## B\n\n[^1]: c\n")
    #expect(html.contains("<li><a href=\"#a\">A</a></li>"))
    #expect(html.contains("<section class=\"footnotes\""))
  }
}
