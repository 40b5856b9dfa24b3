import LessonDocument
import SourceText
import Testing

@Suite struct ReferenceTests {
  @Test(arguments: [
    ("[a](b.md) ![c](d.png)", ["link b.md 1:1-1:10", "image d.png 1:11-1:22 'c'"]),
    ("> - x [a *b*](<c d>\n>   'e') y ![](f)", ["link c d 1:7-2:9", "image f 2:12-2:18"]),
    ("[a] [b] [a][c] [z]\n\n[a]: u\n[c]: v", ["link u 1:1-1:4", "link v 1:9-1:15"]),
    ("<http://a.b> <i> <c@d.e>", ["link http://a.b 1:1-1:13", "link mailto:c@d.e 1:18-1:25"]),
    ("`[a](b)` $[a](b)$ \\[a](b) [a](b)", ["link b 1:27-1:33"]),
    ("[![a](b)](c)", ["link c 1:1-1:13", "image b 1:2-1:9 'a'"]),
    ("\\![a](b\\_&amp;)", ["link b_& 1:3-1:16"]),
    ("a [b](&#106;c) [d](e&ouml;&amp;f)", ["link jc 1:3-1:15", "link eö&f 1:16-1:34"]),
    ("![`{neuron} x`](b)", ["image b 1:1-1:19 '0'"]),
    ("# [a](b)\n\n| [c](d)", ["link b 1:3-1:9", "link d 3:3-3:9"]),
  ])
  func linksAndImagesHaveTheirPlaces(text: String, expected: [String]) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let found = lesson.markdownReferences.map { reference in
      let alternative = reference.alternative.map { " '\($0)'" } ?? ""
      let place = Place(lesson.source, reference.span).range
      return "\(reference.kind) \(reference.destination) \(place)\(alternative)"
    }
    #expect(found == expected)
  }

  /// The scanner meets many that lead nowhere; time stays linear, and places fall back to paragraphs.
  @Test(.timeLimit(.minutes(5)))
  func manyBracketsTakeLinearTime() {
    let text = String(repeating: "[a] [b](c) ", count: 20_000) + "\n\n[b]: d\n"
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    #expect(lesson.markdownReferences.count == 20_000)
  }
}
