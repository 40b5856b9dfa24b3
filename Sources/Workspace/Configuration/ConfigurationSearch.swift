import SourceText

/// Finds the configuration of a folder: the nearest `neuronbook.yml` in it or above, up to the top of
/// the repository.
struct ConfigurationSearch {
  /// What is wrong with the files that were found.
  private(set) var diagnostics: [Diagnostic] = []
  /// What was found from each folder on; `nil` for a file that cannot be read.
  private var known: [String: Configuration?] = [:]

  /// More folders than a path can have; a bound for file systems that never end.
  private static let maximumHeight = 1_000

  /// The configuration that holds in a folder: an empty one where there is no file, `nil` where the
  /// file is wrong, since what would be done then may not be what its author wants.
  mutating func configuration(above folder: String) -> Configuration? {
    var passed: [String] = []
    var result: Configuration?? = nil
    var next: String? = folder
    while let current = next, passed.count < Self.maximumHeight {
      if let found = known[current] {
        result = found
        break
      }
      passed.append(current)
      if let found = read(in: current) {
        result = found
        break
      }
      next = Self.isTop(current) ? nil : Self.parent(of: current)
    }
    let configuration = result ?? Configuration()
    for folder in passed { known[folder] = .some(configuration) }
    return configuration
  }

  /// The configuration of a folder that holds the file itself.
  mutating func configuration(of folder: String) -> Configuration? {
    if let found = known[folder], found == nil || found?.folder == folder { return found }
    let configuration = read(in: folder) ?? Configuration()
    known[folder] = .some(configuration)
    return configuration
  }

  /// `nil` when the folder has no such file.
  private mutating func read(in folder: String) -> Configuration?? {
    let path = FilePath.join(folder, Configuration.fileName)
    guard FileStatus(path: path) != nil else { return misnamed(in: folder) }
    do throws(Diagnostic) {
      let reader = ConfigurationReader(try FileReading.source(path))
      diagnostics += reader.diagnostics
      return .some(reader.diagnostics.isEmpty ? reader.configuration : nil)
    } catch {
      diagnostics.append(error)
      return .some(nil)
    }
  }

  /// Another usual ending, under which the file would seem to change nothing.
  private mutating func misnamed(in folder: String) -> Configuration?? {
    let path = FilePath.join(folder, "neuronbook.yaml")
    guard FileStatus(path: path) != nil else { return nil }
    diagnostics.append(
      Diagnostic(
        .configurationSyntax, "a file of this name is not read", file: path,
        help: "call it `\(Configuration.fileName)`"))
    return .some(nil)
  }

  /// Whether no set reaches beyond a folder: it is the top of a repository, or of the file system.
  static func isTop(_ folder: String) -> Bool {
    if FileStatus(path: FilePath.join(folder, ".git")) != nil { return true }
    guard let own = FileStatus(path: folder),
      let above = FileStatus(path: parent(of: folder) ?? folder)
    else { return true }
    return own.identity == above.identity
  }

  /// The folder above, of a normalized path; `nil` above the top.
  static func parent(of folder: String) -> String? {
    if folder == "/" { return nil }
    if folder == "." { return ".." }
    return FilePath.name(of: folder) == ".." ? folder + "/.." : FilePath.folder(of: folder)
  }
}
