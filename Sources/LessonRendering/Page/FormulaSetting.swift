import LessonDocument
import SourceText
import Typesetting

/// Sets a lesson's formulas, and reports those that cannot be.
struct FormulaSetting {
  let lesson: Lesson
  let typesetter: Typesetter
  /// What is wrong, each thing once: a fault in a macro shows wherever the macro is used.
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  /// Whether any formula was set, so that the page needs KaTeX's style sheet.
  private(set) var wasUsed = false
  /// The caption whose formulas are set, when their spans are not the file's.
  var host: FigureCaption.Host?

  private var source: SourceFile { lesson.source }

  /// Bytes of TeX that a line of a phone certainly holds; `w = 0.3` reads badly in two lines.
  private static let unbrokenLength = 20
  /// Symbols that a line of a phone certainly holds.
  private static let phoneWidth = 24

  init(_ lesson: Lesson, typesetter: Typesetter) {
    self.lesson = lesson
    self.typesetter = typesetter
  }

  /// The formula as HTML; its TeX, marked, when it cannot be set. Within a link references are no links.
  mutating func html(of math: Math, isInLink: Bool = false) -> String {
    let text = lesson.text(of: math, for: isInLink ? .markdown : .page)
    reportWhatReadingPassed(math, text)
    if let reference = text.reference { return html(of: reference, isInLink: isInLink) }
    switch typesetter.typeset(Formula(tex: text.tex, isDisplay: math.isDisplay)) {
    case .success(let html):
      wasUsed = true
      if math.isDisplay { return attributed(html, text) }
      let isShort = math.tex.utf8.count <= Self.unbrokenLength
      return isShort ? Self.whole(html) : html
    case .failure(.unavailable): return marked(math, text, as: "tex")
    case .failure(let failure):
      report(failure, of: math, text)
      return marked(math, text, as: "tex rejected")
    }
  }

  /// A formula that stays on one line.
  private static func whole(_ html: String) -> String {
    let start = "<span class=katex>"
    guard html.hasPrefix(start) else { return "<span class=\"whole\">\(html)</span>" }
    return "<span class=\"katex whole\">\(html.dropFirst(start.count))"
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
    let text = lesson.text(of: math, for: .page)
    reportWhatReadingPassed(math, text)
    let formula = Formula(tex: text.tex, isDisplay: math.isDisplay)
    if let failure = typesetter.failure(of: formula) { report(failure, of: math, text) }
  }

  /// Reports symbols of the front matter that cannot be set.
  mutating func checkSymbols() {
    for symbol in lesson.frontMatter.symbols {
      let tex = lesson.puttingMacros(into: symbol.tex)
      guard let failure = typesetter.failure(of: Formula(tex: tex, isDisplay: false)),
        case .rejected(let message, _, _) = failure
      else { continue }
      diagnostics.append(
        Diagnostic(
          .mathRejected, "in the symbol `\(symbol.name)`: \(message)",
          at: Place(source, symbol.span)))
    }
  }

  /// A reference in the text is a link as any other.
  private func html(of reference: FormulaText.Reference, isInLink: Bool) -> String {
    let text = HTMLEscaping.escaped(reference.text)
    if isInLink { return text }
    return "<a href=\"#\(HTMLEscaping.escapedURL(reference.label))\">\(text)</a>"
  }

  /// The element of a displayed formula with the anchors of its equations, and where it may be wider
  /// than the column, in reach of the keyboard, which then scrolls it.
  private func attributed(_ html: String, _ text: FormulaText) -> String {
    var attributes = ""
    if let label = text.labels.first { attributes += " id=\"\(HTMLEscaping.escaped(label))\"" }
    if text.symbolCount > Self.phoneWidth {
      attributes += " tabindex=0 role=group aria-label=Formula"
    }
    let others = text.labels.dropFirst().map { "<span id=\"\(HTMLEscaping.escaped($0))\"></span>" }
    let nameEnd = html.firstIndex { $0 == " " || $0 == ">" } ?? html.endIndex
    return others.joined() + html[..<nameEnd] + attributes + html[nameEnd...]
  }

  private func marked(_ math: Math, _ text: FormulaText, as classes: String) -> String {
    let code = HTMLEscaping.escaped(math.tex)
    if !math.isDisplay { return "<code class=\"\(classes)\">\(code)</code>" }
    return attributed("<code class=\"\(classes) display\">\(code)</code>", text)
  }

  // MARK: What is wrong

  private mutating func report(
    _ failure: TypesettingFailure, of math: Math, _ text: FormulaText
  ) {
    guard text.isComplete, let problem = diagnostic(for: failure, in: math, text),
      reported.insert(problem).inserted
    else { return }
    diagnostics.append(problem)
  }

  /// In a formula whose span is not the file's, which no one looked at when the lesson was read.
  private mutating func reportWhatReadingPassed(_ math: Math, _ text: FormulaText) {
    guard let place = host?.place(of: math) else { return }
    var problems = text.unknownLabels.map {
      Diagnostic(.unknownLabel, "no equation has the label `\($0)`", at: place)
    }
    if !text.isComplete {
      problems.append(
        Diagnostic(.macroExpansion, "a macro cannot be put into this formula", at: place))
    }
    for problem in problems where reported.insert(problem).inserted { diagnostics.append(problem) }
  }

  private func diagnostic(
    for failure: TypesettingFailure, in math: Math, _ text: FormulaText
  ) -> Diagnostic? {
    let whole = host?.place(of: math) ?? Place(source, math.span)
    switch failure {
    case .unavailable: return nil
    case .rejected(let message, let offset, let length):
      guard let offset, host == nil else { return Diagnostic(.mathRejected, message, at: whole) }
      return rejection(message, at: offset..<offset + length, in: math, text)
    case .timedOut(let seconds):
      return Diagnostic(
        .mathTimeout, "the formula was stopped after \(seconds) s of typesetting", at: whole)
    case .tooLong(let bytes, let limit):
      return Diagnostic(
        .mathTooLong, "the formula takes \(bytes) bytes, more than the limit of \(limit)", at: whole
      )
    }
  }

  /// A fault at a range of the text that was set, told where its author wrote it.
  private func rejection(
    _ message: String, at range: Range<Int>, in math: Math, _ text: FormulaText
  ) -> Diagnostic {
    switch text.origin(of: range.lowerBound) {
    case .macro(let index, _)?:
      let macro = lesson.frontMatter.macros[index]
      return Diagnostic(
        .mathRejected, "in the macro `\(macro.name)`: \(message)", at: Place(source, macro.span))
    case .formula(let offset)?:
      let start = math.fileOffset(of: offset, in: source)
      var end = start
      if !range.isEmpty, case .formula(let last)? = text.origin(of: range.upperBound - 1) {
        end = math.fileOffset(of: last, in: source) + 1
      }
      return Diagnostic(.mathRejected, message, at: Place(source, Span(start, max(start, end))))
    case nil: return Diagnostic(.mathRejected, message, at: Place(source, math.span))
    }
  }
}
