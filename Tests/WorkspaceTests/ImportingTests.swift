import Testing

@testable import Workspace

@Suite struct ImportingTests {
  private let picture = "iVBORw0KGgo="

  private func notebook(_ cells: String...) -> String {
    "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": ["
      + cells.joined(separator: ", ") + "]}"
  }

  private func code(_ source: String, prints: String = "") -> String {
    let output = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"\(prints)\"}"
    return "{\"cell_type\": \"code\", \"source\": \"\(source)\", \"execution_count\": 1, "
      + "\"metadata\": {}, \"outputs\": [\(prints.isEmpty ? "" : output)]}"
  }

  private var attachment: String {
    "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"![a](attachment:a.png)\", "
      + "\"attachments\": {\"a.png\": {\"image/png\": \"\(picture)\"}}}"
  }

  @Test func aNotebookBecomesALessonThatIsVerified() throws {
    let folder = try TemporaryFolder()
    try folder.write("My Notebook.ipynb", notebook(code("print(1)", prints: "1\\n"), attachment))
    let result = CommandResult.importing(folder, "My Notebook.ipynb")
    #expect(result.status == .success)
    #expect(result.summary.hasPrefix("checked 1 lesson (1 cell, 1 output"))
    #expect(folder.read("out/my-notebook-files/a.png")?.utf8.count == 10)
    #expect(
      folder.read("out/my-notebook.md")
        == "---\ntitle: My Notebook\n---\n\n```neuron\nprint(1)\n```\n\n```output\n1\n```\n\n"
        + "![a](my-notebook-files/a.png)\n")
  }

  @Test func whatDoesNotHoldIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.ipynb", notebook(code("print(1)", prints: "2\\n"), code("import pandas")))
    let result = CommandResult.importing(folder, "a.ipynb")
    #expect(result.status == .problems)
    #expect(result.rules.contains("output-differs"))
    #expect(result.error.contains("the module 'pandas' is not part of neuron"))
    #expect(folder.read("out/a.md") != nil)
  }

  @Test func importingAgainChangesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.ipynb", notebook(code("print(1)", prints: "1\\n"), attachment))
    #expect(CommandResult.importing(folder, "a.ipynb").status == .success)
    let times = folder.files().map { folder.time(of: $0) }
    #expect(CommandResult.importing(folder, "a.ipynb").status == .success)
    #expect(folder.files().map { folder.time(of: $0) } == times)
  }

  @Test func whatStandsThereIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.ipynb", notebook(code("x = 1"), attachment))
    try folder.write("out/a.md", "mine\n")
    let refused = CommandResult.importing(folder, "a.ipynb")
    #expect(refused.status == .incomplete)
    #expect(refused.rules.contains("lesson-exists"))
    #expect(folder.files() == ["a.ipynb", "out/a.md"])
    #expect(folder.read("out/a.md") == "mine\n")
    #expect(CommandResult.importing(folder, "a.ipynb") { $0.replaces = true }.status == .success)
    #expect(folder.read("out/a.md")?.contains("x = 1") == true)
  }

  @Test func aFileBesideThatIsThereIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.ipynb", notebook(attachment))
    try folder.write("out/a-files/a.png", "mine")
    #expect(CommandResult.importing(folder, "a.ipynb").status == .incomplete)
    #expect(folder.read("out/a-files/a.png") == "mine")
    #expect(folder.read("out/a.md") == nil)
  }

  @Test func twoNotebooksOfOneNameDoNotMeet() throws {
    let folder = try TemporaryFolder()
    try folder.write("one/a.ipynb", notebook(code("x = 1")))
    try folder.write("two/a.ipynb", notebook(code("x = 2")))
    let result = CommandResult.importing(folder, "one/a.ipynb", "two/a.ipynb")
    #expect(result.status == .incomplete)
    #expect(result.rules.contains("output-collision"))
    #expect(folder.read("out/a.md")?.contains("x = 1") == true)
  }

  @Test func whatIsNoNotebookIsSaid() throws {
    let folder = try TemporaryFolder()
    let files: [(String, [UInt8], String)] = [
      ("a.ipynb", Array("{\"cells\": [".utf8), "malformed-json"),
      ("b.ipynb", Array("[]".utf8), "not-a-notebook"),
      ("c.ipynb", Array("{\"nbformat\": 5, \"cells\": []}".utf8), "not-a-notebook"),
      ("d.txt", Array("no mark".utf8), "not-a-notebook"),
      ("e.txt", [0xFF], "not-utf-8"),
      ("f.ipynb", Array(String(repeating: "[", count: 100_000).utf8), "malformed-json"),
      ("g.ipynb", [], "malformed-json"),
      ("h.txt", [], "not-a-notebook"),
    ]
    for (name, bytes, rule) in files {
      try folder.write(name, bytes: bytes)
      let result = CommandResult.importing(folder, name)
      #expect(result.status == .incomplete, "\(name)")
      #expect(result.rules == [rule], "\(name)")
    }
    #expect(CommandResult.importing(folder, "gone.ipynb").rules == ["unreadable-file"])
    #expect(folder.read("out") == nil)
  }

  @Test func anAttachmentStaysBesideItsLesson() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.ipynb",
      notebook(
        "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"x\", \"attachments\": "
          + "{\"../../up.png\": {\"image/png\": \"\(picture)\"}, "
          + "\"/abs.png\": {\"image/png\": \"\(picture)\"}}}"))
    _ = CommandResult.importing(folder, "a.ipynb")
    #expect(folder.files() == ["a.ipynb", "out/a-files/abs.png", "out/a-files/up.png", "out/a.md"])
  }
}
