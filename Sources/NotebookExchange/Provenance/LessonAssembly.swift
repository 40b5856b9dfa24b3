/// Puts the text of a lesson together from the texts of a notebook's cells, with the white space that
/// was between them where they were neighbours in the lesson that was exported.
struct LessonAssembly {
  private let provenance: LessonProvenance
  private var utf8: [UInt8] = []
  private var last: NotebookCell?

  /// The text of the lesson of which a notebook's metadata tell; of a new one where they do not.
  init(_ provenance: LessonProvenance?) {
    self.provenance = provenance ?? LessonProvenance()
    if self.provenance.hasByteOrderMark { utf8 += [0xEF, 0xBB, 0xBF] }
  }

  /// What ends the lines of the lesson.
  var lineEnding: String { provenance.lineEnding }

  /// Adds the text of the next cell that has any, its lines ended as the lesson's, without a line ending
  /// after it.
  ///
  /// - Returns: where it begins, in bytes.
  @discardableResult
  mutating func add(_ text: String, of cell: NotebookCell) -> Int {
    if let last {
      utf8 += (separator(last, cell) ?? plain(PlainForm.separator)).utf8
    } else if cell.hasExportedSource, let before = cell.provenance?.before {
      utf8 += before.utf8
    }
    let start = utf8.count
    utf8 += text.utf8
    last = cell
    return start
  }

  /// The whole text.
  func finished() -> [UInt8] {
    guard let last else { return utf8 }
    return utf8 + (separator(last, nil) ?? plain(PlainForm.end)).utf8
  }

  /// White space that an export noted between two cells, if both are as they were.
  private func separator(_ cell: NotebookCell, _ next: NotebookCell?) -> String? {
    guard let after = cell.provenance?.after, after.nextCell == next?.id, cell.hasExportedSource,
      next?.hasExportedSource ?? true
    else { return nil }
    return after.text
  }

  private func plain(_ text: String) -> String {
    LineEndings.applied(provenance.lineEnding, to: text)
  }
}
