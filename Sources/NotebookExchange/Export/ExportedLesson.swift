import JSONText
import LessonDocument
import SourceText

/// A lesson as a notebook that Jupyter opens: its front matter in a raw cell, prose in Markdown cells,
/// neuron cells as code cells with what they gave.
///
///     let exported = ExportedLesson(evaluated)
///     exported.notebook.utf8  // the .ipynb file
///
/// The cells' metadata note what of the lesson the cells themselves do not show, so that an import gives
/// the same bytes again.
public struct ExportedLesson: Sendable {
  public let notebook: Notebook
  /// What stands in the notebook otherwise than its author may expect.
  public let diagnostics: [Diagnostic]

  /// Makes the notebook.
  ///
  /// - Parameter address: where a link or image of the lesson leads, as seen from the notebook.
  /// - Parameter image: the file of an image that the notebook is to hold itself.
  /// - Parameter pictures: those that cells show, as SVG, by the index of the cell.
  public init(
    _ evaluated: EvaluatedLesson, address: (String) -> String = { $0 },
    image: (String) -> ImageFile? = { _ in nil }, pictures: [Int: [String]] = [:]
  ) {
    let images = EmbeddedImages(evaluated.lesson, file: image)
    let prose = ShownProse(evaluated, images: images, address: address)
    var exporter = LessonExporter(evaluated, prose, pictures)
    exporter.run()
    notebook = exporter.notebook
    diagnostics = exporter.diagnostics
  }

  /// The notebook in a file, if an export wrote it; what was changed in it since counts.
  public static func notebook(in file: SourceFile) -> Notebook? {
    guard let json = try? JSON(parsing: file), json["metadata"]?[CellProvenance.key] != nil,
      let notebook = try? JupyterReader(json, path: file.path).result.notebook
    else { return nil }
    return notebook.metadata.isExported ? notebook : nil
  }
}

private struct LessonExporter {
  let evaluated: EvaluatedLesson
  let pieces: LessonPieces
  var notebook = Notebook()
  var diagnostics: [Diagnostic] = []
  private let lineEnding: String
  private let prose: ShownProse
  private let definitions: LinkDefinitions
  private let pictures: [Int: [String]]
  private var ids = CellIDs()
  private var executions: ExecutionCounts
  private var proseCount = 0

  init(
    _ evaluated: EvaluatedLesson, _ prose: ShownProse, _ pictures: [Int: [String]]
  ) {
    self.pictures = pictures
    self.evaluated = evaluated
    pieces = LessonPieces(evaluated.lesson)
    lineEnding = LineEndings.first(in: evaluated.lesson.source.utf8)
    executions = ExecutionCounts(evaluated, pieces)
    self.prose = prose
    definitions = LinkDefinitions(evaluated.lesson)
  }

  private var source: SourceFile { evaluated.lesson.source }

  mutating func run() {
    for piece in pieces.pieces {
      switch piece.kind {
      case .frontMatter:
        let text = LineEndings.unified(source.utf8[piece.span.start..<piece.span.end])
        addText(NotebookCell(.raw(format: "text/x-yaml"), text), piece, id: "front-matter")
      case .prose: addProse(piece)
      case .cell(let index): addCell(index, piece)
      }
    }
    noteSeparators()
    noteLesson()
    diagnostics = pieces.nestedCells.map { index in
      Diagnostic(
        .cellKeptAsText,
        "this cell stays in the text of the notebook, where Jupyter does not run it",
        at: Place(source, evaluated.lesson.cells[index].fence),
        help: "put it outside the list or quote")
    }
  }

  private mutating func addProse(_ piece: LessonPieces.Piece) {
    proseCount += 1
    let needed = definitions.needed(by: piece.span)
    var definitions = needed.map { "\n" + prose.text(of: $0) }.joined()
    if !definitions.isEmpty { definitions = "\n" + definitions }
    var cell = NotebookCell(.markdown, prose.text(of: piece.span) + definitions)
    let images = prose.images(in: [piece.span] + needed)
    cell.attachments = images.map(\.attachment)
    addText(cell, piece, id: "text-\(proseCount)")
    var provenance = notebook.cells[notebook.cells.count - 1].provenance
    if !definitions.isEmpty { provenance?.definitions = definitions }
    for image in images { provenance?.attachments[image.attachment.name] = image.path }
    notebook.cells[notebook.cells.count - 1].provenance = provenance
  }

  private mutating func addText(_ cell: NotebookCell, _ piece: LessonPieces.Piece, id: String) {
    add(cell, exact: source.text(of: piece.span), id: id)
  }

  private mutating func addCell(_ index: Int, _ piece: LessonPieces.Piece) {
    let cell = evaluated.lesson.cells[index]
    let result = evaluated.cells[index]
    var code = NotebookCell(.code(language: nil), CellSource(cell, in: source).text)
    let outputs = CellOutputs(result)
    let traceback = CellTraceback(of: result, in: evaluated.lesson, executions)
    let drawn = zip(result.pictures, pictures[index] ?? []).map { ($0.range, $1) }
    code.outputs = outputs.outputs(pictures: drawn, traceback: traceback.lines)
    code.execution = executions[index].map { .count($0) } ?? .never
    code.apply(cell.options)
    let end = endOfCell(cell)
    let exact = source.text(of: Span(piece.span.start, end))
    let stored = source.text(of: Span(end, piece.span.end))
    add(
      code, exact: exact, output: part(of: outputs, stored: stored),
      id: cell.options.label ?? "cell-\(index + 1)")
  }

  /// Where what belongs to the cell rather than to its output ends: definitions of links may stand
  /// between the two.
  private func endOfCell(_ cell: Cell) -> Int {
    guard let stored = cell.stored else { return cell.span.end }
    let between = source.utf8[cell.span.end..<source.lineSpan(at: stored.span.start).start]
    return between.lastIndex { !" \t\r\n".utf8.contains($0) }.map { $0 + 1 } ?? cell.span.end
  }

  private mutating func add(
    _ cell: NotebookCell, exact: String, output: CellProvenance.Part? = nil, id: String
  ) {
    var cell = cell
    cell.id = ids.id(for: id)
    var source = CellProvenance.Part(digest: cell.sourceDigest)
    if !plain(cell.plainText).hasSameBytes(as: exact) { source.text = exact }
    var provenance = CellProvenance(source: source, output: output)
    provenance.tags = cell.tags
    cell.provenance = provenance
    notebook.cells.append(cell)
  }

  private func part(of outputs: CellOutputs, stored: String) -> CellProvenance.Part {
    var part = CellProvenance.Part(digest: outputs.digest)
    let plain = plain(PlainForm.output(outputs.storedText))
    if !plain.hasSameBytes(as: stored) { part.text = stored }
    return part
  }

  /// A text as an import ends its lines.
  private func plain(_ text: String) -> String {
    LineEndings.applied(lineEnding, to: text)
  }

  /// White space around the pieces, where it is another than an import writes.
  private mutating func noteSeparators() {
    let spans = pieces.pieces.map(\.span)
    guard let first = spans.first else { return }
    if first.start > source.textStart {
      let before = source.text(of: Span(source.textStart, first.start))
      notebook.cells[0].provenance?.before = before
    }
    for (index, span) in spans.enumerated() {
      let isLast = index + 1 == spans.count
      let text = source.text(
        of: Span(span.end, isLast ? source.utf8.count : spans[index + 1].start))
      if text.hasSameBytes(as: plain(isLast ? PlainForm.end : PlainForm.separator)) { continue }
      let next = isLast ? nil : notebook.cells[index + 1].id
      notebook.cells[index].provenance?.after = CellProvenance.Separator(text: text, nextCell: next)
    }
  }

  private mutating func noteLesson() {
    let frontMatter = evaluated.lesson.frontMatter
    notebook.metadata.title = frontMatter.title
    notebook.metadata.authors = frontMatter.author.map { [$0] } ?? []
    notebook.metadata.language = "python"
    var provenance = LessonProvenance()
    provenance.lineEnding = lineEnding
    provenance.folder = prose.folder
    provenance.hasByteOrderMark = source.textStart > 0
    provenance.digest = notebook.contentDigest
    notebook.metadata.provenance = provenance
  }
}

extension String {
  /// Equality of strings is that of what they show; this is of what they are made of.
  fileprivate func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
