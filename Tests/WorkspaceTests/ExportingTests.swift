import Testing

@testable import Workspace

@Suite struct ExportingTests {
  private let lesson = "---\ntitle: A\n---\n\n```neuron\n1 + 1\n```\n"

  @Test func notebooksStandAsTheirLessonsDo() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    try folder.write("in/deep/b.md", lesson)
    try folder.write("in/README.md", "# No lesson\n")
    let result = CommandResult.export(folder)
    #expect(result.status == .success, "\(result.error)")
    #expect(result.summary == "exported 2 lessons (2 files changed): no problems")
    #expect(
      folder.files() == [
        "in/README.md", "in/a.md", "in/deep/b.md", "out/a.ipynb", "out/deep/b.ipynb",
      ])
    #expect(try #require(folder.read("out/a.ipynb")).contains("\"2\""))
  }

  @Test func exportingAgainChangesNothingNotEvenATime() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    _ = CommandResult.export(folder)
    let time = folder.time(of: "out/a.ipynb")
    let again = CommandResult.export(folder)
    #expect(again.summary == "exported 1 lesson (0 files changed): no problems")
    #expect(folder.time(of: "out/a.ipynb") == time)
  }

  @Test func withoutATargetANotebookStandsBesideItsLesson() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    let result = CommandResult.export(folder) { $0.target = .beside }
    #expect(result.status == .success)
    #expect(folder.files() == ["in/a.ipynb", "in/a.md"])
  }

  @Test func standardOutputHoldsTheNotebookAndNothingElse() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    let result = CommandResult.export(folder, "a.md") { $0.target = .standardOutput }
    #expect(result.status == .success)
    #expect(result.output.hasPrefix("{\n \"cells\": ["))
    #expect(result.output.hasSuffix(" \"nbformat_minor\": 5\n}\n"))
  }

  @Test func aFileHoldsOneNotebook() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    try folder.write("in/b.md", lesson)
    let result = CommandResult.export(folder) { $0.target = .file(folder("x.ipynb")) }
    #expect(result.status == .incomplete)
    #expect(result.rules == ["output-collision"])
    #expect(folder.files() == ["in/a.md", "in/b.md", "x.ipynb"])
  }

  @Test func aLessonWithErrorsIsWrittenOnlyWhenAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "```neuron\nx = y\n```\n")
    let result = CommandResult.export(folder)
    #expect(result.status == .problems)
    #expect(folder.files() == ["in/a.md"])
    let kept = CommandResult.export(folder) { $0.keepsGoing = true }
    #expect(kept.status == .problems)
    #expect(kept.summary == "exported 1 lesson (1 file changed): 1 error")
    let notebook = try #require(folder.read("out/a.ipynb"))
    #expect(notebook.contains("\"ename\": \"NameError\""))
  }

  @Test func aCellInAListIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "- a\n\n  ```neuron\n  1\n  ```\n")
    let result = CommandResult.export(folder)
    #expect(result.status == .success)
    #expect(result.rules == ["cell-kept-as-text"])
    #expect(result.places == ["a.md:3:3"])
  }

  @Test func whatIsNoLessonIsNotExported() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/README.md", "# No lesson\n")
    #expect(CommandResult.export(folder).rules == ["no-lessons"])
    #expect(CommandResult.export(folder, "README.md").rules == ["not-a-lesson"])
    #expect(CommandResult.export(folder, "missing.md").rules == ["unreadable-file"])
  }

  @Test func aNotebookThatCannotBeWrittenIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    try folder.write("out", "a file where the folder should be")
    let result = CommandResult.export(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules == ["unwritable-file"])
    #expect(result.summary == "exported 0 lessons (0 files changed): 1 error")
  }

  @Test func waysToFilesLeadOnFromTheNotebook() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "---\ntitle: A\n---\n\n![A square](b%20c.png) [d](https://e.org)\n")
    _ = CommandResult.export(folder) { $0.target = .file(folder("out/deep/x.ipynb")) }
    let notebook = try #require(folder.read("out/deep/x.ipynb"))
    #expect(notebook.contains("    \"![A square](../../in/b%20c.png) [d](https://e.org)\"\n"))
  }

  @Test func aNotebookThatSomebodyChangedIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    _ = CommandResult.export(folder)
    let changed = try #require(folder.read("out/a.ipynb")).replacing("\"1 + 1\"", with: "\"1 + 2\"")
    try folder.write("out/a.ipynb", changed)
    let result = CommandResult.export(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules == ["notebook-changed"])
    #expect(folder.read("out/a.ipynb") == changed)
    #expect(CommandResult.export(folder) { $0.overwrites = true }.status == .success)
    #expect(folder.read("out/a.ipynb") != changed)
  }

  @Test func aNotebookOfAnEarlierLessonIsWrittenOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    _ = CommandResult.export(folder)
    try folder.write("in/a.md", lesson + "\nMore\n")
    #expect(CommandResult.export(folder).summary.contains("(1 file changed)"))
  }

  @Test func whatIsNoNotebookIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson)
    for text in ["", "{}", "not JSON", "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4}"] {
      try folder.write("out/a.ipynb", text)
      #expect(CommandResult.export(folder).rules == ["notebook-changed"])
      #expect(folder.read("out/a.ipynb") == text)
    }
  }

  @Test func imagesAreEmbeddedWhenAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "---\ntitle: A\n---\n\n![A](b%20c.png) ![D](d.png)\n")
    try folder.write("in/b c.png", bytes: [1, 2, 3])
    let result = CommandResult.export(folder, "a.md") { $0.embedsImages = true }
    #expect(result.status == .success)
    let notebook = try #require(folder.read("out/a.ipynb"))
    #expect(notebook.contains("![A](attachment:b-c.png) ![D](../in/d.png)"))
    #expect(notebook.contains("\"image/png\": \"AQID\""))
  }

  @Test func anImportedExportHasItsLessonsName() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/My Lesson_1.md", lesson)
    _ = CommandResult.export(folder)
    var importing = Importing()
    importing.paths = [folder("out/My Lesson_1.ipynb")]
    importing.output = folder("back")
    importing.formulaFolder = "/dev/null"
    _ = importing.run(Reporter(output: .memory(), error: .memory()))
    #expect(folder.read("back/My Lesson_1.md") == lesson)
  }
}
