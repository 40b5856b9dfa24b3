import LessonDocument
import SourceText

extension LessonProvenance {
  /// The text of a Markdown cell that somebody changed or added, in the words of the lesson: shown values
  /// are expressions again, and ways to files begin at the lesson.
  func lessonText(ofProse text: String) -> String {
    let text = ShownValue.restored(in: text)
    guard !folder.isEmpty, text.contains(folder) else { return text }
    let source = SourceFile(path: "", text: text)
    let lesson = Lesson(parsing: source, extensions: .all.subtracting(.frontMatter))
    var result: [UInt8] = []
    var position = 0
    for place in lesson.addresses(rewrittenBy: withoutFolder) {
      result += source.utf8[position..<place.span.start]
      result += place.text.utf8
      position = place.span.end
    }
    return String(decoding: result + source.utf8[position...], as: UTF8.self)
  }

  private func withoutFolder(_ destination: String) -> String {
    destination.hasPrefix(folder) ? String(destination.dropFirst(folder.count)) : destination
  }
}

extension Lesson {
  /// The places of all addresses, in Markdown and in raw HTML, that `address` changes, in order.
  func addresses(rewrittenBy address: (String) -> String) -> [(span: Span, text: String)] {
    let html = htmlAddresses.compactMap { place -> (span: Span, text: String)? in
      let new = address(place.text)
      let isPlain = !new.contains { "\"'&<>".contains($0) }
      return isPlain && new != place.text ? (place.span, new) : nil
    }
    return (destinations(rewrittenBy: address) + html).sorted { $0.span.start < $1.span.start }
  }
}
