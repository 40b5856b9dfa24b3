import Backprop
import Pictures

/// Where the chain begins that a drawing marks: the way from there to the output.
enum ChainStart {
  /// Nobody said: the way of the likeliest parameter in a small drawing. It is the farthest from the output
  /// and, of several, the first whose name begins with w, as that of weights, or else the first that was
  /// not given as a whole number, as data often are.
  case automatic(wholes: Set<String>)
  /// No chain.
  case none
  /// A quantity by its name.
  case quantity(String)
  /// All parts of a parameter.
  case parameter(String)

  /// The nodes of the run with which it begins.
  func nodes(of graph: RunGraph, _ drawn: ComputationGraph, isFolded: Bool) -> [Int] {
    switch self {
    case .none: return []
    case .quantity(let name):
      return graph.nodes.indices.filter {
        graph.nodes[$0].name == name || graph.nodes[$0].aliases.contains(name)
      }
    case .parameter(let name):
      return graph.nodes.indices.filter {
        graph.nodes[$0].kind == .parameter && graph.nodes[$0].group == name
      }
    case .automatic(let wholes):
      return isFolded ? [] : Self.likeliest(in: graph, wholes).map { [$0] } ?? []
    }
  }

  private static func likeliest(in graph: RunGraph, _ wholes: Set<String>) -> Int? {
    var distances = [Int](repeating: 0, count: graph.nodes.count)
    var uses = 0
    for index in graph.nodes.indices.reversed() {
      for operand in graph.nodes[index].operands {
        distances[operand.index] = max(distances[operand.index], distances[index] + 1)
      }
    }
    let parameters = graph.nodes.indices.filter {
      graph.nodes[$0].kind == .parameter && distances[$0] > 0
    }
    uses = parameters.count
    // With a single parameter the chain is the whole drawing.
    guard uses > 1, let farthest = parameters.map({ distances[$0] }).max() else { return nil }
    let candidates = parameters.filter { distances[$0] == farthest }
    return candidates.first { graph.nodes[$0].group.lowercased().hasPrefix("w") }
      ?? candidates.first { !wholes.contains(graph.nodes[$0].group) } ?? candidates.first
  }
}
