/// What a site tells search engines, once it has an address: `sitemap.xml` (sitemaps.org), and
/// `robots.txt` (RFC 9309) where the site is all that its host has: elsewhere nobody reads it.
public struct CrawlerFiles {
  private static let sitemap = "sitemap.xml"
  private static let robots = "robots.txt"
  private static let mark = PageMark.text(lesson: "neuronbook.yml")

  /// The names of all that a site may have, in its folder.
  public static let names = [sitemap, robots]

  /// The files of this site with their names, sorted.
  public let files: [(name: String, text: String)]

  /// The files of a site: none for one without an address.
  public init(_ site: Site) {
    guard let address = site.address else {
      files = []
      return
    }
    let sitemap = (Self.sitemap, Self.sitemap(of: site, at: address))
    let robots = "# \(Self.mark)User-agent: *\nAllow: /\nSitemap: \(address.text)\(Self.sitemap)\n"
    files = address.isWholeHost ? [(Self.robots, robots), sitemap] : [sitemap]
  }

  /// The list of all lessons and the lessons, in the order of reading. Of a lesson that has a date it
  /// says when it was changed last.
  private static func sitemap(of site: Site, at address: SiteAddress) -> String {
    let pages = [("index", nil)] + site.listedLessons.map { ($0.path, $0.date) }
    let entries = pages.map { path, date in
      let place = HTMLEscaping.escapedQuoting(address.address(ofPage: path))
      let change = date.flatMap(CalendarDate.init).map { "<lastmod>\($0.text)</lastmod>" } ?? ""
      return "<url><loc>\(place)</loc>\(change)</url>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries.joined())</urlset>
      \(mark)
      """
  }
}
