import ArgumentParser
import Workspace

/// What `verify` says, and of which lessons.
struct ReportArguments: ParsableArguments {
  @Option(
    help: """
      What goes to standard output: terminal, json, sarif, junit or github. (default: terminal)
      """,
    transform: ReportFormat.init(parsing:))
  var format: ReportFormat?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report in this format to a file; can be given several times. \"-\" is standard output.",
      valueName: "format=file"),
    transform: ReportFile.init(parsing:))
  var files: [ReportFile] = []

  @Flag(inversion: .prefixedNo, help: "Let warnings fail. (default: --no-strict)")
  var strict: Bool?

  @Flag(
    inversion: .prefixedNo, help: "Say how long lessons and cells took. (default: --no-timings)")
  var timings: Bool?

  @Option(
    help: ArgumentHelp(
      "Verify one of N parts of the lessons, as 2/4 for the second of four.", valueName: "i/n"),
    transform: Shard.init(parsing:))
  var shard: Shard?

  @Flag(help: "Pass over files that are no lessons, and find nothing wrong with finding none.")
  var lessonsOnly = false

  @Flag(name: .shortAndLong, help: "Print problems and nothing else.")
  var quiet = false

  @Option(help: "Colour on the terminal: auto, always or never.")
  var color = ColourChoice.auto

  func validate() throws {
    if let path = ReportFile.collision(among: files) {
      throw ValidationError("two reports cannot both be written to \(path)")
    }
    if let problem = files.lazy.compactMap({ $0.misplacement() }).first {
      throw ValidationError(problem)
    }
    if format != nil, files.contains(where: \.isStandardOutput) {
      throw ValidationError("--format and a --report to - both ask for standard output")
    }
  }

  /// What was given replaces what `verifying` holds.
  func fill(_ verifying: inout Verifying) {
    if let format = format ?? files.first(where: \.isStandardOutput)?.format {
      verifying.format = format
    }
    let inFiles = files.filter { !$0.isStandardOutput }
    if !inFiles.isEmpty { verifying.reports = inFiles }
    if let strict { verifying.isStrict = strict }
    if let timings { verifying.showsTimings = timings }
    verifying.shard = shard
    verifying.passesOverOthers = lessonsOnly
    verifying.isQuiet = quiet
  }
}

extension ColourChoice: ExpressibleByArgument {}
