import SourceText

/// The Markdown that libcmark is given, made from a file: front matter and byte order mark off, what it
/// does not know replaced (see `Substitution`), NUL by U+FFFD. It knows the way back.
///
///     file    The loss $J_w$ and $b_w$.
///     text    The loss ① and ②.          ①, ②: one scalar of planes 15 and 16 each
struct MarkdownText {
  let source: SourceFile
  let utf8: [UInt8]
  let markup: Markup
  /// The first formula or reference that there was no mask for.
  let firstUnmasked: Span?
  /// For each label of a note, folded, the label as the first of these notes has it.
  let labels: [String: String]
  private let lines: SourceFile
  private let map: OffsetMap
  private let scalars: MaskScalars
  /// What the scalars stand for.
  private let masks: [Mask]
  /// Headings, by their lines, that are cells or separators.
  private let headings: [Int: HeadingRole]
  /// Notes, by where their items of lists begin, as indices in `markup.notes`.
  private let notes: [Int: Int]

  /// The text of `source` from `start` on with `markup` replaced.
  init(source: SourceFile, from start: Int, markup: Markup) {
    let substitutions = markup.substitutions(in: source)
    let maskCount = markup.formulas.count + markup.references.count + markup.colons.count
    let scalars = MaskScalars(count: maskCount, unusedIn: source.utf8)
    var writer = SubstitutedText(source: source, from: start, scalars: scalars.scalars)
    for substitution in substitutions { writer.append(substitution) }
    writer.end()

    self.source = source
    self.markup = markup
    self.scalars = scalars
    utf8 = writer.utf8
    map = writer.map
    masks = writer.masks
    firstUnmasked = writer.firstUnmasked
    lines = SourceFile(path: source.path, utf8: writer.utf8)
    notes = writer.notes
    headings = Self.headings(writer.headings, in: lines)
    labels = Self.labels(writer.notes, of: markup.notes)
  }

  private static func labels(
    _ items: [Int: Int], of notes: [NoteMark]
  ) -> [String: String] {
    var labels: [String: String] = [:]
    for item in items.keys.sorted() {
      let label = notes[items[item, default: 0]].label
      let key = NoteLabel.folded(label)
      if labels[key] == nil { labels[key] = label }
    }
    return labels
  }

  /// From offsets in order to lines.
  private static func headings(
    _ roles: [(offset: Int, role: HeadingRole)], in lines: SourceFile
  ) -> [Int: HeadingRole] {
    var headings: [Int: HeadingRole] = [:]
    var line = 1
    for (offset, role) in roles {
      while line < lines.lineCount, lines.span(ofLine: line + 1).start <= offset { line += 1 }
      headings[line] = role
    }
    return headings
  }

  var lineCount: Int { lines.lineCount }

  /// What a heading stands for that the author did not write.
  func role(ofHeading heading: CommonMarkNode) -> HeadingRole? { headings[heading.startLine] }

  func isCell(line: Int) -> Bool {
    if case .cell? = headings[line] { true } else { false }
  }

  /// The note that an item of a list stands for.
  func note(of item: CommonMarkNode) -> NoteMark? {
    notes[offset(of: item)].map { markup.notes[$0] }
  }

  /// The bytes of a 1-based line without its line ending; empty, at the end, past the last line.
  func span(ofLine line: Int) -> Span {
    line >= 1 && line <= lineCount ? lines.span(ofLine: line) : Span(utf8.count, utf8.count)
  }

  func cursor(line: Int) -> LineCursor {
    let span = span(ofLine: line)
    return LineCursor(utf8, from: span.start, to: span.end)
  }

  /// What a further line begins with in the containers whose marks stand before `offset` on a line.
  /// List marks become spaces: written again they would begin another item.
  func continuation(ofLine line: Int, before offset: Int) -> String {
    String(
      decoding: utf8[span(ofLine: line).start..<offset].map {
        $0 == .quoteMark || $0 == .tab ? $0 : .space
      }, as: UTF8.self)
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

  /// The label in the `[^label]` at an offset, which may be masked already, and where the whole ends.
  func noteLabel(at offset: Int) -> (label: String, end: Int)? {
    guard utf8.has("[", at: offset) else { return nil }
    if case .reference(let span)? = mask(at: offset + 1) {
      let label = source.text(of: Span(span.start + 1, span.end))
      return utf8.has("]", at: offset + 5) ? (label, offset + 6) : nil
    }
    guard utf8.has("^", at: offset + 1), let end = NoteLabel.end(in: utf8, from: offset + 2)
    else { return nil }
    return (unmasked(String(decoding: utf8[(offset + 2)..<end], as: UTF8.self)), end + 1)
  }

  /// The end of the colon at `offset`, with or without its mask.
  func endOfColon(at offset: Int) -> Int? {
    var offset = offset
    if case .colon? = mask(at: offset) { offset += 4 }
    return utf8.has(":", at: offset) ? offset + 1 : nil
  }

  /// Stretches of the parsed text, none longer than a line, as the author wrote them, with the way back
  /// to the file; `separator` stands between them.
  func fragment(of stretches: [LineStretch], separator: UInt8) -> SourceFragment {
    let length = stretches.reduce(0) { $0 + $1.span.length + 1 }
    var writer = DerivedText(source: source, capacity: length)
    for (index, stretch) in stretches.enumerated() {
      let start = original(of: stretch.span.start)
      if index > 0 { writer.append([separator], for: max(start - 1, 0)) }
      for _ in 0..<stretch.leadingSpaces { writer.append([.space], for: start - 1) }
      copy(stretch.span, to: &writer)
    }
    return writer.fragment
  }

  /// What is masked as the author wrote it; the rest as it stands here, since a cell's bars have lost
  /// their backslashes.
  private func copy(_ span: Span, to writer: inout DerivedText) {
    let whole = original(of: span)
    if utf8[span.start..<span.end] == source.utf8[whole.start..<whole.end] {
      return writer.copy(whole)
    }
    var offset = span.start
    while offset < span.end {
      guard let mask = mask(at: offset) else {
        writer.append([utf8[offset]], for: original(of: offset))
        offset += 1
        continue
      }
      if let masked = mask.span { writer.copy(masked) }
      offset += 4
    }
  }

  private func mask(of scalar: Unicode.Scalar) -> Mask? {
    guard let index = scalars.index(of: scalar), index < masks.count else { return nil }
    return masks[index]
  }

  /// The mask at an offset. Each takes four bytes.
  private func mask(at offset: Int) -> Mask? {
    guard offset + 4 <= utf8.count, MaskScalars.mayBegin(utf8[offset]) else { return nil }
    let scalar = String(decoding: utf8[offset..<offset + 4], as: UTF8.self).unicodeScalars.first
    return scalar.flatMap(mask)
  }

  /// Calls `text` for each stretch without masks and `mask` for each mask.
  func split(_ string: String, text: (String) -> Void, mask: (Mask) -> Void) {
    guard !masks.isEmpty, string.utf8.contains(where: MaskScalars.mayBegin) else {
      return text(string)
    }
    var pending = ""
    for scalar in string.unicodeScalars {
      guard let found = self.mask(of: scalar) else {
        pending.unicodeScalars.append(scalar)
        continue
      }
      if !pending.isEmpty { text(pending) }
      pending = ""
      mask(found)
    }
    if !pending.isEmpty { text(pending) }
  }

  /// A text with all that is masked as the author wrote it: for code, HTML and link destinations.
  func unmasked(_ string: String) -> String {
    var result = ""
    split(string, text: { result += $0 }) { mask in
      if let span = mask.span { result += source.text(of: span) }
    }
    return result
  }
}

/// The parsed text while it is being made.
private struct SubstitutedText {
  private var writer: DerivedText
  private var scalars: ArraySlice<Unicode.Scalar>
  private(set) var masks: [Mask] = []
  private(set) var headings: [(offset: Int, role: HeadingRole)] = []
  private(set) var notes: [Int: Int] = [:]
  private(set) var firstUnmasked: Span?
  /// Up to where the file has been taken in.
  private var position: Int

  var utf8: [UInt8] { writer.utf8 }
  var map: OffsetMap { writer.map }

  init(source: SourceFile, from start: Int, scalars: [Unicode.Scalar]) {
    writer = DerivedText(source: source, capacity: source.utf8.count)
    self.scalars = scalars[...]
    position = start
  }

  mutating func append(_ substitution: Substitution) {
    let span = substitution.span
    guard span.start >= position else { return }
    switch substitution.replacement {
    case .text(let text): replace(span, by: text)
    case .note(let mark, let index):
      copy(to: span.start)
      notes[writer.utf8.count] = index
      replace(span, by: mark)
    case .heading(let before, let after, let role):
      copy(to: span.start)
      headings.append((writer.utf8.count + before.utf8.count, role))
      replace(span, by: "\(before)#\(after)")
    case .mask(let mask):
      if let scalar = scalars.popFirst() {
        masks.append(mask)
        replace(span, by: String(scalar))
      } else if firstUnmasked == nil {
        firstUnmasked = span
      }
    }
  }

  mutating func end() {
    copy(to: writer.source.utf8.count)
    writer.end()
  }

  private mutating func replace(_ span: Span, by text: String) {
    copy(to: span.start)
    writer.append(text.utf8, for: span.start)
    position = span.end
  }

  private mutating func copy(to end: Int) {
    writer.copy(Span(position, end))
    position = end
  }
}
