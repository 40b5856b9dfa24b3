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
  /// After an exception it still closes the generators that wait, after a limit nothing runs any more.
  /// - Returns: what stopped it: every syntax error, or the exception or limit that ended it, and the
  ///   limit that its generators ran into.
  public func run(
    _ source: SourceFragment, print: @escaping ([UInt8]) -> Void
  ) -> [Diagnostic] {
    let text = readNeuron(source)
    let errors = text.diagnostics.filter(\.isError)
    if !errors.isEmpty { return errors }
    let session = Library.makeSession(limits: limits)
    session.importModules(from: modules, areChecked: false)
    session.drainOutput(print)
    let outcome = session.run(text, echoes: false)
    let ending = outcome.isStoppedByLimit ? nil : session.end().failure
    return outcome.problems + outcome.moduleProblems + [outcome.failure, ending].compactMap(\.self)
  }
}

extension Session.Outcome {
  /// Calls nested too deep are an exception to a program.
  package var isStoppedByLimit: Bool {
    guard let failure else { return false }
    return failure.rule.severity == .incomplete && failure.rule != .recursionLimit
  }
}
