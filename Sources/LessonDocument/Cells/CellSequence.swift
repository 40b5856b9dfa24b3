import SourceText

/// The fenced blocks of one container, told apart as they come: a stored output belongs to the cell
/// that is the block right before it.
struct CellSequence {
  enum Role {
    case cell(Cell)
    /// Taken up by the cell before it.
    case storedOutput
    /// Only shown.
    case code
  }

  private enum Previous {
    case cell
    case storedOutput(Span)
    case other
  }

  private var previous = Previous.other
  /// Where the last cell or output ends in the file.
  private(set) var lastEnd = 0

  /// Says that a block stands here after which no output may follow.
  mutating func endCell() { previous = .other }

  /// What a fenced block is, by its info string; `cells` are those before it, of which the last
  /// takes its output, and `labels` theirs, each with the fence of the first cell that has it.
  mutating func role(
    of fence: FencedBlock, info: String, following cells: inout [Cell],
    _ labels: inout [String: Span], _ diagnostics: inout [Diagnostic]
  ) -> Role {
    lastEnd = fence.span.end
    switch Self.firstWord(of: info) {
    case "neuron":
      var options = CellOptionsReader(fence)
      options.read()
      diagnostics += options.diagnostics
      note(label: options.options.label, fence, &labels, &diagnostics)
      previous = .cell
      return .cell(
        Cell(
          code: fence.fragment(from: options.lineCount), options: options.options, stored: nil,
          span: fence.span, fence: fence.opening, linePrefix: fence.linePrefix))
    case "output": return output(fence, following: &cells, &diagnostics)
    case let word:
      if Self.looksLikeCell(word) {
        diagnostics.append(
          Diagnostic(
            .nearlyACell, "`\(word)` is not run: a cell is called `neuron`",
            at: Place(fence.source, fence.opening), help: "write `neuron` after the fence"))
      }
      previous = .other
      return .code
    }
  }

  /// A label is what links lead to, so it must name one cell.
  private func note(
    label: String?, _ fence: FencedBlock, _ labels: inout [String: Span],
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let label else { return }
    guard let first = labels[label] else {
      labels[label] = fence.opening
      return
    }
    diagnostics.append(
      Diagnostic(
        .duplicateLabel, "the label `\(label)` names another cell already",
        at: Place(fence.source, fence.opening),
        notes: [.init("the first is here", at: Place(fence.source, first))]))
  }

  /// Other notebooks' spelling: `{neuron}`, `{.neuron}`, `Neuron`.
  private static func looksLikeCell(_ word: Substring) -> Bool {
    word.lowercased().filter { !"{}.,".contains($0) } == "neuron"
  }

  /// Whether a line would begin a cell, if fenced blocks could stand where it does.
  static func isFenceOfCell(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line[line.endOfSpaces(from: line.startIndex)...]
    guard let mark = rest.first, mark == .backtick || mark == .tilde else { return false }
    let info = rest.drop { $0 == mark }
    guard info.startIndex - rest.startIndex >= 3 else { return false }
    let word = info.drop(while: \.isSpaceOrTab).prefix { !$0.isWhitespace }
    return looksLikeCell(Substring(decoding: word, as: UTF8.self))
  }

  private mutating func output(
    _ fence: FencedBlock, following cells: inout [Cell], _ diagnostics: inout [Diagnostic]
  ) -> Role {
    let place = Place(fence.source, fence.opening)
    switch previous {
    case .cell:
      cells[cells.count - 1].stored = StoredOutput(text: fence.fragment(), span: fence.span)
      previous = .storedOutput(fence.opening)
      return .storedOutput
    case .storedOutput(let first):
      diagnostics.append(
        Diagnostic(
          .secondOutput, "the cell has a stored output already", at: place,
          notes: [.init("the first is here", at: Place(fence.source, first))],
          help: "keep one of them; `neuronbook verify --accept` writes what the cell gives"))
    case .other:
      diagnostics.append(
        Diagnostic(
          .outputWithoutCell, "this `output` block does not follow a `neuron` cell", at: place,
          help: "put it right after its cell, or call the block `text`"))
    }
    return .code
  }

  private static func firstWord(of info: String) -> Substring {
    info.prefix { !$0.isWhitespace }
  }
}
