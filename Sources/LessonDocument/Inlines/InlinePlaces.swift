import SourceText

/// Finds where the inlines of a paragraph stand in the file.
///
/// libcmark 0.30 gives wrong columns in quotes and lists, and wrong lines after a break within a link,
/// so our own scanner finds what may be code, HTML or a link, and each of libcmark's nodes, asked for
/// in the order of the text, takes the next that says the same.
struct InlinePlaces {
  private let region: InlineRegion
  private let text: MarkdownText
  private var candidates: Candidates?

  /// What the scanner found, and how far the nodes have come.
  private struct Candidates {
    let content: RegionText
    var html: ArraySlice<Span>
    var code: ArraySlice<Span>
    var links: ArraySlice<BracketedText>
    /// Steps that may still be made in vain: a text that the scanner reads otherwise than libcmark has
    /// the places of its paragraphs.
    var fuel: Int

    init(_ content: RegionText) {
      self.content = content
      let opaque = OpaqueSpans(content.utf8, from: 0)
      html = opaque.html[...]
      code = opaque.code[...]
      let autolinks = opaque.html.map { span in
        let inner = Span(span.start + 1, span.end - 1)
        return BracketedText(span: span, text: inner, destination: inner, isImage: false)
      }
      links = (opaque.brackets + autolinks).sorted { $0.span.start < $1.span.start }[...]
      fuel = 16 * content.utf8.count + 1_000
    }
  }

  init(_ region: InlineRegion, in text: MarkdownText) {
    self.region = region
    self.text = text
  }

  /// A paragraph without code, HTML and links is never scanned.
  private mutating func withCandidates<Result>(_ body: (inout Candidates) -> Result) -> Result {
    var found = candidates.take() ?? Candidates(RegionText(region, in: text))
    defer { candidates = found }
    return body(&found)
  }

  /// The piece of HTML that libcmark has as `literal`.
  mutating func nextHTML(_ literal: String) -> SourceFragment {
    let firstLine = literal.utf8.prefix { !$0.isLineEnding }
    return withCandidates { [text] found in
      while let span = found.html.popFirst() {
        guard found.content.utf8[span.start..<span.end].starts(with: firstLine) else { continue }
        return found.content.fragment(of: span)
      }
      let start = text.original(of: found.content.place(of: Span(0, 0)).start)
      var piece = DerivedText(source: text.source, capacity: literal.utf8.count)
      for byte in text.unmasked(literal).utf8 { piece.append([byte], for: start) }
      return piece.fragment
    }
  }

  /// The inline value that libcmark has as code; `nil` for a mark with nothing after it.
  mutating func nextValue(_ literal: String) -> InlineValue? {
    let letters = Self.letters(literal.utf8)
    return withCandidates { [text] found in
      while let span = found.code.popFirst() {
        let bytes = found.content.utf8
        let start = bytes.endOfRun(of: .backtick, from: span.start)
        var inner = Span(start, span.end - (start - span.start))
        while inner.length > 0, bytes[inner.start].isWhitespace { inner.start += 1 }
        while inner.length > 0, bytes[inner.end - 1].isWhitespace { inner.end -= 1 }
        guard bytes[inner.start..<inner.end].starts(with: InlineValue.mark.utf8),
          Self.letters(bytes[inner.start..<inner.end]) == letters
        else { continue }
        inner.start += InlineValue.mark.utf8.count
        while inner.length > 0, bytes[inner.start].isWhitespace { inner.start += 1 }
        guard inner.length > 0 else { return nil }
        return InlineValue(
          expression: found.content.fragment(of: inner, separator: .space),
          span: text.original(of: found.content.place(of: span)))
      }
      return nil
    }
  }

  /// Where a link or image stands; `nil` when that cannot be told.
  ///
  /// - Parameter words: all that its text says.
  mutating func nextLink(to destination: String, words: String, isImage: Bool) -> Span? {
    let wanted = Self.letters(destination.utf8)
    let words = Self.letters(words.utf8)
    return withCandidates { [text] found in
      var rest = found.links
      while let candidate = rest.popFirst(), found.fuel > 0 {
        let said = candidate.destination ?? candidate.text
        found.fuel -= said.length + 1
        guard candidate.isImage == isImage else { continue }
        let writing = Writing(found.content.utf8[said.start..<said.end])
        // A reference leads to what is written elsewhere.
        let isMeant =
          candidate.destination == nil
          ? writing.mayMean(words)
          : writing.mayMean(wanted)
            || wanted.starts(with: "mailto".utf8) && writing.mayMean(wanted.dropFirst(6))
        guard isMeant else { continue }
        var span = candidate.span
        // `[text][label]` is one link.
        if candidate.destination == nil, let label = rest.first, label.destination == nil,
          label.span.start == span.end, !label.isImage
        {
          rest.removeFirst()
          span.end = label.span.end
        }
        found.links = rest
        return text.original(of: found.content.place(of: span))
      }
      return nil
    }
  }

  /// What escapes leave as it is.
  private static func letters(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.filter { $0.isLetter || $0.isDigit || $0 >= 0x80 }
  }

  /// The letters of what an author wrote, where `&amp;` and `&#106;` stand for others.
  private struct Writing {
    private var letters: [UInt8] = []
    private var entities = 0

    /// UTF-8 bytes that the longest character of an entity takes.
    private static let longestMeaning = 6

    init(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "&"), let end = rest.prefix(32).firstIndex(of: UInt8(ascii: ";")),
          rest[..<end].allSatisfy({ $0.isLetter || $0.isDigit || $0 == .numberSign })
        {
          rest = rest[rest.index(after: end)...]
          entities += 1
        } else if byte.isLetter || byte.isDigit || byte >= 0x80 {
          letters.append(byte)
        }
      }
    }

    /// Whether these letters may be read, entities being what `wanted` has besides.
    func mayMean(_ wanted: some Collection<UInt8>) -> Bool {
      guard entities > 0 else { return letters.elementsEqual(wanted) }
      let missing = wanted.count - letters.count
      guard missing >= 0, missing <= entities * Self.longestMeaning else { return false }
      var rest = letters[...]
      for byte in wanted where byte == rest.first { rest.removeFirst() }
      return rest.isEmpty
    }
  }
}
