import LessonDocument

/// The list of all lessons.
public struct IndexPage: Sendable {
  let site: Site

  /// The index of a site.
  public init(_ site: Site) { self.site = site }

  /// The page for browsers.
  public var html: String { PageScope(site: site, path: "index", title: site.title).html() }

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
