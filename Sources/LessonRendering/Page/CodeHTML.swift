import LessonDocument
import SourceText

/// The code of a cell in its colours, each name linked to its definition, with what is to be told of it
/// as a title.
///
/// A page has hundreds of names, so what marks them is short: attributes without quotation marks where
/// HTML allows that, `<b>` for keywords, `<i>` for numbers, with a class for the rest. The page's script
/// makes the links of a cell one stop of the Tab key.
struct CodeHTML {
  let code: SourceFragment
  let tokens: [HighlightedToken]
  /// The index of the cell.
  let cell: Int
  let links: CodeLinks

  /// Without final line endings.
  var html: String {
    let bytes = code.utf8
    var end = bytes.count
    while end > 0, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    func escaped(_ range: Range<Int>) -> String {
      HTMLEscaping.escaped(String(decoding: bytes[range], as: UTF8.self))
    }
    var html = ""
    var position = 0
    for token in tokens {
      let start = max(token.span.start, position)
      let stop = min(token.span.end, end)
      guard start < stop, let (opening, closing) = tags(of: token) else { continue }
      html += escaped(position..<start) + opening + escaped(start..<stop) + closing
      position = stop
    }
    return html + escaped(min(position, end)..<end)
  }

  /// What is written around a token; `nil` for what is set as text.
  private func tags(of token: HighlightedToken) -> (opening: String, closing: String)? {
    switch token.category {
    case .keyword: return ("<b>", "</b>")
    case .number: return ("<i>", "</i>")
    default: break
    }
    let (own, aim) = links.link(of: token, inCell: cell)
    var attributes = ""
    if let own { attributes += Self.attribute("id", own) }
    if let aim { attributes += Self.attribute("href", "#" + aim) }
    let isName = own != nil || aim != nil || token.note != nil
    if let mark = token.category.mark { attributes += Self.attribute("class", mark) }
    if let note = token.note { attributes += Self.attribute("title", TitleText.shown(note)) }
    if attributes.isEmpty { return nil }
    let tag = isName ? "a" : "i"
    return ("<\(tag)\(attributes)>", "</\(tag)>")
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy(isUnquoted)
    return isPlain ? " \(name)=\(value)" : " \(name)=\"\(HTMLEscaping.escaped(value))\""
  }

  /// Some of the bytes that a value without quotation marks may hold.
  private static func isUnquoted(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "#:._-+()[],*".utf8.contains(byte)
    }
  }
}

extension HighlightedToken.Category {
  /// The class on the page; `nil` for what is set in the colour of text.
  fileprivate var mark: String? {
    switch self {
    case .function: "f"
    case .builtin: "b"
    case .parameter: "p"
    case .string: "s"
    case .comment: "c"
    case .invalid: "x"
    case .keyword, .number, .name, .operator, .punctuation: nil
    }
  }
}

/// Text that a page shows where no markup can be.
enum TitleText {
  /// Characters that cannot be seen, or turn others around, are shown by what stands for them.
  static func shown(_ text: String) -> String {
    let shown = ControlPictures.shown(text)
    guard shown.unicodeScalars.contains(where: turns) else { return shown }
    var result = ""
    for scalar in shown.unicodeScalars {
      if turns(scalar) {
        result += "\\u" + String(scalar.value, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Embeddings, overrides and isolates.
  private static func turns(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
