import LessonDocument

/// Writes a lesson's blocks and inlines as HTML, in CommonMark's own forms; what is not CommonMark's
/// comes from its `parts`.
public struct HTMLWriter<Parts: HTMLParts> {
  public var parts: Parts
  /// Whether raw HTML and every link destination go into the page as written: for texts one trusts.
  /// Else HTML is shown as text, comments are left out and dangerous destinations are dropped.
  public var allowsRawHTML: Bool
  /// What has been written.
  public internal(set) var html = ""

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
}
