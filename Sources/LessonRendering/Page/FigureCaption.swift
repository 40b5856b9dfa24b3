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

extension Sequence<Cell> {
  /// For each cell its caption, if it shows one, with its place among the figures.
  var captions: [FigureCaption?] {
    var number = 0
    return map { cell in
      guard cell.options.include, let caption = cell.options.figureCaption else { return nil }
      number += 1
      return FigureCaption(caption, number: number)
    }
  }
}
