/// Style sheets whose files are in them.
enum StyleText {
  /// Sheets that import each other come to an end.
  private static let deepest = 8

  /// The sheet with every `url(…)` that `file` knows as the file itself, and with every sheet that it
  /// imports. The others stay.
  ///
  /// - Parameter path: where the sheet lies: what it names is seen from there.
  static func embedding(
    in sheet: [UInt8], at path: String = "", depth: Int = 0,
    file: (_ path: String) -> [UInt8]?
  ) -> [UInt8] {
    var text: [UInt8] = []
    var offset = 0
    while offset < sheet.count {
      if let (named, end) = address(at: offset, in: sheet) {
        text += embedded(named, from: path, file) ?? Array(sheet[offset..<end])
        offset = end
      } else if let (imported, end) = imported(at: offset, in: sheet) {
        if !imported.path.hasPrefix("/"), depth < deepest,
          let inner = PagePath.resolve(imported.path, from: path),
          let bytes = file(inner)
        {
          let rules = embedding(in: bytes, at: inner, depth: depth + 1, file: file)
          text +=
            imported.media.isEmpty ? rules : "@media \(imported.media){".utf8 + rules + "}".utf8
        } else {
          text += sheet[offset..<end]
        }
        offset = end
      } else {
        let end = StyleRules.end(ofPieceAt: offset, in: sheet)
        text += sheet[offset..<end]
        offset = end
      }
    }
    return text
  }

  private static func embedded(
    _ named: String, from path: String, _ file: (_ path: String) -> [UInt8]?
  ) -> [UInt8]? {
    guard !named.hasPrefix("/"), let type = DataAddress.type(of: named),
      let inner = PagePath.resolve(named, from: path),
      let bytes = file(inner)
    else { return nil }
    return Array("url(\(DataAddress.text(of: bytes, type: type)))".utf8)
  }

  /// What `url(…)` names, and where it ends.
  private static func address(at offset: Int, in sheet: [UInt8]) -> (path: String, end: Int)? {
    guard sheet[offset...].starts(with: "url(".utf8),
      let end = sheet[offset...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return (path(sheet[(offset + 4)..<end]), end + 1)
  }

  /// What `@import "…" media;` names, and where it ends.
  private static func imported(
    at offset: Int, in sheet: [UInt8]
  ) -> (statement: (path: String, media: String), end: Int)? {
    guard sheet[offset...].starts(with: "@import".utf8) else { return nil }
    var start = offset + "@import".utf8.count
    while start < sheet.count, sheet[start] <= 0x20 { start += 1 }
    guard start < sheet.count else { return nil }
    let named = address(at: start, in: sheet)
    let isQuoted = sheet[start] == UInt8(ascii: "\"") || sheet[start] == UInt8(ascii: "'")
    guard named != nil || isQuoted else { return nil }
    let close = named?.end ?? StyleRules.end(ofPieceAt: start, in: sheet)
    guard let end = sheet[close...].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let media = String(decoding: sheet[close..<end], as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    return ((named?.path ?? path(sheet[start..<close]), media.joined(separator: " ")), end + 1)
  }

  /// What stands in the brackets of `url(…)`, without quotation marks, and what follows `?` or `#`.
  private static func path(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).filter {
      !$0.isWhitespace && $0 != "\"" && $0 != "'"
    }
    return String(text.prefix { $0 != "?" && $0 != "#" })
  }
}
