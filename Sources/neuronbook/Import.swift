import ArgumentParser
import Workspace

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make lessons of notebooks, and say what stands in the way.",
    discussion: """
      A notebook is an .ipynb file, or text with lines In [1]: before the code. What has no place in a \
      lesson is named; then the lesson is verified. The exit code is 1 when the lesson has errors.
      """)

  @Argument(help: "Notebooks; - reads one from standard input.")
  var files: [String]

  @Option(name: .shortAndLong, help: "The folder for the lessons.")
  var output = "Notebooks"

  @Flag(help: "Write over lessons that stand there already.")
  var force = false

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    if files.contains("") { throw ValidationError("a path is empty") }
    if output.isEmpty { throw ValidationError("the folder for the lessons is empty") }
  }

  func run() throws {
    var importing = Importing()
    importing.paths = files
    importing.output = output
    importing.replaces = force
    importing.resources = limits.resources
    try exit(with: importing.run(.standard()))
  }
}
