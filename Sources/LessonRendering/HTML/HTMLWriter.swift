import LessonDocument

/// Writes a lesson's blocks and inlines as HTML, in CommonMark's own forms; what is not CommonMark's
/// comes from its `parts`.
public struct HTMLWriter<Parts: HTMLParts> {
  public var parts: Parts
  /// Whether raw HTML and every link destination go into the page as written: for texts one trusts.
  /// Else only what is allowed stays of the HTML, and dangerous destinations are dropped.
  public var allowsRawHTML: Bool
  /// What was found in the HTML of what has been taken.
  public internal(set) var findings = RawHTMLFindings()

  /// What has been written, with marks for an author's HTML and for leaves.
  var html = ""
  var authored = AuthoredHTML()
  var leaves: [Leaf] = []

  /// The notes met so far and the references to them.
  var notes = FootnoteNumbers()
  /// How many links are open: one within another is no HTML.
  var linkDepth = 0

  /// A writer with nothing written.
  public init(parts: Parts, allowsRawHTML: Bool = false) {
    self.parts = parts
    self.allowsRawHTML = allowsRawHTML
  }

  /// Writes blocks after what stands there.
  public mutating func write(_ blocks: some Collection<Block>) {
    write(Array(blocks), isTight: false)
  }

  /// Begins a line unless one has just begun.
  mutating func beginLine() {
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
  }

  /// A destination as an attribute's value.
  func url(_ destination: String) -> String {
    if !allowsRawHTML, HTMLEscaping.isDangerousURL(destination) { return "" }
    return HTMLEscaping.escapedURL(destination)
  }

  /// Where an image lies, as an attribute's value. What the page's parts make of a harmless source, such
  /// as the image itself, is harmless.
  mutating func imageURL(_ source: String) -> String {
    if !allowsRawHTML, HTMLEscaping.isDangerousURL(source) { return "" }
    return HTMLEscaping.escapedURL(parts.image(source))
  }
}
