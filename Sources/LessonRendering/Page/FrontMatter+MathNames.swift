import LessonDocument
import Pictures

extension FrontMatter {
  /// How names of the program are written in formulas.
  var mathNames: MathNames {
    MathNames(symbols: Dictionary(symbols.map { ($0.name, $0.tex) }) { $1 })
  }
}
