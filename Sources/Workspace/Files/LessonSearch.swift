import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Looks for files that may be lessons: `.md` files in folders, whatever is named itself. Each belongs
/// to the set of the nearest `neuronbook.yml`.
struct LessonSearch {
  /// Where lessons are looked for when nothing is said, if there is such a folder.
  static let usualFolder = "Notebooks"

  /// Sorted by path, each once.
  private(set) var files: [LessonFile] = []
  /// What could not be read.
  private(set) var diagnostics: [Diagnostic] = []
  /// The sets that the paths lead to, sorted by their roots.
  private(set) var scopes: [LessonScope] = []
  /// The paths that were looked at, sorted.
  private(set) var roots: [String] = []

  /// Where pages are written, when the command line says so.
  let output: String?
  /// Where the pages that are there were made from; `nil` where roots make no difference.
  private let origin: PageOrigin?
  private var configurations = ConfigurationSearch()
  /// The folders that were read, or are not to be, with the path by which each was met.
  private var visited: [FileStatus.Identity: String] = [:]

  /// - Parameter paths: files and folders; none means the usual folder, else the current one.
  /// - Parameter output: pages are written here and not where configurations say. No lesson lies
  ///   below it.
  /// - Parameter seeksRoots: whether a lesson that is named without its set belongs to the one that its
  ///   output folder has pages of.
  init(paths: [String], output: String?, seeksRoots: Bool = false) {
    self.output = output
    origin =
      seeksRoots
      ? PageOrigin(of: RenderedFolder(path: output ?? RenderedFolder.usualName)) : nil
    if let output { exclude(output) }
    for path in paths.isEmpty ? [Self.defaultPath] : paths.map(FilePath.normalize) { add(path) }
    diagnostics += configurations.diagnostics
    roots.sort(by: FilePath.isBefore)
    keepEachOnce()
    for index in scopes.indices {
      scopes[index].roots = Set(scopes[index].roots).sorted(by: FilePath.isBefore)
      scopes[index].files = files.filter {
        $0.configuration.folder == scopes[index].configuration.folder
      }
    }
    scopes.sort { FilePath.isBefore($0.roots[0], $1.roots[0]) }
  }

  private static var defaultPath: String {
    if FileStatus(path: Configuration.fileName) != nil { return "." }
    return FileStatus(path: usualFolder)?.isFolder == true ? usualFolder : "."
  }

  private mutating func add(_ path: String) {
    guard let status = FileStatus(path: path) else {
      let message =
        errno == ENOENT ? "no such file or folder" : "cannot read it: \(systemMessage())"
      diagnostics.append(Diagnostic(.unreadableFile, message, file: path))
      return
    }
    roots.append(path)
    let folder = status.isFolder ? path : FilePath.folder(of: path)
    guard let configuration = configurations.configuration(above: folder) else { return }
    let (root, mayOwnLess) = root(of: path, in: folder, status, configuration)
    let scope = enter(configuration, root: root)
    if mayOwnLess { scopes[scope].mayOwnLess = true }
    if status.isFolder {
      addFolder(path, to: scope, below: root)
    } else {
      add(path, in: FilePath.below(root, folder), isNamed: true, to: scope)
    }
  }

  /// The root of the set that a path leads to, and whether the pages that are there may be of another.
  private func root(
    of path: String, in folder: String, _ status: FileStatus, _ configuration: Configuration
  ) -> (root: String, mayOwnLess: Bool) {
    if let root = configuration.folder { return (root, false) }
    // A file inside the usual folder belongs to it, so that its page lies where rendering all puts it.
    if !status.isFolder, FilePath.relative(path, to: Self.usualFolder) != nil {
      return (Self.usualFolder, false)
    }
    let known = origin?.root(from: folder)
    if status.isFolder { return (path, known != nil && known != path) }
    return (known ?? folder, known == nil)
  }

  /// The scope of a configuration, by its index.
  private mutating func enter(_ configuration: Configuration, root: String) -> Int {
    let folder = configuration.folder
    if let index = scopes.firstIndex(where: { $0.configuration.folder == folder }) {
      scopes[index].roots.append(root)
      return index
    }
    exclude(output ?? configuration.output ?? RenderedFolder.usualName)
    if let theme = configuration.theme { exclude(theme) }
    scopes.append(LessonScope(configuration: configuration, roots: [root]))
    return scopes.count - 1
  }

  /// No lesson lies below a folder of pages or of a theme, not even one that was met before it was known as such.
  private mutating func exclude(_ output: String) {
    guard let status = FileStatus(path: output) else { return }
    if let met = visited[status.identity] {
      files.removeAll { FilePath.relative($0.path, to: met) != nil }
    }
    visited[status.identity] = output
  }

  private mutating func add(_ path: String, in inner: String, isNamed: Bool, to scope: Int) {
    let relative = FilePath.join(inner, FilePath.name(of: path))
    files.append(
      LessonFile(
        path: path, relative: relative, isNamed: isNamed,
        configuration: scopes[scope].configuration))
  }

  /// A folder, and its path below the root of the set.
  private struct Pending {
    var path: String
    var inner: String
    var scope: Int
  }

  /// A folder is visited once, so that links in a circle come to an end.
  private mutating func addFolder(_ top: String, to scope: Int, below root: String) {
    var pending = [Pending(path: top, inner: FilePath.below(root, top), scope: scope)]
    while var folder = pending.popLast() {
      guard let status = FileStatus(path: folder.path), visited[status.identity] == nil else {
        continue
      }
      visited[status.identity] = folder.path
      let names: [String]
      do {
        names = try namesInFolder(folder.path)
      } catch {
        diagnostics.append(error)
        continue
      }
      if folder.path != top, names.contains(Configuration.fileName) {
        guard let own = configurations.configuration(of: folder.path) else { continue }
        folder.scope = enter(own, root: folder.path)
        folder.inner = "."
      }
      pending += add(names, in: folder).reversed()
    }
  }

  /// Adds the files of a folder; gives the folders in it.
  private mutating func add(_ names: [String], in folder: Pending) -> [Pending] {
    var inner: [Pending] = []
    for name in names where !name.hasPrefix(".") {
      let path = FilePath.join(folder.path, name)
      guard let status = FileStatus(path: path) else {
        if name.hasSuffix(".md") { diagnostics += Self.unreachable(path).map { [$0] } ?? [] }
        continue
      }
      if status.isFolder {
        inner.append(
          Pending(
            path: path, inner: FilePath.join(folder.inner, name), scope: folder.scope))
      } else if name.hasSuffix(".md") {
        add(path, in: folder.inner, isNamed: false, to: folder.scope)
      }
    }
    return inner
  }

  /// Why a name in a folder leads to no file; `nil` when it is gone by now.
  private static func unreachable(_ path: String) -> Diagnostic? {
    let code = errno
    if isTaken(path) {
      let message =
        code == ENOENT
        ? "the symbolic link leads to nothing" : "cannot read it: \(systemMessage(code))"
      return Diagnostic(.unreadableFile, message, file: path)
    }
    guard path.unicodeScalars.contains("\u{FFFD}") else { return nil }
    return Diagnostic(.unreadableFile, "the name of the file is not UTF-8", file: path)
  }

  private mutating func keepEachOnce() {
    files.sort {
      $0.path.utf8.elementsEqual($1.path.utf8)
        ? $0.isNamed && !$1.isNamed : FilePath.isBefore($0.path, $1.path)
    }
    var kept: [LessonFile] = []
    // Byte by byte: a file system may tell names apart that are the same text to a reader.
    for file in files where kept.last.map({ $0.path.utf8.elementsEqual(file.path.utf8) }) != true {
      kept.append(file)
    }
    files = kept
  }
}
