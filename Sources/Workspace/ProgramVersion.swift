/// The program's own version, for `--version` and for reports.
public enum ProgramVersion {
  /// As semver.org has it.
  public static let text = "0.1.0"
}
