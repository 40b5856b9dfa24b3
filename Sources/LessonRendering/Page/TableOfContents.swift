import LessonDocument

/// The headings of a lesson, those of its two highest levels.
///
/// They stand in a box that is folded, which style sheets open where there is room beside the text.
struct TableOfContents {
  private let entries: [HeadingAnchors.Entry]
  private let top: Int

  init(_ all: some Sequence<HeadingAnchors.Entry>) {
    let all = Array(all)
    let top = all.map(\.level).min() ?? 1
    self.top = top
    self.entries = all.filter { $0.level <= top + 1 }
  }

  /// Empty when there is nothing to choose from.
  func html(parts: PageParts) -> String {
    guard entries.count > 1 else { return "" }
    var items = ""
    for entry in entries {
      let classes = entry.level > top ? " class=\"deeper\"" : ""
      var writer = HTMLWriter(parts: parts)
      writer.linkDepth = 1
      writer.write(entry.content.withoutLinks)
      let address = HTMLEscaping.escapedURL(entry.identifier)
      items += "<li\(classes)><a href=\"#\(address)\">\(writer.take())</a></li>\n"
    }
    return """
      <nav class="contents" aria-label="Contents"><details><summary>Contents</summary>
      <ol>
      \(items)</ol>
      </details></nav>

      """
  }
}

extension [Inline] {
  /// The same text with nothing in it that leads elsewhere.
  fileprivate var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .link(let content, _, _), .image(let content, _, _): content.withoutLinks
      case .emphasis(let content): [.emphasis(content.withoutLinks)]
      case .strong(let content): [.strong(content.withoutLinks)]
      case .html, .footnoteReference: []
      case .text, .softBreak, .lineBreak, .code, .math, .value: [inline]
      }
    }
  }
}
