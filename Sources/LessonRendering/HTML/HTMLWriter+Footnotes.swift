import LessonDocument

extension HTMLWriter {
  /// Writes the notes that the text so far refers to, below it.
  ///
  /// Each ends with links back to where it is referred to. A note may refer to a note before it, so
  /// these are known only when all are written.
  public mutating func writeFootnotes() {
    guard notes.count > 0 else { return }
    beginLine()
    let text = html
    var items: [(number: Int, html: String, isOpen: Bool)] = []
    var number = 1
    while number <= notes.count {
      if let note = notes.note(number) {
        html = ""
        var isOpen = false
        contained { isOpen = $0.writeContent(of: note) }
        items.append((number, html, isOpen))
      }
      number += 1
    }
    html = text + "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n"
    for item in items {
      let links = backLinks(of: item.number)
      html += "<li id=\"\(FootnoteNumbers.identifier(of: item.number))\">\n" + item.html
      html += item.isOpen ? " \(links)</p>\n" : "<p>\(links)</p>\n"
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }

  /// A reference: a raised number that leads to the note.
  mutating func writeReference(_ reference: FootnoteReference) {
    let reference = notes.refer(to: reference.label)
    guard linkDepth == 0 else {
      html += "<sup id=\"\(reference.identifier)\">\(reference.number)</sup>"
      return
    }
    html +=
      "<sup class=\"note\"><a href=\"#\(reference.noteIdentifier)\" id=\"\(reference.identifier)\""
      + " role=\"doc-noteref\" aria-label=\"Note \(reference.number)\">\(reference.number)</a></sup>"
  }

  /// The blocks of a note. A paragraph at its end stays open for the links back.
  private mutating func writeContent(of note: Footnote) -> Bool {
    guard case .paragraph(let inlines)? = note.blocks.last?.kind, !holdsBlocks(inlines) else {
      write(note.blocks)
      beginLine()
      return false
    }
    write(note.blocks.dropLast())
    beginLine()
    html += "<p>"
    contained { $0.write(inlines) }
    return true
  }

  private func backLinks(of number: Int) -> String {
    let references = notes.references(to: number)
    return references.map { reference in
      let ordinal = references.count > 1 ? "<sup>\(reference.ordinal)</sup>" : ""
      let label = "Back to reference \(number)" + (ordinal.isEmpty ? "" : ".\(reference.ordinal)")
      return "<a class=\"back\" href=\"#\(reference.identifier)\" role=\"doc-backlink\""
        + " aria-label=\"\(label)\">\u{21A9}\u{FE0E}\(ordinal)</a>"
    }.joined(separator: " ")
  }
}
