import SourceText

/// Finds characters that nobody sees and that change the order in which the others are shown, so that
/// code or text reads as something else than it is.
enum BidirectionalControls {
  /// Lines that are reported one by one.
  private static let maximumProblems = 20

  /// A warning for each line that has any, at the first.
  static func problems(in source: SourceFile) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var offset = 0
    while let span = next(in: source.utf8, from: offset) {
      let scalar = source.text(of: span).unicodeScalars.first
      let place = Place(source, span)
      guard problems.count < maximumProblems else {
        problems.append(
          Diagnostic(
            .bidirectionalControl, "there are more such characters from here on", at: place))
        break
      }
      let code = scalar.map { String($0.value, radix: 16, uppercase: true) } ?? ""
      problems.append(
        Diagnostic(
          .bidirectionalControl, "U+\(code) cannot be seen and turns the text after it around",
          at: place, help: "delete it; in a string of code write `\\u\(code.lowercased())`",
          fix: .init(at: place, with: "")))
      offset = source.lineSpan(at: span.end).end
    }
    return problems
  }

  /// Embeddings and overrides, U+202A to U+202E, and isolates, U+2066 to U+2069: in UTF-8 E2 80 AA to
  /// AE and E2 81 A6 to A9.
  private static func next(in bytes: [UInt8], from start: Int) -> Span? {
    var offset = start
    while let lead = bytes[offset...].firstIndex(of: 0xE2) {
      offset = lead + 1
      guard lead + 2 < bytes.count else { return nil }
      switch (bytes[lead + 1], bytes[lead + 2]) {
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return Span(lead, lead + 3)
      default: continue
      }
    }
    return nil
  }
}
