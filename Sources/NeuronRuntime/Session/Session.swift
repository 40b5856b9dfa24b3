import NeuronSyntax
import SourceText

/// A session of the language: texts are run one after another and share their global names, as the
/// cells of a lesson do.
///
///     let session = Session(limits: .standard) { installLibrary(in: $0) }
///     session.run(readNeuron(source)).printed
public final class Session {
  package let machine: Machine

  /// What running one text gave.
  public struct Outcome {
    /// What it printed, unless the session hands that out as it comes.
    public var printed: String
    /// What it showed, each with its place in `printed`.
    public var exhibits: [Exhibit] = []
    /// The last expression's value as Python echoes it; `nil` for `None`, and when there is none.
    public var value: String?
    /// What that value shows besides; only where that was asked for.
    public var valueExhibit: (any Sendable)?
    /// Why it stopped; `nil` when it ran to its end.
    public var failure: Diagnostic?
    /// What was found before anything ran; then nothing did.
    public var problems: [Diagnostic]
    /// What was found in the author's modules that it was the first to import.
    public var moduleProblems: [Diagnostic] = []
    /// Hand-written derivatives that it compared with the machine's.
    public var derivatives = 0
    /// Problems found by exceptions that it caught, such as a derivative that is wrong.
    public var caughtFindings: [Diagnostic] = []
    /// The global names that `evaluate` left with other values.
    public var rebound: [String] = []
    /// What of it has been run, by it and by the texts after it; only where that was asked for.
    public var coverage: RunCoverage?
  }

  /// `install` adds what the library offers beyond the core.
  package init(
    limits: Limits, collectionThreshold: Int = Heap.usualThreshold, install: (Machine) -> Void
  ) {
    machine = Machine(limits: limits, collectionThreshold: collectionThreshold)
    install(machine)
  }

  /// The names that need no import, in a fixed order.
  public var builtinNames: [String] { machine.builtinNames }

  /// Lets programs import what the host finds.
  /// - Parameter areChecked: whether these modules are checked before they run, as cells are.
  public func importModules(from sources: ModuleSources, areChecked: Bool) {
    machine.modules.sources = sources
    machine.modules.isChecked = areChecked
  }

  /// Hands out what is printed whenever there is much of it, and at the end of each text.
  public func drainOutput(_ body: @escaping ([UInt8]) -> Void) {
    machine.drainOutput = body
  }

  /// How often names were searched for one that may have been meant: each search looks at all, so that
  /// a session with many faults gets help for the first.
  private var searchCount = 0
  private static let mostSearches = 20

  /// Whether texts note what of them is run.
  public var recordsCoverage = false

  /// Whether values that a text ends with are wanted as what they show, besides their `repr`.
  public var exhibitsValues = false

  /// Runs a text that was read without errors.
  ///
  /// - Parameter echoes: whether the value of a last expression is wanted, as its `repr`.
  public func run(_ text: ReadText, echoes: Bool = true) -> Outcome {
    run(text, recordsCoverage: recordsCoverage, exhibitsValue: exhibitsValues && echoes) {
      (machine, value) throws(Interruption) in
      value.isNone || !echoes ? nil : try machine.representation(of: value)
    }
  }

  /// Runs what `readNeuronValue` read without errors: the outcome's value is the string that it gives.
  public func evaluate(_ expression: ReadText) -> Outcome {
    let before = machine.mainNamespace.ownValues
    var outcome = run(expression, recordsCoverage: false, exhibitsValue: false) {
      (machine, value) throws(Interruption) in
      try machine.text(of: value)
    }
    outcome.rebound = machine.mainNamespace.namesChanged(since: before)
    return outcome
  }

  private func run(
    _ text: ReadText, recordsCoverage: Bool, exhibitsValue: Bool,
    show: (Machine, Value) throws(Interruption) -> String?
  ) -> Outcome {
    machine.beginRun()
    machine.output.removeAll(keepingCapacity: true)
    let (code, problems) = compileModule(text, namespace: machine.mainNamespace, heap: machine.heap)
    if problems.contains(where: \.isError) {
      return Outcome(printed: "", value: nil, failure: nil, problems: problems)
    }
    var outcome = Outcome(printed: "", value: nil, failure: nil, problems: problems)
    if recordsCoverage {
      let coverage = RunCoverage()
      coverage.cover(code)
      outcome.coverage = coverage
    }
    var interruption: Interruption?
    do throws(Interruption) {
      let value = try machine.runModule(code)
      try machine.endText()
      outcome.value = try show(machine, value)
      try machine.count(shown: outcome.value)
      if exhibitsValue { outcome.valueExhibit = machine.foreign(value)?.exhibit(in: machine) }
    } catch {
      outcome.value = nil
      interruption = error
      outcome.failure = diagnostic(for: error, in: text.module.source)
      // What was drawn until then is shown all the same.
      try? machine.endText()
    }
    outcome.exhibits = machine.exhibits
    outcome.derivatives = machine.derivativesChecked
    outcome.caughtFindings = machine.caughtFindings(besides: interruption)
    outcome.moduleProblems = machine.modules.problems
    machine.modules.problems = []
    if let drain = machine.drainOutput {
      drain(machine.output)
      machine.output.removeAll()
    } else {
      outcome.printed = String(decoding: machine.output, as: UTF8.self)
    }
    return outcome
  }

  /// Ends the session as the end of a program does, which closes its generators.
  /// - Returns: what they print, unless that is handed out as it comes, and the limit that stopped them.
  public func end() -> (printed: String, failure: Diagnostic?) {
    machine.output.removeAll(keepingCapacity: true)
    var failure: Diagnostic?
    do throws(Interruption) {
      try machine.closeGenerators()
    } catch {
      failure = diagnostic(for: error, in: SourceFragment(SourceFile(path: "", text: "")))
    }
    guard let drain = machine.drainOutput else {
      return (String(decoding: machine.output, as: UTF8.self), failure)
    }
    drain(machine.output)
    machine.output.removeAll()
    return ("", failure)
  }

  private func diagnostic(
    for interruption: Interruption, in source: SourceFragment
  ) -> Diagnostic {
    let values = machine.pendingTrace.first.flatMap { machine.noteOfValues(at: $0) }
    let frames = machine.takeTraceback()
    // Last, since an exception's text may be the program's own code.
    let message = machine.lastLine(of: interruption)
    let place = frames.last?.place ?? source.place(of: Span(0, 0))
    let finding = machine.finding(of: interruption)
    let rule =
      if case .limit(let rule, _) = interruption {
        rule
      } else if let finding {
        finding.problem.rule
      } else {
        machine.isException(interruption, .recursion)
          ? Rule.recursionLimit : Rule.uncaughtException
      }
    return Diagnostic(
      rule, message, at: place, traceback: frames.count > 1 ? frames : [],
      notes: (finding?.problem.notes ?? values.map { [$0] } ?? [])
        + machine.notesOfChain(interruption),
      help: finding?.problem.help ?? help(for: interruption))
  }

  private func help(for interruption: Interruption) -> String? {
    if let advice = machine.advice(on: interruption) { return advice }
    let interruption = machine.described(interruption)
    switch interruption {
    case .raised(.moduleNotFound, _):
      let (name, importable) = machine.lookedUp
      return machine.modules.advice[name] ?? "there are \(importable().joined(separator: ", "))"
    case .raised(.name, let message), .raised(.attribute, let message),
      .raised(.importing, let message):
      let (name, knownNames) = machine.lookedUp
      guard message.contains("'\(name)'"), searchCount < Self.mostSearches else { return nil }
      searchCount += 1
      let known = knownNames()
      if let nearest = nearestName(to: name, in: known) { return "did you mean '\(nearest)'?" }
      // Python's module may have what is missing here.
      let isModule = message.hasPrefix("module '") || message.hasPrefix("cannot import name '")
      if !isModule { return nil }
      let shown = known.filter { !$0.hasPrefix("_") }.sorted()
      return "neuron has these: \(shown.joined(separator: ", "))"
    case .limit(.stepLimit, _): return "does a loop here never end? `--max-steps` sets the limit"
    case .limit(.recursionLimit, _): return "does this function call itself without an end?"
    default: return nil
    }
  }
}
