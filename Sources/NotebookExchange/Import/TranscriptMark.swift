/// A line by which a notebook saved as text marks code or its value.
///
///     In [17]:            In [3]: x = 1       Out[3]: 1
///     def f(x):              ...: x
enum TranscriptMark: Hashable {
  /// Code begins, on this line already where `rest` is not empty.
  case input(NotebookCell.Execution, rest: Substring)
  /// A value begins.
  case output(rest: Substring)

  init?(_ line: Substring) {
    let text = line.drop(while: Self.isSpace)
    if let (number, rest) = Self.bracket(after: "In", in: text) {
      self = .input(Self.execution(number), rest: rest)
    } else if let (_, rest) = Self.bracket(after: "Out", in: text) {
      self = .output(rest: rest)
    } else {
      return nil
    }
  }

  /// What stands in brackets and after the colon, in a line that begins `In [`.
  private static func bracket(
    after word: String, in text: Substring
  ) -> (number: Substring, rest: Substring)? {
    guard [word, word.uppercased()].contains(where: { text.hasPrefix($0) }) else { return nil }
    var rest = text.dropFirst(word.count)
    if rest.first.map(isSpace) == true { rest.removeFirst() }
    guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return nil }
    let number = rest[rest.index(after: rest.startIndex)..<close]
    let after = rest[rest.index(after: close)...]
    guard after.first == ":", isNumber(number) else { return nil }
    return (number.filter { !isSpace($0) }[...], after.dropFirst())
  }

  /// Pages of notebooks have no-break spaces in their marks.
  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{A0}"
  }

  private static func isNumber(_ text: Substring) -> Bool {
    let text = text.filter { !isSpace($0) }
    return ["", "*", "None"].contains(text)
      || text.utf8.count < 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func execution(_ number: Substring) -> NotebookCell.Execution {
    if let count = Int(number) { return .count(count) }
    return number == "*" ? .unfinished : .never
  }

  /// The code on a line that goes on with the cell, `   ...: x`; `nil` for another line.
  static func continuation(_ line: Substring) -> Substring? {
    let text = line.drop(while: Self.isSpace)
    let dots = text.prefix { $0 == "." }
    guard dots.count >= 3, text.dropFirst(dots.count).first == ":" else { return nil }
    return withoutSpace(text.dropFirst(dots.count + 1))
  }

  /// The text after a mark, without the one space that parts them.
  static func withoutSpace(_ rest: Substring) -> Substring {
    rest.first == " " || rest.first == "\u{A0}" ? rest.dropFirst() : rest
  }
}
