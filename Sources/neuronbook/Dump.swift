import ArgumentParser
import Workspace

struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what a stage makes of a program, or of each cell of a lesson.")

  @Argument(help: "tokens, tree, bytecode, or lesson.")
  var stage: Dumping.Stage

  @Argument(help: "A lesson or a program; - reads a program from standard input.")
  var file: String

  func run() throws {
    try exit(with: Dumping(stage, path: file).run())
  }
}

extension Dumping.Stage: ExpressibleByArgument {}
