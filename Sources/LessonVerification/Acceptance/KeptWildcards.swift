/// A computed output with the author's `...` lines put back where the lines around them still match.
///
///     stored     computed     accepted
///     epoch 0    epoch 0      epoch 0
///     ...        epoch 1      ...
///     epoch 9    …            epoch 9
///     loss 0.5   epoch 9      loss 0.4
///                loss 0.4
struct KeptWildcards {
  /// The lines to store.
  let lines: [ArraySlice<UInt8>]

  init(_ comparison: OutputComparison) {
    let stored = comparison.stored
    let computed = comparison.computed
    var result: [ArraySlice<UInt8>] = []
    var position = 0
    for run in Self.wildcardRuns(in: comparison) {
      guard let elided = Self.elided(by: run, in: comparison, from: position) else { continue }
      result += (position..<elided.lowerBound).map { computed[$0] }
      result += run.map { stored[$0] }
      position = elided.upperBound
    }
    result += (position..<computed.count).map { computed[$0] }
    lines = result
  }

  /// Neighbouring `...` lines are one.
  private static func wildcardRuns(in comparison: OutputComparison) -> [Range<Int>] {
    guard comparison.hasWildcards else { return [] }
    var runs: [Range<Int>] = []
    for line in 0..<comparison.stored.count where comparison.stored.isEllipsis(line) {
      if let last = runs.last, last.upperBound == line {
        runs[runs.count - 1] = last.lowerBound..<(line + 1)
      } else {
        runs.append(line..<(line + 1))
      }
    }
    return runs
  }

  /// The computed lines that a `...` stands for: from after the line that matches the one above it
  /// up to the line that matches the one below.
  private static func elided(
    by run: Range<Int>, in comparison: OutputComparison, from position: Int
  ) -> Range<Int>? {
    var start = position
    if run.lowerBound > 0 {
      guard let above = line(run.lowerBound - 1, in: comparison, from: position) else { return nil }
      start = above + 1
    } else if position > 0 {
      return nil
    }
    guard run.upperBound < comparison.stored.count else { return start..<comparison.computed.count }
    return line(run.upperBound, in: comparison, from: start).map { start..<$0 }
  }

  /// The first computed line from `from` on that agrees with a stored one, among as many lines as
  /// keep the whole search linear in an output of any length.
  private static func line(
    _ stored: Int, in comparison: OutputComparison, from: Int
  ) -> Int? {
    let computed = comparison.computed
    let reach = max(1000, 64 * computed.count / comparison.stored.count)
    return (from..<computed.count).prefix(reach).first {
      comparison.comparator.agree(stored: comparison.stored[stored], computed: computed[$0])
    }
  }
}
