import LessonDocument

/// The list of all lessons.
public struct IndexPage: Sendable {
  let site: Site

  /// The index of a site.
  public init(_ site: Site) { self.site = site }

  /// The page for browsers.
  public var html: String {
    var items = ""
    for entry in site.listedLessons {
      let description = entry.description.map { "<p>\(HTMLEscaping.escaped($0))</p>" } ?? ""
      items += """
        <li><a href="\(Address.encoded(entry.path)).html">\(HTMLEscaping.escaped(entry.title))</a>\
        \(description)</li>

        """
    }
    let shell = PageShell(site: site, path: "index", title: site.title, description: nil)
    return shell.html(
      main: """
        <header class="title"><h1>\(HTMLEscaping.escaped(site.title))</h1></header>
        <ol class="lessons">
        \(items)</ol>

        """, footer: "")
  }

  /// The page as Markdown.
  public var markdown: String {
    var text = "# \(MarkdownText.escaped(site.title))\n\n"
    for (index, entry) in site.listedLessons.enumerated() {
      text += "\(index + 1). [\(MarkdownText.escaped(entry.title))]"
      text += "(\(Address.encoded(entry.path) + ".md"))"
      if let description = entry.description {
        text += " — \(MarkdownText.escaped(description))"
      }
      text += "\n"
    }
    return text
  }
}
