/// Neighbours in a rank change places while that makes fewer crossings, or as many and the order that
/// was given: what different versions of Graphviz give becomes the same, as far as it can.
struct CrossingReduction {
  private(set) var order: [[Int]]
  private let before: [[Int]]
  private let after: [[Int]]
  /// By item: those of a rank should ascend.
  private let keys: [Int]
  private var places: [Int]

  private static let mostRounds = 12

  init(order: [[Int]], before: [[Int]], after: [[Int]], keys: [Int]) {
    self.order = order
    self.before = before
    self.after = after
    self.keys = keys
    places = Array(repeating: 0, count: keys.count)
    for rank in order.indices { number(rank) }
    if inversions(isMirrored: true) < inversions(isMirrored: false) {
      for rank in order.indices {
        self.order[rank].reverse()
        number(rank)
      }
    }
    var round = 0
    while round < Self.mostRounds, improve() { round += 1 }
  }

  private mutating func number(_ rank: Int) {
    for (place, item) in order[rank].enumerated() { places[item] = place }
  }

  private func inversions(isMirrored: Bool) -> Int {
    order.reduce(0) { sum, rank in
      sum
        + zip(rank, rank.dropFirst()).count {
          isMirrored ? keys[$0] < keys[$1] : keys[$0] > keys[$1]
        }
    }
  }

  /// Whether anything changed.
  private mutating func improve() -> Bool {
    var isChanged = false
    for rank in order.indices {
      for place in order[rank].indices.dropLast() {
        let (a, b) = (order[rank][place], order[rank][place + 1])
        let (now, then) = (crossings(a, b), crossings(b, a))
        guard then < now || (then == now && keys[a] > keys[b]) else { continue }
        order[rank].swapAt(place, place + 1)
        (places[a], places[b]) = (place + 1, place)
        isChanged = true
      }
    }
    return isChanged
  }

  /// Of the edges of two neighbours, the first of which stands before the second.
  private func crossings(_ a: Int, _ b: Int) -> Int {
    var count = 0
    for neighbors in [before, after] {
      for one in neighbors[a] {
        for other in neighbors[b] where places[one] > places[other] { count += 1 }
      }
    }
    return count
  }
}
