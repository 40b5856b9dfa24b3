import SourceText

/// The front of a line up to where the containers around it have taken their marks, for what is written
/// in place of the line's text and below it.
struct LineFront {
  /// Where the containers' marks end, in the file.
  let start: Int
  /// What has to be written there first: columns of a tab that still belong to the containers.
  let padding: String
  /// What a further line in the same containers begins with.
  let prefix: String

  /// The front of a line of `text` on which `cursor` has taken the containers' marks.
  init(_ cursor: LineCursor, onLine line: Int, of text: MarkdownText) {
    let marks = text.continuation(ofLine: line, before: cursor.offset)
    padding = cursor.padding(after: marks)
    prefix = marks + padding
    start = text.original(of: cursor.offset)
  }

  /// The front of a line that lacks the marks of its containers, which `next`, a line below it, has.
  init(ofLine line: Int, in text: MarkdownText, as next: LineFront) {
    padding = next.prefix
    prefix = next.prefix
    start = text.original(of: text.span(ofLine: line).start)
  }
}
