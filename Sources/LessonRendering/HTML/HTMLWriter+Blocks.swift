import LessonDocument

extension HTMLWriter {
  /// `isTight` says that paragraphs stand in a list whose items are not spaced.
  mutating func write(_ blocks: [Block], isTight: Bool) {
    for block in blocks { write(block, isTight: isTight) }
  }

  /// Writes what is wrong with the block above.
  mutating func write(problems: [String]) {
    for problem in problems {
      beginLine()
      html += authored.beginBlock()
      writeLeaf(CellHTML.failure(problem), isBlock: true)
      beginLine()
    }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    if case .paragraph(let inlines) = block.kind, isTight {
      return write(inlines)
    }
    beginLine()
    switch block.kind {
    case .html, .footnote: break
    default: html += authored.beginBlock()
    }
    switch block.kind {
    case .heading(let level, let inlines): writeHeading(level, inlines)
    case .paragraph(let inlines): writeParagraph(inlines)
    case .quote(let blocks): writeQuote(blocks)
    case .list(let list): writeList(list)
    case .code(let info, let text): writeCode(text, info: info)
    case .math(let math):
      html += "<p>"
      writeLeaf(parts.math(math, isInLink: linkDepth > 0))
      html += "</p>\n"
    case .cell(let index):
      writeLeaf(parts.cell(index), isBlock: true)
      beginLine()
    case .html(let raw):
      writeRaw(raw)
      beginLine()
    case .table(let table): writeTable(table)
    case .footnote(let note): notes.add(note)
    case .thematicBreak: html += "<hr />\n"
    }
  }

  /// One that holds blocks, as an author's HTML may, is no paragraph to a browser.
  private mutating func writeParagraph(_ inlines: [Inline]) {
    let holdsBlocks = self.holdsBlocks(inlines)
    html += holdsBlocks ? "<div class=\"paragraph\">" : "<p>"
    contained { $0.write(inlines) }
    html += holdsBlocks ? "</div>\n" : "</p>\n"
  }

  func holdsBlocks(_ inlines: [Inline]) -> Bool {
    !allowsRawHTML && inlines.withDescendants.contains(where: \.isBlockTag)
  }

  private mutating func writeHeading(_ level: Int, _ inlines: [Inline]) {
    let anchor = parts.anchor(level: level, text: inlines.plainText)
    let id = anchor.map { " id=\"" + HTMLEscaping.escaped($0.id) + "\"" } ?? ""
    html += "<h\(level)\(id)>"
    contained { $0.write(inlines) }
    writeLeaf(anchor?.suffix ?? "")
    html += "</h\(level)>\n"
  }

  private mutating func writeList(_ list: Block.List) {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    html += "<\(tag)\(start)>\n"
    for item in list.items {
      beginLine()
      html += "<li>"
      contained { $0.write(item, isTight: list.isTight) }
      html += "</li>\n"
    }
    html += "</\(tag)>\n"
  }

  private mutating func writeCode(_ text: String, info: String) {
    if let highlighted = parts.code(text, info: info) {
      writeLeaf(highlighted, isBlock: true)
      return beginLine()
    }
    let language = info.prefix { !$0.isWhitespace }
    let name =
      language.isEmpty ? "" : " class=\"language-\(HTMLEscaping.escaped(String(language)))\""
    writeLeaf(
      "<pre><code\(name)>" + HTMLEscaping.escaped(text) + "</code></pre>\n", isBlock: true)
  }
}

extension Inline {
  /// Whether it is a tag that a paragraph cannot hold.
  fileprivate var isBlockTag: Bool {
    guard case .html(let raw) = self, let tag = RawHTMLTokens(raw.utf8).tokens.first else {
      return false
    }
    return tag.kind == .startTag && ElementPolicy.blocks.contains(tag.name)
  }
}
