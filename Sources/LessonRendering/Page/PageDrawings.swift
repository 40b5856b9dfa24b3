import Drawing
import LessonDocument
import Pictures

/// The pictures of a lesson, drawn: each once, for the page and for the file beside its Markdown.
struct PageDrawings: Sendable {
  /// What one cell shows, in order.
  struct OfCell: Sendable {
    /// What it put out while it ran.
    var printed: [PictureDrawing?] = []
    /// Its last expression's value; `nil` for one that is not drawn.
    var value: PictureDrawing?
  }

  /// One for each cell.
  let cells: [OfCell]

  init(of lesson: EvaluatedLesson) {
    let names = lesson.lesson.frontMatter.mathNames
    cells = zip(lesson.cells, lesson.lesson.cells).enumerated().map { number, pair in
      let (cell, options) = (pair.0, pair.1.options)
      guard options.include, options.output else { return OfCell() }
      // No other drawing of the page has ids that begin like this.
      let prefix = "figure-\(number + 1)"
      func draw(_ picture: Picture, _ suffix: String) -> PictureDrawing? {
        picture.drawing(prefix: "\(prefix)-\(suffix)", names, options.figureAlternative)
      }
      return OfCell(
        printed: cell.pictures.enumerated().map { draw($1.picture, String($0)) },
        value: cell.valuePicture.flatMap { draw($0, "value") })
    }
  }
}

extension Picture {
  /// Whether it is a drawing, on the page and in a file, and not shown in another way.
  var isDrawn: Bool {
    switch self {
    case .figure, .graph: true
    case .array: false
    }
  }

  /// The picture as a drawing; `nil` for what is shown in another way.
  ///
  /// - Parameter description: what an author says of it; `nil` for what it says of itself.
  fileprivate func drawing(
    prefix: String, _ names: MathNames, _ description: String?
  ) -> PictureDrawing? {
    switch self {
    case .figure(let figure):
      FigureDrawing(figure, prefix: prefix).drawing(description: description)
    case .graph(let graph, _):
      GraphDrawing(graph, names: names, prefix: prefix).drawing(description: description)
    case .array: nil
    }
  }
}
