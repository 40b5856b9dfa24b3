import SourceText

/// The Markdown that libcmark is given, made from a file: front matter and byte order mark off, each
/// formula replaced by one private-use scalar, NUL by U+FFFD. It knows the way back.
///
///     file    The loss $J_w$ and $b_w$.
///     text    The loss ① and ②.          ①, ②: one scalar of planes 15 and 16 each
struct MarkdownText {
  let source: SourceFile
  let utf8: [UInt8]
  /// What each mask stands for, in the order of the file.
  let formulas: [Math]
  private let lines: SourceFile
  private let map: OffsetMap
  private let masks: MaskScalars

  /// The text of `source` from `start` on with `formulas`, sorted and apart from each other, masked.
  /// Formulas beyond the number of masks stay as they are.
  init(source: SourceFile, from start: Int, formulas: [Math]) {
    self.source = source
    masks = MaskScalars(count: formulas.count, unusedIn: source.utf8)
    self.formulas = Array(formulas.prefix(masks.scalars.count))
    var writer = DerivedText(source: source, capacity: source.utf8.count)
    var offset = start
    for (formula, mask) in zip(self.formulas, masks.scalars) {
      writer.copy(Span(offset, formula.span.start))
      writer.append(String(mask).utf8, for: formula.span.start)
      offset = formula.span.end
    }
    writer.copy(Span(offset, source.utf8.count))
    writer.end()
    utf8 = writer.utf8
    map = writer.map
    lines = SourceFile(path: source.path, utf8: writer.utf8)
  }

  var lineCount: Int { lines.lineCount }

  /// The bytes of a 1-based line without its line ending; empty, at the end, past the last line.
  func span(ofLine line: Int) -> Span {
    line >= 1 && line <= lineCount ? lines.span(ofLine: line) : Span(utf8.count, utf8.count)
  }

  func cursor(line: Int) -> LineCursor {
    let span = span(ofLine: line)
    return LineCursor(utf8, from: span.start, to: span.end)
  }

  /// The offset in the file. An end at a line's end or before a mask is exact too, since all that is
  /// taken out of the file stands as a mask in the text.
  func original(of offset: Int) -> Int { map.original(of: offset) }

  func original(of span: Span) -> Span { Span(original(of: span.start), original(of: span.end)) }

  /// The end of a line in the text, trailing spaces left out.
  func endOfContent(ofLine line: Int) -> Int {
    var span = span(ofLine: line)
    while span.length > 0, utf8[span.end - 1].isSpaceOrTab { span.end -= 1 }
    return span.end
  }

  /// Stretches of the parsed text, none longer than a line, as the author wrote them, with the way back
  /// to the file; `separator` stands between them.
  func fragment(of stretches: [LineStretch], separator: UInt8) -> SourceFragment {
    let length = stretches.reduce(0) { $0 + $1.span.length + 1 }
    var writer = DerivedText(source: source, capacity: length)
    for (index, stretch) in stretches.enumerated() {
      let span = original(of: stretch.span)
      if index > 0 { writer.append([separator], for: max(span.start - 1, 0)) }
      for _ in 0..<stretch.leadingSpaces { writer.append([.space], for: span.start - 1) }
      writer.copy(span)
    }
    return writer.fragment
  }

  /// Calls `text` for each stretch without masks and `formula` for each mask.
  func split(_ string: String, text: (String) -> Void, formula: (Math) -> Void) {
    guard !formulas.isEmpty, string.utf8.contains(where: MaskScalars.mayBegin) else {
      return text(string)
    }
    var pending = ""
    for scalar in string.unicodeScalars {
      guard let index = masks.index(of: scalar) else {
        pending.unicodeScalars.append(scalar)
        continue
      }
      if !pending.isEmpty { text(pending) }
      pending = ""
      formula(formulas[index])
    }
    if !pending.isEmpty { text(pending) }
  }

  /// A text with each formula as the author wrote it: for code, HTML and link destinations, which
  /// have no math.
  func unmasked(_ string: String) -> String {
    var result = ""
    split(string, text: { result += $0 }, formula: { result += source.text(of: $0.span) })
    return result
  }
}
