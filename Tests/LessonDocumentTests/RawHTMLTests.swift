import LessonDocument
import SourceText
import Testing

@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("a <b>c</b>", ["1:3-1:6 <b>", "1:7-1:11 </b>"]),
    ("`<b>` \\<b> <b>", ["1:12-1:15 <b>"]),
    ("> a\n> é <b\n> c>\n> d", ["2:5-3:5 <b⏎c>"]),
    ("- a\n  - b $<i>$ <i>\n    c <u>", ["2:13-2:16 <i>", "3:7-3:10 <u>"]),
    ("a\n\n<div>\nb\n</div>\n\nc", ["3:1-5:7 <div>⏎b⏎</div>⏎"]),
    ("> - <div>\n>   $b$\n> \n>   c", ["1:5-2:8 <div>⏎$b$⏎"]),
    ("> <div>\n>\tb\u{0}", ["1:3-2:5 <div>⏎  b\u{FFFD}⏎"]),
    ("a <!-- b --> c", ["1:3-1:13 <!-- b -->"]),
    ("---\ntitle: a\n---\n\n[<b>](u)", ["5:2-5:5 <b>"]),
  ])
  func eachPieceHasItsTextAndPlace(text: String, pieces: [String]) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    let found = lesson.blocks.flatMap(\.html).map { piece in
      var end = piece.utf8.count
      if piece.text.hasSuffix("\n") { end -= 1 }
      let place = piece.place(of: Span(0, end))
      return "\(place.range) \(piece.text.replacing("\n", with: "⏎"))"
    }
    #expect(found == pieces)
  }
}

extension Block {
  fileprivate var html: [SourceFragment] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.html)
    case .quote(let blocks): blocks.flatMap(\.html)
    case .list(let list): list.items.flatMap { $0.flatMap(\.html) }
    case .html(let html): [html]
    default: []
    }
  }
}

extension Inline {
  fileprivate var html: [SourceFragment] {
    switch self {
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _, _),
      .image(let inlines, _, _):
      inlines.flatMap(\.html)
    case .html(let html): [html]
    default: []
    }
  }
}
