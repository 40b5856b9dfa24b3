/// The JSON Schema (2020-12) of the report in JSON.
public enum ReportSchema {
  /// Ends with a line ending.
  public static var text: String {
    String(decoding: PackageResources.report_schema_json, as: UTF8.self)
  }
}
