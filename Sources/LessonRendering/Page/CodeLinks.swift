import LessonDocument

/// The definitions of a page that names in its code link to, each with its identifier: `:12`, which no
/// heading has, since the colon falls out of those.
struct CodeLinks {
  private var identifiers: [Int: String] = [:]
  private let definitions: [Definition]

  init(of lesson: EvaluatedLesson) {
    definitions = lesson.definitions
    var wanted: Set<Int> = []
    for (index, cell) in lesson.cells.enumerated() where Self.showsCode(lesson, index) {
      for token in cell.tokens {
        guard let definition = token.definition, definitions.indices.contains(definition) else {
          continue
        }
        let place = definitions[definition]
        let isItself = place.cell == index && place.span == token.span
        if !isItself, Self.showsCode(lesson, place.cell) { wanted.insert(definition) }
      }
    }
    for (number, definition) in wanted.sorted().enumerated() {
      identifiers[definition] = ":\(number + 1)"
    }
  }

  /// What is hidden can be no link's aim.
  private static func showsCode(_ lesson: EvaluatedLesson, _ index: Int) -> Bool {
    guard lesson.lesson.cells.indices.contains(index) else { return false }
    let options = lesson.lesson.cells[index].options
    return options.include && options.echo
  }

  /// The identifier that a token needs because it is a definition, or the one that it leads to.
  func link(of token: HighlightedToken, inCell cell: Int) -> (own: String?, aim: String?) {
    guard let definition = token.definition, let identifier = identifiers[definition] else {
      return (nil, nil)
    }
    let place = definitions[definition]
    return place.cell == cell && place.span == token.span ? (identifier, nil) : (nil, identifier)
  }
}
