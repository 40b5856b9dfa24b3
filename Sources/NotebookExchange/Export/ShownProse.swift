import LessonDocument
import SourceText

/// A lesson's prose in the words that Jupyter understands, where it does not know the lesson's.
///
///     \(x\)      $x$
///     \[x\]      $$x$$
///
/// An inline value is what it came to (``ShownValue``). Ways to files lead on from where the notebook will be.
///
/// Everything else stands as its author wrote it.
struct ShownProse {
  /// In the order of the text, apart from each other.
  private var edits: [Edit]
  private let source: SourceFile
  private let images: EmbeddedImages

  private struct Edit {
    var span: Span
    var text: String
  }

  /// What was put before ways to files; empty where none was.
  let folder: String

  /// - Parameter images: those that the notebook holds itself.
  /// - Parameter address: where any other link or image leads, as seen from the notebook.
  init(
    _ evaluated: EvaluatedLesson, images: EmbeddedImages, address: (String) -> String
  ) {
    let lesson = evaluated.lesson
    self.images = images
    source = lesson.source
    edits = lesson.addresses { images.address(of: $0) ?? address($0) }.map {
      Edit(span: $0.span, text: $0.text)
    }
    // A way that leads on from another folder has that folder before it.
    folder = edits.isEmpty ? "" : String(address("a").dropLast())
    for case .math(let math) in lesson.blocks.allInlines { translateDelimiters(of: math) }
    for (value, result) in zip(lesson.values, evaluated.values) { show(value, result) }
    edits.sort { $0.span.start < $1.span.start }
  }

  /// The text of a span, its lines ended by `\n`.
  func text(of span: Span) -> String {
    var result: [UInt8] = []
    var position = span.start
    for edit in edits(in: span) {
      result += source.utf8[position..<edit.span.start]
      result += edit.text.utf8
      position = edit.span.end
    }
    return LineEndings.unified(result + source.utf8[position..<span.end])
  }

  /// The images that the text of some spans shows, each once.
  func images(in spans: [Span]) -> [EmbeddedImages.Image] {
    var seen: Set<String> = []
    return spans.flatMap { edits(in: $0) }.compactMap { images.image(at: $0.text) }
      .filter { seen.insert($0.attachment.name).inserted }
  }

  private func edits(in span: Span) -> ArraySlice<Edit> {
    edits[first(from: span.start)...].prefix { $0.span.end <= span.end }
  }

  private func first(from offset: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A value that could not be computed stays the expression that it is.
  private mutating func show(_ value: InlineValue, _ result: EvaluatedValue) {
    guard case .text(let text) = result.outcome else { return }
    let shown = ShownValue(expression: value.expression.text, text: text)
    edits.append(Edit(span: value.span, text: shown.html))
  }

  /// A backslash before a bracket is gone when Jupyter looks for formulas.
  private mutating func translateDelimiters(of math: Math) {
    let text = source.utf8[math.span.start..<math.span.end]
    guard text.count >= 4, text.starts(with: math.isDisplay ? "\\[".utf8 : "\\(".utf8),
      !text.contains(UInt8(ascii: "$"))
    else { return }
    let mark = math.isDisplay ? "$$" : "$"
    edits.append(Edit(span: Span(math.span.start, math.span.start + 2), text: mark))
    edits.append(Edit(span: Span(math.span.end - 2, math.span.end), text: mark))
  }
}
