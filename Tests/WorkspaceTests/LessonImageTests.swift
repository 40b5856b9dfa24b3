import LessonRendering
import Testing

@testable import Workspace

@Suite struct LessonImageTests {
  private func lesson(_ body: String) -> String { "---\ntitle: T\n---\n\n\(body)\n" }

  private func folder(_ body: String, _ configuration: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/.git/config", "key")
    try folder.write("in/neuronbook.yml", configuration)
    try folder.write("in/x/a.md", lesson(body))
    try folder.write("in/img/My net.png", "net")
    return folder
  }

  private func copies(_ folder: TemporaryFolder) -> [String] {
    folder.files().filter { $0.hasPrefix("out/assets/images/") }
  }

  private var net: String { ImageCopy.path(for: "My net.png", Array("net".utf8)) }

  @Test func pagesShowCopiesAndMarkdownTheImagesThemselves() throws {
    let folder = try folder(
      "![n](../img/My%20net.png) [n](<../img/My net.png>) <img src=\"../img/My net.png\" alt=n>")
    #expect(net.hasPrefix("assets/images/My-net-"))
    let result = CommandResult.render(folder)
    #expect(result.status == .success && result.error.isEmpty, "\(result.error)")
    #expect(copies(folder) == ["out/" + net])
    #expect(folder.read("out/" + net) == "net")
    let html = try #require(folder.read("out/x/a.html"))
    #expect(html.matches(of: try Regex("(src|href)=\"../\(net)\"")).count == 3)
    #expect(!html.contains("/in/"))
    #expect(folder.read("out/x/a.md")?.contains("(../../in/x/../img/My%20net.png)") == true)
    #expect(CommandResult.render(folder).summary.contains("(0 files changed)"))
  }

  @Test func aCopyGoesWithTheLastPageThatShowsIt() throws {
    let folder = try folder("![n](../img/My%20net.png)")
    try folder.write("in/b.md", lesson("![n](<img/My net.png>)"))
    _ = CommandResult.render(folder)
    #expect(copies(folder) == ["out/" + net])
    try folder.write("out/assets/images/mine.png", "mine")
    try folder.write("in/b.md", lesson("none"))
    _ = CommandResult.render(folder, "b.md")
    #expect(copies(folder) == ["out/" + net, "out/assets/images/mine.png"])
    try folder.write("in/img/My net.png", "another")
    #expect(CommandResult.render(folder).error.isEmpty)
    #expect(copies(folder).count == 2 && !copies(folder).contains("out/" + net))
  }

  @Test func cardsNameCopies() throws {
    let address = "url: https://ada.example/s/\nself-contained: true\n"
    let folder = try folder("![g](gone.png) ![n](<../img/My net.png>)", address)
    _ = CommandResult.render(folder)
    let html = try #require(folder.read("out/x/a.html"))
    #expect(html.contains("og:image\" content=\"https://ada.example/s/\(net)\""))
    #expect(copies(folder) == ["out/" + net])
    #expect(html.contains("src=\"data:image/png;base64,bmV0\""))
    try folder.write("in/x/a.md", lesson("![g](gone.png)"))
    _ = CommandResult.render(folder)
    #expect(folder.read("out/x/a.html")?.contains("og:image") == false)
  }

  @Test func nothingButImagesOfTheRepositoryIsPublished() throws {
    let folder = try folder("![a](../out.png) ![b](key.png) ![c](notes.txt) ![d](../../far.png)")
    try folder.write("far.png", "far")
    try folder.write("in/key.txt", "key")
    try folder.write("in/x/notes.txt", "notes")
    folder.link("in/out.png", to: "../far.png")
    folder.link("in/x/key.png", to: "../key.txt")
    for isSelfContained in [false, true] {
      _ = CommandResult.render(folder) { $0.isSelfContained = isSelfContained }
      #expect(copies(folder).isEmpty)
      #expect(folder.read("out/x/a.html")?.contains("data:image/png") == false)
    }
  }

  @Test func filesOfAThemeThatAreGoneAreTold() throws {
    let url = "url: https://ada.example/s/\nimage: img/My net.png\n"
    let folder = try folder("text", url + "theme: ../look\n")
    folder.remove("in/.git/config")
    try folder.write("in/look/extra.css", "")
    try folder.write("in/look/fonts/f.woff2", "")
    try folder.write("in/neuronbook.yml", url + "theme: look\n")
    #expect(CommandResult.render(folder).error.isEmpty)
    folder.remove("in/look/fonts/f.woff2")
    #expect(CommandResult.render(folder).places == ["f.woff2"])
    try folder.write("in/neuronbook.yml", "title: T\n")
    let told = CommandResult.render(folder)
    #expect(told.rules.allSatisfy { $0 == "orphaned-page" })
    #expect(
      told.places == ["sitemap.xml", "card.png", "extra.css", "f.woff2"])
    let pruned = CommandResult.render(folder) { $0.purpose = .writeAndPrune }
    #expect(pruned.error.isEmpty)
    #expect(!folder.files().contains { $0.contains("/theme/") || $0.contains("card") })
    #expect(folder.read("out/assets/style.css") != nil)
  }
}
