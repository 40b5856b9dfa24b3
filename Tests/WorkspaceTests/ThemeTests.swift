import LessonDocument
import SourceText
import Testing
import YAMLText

@testable import Workspace

@Suite struct ThemeRenderingTests {
  private let lesson = "---\ntitle: A\n---\n\n$x$\n"

  private func folder(_ configuration: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", configuration)
    try folder.write("in/a.md", lesson)
    return folder
  }

  @Test func aThemeOverridesWhatItHas() throws {
    let folder = try folder("theme: look\n")
    try folder.write("in/look/footer.mustache", "<footer>{{siteTitle}}</footer>\n")
    try folder.write("in/look/extra.css", ":root{--accent:#a0f}")
    try folder.write("in/look/fonts/f.woff2", "font")
    try folder.write("in/look/.hidden", "no")
    try folder.write("in/look/notes.md", lesson)
    let result = CommandResult.render(folder)
    #expect(result.status == .success, "\(result.error)")
    let html = try #require(folder.read("out/a.html"))
    #expect(html.contains("<footer>Lessons</footer>"))
    #expect(
      html.contains(
        "href=\"assets/style.css\">\n<link rel=\"stylesheet\" href=\"assets/theme/extra.css\""))
    #expect(
      folder.files().filter { $0.hasPrefix("out/assets/theme/") } == [
        "out/assets/theme/extra.css", "out/assets/theme/fonts/f.woff2",
        "out/assets/theme/notes.md",
      ])
    #expect(!folder.files().contains("out/look/notes.html"))
    let again = CommandResult.render(folder)
    #expect(again.summary.contains("(0 files changed)"))
  }

  @Test func aThemeThatIsNotThereIsToldWithTheNearest() throws {
    let folder = try folder("title: T\ntheme: lok\n")
    try folder.write("in/look/extra.css", "")
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules == ["setting-value"])
    #expect(result.places == ["neuronbook.yml:2:8"])
    #expect(result.error.contains("= help: write `look`"))
  }

  @Test(arguments: ["theme: .\n", "theme: ..\n"])
  func aThemeIsNotTheFolderOfTheLessons(configuration: String) throws {
    let result = CommandResult.render(try folder(configuration))
    #expect(result.rules == ["setting-value"])
  }

  @Test func nothingIsWrittenFromABrokenTheme() throws {
    let folder = try folder("theme: look\n")
    try folder.write("in/look/page.mustache", "<p>\n{{titel}}\n")
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules == ["unknown-template-value"])
    #expect(result.places == ["page.mustache:2:3"])
    #expect(!folder.files().contains { $0.hasPrefix("out/") })
    let verified = CommandResult.verify(folder("in"))
    #expect(verified.status == .success)
  }

  @Test func pagesAreNotWrittenIntoTheTheme() throws {
    let folder = try folder("theme: look\n")
    try folder.write("in/look/extra.css", "")
    let result = CommandResult.render(folder) { $0.output = folder("in/look/pages") }
    #expect(result.rules == ["output-collision"])
    #expect(!folder.files().contains { $0.hasPrefix("in/look/pages") })
  }

  @Test func linksLeadNotOutOfATheme() throws {
    let folder = try folder("theme: look\n")
    try folder.write("key.txt", "secret")
    try folder.write("in/look/fonts/f.css", "")
    folder.link("in/look/same.css", to: "fonts/f.css")
    #expect(CommandResult.render(folder).status == .success)
    #expect(folder.read("out/assets/theme/same.css") == "")
    folder.link("in/look/fonts/key.txt", to: "../../../key.txt")
    folder.link("in/look/footer.mustache", to: "../../key.txt")
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules == ["setting-value", "setting-value"])
    #expect(result.places == ["key.txt", "footer.mustache"])
    #expect(folder.read("out/assets/theme/fonts/key.txt") == nil)
  }

  @Test(arguments: ["../../look", "link", "../.git"])
  func aThemeIsInTheRepositoryOfItsLessons(theme: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("look/key.txt", "secret")
    try folder.write("top/.git/config", "secret")
    try folder.write("top/look/extra.css", "")
    try folder.write("top/in/a.md", lesson)
    folder.link("top/in/link", to: "../../look")
    func rules(_ theme: String) throws -> [String] {
      try folder.write("top/in/neuronbook.yml", "theme: \(theme)\n")
      return CommandResult.render(folder) { $0.paths = [folder("top/in")] }.rules
    }
    #expect(try rules(theme) == ["setting-value"])
    #expect(!folder.files().contains { $0.hasPrefix("out/") })
    #expect(try rules("../look").isEmpty)
  }

  @Test func aThemeThatIsNoTextIsTold() throws {
    let folder = try folder("theme: look\n")
    try folder.write("in/look/page.mustache", bytes: [0x61, 0xFF])
    #expect(CommandResult.render(folder).rules == ["not-utf-8"])
  }
}

@Suite struct SelfContainedRenderingTests {
  private func folder(_ configuration: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", configuration)
    try folder.write("in/a.md", "---\ntitle: A\n---\n\n![p](p.png)\n")
    try folder.write("in/p.png", "foo")
    return folder
  }

  @Test(arguments: [
    (nil, "self-contained: true\n", true), (true, "title: T\n", true),
    (false, "self-contained: true\n", false), (nil, "self-contained: false\n", false),
  ])
  func aPageIsOneFileWhenSomebodySaysSo(flag: Bool?, configuration: String, isAlone: Bool) throws {
    let folder = try folder(configuration)
    let result = CommandResult.render(folder) { $0.isSelfContained = flag }
    #expect(result.status == .success, "\(result.error)")
    let others = folder.files().filter { $0.hasPrefix("out/assets/") }
    #expect(others.isEmpty == isAlone)
    let html = try #require(folder.read("out/a.html"))
    #expect(html.contains("data:image/png;base64,Zm9v") == isAlone)
    let index = try #require(folder.read("out/index.html"))
    #expect(index.contains("<style>") == isAlone)
    #expect(index.contains("neuronbookIndex") == isAlone)
    let again = CommandResult.render(folder) { $0.isSelfContained = flag }
    #expect(again.summary.contains("(0 files changed)"))
  }
}

/// The files that the README tells to write are what their readers take.
@Suite struct ReadmeTests {
  private func blocks(_ language: String, file: String = #filePath) throws -> [String] {
    let root = "/" + file.split(separator: "/").dropLast(3).joined(separator: "/")
    let text = try FileReading.source(root + "/README.md").text
    return text.components(between: "\n```\(language)\n", and: "\n```\n")
  }

  @Test func everyYAMLIsRead() throws {
    let found = try blocks("yaml")
    #expect(found.count >= 4)
    for block in found {
      let source = SourceFile(path: "README.md", text: block)
      let subject = YAMLSubject(
        name: "README.md", maximumSize: 1 << 20, syntax: .configurationSyntax,
        unknownKey: .unknownSetting, value: .settingValue)
      switch YAML.parse(source, in: Span(0, source.utf8.count), as: subject) {
      case .success(let yaml): #expect(yaml != nil)
      case .failure(let problem): Issue.record("\(problem.message) in\n\(block)")
      }
    }
  }

  @Test func theWorkflowOfPagesHasWhatGitHubAsksFor() throws {
    let workflow = try #require(try blocks("yaml").first { $0.contains("deploy-pages") })
    for part in [
      "pages: write", "id-token: write", "actions/upload-pages-artifact@v",
      "actions/deploy-pages@v",
      "environment:", "github-pages", "neuronbook render",
    ] {
      #expect(workflow.contains(part), "\(part)")
    }
  }

  @Test func theThemeOfTheReadmeIsOne() throws {
    let templates = try blocks("html").filter { $0.contains("{{") }
    #expect(!templates.isEmpty)
    for template in templates {
      let folder = try TemporaryFolder()
      try folder.write("in/neuronbook.yml", "theme: look\n")
      try folder.write("in/a.md", "---\ntitle: A\n---\n")
      try folder.write("in/look/footer.mustache", template)
      let result = CommandResult.render(folder)
      #expect(result.status == .success, "\(result.error)")
    }
  }
}

extension String {
  /// What stands between each opening and the closing after it.
  fileprivate func components(between opening: String, and closing: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let start = rest.firstRange(of: opening) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: closing) else { break }
      found.append(String(rest[..<end.lowerBound]))
      rest = rest[end.lowerBound...]
    }
    return found
  }
}
