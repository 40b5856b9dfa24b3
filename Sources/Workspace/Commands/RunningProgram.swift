import LessonEvaluation
import NeuronRuntime
import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `neuronbook run`: a plain neuron file, printing as Python would.
public struct RunningProgram: Sendable {
  /// A file, or `-` for standard input.
  public var path: String
  /// What a lesson or program may take.
  public var resources = ResourceLimits()

  /// The program in `path`.
  public init(path: String) {
    self.path = path
  }

  /// Runs to the end or the first error. What the program prints goes to standard output, what went
  /// wrong to standard error after it.
  public func run() -> RunStatus {
    OrderedWork.run { [self] in run(Reporter.standard()) }
  }

  func run(_ reporter: Reporter) -> RunStatus {
    let source: SourceFile
    do {
      source = try FileReading.source(path)
    } catch {
      reporter.report([error])
      return reporter.status
    }
    let program = NeuronProgram(
      limits: resources.limits, modules: ModuleFolder(beside: path).sources)
    let problems = program.run(SourceFragment(source)) {
      reporter.output.write($0)
      // No one reads on: a program that prints for ever would never be seen to end.
      if reporter.output.isClosed { exit(RunStatus.incomplete.rawValue) }
    }
    reporter.output.flush()
    reporter.report(problems)
    return reporter.output.isClosed ? .incomplete : reporter.status
  }
}
