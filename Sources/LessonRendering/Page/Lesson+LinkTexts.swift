import LessonDocument
import SourceText

extension Lesson {
  /// What a link says that leads to a figure or equation of this lesson and has no text of its own:
  /// `[](#clouds)` is “Figure 1”, `[](#eq:cost)` is “(3)”. `nil` for any other place.
  public func text(ofEmptyLinkTo destination: String) -> String? {
    guard destination.hasPrefix("#") else { return nil }
    let label = Address.decoded(String(destination.dropFirst()))
    if let equation = equations[label] { return "(\(equation.number))" }
    guard let index = cells.firstIndex(where: { $0.options.label == label }),
      cells[index].isFigure
    else { return nil }
    return "Figure \(cells[...index].count { $0.isFigure })"
  }

  /// Where the text of a link in Markdown stands, when there is none.
  public func emptyText(of link: Reference) -> Span? {
    let bytes = source.utf8
    guard link.kind == .link, link.span.start < bytes.count,
      bytes[link.span.start] == UInt8(ascii: "[")
    else { return nil }
    let start = link.span.start + 1
    guard let end = bytes[start...].firstIndex(where: { !" \t\r\n".utf8.contains($0) }),
      bytes[end] == UInt8(ascii: "]")
    else { return nil }
    return Span(start, end)
  }

  /// The labels that links of this lesson lead to.
  var linkedLabels: Set<String> {
    let labels = Set(labels)
    if labels.isEmpty { return [] }
    let links = references + cells.captions.flatMap { $0?.lesson.markdownReferences ?? [] }
    return Set(
      links.filter { $0.kind == .link && $0.destination.hasPrefix("#") }
        .map { Address.decoded(String($0.destination.dropFirst())) }
    ).intersection(labels)
  }
}
