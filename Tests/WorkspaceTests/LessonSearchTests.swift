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
}
