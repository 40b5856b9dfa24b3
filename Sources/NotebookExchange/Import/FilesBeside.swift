/// The files that a notebook held, each with a name of its own in the folder beside the lesson.
struct FilesBeside {
  private(set) var files: [ImportedLesson.File] = []
  private let folder: String
  /// Names given, as a file system sees them that does not tell cases apart.
  private var taken: Set<String> = []
  /// By the name asked for: the paths of the files under it by their bytes, and the last number given.
  private var paths: [String: [[UInt8]: String]] = [:]
  private var numbers: [String: Int] = [:]

  /// - Parameter lesson: the lesson's name without `.md`.
  init(lesson: String) {
    folder = lesson + "-files"
  }

  /// Keeps a file and says its path as seen from the lesson. The same bytes under the same name are one
  /// file; other bytes get a number: `plot.png`, `plot-2.png`.
  mutating func add(_ bytes: [UInt8], stem: String, fileExtension: String) -> String {
    let asked = "\(stem).\(fileExtension)"
    if let path = paths[asked]?[bytes] { return path }
    var name = asked
    while !taken.insert(name.lowercased()).inserted {
      let number = numbers[asked, default: 1] + 1
      numbers[asked] = number
      name = "\(stem)-\(number).\(fileExtension)"
    }
    let path = "\(folder)/\(name)"
    paths[asked, default: [:]][bytes] = path
    files.append(ImportedLesson.File(path: path, bytes: bytes))
    return path
  }

  /// Puts a file back to where a lesson had it: below the lesson's folder, nowhere hidden, under a name
  /// that says its type, since a notebook's word is no reason to write settings or programs. The same
  /// bytes at one place are one file.
  ///
  /// - Returns: whether it is there now; `false` for another place, and where other bytes are.
  mutating func restore(_ bytes: [UInt8], of type: MediaType, at path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy(FileNames.mayStand), let name = parts.last, type.isNamed(by: name) else {
      return false
    }
    if let file = files.first(where: { $0.path == path }) { return file.bytes == bytes }
    files.append(ImportedLesson.File(path: path, bytes: bytes))
    return true
  }
}
