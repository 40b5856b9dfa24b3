/// What a page with formulas needs beside it: KaTeX's style sheet and the fonts that it names.
public struct KaTeXStyle: Hashable, Sendable {
  /// A font file.
  public struct Font: Hashable, Sendable {
    /// Under `fonts/` beside the style sheet.
    public var name: String
    /// Where it lies on this machine.
    public var path: String
  }

  /// The sheet with the names that formulas are written with; each font is named in one format only.
  public let styleSheet: [UInt8]
  public let fonts: [Font]

  /// The style of a KaTeX; `nil` when it has no style sheet that can be read.
  public init?(in folder: KaTeXFolder) {
    guard let sheet = contents(ofFile: folder.styleSheet) else { return nil }
    self.init(sheet: sheet, folder: folder.path)
  }

  /// Keeps of every `src:` list the first format. It is woff2, which all browsers of the last years
  /// take; the others would treble the files.
  init(sheet: [UInt8], folder: String) {
    var kept: [UInt8] = []
    var names: [String] = []
    var rest = sheet[...]
    while let start = rest.firstIndex(of: "src:") {
      kept += rest[..<start]
      rest = rest[start...]
      let end = rest.firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "}") }
      let list = rest[..<(end ?? rest.endIndex)]
      let first = list[..<(list.firstIndex(of: UInt8(ascii: ",")) ?? list.endIndex)]
      kept += first
      if let name = Self.fontName(in: first) { names.append(name) }
      rest = rest[list.endIndex...]
    }
    styleSheet = CompactNames.shortened(kept + rest)
    fonts = names.map { Font(name: $0, path: "\(folder)/fonts/\($0)") }
  }

  /// `KaTeX_AMS-Regular.woff2` of `src:url(fonts/KaTeX_AMS-Regular.woff2) format('woff2')`.
  private static func fontName(in source: ArraySlice<UInt8>) -> String? {
    guard let open = source.firstIndex(of: "url(fonts/") else { return nil }
    let name = source[(open + 10)...].prefix { $0 != UInt8(ascii: ")") }
    guard !name.contains(UInt8(ascii: "/")) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Where an ASCII text first stands.
  fileprivate func firstIndex(of text: StaticString) -> Int? {
    text.withUTF8Buffer { needle in
      indices.first { self[$0] == needle[0] && self[$0...].starts(with: needle) }
    }
  }
}
