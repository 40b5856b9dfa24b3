@testable import Workspace

/// What a command did, as its caller sees it.
struct CommandResult {
  let status: RunStatus
  /// What went to standard output and to standard error.
  let output: String
  let error: String

  /// The closing line.
  var summary: String { output.split(separator: "\n").last.map(String.init) ?? "" }

  /// The ids of the problems that were printed, in order.
  var rules: [String] {
    error.matches(of: /(?m)^(?:error|warning)\[([a-z0-9-]+)\]/).map { String($0.1) }
  }

  /// The places of the problems that were printed, in order, without folders.
  var places: [String] {
    error.matches(of: /(?m)^(?:error|warning)\[.*\n +--> (?:.*\/)?([^\/\n]+)$/).map { String($0.1) }
  }

  private init(_ run: (Reporter) -> RunStatus) {
    let reporter = Reporter(output: .memory(), error: .memory())
    status = run(reporter)
    output = reporter.output.text
    error = reporter.error.text
  }

  static func verify(
    _ paths: String..., change: (inout Verifying) -> Void = { _ in }
  ) -> CommandResult {
    var verifying = Verifying()
    verifying.paths = paths
    verifying.formulaFolder = "/dev/null"
    verifying.environment = .none
    change(&verifying)
    return CommandResult { verifying.run($0) }
  }

  /// Renders into the folder `out` beside the lessons; formulas are kept there too.
  static func render(
    _ folder: TemporaryFolder, _ names: String..., change: (inout Rendering) -> Void = { _ in }
  ) -> CommandResult {
    var rendering = Rendering()
    rendering.paths = names.isEmpty ? [folder("in")] : names.map { folder("in/" + $0) }
    rendering.output = folder("out")
    rendering.formulaFolder = folder("cache")
    change(&rendering)
    return CommandResult { rendering.run($0) }
  }

  /// Exports below the folder `out` beside the lessons unless something else is said.
  static func export(
    _ folder: TemporaryFolder, _ names: String..., change: (inout Exporting) -> Void = { _ in }
  ) -> CommandResult {
    var exporting = Exporting()
    exporting.paths = names.isEmpty ? [folder("in")] : names.map { folder("in/" + $0) }
    exporting.target = .folder(folder("out"))
    change(&exporting)
    return CommandResult { exporting.run($0) }
  }

  /// Imports into the folder `out` beside the notebooks.
  static func importing(
    _ folder: TemporaryFolder, _ names: String..., change: (inout Importing) -> Void = { _ in }
  ) -> CommandResult {
    var importing = Importing()
    importing.paths = names.map { folder($0) }
    importing.output = folder("out")
    importing.formulaFolder = "/dev/null"
    change(&importing)
    return CommandResult { importing.run($0) }
  }

  static func run(_ path: String, maxSteps: Int? = nil) -> CommandResult {
    var program = RunningProgram(path: path)
    program.resources.steps = maxSteps
    return CommandResult { program.run($0) }
  }
}
