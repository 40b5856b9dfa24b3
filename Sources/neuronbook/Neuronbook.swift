import ArgumentParser
import Workspace

@main
struct Neuronbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neuronbook",
    abstract: "Lessons on neural networks whose text, code and numbers agree.",
    discussion: """
      Problems go to standard error, results and a closing line to standard output.
      Exit codes: 0 all is well; 1 a lesson has problems; 2 the run could not be completed; \
      64 wrong usage.
      """,
    version: "neuronbook \(ProgramVersion.text) (\(commit))",
    subcommands: [
      Render.self, Verify.self, Run.self, Import.self, Export.self, Explain.self, Dump.self,
    ])

  static func main() {
    ProcessMemory.keepFreedPages()
    Console.ignoreSignalsOfWriting()
    main(nil)
  }
}

extension ParsableArguments {
  /// Ends the process as a command ended.
  func exit(with status: RunStatus) throws {
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
