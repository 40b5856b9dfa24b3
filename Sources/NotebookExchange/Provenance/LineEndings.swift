/// The line endings of a lesson; a notebook's texts have `\n` throughout.
enum LineEndings {
  /// What ends the first line; `\n` where nothing does.
  static func first(in text: some Collection<UInt8>) -> String {
    guard let end = text.firstIndex(where: { $0 == lineFeed || $0 == carriageReturn }) else {
      return "\n"
    }
    if text[end] == lineFeed { return "\n" }
    let next = text.index(after: end)
    return next < text.endIndex && text[next] == lineFeed ? "\r\n" : "\r"
  }

  /// The text with `\n` for every line ending.
  static func unified(_ text: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.underestimatedCount)
    var isAfterCarriageReturn = false
    for byte in text {
      if byte == carriageReturn {
        result.append(lineFeed)
      } else if byte != lineFeed || !isAfterCarriageReturn {
        result.append(byte)
      }
      isAfterCarriageReturn = byte == carriageReturn
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text with `ending` for every `\n`.
  static func applied(_ ending: String, to text: String) -> String {
    if ending == "\n" { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == lineFeed { result += ending.utf8 } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}
