import SourceText

/// Finds what is written like a link, `[text][label]`, and is none since nothing defines the label.
/// CommonMark shows it as it stands, which nobody means.
struct UndefinedReferences {
  private let source: SourceFile
  private let bodyStart: Int
  private lazy var definitions = LinkDefinitions(in: source, from: bodyStart)
  private(set) var problems: [Diagnostic] = []

  init(in blocks: [Block], of source: SourceFile, from bodyStart: Int) {
    self.source = source
    self.bodyStart = bodyStart
    for block in blocks.withDescendants {
      let inlines = block.inlines.withDescendants
      guard inlines.contains(where: \.mayBeReference) else { continue }
      check(block.span, formulas: inlines.compactMap(\.formulaSpan))
    }
  }

  private mutating func check(_ block: Span, formulas: [Span]) {
    let bytes = Array(source.utf8[block.start..<block.end])
    let brackets = OpaqueSpans(bytes, from: 0).brackets.sorted { $0.span.start < $1.span.start }
    var formulas = formulas[...]
    for (text, label) in zip(brackets, brackets.dropFirst()) where label.follows(text) {
      let span = Span(block.start + text.span.start, block.start + label.span.end)
      while let formula = formulas.first, formula.end <= span.start { formulas.removeFirst() }
      if let formula = formulas.first, formula.start < span.end { continue }
      if isIndex(text, label, in: bytes) { continue }
      let named = label.text.length > 0 ? label : text
      let name = String(decoding: bytes[named.text.start..<named.text.end], as: UTF8.self)
      if !definitions.contains(name) { report(name, span) }
    }
  }

  /// Whether it is more likely `w[i][j]`, two numbers of a list of works, or two notes.
  private func isIndex(_ text: BracketedText, _ label: BracketedText, in bytes: [UInt8]) -> Bool {
    func inner(_ bracket: BracketedText) -> ArraySlice<UInt8> {
      bytes[bracket.text.start..<bracket.text.end]
    }
    if !text.isImage, text.span.start > 0 {
      let before = bytes[text.span.start - 1]
      let isWord = before.isLetter || before.isDigit || before >= 0x80
      if isWord || "_])".utf8.contains(before) { return true }
    }
    let isNumber = inner(text).allSatisfy { $0.isDigit || $0.isWhitespace }
    return isNumber && !text.isImage || inner(text).first == UInt8(ascii: "^")
      || inner(label).first == UInt8(ascii: "^")
  }

  /// Problems for which a label is looked for that may be meant: each look goes through all labels.
  private static let maximumAdvice = 100

  private mutating func report(_ name: String, _ span: Span) {
    let labels = problems.count < Self.maximumAdvice ? definitions.labels : []
    let nearest = nearestName(to: name, in: labels)
    problems.append(
      Diagnostic(
        .undefinedReference, "nothing defines `[\(name)]`, so this is shown as it stands",
        at: Place(source, span),
        help: nearest.map { "did you mean `[\($0)]`?" }
          ?? "add a line `[\(name)]: address`, or write `[text](address)`"))
  }
}

/// The labels that lines such as `[label]: address` define. Lines in code count too: it is no harm to
/// say less.
private struct LinkDefinitions {
  /// As they are written, in the order of the file.
  private(set) var labels: [String] = []
  private var normalized: Set<String> = []

  init(in source: SourceFile, from start: Int) {
    for line in source.utf8[start...].split(whereSeparator: \.isLineEnding) {
      guard let label = Self.label(line) else { continue }
      labels.append(label)
      normalized.insert(Self.normalize(label))
    }
  }

  func contains(_ label: String) -> Bool { normalized.contains(Self.normalize(label)) }

  /// What stands between brackets before a colon, at the front of a line but for marks of containers.
  private static func label(_ line: ArraySlice<UInt8>) -> String? {
    let text = line.drop { $0.isSpaceOrTab || $0.isDigit || ">-+*.)".utf8.contains($0) }
    guard text.first == UInt8(ascii: "[") else { return nil }
    // CommonMark's bound on a label.
    let label = text.dropFirst().prefix(1_000).prefix { $0 != UInt8(ascii: "]") }
    let end = text[label.endIndex...]
    guard !label.isEmpty, end.dropFirst().first == UInt8(ascii: ":") else { return nil }
    return String(decoding: label, as: UTF8.self)
  }

  /// Capitals and the amount of white space do not count.
  private static func normalize(_ label: String) -> String {
    label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension BracketedText {
  /// Whether this may be the label of a text right before it.
  fileprivate func follows(_ text: BracketedText) -> Bool {
    text.span.end == span.start && text.destination == nil && destination == nil && !isImage
  }
}

extension Inline {
  fileprivate var mayBeReference: Bool {
    if case .text(let text) = self { text.utf8.mayHoldReference } else { false }
  }

  fileprivate var formulaSpan: Span? {
    if case .math(let math) = self { math.span } else { nil }
  }
}

extension String.UTF8View {
  fileprivate var mayHoldReference: Bool {
    zip(self, dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: "[") }
  }
}
