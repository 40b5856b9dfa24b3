/// A comment before a cell that says how a notebook ran it, where that was not from top to bottom: the
/// lesson's stored outputs may be of another order.
///
///     <!-- neuronbook: never run -->
public enum RunMark {
  private static let beginning = "<!-- neuronbook: "
  private static let end = " -->"

  /// The comment that says `note`.
  public static func text(_ note: String) -> String { beginning + note + end }

  /// What a piece of raw HTML says, if it is such a comment.
  public static func note(in html: String) -> String? {
    let bytes = Array(html.utf8)
    guard HTMLComment.isAll(of: html), html.hasPrefix(beginning),
      let close = bytes.lastIndex(of: UInt8(ascii: "-")), close > beginning.utf8.count + 1
    else { return nil }
    let note = bytes[beginning.utf8.count..<(close - 1)]
    return String(decoding: note, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
