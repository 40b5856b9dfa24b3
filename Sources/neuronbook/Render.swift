import ArgumentParser
import Workspace

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a page of every lesson, in HTML and Markdown, and an index.")

  @OptionGroup var lessons: LessonArguments

  @Option(name: .shortAndLong, help: "The folder for the pages.")
  var output = "Output"

  @Flag(help: "Write lessons with errors too, each error shown at its place.")
  var keepGoing = false

  func run() throws {
    var rendering = Rendering()
    rendering.paths = lessons.paths
    rendering.output = output
    rendering.keepsGoing = keepGoing
    if let jobs = lessons.jobs { rendering.jobs = jobs }
    rendering.resources = lessons.limits.resources
    try exit(with: rendering.run(.standard()))
  }
}
