import ArgumentParser
import Workspace

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a Jupyter notebook of every lesson, with outputs.")

  @OptionGroup var lessons: LessonArguments
  @Option(
    name: .shortAndLong,
    help: """
      A file .ipynb, a folder, or - for standard output. (default: beside each lesson)
      """)
  var output: String?
  @Flag(help: "Write lessons with errors too, each error below its cell.")
  var keepGoing = false
  @Flag(help: "Keep images in the notebook, so that it needs no files beside it.")
  var embed = false

  @Flag(help: "Write over notebooks that somebody changed.")
  var force = false

  func validate() throws {
    if output == "" { throw ValidationError("--output is empty") }
  }

  func run() throws {
    var exporting = Exporting()
    exporting.paths = lessons.paths
    exporting.target =
      switch output {
      case nil: .beside
      case "-"?: .standardOutput
      case let path? where path.hasSuffix(".ipynb"): .file(path)
      case let path?: .folder(path)
      }
    exporting.keepsGoing = keepGoing
    exporting.embedsImages = embed
    exporting.overwrites = force
    if let jobs = lessons.jobs { exporting.jobs = jobs }
    exporting.resources = lessons.limits.resources
    try exit(with: exporting.run(.standard()))
  }
}
