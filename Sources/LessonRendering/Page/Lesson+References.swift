import LessonDocument
import SourceText

extension Lesson {
  /// All that leads somewhere in the lesson, and all that can be led to, in the order of the file: links
  /// and images in Markdown and HTML, the headings' anchors, the labels of cells and
  /// equations, anchors in HTML.
  public var references: [Reference] {
    let labels =
      cells.compactMap { cell in
        cell.options.label.map { Reference(.anchor, $0, cell.fence) }
      } + equations.all.map { Reference(.anchor, $0.label, $0.span) }
    let headings = HeadingAnchors(of: blocks, reserved: self.labels).entries.map {
      Reference(.anchor, $0.identifier, $0.span)
    }
    let html = rawHTML(PlainHTMLParts()).references
    return (markdownReferences + html + labels + headings).sorted { $0.span.start < $1.span.start }
  }

  /// The labels of cells and equations, which are no anchor of a heading.
  var labels: [String] { cells.compactMap(\.options.label) + equations.all.map(\.label) }
}
