import LessonDocument
import SourceText
import Testing

@testable import LessonRendering

@Suite struct ThemeTests {
  private static let hostile = "<script>\"it's\" & {{more}}</script>"

  private static func theme(_ page: String) -> Theme {
    let source = SourceFile(path: "page.mustache", text: page)
    return Theme(templates: [("page", source)], files: [])
  }

  /// The second of three lessons, with everything that a page can have, in a theme.
  private func page(
    _ template: String, title: String = "Second", isIndex: Bool = false
  ) -> String {
    var entries = ["a/first", "a/second", "a/third", "b/fourth"].map {
      SiteEntry(path: $0, title: title)
    }
    for index in entries.indices {
      entries[index].description = title
      entries[index].tags = [title]
      entries[index].date = "2024"
    }
    var site = Site(title: title, lessons: entries)
    site.theme = Self.theme(template)
    #expect(site.theme.diagnostics.isEmpty)
    if isIndex { return IndexPage(site).html }
    let text = """
      ---
      title: '\(title.replacing("'", with: "''"))'
      description: '\(title.replacing("'", with: "''"))'
      author: '\(title.replacing("'", with: "''"))'
      ---

      ## One

      ## Two
      """
    return LessonPage(evaluated(text), path: "a/second", in: site)
      .html(typesetter: sharedTypesetter).text
  }

  /// A template that shows a value by whatever its kind is, between brackets.
  private func showing(_ name: String, _ kind: TemplateValueKind) -> String {
    switch kind {
    case .text, .html: "[{{\(name)}}]\n"
    case .flag: "[{{#\(name)}}yes{{/\(name)}}]\n"
    case .group, .list: "[{{#\(name)}}one{{/\(name)}}]\n"
    }
  }

  @Test(arguments: PageKey.allCases)
  func `every value that is listed shows on a page`(key: PageKey) {
    // Those that are not on the page of this lesson.
    let isIndex = key == .isIndex
    if key == .metadata { return }
    #expect(page(showing(key.rawValue, key.kind), isIndex: isIndex) != "[]\n", "\(key.rawValue)")
  }

  @Test(arguments: EntryKey.allCases)
  func `every value of a lesson that is listed shows`(key: EntryKey) {
    let template = "{{#lessons}}" + showing(key.rawValue, key.kind) + "{{/lessons}}\n"
    #expect(page(template).contains(/\[.+\]/), "\(key.rawValue)")
  }

  @Test(arguments: SectionKey.allCases)
  func `every value of a section that is listed shows`(key: SectionKey) {
    let template = "{{#sections}}" + showing(key.rawValue, key.kind) + "{{/sections}}\n"
    #expect(page(template).contains(/\[.+\]/), "\(key.rawValue)")
  }

  @Test func `no other value is known`() {
    let site = Site(title: "", lessons: [])
    let scope = PageScope(site: site, path: "a", title: "")
    for name in ["path", "site", "Title", "value", "elements", "html", "", "lesson", "{{"] {
      #expect(scope.child(named: name) == nil)
      #expect(PageKey(rawValue: name) == nil)
    }
  }

  @Test func `the guide lists every value`() {
    for name in PageKey.allCases.map(\.rawValue) + EntryKey.allCases.map(\.rawValue) {
      #expect(ThemeGuide.text.contains("\n  \(name) "), "\(name)")
    }
    for template in TemplateName.allCases {
      #expect(ThemeGuide.text.contains("  \(template.rawValue).mustache"))
    }
  }

  @Test func `a value of the page takes no place in a lesson without it`() {
    var site = Site(title: "S", lessons: [SiteEntry(path: "a", title: "A")])
    site.theme = Self.theme("{{#lessons}}[{{description}}]{{/lessons}}{{description}}\n")
    let lesson = evaluated("---\ntitle: A\ndescription: of the page\n---\n")
    let html = LessonPage(lesson, path: "a", in: site).html(typesetter: sharedTypesetter).text
    #expect(html == "[]of the page\n")
  }

  // MARK: Escaping

  @Test(arguments: ["{{%@}}", "{{{%@}}}", "{{&%@}}", "<p title='{{%@}}'>", "<p title=\"{{%@}}\">"])
  func `no text comes in without being escaped`(form: String) {
    let texts = PageKey.allCases.filter { if case .text = $0.kind { true } else { false } }
    for key in texts.map(\.rawValue) + ["next.title", "next.description", "previous.tags"] {
      let html = page(form.replacing("%@", with: key) + "\n", title: Self.hostile)
      #expect(!html.contains("<script"), "\(key)")
      #expect(html.count { $0 == "'" } == form.count { $0 == "'" }, "\(key)")
      #expect(html.count { $0 == "\"" } == form.count { $0 == "\"" }, "\(key)")
    }
  }

  @Test func `no text of a site or lesson becomes a tag in any of its pages`() {
    for isIndex in [false, true] {
      let html = page(TemplateName.page.standardText, title: Self.hostile, isIndex: isIndex)
      #expect(html.count(of: "<script") == html.count(of: "<script src="))
      #expect(html.contains("&lt;script&gt;&quot;it&#39;s&quot; &amp; {{more}}&lt;/script&gt;"))
    }
  }

  @Test func `a value is not read as a template`() {
    #expect(page("{{title}}\n", title: "{{byline}}") == "{{byline}}\n")
  }

  // MARK: Files

  @Test func `style sheets of a theme take the place of the usual one or follow it`() {
    func sheets(_ names: String...) -> [String] {
      Theme(templates: [], files: names.map { (path: $0, bytes: []) }).styleSheets
    }
    #expect(sheets() == ["assets/style.css"])
    #expect(sheets("extra.css") == ["assets/style.css", "assets/theme/extra.css"])
    #expect(sheets("style.css") == ["assets/theme/style.css"])
    #expect(
      sheets("extra.css", "fonts/a.woff2", "style.css")
        == ["assets/theme/style.css", "assets/theme/extra.css"])
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
