extension ComputationGraph {
  /// A few words.
  public var name: String {
    output.map { "Computation graph of \(labels[$0])" } ?? "Computation graph"
  }

  /// The graph as text, so that it can be stored, compared and reviewed: a row for each node with its
  /// value, what it is made of and the derivative of the output by it. Constants stand where they are
  /// used, and operations that come more than once are numbered.
  ///
  ///     node  value  made of  derivative
  ///     x     2               ∂l/∂x = 4
  ///     l     4      x, 2     ∂l/∂l = 1
  public var text: String {
    let hasShapes = nodes.contains { !$0.shape.isEmpty && $0.kind != .constant }
    var columns = [
      Table.Column("node"), Table.Column("value", .decimal), Table.Column("made of"),
      Table.Column("derivative", .equation),
    ]
    if hasShapes { columns.insert(Table.Column("shape"), at: 1) }
    let names = numberedNames
    let labels = self.labels
    var operands = [[Int]](repeating: [], count: nodes.count)
    for edge in edges { operands[edge.to].append(edge.from) }
    var rows: [[String]] = []
    for (index, node) in nodes.enumerated() where node.kind != .constant {
      if case .gap(let count) = node.kind {
        rows.append(["… \(count) more …"])
        continue
      }
      rows.append(
        [([names[index]] + node.aliases).joined(separator: " = ")]
          + (hasShapes ? [node.size] : [])
          + [
            node.value ?? "", operands[index].map { names[$0] }.joined(separator: ", "),
            derivative(of: index, labels),
          ])
    }
    return Table(columns: columns, rows: rows).text
  }

  private func derivative(of index: Int, _ labels: [String]) -> String {
    guard let output, let derivative = nodes[index].derivative else { return "" }
    return "∂\(labels[output])/∂\(labels[index]) = \(derivative)"
  }

  /// By node, what derivatives are written with: of an operation the name of the call that it gave the
  /// value of, if it did.
  private var labels: [String] {
    zip(nodes, numberedNames).map { node, name in
      node.kind == .operation ? node.aliases.first ?? name : name
    }
  }

  /// By node: `+[2]` for the second of several sums; a constant's value.
  private var numberedNames: [String] {
    var total: [String: Int] = [:]
    for node in nodes { total[node.name, default: 0] += 1 }
    var soFar: [String: Int] = [:]
    return nodes.map { node in
      switch node.kind {
      case .constant:
        return [node.size, node.value ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
      case .gap: return "…"
      default:
        guard let count = total[node.name], count > 1 else { return node.name }
        soFar[node.name, default: 0] += 1
        return "\(node.name)[\(soFar[node.name] ?? 1)]"
      }
    }
  }
}

extension ComputationGraph.Node {
  /// `16 × 3`; empty for a number.
  public var size: String { shape.map(String.init).joined(separator: " × ") }
}
