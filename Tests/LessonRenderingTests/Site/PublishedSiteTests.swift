import LessonDocument
import Testing

@testable import LessonRendering

@Suite struct PublishedSiteTests {
  private func site(_ address: String?) -> Site {
    var lesson = SiteEntry(path: "a b/ü", title: "A & B")
    lesson.date = "2024-02-29"
    var undated = SiteEntry(path: "c", title: "C")
    undated.date = "in spring"
    var draft = SiteEntry(path: "d", title: "D")
    draft.isListed = false
    var site = Site(title: "All", lessons: [lesson, undated, draft])
    site.address = address.flatMap { SiteAddress($0) }
    return site
  }

  @Test(arguments: [
    ("https://ada.example", "https://ada.example/"),
    ("http://ada.example:8000/x", "http://ada.example:8000/x/"),
    ("HTTPS://Ada.example/%C3%BC/", "https://Ada.example/%C3%BC/"),
  ])
  func `an address is that of a folder`(text: String, address: String) {
    #expect(SiteAddress(text)?.text == address)
  }

  @Test(arguments: [
    "", "ada.example", "/lessons/", "ftp://ada.example/", "https://", "https:///x", "https://:80/",
    "https://ada example/", "https://a/\"", "https://a/?q", "https://a/#f", "https://u@a/",
    "https://a:x/", "https://a:1:2/", "https://ä.example/", "https://a/ü",
  ])
  func `what is no absolute address of a folder is none`(text: String) {
    #expect(SiteAddress(text) == nil)
  }

  @Test(arguments: [
    ("x.png", "https://a/s/b/x.png"), ("../x.png", "https://a/s/x.png"),
    ("../../n/./x.png", "https://a/n/x.png"), ("../../../../x.png", "https://a/x.png"),
  ])
  func `a way from a page leads to an address`(way: String, address: String) {
    #expect(SiteAddress("https://a/s/")?.resolve(way, from: "b/page") == address)
  }

  @Test(arguments: [
    ("2024-02-29", true), ("2000-02-29", true), ("1900-02-29", false), ("2023-02-29", false),
    ("2024-13-01", false), ("2024-04-31", false), ("2024-1-01", false), ("24-01-01", false),
    ("2024-00-10", false), ("2024-01-00", false), ("+024-01-01", false), ("spring", false),
    ("2024-01-01 ", false), ("", false),
  ])
  func `a date is one that the calendar has`(text: String, isDate: Bool) {
    #expect((CalendarDate(text) != nil) == isDate)
  }

  @Test func `a sitemap has the pages that are listed, and dates that are dates`() throws {
    let files = CrawlerFiles(site("https://ada.example/x")).files
    #expect(files.map(\.name) == ["sitemap.xml"])
    #expect(
      files.first?.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://ada.example/x/</loc></url>
        <url><loc>https://ada.example/x/c.html</loc></url>
        <url><loc>https://ada.example/x/a%20b/%C3%BC.html</loc><lastmod>2024-02-29</lastmod></url>
        </urlset>
        <!-- Made by neuronbook from neuronbook.yml: change that, not this. -->

        """)
  }

  @Test func `robots are told at the top of a host alone`() {
    let files = CrawlerFiles(site("https://ada.example")).files
    #expect(files.map(\.name) == ["robots.txt", "sitemap.xml"])
    #expect(files[0].text.hasSuffix("Sitemap: https://ada.example/sitemap.xml\n"))
    #expect(CrawlerFiles(site(nil)).files.isEmpty)
  }

  private func head(_ markdown: String, _ address: String?) -> String {
    var site = site(address)
    site.image = .address("https://b.example/card.png")
    var page = LessonPage(evaluated(markdown), path: "c", in: site, lessonFolder: "../in")
    page.imageCopy = {
      $0 == "gone.png" ? nil : "assets/images/\($0.split(separator: "/").last ?? "")"
    }
    let html = page.html(typesetter: sharedTypesetter).text
    return html.components(of: "</head>").first.map(String.init) ?? ""
  }

  @Test func `without an address a page has no card`() {
    let head = head("---\ntitle: C\nauthor: A & B\ndate: 2024\ntags: [x, y]\n---\n", nil)
    #expect(head.contains(#"<meta name="author" content="A &amp; B">"#))
    #expect(head.contains(#"<meta name="date" content="2024">"#))
    #expect(head.contains(#"<meta name="keywords" content="x, y">"#))
    #expect(!head.contains("og:") && !head.contains("canonical") && !head.contains("twitter"))
  }

  @Test func `a page has the card of its first picture`() {
    let text = "---\ntitle: \"A < \\\"B\\\"\"\ndate: 2024-05-01\n---\n"
    let head = head(
      text + "![g](g.svg) ![gone](gone.png) ![far](https://x/y.png) ![a net](img/n.PNG)",
      "https://a/s/")
    for element in [
      #"<link rel="canonical" href="https://a/s/c.html">"#,
      #"<meta property="og:type" content="article">"#,
      #"<meta property="og:title" content="A &lt; &quot;B&quot;">"#,
      #"<meta property="og:url" content="https://a/s/c.html">"#,
      #"<meta property="og:image" content="https://a/s/assets/images/n.PNG">"#,
      #"<meta property="og:image:alt" content="a net">"#,
      #"<meta property="article:published_time" content="2024-05-01">"#,
      #"<meta name="twitter:card" content="summary_large_image">"#,
    ] {
      #expect(head.contains(element), "\(element)")
    }
    #expect(self.head("# C", "https://a/s/").contains(#"content="https://b.example/card.png">"#))
  }

  @Test func `search engines pass drafts over`() {
    let head = head("---\ntitle: D\ndraft: true\n---\n", "https://a/s/")
    #expect(head.contains(#"<meta name="robots" content="noindex">"#))
    #expect(!head.contains("canonical"))
  }
}
