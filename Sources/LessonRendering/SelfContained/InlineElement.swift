import Drawing

/// A script or style sheet inside a page, with the name by which the page's policy lets it be.
struct InlineElement {
  /// The whole element.
  let html: String
  /// As a source in a Content-Security-Policy.
  let source: String

  /// - Parameters:
  ///   - tag: `script` or `style`, with attributes.
  ///   - text: what the element holds; what would end it is written otherwise, as strings in both
  ///     languages allow.
  init(_ tag: String, text: String) {
    let text = text.replacing("</", with: "<\\/")
    let name = tag.prefix { $0 != " " }
    html = "<\(tag)>\(text)</\(name)>\n"
    source = "'sha256-\(Base64.text(of: SHA256.digest(of: Array(text.utf8))))'"
  }

  /// Text as the parser of HTML gives it to others, so that a digest is the same for both: without
  /// carriage returns and zeros.
  static func text(of bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0: continue
      case 0x0D:
        if index + 1 == bytes.count || bytes[index + 1] != 0x0A { kept.append(0x0A) }
      default: kept.append(byte)
      }
    }
    let text = String(decoding: kept, as: UTF8.self)
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
