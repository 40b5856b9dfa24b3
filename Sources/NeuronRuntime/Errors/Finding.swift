import SourceText

/// What an exception of the library found out, beyond its message: the report of it, should nothing
/// catch it, is of a rule of its own.
struct Finding {
  let exception: Value
  let rule: Rule
  let notes: [Diagnostic.Note]
  let help: String?
}

extension Machine {
  /// An exception to be thrown that is reported as a problem of `rule` where nothing catches it.
  package func exception(
    _ type: ExceptionType, _ message: String, rule: Rule, notes: [Diagnostic.Note], help: String?
  ) throws(Interruption) -> Interruption {
    let value = try exception(type, [try heap.string(message)])
    finding = Finding(exception: value, rule: rule, notes: notes, help: help)
    return .exception(value)
  }

  /// What an error that came out found.
  func finding(of interruption: Interruption) -> Finding? {
    guard case .exception(let value) = interruption, let finding,
      finding.exception.isIdentical(to: value)
    else { return nil }
    return finding
  }
}
