#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A report that goes to a file.
public struct ReportFile: Hashable, Sendable {
  public let format: ReportFormat
  public let path: String
  /// Whether it goes to standard output, for which `-` stands.
  public let isStandardOutput: Bool

  /// A report in a file.
  public init(_ format: ReportFormat, path: String) {
    self.format = format
    self.path = FilePath.normalize(path)
    isStandardOutput = path == "-"
  }

  /// As on the command line: `junit=build/lessons.xml`.
  public init(parsing text: String) throws(InvalidValue) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw InvalidValue("'\(text)' is not FORMAT=FILE, as in junit=lessons.xml")
    }
    self.init(try ReportFormat(parsing: String(parts[0])), path: String(parts[1]))
  }

  /// The first path that two of these reports would be written to.
  public static func collision(among files: [ReportFile]) -> String? {
    var seen: Set<String> = []
    return files.first { !seen.insert($0.identity).inserted }?.path
  }

  /// Why the report may not go where it would: what a person writes is never replaced by it.
  ///
  /// Names decide, and not what is there now, so that a path is right always or never. `lessons` are
  /// paths that were given as lessons: these may have any name.
  public func misplacement(among lessons: [String] = []) -> String? {
    if isStandardOutput { return nil }
    let names = [path, identity].map(FilePath.name(of:))
    if names.contains(Configuration.fileName) {
      return "a report cannot be written to \(path): lessons are configured there"
    }
    if names.contains(where: { name in Self.sourceEndings.contains(where: name.hasSuffix) }) {
      return "a report cannot be written to \(path): lessons and modules have such names"
    }
    if lessons.contains(where: { ReportFile(format, path: $0).identity == identity }) {
      return "a report cannot be written to \(path): it is to be verified"
    }
    return nil
  }

  private static let sourceEndings = [".md", ".py", ".ipynb"]

  /// The same for every path that leads there.
  private var identity: String {
    if isStandardOutput { return "-" }
    let folder = FilePath.resolvingLinks(FilePath.folder(of: path))
    return FilePath.resolvingLinks(folder + "/" + FilePath.name(of: path))
  }
}
