import LessonDocument

extension HTMLWriter {
  /// `isTight` says that paragraphs stand in a list whose items are not spaced.
  mutating func write(_ blocks: [Block], isTight: Bool) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    if case .paragraph(let inlines) = block.kind, isTight {
      return write(inlines)
    }
    beginLine()
    switch block.kind {
    case .heading(let level, let inlines): writeHeading(level, inlines)
    case .paragraph(let inlines):
      html += "<p>"
      write(inlines)
      html += "</p>\n"
    case .quote(let blocks):
      html += "<blockquote>\n"
      write(blocks)
      beginLine()
      html += "</blockquote>\n"
    case .list(let list): writeList(list)
    case .code(let info, let text): writeCode(text, info: info)
    case .math(let math):
      html += "<p>" + parts.math(math) + "</p>\n"
    case .cell(let index):
      html += parts.cell(index)
      beginLine()
    case .html(let raw): writeRawBlock(raw.text)
    case .table(let table): writeTable(table)
    case .footnote(let note): notes.add(note)
    case .thematicBreak: html += "<hr />\n"
    }
  }

  private mutating func writeHeading(_ level: Int, _ inlines: [Inline]) {
    let anchor = parts.anchor(level: level, text: inlines.plainText)
    let id = anchor.map { " id=\"" + HTMLEscaping.escaped($0.id) + "\"" } ?? ""
    html += "<h\(level)\(id)>"
    write(inlines)
    html += anchor?.suffix ?? ""
    html += "</h\(level)>\n"
  }

  private mutating func writeList(_ list: Block.List) {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    html += "<\(tag)\(start)>\n"
    for item in list.items {
      beginLine()
      html += "<li>"
      write(item, isTight: list.isTight)
      html += "</li>\n"
    }
    html += "</\(tag)>\n"
  }

  private mutating func writeCode(_ text: String, info: String) {
    if let highlighted = parts.code(text, info: info) {
      html += highlighted
      return beginLine()
    }
    let language = info.prefix { !$0.isWhitespace }
    let name =
      language.isEmpty ? "" : " class=\"language-\(HTMLEscaping.escaped(String(language)))\""
    html += "<pre><code\(name)>" + HTMLEscaping.escaped(text) + "</code></pre>\n"
  }

  private mutating func writeRawBlock(_ raw: String) {
    if allowsRawHTML {
      html += raw
      beginLine()
    } else if !HTMLComment.isAll(of: raw) {
      html += "<p>" + HTMLEscaping.escaped(raw) + "</p>\n"
    }
  }
}
