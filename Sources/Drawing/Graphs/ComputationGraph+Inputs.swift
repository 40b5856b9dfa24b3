import Pictures

extension ComputationGraph {
  /// The graph in which what a matrix of weights is multiplied with is a layer too: in a network the
  /// inputs are drawn as units, the weights as what acts on them.
  var withInputLayers: ComputationGraph {
    var graph = self
    for (index, node) in nodes.enumerated() {
      guard case .layer(let units) = node.kind else { continue }
      let parameters = edges.filter { $0.to == index && nodes[$0.from].kind == .parameter }
        .map(\.from)
      let weights = parameters.first {
        nodes[$0].shape.count == 2 && nodes[$0].shape.contains(units)
      }
      guard let weights else { continue }
      let shape = nodes[weights].shape
      let inputs = shape[0] == units ? shape[1] : shape[0]
      // Behind another layer a vector of parameters is a bias, which may be as long as the input.
      let isInner = edges.contains {
        $0.to == index && nodes[$0.from].kind != .parameter && nodes[$0.from].shape.last == inputs
      }
      if isInner { continue }
      let input = parameters.first { $0 != weights && nodes[$0].shape.last == inputs }
      if let input { graph.nodes[input].kind = .layer(units: inputs) }
    }
    return graph
  }
}
