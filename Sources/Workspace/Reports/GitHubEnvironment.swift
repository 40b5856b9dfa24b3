#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a GitHub runner says of itself in the environment.
struct GitHubEnvironment: Sendable {
  /// Where the repository is checked out; annotations name files from there.
  var workspace: String?
  /// The file to which a step adds what the page of the run is to show.
  var stepSummary: String?

  /// Not on a runner.
  static let none = GitHubEnvironment()

  /// That of this process.
  static func current() -> GitHubEnvironment {
    GitHubEnvironment(
      workspace: variable("GITHUB_WORKSPACE"), stepSummary: variable("GITHUB_STEP_SUMMARY"))
  }

  /// A path as seen from the workspace; what lies outside keeps its path.
  func path(_ path: String) -> String {
    guard let workspace, !workspace.isEmpty else { return path }
    let folder = FilePath.way(from: workspace, to: FilePath.folder(of: path))
    return folder == ".." || folder.hasPrefix("../")
      ? path : FilePath.join(folder, FilePath.name(of: path))
  }

  /// Adds to the page of the run. It is a service of the runner's, and not the report: nothing is
  /// said where it fails.
  func appendToStepSummary(_ text: String) {
    guard let stepSummary, !stepSummary.isEmpty else { return }
    let descriptor = open(stepSummary, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return }
    _ = writeAll(Array(text.utf8), to: descriptor)
    close(descriptor)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
