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
  private(set) var main = ""

  init(site: Site, path: String, title: String) {
    self.site = site
    self.path = path
    self.title = title
  }

  /// The whole document.
  func html() -> String {
    var page = self
    page.main = site.theme.render(isIndex ? .index : .lesson, self)
    return site.theme.render(.page, page)
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
    case .home: .text(PagePath.relative(from: path, to: "index.html"))
    case .icon: .text(top + SiteAssets.icon)
    case .policy: .html(policy)
    case .metadata: .html(metadata)
    case .styles: .html(styleElements)
    case .scripts: .html(scriptElements)
    case .main: .html(main)
    case .heading: .html(heading)
    case .byline: .text(byline)
    case .contents: .html(contents)
    case .body: .html(body)
    case .hasNeighbours: .flag(neighbours.previous != nil || neighbours.next != nil)
    case .previous: .group(neighbours.previous.map(scope))
    case .next: .group(neighbours.next.map(scope))
    case .search: .html(scripts.isEmpty ? "" : "<div class=\"search\" data-search></div>")
    case .sections:
      .list(IndexSection.all(of: site).map { SectionScope(section: $0, page: path) })
    case .lessons: .list(site.listedLessons.map(scope))
    }
  }

  private var isIndex: Bool { path == "index" }

  private var top: String { PagePath.upward(from: path) }

  private var neighbours: (previous: SiteEntry?, next: SiteEntry?) { site.neighbours(of: path) }

  private func scope(of entry: SiteEntry) -> EntryScope { EntryScope(entry: entry, page: path) }

  /// What the page may load, which is only what stands beside it; KaTeX needs `style` attributes.
  private var policy: String {
    "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; "
      + (scripts.isEmpty ? "" : "script-src 'self'; ")
      + "img-src 'self' https: data:; font-src 'self'; base-uri 'none'; form-action 'none'"
  }

  private var styleElements: String {
    let sheets = usesMath ? [SiteAssets.katexStyleSheet] : []
    return (sheets + site.theme.styleSheets).map {
      "<link rel=\"stylesheet\" href=\"\(address($0))\">\n"
    }.joined()
  }

  private var scriptElements: String {
    scripts.map { script in
      let time = script.path == SiteAssets.script ? "" : " defer"
      return "<script src=\"\(address(script.path))\"\(time)></script>\n"
    }.joined()
  }

  private func address(_ asset: String) -> String { HTMLEscaping.escaped(top + asset) }
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
