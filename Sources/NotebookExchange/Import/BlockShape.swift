import LessonDocument

/// What a stretch of Markdown was read as, without places: two texts of one shape say the same.
struct BlockShape {
  private(set) var text = ""

  init(_ blocks: [Block]) {
    add(blocks)
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block.kind {
    case .heading(let level, let inlines): group("h\(level)") { $0.add(inlines) }
    case .paragraph(let inlines): group("p") { $0.add(inlines) }
    case .quote(let children): group("q") { $0.add(children) }
    case .list(let list):
      group("l\(list.start.map { "\($0)" } ?? "")\(list.isTight)") { shape in
        for item in list.items { shape.group("i") { $0.add(item) } }
      }
    case .code(let info, let text): group("c" + info) { $0.text += text }
    case .math(let math): text += "$" + math.tex
    case .cell: text += "cell"
    case .html(let html): group("x") { $0.text += html.text }
    case .table(let table):
      group("t") { shape in
        for row in [table.header] + table.rows {
          for cell in row.cells { shape.group("d") { $0.add(cell.content) } }
        }
      }
    case .footnote(let note): group("f" + note.label) { $0.add(note.blocks) }
    case .thematicBreak: text += "-"
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .emphasis(let inner): group("e") { $0.add(inner) }
    case .strong(let inner): group("s") { $0.add(inner) }
    case .link(let inner, let destination, let title):
      group("a\(destination) \(title)") { $0.add(inner) }
    case .image(let inner, let source, let title): group("i\(source) \(title)") { $0.add(inner) }
    case .code(let code): group("c") { $0.text += code }
    case .math(let math): group("m") { $0.text += math.tex }
    case .footnoteReference: text += "^"
    case .value: text += "v"
    case .html(let html): group("x") { $0.text += html.text }
    default: text += [inline].plainText
    }
  }

  /// Control characters part what no text can run into.
  private mutating func group(_ name: String, _ body: (inout BlockShape) -> Void) {
    text += "\u{1}\(name)\u{2}"
    body(&self)
    text += "\u{3}"
  }
}
