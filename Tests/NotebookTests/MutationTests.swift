import LessonDocument
import LessonEvaluation
import LessonVerification
import NeuronSyntax
import SourceText
import Testing

/// Every single change to a lesson that changes an output must be found, at its place.
@Suite("Changed lessons", .serialized)
struct MutationTests {
  @Test("a stored number beyond the tolerance is found at its line", arguments: Notebook.names)
  func storedNumbers(name: String) throws {
    let notebook = try Notebook(named: name)
    var count = MutationCount()
    for cell in notebook.lesson.cells {
      guard let stored = cell.stored else { continue }
      for number in StoredNumber.all(in: stored.text) {
        for changed in number.changes {
          count.generated += 1
          let mutant = notebook.replacing(number.place.span, with: changed)
          let verified = VerifiedLesson(mutant.evaluated())
          let line = number.place.start.line
          let isCaught = verified.failures.contains { $0.line == line }
          count.note(hasEffect: true, isCaught: isCaught)
          #expect(isCaught, "\(name):\(line): \(changed) for \(number.text)")
        }
      }
    }
    print("\(name), stored numbers: \(count)")
    #expect(count.withEffect == count.caught && count.caught > 100)
  }

  @Test("an operator that changes an output is found there", arguments: Notebook.names)
  func operators(name: String) throws {
    let notebook = try Notebook(named: name)
    let original = notebook.evaluated()
    var count = MutationCount()
    for cell in notebook.lesson.cells {
      for (place, replacement) in operatorChanges(in: cell) {
        count.generated += 1
        let mutant = notebook.replacing(place.span, with: replacement).evaluated()
        let verified = VerifiedLesson(mutant)
        guard let effect = firstEffect(original, mutant) else {
          count.note(hasEffect: false, isCaught: !verified.failures.isEmpty)
          continue
        }
        // An exception is reported where it rose, which may be where the text was changed.
        let isCaught = verified.failures.contains {
          effect.holds($0.span) || $0.line == place.start.line
        }
        count.note(hasEffect: true, isCaught: isCaught)
        #expect(isCaught, "\(place.start): \(replacement)")
      }
    }
    print("\(name), operators: \(count)")
    #expect(count.withEffect == count.caught && count.caught > 50)
  }

  private func operatorChanges(in cell: Cell) -> [(Place, String)] {
    readNeuron(cell.code).tokens.filter { $0.kind == .operator }.flatMap { token in
      let place = cell.code.place(of: token.span)
      let text = place.file.text(of: place.span)
      return (Self.alternatives[text] ?? []).map { (place, $0) }
    }
  }

  private static let alternatives: [String: [String]] = {
    let families = [
      ["+", "-", "*", "/", "//", "%", "**"], ["<", "<=", ">", ">=", "==", "!="],
      ["+=", "-=", "*=", "/="],
    ]
    var result: [String: [String]] = [:]
    for family in families {
      for one in family { result[one] = family.filter { $0 != one } }
    }
    return result
  }()

  /// The cell and its stored output where the change first shows; `nil` where every output is still
  /// the same, but for numbers that differ by less than the tolerance.
  private func firstEffect(_ original: EvaluatedLesson, _ mutant: EvaluatedLesson) -> Span? {
    for (index, (before, after)) in zip(original.cells, mutant.cells).enumerated()
    where !isSame(before.outputText, after.outputText) {
      let cell = mutant.lesson.cells[index]
      return cell.span.union(cell.stored?.span ?? cell.span)
    }
    return nil
  }

  /// An own judgement of what counts as the same, apart from the verifier's.
  private func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (x, y) = (a.split(separator: " "), b.split(separator: " "))
    return x.count == y.count
      && zip(x, y).allSatisfy { x, y in
        if x == y { return true }
        guard let x = Double(x), let y = Double(y) else { return false }
        return abs(x - y) <= 1e-9 * max(abs(x), abs(y))
      }
  }
}

/// How many changes were tried, and what became of them.
private struct MutationCount: CustomStringConvertible {
  var generated = 0
  var withoutEffect = 0
  var withEffect = 0
  var caught = 0

  mutating func note(hasEffect: Bool, isCaught: Bool) {
    if hasEffect { withEffect += 1 } else { withoutEffect += 1 }
    if hasEffect, isCaught { caught += 1 }
  }

  var description: String {
    "\(generated) generated, \(withoutEffect) without effect, \(withEffect) with effect, \(caught) caught"
  }
}

/// A number in a stored output.
private struct StoredNumber {
  let text: String
  let place: Place

  /// Another first digit, and another seventh one (or last, where there are fewer).
  var changes: Set<String> {
    let digits = text.indices.filter { text[$0].isNumber }
    guard let first = digits.first(where: { text[$0] != "0" }) ?? digits.first,
      let position = digits.firstIndex(of: first)
    else { return [] }
    let seventh = digits[min(position + 6, digits.count - 1)]
    return Set([first, seventh].map(changingDigit))
  }

  private func changingDigit(at index: String.Index) -> String {
    var changed = text
    let digit = text[index].wholeNumberValue ?? 0
    changed.replaceSubrange(index...index, with: String((digit + 1) % 10))
    return changed
  }

  /// Digits and points that no letter touches; exponents are left alone.
  static func all(in fragment: SourceFragment) -> [StoredNumber] {
    var numbers: [StoredNumber] = []
    var index = 0
    let utf8 = fragment.utf8
    func isDigit(_ at: Int) -> Bool { at < utf8.count && (48...57).contains(utf8[at]) }
    func isWordPart(_ at: Int) -> Bool {
      at >= 0 && at < utf8.count
        && (utf8[at] >= 0x80 || utf8[at] == 95 || (65...90).contains(utf8[at] & 0xDF))
    }
    while index < utf8.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      while isDigit(index) || index < utf8.count && utf8[index] == 46 && isDigit(index + 1) {
        index += 1
      }
      if !isWordPart(start - 1), !isWordPart(index) {
        let span = Span(start, index)
        numbers.append(
          StoredNumber(
            text: String(decoding: utf8[start..<index], as: UTF8.self),
            place: fragment.place(of: span)))
      }
    }
    return numbers
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
