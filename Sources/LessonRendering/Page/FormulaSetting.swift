import LessonDocument
import SourceText
import Typesetting

/// Sets a lesson's formulas, and reports those that cannot be.
struct FormulaSetting {
  let source: SourceFile
  let typesetter: Typesetter
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether any formula was set, so that the page needs KaTeX's style sheet.
  private(set) var wasUsed = false
  /// Where problems are reported of formulas whose spans are not the file's.
  var place: Place?

  /// Bytes of TeX that a line of a phone certainly holds; `w = 0.3` reads badly in two lines.
  private static let unbrokenLength = 20

  init(source: SourceFile, typesetter: Typesetter) {
    self.source = source
    self.typesetter = typesetter
  }

  /// The formula as HTML; its TeX, marked, when it cannot be set.
  mutating func html(of math: Math) -> String {
    switch typesetter.typeset(Formula(tex: math.tex, isDisplay: math.isDisplay)) {
    case .success(let html):
      wasUsed = true
      let isShort = !math.isDisplay && math.tex.utf8.count <= Self.unbrokenLength
      return isShort ? "<span class=\"whole\">\(html)</span>" : html
    case .failure(.unavailable): return marked(math, as: "tex")
    case .failure(let failure):
      report(failure, of: math)
      return marked(math, as: "tex rejected")
    }
  }

  /// A formula that the author has not written, as MathML alone: a table of many would else outweigh the
  /// lesson. `nil` when it cannot be set.
  mutating func mathML(of tex: String) -> String? {
    guard case .success(let html) = typesetter.typeset(Formula(tex: tex, isDisplay: false)),
      let start = html.firstRange(of: "<math")?.lowerBound,
      let end = html[start...].firstRange(of: "</math>")?.upperBound
    else { return nil }
    // The style sheet takes KaTeX's faces for it.
    wasUsed = true
    return String(html[start..<end])
  }

  /// Reports a formula that cannot be set, without setting it.
  mutating func check(_ math: Math) {
    let formula = Formula(tex: math.tex, isDisplay: math.isDisplay)
    if let failure = typesetter.failure(of: formula) { report(failure, of: math) }
  }

  private mutating func report(_ failure: TypesettingFailure, of math: Math) {
    if let problem = diagnostic(for: failure, in: math) { diagnostics.append(problem) }
  }

  private func marked(_ math: Math, as classes: String) -> String {
    let classes = math.isDisplay ? classes + " display" : classes
    return "<code class=\"\(classes)\">\(HTMLEscaping.escaped(math.tex))</code>"
  }

  private func diagnostic(for failure: TypesettingFailure, in math: Math) -> Diagnostic? {
    let whole = place ?? Place(source, math.span)
    switch failure {
    case .unavailable: return nil
    case .rejected(let message, let offset, let length):
      guard let offset, place == nil else { return Diagnostic(.mathRejected, message, at: whole) }
      let start = math.fileOffset(of: offset, in: source)
      let last = length > 0 ? math.fileOffset(of: offset + length - 1, in: source) + 1 : start
      return Diagnostic(.mathRejected, message, at: Place(source, Span(start, last)))
    case .timedOut(let seconds):
      return Diagnostic(
        .mathTimeout, "the formula was stopped after \(seconds) s of typesetting", at: whole)
    case .tooLong(let bytes, let limit):
      return Diagnostic(
        .mathTooLong, "the formula takes \(bytes) bytes, more than the limit of \(limit)", at: whole
      )
    }
  }
}
