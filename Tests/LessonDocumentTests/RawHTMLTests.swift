import LessonDocument
import Testing

@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("a <b>c</b>", ["1:3-1:6", "1:7-1:11"]),
    ("`<b>` \\<b> <b>", ["1:12-1:15"]),
    ("> a\n> é <b\n> c>\n> d", ["2:5-3:5"]),
    ("- a\n  - b $<i>$ <i>\n    c <u>", ["2:13-2:16", "3:7-3:10"]),
    ("a\n\n<div>\nb\n</div>\n\nc", ["3:1-5:7"]),
    ("a <!-- b --> c\n\n<!-- d -->", []),
    ("<!-- a --><p>", ["1:1-1:14"]),
    ("---\ntitle: a\n---\n\n[<b>](u)", ["5:2-5:5"]),
  ])
  func eachPieceIsReportedAtItsPlace(text: String, places: [String]) {
    #expect(problems(text) == places.map { $0 + " raw HTML is shown as text" })
  }
}
