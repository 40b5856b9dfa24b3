import SourceText

/// The order of reading that a configuration gives.
struct LessonOrder {
  private let configuration: Configuration
  /// The place of each entry, by its path without `.md`.
  private var ranks: [String: Int] = [:]

  init(_ configuration: Configuration) {
    self.configuration = configuration
    for (index, entry) in configuration.order.enumerated() {
      ranks[Self.page(of: entry.path)] = index
    }
  }

  /// The place of a lesson, by the path of its page: its own, else that of the nearest folder around
  /// it; `nil` for one that is not listed.
  func rank(of page: String) -> Int? {
    if ranks.isEmpty { return nil }
    var path = page
    while true {
      if let rank = ranks[path] { return rank }
      if path == "." { return nil }
      path = FilePath.folder(of: path)
    }
  }

  /// Entries that lead to nothing. `pages` gives the paths of all pages of the set; it is asked only
  /// when something is wrong.
  func problems(pages: () -> [String]) -> [Diagnostic] {
    guard let folder = configuration.folder else { return [] }
    let missing = configuration.order.filter { entry in
      let path = FilePath.join(folder, entry.path)
      if let status = FileStatus(path: path) {
        return !status.isFolder && !path.hasSuffix(".md")
      }
      return FileStatus(path: path + ".md") == nil
    }
    if missing.isEmpty { return [] }
    let files = pages().map { $0 + ".md" }
    return missing.enumerated().map { index, entry in
      Self.problem(entry, files: index < Self.maximumAdvice ? files : [])
    }
  }

  /// Problems for which a file is looked for that may be meant: each look goes through all files.
  private static let maximumAdvice = 100

  private static func problem(_ entry: Configuration.Entry, files: [String]) -> Diagnostic {
    let name = FilePath.name(of: entry.path)
    let nearest =
      files.first { FilePath.name(of: $0) == name || FilePath.name(of: $0) == name + ".md" }
      ?? nearestName(to: entry.path, in: files)
    var problem = Diagnostic(
      .missingLesson, "`order` lists `\(entry.path)`, but there is no such lesson",
      at: entry.place, help: nearest.map { "write `\($0)`" })
    if let nearest, entry.place.file.text(of: entry.place.span) == entry.path {
      problem.fix = Diagnostic.Fix(at: entry.place, with: nearest)
    }
    return problem
  }

  private static func page(of path: String) -> String {
    path.hasSuffix(".md") ? String(path.dropLast(3)) : path
  }
}

extension LessonSearch {
  /// What is wrong with the orders of the sets that were found.
  var orderProblems: [Diagnostic] {
    scopes.flatMap { scope in
      LessonOrder(scope.configuration).problems {
        LessonSearch(paths: scope.roots, output: output).files.map(\.pagePath)
      }
    }
  }
}
