import SourceText

/// What a page says of the site that it belongs to.
public struct Site: Sendable {
  /// The title of the whole.
  public var title: String
  /// All lessons that have a page, in the order in which they are read.
  public var lessons: [SiteEntry]

  /// A site; `lessons` in whatever order: they are sorted by `order`, those without one after, by path.
  public init(title: String, lessons: [SiteEntry]) {
    self.title = title
    self.lessons = lessons.sorted { $0.sortKey < $1.sortKey }
  }

  /// The neighbours of a page in the order of reading.
  func neighbours(of path: String) -> (previous: SiteEntry?, next: SiteEntry?) {
    guard let index = lessons.firstIndex(where: { $0.path == path }) else { return (nil, nil) }
    return (
      index > 0 ? lessons[index - 1] : nil,
      index + 1 < lessons.count ? lessons[index + 1] : nil
    )
  }
}

/// A lesson as the index lists it.
public struct SiteEntry: Hashable, Sendable {
  /// Of the page below the output folder, with `/`, without its ending: `basics/chain-rule`.
  public var path: String
  public var title: String
  public var description: String?
  /// The place in the index; those without one follow, by path.
  public var order: Double?

  /// An entry.
  public init(path: String, title: String, description: String? = nil, order: Double? = nil) {
    self.path = path
    self.title = title
    self.description = description
    self.order = order
  }

  fileprivate var sortKey: (Double, String) { (order ?? .infinity, path) }
}

/// A rendered text, with what was found while it was made.
public struct RenderedText: Sendable {
  public var text: String
  /// Formulas that could not be set, at their places in the lesson.
  public var diagnostics: [Diagnostic]

  /// A rendered text.
  public init(text: String, diagnostics: [Diagnostic] = []) {
    self.text = text
    self.diagnostics = diagnostics
  }
}
