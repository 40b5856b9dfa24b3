import LessonDocument
import Testing
import Typesetting

@testable import LessonRendering

@Suite struct SiteTests {
  private let site = Site(
    title: "All & sundry",
    lessons: [
      SiteEntry(path: "b", title: "B"),
      SiteEntry(path: "a b/ü", title: "A [1]", description: "First < second.", order: 2),
      SiteEntry(path: "z", title: "Z", order: -1),
    ])

  @Test func `lessons stand in their order, those without one after, and folders together`() {
    #expect(site.lessons.map(\.path) == ["z", "b", "a b/ü"])
    let entries = [
      SiteEntry(path: "b/1", title: "", order: 1), SiteEntry(path: "a/1", title: "", order: 1),
      SiteEntry(path: "b/2", title: "", order: 2), SiteEntry(path: "a/2", title: "", order: 2),
      SiteEntry(path: "last", title: ""),
    ]
    let site = Site(title: "", lessons: entries)
    #expect(site.lessons.map(\.path) == ["a/1", "a/2", "b/1", "b/2", "last"])
    #expect(IndexSection.all(of: site).map(\.heading) == ["A", "B", "Further lessons"])
    #expect(IndexSection.all(of: site).map(\.start) == [1, 3, 5])
  }

  @Test func `an order that is given for all folders wins`() {
    var entries = ["a", "x/c", "b"].map { SiteEntry(path: $0, title: "") }
    for index in entries.indices { entries[index].rank = index }
    #expect(Site(title: "", lessons: entries).lessons.map(\.path) == ["a", "x/c", "b"])
  }

  @Test(arguments: [
    ("basics", "Basics"), ("02-linear_algebra", "Linear algebra"), ("3d", "D"), ("42", "42"),
    ("1. first/über", "First › Über"),
  ])
  func `a folder is called what its name says`(path: String, title: String) {
    #expect(IndexSection.title(ofFolder: path) == title)
  }

  @Test func `the index lists them in HTML`() {
    let html = IndexPage(site).html
    #expect(html.contains("<title>All &amp; sundry</title>"))
    #expect(
      html.contains(
        #"<li><a href="a%20b/%C3%BC.html">A [1]</a><p>First &lt; second.</p><p class="facts">1 min</p>"#
      ))
    #expect(html.contains(#"href="assets/style.css""#))
  }

  @Test func `the index lists them in Markdown`() {
    #expect(
      IndexPage(site).markdown == """
        # All \\& sundry

        1. [Z](z.md) (1 min)
        2. [B](b.md) (1 min)

        ## A b

        3. [A \\[1\\]](a%20b/%C3%BC.md) — First \\< second. (1 min)

        """)
  }

  @Test(arguments: [
    ("a", "b", "b"), ("a/b", "a/c", "c"), ("a/b", "c", "../c"), ("a/b/c", "a/d/e", "../d/e"),
    ("a", "b/c", "b/c"), ("a/b", "a", "../a"),
  ])
  func `a way leads from one page's folder to another page`(from: String, to: String, way: String) {
    #expect(PagePath.relative(from: from, to: to) == way)
    #expect(PagePath.resolve(way, from: from) == to)
  }

  @Test func `a way above the output folder leads to no page`() {
    #expect(PagePath.resolve("../../x", from: "a/b") == nil)
  }

  @Test func `addresses are decoded as they were encoded`() {
    #expect(Address.encoded("a b/ü?#%") == "a%20b/%C3%BC%3F%23%25")
    #expect(Address.decoded(Address.encoded("a b/ü?#%")) == "a b/ü?#%")
    #expect(Address.decoded("100%") == "100%")
  }

  @Test func `the style sheets' fonts are all among the assets`() throws {
    let assets = SiteAssets.all(katex: sharedTypesetter.style)
    let paths = Set(assets.map(\.path))
    #expect(paths.isSuperset(of: ["assets/style.css", "assets/katex/katex.css"]))
    let sheet = try #require(assets.first { $0.path == "assets/katex/katex.css" })
    guard case .bytes(let bytes) = sheet.source else {
      Issue.record("the sheet is not given as bytes")
      return
    }
    let addresses = String(decoding: bytes, as: UTF8.self).components(of: "url(").dropFirst()
    #expect(addresses.count > 10)
    for address in addresses {
      #expect(paths.contains("assets/katex/" + address.prefix { $0 != ")" }))
    }
  }
}
