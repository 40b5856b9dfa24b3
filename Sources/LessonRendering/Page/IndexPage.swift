import LessonDocument

/// The list of all lessons.
public struct IndexPage: Sendable {
  let site: Site
  private let search: SearchIndex?

  /// The index of a site; what is searched there is only for pages that hold everything themselves.
  public init(_ site: Site, search: SearchIndex? = nil) {
    self.site = site
    self.search = search
  }

  /// The page for browsers.
  public var html: String {
    var page = PageScope(site: site, path: "index", title: site.title)
    if site.embedding != nil, let search {
      let words = SiteAsset(path: SiteAssets.searchIndex, source: .bytes(search.script))
      page.scripts = [words] + SiteAssets.scripts
    }
    page.metadata = PageMetadata(site: site, path: "index", title: site.title).html
    return page.html()
  }

  /// The page as Markdown.
  public var markdown: String {
    var text = "# \(MarkdownText.escaped(site.title))\n\n"
    for section in IndexSection.all(of: site) {
      if section.start > 1 { text += "\n" }
      if let heading = section.heading { text += "## \(MarkdownText.escaped(heading))\n\n" }
      for (index, entry) in section.lessons.enumerated() {
        text += "\(section.start + index). \(markdown(entry))\n"
      }
    }
    return text
  }

  private func markdown(_ entry: SiteEntry) -> String {
    var text = "[\(MarkdownText.escaped(entry.title))](\(Address.encoded(entry.path) + ".md"))"
    if let description = entry.description { text += " — \(MarkdownText.escaped(description))" }
    return text + " (\(MarkdownText.escaped(entry.facts)))"
  }
}
