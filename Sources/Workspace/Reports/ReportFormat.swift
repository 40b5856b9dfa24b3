/// How a report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people.
  case terminal
  /// One value, by the schema that `neuronbook explain --schema` prints.
  case json
  /// Static Analysis Results Interchange Format 2.1.0.
  case sarif
  /// The XML that test runners have in common.
  case junit
  /// Workflow commands, of which GitHub Actions makes annotations.
  case github

  /// The format of a name.
  public init(parsing name: String) throws(InvalidValue) {
    guard let format = ReportFormat(rawValue: name) else {
      let names = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw InvalidValue("'\(name)' is none of the formats \(names)")
    }
    self = format
  }
}
