import SourceText

/// The numbers of a lesson's equations. Only those with a label have one, in the order of the text; one
/// that its author gave a `\tag` has that.
public struct EquationNumbers: Sendable {
  /// An equation with a label.
  public struct Equation: Sendable {
    /// What references and links name, and so where they lead on the page.
    public var label: String
    /// The number, or the TeX of the author's tag.
    public var number: String
    /// Whether the author gave the tag.
    public var hasTag: Bool
    /// The label in the file.
    public var span: Span
  }

  /// In the order of the text, each label once.
  public private(set) var all: [Equation] = []
  private var indices: [String: Int] = [:]

  public init() {}

  /// The equation of a label.
  public subscript(label: String) -> Equation? { indices[label].map { all[$0] } }

  mutating func add(_ equation: Equation) {
    indices[equation.label] = all.count
    all.append(equation)
  }
}

/// Gives equations their numbers, and finds what is wrong with labels and references.
struct EquationNumbering {
  private let source: SourceFile
  private(set) var numbers = EquationNumbers()
  private(set) var problems: [Diagnostic] = []
  private var count = 0
  private var references: [(math: Math, mention: EquationScan.Mention, tokens: [TeXToken])] = []

  /// The numbers in a lesson; labels of `cells` are taken.
  init(in lesson: Lesson) {
    source = lesson.source
    let cells = Dictionary(
      lesson.cells.compactMap { cell in cell.options.label.map { ($0, cell.fence) } },
      uniquingKeysWith: { first, _ in first })
    for block in lesson.blocks.withDescendants {
      let isHeading = if case .heading = block.kind { true } else { false }
      for math in block.inlines.formulas {
        read(math, mayHaveLabel: math.isDisplay && !isHeading, cells)
      }
    }
    checkReferences()
  }

  private mutating func read(_ math: Math, mayHaveLabel: Bool, _ cells: [String: Span]) {
    let scan = EquationScan(math.tex)
    references += scan.references.map { (math, $0, scan.tokens) }
    for line in scan.lines {
      for (index, label) in line.labels.enumerated() {
        let place = place(of: label, in: math, scan.tokens)
        guard mayHaveLabel else {
          problems.append(
            Diagnostic(
              .misplacedLabel, "a formula within a line of text has no number, and so no label",
              at: place, help: "write it between `$$` and `$$`"))
          continue
        }
        guard index == 0 else {
          problems.append(
            Diagnostic(.misplacedLabel, "this equation has a label already", at: place))
          continue
        }
        add(label.name, tag: line.tag, at: place, cells)
      }
    }
  }

  private mutating func add(
    _ label: String, tag: String?, at place: Place, _ cells: [String: Span]
  ) {
    let isName = !label.isEmpty && !label.contains { #" \%{}"#.contains($0) }
    guard isName else {
      problems.append(
        Diagnostic(
          .misplacedLabel, "`\(label)` is no label: it is a word, such as `eq:cost`", at: place))
      return
    }
    if let first = numbers[label].map(\.span) ?? cells[label] {
      problems.append(
        Diagnostic(
          .duplicateLabel, "the label `\(label)` is given already", at: place,
          notes: [.init("the first is here", at: Place(source, first))]))
      return
    }
    if tag == nil { count += 1 }
    numbers.add(
      .init(label: label, number: tag ?? "\(count)", hasTag: tag != nil, span: place.span))
  }

  private mutating func checkReferences() {
    let labels = numbers.all.map(\.label)
    for (math, mention, tokens) in references where numbers[mention.name] == nil {
      let nearest = nearestName(to: mention.name, in: labels)
      let known =
        labels.isEmpty
        ? #"no equation of this lesson has a label; write `\label{\#(mention.name)}` into it"#
        : "the labels are " + labels.prefix(20).joined(separator: ", ")
      problems.append(
        Diagnostic(
          .unknownLabel, "no equation has the label `\(mention.name)`",
          at: place(of: mention, in: math, tokens), help: nearest.map { "write `\($0)`" } ?? known))
    }
  }

  private func place(
    of mention: EquationScan.Mention, in math: Math, _ tokens: [TeXToken]
  ) -> Place {
    let start = math.fileOffset(of: tokens[mention.tokens.lowerBound].offset, in: source)
    let last = tokens[mention.tokens.upperBound - 1].offset
    return Place(source, Span(start, max(start, math.fileOffset(of: last, in: source) + 1)))
  }
}

extension Sequence<Inline> {
  /// The formulas that a page sets: of an image's alternative it shows the TeX.
  public var formulas: [Math] {
    flatMap { inline -> [Math] in
      switch inline {
      case .math(let math): [math]
      case .image: []
      default: inline.children.formulas
      }
    }
  }
}
