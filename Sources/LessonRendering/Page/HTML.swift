/// The only place that turns text into HTML.
enum HTML {
  /// Text for content or a quoted attribute.
  static func escaped(_ text: String) -> String {
    escaped(Array(text.utf8)[...])
  }

  /// Text, as UTF-8, for content or a quoted attribute.
  static func escaped(_ utf8: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + utf8.count / 8)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      case UInt8(ascii: "'"): result += "&#39;".utf8
      case 0: result += "\u{FFFD}".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Text that a program put out, without its last line ending.
  static func samp(_ text: String) -> String {
    "<samp>\(escaped(text.hasSuffix("\n") ? String(text.dropLast()) : text))</samp>"
  }
}
