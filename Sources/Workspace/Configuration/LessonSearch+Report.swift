import SourceText

extension LessonSearch {
  /// What the configurations say of the report. There is one report for all sets, so those that say
  /// anything must say the same.
  func reportSettings() -> (settings: ReportSettings, problems: [Diagnostic]) {
    let saying = scopes.map(\.configuration).filter { $0.report != ReportSettings() }
    guard let first = saying.first else { return (ReportSettings(), []) }
    let others = saying.filter { $0.report != first.report }
    let problems = others.map { other in
      Diagnostic(
        .severalConfigurations,
        "what it says of the `report` is not what \(first.source?.path ?? "") says",
        file: other.source?.path ?? "", help: "run once for each set of lessons")
    }
    return (first.report, problems)
  }
}
