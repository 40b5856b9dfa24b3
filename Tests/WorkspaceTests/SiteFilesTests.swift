import Testing

@testable import Workspace

@Suite struct SiteFilesTests {
  private func lesson(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n\(more)---\n\nThe word of \(title) is \(title)ish.\n"
  }

  private func folder(_ configuration: String, _ names: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", configuration)
    for name in names { try folder.write("in/\(name).md", lesson(name)) }
    return folder
  }

  @Test func oneLessonDropsNoneFromTheSearch() throws {
    let folder = try folder("", "apple", "pear", "x/plum")
    _ = CommandResult.render(folder)
    let index = folder.read("out/assets/search-index.js")
    #expect(index?.contains("plumish") == false)
    #expect(index?.contains(#"["x/plum","x/plum"]"#) == true)
    for purpose in [Rendering.Purpose.write, .check, .writeAndPrune] {
      let result = CommandResult.render(folder, "apple.md") { $0.purpose = purpose }
      #expect(result.error.isEmpty)
      #expect(folder.read("out/assets/search-index.js") == index)
    }
    try folder.write("in/pear.md", lesson("quince"))
    _ = CommandResult.render(folder, "apple.md")
    let changed = folder.read("out/assets/search-index.js")
    #expect(changed?.contains(#"["pear","quince"]"#) == true)
  }

  @Test func draftsAndLessonsThatAreGoneAreNotFound() throws {
    let folder = try folder("", "apple", "pear", "plum")
    _ = CommandResult.render(folder)
    try folder.write("in/pear.md", lesson("pear", "draft: true\n"))
    folder.remove("in/plum.md")
    _ = CommandResult.render(folder, "apple.md")
    let index = folder.read("out/assets/search-index.js")
    #expect(index?.contains(#""lessons":[["apple","apple"]]"#) == true)
  }

  @Test func theIndexTellsTheReadingTimeOfLessonsThatAreNotRenderedNow() throws {
    let folder = try folder("", "apple", "pear")
    _ = CommandResult.render(folder)
    try folder.write("in/pear.md", lesson("pear") + String(repeating: "word ", count: 2_200))
    _ = CommandResult.render(folder, "apple.md")
    #expect(folder.read("out/index.md")?.contains("[pear](pear.md) (10 min)") == true)
    #expect(folder.read("out/index.html")?.contains(#"<p class="facts">10 min</p>"#) == true)
  }

  @Test func anAddressBringsASitemapAndTakesItAway() throws {
    let folder = try folder("url: https://ada.example/", "apple", "pear")
    try folder.write("in/card.png", "no picture")
    try folder.write("in/neuronbook.yml", "url: https://ada.example/\nimage: card.png\n")
    #expect(CommandResult.render(folder, "apple.md").error.isEmpty)
    #expect(folder.read("out/sitemap.xml")?.contains("/apple.html</loc>") == true)
    #expect(folder.read("out/sitemap.xml")?.contains("/pear.html</loc>") == false)
    #expect(folder.read("out/robots.txt") != nil)
    #expect(folder.read("out/assets/card.png") == "no picture")
    #expect(
      folder.read("out/apple.html")?.contains(
        #"<meta property="og:image" content="https://ada.example/assets/card.png">"#) == true)

    try folder.write("in/neuronbook.yml", "title: Fruit\n")
    let told = CommandResult.render(folder)
    #expect(told.rules == ["orphaned-page", "orphaned-page", "orphaned-page"])
    #expect(told.places == ["robots.txt", "sitemap.xml", "card.png"])
    _ = CommandResult.render(folder) { $0.purpose = .writeAndPrune }
    #expect(folder.read("out/sitemap.xml") == nil && folder.read("out/robots.txt") == nil)
  }

  @Test func filesOfAPersonStay() throws {
    let folder = try folder("url: https://ada.example/", "apple")
    try folder.write("out/robots.txt", "User-agent: *\nDisallow: /\n")
    #expect(CommandResult.render(folder).error.isEmpty)
    #expect(folder.read("out/robots.txt") == "User-agent: *\nDisallow: /\n")
    try folder.write("in/neuronbook.yml", "")
    _ = CommandResult.render(folder) { $0.purpose = .writeAndPrune }
    #expect(folder.read("out/robots.txt") != nil && folder.read("out/sitemap.xml") == nil)
  }

  @Test func theLanguageIsThatOfThePages() throws {
    let folder = try folder("language: de", "apple")
    _ = CommandResult.render(folder)
    for page in ["apple", "index"] {
      #expect(folder.read("out/\(page).html")?.contains(#"<html lang="de">"#) == true)
    }
  }
}
