import LessonDocument

/// A stored output laid against a computed one.
struct OutputComparison {
  /// The first place where they part.
  struct Difference {
    /// The 0-based stored line; the count of lines where the stored output ends too early.
    let storedLine: Int
    /// The 0-based computed line; `nil` where the computed output has ended.
    let computedLine: Int?
    /// The numbers that differ, if that is all that differs.
    let number: NumberDifference?
  }

  let stored: OutputLines
  let computed: OutputLines
  let comparator: LineComparator
  /// Whether a stored `...` stands for any lines. Where the cell itself prints such a line, it stands
  /// for itself.
  let hasWildcards: Bool

  init(stored: OutputLines, computed: OutputLines, tolerance: Tolerance) {
    self.stored = stored
    self.computed = computed
    comparator = LineComparator(tolerance: tolerance)
    hasWildcards = stored.hasEllipsis && !computed.hasEllipsis
  }

  /// How many comparisons of lines may be made in looking for runs of lines after a `...`: each place
  /// is tried anew, which hostile repetition makes quadratic. 64 a line are far above what an output
  /// needs that a person stored; past them the outputs count as different.
  private var budget: Int { 4096 + 64 * (stored.count + computed.count) }

  /// Where the outputs part; `nil` when they agree.
  func firstDifference() -> Difference? {
    guard hasWildcards else {
      return difference(stored: 0..<stored.count, from: 0, toEnd: true)
    }
    let chunks = chunksBetweenWildcards()
    guard let first = chunks.first, let last = chunks.last else { return nil }
    if let difference = difference(stored: first, from: 0, toEnd: false) { return difference }
    var position = first.count
    var budget = budget
    for chunk in chunks.dropFirst().dropLast() {
      guard let found = find(chunk, from: position, budget: &budget) else {
        return unfound(chunk, from: position)
      }
      position = found + chunk.count
    }
    let lastStart = computed.count - last.count
    guard lastStart >= position else { return unfound(last, from: position) }
    return difference(stored: last, from: lastStart, toEnd: true)
  }

  private func chunksBetweenWildcards() -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var start = 0
    for line in 0..<stored.count where stored.isEllipsis(line) {
      chunks.append(start..<line)
      start = line + 1
    }
    chunks.append(start..<stored.count)
    return chunks
  }

  /// Compares stored lines with the computed ones from `from` on, one by one.
  private func difference(stored lines: Range<Int>, from: Int, toEnd: Bool) -> Difference? {
    var position = from
    for line in lines {
      guard position < computed.count else {
        return Difference(storedLine: line, computedLine: nil, number: nil)
      }
      switch comparator.compare(stored: stored[line], computed: computed[position]) {
      case .agrees: break
      case .textDiffers:
        return Difference(storedLine: line, computedLine: position, number: nil)
      case .numbersDiffer(let number):
        return Difference(storedLine: line, computedLine: position, number: number)
      }
      position += 1
    }
    guard toEnd, position < computed.count else { return nil }
    return Difference(storedLine: lines.upperBound, computedLine: position, number: nil)
  }

  /// The first place at or after `from` where all lines of `chunk` agree.
  private func find(_ chunk: Range<Int>, from: Int, budget: inout Int) -> Int? {
    guard computed.count - chunk.count >= from else { return nil }
    for start in from...(computed.count - chunk.count) {
      var offset = 0
      while offset < chunk.count {
        guard budget > 0 else { return nil }
        budget -= 1
        let agree = comparator.agree(
          stored: stored[chunk.lowerBound + offset], computed: computed[start + offset])
        guard agree else { break }
        offset += 1
      }
      if offset == chunk.count { return start }
    }
    return nil
  }

  /// A chunk that stands nowhere, shown at its first line.
  private func unfound(_ chunk: Range<Int>, from: Int) -> Difference {
    Difference(
      storedLine: chunk.lowerBound, computedLine: from < computed.count ? from : nil, number: nil)
  }
}
