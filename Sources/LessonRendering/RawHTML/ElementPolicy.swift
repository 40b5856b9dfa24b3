/// Which elements an author may write on a page, and how they go together.
enum ElementPolicy {
  /// What becomes of a tag.
  enum Verdict {
    case stays
    /// The tag goes, what stands between it and its end tag stays.
    case goes
    /// It goes with all up to its end tag.
    case goesWithContent
    /// The same, and what stands in it is text to a browser, tags or not.
    case goesWithText
  }

  static func verdict(on name: String) -> Verdict {
    if allowed.contains(name) { return .stays }
    if rawText.contains(name) { return .goesWithText }
    return active.contains(name) ? .goesWithContent : .goes
  }

  private static let allowed = inline.union(blocks).union(tableParts).union(void)

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "meter", "nobr", "picture", "progress", "q", "rb", "rp",
    "rt",
    "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u",
    "var",
  ]

  /// Elements that a paragraph cannot hold.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl",
    "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "li", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
  ]

  static let tableParts: Set<String> = [
    "caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]

  /// Elements without content or end tag.
  static let void: Set<String> = ["br", "col", "hr", "img", "wbr"]

  private static let rawText: Set<String> = [
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp",
  ]

  /// Elements whose content is of no use without them, or of another language.
  private static let active: Set<String> = [
    "applet", "audio", "canvas", "frameset", "math", "noscript", "object", "select", "svg",
    "template", "video",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Elements whose end tag may be left out.
  static let withOptionalEnd: Set<String> = [
    "colgroup", "dd", "dt", "li", "p", "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th",
    "thead",
    "tr",
  ]

  /// Elements that what stands in them cannot close from within.
  static let barriers: Set<String> = ["caption", "table", "td", "th"]

  /// Elements that keep an item in them from ending one around them (WHATWG HTML, 13.2.4.2: special, and
  /// 13.2.6.4.7).
  private static let withinItems = blocks.union(tableParts).subtracting(["address", "div", "p"])

  /// Which open elements a new one of this name ends, and which of those around them it does not see
  /// past: `<li>` ends an item, but none around an inner list.
  static func implied(by name: String) -> (ends: Set<String>, within: Set<String>) {
    switch name {
    case "li": (["li"], withinItems.subtracting(["li"]))
    case "dd", "dt": (["dd", "dt"], withinItems.subtracting(["dd", "dt"]))
    case "rb", "rt", "rp", "rtc": (["rb", "rt", "rp", "rtc"], ["ruby"])
    case _ where blocks.contains(name): (["p"], [])
    default: ([], [])
    }
  }

  /// What a part of a table stands in; what else is open above that ends.
  static func tableContext(of name: String) -> Set<String> {
    switch name {
    case "td", "th": ["tr", "tbody", "thead", "tfoot", "table"]
    case "tr": ["tbody", "thead", "tfoot", "table"]
    case "col": ["colgroup", "table"]
    default: ["table"]
    }
  }
}
