import LessonDocument
import SourceText
import Typesetting

/// The body of a lesson as HTML.
struct BlockHTML {
  let lesson: EvaluatedLesson
  let destination: Destination
  var formulas: FormulaSetting
  var anchors: HeadingAnchors
  private let numbers: [Int?]

  init(lesson: EvaluatedLesson, destination: Destination, typesetter: Typesetter) {
    self.lesson = lesson
    self.destination = destination
    self.formulas = FormulaSetting(source: lesson.lesson.source, typesetter: typesetter)
    self.anchors = HeadingAnchors(reserved: lesson.lesson.cells.compactMap(\.options.label))
    self.numbers = lesson.promptNumbers
  }

  mutating func html(of blocks: [Block]) -> String {
    var html = ""
    for block in blocks {
      let part = self.html(of: block)
      if !part.isEmpty { html += part + "\n" }
    }
    return html
  }

  private mutating func html(of block: Block) -> String {
    switch block.kind {
    case .heading(let level, let content):
      let identifier = anchors.add(level: level, content)
      return """
        <h\(level) id="\(identifier)">\(html(of: content))\
        <a class="anchor" href="#\(identifier)" aria-label="Link to this section">#</a></h\(level)>
        """
    case .paragraph(let content): return "<p>\(html(of: content))</p>"
    case .quote(let blocks): return "<blockquote>\n\(html(of: blocks))</blockquote>"
    case .list(let list): return html(of: list)
    case .code(_, let text): return "<pre class=\"code\"><code>\(HTML.escaped(text))</code></pre>"
    case .math(let math): return "<div class=\"math\">\(formulas.html(of: math))</div>"
    case .cell(let index): return cellHTML(index)
    case .html(let text): return "<p>\(HTML.escaped(text))</p>"
    case .thematicBreak: return "<hr>"
    }
  }

  private func cellHTML(_ index: Int) -> String {
    guard lesson.cells.indices.contains(index), lesson.lesson.cells.indices.contains(index) else {
      return ""
    }
    return CellHTML(
      cell: lesson.lesson.cells[index], evaluated: lesson.cells[index], number: numbers[index]
    ).html
  }

  private mutating func html(of list: Block.List) -> String {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    var html = "<\(tag)\(start)>\n"
    for item in list.items {
      html += "<li>"
      for block in item {
        if list.isTight, case .paragraph(let content) = block.kind {
          html += self.html(of: content)
        } else {
          html += "\n" + self.html(of: block)
        }
      }
      html += "</li>\n"
    }
    return html + "</\(tag)>"
  }

  mutating func html(of content: [Inline]) -> String {
    var html = ""
    for inline in content { html += self.html(of: inline) }
    return html
  }

  private mutating func html(of inline: Inline) -> String {
    switch inline {
    case .text(let text): return HTML.escaped(text)
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .code(let text): return "<code>\(HTML.escaped(text))</code>"
    case .emphasis(let content): return "<em>\(html(of: content))</em>"
    case .strong(let content): return "<strong>\(html(of: content))</strong>"
    case .link(let content, let target, let title):
      let title = title.isEmpty ? "" : " title=\"\(HTML.escaped(title))\""
      let address = destination.address(of: target, in: .html)
      let href = address.map { " href=\"\(HTML.escaped($0))\"" } ?? ""
      return "<a\(href)\(title)>\(html(of: content))</a>"
    case .image(let alternative, let source, let title):
      let title = title.isEmpty ? "" : " title=\"\(HTML.escaped(title))\""
      let address = destination.address(of: source, in: .html) ?? ""
      let text = HTML.escaped(alternative.plainText)
      return "<img src=\"\(HTML.escaped(address))\" alt=\"\(text)\"\(title)>"
    case .math(let math): return formulas.html(of: math)
    case .html(let text): return HTML.escaped(text)
    }
  }
}

extension EvaluatedLesson {
  /// For each cell its place among those that are run, from 1; `nil` for one with `eval: false`.
  var promptNumbers: [Int?] {
    var count = 0
    return lesson.cells.map { cell in
      guard cell.options.eval else { return nil }
      count += 1
      return count
    }
  }
}
