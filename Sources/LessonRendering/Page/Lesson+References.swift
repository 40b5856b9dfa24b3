import LessonDocument
import SourceText

extension Lesson {
  /// All that leads somewhere in the lesson, and all that can be led to, in the order of the file: links
  /// and images, the headings' anchors, the labels of cells.
  public var references: [Reference] {
    let labels = cells.compactMap { cell in
      cell.options.label.map { Reference(.anchor, $0, cell.fence) }
    }
    let headings = HeadingAnchors(of: blocks, reserved: labels.map(\.destination)).entries.map {
      Reference(.anchor, $0.identifier, $0.span)
    }
    return (markdownReferences + labels + headings).sorted { $0.span.start < $1.span.start }
  }
}
