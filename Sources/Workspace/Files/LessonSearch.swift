import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that may be a lesson.
struct LessonFile: Hashable, Sendable {
  /// The path as reports show it.
  let path: String
  /// The folder below which its relative path is kept in the output.
  let root: String
  /// Whether the person named this very file: then it must be a lesson.
  var isNamed: Bool

  /// The path below the root, without `.md`: where its page goes.
  var pagePath: String {
    let relative = FilePath.relative(path, to: root) ?? FilePath.name(of: path)
    return relative.hasSuffix(".md") ? String(relative.dropLast(3)) : relative
  }
}

/// Looks for files that may be lessons: `.md` files in folders, whatever is named itself.
struct LessonSearch {
  /// Where lessons are looked for when nothing is said, if there is such a folder.
  static let usualFolder = "Notebooks"

  /// Sorted by path, each once.
  private(set) var files: [LessonFile] = []
  /// What could not be read.
  private(set) var diagnostics: [Diagnostic] = []
  /// The folders below which all lessons belong to the set, sorted.
  private(set) var roots: [String] = []

  private var visited: Set<FileStatus.Identity> = []

  /// - Parameter paths: files and folders; none means the usual folder, else the current one.
  /// - Parameter output: pages are written here, and no lesson lies below it.
  init(paths: [String], output: String?) {
    if let output, let status = FileStatus(path: output) { visited.insert(status.identity) }
    var roots: [String] = []
    for path in paths.isEmpty ? [Self.defaultPath] : paths.map(FilePath.normalize) {
      guard let status = FileStatus(path: path) else {
        let message =
          errno == ENOENT ? "no such file or folder" : "cannot read it: \(systemMessage())"
        diagnostics.append(Diagnostic(.unreadableFile, message, file: path))
        continue
      }
      let root = status.isFolder ? path : Self.root(ofFile: path)
      roots.append(root)
      if status.isFolder {
        addFolder(path, root: root)
      } else {
        files.append(LessonFile(path: path, root: root, isNamed: true))
      }
    }
    self.roots = Set(roots).sorted(by: FilePath.isBefore)
    keepEachOnce()
  }

  private static var defaultPath: String {
    FileStatus(path: usualFolder)?.isFolder == true ? usualFolder : "."
  }

  /// A file inside the usual folder belongs to it, so that its page lies where rendering all puts it.
  private static func root(ofFile path: String) -> String {
    FilePath.relative(path, to: usualFolder) != nil ? usualFolder : FilePath.folder(of: path)
  }

  /// A folder is visited once, so that links in a circle come to an end.
  private mutating func addFolder(_ top: String, root: String) {
    var pending = [top]
    while let folder = pending.popLast() {
      guard let status = FileStatus(path: folder), visited.insert(status.identity).inserted else {
        continue
      }
      let names: [String]
      do {
        names = try namesInFolder(folder)
      } catch {
        diagnostics.append(error)
        continue
      }
      var inner: [String] = []
      for name in names where !name.hasPrefix(".") {
        let path = FilePath.join(folder, name)
        guard let status = FileStatus(path: path) else { continue }
        if status.isFolder {
          inner.append(path)
        } else if name.hasSuffix(".md") {
          files.append(LessonFile(path: path, root: root, isNamed: false))
        }
      }
      pending += inner.reversed()
    }
  }

  private mutating func keepEachOnce() {
    files.sort {
      $0.path == $1.path ? $0.isNamed && !$1.isNamed : FilePath.isBefore($0.path, $1.path)
    }
    var kept: [LessonFile] = []
    for file in files where kept.last?.path != file.path { kept.append(file) }
    files = kept
  }
}
