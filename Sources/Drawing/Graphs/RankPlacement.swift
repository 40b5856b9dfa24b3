/// Where the items of a layered graph stand across its ranks: in their order, apart from each other, and
/// each as near as it can to what it is joined to.
struct RankPlacement {
  /// By item.
  private(set) var centers: [Double]

  private let graph: LayeredGraph
  private let halves: [Double]
  /// Items that stand in one straight line.
  private let spine: Set<Int>

  private static let gap = 12.0
  private static let rounds = 24

  /// - Parameter halves: by node, half of its extent across.
  /// - Parameter spine: at most one item in a rank.
  init(_ graph: LayeredGraph, halves: [Double], spine: Set<Int>) {
    self.graph = graph
    self.halves = halves
    self.spine = spine
    centers = Array(repeating: 0, count: graph.ranks.count)
    for rank in graph.order { place(rank, wanted: Array(repeating: 0, count: rank.count)) }
    for round in 0..<Self.rounds {
      // At first from rank to rank, so that places spread fast; then by both sides.
      let isEarly = round < Self.rounds / 2
      for rank in graph.order { settle(rank, by: isEarly ? [graph.before] : bothSides) }
      for rank in graph.order.reversed() { settle(rank, by: isEarly ? [graph.after] : bothSides) }
    }
  }

  private var bothSides: [[[Int]]] { [graph.before, graph.after] }

  private mutating func settle(_ rank: [Int], by neighbors: [[[Int]]]) {
    place(
      rank,
      wanted: rank.map { item in
        var (sum, total) = (0.0, 0.0)
        for near in neighbors.flatMap({ $0[item] }) {
          let weight = self.weight(item, near)
          sum += weight * centers[near]
          total += weight
        }
        return total > 0 ? sum / total : centers[item]
      })
  }

  /// Long edges bend less than short ones.
  private func weight(_ a: Int, _ b: Int) -> Double {
    (graph.isBend(a) ? 3 : 1) * (graph.isBend(b) ? 3 : 1)
  }

  private func half(_ item: Int) -> Double { graph.isBend(item) ? 4 : halves[item] }

  private mutating func place(_ rank: [Int], wanted: [Double]) {
    var starts = [0.0]
    for (one, next) in zip(rank, rank.dropFirst()) {
      starts.append(starts[starts.count - 1] + half(one) + Self.gap + half(next))
    }
    // Without the room that they need, places only have to ascend.
    let free = Self.ascending(
      zip(rank, wanted).enumerated().map { index, pair in
        let isFixed = spine.contains(pair.0)
        return ((isFixed ? 0 : pair.1) - starts[index], isFixed ? 1e6 : 1)
      })
    for (index, item) in rank.enumerated() {
      // Exactly, so that the line is straight to the last bit.
      centers[item] = spine.contains(item) ? 0 : free[index] + starts[index]
    }
  }

  /// The ascending numbers that are nearest to the given ones, by the sum of weighted squares: neighbours
  /// in the wrong order are pooled at their mean.
  static func ascending(_ numbers: [(value: Double, weight: Double)]) -> [Double] {
    var pools: [(value: Double, weight: Double, count: Int)] = []
    for number in numbers {
      pools.append((number.value, number.weight, 1))
      while pools.count > 1, pools[pools.count - 2].value > pools[pools.count - 1].value {
        let last = pools.removeLast()
        let pool = pools[pools.count - 1]
        let weight = pool.weight + last.weight
        pools[pools.count - 1] = (
          (pool.value * pool.weight + last.value * last.weight) / weight, weight,
          pool.count + last.count
        )
      }
    }
    return pools.flatMap { Array(repeating: $0.value, count: $0.count) }
  }
}
