import JSONText
import SourceText

/// Reads the JSON of a notebook file: nbformat 4, and what came before it (`JupyterReader+Version3`).
///
/// What is not as the format has it is told and read as far as it goes: cells that other programs wrote
/// carelessly are still somebody's work.
struct JupyterReader {
  private(set) var result = ReadNotebook()
  private var leftOut = LeftOutMetadata()

  /// - Throws: where the file is another kind of JSON, or of a format to come.
  init(_ json: JSON, path: String) throws(Diagnostic) {
    guard json.object != nil else { throw Self.notANotebook("it is not a JSON object", path) }
    let format = json["nbformat"]?.integer ?? (json["worksheets"] == nil ? 4 : 3)
    guard format <= 4 else {
      throw Self.notANotebook(
        "it is of nbformat \(format), later than what is read here, 3 and 4", path)
    }
    readMetadata(json["metadata"], format: format)
    if format >= 4 {
      guard let cells = json["cells"]?.array else {
        throw Self.notANotebook("it is JSON without a list `cells`", path)
      }
      for cell in cells { readCell(cell) }
    } else {
      guard let cells = Self.cells(ofVersion3: json) else {
        throw Self.notANotebook("it is JSON without a list `worksheets`", path)
      }
      for cell in cells { readCell(Self.upgraded(cell)) }
    }
    result.generalRemarks += leftOut.remarks
  }

  private static func notANotebook(_ reason: String, _ path: String) -> Diagnostic {
    Diagnostic(.notANotebook, "no notebook that can be imported: \(reason)", file: path)
  }

  // MARK: The notebook

  private mutating func readMetadata(_ metadata: JSON?, format: Int) {
    guard let metadata else { return }
    var taken: Set<String> = []
    result.notebook.metadata.title = metadata["title"]?.string
    if result.notebook.metadata.title != nil { taken.insert("title") }
    // Before nbformat 4 a notebook has a name, which programs make up where nobody gives one.
    if format < 4, let name = metadata["name"]?.string {
      if name.hasPrefix("Untitled") {
        taken.insert("name")
      } else if result.notebook.metadata.title == nil, !name.isEmpty {
        result.notebook.metadata.title = name
        taken.insert("name")
      }
    }
    let authors = metadata["authors"]?.array ?? []
    result.notebook.metadata.authors = authors.compactMap { $0["name"]?.string ?? $0.string }
    if authors.allSatisfy(Self.isOnlyName) { taken.insert("authors") }
    result.notebook.metadata.language =
      metadata["language_info"]?["name"]?.string ?? metadata["kernelspec"]?["language"]?.string
      ?? metadata["kernelspec"]?["name"]?.string ?? metadata["language"]?.string
    result.notebook.metadata.provenance = LessonProvenance(metadata: metadata)
    if result.notebook.metadata.isExported { taken.insert(CellProvenance.key) }
    leftOut.add(metadata, of: .notebook, except: taken)
  }

  private static func isOnlyName(_ author: JSON) -> Bool {
    author.string != nil || author["name"]?.string != nil && author.object?.count == 1
  }

  // MARK: Cells

  /// Of the cell under way, counted from 1: some leave nothing in the lesson to point at.
  private var number: Int { result.notebook.cells.count + 1 }

  private mutating func readCell(_ json: JSON) {
    var remarks: [Remark] = []
    let source = Self.text(json["source"])
    if source == nil {
      remarks.append(.loss("cell \(number) has no source; what else it holds is left out"))
    }
    var cell = NotebookCell(
      kind(of: json, &remarks), LineEndings.unified((source ?? "").utf8))
    cell.id = json["id"]?.string
    readMetadata(json["metadata"], of: &cell)
    cell.attachments = attachments(json["attachments"], &remarks)
    if case .code = cell.kind {
      for output in json["outputs"]?.array ?? [] { readOutput(output, &cell, &remarks) }
      cell.execution = execution(json, hasOutputs: !cell.outputs.isEmpty)
    }
    result.append(cell, remarks)
  }

  private func kind(of json: JSON, _ remarks: inout [Remark]) -> NotebookCell.Kind {
    switch json["cell_type"]?.string {
    case "code": return .code(language: json["language"]?.string)
    case "markdown": return .markdown
    case "heading": return .heading(level: min(max(json["level"]?.integer ?? 1, 1), 6))
    case "raw":
      let metadata = json["metadata"]
      return .raw(
        format: metadata?["raw_mimetype"]?.string ?? metadata?["format"]?.string)
    case let type:
      remarks.append(
        Remark(
          .importedTextChanged,
          "cell \(number) is of the unknown type \(excerpt(type ?? "none")), and shown as text"))
      return .raw(format: nil)
    }
  }

  private func execution(_ json: JSON, hasOutputs: Bool) -> NotebookCell.Execution {
    switch json["execution_count"] {
    case .some(.null): hasOutputs ? .unknown : .never
    case .some(.string("*")): .unfinished
    case let count: count?.integer.map { .count($0) } ?? .unknown
    }
  }

  private mutating func readMetadata(_ metadata: JSON?, of cell: inout NotebookCell) {
    guard let metadata else { return }
    var taken: Set<String> = []
    let tags = metadata["tags"]?.array ?? []
    cell.tags = tags.compactMap(\.string)
    if cell.tags.count == tags.count { taken.insert("tags") }
    cell.provenance = CellProvenance(metadata: metadata)
    if cell.provenance != nil { taken.insert(CellProvenance.key) }
    if case .raw(let format) = cell.kind, format != nil {
      taken.formUnion(["raw_mimetype", "format"])
    }
    if case .code = cell.kind {
      let jupyter = metadata["jupyter"]
      cell.hidesSource =
        jupyter?["source_hidden"]?.boolean ?? metadata["hide_input"]?.boolean ?? false
      cell.hidesOutputs =
        jupyter?["outputs_hidden"]?.boolean ?? metadata["collapsed"]?.boolean ?? false
      taken.formUnion(["hide_input", "collapsed"])
      if jupyter?.object?.keys.allSatisfy(["source_hidden", "outputs_hidden"].contains) == true {
        taken.insert("jupyter")
      }
    }
    leftOut.add(metadata, of: .cell, cell: number, except: taken)
  }

  private func attachments(_ json: JSON?, _ remarks: inout [Remark]) -> [NotebookAttachment] {
    (json?.object ?? [:]).elements.map { name, value in
      NotebookAttachment(name: name, bundle: bundle(value))
    }
  }

  // MARK: Outputs

  private mutating func readOutput(
    _ json: JSON, _ cell: inout NotebookCell, _ remarks: inout [Remark]
  ) {
    switch json["output_type"]?.string {
    case "stream":
      cell.outputs.append(
        .stream(name: json["name"]?.string ?? "stdout", text: Self.text(json["text"]) ?? ""))
    case "display_data", "execute_result", "update_display_data":
      let isResult = json["output_type"]?.string == "execute_result"
      leftOut.add(json["metadata"], of: .output, cell: number)
      cell.outputs.append(.display(bundle(json["data"]), isResult: isResult))
    case "error":
      cell.outputs.append(
        .error(
          name: json["ename"]?.string ?? "Error", message: json["evalue"]?.string ?? "",
          traceback: (json["traceback"]?.array ?? []).compactMap(\.string)))
    case let type:
      remarks.append(
        .loss("an output of cell \(number) left out: its type is \(excerpt(type ?? "unknown"))"))
    }
  }

  /// A form whose text is a list of lines is a text; one of JSON that is a list is told by its type.
  private func bundle(_ json: JSON?) -> MediaBundle {
    MediaBundle(
      (json?.object ?? [:]).elements.map { type, value in
        let isJSON = type == "application/json" || type.hasSuffix("+json")
        if !isJSON, let text = Self.text(value) { return .init(type, .text(text)) }
        return .init(type, .json(String(decoding: value.utf8(), as: UTF8.self)))
      })
  }

  /// A text, whole or as a list of lines that keep their endings.
  static func text(_ json: JSON?) -> String? {
    if let text = json?.string { return text }
    guard let lines = json?.array else { return nil }
    let texts = lines.compactMap(\.string)
    return texts.count == lines.count ? texts.joined() : nil
  }
}
