import LessonDocument
import SourceText

/// A lesson's text with every stored output as its cell gives it.
///
/// Only `output` blocks change: those that disagree are rewritten, missing ones are added below their
/// cell, and one whose cell gives nothing is taken out. A cell that did not end as its options say
/// keeps what it has. Accepting an accepted text changes nothing.
public struct AcceptedLesson: Sendable {
  /// A replacement of bytes of the lesson.
  public struct Edit: Hashable, Sendable {
    public var span: Span
    public var replacement: [UInt8]
  }

  /// In ascending order, apart from each other.
  public let edits: [Edit]
  private let source: SourceFile

  /// The changes that make the stored outputs agree.
  public init(_ evaluated: EvaluatedLesson) {
    source = evaluated.lesson.source
    edits = zip(evaluated.lesson.cells, evaluated.cells).compactMap { cell, result in
      Self.edit(CellPromise(cell: cell, result: result, in: evaluated.lesson))
    }
  }

  /// The whole text with the edits made.
  public var utf8: [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
      result += source.utf8[position..<edit.span.start]
      result += edit.replacement
      position = edit.span.end
    }
    return result + source.utf8[position...]
  }

  private static func edit(_ promise: CellPromise) -> Edit? {
    guard case .asPromised = promise.ending else { return nil }
    let computed = promise.computedLines
    let writer = OutputBlockWriter(cell: promise.cell, source: promise.lesson.source)
    guard let stored = promise.cell.stored, let comparison = promise.comparison else {
      return promise.showsOutput && computed.count > 0 ? writer.insertion(of: computed) : nil
    }
    guard comparison.firstDifference() != nil else { return nil }
    if computed.count == 0 { return writer.removal(of: stored) }
    return writer.rewrite(of: stored, with: KeptWildcards(comparison).lines)
  }
}
