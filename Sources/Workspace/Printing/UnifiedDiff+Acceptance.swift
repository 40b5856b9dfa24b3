import LessonVerification
import SourceText

extension UnifiedDiff {
  /// What accepting changes in a lesson, without context.
  init(_ accepted: AcceptedLesson, of source: SourceFile) {
    let old = Self.lines(of: source.utf8[...])
    let new = Self.lines(of: accepted.utf8[...])
    var changes: [Change] = []
    var line = 0
    var shift = 0
    for edit in accepted.edits {
      while line < old.count, Self.ends(old[line], before: edit.span.start) { line += 1 }
      var end = line
      while end < old.count, old[end].startIndex <= edit.span.end { end += 1 }
      let removed = source.utf8[edit.span.start..<edit.span.end]
      let growth = Self.lineEndings(edit.replacement[...]) - Self.lineEndings(removed)
      var change = Change(old: line..<end, new: line + shift..<min(end + shift + growth, new.count))
      // Where lines end with a carriage return alone, several edits are in one line of a diff.
      if let last = changes.last, line < last.old.upperBound {
        change.old = last.old.lowerBound..<end
        change.new = last.new.lowerBound..<change.new.upperBound
        changes.removeLast()
      }
      changes.append(change)
      shift += growth
    }
    for index in changes.indices { changes[index].trim(old, new) }
    changes.removeAll { $0.old.isEmpty && $0.new.isEmpty }
    self.init(path: source.path, old: old, new: new, changes: changes, context: 0)
  }

  private static func ends(_ line: ArraySlice<UInt8>, before offset: Int) -> Bool {
    line.endIndex <= offset && line.last == UInt8(ascii: "\n")
  }

  private static func lineEndings(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 == UInt8(ascii: "\n") }
  }
}

extension UnifiedDiff.Change {
  /// Leaves out lines at either end that stay.
  fileprivate mutating func trim(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) {
    while let line = old.first, let other = new.first, a[line] == b[other] {
      old.removeFirst()
      new.removeFirst()
    }
    while let line = old.last, let other = new.last, a[line] == b[other] {
      old.removeLast()
      new.removeLast()
    }
  }
}
