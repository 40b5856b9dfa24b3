import LessonDocument

/// The notes of a page while it is written: they are numbered as their first references come.
struct FootnoteNumbers {
  /// A reference on the page: the note's number and how many references to it came, this one included.
  struct Reference {
    let number: Int
    let ordinal: Int

    /// Colons keep these identifiers apart from those of headings.
    var identifier: String { ":note-\(number)-ref" + (ordinal > 1 ? "-\(ordinal)" : "") }
    var noteIdentifier: String { FootnoteNumbers.identifier(of: number) }
  }

  /// A note that was referred to.
  private struct Entry {
    let label: String
    var references: [Reference]
  }

  private var notes: [String: Footnote] = [:]
  private var numbers: [String: Int] = [:]
  private var entries: [Entry] = []

  /// How many notes were referred to so far. A note may refer to others, which then follow.
  var count: Int { entries.count }

  static func identifier(of number: Int) -> String { ":note-\(number)" }

  /// Keeps a note, and those written within it, until the text before the notes is written; the first
  /// of a label counts.
  mutating func add(_ note: Footnote) {
    if notes[note.label] == nil { notes[note.label] = note }
    for case .footnote(let inner) in note.blocks.withDescendants.map(\.kind)
    where notes[inner.label] == nil {
      notes[inner.label] = inner
    }
  }

  mutating func refer(to label: String) -> Reference {
    let number = numbers[label] ?? entries.count + 1
    if number > entries.count {
      numbers[label] = number
      entries.append(Entry(label: label, references: []))
    }
    let ordinal = entries[number - 1].references.count + 1
    let reference = Reference(number: number, ordinal: ordinal)
    entries[number - 1].references.append(reference)
    return reference
  }

  /// The note of a number up to `count`; `nil` when none of its label was added.
  func note(_ number: Int) -> Footnote? { notes[entries[number - 1].label] }

  func references(to number: Int) -> [Reference] { entries[number - 1].references }
}
