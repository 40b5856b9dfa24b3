import SourceText

/// Reads the `#| key: value` lines at the beginning of a cell.
struct CellOptionsReader {
  private(set) var options = CellOptions()
  private(set) var diagnostics: [Diagnostic] = []
  /// How many lines of the cell are options.
  private(set) var lineCount = 0

  private let fence: FencedBlock
  private var seen: [CellOption: Span] = [:]

  init(_ fence: FencedBlock) { self.fence = fence }

  mutating func read() {
    let bytes = fence.source.utf8
    for line in fence.lines {
      guard line.leadingSpaces == 0, bytes[..<line.span.end].has("#|", at: line.span.start) else {
        return
      }
      lineCount += 1
      read(Span(line.span.start + 2, line.span.end))
    }
  }

  private mutating func read(_ line: Span) {
    let line = trimmed(line)
    let bytes = fence.source.utf8
    guard let colon = bytes[line.start..<line.end].firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == line.end || bytes[colon + 1].isSpaceOrTab
    else {
      report(.optionSyntax, "an option is written `#| key: value`", line)
      return
    }
    let key = trimmed(Span(line.start, colon))
    let name = fence.source.text(of: key)
    guard let option = CellOption(rawValue: name) else {
      reportUnknown(name, key)
      return
    }
    if let first = seen[option] {
      let note = Diagnostic.Note("the first is here", at: Place(fence.source, first))
      report(.duplicateOption, "the option `\(name)` is given twice", key, notes: [note])
      return
    }
    seen[option] = key
    let value = trimmed(Span(colon + 1, line.end))
    let text = QuotedText.unquoted(fence.source.text(of: value))
    if let expected = option.set(text, in: &options) {
      let given = text.isEmpty ? "nothing is given" : "`\(text)` is given"
      report(.optionValue, "`\(name)` is \(expected), but \(given)", value.length > 0 ? value : key)
    }
  }

  private mutating func reportUnknown(_ name: String, _ key: Span) {
    let names = CellOption.allCases.map(\.rawValue)
    let nearest = nearestName(to: name, in: names)
    diagnostics.append(
      Diagnostic(
        .unknownOption, "there is no cell option `\(name)`", at: Place(fence.source, key),
        help: nearest.map { "write `\($0)`" }
          ?? "the options are " + names.joined(separator: ", "),
        fix: nearest.map { .init(at: Place(fence.source, key), with: $0) }))
  }

  private mutating func report(
    _ rule: Rule, _ message: String, _ span: Span, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(rule, message, at: Place(fence.source, span), notes: notes))
  }

  private func trimmed(_ span: Span) -> Span {
    let bytes = fence.source.utf8
    var span = span
    while span.length > 0, bytes[span.end - 1].isWhitespace { span.end -= 1 }
    span.start = bytes[..<span.end].endOfSpaces(from: span.start)
    return span
  }
}

/// The options of a cell, as they are spelled.
enum CellOption: String, CaseIterable {
  case label, eval, echo, output, include, error
  case codeFold = "code-fold"
  case codeSummary = "code-summary"
  case figureCaption = "fig-cap"
  case figureAlternative = "fig-alt"
  case tolerance

  /// Takes a value; returns what was expected when it is of the wrong kind.
  func set(_ text: String, in options: inout CellOptions) -> String? {
    switch self {
    case .label: setText(text, &options.label)
    case .eval: setFlag(text, &options.eval)
    case .echo: setFlag(text, &options.echo)
    case .output: setFlag(text, &options.output)
    case .include: setFlag(text, &options.include)
    case .error: setFlag(text, &options.error)
    case .codeFold: setFlag(text, &options.codeFold)
    case .codeSummary: setText(text, &options.codeSummary)
    case .figureCaption: setText(text, &options.figureCaption)
    case .figureAlternative: setText(text, &options.figureAlternative)
    case .tolerance: setTolerance(text, &options.tolerance)
    }
  }

  private func setFlag(_ text: String, _ flag: inout Bool) -> String? {
    guard text == "true" || text == "false" else { return "`true` or `false`" }
    flag = text == "true"
    return nil
  }

  private func setText(_ text: String, _ value: inout String?) -> String? {
    guard !text.isEmpty else { return "a text" }
    value = text
    return nil
  }

  private func setTolerance(_ text: String, _ value: inout Tolerance?) -> String? {
    guard let tolerance = Tolerance(text) else { return Tolerance.expectation }
    value = tolerance
    return nil
  }
}

/// Values of options that are quoted, as YAML has them.
enum QuotedText {
  /// What a value in quotes says; a value without them, or with an open one, as it is.
  static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, let quote = text.first, text.last == quote else { return text }
    let inner = text.dropFirst().dropLast()
    switch quote {
    case "'":
      return inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    case "\"": return unescaped(inner)
    default: return text
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        switch character {
        case "n": result += "\n"
        case "t": result += "\t"
        default: result.append(character)
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
