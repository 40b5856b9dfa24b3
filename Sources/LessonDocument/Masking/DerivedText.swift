import SourceText

/// A text while it is being made from a file, with its map.
struct DerivedText {
  let source: SourceFile
  private(set) var utf8: [UInt8] = []
  private(set) var map = OffsetMap()

  init(source: SourceFile, capacity: Int) {
    self.source = source
    utf8.reserveCapacity(capacity)
  }

  var fragment: SourceFragment { SourceFragment(file: source, utf8: utf8, map: map) }

  mutating func append(_ bytes: some Sequence<UInt8>, for original: Int) {
    map.append(derived: utf8.count, original: original)
    utf8.append(contentsOf: bytes)
  }

  /// Copies a part of the file; libcmark would put the three bytes of U+FFFD for a NUL, unseen by us.
  mutating func copy(_ span: Span) {
    var start = span.start
    while let zero = source.utf8[start..<span.end].firstIndex(of: 0) {
      append(source.utf8[start..<zero], for: start)
      append("\u{FFFD}".utf8, for: zero)
      start = zero + 1
    }
    append(source.utf8[start..<span.end], for: start)
  }

  mutating func end() { map.append(derived: utf8.count, original: source.utf8.count) }
}

/// A part of one line of a parsed text.
struct LineStretch {
  /// Columns of a tab before it that containers' marks have used up in part; CommonMark makes spaces
  /// of the rest.
  var leadingSpaces = 0
  /// Without the line ending.
  var span: Span
}
