/// Which attributes an author may write.
enum AttributePolicy {
  /// What becomes of an attribute.
  enum Verdict {
    case stays
    /// It stays with another value.
    case changes(String)
    case isAddress(of: Address)
    case goes
  }

  /// What an address is for.
  enum Address {
    case link, image
  }

  private static let everywhere: Set<String> = [
    "align", "class", "dir", "height", "hidden", "id", "lang", "role", "style", "title",
    "translate",
    "width",
  ]

  private static let ofElements: [String: Set<String>] = [
    "a": ["href", "hreflang", "name", "rel", "target"],
    "img": ["alt", "border", "decoding", "hspace", "loading", "src", "vspace"],
    "details": ["open", "name"],
    "table": ["bgcolor", "border", "cellpadding", "cellspacing", "frame", "rules", "summary"],
    "td": cell, "th": cell, "tr": ["bgcolor", "valign"],
    "tbody": ["valign"], "thead": ["valign"], "tfoot": ["valign"],
    "col": ["span", "valign"], "colgroup": ["span", "valign"],
    "ol": ["reversed", "start", "type", "compact"], "ul": ["type", "compact"],
    "li": ["type", "value"], "font": ["color", "face", "size"],
    "hr": ["color", "noshade", "size"], "br": ["clear"],
    "blockquote": ["cite"], "q": ["cite"], "ins": ["cite", "datetime"],
    "del": ["cite", "datetime"],
    "time": ["datetime"], "data": ["value"], "meter": gauge, "progress": ["max", "value"],
  ]
  private static let cell: Set<String> = [
    "abbr", "axis", "bgcolor", "colspan", "headers", "nowrap", "rowspan", "scope", "valign",
  ]
  private static let gauge: Set<String> = ["high", "low", "max", "min", "optimum", "value"]

  static func verdict(on name: String, of element: String, value: String) -> Verdict {
    guard
      everywhere.contains(name) || name.hasPrefix("aria-")
        || ofElements[element]?.contains(name) == true
    else { return .goes }
    switch name {
    case "href", "cite": return .isAddress(of: .link)
    case "src": return .isAddress(of: .image)
    // Names that begin with a colon are the page's own.
    case "id", "name": return value.hasPrefix(":") || value.isEmpty ? .goes : .stays
    case "target": return value.lowercased() == "_blank" ? .changes("_blank") : .goes
    case "width", "height", "size", "border", "cellpadding", "cellspacing", "hspace", "vspace":
      return isLength(value) ? .stays : .goes
    // Browsers take larger ones for these.
    case "colspan", "rowspan", "span": return isCount(value) ? .stays : .goes
    default: return .stays
    }
  }

  private static func isLength(_ value: String) -> Bool {
    let digits = value.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.count <= 4 && ["", "%", "px", "em"].contains(value.dropFirst(digits.count))
  }

  private static func isCount(_ value: String) -> Bool {
    Int(value).map { (1...1_000).contains($0) } ?? false
  }
}
