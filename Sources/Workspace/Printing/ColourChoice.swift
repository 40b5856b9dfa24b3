#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether problems are printed in colour.
public enum ColourChoice: String, CaseIterable, Sendable {
  /// On a terminal, unless the environment says otherwise: `NO_COLOR` (no-color.org) forbids it,
  /// `CLICOLOR_FORCE` (bixense.com/clicolors) asks for it anywhere, and a terminal `dumb` has none.
  case auto
  case always
  case never

  func isColoured(onTerminal isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let refused = Self.variable("NO_COLOR"), !refused.isEmpty { return false }
      if let forced = Self.variable("CLICOLOR_FORCE"), !forced.isEmpty, forced != "0" {
        return true
      }
      return isTerminal && Self.variable("TERM") != "dumb"
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
