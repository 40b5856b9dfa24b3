import SourceText

/// A formula found in a parsed text, or an opener without its closer.
struct FoundMath {
  /// In the parsed text, delimiters included.
  var span: Span
  /// `nil` when nothing closes it.
  var tex: String?
  var delimiter: MathDelimiter
}

/// Finds the formulas that begin in one paragraph or heading, and what may refer to notes. A display formula may reach beyond what
/// libcmark took for the paragraph, since its lines may look like lists, headings or quotes.
struct RegionScanner {
  private(set) var found: [FoundMath] = []
  /// The insides `^label` of what may be references, in the parsed text.
  private(set) var references: [Span] = []
  /// Whether a formula reached beyond the region's own lines.
  private(set) var crossesLines = false
  /// Bytes beyond regions that may still be looked at in vain, for all regions of a text together.
  private(set) var fuel: Int
  /// The last line that a formula or the region took.
  var lastLine: Int { content.lastLine }

  private let structure: TextStructure
  private let extensions: MarkdownExtensions
  private let isCell: Bool
  private var content: RegionText
  private var opaque: OpaqueSpans
  private var opaqueIndex = 0
  private var dollarIndex = 0
  /// How often no closer was found in the region, by opener.
  private var failures: [String: Int] = [:]
  /// Openers whose closers were looked for beyond the region in vain.
  private var triedBeyond: Set<String> = []

  init(
    _ region: InlineRegion, in text: MarkdownText, _ structure: TextStructure,
    _ extensions: MarkdownExtensions, fuel: Int
  ) {
    self.structure = structure
    self.extensions = extensions
    self.fuel = fuel
    isCell = region.isCell
    content = RegionText(region, in: text)
    opaque = OpaqueSpans(content.utf8, from: 0)
  }

  mutating func scan() {
    var offset = 0
    while offset < content.utf8.count { offset = next(offset) }
  }

  /// Handles what stands at `offset`; gives the offset after it.
  private mutating func next(_ offset: Int) -> Int {
    let byte = content.utf8[offset]
    if let end = endOfOpaque(at: offset) { return end }
    if byte == UInt8(ascii: "["), extensions.contains(.footnotes) { addReference(at: offset) }
    guard byte == .dollar || byte == .backslash else { return offset + 1 }
    if extensions.contains(.math), let delimiter = MathDelimiter(content.utf8, at: offset) {
      return read(delimiter, at: offset)
    }
    let next = offset + 1
    let isEscape = byte == .backslash && next < content.utf8.count
    return isEscape && content.utf8[next].isPunctuation ? offset + 2 : next
  }

  private mutating func addReference(at bracket: Int) {
    guard content.utf8.has("^", at: bracket + 1),
      let end = NoteLabel.end(in: content.utf8, from: bracket + 2)
    else { return }
    references.append(content.place(of: Span(bracket + 1, end)))
  }

  private mutating func endOfOpaque(at offset: Int) -> Int? {
    while opaqueIndex < opaque.spans.count, opaque.spans[opaqueIndex].end <= offset {
      opaqueIndex += 1
    }
    guard opaqueIndex < opaque.spans.count, opaque.spans[opaqueIndex].start <= offset else {
      return nil
    }
    return opaque.spans[opaqueIndex].end
  }

  private mutating func read(_ delimiter: MathDelimiter, at offset: Int) -> Int {
    let start = offset + delimiter.opener.utf8.count
    let end = delimiter == .dollar ? closingDollar(of: offset) : end(of: delimiter, from: start)
    guard let end else {
      if delimiter != .dollar || mayBeginFormula(start) {
        add(Span(offset, start), tex: nil, delimiter)
      }
      return start
    }
    let closer = delimiter.closer.utf8.count
    let tex = delimiter.belongsToTeX ? Span(offset, end) : Span(start, end - closer)
    let bytes = content.utf8[tex.start..<tex.end]
    // Between delimiters with nothing in between there is no formula to set.
    if !bytes.allSatisfy(\.isWhitespace) {
      add(Span(offset, end), tex: String(decoding: bytes, as: UTF8.self), delimiter)
    }
    return end
  }

  private mutating func add(_ span: Span, tex: String?, _ delimiter: MathDelimiter) {
    found.append(FoundMath(span: content.place(of: span), tex: tex, delimiter: delimiter))
  }

  // MARK: `$…$`

  /// The end of the formula that the dollar at `offset` opens, by the next dollar; `nil` when that is
  /// none of its own, as in "from $5 to $6" and "$5, or $x$".
  private mutating func closingDollar(of offset: Int) -> Int? {
    while dollarIndex < opaque.dollars.count, opaque.dollars[dollarIndex] < offset {
      dollarIndex += 1
    }
    guard dollarIndex + 1 < opaque.dollars.count, opaque.dollars[dollarIndex] == offset else {
      return nil
    }
    let close = opaque.dollars[dollarIndex + 1]
    let bytes = content.utf8
    let following = close + 1 < bytes.count ? bytes[close + 1] : .space
    let isAfterSpace = bytes[close - 1].isWhitespace
    let opensMoney = bytes[offset + 1].isDigit
    if following.isDigit, opensMoney || isAfterSpace { return nil }
    guard isAfterSpace, !following.isWhitespace else { return close + 1 }
    // A space before and none after: it may well open the next formula instead.
    let mustOpen =
      following.isLetter || following == .backslash || following == .dollar
      || following == UInt8(ascii: "{")
    let isOdd = (opaque.dollars.count - dollarIndex) % 2 == 1
    return mustOpen || isOdd ? nil : close + 1
  }

  /// Whether what follows a dollar is neither money nor a dollar by itself.
  private func mayBeginFormula(_ start: Int) -> Bool {
    start < content.utf8.count
      && (content.utf8[start].isLetter || content.utf8[start] == .backslash)
  }

  // MARK: The other forms

  private mutating func end(of delimiter: MathDelimiter, from start: Int) -> Int? {
    let opener = delimiter.opener
    guard failures[opener, default: 0] < maximumFailures(of: delimiter) else { return nil }
    var search = DelimiterSearch(delimiter, from: start)
    if let end = search.find(in: content.utf8) { return end }
    guard !search.isHopeless else { return nil }
    failures[opener, default: 0] += 1
    guard !isCell, delimiter.isDisplay, triedBeyond.insert(opener).inserted else { return nil }
    return endBeyond(delimiter, search)
  }

  /// How often a closer is looked for to the region's end. What does not close once does not later,
  /// save that within an environment without end another of its name may have one.
  private func maximumFailures(of delimiter: MathDelimiter) -> Int {
    if case .environment = delimiter { 8 } else { 1 }
  }

  /// Takes in further lines until the formula ends. A blank line is part of a formula only when its
  /// opener begins a line, and `$$` stands alone on its own.
  private mutating func endBeyond(_ delimiter: MathDelimiter, _ search: DelimiterSearch) -> Int? {
    guard fuel > 0 else { return nil }
    var extended = content
    var search = search
    let mayCross = beginsLine(delimiter, endingAt: search.start)
    var hasCrossed = false
    while let line = extended.nextLine(), !structure.fences.contains(extended.lastLine + 1) {
      if extended.isBlank(line) {
        guard mayCross else { return nil }
        hasCrossed = true
        search.needsOwnLine = delimiter == .dollars
      }
      if hasCrossed, structure.headings.contains(extended.lastLine + 1) { return nil }
      let count = extended.utf8.count
      extended.append(nextLine: line)
      if let end = search.find(in: extended.utf8) {
        content = extended
        opaque = OpaqueSpans(content.utf8, from: end)
        (opaqueIndex, dollarIndex) = (0, 0)
        failures = [:]
        triedBeyond = []
        crossesLines = true
        return end
      }
      fuel -= extended.utf8.count - count
      if search.isHopeless || fuel < 0 { return nil }
    }
    return nil
  }

  private func beginsLine(_ delimiter: MathDelimiter, endingAt end: Int) -> Bool {
    let bytes = content.utf8
    guard bytes.isLineStart(before: end - delimiter.opener.utf8.count) else { return false }
    if case .environment = delimiter { return true }
    return bytes.isLineEnd(after: end)
  }
}

/// A search for a formula's closer, which can go on when there is more text.
private struct DelimiterSearch {
  let delimiter: MathDelimiter
  /// Just after the opener.
  let start: Int
  /// Whether the closer must stand alone on its line.
  var needsOwnLine = false
  /// Whether no further text can help, as another `\[` came.
  private(set) var isHopeless = false

  private var offset: Int
  /// Environments of the same name within.
  private var depth = 0

  init(_ delimiter: MathDelimiter, from start: Int) {
    self.delimiter = delimiter
    self.start = start
    offset = start
  }

  /// The end of the closer, if it is in the bytes.
  mutating func find(in bytes: [UInt8]) -> Int? {
    while !isHopeless, offset < bytes.count {
      let byte = bytes[offset]
      if case .reference = delimiter, byte == UInt8(ascii: "}") { return offset + 1 }
      if byte == .dollar, delimiter == .dollars, bytes.has("$$", at: offset), isAlone(in: bytes) {
        return offset + 2
      }
      guard byte == .backslash else {
        offset += 1
        continue
      }
      if let end = command(in: bytes) { return end }
      // A backslash at the end may be the first of a pair only within its own line.
      offset += offset + 1 < bytes.count && bytes[offset + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  /// What the command at `offset` does to the search; the end when it closes the formula.
  private mutating func command(in bytes: [UInt8]) -> Int? {
    switch delimiter {
    case .parenthesis: return bytes.has("\\)", at: offset) ? offset + 2 : nil
    case .bracket:
      isHopeless = bytes.has("\\[", at: offset)
      return bytes.has("\\]", at: offset) ? offset + 2 : nil
    case .environment(let name):
      if MathDelimiter.environment("\\begin{", bytes, at: offset) == name { depth += 1 }
      guard MathDelimiter.environment("\\end{", bytes, at: offset) == name else { return nil }
      depth -= 1
      return depth < 0 ? offset + delimiter.closer.utf8.count : nil
    case .dollar, .dollars, .reference: return nil
    }
  }

  private func isAlone(in bytes: [UInt8]) -> Bool {
    !needsOwnLine || bytes.isLineStart(before: offset) && bytes.isLineEnd(after: offset + 2)
  }
}

extension [UInt8] {
  /// Whether nothing but spaces and tabs stands between the line's beginning and `offset`.
  fileprivate func isLineStart(before offset: Int) -> Bool {
    var offset = offset
    while offset > 0, self[offset - 1].isSpaceOrTab { offset -= 1 }
    return offset == 0 || self[offset - 1].isLineEnding
  }

  /// Whether nothing but spaces and tabs stands between `offset` and the line's end.
  fileprivate func isLineEnd(after offset: Int) -> Bool {
    let offset = endOfSpaces(from: offset)
    return offset == count || self[offset].isLineEnding
  }
}
