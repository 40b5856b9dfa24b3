/// The headings of a lesson, those of its two highest levels.
struct TableOfContents {
  private let entries: [HeadingAnchors.Entry]
  private let top: Int

  init(_ all: [HeadingAnchors.Entry]) {
    let top = all.map(\.level).min() ?? 1
    self.top = top
    self.entries = all.filter { $0.level <= top + 1 }
  }

  /// Empty when there is nothing to choose from.
  func html(writer: inout BlockHTML) -> String {
    guard entries.count > 1 else { return "" }
    var items = ""
    for entry in entries {
      let classes = entry.level > top ? " class=\"deeper\"" : ""
      let content = writer.html(of: entry.content.withoutLinks)
      items += "<li\(classes)><a href=\"#\(entry.identifier)\">\(content)</a></li>\n"
    }
    return """
      <nav class="contents" aria-label="Contents">
      <ol>
      \(items)</ol>
      </nav>

      """
  }
}
