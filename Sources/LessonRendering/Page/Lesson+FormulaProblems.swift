import LessonDocument
import SourceText
import Typesetting

extension Lesson {
  /// The formulas of the lesson that cannot be set, found without making a page.
  public func formulaProblems(typesetter: Typesetter) -> [Diagnostic] {
    var setting = FormulaSetting(self, typesetter: typesetter)
    setting.checkSymbols()
    for formula in blocks.withDescendants.flatMap(\.inlines.formulas) { setting.check(formula) }
    for (cell, caption) in zip(cells, cells.captions) {
      setting.host = caption?.host(at: cell, of: self)
      for formula in caption?.inlines.formulas ?? [] { setting.check(formula) }
    }
    return setting.diagnostics.sorted()
  }
}
