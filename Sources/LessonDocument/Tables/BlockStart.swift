/// Whether a line of a table's container begins another block, which ends the table. More ends a table
/// than a paragraph: a list that begins with any number, an empty item, indented code, any HTML tag.
enum BlockStart {
  /// `cursor` stands after the containers' marks of a line that is not blank.
  static func isAt(_ cursor: LineCursor) -> Bool {
    guard cursor.indentation < 4 else { return true }
    var cursor = cursor
    cursor.skipSpaces()
    guard let first = cursor.next else { return false }
    let line = cursor.rest
    switch first {
    case .quoteMark: return true
    case .numberSign:
      let level = line.prefix { $0 == .numberSign }.count
      return level <= 6 && isEndOfWord(line.dropFirst(level))
    case .backtick:
      let rest = line.drop { $0 == .backtick }
      return line.count - rest.count >= 3 && !rest.contains(.backtick)
    case .tilde: return line.prefix { $0 == .tilde }.count >= 3
    case .lessThan: return HTMLStart.isAt(Array(line))
    case .hyphen, UInt8(ascii: "*"): return isBreak(line) || isEndOfWord(line.dropFirst())
    case UInt8(ascii: "_"): return isBreak(line)
    case UInt8(ascii: "+"): return isEndOfWord(line.dropFirst())
    default: return isNumber(line)
    }
  }

  private static func isEndOfWord(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first.map(\.isSpaceOrTab) ?? true
  }

  /// `***`, `- - -`: three marks or more and nothing else.
  private static func isBreak(_ line: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for byte in line {
      if byte == line.first {
        count += 1
      } else if !byte.isSpaceOrTab {
        return false
      }
    }
    return count >= 3
  }

  /// `12.` or `12)`, at most nine digits.
  private static func isNumber(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.prefix(10).drop(while: \.isDigit)
    let digits = rest.startIndex - line.startIndex
    guard (1...9).contains(digits), let mark = rest.first else { return false }
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
      && isEndOfWord(line.dropFirst(digits + 1))
  }
}

/// The seven beginnings of blocks of HTML (CommonMark 0.30, 4.6).
private enum HTMLStart {
  private static let raw: Set<String> = ["script", "pre", "style", "textarea"]
  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  static func isAt(_ line: [UInt8]) -> Bool {
    if line.has("<!--", at: 0) || line.has("<?", at: 0) || line.has("<![CDATA[", at: 0) {
      return true
    }
    if line.has("<!", at: 0) { return line.count > 2 && line[2].isLetter }
    let start = line.has("</", at: 0) ? 2 : 1
    let name = line[start...].prefix(16).prefix { $0.isLetter || $0.isDigit }
    let tag = String(decoding: name, as: UTF8.self).lowercased()
    let rest = line[name.endIndex...]
    let isWhole = rest.first.map { $0.isSpaceOrTab || $0 == .quoteMark } ?? true
    if isWhole, start == 1, raw.contains(tag) { return true }
    if blocks.contains(tag), isWhole || line.has("/>", at: name.endIndex) { return true }
    var scanner = HTMLScanner(line)
    guard let end = scanner.endOfTag(at: 0) else { return false }
    return line[end...].allSatisfy(\.isSpaceOrTab)
  }
}
