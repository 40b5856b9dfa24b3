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
          hasEffect: !NumberText.agree(changed, number.output))
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

  /// Whether a text holds what another promised: they are alike but for numbers with a fraction that
  /// differ by a billionth at most, or are the same with more digits.
  static func holds(_ promised: String, in given: String) -> Bool {
    if promised == given { return true }
    let (first, second) = (promised.matches(of: pattern), given.matches(of: pattern))
    guard promised.replacing(pattern, with: "0") == given.replacing(pattern, with: "0") else {
      return false
    }
    return zip(first, second).allSatisfy { agree($0.output, $1.output) }
  }

  static func agree(_ promised: Substring, _ given: Substring) -> Bool {
    if promised == given { return true }
    guard promised.contains(where: { $0 == "." || $0 == "e" }), let x = Double(promised),
      let y = Double(given)
    else { return false }
    if abs(x - y) <= 1e-9 * max(abs(x), abs(y)) { return true }
    let digits = fractionDigits(promised)
    guard digits > 0, digits < fractionDigits(given), promised != "0.0" else { return false }
    let halfOfLastDigit = 0.5 / (0..<digits).reduce(1.0) { power, _ in power * 10 }
    return abs(x - y) <= halfOfLastDigit * (1 + 1e-6)
  }

  /// How many digits a number has after its point; 0 with an exponent.
  private static func fractionDigits(_ number: Substring) -> Int {
    guard let point = number.firstIndex(of: "."), !number.contains("e") else { return 0 }
    return number.distance(from: point, to: number.endIndex) - 1
  }
}
