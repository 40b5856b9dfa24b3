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
  /// How long it takes to read.
  public var minutes = 1
  public var tags: [String] = []
  /// As the author wrote it.
  public var date: String?

  /// An entry.
  public init(path: String, title: String, description: String? = nil, order: Double? = nil) {
    self.path = path
    self.title = title
    self.description = description
    self.order = order
  }

  /// The folder of the page below the output folder; empty for the top.
  var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  /// How long it takes, and what it is about: `6 min · calculus, training`.
  var facts: String {
    "\(minutes) min" + (tags.isEmpty ? "" : " · " + tags.joined(separator: ", "))
  }
}
