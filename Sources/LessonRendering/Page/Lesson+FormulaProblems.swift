import LessonDocument
import SourceText
import Typesetting

extension Lesson {
  /// The formulas of the lesson that cannot be set, found without making a page.
  public func formulaProblems(typesetter: Typesetter) -> [Diagnostic] {
    var setting = FormulaSetting(source: source, typesetter: typesetter)
    for formula in blocks.flatMap(\.formulas) { _ = setting.html(of: formula) }
    return setting.diagnostics.sorted()
  }
}

extension Block {
  fileprivate var formulas: [Math] {
    switch kind {
    case .heading(_, let content), .paragraph(let content): content.flatMap(\.formulas)
    case .quote(let inner): inner.flatMap(\.formulas)
    case .list(let list): list.items.flatMap { $0.flatMap(\.formulas) }
    case .math(let math): [math]
    case .code, .cell, .html, .thematicBreak: []
    }
  }
}

extension Inline {
  fileprivate var formulas: [Math] {
    switch self {
    case .emphasis(let inner), .strong(let inner), .link(let inner, _, _): inner.flatMap(\.formulas)
    case .math(let math): [math]
    case .text, .softBreak, .lineBreak, .code, .image, .html: []
    }
  }
}
