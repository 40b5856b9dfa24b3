import ArgumentParser
import Workspace

/// What the commands about lessons share.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Lessons, or folders of lessons. (default: Notebooks, or the current folder)")
  var paths: [String] = []

  @Option(
    name: .shortAndLong, help: "The most lessons at once. (default: the number of processors)")
  var jobs: Int?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if paths.contains("") { throw ValidationError("a path is empty") }
  }
}

/// Bounds on what a lesson or program may take.
struct LimitArguments: ParsableArguments {
  @Option(help: "Stop a lesson after this many steps of its code. (default: 10000000000)")
  var maxSteps: Int?

  @Option(help: "Stop a lesson whose values take more memory, in MiB. (default: 2048)")
  var maxMemory: Int?

  @Option(help: "Stop calls that are nested deeper, at most 20000. (default: 1000)")
  var maxDepth: Int?

  @Option(help: "Stop a cell or program that prints more, in KiB. (default: 65536)")
  var maxOutput: Int?

  var resources: ResourceLimits {
    var resources = ResourceLimits()
    resources.steps = maxSteps
    resources.memory = maxMemory
    resources.depth = maxDepth
    resources.output = maxOutput
    return resources
  }

  func validate() throws {
    let options = [
      ("--max-steps", maxSteps), ("--max-memory", maxMemory), ("--max-depth", maxDepth),
      ("--max-output", maxOutput),
    ]
    for (name, value) in options {
      if let value, value < 1 { throw ValidationError("\(name) must be 1 or more") }
    }
    if let maxDepth, maxDepth > ResourceLimits.deepest {
      throw ValidationError("--max-depth must be \(ResourceLimits.deepest) or less")
    }
  }
}
