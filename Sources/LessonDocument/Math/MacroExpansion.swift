/// Puts the macros of a lesson's front matter into a formula.
///
///     \norm{x}, with \norm[1] → \lVert #1 \rVert       \lVert x \rVert
///
/// It is done on TeX's own tokens, so that a formula means what it would where TeX knew the macro. A
/// name that the formula itself defines is the formula's from there on.
struct MacroExpansion: Sendable {
  /// Why a formula has no expansion.
  enum Failure: Error, Hashable {
    /// There is no end, or none before the limit; the macro by its index.
    case endless(Int)
    /// A macro has not the arguments it needs; where, in the formula.
    case missingArgument(macro: Int, offset: Int)
  }

  /// Macros put in for one formula, as KaTeX's own limit.
  static let maximumCount = 1000
  /// Tokens that may be made of one formula; of 20,000 bytes no formula is set.
  private static let maximumTokens = 20_000

  private let macros: [FrontMatter.Macro]
  private let indices: [String: Int]
  private let bodies: [[TeXToken]]

  /// An expansion by macros; of two of one name the last holds.
  init(_ macros: [FrontMatter.Macro]) {
    self.macros = macros
    indices = Dictionary(
      macros.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
    bodies = macros.map { [TeXToken](tex: $0.body) }
  }

  /// Commands that define the next one.
  private static let definitions: Set<String> = [
    "\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "\\futurelet", "\\newcommand", "\\renewcommand",
    "\\providecommand", "\\DeclareMathOperator",
  ]

  /// The tokens with macros put in.
  func expanded(_ tokens: [TeXToken]) throws(Failure) -> [TeXToken] {
    guard !macros.isEmpty else { return tokens }
    var pending = Array(tokens.reversed())
    var result: [TeXToken] = []
    var own: Set<String> = []
    var isDefining = false
    var (count, made) = (0, tokens.count)
    while let token = pending.popLast() {
      guard token.kind == .command else {
        if !token.isBlank, token.kind != .open, token.text != "*" { isDefining = false }
        result.append(token)
        continue
      }
      if isDefining { own.insert(token.text) }
      isDefining = Self.definitions.contains(token.text)
      guard let index = indices[token.text], !own.contains(token.text) else {
        result.append(token)
        continue
      }
      let arguments = try arguments(of: index, at: token.offset, from: &pending)
      let replacement = replacement(for: index, at: token.offset, arguments)
      count += 1
      made += replacement.count
      guard count <= Self.maximumCount, made <= Self.maximumTokens else {
        throw .endless(index)
      }
      pending += replacement.reversed()
    }
    return result
  }

  private func arguments(
    of macro: Int, at offset: Int, from pending: inout [TeXToken]
  ) throws(Failure) -> [[TeXToken]] {
    var arguments: [[TeXToken]] = []
    for _ in 0..<macros[macro].parameterCount {
      while pending.last?.isBlank == true { pending.removeLast() }
      guard let first = pending.popLast(), first.kind != .close else {
        throw .missingArgument(macro: macro, offset: offset)
      }
      guard first.kind == .open else {
        arguments.append([first])
        continue
      }
      var (argument, depth) = ([TeXToken](), 1)
      while let token = pending.popLast() {
        if token.kind == .open { depth += 1 }
        if token.kind == .close { depth -= 1 }
        if depth == 0 { break }
        argument.append(token)
      }
      guard depth == 0 else { throw .missingArgument(macro: macro, offset: offset) }
      arguments.append(argument)
    }
    return arguments
  }

  private func replacement(
    for macro: Int, at offset: Int, _ arguments: [[TeXToken]]
  ) -> [TeXToken] {
    bodies[macro].flatMap { token -> [TeXToken] in
      if case .parameter(let number) = token.kind, arguments.indices.contains(number - 1) {
        return arguments[number - 1]
      }
      return [TeXToken(text: token.text, offset: offset, macro: macro, kind: token.kind)]
    }
  }
}
