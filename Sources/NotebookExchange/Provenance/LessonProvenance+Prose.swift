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
    for place in lesson.destinations(rewrittenBy: withoutFolder) {
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
