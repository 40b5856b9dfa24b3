import LessonDocument
import SourceText

/// A lesson cut into what becomes the cells of a notebook, in order: front matter, stretches of prose,
/// neuron cells. Between the pieces is only white space.
///
/// A notebook has no nesting: cells inside lists and quotes stay in their prose.
struct LessonPieces {
  struct Piece {
    enum Kind {
      case frontMatter
      case prose
      /// With its stored output; an index of the lesson's cells.
      case cell(Int)
    }

    var kind: Kind
    /// Whole lines, without the last one's ending.
    var span: Span
  }

  private(set) var pieces: [Piece] = []
  /// Cells inside lists and quotes, by their index.
  private(set) var nestedCells: [Int] = []
  private let source: SourceFile

  init(_ lesson: Lesson) {
    source = lesson.source
    var position = lesson.source.textStart
    if lesson.bodyStart > position {
      let end = endOfText(before: lesson.bodyStart, from: position)
      pieces.append(Piece(kind: .frontMatter, span: Span(position, end)))
      position = lesson.bodyStart
    }
    for block in lesson.blocks {
      guard case .cell(let index) = block.kind else { continue }
      let cell = lesson.cells[index]
      let start = source.lineSpan(at: cell.span.start).start
      addProse(Span(position, max(position, start)))
      let span = Span(start, cell.stored?.span.end ?? cell.span.end)
      pieces.append(Piece(kind: .cell(index), span: span))
      position = span.end
    }
    addProse(Span(position, source.utf8.count))
    let own = Set(pieces.compactMap { if case .cell(let index) = $0.kind { index } else { nil } })
    nestedCells = lesson.cells.indices.filter { !own.contains($0) }
  }

  /// The lines of a stretch, without blank ones before and after; nothing if all are blank.
  private mutating func addProse(_ stretch: Span) {
    let bytes = source.utf8
    var start = stretch.start
    var index = start
    while index < stretch.end, bytes[index].isBlank {
      index += 1
      if bytes[index - 1].isLineEnd { start = index }
    }
    guard index < stretch.end else { return }
    var end = stretch.end
    index = end
    while index > start, bytes[index - 1].isBlank {
      index -= 1
      if bytes[index].isLineEnd { end = index }
    }
    pieces.append(Piece(kind: .prose, span: Span(start, end)))
  }

  /// Where the last line before an offset ends, its line ending excluded.
  private func endOfText(before offset: Int, from start: Int) -> Int {
    var end = offset
    while end > start, source.utf8[end - 1].isLineEnd { end -= 1 }
    return end
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  fileprivate var isBlank: Bool {
    isLineEnd || self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
  }
}
