import Testing

@testable import Workspace

/// Pictures on their way from a cell to pages and back into the lesson.
@Suite struct PictureTests {
  private func lesson(_ y: String, stored: String = "") -> String {
    """
    ---
    title: Plots
    ---

    # Plots

    ```neuron
    #| label: waves
    #| fig-alt: A line that falls
    import matplotlib.pyplot as plt
    print("before")
    plt.plot([1, 2, 3], \(y), label="a < b")
    plt.title("Loss")
    plt.show()
    print("after")
    ```
    \(stored)
    """
  }

  @Test func aPictureStandsBetweenWhatIsPrinted() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("[3, 2, 1]"))
    let result = CommandResult.render(folder)
    #expect(result.status == .success, "\(result.error)")
    let markdown = try #require(folder.read("out/a.md"))
    #expect(
      markdown.contains(
        "```text\nbefore\n```\n\n![A line that falls](a-waves.svg)\n\n```text\nafter\n"))
    let page = try #require(folder.read("out/a.html"))
    #expect(page.contains("<svg class=\"figure wide\"") && !page.contains("xmlns"))
    #expect(page.contains("<desc id=\"figure-1-0-desc\">A line that falls</desc>"))
    #expect(page.contains("a &lt; b") && !page.contains("a < b"))
    let picture = try #require(folder.read("out/a-waves.svg"))
    #expect(picture.hasPrefix("<svg class=\"figure wide\" xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(picture.contains("<style>:root{color-scheme:light dark}"))
    #expect(picture.contains("</style><rect class=\"ground\" width=\"100%\" height=\"100%\"/>"))
    #expect(picture.contains("prefers-color-scheme:dark"))
  }

  @Test func itsTextIsStoredAndCompared() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("[3, 2, 1]"))
    #expect(CommandResult.verify(folder("in")) { $0.acceptance = .write }.status == .success)
    let accepted = try #require(folder.read("in/a.md"))
    #expect(
      accepted.contains(
        "before\nfigure 6.4 × 4.8\naxes \"Loss\"\n  line \"a < b\": 3 points, x 1 to 3, y 1 to 3, solid C0, data "
      ))
    #expect(CommandResult.verify(folder("in")).status == .success)
    // One number in the middle, which no range tells.
    try folder.write("in/a.md", accepted.replacing("[3, 2, 1]", with: "[3, 2.5, 1]"))
    let changed = CommandResult.verify(folder("in"))
    #expect(changed.status == .problems)
    #expect(changed.error.contains("error[output-differs]"))
  }

  @Test func whatIsOpenAtTheEndOfACellIsShownThere() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "in/a.md",
      """
      ```neuron
      import matplotlib.pyplot as plt
      fig, axs = plt.subplots(1, 2)
      ```

      ```neuron
      plt.scatter([1, 2], [3, 4])
      ```
      """)
    #expect(CommandResult.render(folder).status == .success)
    #expect(folder.read("out/a-figure-1.svg") != nil)
    #expect(folder.read("out/a-figure-2.svg") != nil)
    #expect(folder.read("out/a-figure-3.svg") == nil)
  }

  @Test func controlCharactersShowAsPictures() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "in/a.md",
      "```neuron\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('a\\x07b')\nplt.show()\n```\n"
    )
    _ = CommandResult.render(folder)
    let picture = try #require(folder.read("out/a-figure-1.svg"))
    #expect(picture.contains("a␇b") && !picture.contains("\u{7}"))
  }

  @Test func renderingAgainChangesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("[3, 2, 1]"))
    _ = CommandResult.render(folder)
    let again = CommandResult.render(folder)
    #expect(again.summary.contains("(0 files changed): no problems"))
  }
}
