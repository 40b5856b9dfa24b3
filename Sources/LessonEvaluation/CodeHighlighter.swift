import LessonDocument
import NeuronSyntax
import SourceText

/// Gives each token of a lesson's cells the colour class that a reader expects: a name is a function
/// where it is called or defined, or where the lesson defines it.
struct CodeHighlighter {
  private let builtins: Set<String>
  private let functions: Set<String>

  init(builtins: [String], texts: [ReadText]) {
    self.builtins = Set(builtins)
    var functions: Set<String> = []
    for text in texts {
      for statement in text.module.body {
        if case .function(let definition) = statement.kind {
          functions.insert(definition.name.name)
        }
      }
    }
    self.functions = functions
  }

  func highlight(_ text: ReadText) -> [HighlightedToken] {
    let utf8 = text.module.source.utf8
    let tokens = text.tokens.filter { $0.span.length > 0 && $0.kind != .newline }
    return tokens.enumerated().map { index, token in
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isCalled = next.map { utf8[$0.span.start] == UInt8(ascii: "(") } ?? false
      return HighlightedToken(
        category(of: token, in: utf8, isCalled: isCalled), token.span)
    }
  }

  private func category(
    of token: Token, in utf8: [UInt8], isCalled: Bool
  ) -> HighlightedToken.Category {
    switch token.kind {
    case .name:
      let name = String(decoding: utf8[token.span.start..<token.span.end], as: UTF8.self)
      if functions.contains(name) { return .function }
      if builtins.contains(name) { return .builtin }
      return isCalled ? .function : .name
    case .keyword: return .keyword
    case .number: return .number
    case .string: return .string
    case .operator: return .operator
    case .punctuation, .newline, .indent, .dedent, .endOfText: return .punctuation
    case .comment: return .comment
    case .invalid: return .invalid
    }
  }
}
