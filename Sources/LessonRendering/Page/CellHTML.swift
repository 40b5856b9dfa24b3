import Drawing
import LessonDocument
import SourceText

/// A cell on the page: its code, coloured and numbered, and under it what it printed, its value, its
/// error.
///
///     In [3]  l(1, .3, .3, 1)
///             z =  0.6
///     Out[3]  0.12555945331754728
struct CellHTML {
  let cell: Cell
  let evaluated: EvaluatedCell
  /// Its place among the cells that are run, from 1; `nil` for one that is not.
  let number: Int?
  let drawings: PageDrawings.OfCell
  /// Its code, coloured.
  let codeHTML: String
  /// The table of steps that its value has; `nil` for other values.
  var steps: String?
  /// As HTML.
  var caption: String?
  /// What is wrong with it and does not come from its run.
  var problems: [String] = []

  private var options: CellOptions { cell.options }

  /// The HTML, without a final line ending; empty for a cell that shows nothing.
  var html: String {
    var parts: [String] = []
    if options.include, options.echo { parts.append(code) }
    parts += problems.map(Self.failure)
    if options.include, options.output { parts += outputs }
    if let caption { parts.append("<figcaption>\(caption)</figcaption>") }
    guard !parts.isEmpty else { return "" }
    let identifier = options.label.map { " id=\"\(HTMLEscaping.escaped($0))\"" } ?? ""
    // A caption is a name by itself.
    let label = caption == nil ? " aria-label=\"\(title)\"" : ""
    return
      "<figure class=\"cell\"\(identifier)\(label)>\n\(parts.joined(separator: "\n"))\n</figure>"
  }

  private var title: String { number.map { "Cell \($0)" } ?? "Cell that is not run" }

  private var name: String { number.map { "cell \($0)" } ?? "a cell that is not run" }

  private var code: String {
    let prompt = "In [\(number.map(String.init) ?? " ")]"
    let row = self.row(
      "in", prompt: prompt, label: "Code of \(name)",
      "<code>\(codeHTML)</code>", text: cell.code.text)
    guard options.codeFold || options.codeSummary != nil else { return row }
    let summary = HTMLEscaping.escaped(options.codeSummary ?? "Code")
    return "<details class=\"fold\"><summary>\(summary)</summary>\n\(row)\n</details>"
  }

  private var outputs: [String] {
    var rows: [String] = []
    var drawn = drawings.printed[...]
    for part in evaluated.printedParts {
      switch part {
      case .text(let printed):
        rows.append(
          row("out", prompt: nil, label: "Output of \(name)", Self.samp(printed), text: printed))
      case .picture:
        guard let drawing = drawn.popFirst() ?? nil else { continue }
        rows.append("<div class=\"out picture\">\(SVGText.inline(drawing))</div>")
      }
    }
    if let value = evaluated.value { rows.append(self.row(value: value)) }
    if case .failed(let problem) = evaluated.outcome {
      let text = errorText(problem)
      rows.append(
        row("out failure", prompt: nil, label: "Error of \(name)", Self.samp(text), text: text))
    }
    return rows
  }

  /// The last expression's value: as what it shows, where it shows something besides its text.
  private func row(value: String) -> String {
    let prompt = number.map { "Out [\($0)]" }
    if case .array(let grid) = evaluated.valuePicture {
      let text = self.row(
        "", prompt: nil, label: "Value of \(name) as text", Self.samp(value), text: value)
      let array = ArrayHTML(grid, name: "Value of \(name)").html
      return "<div class=\"out value array\">\(Self.mark(prompt))\(array)"
        + "<details class=\"fold\"><summary>As text</summary>\(text)</details></div>"
    }
    let parts = [drawings.value.map(SVGText.inline), steps].compactMap(\.self)
    if parts.isEmpty {
      return row(
        "out value", prompt: prompt, label: "Value of \(name)", Self.samp(value), text: value)
    }
    return "<div class=\"out value picture\">\(Self.mark(prompt))\(parts.joined())</div>"
  }

  private static func mark(_ prompt: String?) -> String {
    prompt.map { "<span class=\"prompt\" aria-hidden=\"true\">\($0)</span>" } ?? ""
  }

  /// One box beside its prompt.
  private func row(
    _ classes: String, prompt: String?, label: String, _ content: String, text: String
  ) -> String {
    let box = "<pre\(CodeBox(text: text, label: label).attributes)>\(content)</pre>"
    return "<div class=\"\(classes)\">\(Self.mark(prompt))\(box)</div>"
  }

  /// A problem as it stands on the page, in a cell or below another block.
  static func failure(_ text: String) -> String {
    let box = CodeBox(text: text, label: "Error")
    return "<div class=\"out failure\"><pre\(box.attributes)>\(samp(text))</pre></div>"
  }

  /// Text that a program put out, without its last line ending.
  private static func samp(_ text: String) -> String {
    let shown = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return "<samp>\(HTMLEscaping.escaped(ControlPictures.shown(shown)))</samp>"
  }

  /// The calls that led to the error, by function and line of code, then its message.
  private func errorText(_ problem: Diagnostic) -> String {
    var text = ""
    for frame in problem.traceback {
      let line = frame.place.file.span(ofLine: frame.place.start.line)
      let code = frame.place.file.text(of: line).trimmingWhitespace
      text += "in \(frame.function.map { "\($0)()" } ?? "the cell"):\n    \(code)\n"
    }
    return text + problem.message
  }
}
