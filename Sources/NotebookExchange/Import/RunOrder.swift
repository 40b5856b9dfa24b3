/// Which cells a notebook ran otherwise than from top to bottom, told from the counts beside them.
///
///     In [17]  In [25]  In [3]  In [26]  In [ ]
///                       ^ out of order   ^ never run
///
/// The cells that ran in order are the longest rising sequence of counts.
struct RunOrder {
  /// By the index of the cell, what is to be said of it.
  private(set) var notes: [Int: String] = [:]

  init(_ cells: [NotebookCell]) {
    var counted: [(index: Int, count: Int)] = []
    for (index, cell) in cells.enumerated() {
      guard case .code = cell.kind, case .count(let count) = cell.execution else { continue }
      counted.append((index, count))
    }
    // A notebook that was saved without any counts says nothing.
    guard !counted.isEmpty else { return }
    for (index, cell) in cells.enumerated() {
      guard case .code = cell.kind, !cell.source.allSatisfy(\.isWhitespace) else { continue }
      if case .never = cell.execution, !Self.isNotToRun(cell) {
        notes[index] = "never run"
      } else if case .unfinished = cell.execution {
        notes[index] = "never finished"
      }
    }
    noteDisorder(counted)
  }

  private static func isNotToRun(_ cell: NotebookCell) -> Bool {
    CellTags(cell).optionLines.contains("eval: false") || cell.source.contains("eval: false")
  }

  private mutating func noteDisorder(_ counted: [(index: Int, count: Int)]) {
    let inOrder = Set(Self.longestRise(counted.map(\.count)))
    guard inOrder.count < counted.count else { return }
    let kept = counted.indices.filter(inOrder.contains)
    var next = 0
    for place in counted.indices {
      if next < kept.count, kept[next] == place {
        next += 1
        continue
      }
      let count = counted[place].count
      let note: String
      if next > 0, counted[kept[next - 1]].count >= count {
        note = "below In [\(counted[kept[next - 1]].count)]"
      } else {
        note = "above In [\(next < kept.count ? counted[kept[next]].count : count)]"
      }
      notes[counted[place].index] = "run out of order, as In [\(count)] \(note)"
    }
  }

  /// The indices of a longest strictly rising sequence, by the piles of patience sorting.
  private static func longestRise(_ numbers: [Int]) -> [Int] {
    /// The index of the last card on each pile, and for each card the top of the pile before it.
    var tops: [Int] = []
    var previous = Array(repeating: -1, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[tops[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var rise: [Int] = []
    var index = tops.last ?? -1
    while index >= 0 {
      rise.append(index)
      index = previous[index]
    }
    return rise.reversed()
  }
}
