extension NotebookCell {
  /// The text that the cell's source is in a lesson when nothing else is known.
  var plainText: String {
    if case .code = kind { PlainForm.cell(source) } else { source }
  }

  /// The source without definitions that an export put below it.
  var ownSource: String {
    guard let definitions = provenance?.definitions, source.hasSuffix(definitions) else {
      return source
    }
    return String(source.dropLast(definitions.count))
  }

  /// Of the source, and of what it is.
  var sourceDigest: String {
    let name =
      switch kind {
      case .code: "code"
      case .markdown, .heading: "markdown"
      case .raw: "raw"
      }
    return TextDigest.of([name, source])
  }

  /// Whether the source is as an export wrote it.
  var hasExportedSource: Bool { provenance?.source.digest == sourceDigest }

  /// The lesson's text that the source was exported from; `nil` when someone changed it since, or no
  /// export wrote it.
  func restoredText(lineEnding: String) -> String? {
    guard let provenance, hasExportedSource else { return nil }
    return provenance.source.text ?? LineEndings.applied(lineEnding, to: plainText)
  }

  /// What followed the cell in the lesson for its output, white space before it included and empty
  /// where nothing was stored; `nil` when someone changed the outputs since, or no export wrote them.
  func restoredOutput(lineEnding: String) -> String? {
    guard let output = provenance?.output, let outputs = CellOutputs(self.outputs),
      outputs.digest == output.digest
    else { return nil }
    // Nothing below a changed cell is as likely somebody's wish as it is what was exported.
    if self.outputs.isEmpty, !hasExportedSource { return nil }
    return output.text
      ?? LineEndings.applied(lineEnding, to: PlainForm.output(outputs.storedText))
  }
}

extension Notebook {
  /// Of all that stands in the cells.
  var contentDigest: String {
    var digest = TextDigest()
    for cell in cells {
      digest.add(cell.id ?? "")
      digest.add(cell.sourceDigest)
      digest.add(CellOutputs(cell.outputs)?.digest ?? "")
      digest.add(cell.tags.joined(separator: "\n"))
    }
    return digest.hexadecimal
  }

  /// Whether it holds what an export wrote, and nothing else: no one changed, added, moved or ran a cell.
  public var isAsExported: Bool { metadata.provenance?.digest == contentDigest }
}
