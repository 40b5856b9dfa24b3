import SourceText

/// What a page says of the site that it belongs to.
public struct Site: Sendable {
  /// The title of the whole.
  public var title: String
  /// All lessons that have a page, in the order in which they are read; links lead to each of them.
  public var lessons: [SiteEntry]
  /// What its pages are made from.
  public var theme = Theme.standard

  /// A site; `lessons` in whatever order: they are sorted by `rank`, then by `order`, then by path;
  /// those without one follow those that have it.
  public init(title: String, lessons: [SiteEntry]) {
    self.title = title
    self.lessons = lessons.sorted { $0.sortKey < $1.sortKey }
  }

  /// Those that the index names, in the order of reading.
  var listedLessons: [SiteEntry] { lessons.filter(\.isListed) }

  /// The neighbours of a page in the order of reading.
  func neighbours(of path: String) -> (previous: SiteEntry?, next: SiteEntry?) {
    let listed = listedLessons
    guard let index = listed.firstIndex(where: { $0.path == path }) else { return (nil, nil) }
    return (
      index > 0 ? listed[index - 1] : nil, index + 1 < listed.count ? listed[index + 1] : nil
    )
  }
}

/// A lesson as the index lists it.
public struct SiteEntry: Hashable, Sendable {
  /// Of the page below the output folder, with `/`, without its ending: `basics/chain-rule`.
  public var path: String
  public var title: String
  public var description: String?
  /// The place that the site gives it in the index.
  public var rank: Int?
  /// The place that the lesson claims.
  public var order: Double?
  /// Whether the index names it; a draft has a page, to which nothing leads but links of lessons.
  public var isListed = true

  /// An entry.
  public init(path: String, title: String, description: String? = nil, order: Double? = nil) {
    self.path = path
    self.title = title
    self.description = description
    self.order = order
  }

  fileprivate var sortKey: (Int, Double, String) { (rank ?? .max, order ?? .infinity, path) }
}

/// A rendered text, with what was found while it was made.
public struct RenderedText: Sendable {
  public var text: String
  /// Formulas that could not be set and HTML that was left out, at their places in the lesson.
  public var diagnostics: [Diagnostic]

  /// A rendered text.
  public init(text: String, diagnostics: [Diagnostic] = []) {
    self.text = text
    self.diagnostics = diagnostics
  }
}
