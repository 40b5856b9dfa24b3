import Pictures

/// A graph in words, for who does not see it.
struct GraphDescription {
  private let graph: ComputationGraph

  /// More dependences, and longer chains, are counted and not told.
  private static let mostTold = 40

  init(_ graph: ComputationGraph) {
    self.graph = graph
  }

  var title: String {
    guard let output else { return "Computation graph" }
    return "Computation graph of \(GraphNotation.words(output))"
  }

  private var output: ComputationGraph.Node? { graph.output.map { graph.nodes[$0] } }

  /// What is computed from what, then the chain.
  var text: String {
    var sentences: [String] = []
    var parts: [[String]] = Array(repeating: [], count: graph.nodes.count)
    for edge in graph.edges.prefix(Self.mostTold) { parts[edge.to].append(name(edge.from)) }
    for (index, node) in graph.nodes.enumerated().reversed() where !parts[index].isEmpty {
      let value = node.value.map { " = \($0)" } ?? ""
      sentences.append("\(name(index))\(value) from \(parts[index].joined(separator: ", ")).")
    }
    if graph.edges.count > Self.mostTold {
      sentences.append("\(graph.edges.count - Self.mostTold) more edges.")
    }
    return (sentences + [chain].compactMap(\.self)).joined(separator: " ")
  }

  private func name(_ index: Int) -> String {
    let node = graph.nodes[index]
    if case .gap(let count) = node.kind { return "\(count) quantities left out" }
    return GraphNotation.words(node)
  }

  /// From the output inwards by the first marked edges.
  private var chain: String? {
    guard var node = graph.output, let output else { return nil }
    var names = [name(node)]
    var factors: [String] = []
    while names.count < Self.mostTold,
      let edge = graph.edges.first(where: { $0.to == node && $0.isMarked })
    {
      let factor = "∂\(graph.nodes[edge.to].name)/∂\(graph.nodes[edge.from].name)"
      factors.append(factor + (edge.local.map { " = \($0)" } ?? ""))
      node = edge.from
      names.append(name(node))
    }
    guard names.count > 1 else { return nil }
    let total = graph.nodes[node].derivative.map {
      "; ∂\(output.name)/∂\(graph.nodes[node].name) = \($0)"
    }
    return
      "The chain goes \(names.joined(separator: " ← ")): \(factors.joined(separator: ", "))\(total ?? "")."
  }
}
