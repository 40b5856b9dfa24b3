import LessonDocument

/// What a page tells machines of itself, as elements for its head: those that search engines read, and,
/// where the site has an address, those by which others show a link to it as a card (the Open Graph
/// protocol, ogp.me, and `twitter:card`).
struct PageMetadata {
  let site: Site
  /// Below the output folder, without ending.
  let path: String
  let title: String
  var description: String?
  var author: String?
  var date: String?
  var tags: [String] = []
  /// An image of the page, seen from it, and what it shows.
  var image: (address: String, alternative: String)?
  /// Whether search engines should pass the page over.
  var isHidden = false

  var html: String {
    var html = ""
    func add(_ name: String, _ content: String?, _ attribute: String = "name") {
      guard let content, !content.isEmpty else { return }
      html += "<meta \(attribute)=\"\(name)\" content=\"\(HTMLEscaping.escaped(content))\">\n"
    }
    add("author", author)
    add("date", date)
    add("keywords", tags.joined(separator: ", "))
    if isHidden { add("robots", "noindex") }
    guard let address = site.address, !isHidden else { return html }
    let page = address.address(ofPage: path)
    html += "<link rel=\"canonical\" href=\"\(HTMLEscaping.escapedURL(page))\">\n"
    let isIndex = path == "index"
    let picture = picture(at: address)
    let properties = [
      ("og:type", isIndex ? "website" : "article"), ("og:site_name", site.title),
      ("og:title", title), ("og:description", description), ("og:url", page),
      ("og:image", picture?.address), ("og:image:alt", picture?.alternative),
      ("article:published_time", isIndex ? nil : date.flatMap(CalendarDate.init)?.text),
    ]
    for (name, content) in properties { add(name, content, "property") }
    if !isIndex { for tag in tags { add("article:tag", tag, "property") } }
    add("twitter:card", picture == nil ? "summary" : "summary_large_image")
    return html
  }

  /// The page's own picture, else the site's.
  private func picture(at address: SiteAddress) -> (address: String, alternative: String?)? {
    if let image { return (address.resolve(image.address, from: path), image.alternative) }
    guard let image = site.image else { return nil }
    return (image.address(at: address), nil)
  }
}

extension Lesson {
  /// The first image of the lesson of which the site has a copy, and that networks show: they draw no
  /// SVG.
  func cardImage(
    address: (_ source: String) -> String?
  ) -> (address: String, alternative: String)? {
    for reference in references where reference.kind == .image {
      guard let path = Destination.localPath(of: reference.destination),
        SiteImage.isShown(path), let copy = address(reference.destination)
      else { continue }
      return (copy, reference.alternative ?? "")
    }
    return nil
  }
}
