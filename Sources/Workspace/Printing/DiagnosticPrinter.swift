import SourceText

/// Problems as people read them on a terminal:
///
///     error[undefined-name]: the name `q` is not defined
///       --> Notebooks/neuron.md:12:16
///        |
///     12 |     return w * q + b
///        |                ^
///        = help: …
public struct DiagnosticPrinter: Sendable {
  private let style: TerminalStyle

  /// A printer; `style` decides on colour and nothing else.
  public init(style: TerminalStyle) {
    self.style = style
  }

  /// One problem, ending with a line ending.
  public func text(for diagnostic: Diagnostic) -> String {
    var page = ReportPage(style: style, gutter: gutterWidth(of: diagnostic))
    let severity = diagnostic.rule.severity
    page.headline(
      severity == .warning ? "warning" : "error", severity == .warning ? .warning : .error,
      "[\(diagnostic.rule.id)]", diagnostic.message)
    switch diagnostic.location {
    case .file(let path): page.arrow(path)
    case .text(let place): page.excerpt(place, mark: "^")
    }
    if diagnostic.traceback.count > 1 { page.traceback(diagnostic.traceback) }
    for note in diagnostic.notes {
      page.remark("note", note.message)
      if let place = note.place { page.excerpt(place, mark: "-") }
    }
    if let help = diagnostic.help { page.remark("help", help) }
    return page.text
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    var lines = diagnostic.notes.compactMap { $0.place?.end.line }
    if case .text(let place) = diagnostic.location { lines.append(place.end.line) }
    lines += diagnostic.traceback.map(\.place.end.line)
    return String(lines.max() ?? 0).count
  }
}

/// The text of one report in the making.
private struct ReportPage {
  let style: TerminalStyle
  /// Columns for line numbers.
  let gutter: Int
  var text = ""

  /// Lines of a span that are shown; of a longer one the first and the last.
  private static let spanLines = 4
  /// Calls of a traceback that are shown at each end.
  private static let shownCalls = 8

  init(style: TerminalStyle, gutter: Int) {
    self.style = style
    self.gutter = gutter
  }

  mutating func headline(
    _ kind: String, _ role: TerminalStyle.Role, _ id: String, _ message: String
  ) {
    text += style.apply(role, kind + id)
    text += style.apply(.headline, ": " + VisibleText.message(message)) + "\n"
  }

  mutating func arrow(_ place: String) {
    text += indent + style.apply(.gutter, "-->") + " \(VisibleText.message(place))\n"
  }

  /// The place and its lines.
  mutating func excerpt(_ place: Place, mark: Character) {
    arrow("\(place.file.path):\(place.start)")
    row("")
    lines(of: place, mark: mark)
  }

  mutating func traceback(_ calls: [Diagnostic.Frame]) {
    remark("traceback", "most recent call last")
    let hidden = calls.count - 2 * Self.shownCalls
    for (index, call) in calls.enumerated() {
      if hidden > 1, index == Self.shownCalls { row(" … \(hidden) more calls") }
      if hidden > 1, index >= Self.shownCalls, index < Self.shownCalls + hidden { continue }
      let function = call.function.map { ", in \($0)" } ?? ""
      arrow("\(call.place.file.path):\(call.place.start)\(function)")
      lines(of: call.place, mark: "^")
    }
  }

  /// `= note: …`; further lines of the message stand below its first.
  mutating func remark(_ kind: String, _ message: String) {
    text += indent + style.apply(.gutter, "=") + " " + style.apply(.help, kind) + ": "
    let lines = VisibleText.message(message).split(
      separator: "\n", omittingEmptySubsequences: false)
    text += (lines.first ?? "") + "\n"
    for line in lines.dropFirst() { text += indent + "     \(coloured(line))\n" }
  }

  private func coloured(_ line: Substring) -> String {
    switch line.first {
    case "+": style.apply(.added, String(line))
    case "-": style.apply(.removed, String(line))
    default: String(line)
    }
  }

  private mutating func lines(of place: Place, mark: Character) {
    let first = place.start.line
    // A span that ends with a line ending does not reach into the next line.
    let last = max(first, place.file.position(at: max(place.span.start, place.span.end - 1)).line)
    for line in first...last {
      if last - first >= Self.spanLines, line > first + 1, line < last {
        if line == first + 2 { row(" …") }
        continue
      }
      let bytes = place.file.span(ofLine: line)
      let marked = Span(
        line == first ? place.span.start : firstVisible(bytes, place.file),
        min(place.span.end, bytes.end))
      let excerpt = Excerpt(place.file, line: bytes, marked: marked, mark: mark)
      row(" " + excerpt.line, number: line)
      row(" " + style.apply(mark == "^" ? .mark : .secondaryMark, excerpt.underline))
    }
  }

  private func firstVisible(_ line: Span, _ file: SourceFile) -> Int {
    var start = line.start
    while start < line.end, file.utf8[start] == 0x20 || file.utf8[start] == 0x09 { start += 1 }
    return start
  }

  private var indent: String { String(repeating: " ", count: gutter + 1) }

  private mutating func row(_ content: String, number: Int? = nil) {
    let label = number.map(String.init) ?? ""
    let padded = String(repeating: " ", count: max(0, gutter - label.count)) + label
    text += style.apply(.gutter, "\(padded) |") + content + "\n"
  }
}
