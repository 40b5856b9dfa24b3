/// Colours for a terminal, or none.
public struct TerminalStyle: Sendable {
  /// What a piece of a report is; a colour follows from it.
  enum Role {
    case error, warning, headline, gutter, mark, secondaryMark, help, added, removed
  }

  private let isColoured: Bool

  /// Plain text.
  public static let plain = TerminalStyle(isColoured: false)
  /// With escape sequences.
  public static let coloured = TerminalStyle(isColoured: true)

  func apply(_ role: Role, _ text: String) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[\(code(of: role))m\(text)\u{1B}[0m"
  }

  private func code(of role: Role) -> String {
    switch role {
    case .error, .mark: "1;31"
    case .warning: "1;33"
    case .headline: "1"
    case .gutter, .secondaryMark: "1;34"
    case .help: "1;36"
    case .added: "32"
    case .removed: "31"
    }
  }
}
