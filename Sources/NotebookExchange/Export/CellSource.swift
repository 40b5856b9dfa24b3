import LessonDocument
import SourceText

/// The content of a neuron cell that stands outside lists and quotes, as a code cell has it: options and
/// code, without the fences and their indentation, `\n` between lines and none at the end.
struct CellSource {
  let text: String

  init(_ cell: Cell, in source: SourceFile) {
    let indentation = cell.span.start - source.lineSpan(at: cell.span.start).start
    let fence = source.position(at: cell.fence.start).line
    var text = ""
    var line = fence + 1
    while line <= source.lineCount {
      let span = source.span(ofLine: line)
      guard span.start < cell.span.end else { break }
      let content = Self.withoutIndentation(source.utf8[span.start..<span.end], indentation)
      guard content.starts(with: "#|".utf8) else { break }
      text += String(decoding: content, as: UTF8.self) + "\n"
      line += 1
    }
    text += String(decoding: cell.code.utf8, as: UTF8.self)
    if text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
    self.text = text
  }

  private static func withoutIndentation(
    _ line: ArraySlice<UInt8>, _ indentation: Int
  ) -> ArraySlice<UInt8> {
    line.dropFirst(line.prefix(indentation).prefix { $0 == UInt8(ascii: " ") }.count)
  }
}
