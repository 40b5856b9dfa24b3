import LessonDocument

/// The last line of a page, by which it is known for one: what a person put among the pages has none.
///
///     <!-- Made by neuronbook from basics/chain-rule.md: change that, not this. -->
public enum PageMark {
  private static let opening = "<!-- Made by neuronbook from "
  private static let closing = ": change that, not this. -->"

  /// The mark of a page that is made from a lesson, `path` being the lesson's below the root. Ends with
  /// a line ending.
  public static func text(lesson path: String) -> String {
    // A comment ends at two hyphens.
    let address = Address.encoded(path).replacing("--", with: "-%2D")
    return opening + address + closing + "\n"
  }

  /// Whether a text has a mark, though perhaps not in its last line: someone may have added to a page.
  public static func isAnywhere(in page: [UInt8]) -> Bool {
    lesson(of: page) != nil || String(decoding: page, as: UTF8.self).contains(opening)
  }

  /// The path of the lesson that a text is made from; `nil` for one that is no page.
  public static func lesson(of page: [UInt8]) -> String? {
    var end = page.count
    while end > 0, page[end - 1] <= 0x20 { end -= 1 }
    let start = page[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // No path is longer.
    guard end - start <= 1 << 14 else { return nil }
    let line = String(decoding: page[start..<end], as: UTF8.self)
    guard line.hasPrefix(opening), line.hasSuffix(closing),
      line.utf8.count > opening.utf8.count + closing.utf8.count
    else { return nil }
    return Address.decoded(String(line.dropFirst(opening.count).dropLast(closing.count)))
  }
}
