/// The dependences of one run: what is made of what, each node after all that it is made of.
///
/// For l = (y - σ(z))² with z = w·x + b, told by quantities: `x w b y z sigmoid l`, where `z` is made of
/// `x`, `w` and `b`. Told by operations, `w·x` and the sum have nodes of their own.
public struct RunGraph {
  /// What a node stands for.
  public enum Kind: Sendable {
    case parameter, constant, quantity, operation
  }

  /// A value of the run.
  public struct Node {
    public var kind: Kind
    /// `z[2]`, `w[0][1]`; an operation's symbol; empty for a constant.
    public var name: String
    /// What like nodes share: `z`, `w`, `+`.
    public var group: String
    /// What leads to a part of a parameter from the whole.
    public var path: [String] = []
    /// Other names of the same value.
    public var aliases: [String] = []
    public var value: RunValue
    /// The derivative of the output by this; nil for a constant.
    public var derivative: RunValue?
    /// What it is made of, each once.
    public var operands: [Operand] = []
  }

  /// An edge inwards.
  public struct Operand {
    /// Less than the index of what is made of it.
    public var index: Int
    /// The derivative of the node by the operand, all else held; nil where it is not a number by a number.
    public var local: RunValue?
    /// What comes this way to the derivative of the output by the operand; nil likewise.
    public var product: RunValue?
  }

  public internal(set) var nodes: [Node] = []
  /// The index of what was differentiated.
  public internal(set) var output = 0
}

extension BackpropRun {
  /// The run told by its quantities: the parameters in their order, then the calls that the output
  /// depends on, the earliest value first.
  public var graph: RunGraph {
    var graph = RunGraph()
    let calls = quantities.indices.filter { !quantities[$0].isParameter && quantities[$0].isUsed }
    let order = Array(quantities.indices[firstParameter...]) + calls.reversed()
    var places = [Int](repeating: 0, count: quantities.count)
    for (place, index) in order.enumerated() { places[index] = place }
    for index in order {
      let quantity = quantities[index]
      var node = RunGraph.Node(
        kind: quantity.isParameter ? .parameter : .quantity, name: quantity.name,
        group: quantity.group, path: quantity.path, aliases: quantity.aliases,
        value: quantity.value, derivative: quantity.derivative)
      // A parameter that stands for a call's value is made of nothing here.
      for operand in quantity.operands where !quantity.isParameter {
        node.operands.append(
          RunGraph.Operand(
            index: places[operand.index], local: operand.local, product: operand.product))
      }
      node.operands.sort { $0.index < $1.index }
      graph.nodes.append(node)
    }
    graph.output = places[outputIndex]
    return graph
  }
}
