import LessonRendering
import SourceText

/// Pages in an output folder whose lesson is gone, and pictures that no lesson shows any more.
struct OrphanedPages {
  private let folder: RenderedFolder
  /// Whether a lesson has this page, rendered now or not.
  private let isOwned: (_ page: String) -> Bool
  /// Whether a page shows the picture of a path below the folder, as far as that is known now.
  private let shows: (_ page: String, _ picture: String) -> Bool
  /// Names of files that the site has not, and may have had.
  private let unwanted: [String]

  init(
    in folder: RenderedFolder, isOwned: @escaping (_ page: String) -> Bool,
    shows: @escaping (_ page: String, _ picture: String) -> Bool, unwanted: [String]
  ) {
    self.folder = folder
    self.isOwned = isOwned
    self.shows = shows
    self.unwanted = unwanted
  }

  /// Files of these kinds, sorted. A file counts as a page only by its mark, so what a person put there
  /// is never among them.
  func files(_ kinds: [PageKind]) -> [String] {
    let endings = kinds.filter { $0 != .assets }.map { "." + $0.rawValue }
    return folder.files { path, file in
      if unwanted.contains(path) { return kinds.contains(.html) && !folder.hasOwn(path) }
      guard let ending = endings.first(where: path.hasSuffix) else { return false }
      return isOrphan(file, path, ending)
    }
  }

  /// Why a file is among them.
  func reason(_ file: String) -> String {
    if file.hasSuffix(".svg") { return "no lesson shows it" }
    return unwanted.contains(FilePath.name(of: file))
      ? "`url` of \(Configuration.fileName) does not ask for it" : "its lesson is gone"
  }

  /// Whether a file is made from a lesson that is gone, or shows it no more. A page stands where its
  /// lesson stood: a copy elsewhere is a person's. A picture may have any name.
  private func isOrphan(_ file: String, _ path: String, _ ending: String) -> Bool {
    let isPicture = ending == ".svg"
    let page = String(path.dropLast(ending.count))
    if !isPicture, isOwned(page) { return false }
    guard let bytes = try? FileReading.bytes(of: file), let lesson = PageMark.lesson(of: bytes)
    else { return false }
    let owner = String(lesson.dropLast(3))
    return isPicture ? !isOwned(owner) || !shows(owner, path) : owner == page
  }
}
