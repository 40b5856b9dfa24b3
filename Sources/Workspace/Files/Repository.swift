/// The repository that a folder lies in. Whoever writes its lessons can publish what is in it, and
/// nothing else of the machine that renders them.
struct Repository {
  /// Its top, without symbolic links; the top of the file system where there is no repository.
  private let top: String

  init(around folder: String) {
    var top = FilePath.resolvingLinks(folder)
    while !ConfigurationSearch.isTop(top), let above = ConfigurationSearch.parent(of: top) {
      top = above
    }
    self.top = top
  }

  /// Whether a file or folder is one of those that it keeps, wherever symbolic links lead on the way.
  func shares(_ path: String) -> Bool {
    let place = FilePath.resolvingLinks(path)
    guard let inner = FilePath.relative(place, to: top) else { return false }
    return !inner.split(separator: "/").contains(".git")
  }
}
