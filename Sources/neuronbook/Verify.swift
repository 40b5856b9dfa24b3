import ArgumentParser
import Workspace

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run lessons and compare what they give with what they say.")

  @OptionGroup var lessons: LessonArguments

  @Flag(help: "Write the computed outputs into the lessons.")
  var accept = false

  @Flag(help: "With --accept: print what would change, and write nothing.")
  var dryRun = false

  @OptionGroup var reports: ReportArguments

  func validate() throws {
    if dryRun, !accept { throw ValidationError("--dry-run has a meaning only with --accept") }
    for file in reports.files {
      if let problem = file.misplacement(among: lessons.paths) { throw ValidationError(problem) }
    }
  }

  func run() throws {
    var verifying = Verifying()
    verifying.paths = lessons.paths
    verifying.acceptance = !accept ? .refuse : dryRun ? .preview : .write
    if let jobs = lessons.jobs { verifying.jobs = jobs }
    verifying.resources = lessons.limits.resources
    reports.fill(&verifying)
    try exit(with: verifying.run(.standard(colour: reports.color)))
  }
}
