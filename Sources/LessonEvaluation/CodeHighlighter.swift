import LessonDocument
import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText

/// Collects the code of a lesson's cells as they run, and gives each token the colour class that a
/// reader expects and each name what it means.
struct CodeHighlighter {
  private struct CellCode {
    var text: ReadText
    var tokens: [Token]
    var progress: CellProgress
    /// What of it was run; `nil` where nothing was.
    var coverage: RunCoverage?
    /// What the names in it hold at its end.
    var values: [String: String] = [:]
  }

  private let session: Session
  private var cells: [CellCode] = []

  init(_ session: Session) {
    self.session = session
  }

  /// Notes the next cell, after it ran or did not.
  mutating func add(
    _ text: ReadText, _ outcome: EvaluatedCell.Outcome, _ coverage: RunCoverage?
  ) {
    var code = CellCode(
      text: text, tokens: text.codeTokens, progress: .ran, coverage: coverage)
    switch outcome {
    case .ran: break
    case .failed(let problem): code.progress = text.progress(until: problem)
    case .notRun: code.progress = .notRun
    }
    if code.progress != .notRun {
      for token in code.tokens where token.kind == .name {
        let name = text.name(token)
        if code.values[name] == nil { code.values[name] = session.sketch(ofGlobal: name) }
      }
    }
    cells.append(code)
  }

  /// Gives the cells their tokens.
  /// - Returns: the definitions that these refer to.
  func highlight(_ evaluated: inout [EvaluatedCell]) -> [Definition] {
    let coverages = cells.map(\.coverage)
    let meanings = NameMeanings(
      of: cells.map { ($0.text.module, $0.progress) }, builtins: session.builtinNames
    ) { cell, span in coverages[cell]?.wasRun(span) }
    var definitions = meanings.definitions.map {
      Definition(name: $0.name, cell: $0.cell, span: $0.span)
    }
    var definedAt: [[Int: Int]] = Array(repeating: [:], count: cells.count)
    for (index, definition) in definitions.enumerated() {
      definedAt[definition.cell][definition.span.start] = index
    }
    let values = cells.map(\.values)
    for index in cells.indices {
      let notes = NameNotes(meanings: meanings, session: session, cell: index, values: values)
      evaluated[index].tokens = tokens(
        of: cells[index], uses: meanings.uses[index], definedAt: definedAt[index], notes)
      for token in evaluated[index].tokens {
        // As long as the name is written there.
        if let definition = definedAt[index][token.span.start] {
          definitions[definition].span = token.span
        }
      }
    }
    return definitions
  }

  private func tokens(
    of code: CellCode, uses: [NameUse], definedAt: [Int: Int], _ notes: NameNotes
  ) -> [HighlightedToken] {
    let utf8 = code.text.module.source.utf8
    let tokens = code.tokens.filter { $0.span.length > 0 && $0.kind != .newline }
    var uses = uses[...]
    return tokens.enumerated().map { index, token in
      var result = HighlightedToken(Self.category(of: token), token.span)
      guard token.kind == .name else { return result }
      while let use = uses.first, use.span.start < token.span.start { uses.removeFirst() }
      let next = index + 1 < tokens.count ? utf8[tokens[index + 1].span.start] : 0
      if next == UInt8(ascii: "(") { result.category = .function }
      if let definition = definedAt[token.span.start] {
        result.definition = definition
        result.category = notes.category(of: definition)
        result.note = notes.note(atDefinition: definition)
      } else if let use = uses.first, use.span.start == token.span.start {
        if case .definition(let definition) = use.meaning { result.definition = definition }
        result.category = notes.category(of: use.meaning) ?? result.category
        result.note = notes.note(on: use.meaning)
      }
      return result
    }
  }

  private static func category(of token: Token) -> HighlightedToken.Category {
    switch token.kind {
    case .name: .name
    case .keyword: .keyword
    case .number: .number
    case .string: .string
    case .operator: .operator
    case .punctuation, .newline, .indent, .dedent, .endOfText: .punctuation
    case .comment: .comment
    case .invalid: .invalid
    }
  }
}

extension ReadText {
  fileprivate func name(_ token: Token) -> String {
    String(decoding: module.source.utf8[token.span.start..<token.span.end], as: UTF8.self)
  }

  /// How far it ran, when a problem stopped it.
  fileprivate func progress(until problem: Diagnostic) -> CellProgress {
    var place = problem.traceback.first?.place
    if place == nil, case .text(let own) = problem.location { place = own }
    guard let place, place.span.length > 0 else { return .ran }
    let statement = module.body.firstIndex { statement in
      let whole = module.source.place(of: statement.span)
      return whole.file.path == place.file.path && whole.span.start <= place.span.start
        && place.span.start < whole.span.end
    }
    return statement.map { .stopped(inStatement: $0) } ?? .ran
  }
}
