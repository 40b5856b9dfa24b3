import ArgumentParser
import Workspace

/// What the commands about lessons share.
///
/// Numbers are taken unconditionally: `-1` would be taken for an option otherwise, and the value said to
/// be missing.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Lessons, or folders of lessons. (default: Notebooks, or the current folder)")
  var paths: [String] = []

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: "The most lessons at once. (default: the number of processors)")
  var jobs: Int?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if paths.contains("") { throw ValidationError("a path is empty") }
  }
}

/// Bounds on what a lesson or program may take.
struct LimitArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: """
      Stop a lesson after this many steps of its code. \
      (default: \(ResourceLimits.standard.steps))
      """)
  var maxSteps: Int?

  @Option(
    parsing: .unconditional,
    help: """
      Stop a lesson whose values take more memory, in MiB. \
      (default: \(ResourceLimits.standard.memory))
      """)
  var maxMemory: Int?

  @Option(
    parsing: .unconditional,
    help: """
      Stop calls that are nested deeper, at most \(ResourceLimits.deepest). \
      (default: \(ResourceLimits.standard.depth))
      """)
  var maxDepth: Int?

  @Option(
    parsing: .unconditional,
    help: """
      Stop a cell or program that prints more, in KiB. \
      (default: \(ResourceLimits.standard.output))
      """)
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
