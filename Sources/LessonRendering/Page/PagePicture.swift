import Drawing
import LessonDocument
import Pictures

/// A picture of a lesson as a file beside its page in Markdown.
public struct PagePicture: Sendable {
  /// The file's name, in the page's folder.
  public let name: String
  /// The SVG document.
  public let text: String
  /// What is said to who does not see it.
  let alternative: String
  /// The cell that shows it.
  public let cell: Int
}

extension LessonPage {
  /// The pictures of the lesson, in order: named after the cell's label if it has one, else by number.
  public var pictures: [PagePicture] {
    var pictures: [PagePicture] = []
    var number = 0
    var names = PictureNames(of: self)
    let captions = lesson.lesson.cells.captions
    for (index, cell) in lesson.cells.enumerated() {
      let options = lesson.lesson.cells[index].options
      let drawings = drawings.cells[index]
      let shown = zip(cell.shownPictures, drawings.printed + [drawings.value])
      for (place, (picture, drawing)) in shown.enumerated() {
        guard let drawing else { continue }
        number += 1
        let name = names.next(label: options.label, place: place, number: number)
        pictures.append(
          PagePicture(
            name: name + ".svg", text: SVGText.file(drawing),
            alternative: options.figureAlternative ?? captions[index].map { spoken($0) }
              ?? picture.name,
            cell: index))
      }
    }
    return pictures
  }
}

extension LessonPage {
  /// A caption as plain text, references as numbers.
  private func spoken(_ caption: FigureCaption) -> String {
    caption.inlines.plainText { math in
      lesson.lesson.text(of: math, for: .markdown).reference?.text ?? math.tex
    } value: { _ in
      ""
    }
  }
}

extension Picture {
  /// The table of steps that belongs to it.
  var steps: StepsTable? {
    guard case .graph(_, let steps?) = self else { return nil }
    return StepsTable(steps)
  }

  /// A few words.
  var name: String {
    switch self {
    case .figure(let figure):
      ([figure.title] + figure.axes.map(\.title)).compactMap(\.self).first { !$0.isEmpty }
        ?? "Figure"
    case .graph(let graph, _): graph.name
    case .array(let grid): grid.title
    }
  }
}

/// A piece of a cell's output.
enum OutputPart {
  case text(String)
  case picture(Picture)
}

extension EvaluatedCell {
  /// What it printed, in pieces.
  var printedParts: [OutputPart] { parts(of: printed) }

  /// All that it put out, in pieces.
  var outputParts: [OutputPart] {
    guard let valuePicture, valuePicture.isDrawn || valuePicture.steps != nil else {
      return parts(of: outputText)
    }
    return printedParts + [.picture(valuePicture)]
  }

  /// What it drew, in order.
  fileprivate var shownPictures: [Picture] {
    pictures.map(\.picture) + (valuePicture.map { [$0] } ?? [])
  }

  private func parts(of text: String) -> [OutputPart] {
    let bytes = Array(text.utf8)
    var parts: [OutputPart] = []
    var position = 0
    func add(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      parts.append(.text(String(decoding: bytes[range], as: UTF8.self)))
    }
    for shown in pictures where shown.range.upperBound <= bytes.count {
      add(position..<max(shown.range.lowerBound, position))
      parts.append(.picture(shown.picture))
      position = min(shown.range.upperBound + 1, bytes.count)
    }
    add(position..<bytes.count)
    return parts
  }
}
