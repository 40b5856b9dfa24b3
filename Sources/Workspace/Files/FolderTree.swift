import SourceText

/// The regular files below a folder, but those whose name, or whose folder's, begins with a dot. Symbolic
/// links to folders are not followed, so that links in a circle come to an end.
struct FolderTree {
  struct File {
    /// Below the folder.
    var path: String
    /// Whether its name is a symbolic link to it.
    var isLink: Bool
  }

  /// Sorted by their paths.
  private(set) var files: [File] = []
  /// Folders that cannot be read.
  private(set) var problems: [Diagnostic] = []

  /// - Parameters:
  ///   - limit: the search ends when it has found more.
  ///   - isEntered: whether a folder below `top` is looked into, by its path below it.
  init(_ top: String, limit: Int = .max, isEntered: (_ path: String) -> Bool = { _ in true }) {
    var pending = ["."]
    while let inner = pending.popLast(), files.count <= limit {
      let folder = inner == "." ? top : FilePath.join(top, inner)
      let names: [String]
      do throws(Diagnostic) {
        names = try namesInFolder(folder)
      } catch {
        problems.append(error)
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = FilePath.join(inner, name)
        let file = FilePath.join(folder, name)
        guard let own = FileStatus(link: file) else { continue }
        if own.isFolder {
          if isEntered(path) { pending.append(path) }
        } else if FileStatus(path: file)?.isRegularFile == true {
          files.append(File(path: path, isLink: !own.isRegularFile))
        }
      }
    }
    files.sort { FilePath.isBefore($0.path, $1.path) }
  }
}
