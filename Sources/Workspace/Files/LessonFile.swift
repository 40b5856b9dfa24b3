/// A file that may be a lesson.
struct LessonFile: Sendable {
  /// The path as reports show it.
  let path: String
  /// The path below the root of its set, without `.md`: where its page goes.
  let pagePath: String
  /// Whether the person named this very file: then it must be a lesson.
  var isNamed: Bool
  /// What holds for the set that it belongs to.
  let configuration: Configuration

  /// - Parameter relative: the path below the root.
  init(path: String, relative: String, isNamed: Bool, configuration: Configuration) {
    self.path = path
    pagePath = relative.hasSuffix(".md") ? String(relative.dropLast(3)) : relative
    self.isNamed = isNamed
    self.configuration = configuration
  }
}

/// Lessons that belong together: those below the folder of a configuration, or below the folders that
/// were given where there is none.
struct LessonScope {
  let configuration: Configuration
  /// Folders below which all lessons belong to it, as seen from the current folder.
  var roots: [String]
  /// Whether pages in the output folder may have been made from another root, so that one that has no
  /// lesson below these may have it elsewhere.
  var mayOwnLess = false
  /// The lessons found, sorted by path.
  var files: [LessonFile] = []
}
