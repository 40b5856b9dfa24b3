import LessonDocument
import NeuronSyntax
import SourceText

/// One small change of a cell's code: an operator, a constant, a piece of text.
struct CodeMutation {
  let place: Place
  let replacement: String

  /// Every change of a cell, in the order of its text.
  static func all(in cell: Cell) -> [CodeMutation] {
    let tokens = readNeuron(cell.code).tokens.filter { $0.kind != .comment && $0.span.length > 0 }
    return tokens.indices.flatMap { index in
      let token = tokens[index]
      let text = text(of: token, in: cell)
      let before = index > 0 ? Self.text(of: tokens[index - 1], in: cell) : ""
      let endsOperand = index > 0 && endsOperand(tokens[index - 1], before)
      return replacements(of: token.kind, text, afterOperand: endsOperand).map {
        CodeMutation(place: cell.code.place(of: token.span), replacement: $0)
      }
    }
  }

  private static func text(of token: Token, in cell: Cell) -> String {
    String(decoding: cell.code.utf8[token.span.start..<token.span.end], as: UTF8.self)
  }

  /// Whether what follows can be an operator between two operands.
  private static func endsOperand(_ token: Token, _ text: String) -> Bool {
    switch token.kind {
    case .name, .number, .string: true
    case .keyword: ["True", "False", "None"].contains(text)
    default: [")", "]", "}"].contains(text)
    }
  }

  private static func replacements(
    of kind: Token.Kind, _ text: String, afterOperand: Bool
  ) -> [String] {
    switch kind {
    case .operator:
      if !afterOperand, text == "-" || text == "+" || text == "~" { return unary(text) }
      return family(of: text)
    case .keyword: return keywords[text] ?? []
    case .number: return numbers(besides: text)
    case .string: return strings(besides: text)
    default: return []
    }
  }

  // MARK: Operators

  private static let families = [
    ["+", "-", "*", "/", "//", "%", "**"], ["<", "<=", ">", ">=", "==", "!="],
    ["+=", "-=", "*=", "/=", "//=", "%=", "**="], ["&", "|", "^", "<<", ">>"],
    ["&=", "|=", "^=", "<<=", ">>="],
  ]

  private static func family(of text: String) -> [String] {
    if text == "@" { return ["*", "+", "-"] }
    return families.first { $0.contains(text) }?.filter { $0 != text } ?? []
  }

  private static func unary(_ text: String) -> [String] {
    [" ", text == "-" ? "+" : "-"]
  }

  /// `in` is left alone: most stand in a `for`.
  private static let keywords = [
    "and": ["or"], "or": ["and"], "not": [" "], "is": ["is not"], "True": ["False"],
    "False": ["True"], "None": ["0"],
  ]

  // MARK: Constants

  /// Other numbers far and near, but nothing that differs by less than the tolerance.
  private static func numbers(besides text: String) -> [String] {
    if let value = Int(text) { return ["\(value + 1)", "(-\(text))", value == 0 ? "2" : "0"] }
    guard let value = Double(text) else { return ["(\(text) + 1)"] }
    return ["\(value + 1)", "(-\(text))", "\(value == 0 ? 1e-6 : value * 1.000001)"]
  }

  /// One more character in the text, and what stands in the fields of an f-string.
  private static func strings(besides text: String) -> [String] {
    guard let quote = text.firstIndex(where: { $0 == "'" || $0 == "\"" }) else { return [] }
    let quotes = text[quote...].prefix { $0 == text[quote] }
    let opening = quotes.count == 2 || quotes.count > 3 ? 1 : quotes.count
    let start = text.index(quote, offsetBy: opening)
    var result = [text[..<start] + "x" + text[start...]]
    if text[..<quote].lowercased().contains("f") { result += fields(of: text) }
    return result.map(String.init)
  }

  /// The text with one number or operator inside braces changed.
  private static func fields(of text: String) -> [Substring] {
    var result: [Substring] = []
    for field in text.matches(of: /\{[^{}]*\}/) {
      for part in text[field.range].matches(of: /\d+|\*\*|[-+*\/]/) {
        let other = Int(part.output).map { "\($0 + 1)" } ?? (part.output == "+" ? "-" : "+")
        result.append(text[..<part.startIndex] + other + text[part.endIndex...])
      }
    }
    return result
  }
}
