import SourceText

/// Which notes a document has and which of them its text leads to.
struct FootnoteUse {
  private var notes: [Footnote] = []
  /// Labels that the text refers to, directly or through another note.
  private var used: Set<String> = []

  init(in blocks: [Block]) {
    for case .footnote(let note) in blocks.withDescendants.map(\.kind) { notes.append(note) }
    guard !notes.isEmpty else { return }
    let first = Dictionary(
      notes.map { (NoteLabel.folded($0.label), $0) }, uniquingKeysWith: { first, _ in first })
    var pending = Self.labels(in: blocks)
    while let label = pending.popLast() {
      guard used.insert(label).inserted, let note = first[label] else { continue }
      pending += Self.labels(in: note.blocks)
    }
  }

  /// The labels that a text refers to outside its notes, folded.
  private static func labels(in blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      if case .footnote = block.kind { return [] }
      return labels(in: block.inlines) + labels(in: block.children)
    }
  }

  /// What stands in for an image shows no references.
  private static func labels(in inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline {
      case .footnoteReference(let reference): [NoteLabel.folded(reference.label)]
      case .image: []
      default: labels(in: inline.children)
      }
    }
  }

  /// Notes that are never shown.
  func problems(in source: SourceFile) -> [Diagnostic] {
    var first: [String: Footnote] = [:]
    return notes.compactMap { note in
      let key = NoteLabel.folded(note.label)
      let place = Place(source, note.labelSpan)
      if let first = first[key] {
        return Diagnostic(
          .duplicateFootnote, "there is another note `[^\(note.label)]`", at: place,
          notes: [.init("the first is here", at: Place(source, first.labelSpan))],
          help: "give one of them another label")
      }
      first[key] = note
      guard !used.contains(key) else { return nil }
      return Diagnostic(
        .unusedFootnote, "nothing refers to the note `[^\(note.label)]`", at: place,
        help: "write `[^\(note.label)]` where it belongs, or delete it")
    }
  }
}
