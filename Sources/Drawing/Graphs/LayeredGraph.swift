/// An edge between nodes that are numbered from 0.
struct GraphEdge: Hashable {
  var from: Int
  var to: Int
  /// How much it should be short.
  var weight = 1
}

/// Nodes in ranks such that each edge leads from a rank to the next one; where one leads farther, it goes
/// through a bend in each rank between.
///
///     rank 0   1   2   3
///          w   z   σ   l
///          x       ·              x is in l too: a bend in each rank between
struct LayeredGraph {
  /// The nodes `0..<nodeCount`, then bends.
  let nodeCount: Int
  private(set) var ranks: [Int]
  /// In each rank, from its beginning to its end.
  private(set) var order: [[Int]]
  /// For each edge that was given its way: its nodes with all bends between; empty for one that was left
  /// out, as it leads nowhere, backwards or where another does.
  private(set) var ways: [[Int]]
  /// By item, what is joined to it in the rank before and in the next one.
  private(set) var before: [[Int]]
  private(set) var after: [[Int]]

  /// Graphviz is given at most so many nodes and bends: 200 with two edges each take it 80 ms, 1,000 take
  /// 1.5 s.
  private static let mostForGraphviz = 200
  /// More bends are not made: long edges go straight then.
  static let mostItems = 2_000

  /// - Parameter isPlain: whether to do without Graphviz.
  init(nodeCount: Int, edges: [GraphEdge], isPlain: Bool = false) {
    self.nodeCount = nodeCount
    let acyclic = AcyclicEdges(nodeCount: nodeCount, edges: edges)
    let graphviz = isPlain ? nil : Graphviz.installed
    var known: [Graphviz.Place]?
    if nodeCount <= Self.mostForGraphviz, acyclic.edges.count <= 2 * Self.mostForGraphviz {
      known = graphviz?.places(count: nodeCount, edges: acyclic.edges)
    }
    ranks = Self.normalized(known?.map(\.rank), acyclic) ?? acyclic.ranks
    ways = []
    before = []
    after = []
    order = []
    addBends(edges, acyclic)
    let count = ranks.count
    let segments = self.segments
    if count > nodeCount || known == nil {
      known =
        count <= Self.mostForGraphviz && segments.count <= 2 * Self.mostForGraphviz
        ? graphviz?.places(count: count, edges: segments) : nil
    }
    order = Array(repeating: [], count: (ranks.max() ?? -1) + 1)
    for item in 0..<count { order[ranks[item]].append(item) }
    if let known {
      for rank in order.indices { order[rank].sort { known[$0].order < known[$1].order } }
    } else {
      sortByBarycenters()
    }
    let sources = self.sources
    order = CrossingReduction(order: order, before: before, after: after, keys: sources).order
  }

  /// Ranks from 0 without gaps, if every edge leads to a higher one.
  private static func normalized(_ ranks: [Int]?, _ acyclic: AcyclicEdges) -> [Int]? {
    guard let ranks, acyclic.edges.allSatisfy({ ranks[$0.from] < ranks[$0.to] }) else { return nil }
    let used = Array(Set(ranks)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
    return ranks.map { places[$0] ?? 0 }
  }

  private mutating func addBends(_ edges: [GraphEdge], _ acyclic: AcyclicEdges) {
    before = Array(repeating: [], count: nodeCount)
    after = before
    var left = Set(acyclic.edges.map { GraphEdge(from: $0.from, to: $0.to) })
    for edge in edges {
      guard left.remove(GraphEdge(from: edge.from, to: edge.to)) != nil else {
        ways.append([])
        continue
      }
      var way = [edge.from]
      for rank in ranks[edge.from] + 1..<max(ranks[edge.to], ranks[edge.from] + 1)
      where ranks.count < Self.mostItems {
        way.append(ranks.count)
        ranks.append(rank)
        before.append([])
        after.append([])
      }
      way.append(edge.to)
      for (one, next) in zip(way, way.dropFirst()) where ranks[next] == ranks[one] + 1 {
        after[one].append(next)
        before[next].append(one)
      }
      ways.append(way)
    }
  }

  func isBend(_ item: Int) -> Bool { item >= nodeCount }

  private var segments: [GraphEdge] {
    after.indices.flatMap { item in
      after[item].map { next in
        // Long edges should be straight.
        GraphEdge(from: item, to: next, weight: isBend(item) || isBend(next) ? 3 : 1)
      }
    }
  }

  /// By item, the node that it is or that its edge begins at: in equal cases the order of these stays.
  private var sources: [Int] {
    var sources = Array(ranks.indices)
    for way in ways { for item in way where isBend(item) { sources[item] = way[0] } }
    return sources
  }

  /// Some rounds forwards and backwards in which each item goes to the mean of those joined to it.
  private mutating func sortByBarycenters() {
    for round in 0..<8 {
      let isForwards = round % 2 == 0
      let neighbors = isForwards ? before : after
      for rank in isForwards ? Array(order.indices) : order.indices.reversed() {
        let near = rank + (isForwards ? -1 : 1)
        guard order.indices.contains(near) else { continue }
        var places: [Int: Int] = [:]
        for (place, item) in order[near].enumerated() { places[item] = place }
        let keys = order[rank].enumerated().map { place, item -> (Double, Int, Int) in
          let joined = neighbors[item].compactMap { places[$0] }
          let mean =
            joined.isEmpty ? Double(place) : Double(joined.reduce(0, +)) / Double(joined.count)
          return (mean, place, item)
        }
        order[rank] = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      }
    }
  }
}
