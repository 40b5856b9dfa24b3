import SourceText

/// One small change of a stored output.
struct StoredMutation {
  let place: Place
  let replacement: String
  /// Whether the output then says something else, as one who knows only the rules would judge.
  let hasEffect: Bool

  /// Each digit and each other character changed once; each number with another sign, and as what is
  /// no number.
  static func all(in fragment: SourceFragment) -> [StoredMutation] {
    let text = fragment.text
    var result: [StoredMutation] = []
    func add(_ range: Range<String.Index>, _ replacement: String, hasEffect: Bool = true) {
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      result.append(
        StoredMutation(
          place: fragment.place(of: Span(start, end)), replacement: replacement,
          hasEffect: hasEffect))
    }
    let numbers = text.matches(of: NumberText.pattern)
    for number in numbers {
      for index in text[number.range].indices where text[index].isNumber {
        let digit = ((text[index].wholeNumberValue ?? 0) + 1) % 10
        var changed = text[number.range]
        changed.replaceSubrange(index...index, with: "\(digit)")
        add(
          index..<text.index(after: index), "\(digit)",
          hasEffect: !NumberText.agree(number.output, changed))
      }
      add(number.range, "-" + number.output)
      for word in ["nan", "inf", "-inf"] { add(number.range, word) }
    }
    for index in text.indices where !text[index].isWhitespace {
      if numbers.contains(where: { $0.range.contains(index) }) { continue }
      add(index..<text.index(after: index), text[index] == "x" ? "y" : "x")
    }
    return result
  }
}

/// Numbers in an output, judged without the verifier's help.
enum NumberText {
  /// Without a sign, which is compared as text.
  nonisolated(unsafe) static let pattern =
    /(?:\d+\.\d+|\d+\.|\.\d+|\d+)(?:e[-+]\d+)?/.wordBoundaryKind(.simple)

  /// Whether two texts are alike but for numbers with a fraction that differ by a billionth at most.
  static func areAlike(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (first, second) = (a.matches(of: pattern), b.matches(of: pattern))
    guard a.replacing(pattern, with: "0") == b.replacing(pattern, with: "0") else { return false }
    return zip(first, second).allSatisfy { agree($0.output, $1.output) }
  }

  static func agree(_ a: Substring, _ b: Substring) -> Bool {
    if a == b { return true }
    guard a.contains(where: { $0 == "." || $0 == "e" }), let x = Double(a), let y = Double(b) else {
      return false
    }
    return abs(x - y) <= 1e-9 * max(abs(x), abs(y))
  }
}
