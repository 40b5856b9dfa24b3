import LessonDocument
import LessonVerification
import SourceText
import Testing

/// Every single change to a lesson that changes an output must be found, at its place.
@Suite("Changed lessons", .serialized)
struct MutationTests {
  @Test("a stored character or number that says something else is found", arguments: Notebook.names)
  func storedOutputs(name: String) throws {
    let notebook = try Notebook(named: name)
    let evaluated = notebook.evaluated()
    var count = MutationCount()
    for cell in notebook.lesson.cells {
      for mutation in cell.stored.map({ StoredMutation.all(in: $0.text) }) ?? [] {
        // What is stored does not change what a run gives.
        let mutant = notebook.replacing(mutation.place.span, with: mutation.replacement)
        let verified = VerifiedLesson(
          EvaluatedLesson(
            lesson: mutant.lesson, cells: evaluated.cells, diagnostics: evaluated.diagnostics))
        let line = mutation.place.start.line
        let isCaught = verified.failures.contains { $0.line == line }
        count.note(hasEffect: mutation.hasEffect, isCaught: isCaught)
        #expect(
          isCaught == mutation.hasEffect, "\(mutation.place.start): \(mutation.replacement)")
      }
    }
    print("\(name), stored outputs: \(count)")
    #expect(count.withEffect == count.caught && count.caught > 1000)
  }

  @Test("an operator or constant that changes an output is found there", arguments: Notebook.names)
  func code(name: String) throws {
    let notebook = try Notebook(named: name)
    let original = notebook.evaluated()
    var count = MutationCount()
    for cell in notebook.lesson.cells {
      for mutation in CodeMutation.all(in: cell) {
        let mutant = notebook.replacing(mutation.place.span, with: mutation.replacement).evaluated()
        let verified = VerifiedLesson(mutant)
        guard let effect = firstEffect(original, mutant) else {
          count.note(hasEffect: false, isCaught: !verified.failures.isEmpty)
          continue
        }
        // An exception is reported where it rose, which may be where the text was changed.
        let isCaught = verified.failures.contains {
          effect.holds($0.span) || $0.line == mutation.place.start.line
        }
        count.note(hasEffect: true, isCaught: isCaught)
        #expect(isCaught, "\(mutation.place.start): \(mutation.replacement)")
      }
    }
    print("\(name), code: \(count)")
    #expect(count.withEffect == count.caught && count.caught > 500)
  }

  /// The cell and its stored output where the change first shows; `nil` where every output is still
  /// the same, but for numbers that differ by less than the tolerance.
  private func firstEffect(_ original: EvaluatedLesson, _ mutant: EvaluatedLesson) -> Span? {
    for (index, (before, after)) in zip(original.cells, mutant.cells).enumerated()
    where !NumberText.holds(before.outputText, in: after.outputText) {
      let cell = mutant.lesson.cells[index]
      return cell.span.union(cell.stored?.span ?? cell.span)
    }
    return nil
  }
}

/// How many changes were tried, and what became of them.
private struct MutationCount: CustomStringConvertible {
  var withoutEffect = 0
  var withEffect = 0
  var caught = 0

  mutating func note(hasEffect: Bool, isCaught: Bool) {
    if hasEffect { withEffect += 1 } else { withoutEffect += 1 }
    if hasEffect, isCaught { caught += 1 }
  }

  var description: String {
    "\(withoutEffect + withEffect) generated, \(withoutEffect) without effect, "
      + "\(withEffect) with effect, \(caught) caught"
  }
}

extension Diagnostic {
  fileprivate var line: Int? {
    if case .text(let place) = location { return place.start.line }
    return nil
  }
}

extension Span {
  fileprivate func holds(_ other: Span?) -> Bool {
    guard let other else { return false }
    return other.start >= start && other.start <= end
  }
}
