import SourceText

/// A piece of the file for which libcmark is given something else, so that it makes of it what it can.
///
///     formula       $x_1$              ①
///     reference     [^note]            [②]
///     note          [^note]: text      #⏎+   text       an empty heading that ends lists; an item
///     table         | a | b |          # a⏎# b          a heading for each cell
///                   |---|---|
///
/// The colon of what may begin a note gets a mask before it: with it no link can be defined there.
struct Substitution {
  enum Replacement {
    case text(String)
    /// The mark of an item of a list, for the note of an index.
    case note(String, Int)
    /// A `#` with what stands before and after it.
    case heading(before: String, after: String, HeadingRole)
    /// One private-use scalar.
    case mask(Mask)
  }

  let span: Span
  let replacement: Replacement
}

/// What a mask stands for.
enum Mask {
  case formula(Math)
  /// `^label`.
  case reference(Span)
  /// Nothing.
  case colon

  /// What it stands for in the file.
  var span: Span? {
    switch self {
    case .formula(let formula): formula.span
    case .reference(let span): span
    case .colon: nil
    }
  }
}

/// What a heading stands for that the author did not write.
enum HeadingRole {
  case cell(table: Int, row: Int, column: Int)
  /// There to be passed over.
  case separator
}

extension Markup {
  /// In order; one that begins within another before it is to be left out.
  func substitutions(in source: SourceFile) -> [Substitution] {
    var all: [Substitution] = []
    for formula in formulas {
      all.append(Substitution(span: formula.span, replacement: .mask(.formula(formula))))
    }
    for reference in references {
      all.append(Substitution(span: reference, replacement: .mask(.reference(reference))))
    }
    for colon in colons {
      all.append(Substitution(span: Span(colon, colon), replacement: .mask(.colon)))
    }
    for (index, note) in notes.enumerated() { all += note.substitutions(index) }
    all += separations.map(Substitution.separator)
    for (index, table) in tables.enumerated() { all += table.substitutions(index, in: source) }
    return all.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }
}

extension Substitution {
  /// An empty heading on a line of its own, after which no list goes on.
  static func separator(_ front: LineFront) -> Substitution {
    Substitution(
      span: Span(front.start, front.start),
      replacement: .heading(before: front.padding, after: "\n" + front.prefix, .separator))
  }
}
