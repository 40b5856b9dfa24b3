import LessonDocument
import SourceText

/// The definitions of a lesson's links, where they have a line of their own.
///
///     [chain rule]: https://en.wikipedia.org/wiki/Chain_rule
///
/// A link may stand far above its definition in a lesson, but each cell of a notebook is read by itself.
struct LinkDefinitions {
  /// The line of each label's first definition.
  private var lines: [String: Span] = [:]
  private let lesson: Lesson

  init(_ lesson: Lesson) {
    self.lesson = lesson
    let source = lesson.source
    for line in 1...source.lineCount {
      let span = source.span(ofLine: line)
      guard let label = Self.definedLabel(source.utf8[span.start..<span.end]) else { continue }
      if lines[label] == nil { lines[label] = span }
    }
  }

  /// The lines that a stretch of the lesson needs from elsewhere, so that it says by itself what it says
  /// in the lesson; none where it does so anyway, or these lines do not make it so.
  func needed(by stretch: Span) -> [Span] {
    if lines.isEmpty { return [] }
    let source = lesson.source
    let text = source.utf8[stretch.start..<stretch.end]
    let needed = Set(Self.labels(in: text).compactMap { lines[$0] })
      .filter { $0.end <= stretch.start || $0.start >= stretch.end }
      .sorted { $0.start < $1.start }
    if needed.isEmpty { return [] }
    var alone = LineEndings.unified(text) + "\n\n"
    for line in needed { alone += source.text(of: line) + "\n" }
    return shape(of: alone) == shape(of: stretch) ? needed : []
  }

  private func shape(of text: String) -> String {
    let extensions = MarkdownExtensions.all.subtracting(.frontMatter)
    let lesson = Lesson(parsing: SourceFile(path: "", text: text), extensions: extensions)
    return BlockShape(lesson.blocks).text
  }

  private func shape(of stretch: Span) -> String {
    let blocks = lesson.blocks[firstBlock(from: stretch.start)...]
    return BlockShape(Array(blocks.prefix { $0.span.start < stretch.end })).text
  }

  private func firstBlock(from offset: Int) -> Int {
    var (low, high) = (0, lesson.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if lesson.blocks[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension LinkDefinitions {
  /// Labels that are longer are none in CommonMark.
  private static let longestLabel = 999

  /// The label that a line defines, if it looks like a definition; notes are none.
  private static func definedLabel(_ line: ArraySlice<UInt8>) -> String? {
    let start = line.prefix(3).prefix { $0 == UInt8(ascii: " ") }.endIndex
    guard start < line.endIndex, line[start] == UInt8(ascii: "["),
      let close = line[start...].prefix(longestLabel + 2).firstIndex(of: UInt8(ascii: "]")),
      close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":"),
      line[start + 1] != UInt8(ascii: "^")
    else { return nil }
    return normalized(line[(start + 1)..<close])
  }

  /// All that stands in brackets without brackets inside.
  private static func labels(in text: ArraySlice<UInt8>) -> [String] {
    var labels: [String] = []
    var opening: Int?
    for index in text.indices {
      if text[index] == UInt8(ascii: "[") {
        opening = index
      } else if text[index] == UInt8(ascii: "]"), let start = opening {
        opening = nil
        if index - start <= longestLabel + 1 {
          labels.append(normalized(text[(start + 1)..<index]))
        }
      }
    }
    return labels
  }

  /// Labels agree whatever their case and white space.
  private static func normalized(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
      .split { $0.isWhitespace }.joined(separator: " ")
  }
}
