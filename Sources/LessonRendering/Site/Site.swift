import SourceText

/// What a page says of the site that it belongs to.
public struct Site: Sendable {
  /// The title of the whole.
  public var title: String
  /// All lessons that have a page, in the order in which they are read; links lead to each of them.
  public var lessons: [SiteEntry]
  /// What its pages are made from.
  public var theme = Theme.standard
  /// What its pages hold in themselves; `nil` where that stands in files beside them.
  public var embedding: PageEmbedding?
  /// What its lessons are written in (BCP 47).
  public var language = "en"
  /// Where it is published.
  public var address: SiteAddress?
  /// What stands for it where others link to it.
  public var image: SiteImage?

  /// A site; `lessons` in whatever order: they are sorted by `rank`, then by folder, then by `order`,
  /// then by path. A folder stands where the first of its lessons would; what has no place follows what
  /// has one.
  public init(title: String, lessons: [SiteEntry]) {
    self.title = title
    let first = Dictionary(
      lessons.map { (Folder(of: $0), $0.order ?? .infinity) }, uniquingKeysWith: min)
    func key(_ entry: SiteEntry) -> (Int, Double, String, Double, String) {
      let folder = Folder(of: entry)
      return (
        folder.rank, first[folder] ?? .infinity, folder.path, entry.order ?? .infinity, entry.path
      )
    }
    self.lessons = lessons.sorted { key($0) < key($1) }
  }

  /// Lessons of a folder that have one rank: the rank may be the folder's.
  private struct Folder: Hashable {
    let rank: Int
    let path: String

    init(of entry: SiteEntry) {
      rank = entry.rank ?? .max
      path = entry.folder
    }
  }

  /// Those that the index names, in the order of reading.
  public var listedLessons: [SiteEntry] { lessons.filter(\.isListed) }

  /// The neighbours of a page in the order of reading.
  func neighbours(of path: String) -> (previous: SiteEntry?, next: SiteEntry?) {
    let listed = listedLessons
    guard let index = listed.firstIndex(where: { $0.path == path }) else { return (nil, nil) }
    return (
      index > 0 ? listed[index - 1] : nil, index + 1 < listed.count ? listed[index + 1] : nil
    )
  }
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
