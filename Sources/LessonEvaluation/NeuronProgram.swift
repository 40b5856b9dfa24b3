import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText

/// A plain file of the language, run from top to bottom.
public struct NeuronProgram: Sendable {
  public var limits: Limits
  /// What it may import beyond the library.
  public var modules: ModuleSources

  public init(limits: Limits = .standard, modules: ModuleSources = .library) {
    self.limits = limits
    self.modules = modules
  }

  /// Runs a program and hands out what it prints, in pieces, as UTF-8.
  ///
  /// As Python does, it checks nothing but the syntax beforehand.
  /// - Returns: what stopped it: every syntax error, or the exception or limit that ended it.
  public func run(
    _ source: SourceFragment, print: @escaping ([UInt8]) -> Void
  ) -> [Diagnostic] {
    let text = readNeuron(source)
    let errors = text.diagnostics.filter { $0.rule.severity != .warning }
    if !errors.isEmpty { return errors }
    let session = Library.makeSession(limits: limits)
    session.importModules(from: modules, areChecked: false)
    session.drainOutput(print)
    let outcome = session.run(text, echoes: false)
    let failure =
      outcome.failure.map { $0.rule.severity == .incomplete } == true
      ? outcome.failure : outcome.failure ?? session.end().failure
    return outcome.problems + outcome.moduleProblems + (failure.map { [$0] } ?? [])
  }
}
