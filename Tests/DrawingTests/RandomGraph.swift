import Pictures

/// Graphs of all kinds, by number.
enum RandomGraph {
  static func graph(seed: Int) -> ComputationGraph {
    var random = LinearGenerator(state: UInt64(seed) &+ 1)
    let count = 3 + random.below(28)
    var nodes: [ComputationGraph.Node] = []
    var edges: [ComputationGraph.Edge] = []
    for index in 0..<count {
      let isLeaf = index < 1 + count / 4
      var node = ComputationGraph.Node(
        isLeaf
          ? [.parameter, .parameter, .constant][random.below(3)]
          : [.quantity, .operation, .operation, .quantity, .gap(count: 7)][random.below(5)],
        ["w\(index)", "hidden_layer", "*", "exp", "z[\(index)]"][random.below(5)])
      if random.below(4) > 0 { node.value = String(Double(random.below(100_000)) / 777) }
      if random.below(4) > 0 { node.derivative = String(Double(random.below(9_000)) / -7) }
      if random.below(6) == 0 { node.shape = [3, 200] }
      nodes.append(node)
      if isLeaf { continue }
      for _ in 0...random.below(3) {
        var edge = ComputationGraph.Edge(from: random.below(index), to: index)
        if random.below(5) > 0 { edge.local = String(Double(random.below(90_000)) / 77) }
        edge.isMarked = random.below(5) == 0
        edges.append(edge)
      }
    }
    return ComputationGraph(nodes: nodes, edges: edges, output: count - 1)
  }
}

/// Numbers that look random, the same on every run.
struct LinearGenerator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
