import ArgumentParser

/// What the commands about lessons share.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Lessons, or folders of lessons. (default: Notebooks, or the current folder)")
  var paths: [String] = []

  @Option(
    name: .shortAndLong, help: "The most lessons at once. (default: the number of processors)")
  var jobs: Int?

  @OptionGroup var limitArguments: LimitArguments

  var maxSteps: Int? { limitArguments.maxSteps }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if paths.contains("") { throw ValidationError("a path is empty") }
  }
}

/// Bounds on what a lesson or program may take.
struct LimitArguments: ParsableArguments {
  @Option(help: "Stop a lesson after this many steps of its code.")
  var maxSteps: Int?

  func validate() throws {
    if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps must be 1 or more") }
  }
}
