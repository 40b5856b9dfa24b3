import LessonVerification
import SourceText

/// Edits of a lesson as a unified diff without context, which `patch` can apply.
struct EditDiff {
  private let edits: [AcceptedLesson.Edit]
  private let source: SourceFile

  init(_ edits: [AcceptedLesson.Edit], of source: SourceFile) {
    self.edits = edits
    self.source = source
  }

  var text: String {
    var text = "--- \(source.path)\n+++ \(source.path)\n"
    var shift = 0
    for edit in edits {
      let hunk = Hunk(edit, of: source)
      text += hunk.text(shift: shift)
      shift += hunk.new.count - hunk.old.count
    }
    return text
  }

  /// The whole lines that an edit touches, without those at either end that stay.
  private struct Hunk {
    var firstLine: Int
    var old: [String]
    var new: [String]

    init(_ edit: AcceptedLesson.Edit, of source: SourceFile) {
      let bytes = source.utf8
      var start = edit.span.start
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = edit.span.end
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      end = min(end + 1, bytes.count)
      firstLine = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
      old = Self.lines(bytes[start..<end])
      new = Self.lines(
        bytes[start..<edit.span.start] + edit.replacement + bytes[edit.span.end..<end])
      while let line = old.first, line == new.first {
        old.removeFirst()
        new.removeFirst()
        firstLine += 1
      }
      while let line = old.last, line == new.last {
        old.removeLast()
        new.removeLast()
      }
    }

    func text(shift: Int) -> String {
      // Where one side has no lines, its number is that of the line before.
      let oldStart = old.isEmpty ? firstLine - 1 : firstLine
      let newStart = new.isEmpty ? firstLine + shift - 1 : firstLine + shift
      return "@@ -\(oldStart),\(old.count) +\(newStart),\(new.count) @@\n"
        + old.map { Self.row("-", $0) }.joined() + new.map { Self.row("+", $0) }.joined()
    }

    private static func row(_ sign: String, _ line: String) -> String {
      line.utf8.last == UInt8(ascii: "\n")
        ? sign + line : "\(sign)\(line)\n\\ No newline at end of file\n"
    }

    /// Lines with their endings; only `\n` divides them, as for `diff`.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> [String] {
      var lines: [String] = []
      var rest = bytes
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
        lines.append(String(decoding: rest[..<end], as: UTF8.self))
        rest = rest[end...]
      }
      return lines
    }
  }
}
