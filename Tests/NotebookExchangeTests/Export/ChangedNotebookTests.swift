import JSONText
import LessonDocument
import SourceText
import Testing

@testable import NotebookExchange

private func exported(
  _ text: String, _ result: (Int) -> EvaluatedCell = { _ in .ran() }
) -> ExportedLesson {
  ExportedLesson(EvaluatedLesson(text, result))
}

@Suite struct ChangedNotebookTests {
  /// What an import finds of each cell after someone changed the notebook.
  private func restored(
    _ text: String, _ result: EvaluatedCell, _ change: (inout Notebook) -> Void
  ) -> [String?] {
    var notebook = exported(text) { _ in result }.notebook
    change(&notebook)
    #expect(!notebook.isAsExported)
    return notebook.cells.flatMap {
      [$0.restoredText(lineEnding: "\n"), $0.restoredOutput(lineEnding: "\n")]
    }
  }

  private let lesson = "~~~neuron\n1\n~~~\n\n```output\n...\n```\n"

  @Test func aChangedSourceForgetsItsFenceAndKeepsWhatIsStored() {
    let pieces = restored(lesson, .ran(value: "1")) { $0.cells[0].source = "2" }
    #expect(pieces == [nil, "\n\n```output\n...\n```"])
  }

  @Test func aChangedOutputIsNotTheStoredOne() {
    let pieces = restored(lesson, .ran(value: "1")) { notebook in
      notebook.cells[0].outputs = [.stream(name: "stdout", text: "2\n")]
    }
    #expect(pieces == ["~~~neuron\n1\n~~~", nil])
  }

  @Test func aDefinitionBeforeAnOutputStaysWithItsCell() {
    let text = "```neuron\n1\n```\n\n[a]: b\n\n```output\n1\n```\n"
    let pieces = restored(text, .ran(value: "1")) { $0.cells[0].outputs = [] }
    #expect(pieces == ["```neuron\n1\n```\n\n[a]: b", nil])
  }

  @Test func whatIsStoredWithoutAnOutputIsNotForAChangedCell() {
    let pieces = restored(lesson, .notRun) { $0.cells[0].source = "2" }
    #expect(pieces == [nil, nil])
  }

  @Test func aCellOfAnotherKindIsChanged() {
    let pieces = restored(lesson, .ran()) { $0.cells[0].kind = .markdown }
    #expect(pieces.first == .some(nil))
  }

  /// The lesson that comes back after someone changed the notebook.
  private func comesBack(
    _ text: String, _ change: (inout Notebook) -> Void
  ) throws -> String {
    var notebook = exported(text).notebook
    change(&notebook)
    return try imported(notebook).source.text
  }

  @Test func whiteSpaceIsKeptBetweenNeighboursOnly() throws {
    let text = "A\n```neuron\n1\n```\n\n\n\nB"
    #expect(try comesBack(text) { _ in } == text)
    #expect(try comesBack(text) { $0.cells[1].source = "2" } == "A\n\n```neuron\n2\n```\n\nB")
    #expect(
      try comesBack(text) { $0.cells.swapAt(0, 2) } == "B\n\n```neuron\n1\n```\n\nA\n")
    #expect(try comesBack(text) { $0.cells.remove(at: 1) } == "A\n\nB")
  }

  @Test func theTitleOutlivesItsCell() throws {
    let text = "---\ntitle: T\n---\n\nA\n"
    #expect(try comesBack(text) { $0.cells.removeFirst() } == text)
  }

  @Test func changedAndNewCellsEndTheirLinesAsTheLessonDoes() throws {
    let text = "A\r\n\r\n```neuron\r\n1\r\n```\r\n"
    let back = try comesBack(text) { notebook in
      notebook.cells[0].source = "A\nB"
      var cell = NotebookCell(.code(language: nil), "2\n3")
      cell.execution = .count(2)
      notebook.cells.append(cell)
    }
    #expect(
      back.utf8.elementsEqual(
        "A\r\nB\r\n\r\n```neuron\r\n1\r\n```\r\n\r\n```neuron\r\n2\r\n3\r\n```\r\n".utf8))
  }

  @Test func aCellInAListIsOneAfterItsTextChanged() throws {
    let text = "- a\n\n  ```neuron\n  1\n  ```\n\n  ```output\n  1\n  ```\n"
    let changed = text.replacing("- a", with: "- b")
    #expect(try comesBack(text) { $0.cells[0].source = String(changed.dropLast()) } == changed)
  }

  @Test func optionsAreTakenFromTheSourceAndTagsFromWhoSetThem() throws {
    let text = "```neuron\n#| error: true\n1\n```\n"
    #expect(try comesBack(text) { $0.cells[0].source = "1" } == "```neuron\n1\n```\n")
    #expect(
      try comesBack(text) {
        $0.cells[0].source = "2"
        $0.cells[0].tags.append("remove-output")
      } == "```neuron\n#| output: false\n2\n```\n")
  }

  @Test func shownValuesAreExpressionsAgain() throws {
    let text = "a `{neuron} l:.1f`, b\n\n```neuron\n1\n```\n"
    let back = try comesBack(text) { $0.cells[0].source.insert("A", at: "a".startIndex) }
    #expect(back == "A" + text)
  }

  @Test func definitionsOfOtherCellsStayThere() throws {
    let text = "a [b]\n\n```neuron\n1\n```\n\n[b]: c\n"
    let back = try comesBack(text) { $0.cells[0].source.insert("A", at: "a".startIndex) }
    #expect(back == "A" + text)
  }

  @Test func waysToFilesBeginAtTheLessonAgain() throws {
    let text = "[b](b.md) ![c](c.png)\n\n[d][e]\n\n[e]: e.md\n\n```neuron\n1\n```\n"
    let evaluated = EvaluatedLesson(text)
    var notebook = ExportedLesson(evaluated) { "../in/" + $0 }.notebook
    #expect(notebook.cells[0].source.hasPrefix("[b](../in/b.md) ![c](../in/c.png)"))
    #expect(try imported(notebook).source.text == text)
    notebook.cells[0].source = "More " + notebook.cells[0].source
    #expect(try imported(notebook).source.text == "More " + text)
  }

  @Test func aSeparatorIsWhiteSpaceOrNone() {
    let note: JSON = [
      "neuronbook": [
        "source": ["digest": "0"], "before": "text", "after": ["text": "text", "cell": "a"],
      ]
    ]
    let provenance = CellProvenance(metadata: note)
    #expect(provenance != nil && provenance?.before == nil && provenance?.after == nil)
  }

  @Test func aTagThatSomebodySetIsAnOptionOfAnUnchangedCellToo() throws {
    let back = try comesBack("```neuron\n1\n```\n") { $0.cells[0].tags = ["hide-input"] }
    #expect(back == "```neuron\n#| echo: false\n1\n```\n")
  }
}

@Suite struct EmbeddedImageTests {
  private let text =
    "![b](c/b%20b.png) [l](b.md)\n\n![d][e]\n\n```neuron\n1\n```\n\n[e]: <c/b b.png>\n"
  private let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0]

  private var notebook: Notebook {
    ExportedLesson(EvaluatedLesson(text)) {
      "../" + $0
    } image: { destination in
      let isImage = ["c/b%20b.png", "c/b b.png"].contains(destination)
      return isImage ? ImageFile(path: "c/b b.png", bytes: bytes) : nil
    }.notebook
  }

  @Test func imagesAreInTheCellsThatShowThem() {
    let cells = notebook.cells
    #expect(
      cells[0].source
        == "![b](attachment:b-b.png) [l](../b.md)\n\n![d][e]\n\n[e]: <attachment:b-b.png>")
    #expect(cells[0].attachments.map(\.name) == ["b-b.png"])
    #expect(cells[0].attachments[0].bundle.text("image/png") == "iVBORwA=")
    #expect(cells[2].attachments.map(\.name) == ["b-b.png"])
  }

  @Test func anImportPutsThemBack() throws {
    let lesson = try imported(notebook)
    #expect(lesson.source.text == text)
    #expect(lesson.files == [ImportedLesson.File(path: "c/b b.png", bytes: bytes)])
    #expect(lesson.diagnostics.isEmpty)
  }

  @Test func aChangedTextShowsThemWhereTheyWere() throws {
    var notebook = notebook
    notebook.cells[0].source = "A " + notebook.cells[0].source
    let lesson = try imported(notebook)
    #expect(lesson.source.text == "A " + text)
    #expect(lesson.files.map(\.path) == ["c/b b.png"])
    #expect(lesson.diagnostics.isEmpty)
  }

  @Test(arguments: ["../b.png", "/b.png", ".git/b.png", "c/./b.png", "", "c//b.png"])
  func nothingIsPutOutsideOfTheLessonsFolder(path: String) throws {
    var notebook = notebook
    notebook.cells[0].provenance?.attachments = ["b-b.png": path]
    notebook.cells.removeLast()
    let lesson = try imported(notebook)
    #expect(lesson.files.map(\.path) == ["lesson-files/b-b.png"])
  }

  @Test(arguments: [[], [1], [1, 2], [1, 2, 3], [0, 0xFF, 0xFE, 0x80]] as [[UInt8]])
  func base64IsReadAsItWasWritten(bytes: [UInt8]) {
    #expect(Base64.bytes(of: Base64.text(of: bytes)) == bytes)
  }
}
