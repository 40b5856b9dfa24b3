import LessonDocument
import SourceText
import Typesetting

/// What a page decides about the parts of its lesson.
struct PageParts: HTMLParts {
  let lesson: EvaluatedLesson
  private let drawings: PageDrawings
  let destination: Destination
  var formulas: FormulaSetting
  private var identifiers: ArraySlice<String>
  private let numbers: [Int?]
  private let links: CodeLinks
  private let problems: ShownProblems
  private let pictureFile: ((_ path: String) -> [UInt8]?)?
  private let captions: [FigureCaption?]
  /// What is wrong with the HTML in captions.
  private(set) var diagnostics: [Diagnostic] = []

  /// Parts whose headings get `identifiers`, in order.
  init(
    lesson: EvaluatedLesson, drawings: PageDrawings, destination: Destination,
    formulas: FormulaSetting, identifiers: [String], problems: ShownProblems,
    pictureFile: ((_ path: String) -> [UInt8]?)? = nil
  ) {
    self.pictureFile = pictureFile
    self.problems = problems
    self.lesson = lesson
    self.drawings = drawings
    self.destination = destination
    self.formulas = formulas
    self.identifiers = identifiers[...]
    self.numbers = lesson.promptNumbers
    self.captions = lesson.lesson.cells.captions
    self.links = CodeLinks(of: lesson)
  }

  mutating func math(_ math: Math, isInLink: Bool) -> String {
    formulas.html(of: math, isInLink: isInLink)
  }

  mutating func cell(_ index: Int) -> String {
    guard lesson.cells.indices.contains(index), lesson.lesson.cells.indices.contains(index) else {
      return ""
    }
    return CellHTML(
      cell: lesson.lesson.cells[index], evaluated: lesson.cells[index], number: numbers[index],
      drawings: drawings.cells[index], codeHTML: codeHTML(index),
      steps: steps(index),
      caption: captions[index].map { html(of: $0, cell: index) },
      problems: problems.ofCell(index)
    ).html
  }

  private func codeHTML(_ index: Int) -> String {
    CodeHTML(
      code: lesson.lesson.cells[index].code, tokens: lesson.cells[index].tokens, cell: index,
      links: links
    ).html
  }

  /// The table of steps that a cell's value has; `nil` for other values.
  private mutating func steps(_ index: Int) -> String? {
    let label = numbers[index].map { "Steps of cell \($0)" } ?? "Steps"
    return lesson.cells[index].valuePicture?.steps?.html(
      label: label, lesson.lesson.frontMatter.mathNames
    ) { formulas.mathML(of: $0) }
  }

  /// A caption as a page shows it. Its problems are reported at the cell.
  private mutating func html(of caption: FigureCaption, cell index: Int) -> String {
    let place = Place(lesson.lesson.source, lesson.lesson.cells[index].fence)
    formulas.host = caption.host(at: lesson.lesson.cells[index], of: lesson.lesson)
    var writer = HTMLWriter(parts: self)
    writer.write(caption.inlines)
    let html = writer.take()
    formulas = writer.parts.formulas
    formulas.host = nil
    diagnostics += writer.findings.diagnostics.map {
      Diagnostic($0.rule, $0.message, at: place, help: $0.help)
    }
    return "<b>\(caption.name)</b> \(html)"
  }

  mutating func value(_ index: Int) -> String {
    guard lesson.values.indices.contains(index), lesson.lesson.values.indices.contains(index) else {
      return ""
    }
    let classes =
      switch lesson.values[index].outcome {
      case .text: "value"
      case .failed: "value failure"
      case .notRun: "value pending"
      }
    return "<span class=\"\(classes)\">\(HTMLEscaping.escaped(valueText(index)))</span>"
  }

  func valueText(_ index: Int) -> String { lesson.shownText(ofValue: index) }

  mutating func code(_ text: String, info: String) -> String? {
    let box = CodeBox(text: text, label: "Code")
    let code =
      formulas.typesetter.highlighted(ForeignCode(text: text, language: Self.language(of: info)))
      ?? HTMLEscaping.escaped(text)
    return "<div class=\"code\"><pre\(box.attributes)><code>\(code)</code></pre></div>"
  }

  /// The first word of an info string, also as `{.python}`.
  private static func language(of info: String) -> String {
    String(info.drop { "{. ".contains($0) }.prefix { !$0.isWhitespace && !"{},".contains($0) })
  }

  mutating func anchor(level: Int, text: String) -> HeadingAnchor? {
    guard let identifier = identifiers.popFirst() else { return nil }
    let address = HTMLEscaping.escapedURL(identifier)
    return HeadingAnchor(
      id: identifier,
      suffix:
        "<a class=\"anchor\" href=\"#\(address)\" aria-label=\"Link to this section\">#</a>")
  }

  mutating func link(_ destination: String) -> String {
    self.destination.address(of: destination, in: .html)
  }

  func text(ofEmptyLinkTo destination: String) -> String? {
    lesson.lesson.text(ofEmptyLinkTo: destination)
  }

  var marksAddresses: Bool { true }

  func isMark(_ mark: String, in paragraph: Span) -> Bool {
    let source = lesson.lesson.source
    // A paragraph's span may begin within its first line.
    let line = source.lineSpan(at: paragraph.start)
    let bytes = source.utf8[line.start..<line.end]
    guard let place = bytes.firstRange(of: mark.utf8) else { return false }
    return place.lowerBound == bytes.startIndex
      || bytes[place.lowerBound - 1] != UInt8(ascii: "\\")
  }

  mutating func image(_ source: String) -> String {
    pictureFile.flatMap { DataAddress.text(ofPicture: source, file: $0) }
      ?? destination.address(of: source, in: .html)
  }
}

/// A box of code or output. What may be wider than the column can be reached and scrolled by keyboard;
/// what is long may go on, in print, on the next page.
struct CodeBox {
  let text: String
  /// What it holds, for who cannot see it; plain words.
  let label: String

  /// Characters that certainly fit into a phone's width.
  private static let phoneWidth = 36
  /// Lines of half a page of paper.
  private static let halfPage = 30

  /// Attributes of the box, with a space before; empty when its lines are few and short.
  var attributes: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isWide = lines.contains { $0.unicodeScalars.count > Self.phoneWidth }
    return (lines.count > Self.halfPage ? " class=\"long\"" : "")
      + (isWide ? " tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"" : "")
  }
}

extension EvaluatedLesson {
  /// For each cell its place among those that are run, from 1; `nil` for one with `eval: false`.
  var promptNumbers: [Int?] {
    var count = 0
    return lesson.cells.map { cell in
      guard cell.options.eval else { return nil }
      count += 1
      return count
    }
  }
}
