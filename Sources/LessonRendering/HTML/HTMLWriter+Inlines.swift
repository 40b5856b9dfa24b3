import LessonDocument

extension HTMLWriter {
  /// Writes running text.
  public mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): html += HTMLEscaping.escaped(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .code(let code): html += "<code>" + HTMLEscaping.escaped(code) + "</code>"
    case .emphasis(let inlines): write(inlines, in: "em")
    case .strong(let inlines): write(inlines, in: "strong")
    case .link(let inlines, let destination, let title):
      let given = inlines.isBlank ? parts.text(ofEmptyLinkTo: destination) : nil
      html += authored.beginLink()
      html += "<a href=\"" + url(parts.link(destination)) + "\"" + attribute(title: title)
      html += isAddress(inlines, of: destination) ? " class=\"bare\">" : ">"
      linkDepth += 1
      contained { $0.write(given.map { [.text($0)] } ?? inlines) }
      linkDepth -= 1
      html += "</a>"
    case .image(let alternative, let source, let title):
      html += "<img src=\"" + imageURL(source) + "\" alt=\""
      html +=
        HTMLEscaping.escaped(alternative.plainText { parts.valueText($0) }) + "\""
        + attribute(title: title) + " />"
    case .math(let math): writeLeaf(parts.math(math, isInLink: linkDepth > 0))
    case .footnoteReference(let reference): writeReference(reference)
    case .value(let index): html += parts.value(index)
    case .html(let raw): writeRaw(raw)
    }
  }

  private mutating func write(_ inlines: [Inline], in tag: String) {
    html += "<\(tag)>"
    contained { $0.write(inlines) }
    html += "</\(tag)>"
  }

  /// Whether a link shows its own address, on a page that marks such.
  private func isAddress(_ inlines: [Inline], of destination: String) -> Bool {
    guard parts.marksAddresses, inlines.count == 1, case .text(let text) = inlines[0] else {
      return false
    }
    return text == destination
  }

  private func attribute(title: String) -> String {
    title.isEmpty ? "" : " title=\"" + HTMLEscaping.escaped(title) + "\""
  }
}

extension [Inline] {
  /// Whether nothing is in it but space.
  fileprivate var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }
}
