import SourceText

/// Where the front matter stands in a file: between a first line `---` and a line `---` or `...`.
struct FrontMatterText {
  /// The YAML, its last line ending included.
  let yaml: Span
  /// Where the Markdown after it begins.
  let bodyStart: Int

  /// `nil` when the text from `start` on does not begin with front matter, or it never ends: a line
  /// `---` alone is CommonMark's thematic break.
  init?(of source: SourceFile, from start: Int) {
    let bytes = source.utf8
    guard Self.mayBegin(bytes[start...]) else { return nil }
    var line = source.position(at: start).line + 1
    let yamlStart = line <= source.lineCount ? source.span(ofLine: line).start : bytes.count
    while line <= source.lineCount {
      let span = source.span(ofLine: line)
      if Self.isFence("---", bytes, span) || Self.isFence("...", bytes, span) {
        yaml = Span(yamlStart, span.start)
        bodyStart = line < source.lineCount ? source.span(ofLine: line + 1).start : bytes.count
        return
      }
      line += 1
    }
    return nil
  }

  /// Whether the first line of a text is `---`, a byte order mark aside.
  static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex + (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let end = bytes[start...].firstIndex(where: \.isLineEnding) ?? bytes.endIndex
    return end < bytes.endIndex && isFence("---", Array(bytes[start..<end]), Span(0, end - start))
  }

  /// A problem when a text begins as front matter does, with `---` and a known key, but has no end.
  static func unclosedProblem(in source: SourceFile, from start: Int) -> Diagnostic? {
    let bytes = source.utf8
    guard mayBegin(bytes[start...]) else { return nil }
    let line = source.position(at: start).line
    guard line < source.lineCount else { return nil }
    let text = source.text(of: source.span(ofLine: line + 1))
    guard FrontMatterKey.allCases.contains(where: { text.hasPrefix($0.rawValue + ":") }) else {
      return nil
    }
    return Diagnostic(
      .frontMatterSyntax, "the front matter that begins here is never closed",
      at: Place(source, Span(start, start + 3)), help: "write `---` on a line of its own after it")
  }

  private static func isFence(_ mark: StaticString, _ bytes: [UInt8], _ line: Span) -> Bool {
    let rest = bytes[line.start..<line.end]
    return rest.has(mark, at: line.start)
      && rest.dropFirst(mark.utf8CodeUnitCount).allSatisfy(\.isSpaceOrTab)
  }
}
