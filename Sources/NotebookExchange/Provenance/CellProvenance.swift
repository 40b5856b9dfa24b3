import JSONText

/// What an export notes in a cell's metadata, under `neuronbook`, so that reading the cell back gives
/// the lesson's very text.
///
///     {"source": {"digest": "8c1d…"},
///      "output": {"digest": "f00a…", "text": "\n\n```output\n...\n```"},
///      "after": {"cell": "text-2", "text": "\n"}}
///
/// A digest says which content of the cell a note is about: once someone changed that in Jupyter, the
/// note no longer holds, and what stands in the cell counts.
public struct CellProvenance: Hashable, Sendable {
  /// A part of the lesson that a part of the cell was made of.
  struct Part: Hashable, Sendable {
    /// Of what was written into the cell.
    var digest: String
    /// The lesson's text, where the cell's content alone does not give it.
    var text: String?
  }

  /// White space between this cell's text and the next one's, where it is no blank line.
  struct Separator: Hashable, Sendable {
    var text: String
    /// The id of the cell that comes next; `nil` at the lesson's end.
    var nextCell: String?
  }

  var source: Part
  /// Of a code cell.
  var output: Part?
  /// White space before the lesson's first cell.
  var before: String?
  var after: Separator?
  /// What ends the source for its links' sake, and stands elsewhere in the lesson.
  var definitions: String?
  /// The files that the cell's attachments were, as seen from the lesson, by the attachments' names.
  var attachments: [String: String] = [:]
  /// The cell's tags that only say what its options say.
  var tags: [String] = []

  static let key = "neuronbook"

  init(source: Part, output: Part? = nil) {
    self.source = source
    self.output = output
  }
}

extension CellProvenance {
  /// What a cell's metadata note; `nil` for a cell that no export wrote.
  public init?(metadata: JSON) {
    guard let note = metadata[Self.key], let source = note["source"].flatMap(Part.init) else {
      return nil
    }
    self.source = source
    output = note["output"].flatMap(Part.init)
    before = note["before"]?.whiteSpace
    after = note["after"].flatMap { after in
      after["text"]?.whiteSpace.map { Separator(text: $0, nextCell: after["cell"]?.string) }
    }
    definitions = note["definitions"]?.string
    for (name, path) in note["attachments"]?.object ?? [:] { attachments[name] = path.string }
    tags = (note["tags"]?.array ?? []).compactMap(\.string)
  }

  var json: JSON {
    var note: JSON = ["source": source.json]
    if let output { note.set("output", output.json) }
    if let before { note.set("before", .string(before)) }
    if let after {
      var json: JSON = ["text": .string(after.text)]
      if let cell = after.nextCell { json.set("cell", .string(cell)) }
      note.set("after", json)
    }
    if let definitions { note.set("definitions", .string(definitions)) }
    if !attachments.isEmpty {
      note.set(
        "attachments", .object(.init(uniqueKeysWithValues: attachments.mapValues { .string($0) })))
    }
    if !tags.isEmpty { note.set("tags", .array(tags.map { .string($0) })) }
    return note
  }
}

extension CellProvenance.Part {
  fileprivate init?(_ json: JSON) {
    guard let digest = json["digest"]?.string else { return nil }
    self.init(digest: digest, text: json["text"]?.string)
  }

  fileprivate var json: JSON {
    var json: JSON = ["digest": .string(digest)]
    if let text { json.set("text", .string(text)) }
    return json
  }
}

extension JSON {
  /// A text of nothing but white space.
  fileprivate var whiteSpace: String? {
    string.flatMap { $0.utf8.allSatisfy { " \t\r\n".utf8.contains($0) } ? $0 : nil }
  }

  /// Gives an object a member.
  mutating func set(_ key: String, _ value: JSON) {
    guard case .object(var members) = self else { return }
    self = .null
    members[key] = value
    self = .object(members)
  }
}
