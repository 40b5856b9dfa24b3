import LessonRendering

/// Where the pages in an output folder were made from, as far as it can be told from them: a page stands
/// below the folder as its lesson stood below the root.
struct PageOrigin {
  /// The paths of pages below the folder, without ending.
  private let pages: Set<String>

  /// More folders than a path can have.
  private static let maximumHeight = 1_000

  init(of folder: RenderedFolder) {
    var pages: Set<String> = []
    _ = folder.files { path, file in
      guard let ending = [".md", ".html"].first(where: path.hasSuffix) else { return false }
      let page = String(path.dropLast(ending.count))
      guard !pages.contains(page), let bytes = try? FileReading.bytes(of: file),
        PageMark.lesson(of: bytes) == page + ".md"
      else { return false }
      return pages.insert(page).inserted
    }
    self.pages = pages
  }

  /// Of a folder and those above it, up to the top of the repository, the one that has the lessons of
  /// most pages, the nearest of equals. `nil` where none has any.
  func root(from folder: String) -> String? {
    if pages.isEmpty { return nil }
    var best: (root: String, count: Int)?
    var next: String? = folder
    var height = 0
    while let current = next, height < Self.maximumHeight {
      let count = pages.count { FileStatus(path: FilePath.join(current, $0 + ".md")) != nil }
      if count > best?.count ?? 0 { best = (current, count) }
      next = ConfigurationSearch.isTop(current) ? nil : ConfigurationSearch.parent(of: current)
      height += 1
    }
    return best?.root
  }
}
