/// What lines came in the place of which, as few as may be: the greedy algorithm of Myers' "An O(ND)
/// Difference Algorithm and Its Variations" (1986), given up where two texts have little in common.
struct LineDiff {
  /// In order, no two touching.
  private(set) var changes: [UnifiedDiff.Change]

  /// Lines added and removed, beyond which all between the first and the last difference counts as one
  /// change: the ways kept grow with its square, to 2 MB.
  private static let maximumDistance = 1_000

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let shorter = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(shorter).prefix { $0 == $1 }.count
    let whole = UnifiedDiff.Change(old: start..<old.count - end, new: start..<new.count - end)
    if whole.old.isEmpty || whole.new.isEmpty {
      changes = whole.old.isEmpty && whole.new.isEmpty ? [] : [whole]
      return
    }
    var numbering = LineNumbering()
    let search = EditSearch(
      old: old[whole.old].map { numbering.number(of: $0) },
      new: new[whole.new].map { numbering.number(of: $0) })
    changes = search.changes(within: Self.maximumDistance) ?? []
    for index in changes.indices {
      changes[index].old =
        start + changes[index].old.lowerBound..<start + changes[index].old.upperBound
      changes[index].new =
        start + changes[index].new.lowerBound..<start + changes[index].new.upperBound
    }
    if changes.isEmpty { changes = [whole] }
  }
}

/// A number for each distinct line, since numbers are compared faster.
private struct LineNumbering {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]

  mutating func number(of line: ArraySlice<UInt8>) -> Int {
    if let known = numbers[line] { return known }
    numbers[line] = numbers.count
    return numbers.count - 1
  }
}

/// The search for the shortest way from the top left to the bottom right of the grid whose columns are
/// the old lines and whose rows the new ones: to the right a line is removed, downwards one is added,
/// and a slope, where the two lines are equal, costs nothing.
///
///     round d, diagonal k = column - row:  the furthest column that d steps reach
private struct EditSearch {
  let old: [Int]
  let new: [Int]

  /// `nil` when more than `limit` steps are needed.
  func changes(within limit: Int) -> [UnifiedDiff.Change]? {
    // Of round d the diagonals -d, -d + 2, …, d; -1 where none leads to.
    var rounds: [[Int32]] = []
    for distance in 0...min(limit, old.count + new.count) {
      var round: [Int32] = []
      round.reserveCapacity(distance + 1)
      for index in 0...distance {
        let diagonal = 2 * index - distance
        var column = step(to: index, distance, rounds)?.column ?? -1
        while column >= 0, column < old.count, column - diagonal < new.count,
          old[column] == new[column - diagonal]
        {
          column += 1
        }
        round.append(Int32(column))
        if column == old.count, column - diagonal == new.count {
          return changes(distance, rounds)
        }
      }
      rounds.append(round)
    }
    return nil
  }

  /// Where the one step of a round ends that leads to a diagonal, before its slope.
  private func step(
    to index: Int, _ distance: Int, _ rounds: [[Int32]]
  ) -> (column: Int, isRemoval: Bool)? {
    if distance == 0 { return (0, false) }
    let diagonal = 2 * index - distance
    let left = index > 0 ? Int(rounds[distance - 1][index - 1]) : -1
    let above = index < distance ? Int(rounds[distance - 1][index]) : -1
    let removal = left >= 0 && left < old.count ? left + 1 : -1
    let addition = above >= 0 && above - diagonal <= new.count ? above : -1
    if max(removal, addition) < 0 { return nil }
    return removal > addition ? (removal, true) : (addition, false)
  }

  /// Goes back from the end, and puts steps that follow each other together.
  private func changes(_ distance: Int, _ rounds: [[Int32]]) -> [UnifiedDiff.Change] {
    var changes: [UnifiedDiff.Change] = []
    var diagonal = old.count - new.count
    for round in stride(from: distance, to: 0, by: -1) {
      guard let step = step(to: (diagonal + round) / 2, round, rounds) else { return [] }
      let end = (old: step.column, new: step.column - diagonal)
      let start = step.isRemoval ? (end.old - 1, end.new) : (end.old, end.new - 1)
      diagonal = start.0 - start.1
      if let next = changes.last, next.old.lowerBound == end.old, next.new.lowerBound == end.new {
        changes[changes.count - 1] = UnifiedDiff.Change(
          old: start.0..<next.old.upperBound, new: start.1..<next.new.upperBound)
      } else {
        changes.append(UnifiedDiff.Change(old: start.0..<end.old, new: start.1..<end.new))
      }
    }
    return changes.reversed()
  }
}
