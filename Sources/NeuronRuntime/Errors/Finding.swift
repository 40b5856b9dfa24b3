import SourceText

/// What an exception of the library found out, beyond its message: the report of it is of a rule of its
/// own.
struct Finding {
  let exception: Value
  /// The problem with the chain of calls, as it stood where it was found.
  let problem: Diagnostic
}

extension Machine {
  /// Findings that one run keeps: of a check that a loop makes and catches again and again, the first say
  /// enough.
  private static let mostFindings = 20

  /// An exception to be thrown that is a problem of `rule`, whether something catches it or not.
  package func exception(
    _ type: ExceptionType, _ message: String, rule: Rule, notes: [Diagnostic.Note], help: String?
  ) throws(Interruption) -> Interruption {
    let value = try exception(type, [try heap.string(message)])
    let frames = callsUnderWay()
    // The last one stays, since it is the one that may come out.
    if findings.count == Self.mostFindings { findings.removeLast() }
    if let place = frames.last?.place {
      let problem = Diagnostic(
        rule, lastLine(of: .raised(type, message)), at: place,
        traceback: frames.count > 1 ? frames : [], notes: notes, help: help)
      findings.append(Finding(exception: value, problem: problem))
    }
    return .exception(value)
  }

  /// An error on its way out, whose report gets a hint, should nothing catch it.
  package func advising(
    _ hint: String, on error: Interruption
  ) throws(Interruption) -> Interruption {
    guard let value = try exceptionValue(error) else { return error }
    advice = (value, hint)
    return .exception(value)
  }

  /// The hint on an error that came out.
  func advice(on interruption: Interruption) -> String? {
    guard case .exception(let value) = interruption, let advice,
      advice.exception.isIdentical(to: value)
    else { return nil }
    return advice.hint
  }

  /// What an error that came out found.
  func finding(of interruption: Interruption?) -> Finding? {
    guard case .exception(let value) = interruption else { return nil }
    return findings.last { $0.exception.isIdentical(to: value) }
  }

  /// What was found by exceptions that something caught: all but the one that came out.
  func caughtFindings(besides interruption: Interruption?) -> [Diagnostic] {
    let last = finding(of: interruption)
    return findings.filter { finding in
      last.map { !finding.exception.isIdentical(to: $0.exception) } ?? true
    }.map(\.problem)
  }
}
