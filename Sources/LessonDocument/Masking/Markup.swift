import SourceText

/// What CommonMark does not know of a text, as far as it has been found; in the offsets of the file.
struct Markup {
  var formulas: [Math] = []
  var tables: [TableLayout] = []
  var notes: [NoteMark] = []
  /// The insides `^label` of what may be references to notes.
  var references: [Span] = []
  /// The colons of what may begin notes.
  var colons: [Int] = []
  /// Items of the author's that libcmark would take for further ones of a list of notes.
  var separations: [LineFront] = []

  /// Takes in what a further look at the text has shown. A formula that holds others replaces them.
  mutating func add(_ new: Markup) {
    formulas = Self.merged(formulas, new.formulas)
    tables += new.tables
    notes += new.notes
    references += new.references
    separations += new.separations
  }

  private static func merged(_ old: [Math], _ new: [Math]) -> [Math] {
    guard !old.isEmpty else { return new }
    var merged: [Math] = []
    for formula in (old + new).sorted(by: { comesFirst($0.span, $1.span) })
    where merged.last.map({ $0.span.end <= formula.span.start }) ?? true {
      merged.append(formula)
    }
    return merged
  }

  private static func comesFirst(_ a: Span, _ b: Span) -> Bool {
    a.start == b.start ? a.end > b.end : a.start < b.start
  }
}
