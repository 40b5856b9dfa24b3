import LessonDocument
import LessonRendering
import SourceText

/// A text as the writer's HTML, with what was found in it.
func sanitised(_ markdown: String) -> (html: String, findings: RawHTMLFindings) {
  let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: markdown))
  var writer = HTMLWriter(parts: PlainHTMLParts())
  writer.write(lesson.blocks)
  writer.writeFootnotes()
  let html = writer.take()
  return (html, writer.findings)
}

/// HTML put through the writer as one piece of an author's.
func writtenOnceMore(_ html: String) -> (html: String, diagnostics: [Diagnostic]) {
  let source = SourceFile(path: "page.html", text: html)
  var writer = HTMLWriter(parts: PlainHTMLParts())
  writer.write([Block(.html(SourceFragment(source)), Span(0, source.utf8.count))])
  let again = writer.take()
  return (again, writer.findings.diagnostics)
}

/// What changes when HTML is put through the writer, and what is said of it.
func changeOnceMore(_ html: String) -> String? {
  let (again, diagnostics) = writtenOnceMore(html)
  if again.trimmed == html.trimmed, diagnostics.isEmpty { return nil }
  return "\(html)\nbecame\n\(again)\nwith \(messages(diagnostics))"
}

/// Problems as `line:column message`.
func messages(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.sorted().map { problem in
    guard case .text(let place) = problem.location else { return problem.message }
    return "\(place.start) \(problem.message)"
  }
}

extension String {
  /// Line endings more than one after another, and such at the end, make no difference on a page.
  var withoutBlankLines: String {
    split(separator: "\n").joined(separator: "\n")
  }

  fileprivate var trimmed: Substring {
    let end = lastIndex { !$0.isWhitespace }
    return end.map { self[...$0].drop(while: \.isWhitespace) } ?? ""
  }
}

/// A tag of written HTML.
struct WrittenTag {
  var name: String
  var isEnd: Bool
  var attributes: [(name: String, value: String)] = []

  /// The tags of HTML that is written as the writer does it: attributes in double quotation marks.
  static func all(in html: String) -> [WrittenTag] {
    html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { piece in
      let isEnd = piece.hasPrefix("/")
      var rest = isEnd ? piece.dropFirst() : piece
      let name = rest.prefix { $0.isLetter || $0.isNumber }
      rest = rest.dropFirst(name.count)
      var tag = WrittenTag(name: String(name), isEnd: isEnd)
      while rest.first == " ", let equals = rest.firstIndex(of: "="),
        rest[equals...].hasPrefix("=\"")
      {
        let value = rest[equals...].dropFirst(2).prefix { $0 != "\"" }
        tag.attributes.append((String(rest[..<equals].dropFirst()), String(value)))
        rest = rest[value.endIndex...].dropFirst()
      }
      if !rest.hasPrefix(">") && !rest.hasPrefix(" />") { tag.name = "?" + piece }
      return tag
    }
  }

  private static let void: Set<String> = ["br", "hr", "img", "wbr", "col"]

  /// The first tag that closes another than the one opened last, if there is one.
  static func firstUnbalanced(in html: String) -> String? {
    var open: [String] = []
    for tag in all(in: html) where !void.contains(tag.name) {
      if !tag.isEnd {
        open.append(tag.name)
      } else if open.popLast() != tag.name {
        return tag.name
      }
    }
    return open.last
  }
}
