/// One run of a function, forward and backward, as the chain rule tells it: its named quantities, and
/// how each one changes with those that it is made of.
///
/// For l = (y - σ(w·x + b))² with the calls `l`, `sigmoid`, `z` and the parameters `x, w, b, y` the
/// steps are, from the outermost inwards: `l` itself, `sigmoid` through `l`, `z` through `sigmoid`,
/// then each parameter through what uses it. A run is plain data; the tape may be truncated.
public struct BackpropRun: Sendable {
  /// A parameter of the function and the entry that stands for it, one of its own (`Tape.input`).
  public struct Parameter: Sendable {
    public var name: String
    public var value: Traced

    public init(name: String, value: Traced) {
      self.name = name
      self.value = value
    }
  }

  /// A call that gave a number.
  public struct Call: Sendable {
    public var function: String
    public var value: Traced
    /// The tape's `count` when the call began. Tells the call that made a value from one that only
    /// handed it on.
    public var begunAt: Int

    public init(function: String, value: Traced, begunAt: Int) {
      self.function = function
      self.value = value
      self.begunAt = begunAt
    }
  }

  /// A value of the run that has a name.
  public struct Quantity: Sendable, Equatable {
    /// The name that derivatives are written with.
    public var name: String
    /// Other names: of calls that only handed this value on.
    public var aliases: [String]
    public var value: Double
    public var isParameter: Bool
    /// Whether the output depends on this quantity.
    public var isUsed: Bool
    /// The total derivative of the output by this quantity: 1 for the output, 0 for one not used.
    public var derivative: Double
    /// What this quantity is made of directly, the latest value first.
    public var operands: [Operand]
  }

  /// An edge inwards: ∂quantity/∂operand, every other named quantity being held.
  public struct Operand: Sendable, Equatable {
    /// The operand's index in `quantities`, greater than that of what is made of it.
    public var index: Int
    public var local: Double
  }

  /// All quantities: the calls, the latest value first, then the parameters in their order.
  public let quantities: [Quantity]

  /// The index of the quantity that was differentiated.
  public let outputIndex: Int

  /// What each name means, aliases and ambiguous names included.
  let meanings: [String: Meaning]

  /// The index of the first parameter in `quantities`.
  let firstParameter: Int

  /// The entries of the quantities, for as long as the tape has them.
  let nodes: [UInt32]

  /// The run that `tape` holds of the call `calls[0]`, whose value is the output.
  ///
  /// - Parameters:
  ///   - parameters: in the order in which tables list them.
  ///   - calls: in the order in which they began, the outermost first. A constant (node 0) is a
  ///     quantity that changes with nothing and by which nothing changes.
  ///   - workLimit: how many entries may be visited while the steps are found. It takes about the
  ///     tape's length, but a hostile program can make it the number of calls times that.
  /// - Returns: nil without a call, or when the work limit is passed.
  public init?(
    of tape: Tape, parameters: [Parameter], calls: [Call], workLimit: Int = .max
  ) {
    guard !calls.isEmpty else { return nil }
    let naming = QuantityNaming(parameters: parameters, calls: calls)
    var quantities = naming.quantities
    let nodes = naming.nodes
    guard naming.connect(&quantities, on: tape, workLimit: workLimit) else { return nil }

    let outputIndex = naming.outputIndex
    let derivatives = tape.gradients(of: calls[0].value, withRespectTo: nodes)
    quantities[outputIndex].isUsed = true
    for index in quantities.indices {
      quantities[index].derivative = derivatives[index]
    }
    quantities[outputIndex].derivative = 1
    BackpropRun.markUsed(&quantities, from: outputIndex)

    self.quantities = quantities
    self.outputIndex = outputIndex
    self.nodes = nodes
    meanings = naming.meanings
    firstParameter = quantities.count - parameters.count
  }

  /// The quantity that was differentiated.
  public var output: Quantity { quantities[outputIndex] }

  /// The parameters in their order, each with the derivative of the output by it.
  public var parameters: ArraySlice<Quantity> { quantities[firstParameter...] }

  /// The derivative of one quantity by another one, both by index in `quantities`; 1 by itself and 0
  /// where there is no dependence. By the chain rule over the quantities between them.
  public func derivative(of quantity: Int, by other: Int) -> Double {
    if quantity == other { return 1 }
    if quantity == outputIndex { return quantities[other].derivative }
    guard quantity < other else { return 0 }
    var upstream = [Double?](repeating: nil, count: other - quantity + 1)
    upstream[0] = 1
    for index in quantity..<other {
      guard let derivative = upstream[index - quantity] else { continue }
      for operand in quantities[index].operands where operand.index <= other {
        let place = operand.index - quantity
        upstream[place] = (upstream[place] ?? 0) + derivative * operand.local
      }
    }
    return upstream[other - quantity] ?? 0
  }

  private static func markUsed(_ quantities: inout [Quantity], from output: Int) {
    for index in output..<quantities.count where quantities[index].isUsed {
      for operand in quantities[index].operands {
        quantities[operand.index].isUsed = true
      }
    }
  }
}
