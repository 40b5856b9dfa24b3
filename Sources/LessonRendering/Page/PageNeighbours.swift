extension Site {
  /// Whether a page leads to the previous and the next lesson as the site has them now. Of a theme with
  /// templates of its own it is not known: `nil`.
  ///
  /// - Parameters:
  ///   - path: the page's, below the output folder, without ending.
  ///   - html: the page as it is.
  public func hasNeighbours(_ path: String, in html: String) -> Bool? {
    guard !theme.hasTemplates else { return nil }
    let footer = theme.render(.footer, PageScope(site: self, path: path, title: ""))
    return footer.isEmpty ? !html.contains("\n<nav class=\"neighbours\"") : html.contains(footer)
  }

  /// Whether the way through the lessons leads from one page to another, or would if drafts between
  /// them had no page.
  public func isBeside(_ path: String, _ others: Set<String>) -> Bool {
    let row = lessons.filter { $0.isListed || others.contains($0.path) }.map(\.path)
    guard let index = row.firstIndex(of: path) else { return false }
    return row[max(index - 1, 0)...min(index + 1, row.count - 1)].contains(where: others.contains)
  }
}
