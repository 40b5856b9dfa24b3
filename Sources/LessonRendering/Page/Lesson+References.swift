import LessonDocument
import SourceText

extension Lesson {
  /// All that leads somewhere in the lesson, and all that can be led to, in the order of the file: links
  /// and images in Markdown and HTML, the headings' anchors, the labels of cells, anchors in HTML.
  public var references: [Reference] {
    let labels = cells.compactMap { cell in
      cell.options.label.map { Reference(.anchor, $0, cell.fence) }
    }
    let headings = HeadingAnchors(of: blocks, reserved: labels.map(\.destination)).entries.map {
      Reference(.anchor, $0.identifier, $0.span)
    }
    let html = rawHTML(PlainHTMLParts()).references
    return (markdownReferences + html + labels + headings).sorted { $0.span.start < $1.span.start }
  }
}
