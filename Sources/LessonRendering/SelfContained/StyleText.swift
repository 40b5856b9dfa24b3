/// Style sheets whose files are in them.
enum StyleText {
  /// The sheet with every `url(…)` that `file` knows as the file itself. The others stay.
  static func embedding(in sheet: [UInt8], file: (_ path: String) -> [UInt8]?) -> [UInt8] {
    var text: [UInt8] = []
    var offset = 0
    while offset < sheet.count {
      if sheet[offset...].starts(with: "url(".utf8),
        let end = sheet[offset...].firstIndex(of: UInt8(ascii: ")"))
      {
        let path = address(sheet[(offset + 4)..<end])
        let whole = sheet[offset...end]
        offset = end + 1
        guard let type = DataAddress.type(of: path), let bytes = file(path) else {
          text += whole
          continue
        }
        text += "url(\(DataAddress.text(of: bytes, type: type)))".utf8
      } else {
        let end = StyleRules.end(ofPieceAt: offset, in: sheet)
        text += sheet[offset..<end]
        offset = end
      }
    }
    return text
  }

  /// What stands in the brackets of `url(…)`, without quotation marks, `./` and what follows `?` or `#`.
  private static func address(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).filter {
      !$0.isWhitespace && $0 != "\"" && $0 != "'"
    }
    let path = text.prefix { $0 != "?" && $0 != "#" }
    return String(path.hasPrefix("./") ? path.dropFirst(2) : path)
  }
}
