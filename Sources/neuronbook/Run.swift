import ArgumentParser
import Workspace

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a neuron program, printing as Python would.")

  @Argument(help: "The program; - reads it from standard input.")
  var file: String

  @OptionGroup var limits: LimitArguments

  func run() throws {
    var program = RunningProgram(path: file)
    program.resources = limits.resources
    try exit(with: program.run())
  }
}
