import JSONText

/// What an export notes in a notebook's metadata about the lesson as a whole.
public struct LessonProvenance: Hashable, Sendable {
  /// What ends the lesson's first line.
  var lineEnding = "\n"
  var hasByteOrderMark = false
  /// What stands before the ways to the lesson's files, `../lessons/`; empty where the notebook is beside
  /// the lesson.
  var folder = ""
  /// Of all that the cells hold, so that a changed notebook is known.
  var digest = ""

  /// Of this way of noting; another is not read.
  private static let version = 1

  init() {}

  /// What a notebook's metadata note; `nil` for one that no export wrote.
  public init?(metadata: JSON) {
    guard let note = metadata[CellProvenance.key], note["version"]?.integer == Self.version else {
      return nil
    }
    if let ending = note["line_ending"]?.string, ["\r\n", "\r"].contains(ending) {
      lineEnding = ending
    }
    hasByteOrderMark = note["byte_order_mark"]?.boolean ?? false
    folder = note["folder"]?.string ?? ""
    digest = note["digest"]?.string ?? ""
  }

  var json: JSON {
    var note: JSON = ["version": .integer(Self.version), "digest": .string(digest)]
    if lineEnding != "\n" { note.set("line_ending", .string(lineEnding)) }
    if !folder.isEmpty { note.set("folder", .string(folder)) }
    if hasByteOrderMark { note.set("byte_order_mark", true) }
    return note
  }
}
