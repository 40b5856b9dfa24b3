import LessonDocument
import SourceText

/// Writes the cells of a notebook one after the other as a lesson.
struct LessonComposer {
  private(set) var files: FilesBeside
  /// The lesson, once composed.
  private(set) var source: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  private let read: ReadNotebook
  private let order: RunOrder
  private let title: ImportedTitle
  private var assembly: LessonAssembly
  /// Where the cells' texts begin.
  private var placed: [(start: Int, pieces: CellPieces)] = []

  /// - Parameter path: the lesson's.
  /// - Parameter file: the notebook's.
  init(_ read: ReadNotebook, at path: String, named file: String) {
    self.read = read
    source = SourceFile(path: path, utf8: [])
    order = RunOrder(read.notebook.cells)
    let name = path.split(separator: "/").last ?? ""
    files = FilesBeside(lesson: String(name.hasSuffix(".md") ? name.dropLast(3) : name))
    title = ImportedTitle(read.notebook, file: file)
    assembly = LessonAssembly(read.notebook.metadata.provenance)
  }

  private var notebook: Notebook { read.notebook }

  mutating func compose() {
    addFrontMatter()
    for (index, cell) in notebook.cells.enumerated() where index != title.frontMatterCell {
      var pieces = pieces(of: cell, index)
      pieces.note(quoting: read.remarks[index] ?? [])
      add(pieces, of: cell)
    }
    source = SourceFile(path: source.path, utf8: assembly.finished())
    diagnostics = placedRemarks + readingProblems
  }

  /// An exported lesson has its own, or none unless the notebook still has the title of one.
  private mutating func addFrontMatter() {
    let cell = title.frontMatterCell.map { notebook.cells[$0] }
    if cell == nil, notebook.metadata.isExported, notebook.metadata.title == nil { return }
    var pieces = CellPieces(lineEnding: assembly.lineEnding)
    if let text = cell?.restoredText(lineEnding: assembly.lineEnding) {
      pieces.append(exact: text)
    } else {
      pieces.append(title.frontMatter)
    }
    pieces.note(title.remarks)
    add(pieces, of: cell ?? NotebookCell(.raw(format: nil), ""))
  }

  private mutating func add(_ pieces: CellPieces, of cell: NotebookCell) {
    if pieces.text.isEmpty {
      // What is said of a cell that left nothing is said where it would stand.
      if !pieces.remarks.isEmpty { placed.append((placed.last?.start ?? 0, pieces)) }
      return
    }
    placed.append((assembly.add(pieces.text, of: cell), pieces))
  }

  // MARK: Cells

  private mutating func pieces(of cell: NotebookCell, _ index: Int) -> CellPieces {
    if let text = cell.restoredText(lineEnding: assembly.lineEnding),
      CellTags(cell).optionLines.isEmpty
    {
      return restored(text, cell, index)
    }
    var pieces = CellPieces(lineEnding: assembly.lineEnding)
    switch cell.kind {
    case .markdown: addMarkdown(cell, &pieces)
    case .heading(let level):
      let line = cell.source.split(whereSeparator: \.isNewline).joined(separator: " ")
      var heading = cell
      heading.source = String(repeating: "#", count: level) + " " + line
      addMarkdown(heading, &pieces)
    case .raw(let format): addRaw(cell, format, &pieces)
    case .code(let language):
      addCode(cell, language, index, &pieces)
      noteAttachments(of: cell, &pieces)
    }
    return pieces
  }

  /// A piece of an exported lesson, as it was there.
  private mutating func restored(_ text: String, _ cell: NotebookCell, _ index: Int) -> CellPieces {
    var pieces = CellPieces(lineEnding: assembly.lineEnding)
    if let note = order.notes[index], case .count = cell.execution {
      pieces.append(RunMark.text(note))
    }
    pieces.append(exact: text)
    if case .code = cell.kind {
      pieces.note(CellTags(cell).remarks)
      addOutputs(of: cell, &pieces)
    } else {
      pieces.note(CellTags(textCell: cell).remarks + restoreAttachments(of: cell))
    }
    return pieces
  }

  /// The files of a cell whose text leads to them already.
  private mutating func restoreAttachments(of cell: NotebookCell) -> [Remark] {
    var attachments = attachments(of: cell)
    _ = attachments.rewrite("")
    return attachments.remarks
  }

  private mutating func attachments(of cell: NotebookCell) -> Attachments {
    Attachments(cell.attachments, &files, restoring: cell.provenance?.attachments ?? [:])
  }

  private mutating func addMarkdown(_ cell: NotebookCell, _ pieces: inout CellPieces) {
    var attachments = attachments(of: cell)
    let source = attachments.rewrite(cell.ownSource)
    let markdown =
      if let provenance = notebook.metadata.provenance {
        ImportedMarkdown(provenance.lessonText(ofProse: source), isLesson: true)
      } else {
        ImportedMarkdown(source)
      }
    if !markdown.text.isEmpty {
      // A comment is the only thing that parts two lists and shows nothing.
      if placed.last?.pieces.endsInList == true, markdown.continuesList {
        pieces.append("<!-- -->")
      }
      // A text whose definitions stand elsewhere is read otherwise by itself, as it is to be.
      let standsAlone = cell.provenance?.definitions == nil
      pieces.append(markdown.text, shape: standsAlone ? markdown.shape : nil)
      pieces.endsInList = markdown.endsInList
    }
    pieces.note(attachments.remarks + markdown.remarks + CellTags(textCell: cell).remarks)
  }

  /// Raw text is for one format: Markdown and HTML are part of a lesson, anything else is shown.
  private mutating func addRaw(
    _ cell: NotebookCell, _ format: String?, _ pieces: inout CellPieces
  ) {
    let name: String
    switch format {
    case "text/markdown", "text/html", "markdown", "html": return addMarkdown(cell, &pieces)
    case "text/latex", "latex", "pdf": name = "latex"
    case "text/restructuredtext", "rst": name = "rst"
    case "text/asciidoc", "asciidoc": name = "asciidoc"
    case "text/x-python", "python": name = "python"
    default: name = "text"
    }
    if !cell.source.allSatisfy(\.isWhitespace) {
      pieces.append(PlainForm.fenced(name, cell.source + "\n"))
    }
    pieces.note(CellTags(textCell: cell).remarks)
    noteAttachments(of: cell, &pieces)
  }

  /// What is shown as it is leads to no attachment.
  private func noteAttachments(of cell: NotebookCell, _ pieces: inout CellPieces) {
    if cell.attachments.isEmpty { return }
    let names = cell.attachments.map { excerpt($0.name) }.joined(separator: ", ")
    pieces.note([.loss("attachments of a cell that shows none left out: \(names)")])
  }

  // MARK: Code

  private mutating func addCode(
    _ cell: NotebookCell, _ language: String?, _ index: Int, _ pieces: inout CellPieces
  ) {
    if cell.source.allSatisfy(\.isWhitespace), cell.outputs.isEmpty { return }
    let code = PlainCode(cell.source)
    let language = language ?? notebook.metadata.language ?? "python"
    if let name = code.otherLanguage {
      return addShown(cell, as: name, &pieces)
    } else if !CodeLanguage.isPython(language) {
      return addShown(cell, as: CodeLanguage.fenceName(of: language), &pieces)
    }
    if let note = order.notes[index] { pieces.append(RunMark.text(note)) }
    let tags = CellTags(cell)
    pieces.append(PlainForm.cell(tags.optionLines + code.code))
    pieces.note(tags.remarks)
    let linesBefore = 1 + tags.optionLines.lines.count
    for command in code.commands {
      pieces.note(
        [Remark(.notebookCommand, "a comment now: `\(excerpt(command.text))` is not Python")],
        line: linesBefore + command.line)
    }
    addOutputs(of: cell, &pieces)
  }

  private mutating func addOutputs(of cell: NotebookCell, _ pieces: inout CellPieces) {
    if let text = cell.restoredOutput(lineEnding: assembly.lineEnding) {
      pieces.append(exact: text, after: "")
      return
    }
    let output = ImportedOutput(cell.outputs)
    if let line = output.errorLine, !CellTags.expectsError(cell) {
      pieces.note(
        [
          Remark(
            .errorInNotebook, "the cell raised in the notebook: \(excerpt(line))",
            help: "mend the cell; or, if the lesson is to show it, add `#| error: true`")
        ])
    }
    add(output, as: "output", &pieces)
  }

  private mutating func add(
    _ output: ImportedOutput, as name: String, _ pieces: inout CellPieces
  ) {
    if !output.text.isEmpty { pieces.append(PlainForm.fenced(name, output.text)) }
    pieces.note(output.remarks)
    for file in output.files {
      let path = files.add(file.bytes, stem: "output", fileExtension: file.mediaType.fileExtension)
      let text = Self.label(file.description)
      pieces.append(
        file.mediaType.isImage
          ? "![\(text.isEmpty ? "Output of the cell above" : text)](\(path))"
          : "[\(text.isEmpty ? path : text)](\(path))")
    }
  }

  /// A text as the label of a link: `<Figure size 640x480 with 1 Axes>` without what would be markup.
  private static func label(_ text: String) -> String {
    excerpt(
      text.filter { $0.isLetter || $0.isNumber || $0.isWhitespace || ",.:;=+-()".contains($0) })
  }

  /// Code that no lesson runs, with what it gave.
  private mutating func addShown(
    _ cell: NotebookCell, as name: String, _ pieces: inout CellPieces
  ) {
    pieces.append(PlainForm.fenced(name, cell.source + "\n"))
    pieces.note(
      [Remark(.foreignLanguage, "this code (\(name)) is shown, and does not run")]
        + CellTags(cell).remarks)
    add(ImportedOutput(cell.outputs), as: "text", &pieces)
  }

  // MARK: The lesson as a whole

  private var placedRemarks: [Diagnostic] {
    placed.flatMap { start, pieces in
      let first = source.position(at: start).line
      return pieces.remarks.map { line, remark in
        let span = source.span(ofLine: min(first + line, source.lineCount))
        return Diagnostic(
          remark.rule, remark.message, at: Place(source, span), help: remark.help)
      }
    }
  }

  /// Markdown cells that are read in the lesson otherwise than by themselves.
  private var readingProblems: [Diagnostic] {
    let lesson = Lesson(parsing: source)
    // What nests too deep is told, and not read.
    if lesson.diagnostics.contains(where: { $0.rule == .documentTooComplex }) { return [] }
    var found: [Diagnostic] = []
    var blocks = lesson.blocks[...]
    for (start, pieces) in placed {
      for (span, shape) in pieces.shapes {
        blocks = blocks.drop { $0.span.start < start + span.start }
        let own = blocks.prefix { $0.span.start < start + span.end }
        blocks = blocks.dropFirst(own.count)
        if BlockShape(Array(own)).text == shape { continue }
        found.append(
          Diagnostic(
            .importedTextDiffers, "this text reads differently here than in its own cell",
            at: Place(source, source.lineSpan(at: start + span.start)),
            help: "look for a link, a formula or a block that goes on outside of it"))
      }
    }
    return found
  }
}

/// Languages of code, as notebooks name them.
enum CodeLanguage {
  static func isPython(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.isEmpty || name.hasPrefix("python") || name.hasPrefix("ipython")
      || name.hasPrefix("xpython") || name == "xeus-python" || name.hasPrefix("conda-env")
  }

  /// A word that may stand behind a fence.
  static func fenceName(of name: String) -> String {
    let known = ["ir": "r", "c++": "cpp", "c#": "csharp", "f#": "fsharp"]
    let name = name.lowercased()
    let word = name.filter { $0.isLetter || $0.isNumber || "+#-".contains($0) }
    let plain = known[word] ?? word.filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return ["", "neuron", "output"].contains(plain) ? "text" : plain
  }
}
