import LessonDocument

/// Where a site is published: `https://ada.example/lessons/`.
public struct SiteAddress: Hashable, Sendable {
  /// Ends with `/`.
  public let text: String
  /// Scheme and host: `https://ada.example`.
  private let origin: String

  /// `nil` for what is no absolute address of a folder by `https:` or `http:` (RFC 3986, 4.3, without
  /// user and query). One of a page would make no sense of the pages beside it.
  public init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else {
      return nil
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    guard Self.isHost(host), path.utf8.allSatisfy(Self.isPathByte) else { return nil }
    origin = scheme + host
    self.text = origin + path + (path.hasSuffix("/") ? "" : "/")
  }

  /// Whether the site is all that its host has.
  var isWholeHost: Bool { text.utf8.count == origin.utf8.count + 1 }

  /// The address of a page, `path` being its path below the output folder; the list of all lessons is
  /// the site itself.
  func address(ofPage path: String) -> String {
    path == "index" ? text : text + Address.encoded(path) + ".html"
  }

  /// Where a relative address of a page leads (RFC 3986, 5.2.4): not above the host.
  func resolve(_ relative: String, from page: String) -> String {
    var parts = (text.dropFirst(origin.count) + Address.encoded(page)).split(separator: "/")
    parts.removeLast()
    for part in relative.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return origin + "/" + parts.joined(separator: "/")
  }

  /// A name or number with at most a port.
  private static func isHost(_ host: Substring) -> Bool {
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return false }
    let isName = name.utf8.allSatisfy { isAlphanumeric($0) || "-.".utf8.contains($0) }
    let isPort = parts.count == 1 || UInt16(parts[1]) != nil
    return isName && isPort && name.first != "." && !name.hasSuffix("..")
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~!$&'()*+,;=:@%/".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
