import SourceText
import Testing

@testable import Workspace

@Suite struct LessonSearchTests {
  @Test func foldersGiveTheirFilesByPath() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a/z.md", "a.md", "a-b.md", "a/b/c.md", "notes.txt"] {
      try folder.write(name, "")
    }
    let search = LessonSearch(paths: [folder.path], output: nil)
    #expect(search.files.map(\.pagePath) == ["a/b/c", "a/z", "a-b", "a", "b"])
    #expect(search.diagnostics.isEmpty)
    #expect(search.roots == [folder.path])
  }

  @Test func hiddenAndOutputFoldersAreLeftOut() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", ".git/b.md", ".c.md", "out/d.md"] { try folder.write(name, "") }
    let search = LessonSearch(paths: [folder.path], output: folder("out"))
    #expect(search.files.map(\.pagePath) == ["a"])
  }

  @Test func linksInACircleEnd() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b.md", "")
    folder.link("a/again", to: "..")
    folder.link("gone.md", to: "nowhere")
    let search = LessonSearch(paths: [folder.path], output: nil)
    #expect(search.files.map(\.pagePath) == ["a/b"])
  }

  @Test func namedFilesAndFoldersComeOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("x/a.md", "")
    let search = LessonSearch(
      paths: [folder("x"), folder("x//./a.md"), folder("x/")], output: nil)
    #expect(search.files.map(\.path) == [folder("x/a.md")])
    #expect(search.files.map(\.isNamed) == [true])
  }

  @Test func missingPathsAreReportedAndTheRestIsFound() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "")
    let search = LessonSearch(paths: [folder("none"), folder("a.md")], output: nil)
    #expect(search.files.map(\.path) == [folder("a.md")])
    #expect(search.diagnostics.map(\.message) == ["no such file or folder"])
  }
}

@Suite struct FilePathTests {
  @Test(arguments: [
    ("./a//b/.", "a/b"), (".", "."), ("/", "/"), ("/a/", "/a"), ("../a", "../a"),
    ("a/../b", "a/../b"),
  ])
  func normalizes(path: String, normal: String) {
    #expect(FilePath.normalize(path) == normal)
  }

  @Test func relativePathsAreBelowTheirRoot() {
    #expect(FilePath.relative("a/b", to: "a") == "b")
    #expect(FilePath.relative("ab/c", to: "a") == nil)
    #expect(FilePath.relative("a/b", to: ".") == "a/b")
    #expect(FilePath.relative("/a", to: ".") == nil)
    #expect(FilePath.relative("/a/b", to: "/") == "a/b")
  }

  /// What cannot be looked at may be a lesson, and a check without it is none.
  @Test func aLinkThatLeadsToNothingIsToldOf() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "")
    folder.link("b.md", to: "none.md")
    folder.link("c.png", to: "none.png")
    folder.link(".#a.md", to: "editor")
    let search = LessonSearch(paths: [folder.path], output: nil)
    #expect(search.files.map(\.path) == [folder("a.md")])
    #expect(search.diagnostics.map(\.path) == [folder("b.md")])
    #expect(search.diagnostics.map(\.rule.id) == ["unreadable-file"])
  }

  /// Where a file system keeps them apart, as on Linux.
  @Test func namesThatReadTheSameAreTwoFiles() throws {
    let folder = try TemporaryFolder()
    for name in ["\u{FC}.md", "u\u{308}.md"] { try folder.write(name, "") }
    let search = LessonSearch(paths: [folder.path], output: nil)
    #expect(search.files.count == (try namesInFolder(folder.path)).count)
  }
}
