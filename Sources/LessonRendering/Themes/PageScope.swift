import LessonDocument

/// The values of a page as its templates take them.
struct PageScope: TemplateScope {
  let site: Site
  /// Below the output folder, without ending.
  let path: String
  let title: String
  var description: String?
  var usesMath = false
  /// HTML for the head, after the description.
  var metadata = ""
  /// What the page runs, in this order; it reads well without.
  var scripts = SiteAssets.scripts

  var heading = ""
  var byline = ""
  var contents = ""
  var body = ""

  /// What `lesson.mustache` or `index.mustache` made.
  private var main = ""
  private var elements = PageElements(sheets: [], scripts: [], top: "")

  init(site: Site, path: String, title: String) {
    self.site = site
    self.path = path
    self.title = title
    // The words of all lessons would be too much for every page to hold.
    if site.embedding != nil { scripts.removeAll { $0.path == SiteAssets.searchScript } }
  }

  /// The whole document.
  func html() -> String {
    var page = self
    page.elements = pageElements
    page.main =
      site.theme.render(isIndex ? .index : .lesson, page) + page.elements.lateScripts
    let html = site.theme.render(.page, page)
    return site.embedding?.withPictures(html, top: top) ?? html
  }

  private var pageElements: PageElements {
    if let embedding = site.embedding {
      return PageElements(
        style: embedding.style(for: heading + contents + body, usesMath: usesMath),
        scripts: scripts, icon: embedding.icon)
    }
    let sheets = usesMath ? [SiteAssets.katexStyleSheet] : []
    return PageElements(sheets: sheets + site.theme.styleSheets, scripts: scripts, top: top)
  }

  func value(of key: PageKey) -> TemplateValue {
    switch key {
    case .title: .text(title)
    case .windowTitle: .text(isIndex ? title : "\(title) · \(site.title)")
    case .siteTitle: .text(site.title)
    case .description: .text(description)
    case .isLesson: .flag(!isIndex)
    case .isIndex: .flag(isIndex)
    case .root: .text(top)
    case .theme: .text(top + Theme.folder + "/")
    case .home: .text(PagePath.relative(from: path, to: "index.html"))
    case .icon: .html(elements.icon)
    case .policy: .html(elements.policy)
    case .language: .text(site.language)
    case .metadata: .html(metadata)
    case .styles: .html(elements.styles)
    case .scripts: .html(elements.scripts)
    case .main: .html(main)
    case .heading: .html(heading)
    case .byline: .text(byline)
    case .contents: .html(contents)
    case .body: .html(body)
    case .hasNeighbours: .flag(neighbours.previous != nil || neighbours.next != nil)
    case .previous: .group(neighbours.previous.map(scope))
    case .next: .group(neighbours.next.map(scope))
    case .search: .html(!hasSearch ? "" : "<div class=\"search\" data-search></div>")
    case .sections:
      .list(IndexSection.all(of: site).map { SectionScope(section: $0, page: path) })
    case .lessons: .list(site.listedLessons.map(scope))
    }
  }

  private var hasSearch: Bool { scripts.contains { $0.path == SiteAssets.searchScript } }

  private var isIndex: Bool { path == "index" }

  private var top: String { PagePath.upward(from: path) }

  private var neighbours: (previous: SiteEntry?, next: SiteEntry?) { site.neighbours(of: path) }

  private func scope(of entry: SiteEntry) -> EntryScope { EntryScope(entry: entry, page: path) }
}

/// The values of a lesson as seen from a page.
struct EntryScope: TemplateScope {
  let entry: SiteEntry
  let page: String

  func value(of key: EntryKey) -> TemplateValue {
    switch key {
    case .title: .text(entry.title)
    case .description: .text(entry.description)
    case .address:
      .text(Address.encoded(PagePath.relative(from: page, to: entry.path)) + ".html")
    case .isCurrent: .flag(entry.path == page)
    case .facts: .text(entry.facts)
    case .minutes: .text("\(entry.minutes)")
    case .tags: .text(entry.tags.joined(separator: ", "))
    case .date: .text(entry.date)
    }
  }
}

/// The values of lessons that stand together as seen from a page.
struct SectionScope: TemplateScope {
  let section: IndexSection
  let page: String

  func value(of key: SectionKey) -> TemplateValue {
    switch key {
    case .heading: .text(section.heading)
    case .start: .text("\(section.start)")
    case .lessons: .list(section.lessons.map { EntryScope(entry: $0, page: page) })
    }
  }
}
