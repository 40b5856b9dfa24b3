/// Which declarations an author may write in `style`: what changes how a thing looks in its place, and
/// nothing that takes it elsewhere, loads, moves or covers.
enum StylePolicy {
  private static let properties: Set<String> = [
    "background", "background-color", "border-collapse", "border-color", "border-radius",
    "border-spacing", "border-style", "border-width", "caption-side", "clear", "color",
    "column-count",
    "column-gap", "direction", "display", "empty-cells", "float", "font", "font-family",
    "font-size",
    "font-style", "font-variant", "font-weight", "gap", "height", "letter-spacing", "line-height",
    "list-style", "list-style-position", "list-style-type", "max-height", "max-width", "min-height",
    "min-width", "opacity", "overflow", "overflow-x", "overflow-y", "table-layout", "text-align",
    "text-decoration", "text-indent", "text-transform", "vertical-align", "white-space", "width",
    "word-break", "word-spacing", "word-wrap",
  ]
  private static let families = ["border", "margin", "padding"]
  private static let functions: Set<String> = ["rgb", "rgba", "hsl", "hsla"]
  /// Units of the window would make a thing as large as that.
  private static let units: Set<String> = [
    "", "px", "pt", "pc", "em", "rem", "ex", "ch", "cm", "mm", "in", "deg", "%",
  ]
  /// Four thousand of the smallest unit are more than any column is wide.
  private static let largestNumber = 4_000.0
  /// Of the units that are larger than a point.
  private static let largestMultiple = 100.0
  private static let largeUnits: Set<String> = ["pc", "em", "rem", "ex", "ch", "cm", "mm", "in"]

  /// The declarations that stay, in order, and those that go.
  static func sorted(_ style: String) -> (kept: [String], removed: [String]) {
    var kept: [String] = []
    var removed: [String] = []
    for declaration in style.split(separator: ";") {
      let text = declaration.trimmed
      if text.isEmpty { continue }
      if allows(text) { kept.append(text) } else { removed.append(text) }
    }
    return (kept, removed)
  }

  private static func allows(_ declaration: String) -> Bool {
    guard declaration.utf8.count <= 500,
      let colon = declaration.firstIndex(of: ":")
    else { return false }
    let property = declaration[..<colon].trimmed.lowercased()
    let value = declaration[declaration.index(after: colon)...].trimmed.lowercased()
    let isFamily = families.contains { property == $0 || property.hasPrefix($0 + "-") }
    guard properties.contains(property) || isFamily, !value.isEmpty else { return false }
    return words(of: value)?.allSatisfy { isHarmless($0) } ?? false
  }

  /// The words of a value, brackets of colours opened; `nil` for one with signs that no plain value has:
  /// escapes, comments, addresses.
  private static func words(of value: String) -> [String]? {
    var words: [String] = []
    var word = ""
    for character in value {
      switch character {
      case "(":
        guard functions.contains(word) else { return nil }
        word = ""
      case " ", ",", ")", "/", "\"", "'", "\t", "\n":
        if !word.isEmpty { words.append(word) }
        word = ""
      case "!":
        // `!important` would win over the page's own bounds.
        return nil
      default:
        guard character.isASCII,
          character.isLetter || character.isNumber || "-+.%#".contains(character)
        else { return nil }
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func isHarmless(_ word: String) -> Bool {
    if word.hasPrefix("#") { return true }
    guard let first = word.first, first.isNumber || "+-.".contains(first) else {
      return !["fixed", "sticky", "absolute"].contains(word)
    }
    let digits = word.prefix { $0.isNumber || "+-.".contains($0) }
    let unit = String(word.dropFirst(digits.count))
    guard units.contains(unit), let number = Double(digits), number >= 0 else { return false }
    return number <= (largeUnits.contains(unit) ? largestMultiple : largestNumber)
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let body = drop(while: \.isWhitespace)
    guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(body[...last])
  }
}
