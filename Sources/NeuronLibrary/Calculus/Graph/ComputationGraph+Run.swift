import Backprop
import Pictures

extension ComputationGraph {
  /// The graph of a run as it is drawn, large ones folded.
  ///
  /// - Parameter start: where the chain begins that is marked.
  init(_ graph: RunGraph, chainFrom start: ChainStart) {
    let folding = GraphFolding(graph)
    var partCounts: [String: Int] = [:]
    for node in graph.nodes where node.kind == .parameter {
      partCounts[node.group, default: 0] += 1
    }
    let nodes = folding.groups.map { group in
      let all = group.shown.map { graph.nodes[$0] }
      return group.isGap
        ? Node(.gap(count: all.count { $0.kind != .constant }), "")
        : Node(all, partCount: all.first.flatMap { partCounts[$0.group] } ?? 0)
    }
    var edges: [Edge] = []
    var places: [Int: Int] = [:]
    for (index, node) in graph.nodes.enumerated() {
      let to = folding.groupOfNode[index]
      for operand in node.operands {
        let from = folding.groupOfNode[operand.index]
        if from == to { continue }
        if let known = places[from * nodes.count + to] {
          // Of several at once there is no one derivative.
          edges[known].local = nil
          edges[known].product = nil
          continue
        }
        places[from * nodes.count + to] = edges.count
        var edge = Edge(from: from, to: to)
        let isOne = folding.groups[from].isSingle && folding.groups[to].isSingle
        if isOne { edge.local = operand.local.map { GraphTexts.text([$0]) } }
        if isOne { edge.product = operand.product.map { GraphTexts.text([$0]) } }
        edges.append(edge)
      }
    }
    // In the order of the operands, which matters to `-` and `/`.
    let order = edges.indices.sorted { (edges[$0].to, $0) < (edges[$1].to, $1) }
    self.init(
      nodes: nodes, edges: order.map { edges[$0] }, output: folding.groupOfNode[graph.output])
    markLayers()
    let isFolded = folding.groups.count < graph.nodes.count
    mark(Set(start.nodes(of: graph, self, isFolded: isFolded).map { folding.groupOfNode[$0] }))
  }

  /// Marks all edges on ways from these nodes to the output.
  private mutating func mark(_ start: Set<Int>) {
    var reached = start
    for index in edges.indices where reached.contains(edges[index].from) {
      reached.insert(edges[index].to)
      edges[index].isMarked = true
    }
  }

  /// The last neuron of a network is a layer as those before it, of one unit.
  private mutating func markSingleUnits() {
    let layers = Set(nodes.filter(\.isLayer).map(\.stem))
    for (index, node) in nodes.enumerated() where node.kind == .quantity {
      if layers.contains(node.stem) { nodes[index].kind = .layer(units: 1) }
    }
  }

  /// An array that a matrix was multiplied into is a layer of units, and so is what a function makes of
  /// each unit of a layer.
  private mutating func markLayers() {
    markSingleUnits()
    for (index, node) in nodes.enumerated() where node.kind == .quantity {
      guard let units = node.shape.last, units > 1, node.shape.count <= 2 else { continue }
      let operands = edges.filter { $0.to == index }.map { nodes[$0.from] }
      let isProduct = operands.contains {
        $0.kind == .parameter && $0.shape.count == 2 && $0.shape.contains(units)
      }
      let isElementwise = operands.contains {
        $0.isLayer && $0.shape == node.shape
      }
      if isProduct || isElementwise { nodes[index].kind = .layer(units: units) }
    }
  }
}

extension ComputationGraph.Node {
  fileprivate var isLayer: Bool { if case .layer = kind { true } else { false } }

  /// `neuron` for `neuron[1…16]`.
  fileprivate var stem: Substring { name.prefix { $0 != "[" } }

  /// One node for all of these.
  fileprivate init(_ all: [RunGraph.Node], partCount: Int) {
    let texts = GraphTexts(nodes: all, partCount: partCount)
    let kind: ComputationGraph.Kind =
      switch all[0].kind {
      case .parameter: .parameter
      case .constant: .constant
      case .quantity: all.count == 1 ? .quantity : .layer(units: all.count)
      case .operation: .operation
      }
    self.init(kind, texts.name)
    aliases = texts.aliases
    shape = texts.shape
    value = texts.value.isEmpty ? nil : texts.value
    derivative = texts.derivative
  }
}

extension GraphFolding.Group {
  fileprivate var isSingle: Bool { shown.count == 1 && !isGap }
}
