import LessonDocument
import SourceText

/// A lesson as Markdown for any host: the author's own text, with cells, outputs, formulas, front
/// matter and ways to files replaced where they stand, every other byte kept.
struct LessonMarkdown {
  let evaluated: EvaluatedLesson
  let destination: Destination
  private let pictures: [PagePicture]
  private let problems: ShownProblems
  private let captions: [FigureCaption?]
  private let lines: ContainerLines
  /// The lesson whose equations and macros its formulas use: of a caption, its lesson.
  private let host: Lesson
  private let linkedLabels: Set<String>
  private var edits: [Edit] = []

  /// A span of the file and what takes its place.
  struct Edit {
    var span: Span
    var text: String
    /// Whether nothing in its place means no blank line either.
    var takesBlankLines = false
  }

  init(
    _ evaluated: EvaluatedLesson, destination: Destination, pictures: [PagePicture],
    problems: ShownProblems, host: Lesson? = nil
  ) {
    self.host = host ?? evaluated.lesson
    linkedLabels = host == nil ? evaluated.lesson.linkedLabels : []
    self.problems = problems
    self.captions = evaluated.lesson.cells.captions
    self.evaluated = evaluated
    self.pictures = pictures
    self.destination = destination
    self.lines = ContainerLines(evaluated.lesson.source)
  }

  /// The whole text.
  mutating func markdown() -> String {
    let lesson = evaluated.lesson
    collect(lesson.blocks)
    collectProblems()
    rewriteDestinations()
    fillLinks()
    if lesson.hasHTML { edits += rawHTMLEdits }
    edits.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    let bytes = lesson.source.utf8
    var result: [UInt8] = []
    var position =
      bytes[lesson.bodyStart...].firstIndex { !"\r\n".utf8.contains($0) } ?? bytes.count
    if let title = lesson.frontMatter.title, lesson.openingHeading == nil {
      result += Array("# \(MarkdownText.escaped(title))\(lines.ending)\(lines.ending)".utf8)
    }
    for problem in problems.atTop {
      result += Array("\(fenced(problem, as: "text", ""))\(lines.ending)\(lines.ending)".utf8)
    }
    for edit in edits where edit.span.start >= position {
      result += bytes[position..<edit.span.start]
      result += edit.text.utf8
      position = edit.span.end
      if edit.takesBlankLines, edit.text.isEmpty {
        position = lines.endOfBlankLines(from: position)
      }
    }
    let text = String(decoding: result + bytes[position...], as: UTF8.self)
    return lesson.hasHTML ? RawHTMLRemovals.finished(text) : text
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks.withDescendants {
      if case .cell(let index) = block.kind { collectCell(index) }
      let isInTable = if case .table = block.kind { true } else { false }
      for inline in block.inlines.withDescendants {
        switch inline {
        case .math(let math) where isInTable: collectInTable(math)
        case .math(let math): collect(math)
        case .value(let index): collectValue(index)
        default: break
        }
      }
    }
  }
}

extension LessonMarkdown {
  /// Below their blocks, which a blank line ends.
  private mutating func collectProblems() {
    for (index, block) in evaluated.lesson.blocks.enumerated() {
      let shown = problems.below(index)
      if shown.isEmpty { continue }
      let text = shown.map { lines.ending + fenced($0, as: "text", "") + lines.ending }
      edits.append(
        Edit(
          span: Span(block.span.end, block.span.end), text: lines.ending + text.joined()))
    }
  }

  private mutating func collectCell(_ index: Int) {
    guard evaluated.cells.indices.contains(index),
      evaluated.lesson.cells.indices.contains(index)
    else { return }
    let cell = evaluated.lesson.cells[index]
    let options = cell.options
    let prefix = lines.continuation(of: cell.linePrefix)
    var parts: [String] = []
    if options.include, options.echo {
      parts.append(fenced(cell.code.text, as: "python", prefix))
    }
    parts += problems.ofCell(index).map { fenced($0, as: "text", prefix) }
    if options.include, options.output {
      parts += outputs(of: index, prefix)
    }
    if !parts.isEmpty, let label = options.label, linkedLabels.contains(label) {
      parts.insert(anchor(label), at: 0)
    }
    if let caption = captions[index] { parts.append(markdown(of: caption, prefix)) }
    let gap = lines.ending + prefix.trimmingTrailingSpaces + lines.ending + prefix
    edits.append(
      Edit(
        span: cell.whole, text: parts.joined(separator: gap),
        takesBlankLines: true))
  }

  /// What it printed and gave, with pictures as files where they come.
  private func outputs(of index: Int, _ prefix: String) -> [String] {
    let cell = evaluated.cells[index]
    let pictures = self.pictures.filter { $0.cell == index }
    var next = 0
    return cell.outputParts.flatMap { part -> [String] in
      switch part {
      case .text(let text): return [fenced(text, as: "text", prefix)]
      case .picture(let shown):
        let table = shown.steps.map { steps in
          steps.markdown(evaluated.lesson.frontMatter.mathNames)
            .joined(separator: lines.ending + prefix)
        }
        guard shown.isDrawn else { return table.map { [$0] } ?? [] }
        defer { next += 1 }
        let picture = pictures[next]
        let alternative = MarkdownText.escaped(picture.alternative)
        let image = "![\(alternative)](\(Address.encoded(picture.name)))"
        return [image] + (table.map { [$0] } ?? [])
      }
    }
  }

  /// A caption is Markdown of its own, written as a lesson is.
  private func markdown(of caption: FigureCaption, _ prefix: String) -> String {
    let lesson = EvaluatedLesson(lesson: caption.lesson, cells: [], values: [], diagnostics: [])
    var writer = LessonMarkdown(
      lesson, destination: destination, pictures: [], problems: ShownProblems([], in: lesson),
      host: evaluated.lesson)
    let text = writer.markdown().splitIntoLines
    return "*\(text.joined(separator: lines.ending + prefix))*"
  }

  /// A fenced block without the first line's prefix, which stands in the text already. The fence is
  /// longer than any run of backticks inside.
  private func fenced(_ text: String, as language: String, _ prefix: String) -> String {
    let fence = String(repeating: "`", count: max(3, text.longestRun(of: UInt8(ascii: "`")) + 1))
    var result = fence + language + lines.ending
    for line in text.splitIntoLines {
      result += (line.isEmpty ? prefix.trimmingTrailingSpaces : prefix + line) + lines.ending
    }
    return result + prefix + fence
  }
}

extension LessonMarkdown {
  private mutating func collectValue(_ index: Int) {
    let source = evaluated.lesson.source
    let span = evaluated.lesson.values[index].span
    let text = ValueText(
      text: evaluated.shownText(ofValue: index),
      isFirstOnLine: lines.isFirstOnLine(span.start),
      isLastOnLine: lines.rest(of: span.end) == .nothing,
      previous: span.start > 0 ? source.utf8[span.start - 1] : nil,
      next: span.end < source.utf8.count ? source.utf8[span.end] : nil)
    edits.append(Edit(span: span, text: text.markdown))
  }
}

extension LessonMarkdown {
  private mutating func collect(_ math: Math) {
    let text = host.text(of: math, for: .markdown)
    if let reference = text.reference {
      edits.append(Edit(span: math.span, text: MarkdownText.escaped(reference.text)))
    } else if math.isDisplay {
      collectDisplay(math, text)
    } else {
      collectInline(math, text.tex)
    }
  }

  /// `$…$` without spaces inside.
  private mutating func collectInline(_ math: Math, _ tex: String) {
    let prefix = lines.containerPrefix(at: math.span.start)
    let tex = tex.trimmingWhitespace.splitIntoLines
    let written = "$\(tex.joined(separator: lines.ending + prefix))$"
    if evaluated.lesson.source.text(of: math.span) != written {
      edits.append(Edit(span: math.span, text: written))
    }
  }

  /// In a cell of a table, which is one line: `$…$` too, with its bars kept from ending the cell.
  private mutating func collectInTable(_ math: Math) {
    let text = host.text(of: math, for: .markdown)
    if let reference = text.reference {
      return edits.append(Edit(span: math.span, text: MarkdownText.escaped(reference.text)))
    }
    let tex = text.tex.trimmingWhitespace.replacing("|", with: "\\|")
    let written = anchors(text) + (math.isDisplay ? "$\\displaystyle \(tex)$" : "$\(tex)$")
    if evaluated.lesson.source.text(of: math.span) != written {
      edits.append(Edit(span: math.span, text: written))
    }
  }

  /// `$$` on lines of their own. What follows on the line, if more than a full stop or comma, goes on
  /// a line below; these go into the formula, as in print.
  private mutating func collectDisplay(_ math: Math, _ text: FormulaText) {
    let prefix = lines.containerPrefix(at: math.span.start)
    let newLine = lines.ending + prefix
    var tex = text.tex.trimmingWhitespace
    let anchors = anchors(text)
    var end = math.span.end
    var after = ""
    switch lines.rest(of: end) {
    case .nothing: break
    case .mark(let mark, let lineEnd)
    where ".,;:".utf8.contains(mark) && !tex.hasPrefix("\\begin"):
      tex.unicodeScalars.append(Unicode.Scalar(mark))
      end = lineEnd
    case .mark, .text:
      after = newLine
      end = lines.endOfSpaces(from: end)
    }
    let body = tex.splitIntoLines.joined(separator: newLine)
    let before = lines.isFirstOnLine(math.span.start) ? "" : newLine
    edits.append(
      Edit(
        span: Span(math.span.start, end),
        text:
          "\(before)\(anchors)\(anchors.isEmpty ? "" : newLine)$$\(newLine)\(body)\(newLine)$$\(after)"
      ))
  }
}

extension LessonMarkdown {
  /// What links lead to: Markdown has no names for figures and equations.
  private func anchor(_ label: String) -> String {
    "<a id=\"\(HTMLEscaping.escaped(label))\"></a>"
  }

  private func anchors(_ text: FormulaText) -> String {
    text.labels.filter(linkedLabels.contains).map(anchor).joined()
  }

  /// Links without text say what they lead to.
  private mutating func fillLinks() {
    for link in evaluated.lesson.markdownReferences {
      guard let span = evaluated.lesson.emptyText(of: link),
        let text = host.text(ofEmptyLinkTo: link.destination)
      else { continue }
      edits.append(Edit(span: span, text: MarkdownText.escaped(text)))
    }
  }

  /// Destinations that lead elsewhere from the page's folder.
  private mutating func rewriteDestinations() {
    edits += evaluated.lesson.destinations { address in
      HTMLEscaping.isDangerousURL(address) ? "" : destination.address(of: address, in: .md)
    }
    .map { Edit(span: $0.span, text: $0.text) }
  }
}
