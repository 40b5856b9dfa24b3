/// The edges of a graph that do not lead back, each once, and the ranks that they give.
struct AcyclicEdges {
  private(set) var edges: [GraphEdge] = []
  /// By node: as far from the end as the longest way there, so that inputs stand near to what uses them.
  private(set) var ranks: [Int] = []

  init(nodeCount: Int, edges given: [GraphEdge]) {
    var seen: Set<GraphEdge> = []
    var after = Array(repeating: [Int](), count: nodeCount)
    var missing = Array(repeating: 0, count: nodeCount)
    let nodes = 0..<nodeCount
    var candidates: [GraphEdge] = []
    for edge in given where nodes.contains(edge.from) && nodes.contains(edge.to) {
      guard edge.from != edge.to, seen.insert(GraphEdge(from: edge.from, to: edge.to)).inserted
      else { continue }
      candidates.append(edge)
      after[edge.from].append(edge.to)
      missing[edge.to] += 1
    }
    let sorted = Self.sorted(after, missing)
    var position = Array(repeating: 0, count: nodeCount)
    for (place, node) in sorted.enumerated() { position[node] = place }
    edges = candidates.filter { position[$0.from] < position[$0.to] }
    var distance = Array(repeating: 0, count: nodeCount)
    for node in sorted.reversed() {
      for next in after[node] where position[node] < position[next] {
        distance[node] = max(distance[node], distance[next] + 1)
      }
    }
    let longest = distance.max() ?? 0
    ranks = distance.map { longest - $0 }
  }

  /// Nodes after all that lead to them; in a circle the first that is left is taken.
  private static func sorted(_ after: [[Int]], _ missing: [Int]) -> [Int] {
    var missing = missing
    var isDone = Array(repeating: false, count: after.count)
    var ready = missing.indices.filter { missing[$0] == 0 }
    var result: [Int] = []
    var next = 0
    var first = 0
    while result.count < after.count {
      if next == ready.count {
        while isDone[first] { first += 1 }
        ready.append(first)
      }
      let node = ready[next]
      next += 1
      if isDone[node] { continue }
      isDone[node] = true
      result.append(node)
      for other in after[node] {
        missing[other] -= 1
        if missing[other] == 0, !isDone[other] { ready.append(other) }
      }
    }
    return result
  }
}
