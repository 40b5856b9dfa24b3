import Testing

@testable import Workspace

@Suite struct RenderingTests {
  private func lesson(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n---\n\nText with $x^2$.\n\n```neuron\n1 + 1\n```\n\(more)"
  }

  private func pages(_ folder: TemporaryFolder) -> [String] {
    folder.files().filter { $0.hasPrefix("out/") && !$0.hasPrefix("out/assets/") }
  }

  @Test func everyLessonHasItsPagesAndThereIsAnIndex() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    try folder.write("in/deep/b.md", lesson("Second"))
    let result = CommandResult.render(folder)
    #expect(result.status == .success, "\(result.error)")
    #expect(
      pages(folder) == [
        "out/a.html", "out/a.md", "out/deep/b.html", "out/deep/b.md", "out/index.html",
        "out/index.md",
      ])
    #expect(result.summary.hasPrefix("rendered 2 of 2 lessons into \(folder("out")) ("))
  }

  @Test func renderingAgainChangesNothingNotEvenATime() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    _ = CommandResult.render(folder)
    let files = folder.files()
    let times = files.map { folder.time(of: $0) }
    let again = CommandResult.render(folder)
    #expect(again.summary.contains("(0 files changed): no problems"))
    #expect(folder.files() == files)
    #expect(files.map { folder.time(of: $0) } == times)
  }

  @Test func oneLessonUpdatesItsEntryAndDropsNone() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("in/\(name).md", lesson("Title \(name)")) }
    _ = CommandResult.render(folder, "a.md")
    _ = CommandResult.render(folder, "b.md")
    try folder.write("in/b.md", lesson("Another title"))
    _ = CommandResult.render(folder, "b.md")
    let index = try #require(folder.read("out/index.md"))
    #expect(index.contains("[Title a](a.md)"))
    #expect(index.contains("[Another title](b.md)"))
    #expect(!index.contains("Title b") && !index.contains("Title c"))
  }

  @Test func lessonsMayLieAroundTheOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    let inside = { (rendering: inout Rendering) in rendering.output = folder("in/out") }
    #expect(CommandResult.render(folder, change: inside).status == .success)
    let again = CommandResult.render(folder, change: inside)
    #expect(again.summary.hasPrefix("rendered 1 of 1 lesson "))
    #expect(again.summary.contains("(0 files changed)"))
  }

  @Test func pagesDoNotDependOnTheNumberOfThreads() throws {
    let one = try TemporaryFolder()
    let four = try TemporaryFolder()
    for folder in [one, four] {
      for number in 0..<12 { try folder.write("in/\(number).md", lesson("T\(number)")) }
    }
    _ = CommandResult.render(one) { $0.jobs = 1 }
    _ = CommandResult.render(four) { $0.jobs = 4 }
    #expect(one.files() == four.files())
    for file in pages(one) { #expect(one.read(file) == four.read(file), "\(file)") }
  }

  @Test func formulasAreKeptForTheNextRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    _ = CommandResult.render(folder)
    let kept = try #require(folder.time(of: "cache/formulas"))
    _ = CommandResult.render(folder)
    #expect(folder.time(of: "cache/formulas") == kept)
  }

  @Test func whereFormulasCannotBeKeptPagesAreWrittenAllTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    try folder.write("cache", "a file in the way")
    #expect(CommandResult.render(folder).status == .success)
  }

  @Test func aPageThatCannotBeWrittenIsReportedAndTheOthersAre() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a/b.md", lesson("First"))
    try folder.write("in/c.md", lesson("Second"))
    try folder.write("out/a", "a file in the way")
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules.contains("unwritable-file"))
    #expect(pages(folder) == ["out/a", "out/c.html", "out/c.md", "out/index.html", "out/index.md"])
  }

  @Test func aLessonIsNeverItsOwnPage() throws {
    let folder = try TemporaryFolder()
    let text = "---\ntitle: A\n---\n\n```neuron\n1\n```\n"
    try folder.write("in/x.md", text)
    try folder.write("in/index.md", "notes of my own\n")
    let result = CommandResult.render(folder, "x.md") { $0.output = folder("in") }
    #expect(result.status == .incomplete)
    #expect(result.rules == ["output-collision"])
    #expect(folder.read("in/x.md") == text)
    #expect(folder.read("in/index.md") == "notes of my own\n")
    #expect(folder.files() == ["in/index.md", "in/x.md"])
  }
}
