import ArgumentParser
import Workspace

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a page of every lesson, in HTML and Markdown, and an index.")

  @OptionGroup var lessons: LessonArguments

  @Option(
    name: .shortAndLong,
    help: "The folder for the pages. (default: what neuronbook.yml says, else Output)")
  var output: String?

  @Flag(help: "Write nothing: fail, with a diff, when committed pages are not what lessons give.")
  var check = false

  @Flag(
    inversion: .prefixedNo,
    help: "Make each page one file that needs no other. (default: what neuronbook.yml says)")
  var selfContained: Bool?

  @Flag(help: "Delete pages whose lesson is gone.")
  var prune = false

  @Flag(help: "Write lessons with errors too, each error shown at its place.")
  var keepGoing = false

  @Flag(help: "Say how long the stages took, all lessons together.")
  var timings = false

  func validate() throws {
    if check, prune { throw ValidationError("--check writes nothing, and --prune deletes") }
    if output == "" { throw ValidationError("--output is empty") }
  }

  func run() throws {
    var rendering = Rendering()
    rendering.paths = lessons.paths
    rendering.output = output
    rendering.purpose = check ? .check : prune ? .writeAndPrune : .write
    rendering.keepsGoing = keepGoing
    rendering.showsTimings = timings
    rendering.isSelfContained = selfContained
    if let jobs = lessons.jobs { rendering.jobs = jobs }
    rendering.resources = lessons.limits.resources
    try exit(with: rendering.run(.standard()))
  }
}
