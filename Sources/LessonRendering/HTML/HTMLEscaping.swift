/// The one place where text becomes HTML.
public enum HTMLEscaping {
  /// Text as content or as a quoted attribute's value: `&`, `<`, `>` and `"` become entities.
  public static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isMarkup) else { return text }
    var html = ""
    html.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }

  /// Text for a place that someone else wrote, where an attribute's value may stand in single quotes too.
  static func escapedQuoting(_ text: String) -> String {
    escaped(text).replacing("'", with: "&#39;")
  }

  /// A link's destination as a quoted attribute's value: every byte that a URL cannot hold is
  /// percent-encoded; one that is encoded already stays.
  public static func escapedURL(_ url: String) -> String {
    var html: [UInt8] = []
    html.reserveCapacity(url.utf8.count)
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "'"): html += "&#x27;".utf8
      case _ where isURLByte(byte): html.append(byte)
      default: html += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: html, as: UTF8.self)
  }

  /// Whether a browser that follows the link may run or show what its author hid in it: schemes that
  /// execute or read local files. Images in `data:` are harmless, SVG excepted.
  public static func isDangerousURL(_ url: String) -> Bool {
    // Browsers skip white space and control characters before and within a scheme.
    let start = String(
      decoding: url.utf8.lazy.filter { $0 > 0x20 }.prefix(24), as: UTF8.self
    ).lowercased()
    let images = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
    if images.contains(where: start.hasPrefix) { return false }
    return ["javascript:", "vbscript:", "file:", "data:"].contains(where: start.hasPrefix)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
