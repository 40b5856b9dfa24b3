import LessonDocument
import SourceText

/// The caption of a numbered figure: one line of Markdown, which a cell's option `fig-cap` holds.
///
///     #| fig-cap: The loss $J$ falls.      Figure 2: The loss <math>J</math> falls.
struct FigureCaption {
  let number: Int
  /// The number and the caption as a document of one paragraph. What begins with a word can be no list
  /// or heading.
  let lesson: Lesson

  init(_ text: String, number: Int) {
    self.number = number
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    lesson = Lesson(
      parsing: SourceFile(path: "", text: "Figure \(number): " + line), extensions: .math)
  }

  /// Where a caption stands in the file.
  struct Host {
    let caption: SourceFile
    let file: SourceFile
    /// The lines of the cell's options, and that of the caption.
    let options: Span
    let line: Span

    /// Where a formula stands, or the caption's line where it is written otherwise, such as with escapes.
    func place(of math: Math) -> Place {
      let formula = Array(caption.utf8[math.span.start..<math.span.end])
      let range = file.utf8[options.start..<options.end].firstRange(of: formula)
      return Place(file, range.map { Span($0.lowerBound, $0.upperBound) } ?? line)
    }
  }

  func host(at cell: Cell, of lesson: Lesson) -> Host {
    let bytes = lesson.source.utf8
    let code =
      cell.code.utf8.isEmpty ? cell.span.end : cell.code.place(of: Span(0, 0)).span.start
    let options = Span(cell.fence.end, max(cell.fence.end, code))
    let key = bytes[options.start..<options.end].firstRange(of: Array("fig-cap".utf8))
    return Host(
      caption: self.lesson.source, file: lesson.source, options: options,
      line: key.map { Span($0.lowerBound, $0.upperBound) } ?? cell.fence)
  }

  var name: String { "Figure \(number):" }

  /// What stands after the number.
  var inlines: [Inline] {
    guard case .paragraph(var inlines)? = lesson.blocks.first?.kind,
      case .text(let text)? = inlines.first
    else { return [] }
    inlines[0] = .text(String(text.dropFirst(name.count + 1)))
    return inlines
  }
}

extension Cell {
  /// Whether it shows a caption, and so has a place among the figures.
  var isFigure: Bool { options.include && options.figureCaption != nil }
}

extension Sequence<Cell> {
  /// For each cell its caption, if it shows one, with its place among the figures.
  var captions: [FigureCaption?] {
    var number = 0
    return map { cell in
      guard cell.isFigure, let caption = cell.options.figureCaption else { return nil }
      number += 1
      return FigureCaption(caption, number: number)
    }
  }
}
