/// How the values of one run depend on each other: what is computed from what, with values that flow
/// forward and derivatives that flow back.
///
/// For l = (y - σ(z))² with z = w·x + b the nodes are `l`, `sigmoid`, `z` and the parameters, and the
/// edges lead from `w` to `z`, from `z` to `sigmoid` and so on. Texts are plain: a name is that of the
/// program, a value is short and as the language prints it.
public struct ComputationGraph: Hashable, Sendable {
  /// What a node stands for.
  public enum Kind: Hashable, Sendable {
    /// An argument that the run began with.
    case parameter
    /// A number or array that the program wrote out.
    case constant
    /// What a call of a function of the lesson gave.
    case quantity
    /// What one operation gave: `*`, `tanh`.
    case operation
    /// Many like quantities side by side, `units` of them.
    case layer(units: Int)
    /// So many quantities that are left out.
    case gap(count: Int)
  }

  /// A value of the run.
  public struct Node: Hashable, Sendable {
    public var kind: Kind
    /// The name that derivatives are written with, `z` or `z[2]`; an operation's symbol.
    public var name: String
    /// Other names of the same value.
    public var aliases: [String] = []
    /// The value; `nil` where there is none to show.
    public var value: String?
    /// Its dimensions; empty for a number.
    public var shape: [Int] = []
    /// The derivative of the output by this.
    public var derivative: String?

    /// A node with a name.
    public init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// A dependence, in the direction of the values.
  public struct Edge: Hashable, Sendable {
    /// The index of what is used.
    public var from: Int
    /// The index of what is computed from it.
    public var to: Int
    /// The derivative of `to` by `from`, all else held.
    public var local: String?
    /// What comes this way to the derivative of the output by `from`.
    public var product: String?
    /// Whether it belongs to the chain that the reader is to follow.
    public var isMarked = false

    /// A dependence of `to` on `from`.
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// In an order in which each stands before all that is computed from it.
  public var nodes: [Node]
  public var edges: [Edge]
  /// The index of what was differentiated.
  public var output: Int?

  /// A graph; edges lead from earlier nodes to later ones.
  public init(nodes: [Node], edges: [Edge], output: Int? = nil) {
    self.nodes = nodes
    self.edges = edges
    self.output = output
  }
}
