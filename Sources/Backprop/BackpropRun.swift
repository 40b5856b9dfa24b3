/// One run of a function, forward and backward, as the chain rule tells it: its named quantities, and
/// how each one changes with those that it is made of.
///
/// For l = (y - σ(w·x + b))² with the calls `l`, `sigmoid`, `z` and the parameters `x, w, b, y` the
/// steps are, from the outermost inwards: `l` itself, `sigmoid` through `l`, `z` through `sigmoid`,
/// then each parameter through what uses it. Quantities are numbers or arrays; the output is a number. A
/// run is plain data; the tape may be truncated.
public struct BackpropRun {
  /// A parameter of the function and the entry that stands for it, one of its own (`Tape.input`).
  public struct Parameter {
    public var name: String
    public var value: TracedValue
    /// The name of the whole that this is a part of: `w` for `w[0][1]`.
    public var whole: String
    /// What leads to it from the whole, `["0", "1"]`.
    public var path: [String]

    public init(name: String, value: TracedValue) {
      self.init(whole: name, path: [], value: value)
    }

    /// The part of `whole` at `path`.
    public init(whole: String, path: [String], value: TracedValue) {
      name = path.reduce(whole) { "\($0)[\($1)]" }
      self.value = value
      self.whole = whole
      self.path = path
    }
  }

  /// A call that gave a number or an array.
  public struct Call {
    public var function: String
    public var value: TracedValue
    /// The tape's `count` when the call began. Tells the call that made a value from one that only
    /// handed it on.
    public var begunAt: Int

    public init(function: String, value: TracedValue, begunAt: Int) {
      self.function = function
      self.value = value
      self.begunAt = begunAt
    }
  }

  /// A value of the run that has a name.
  public struct Quantity {
    /// The name that derivatives are written with.
    public var name: String
    /// What like quantities share: the function's name, or that of the parameter of which it is a part.
    public var group: String
    /// What leads to a part of a parameter from the whole.
    public var path: [String] = []
    /// Other names: of calls that only handed this value on.
    public var aliases: [String]
    public var value: RunValue
    public var isParameter: Bool
    /// Whether the output depends on this quantity.
    public var isUsed: Bool
    /// The total derivative of the output by this quantity, in its shape: 1 for the output, 0 for one
    /// not used.
    public var derivative: RunValue
    /// What this quantity is made of directly, the latest value first.
    public var operands: [Operand]
  }

  /// An edge inwards: ∂quantity/∂operand, every other named quantity being held.
  public struct Operand {
    /// The operand's index in `quantities`, greater than that of what is made of it.
    public var index: Int
    /// In the operand's shape; nil where the quantity is an array, whose derivative is a Jacobian.
    public var local: RunValue?
    /// What comes this way to the derivative of the output by the operand.
    public var product: RunValue
  }

  /// All quantities: the calls, the latest value first, then the parameters in their order.
  public let quantities: [Quantity]

  /// The index of the quantity that was differentiated.
  public let outputIndex: Int

  /// What each name means, aliases and ambiguous names included.
  let meanings: [String: Meaning]

  /// The index of the first parameter in `quantities`.
  let firstParameter: Int

  /// What the quantities are on the tape.
  let entries: [TracedValue]

  /// The same by their nodes.
  var nodes: [UInt32] { entries.map(\.node) }

  /// The run that `tape` holds of the call `calls[0]`, whose value is the output, a number.
  ///
  /// - Parameters:
  ///   - parameters: in the order in which tables list them.
  ///   - calls: in the order in which they began, the outermost first. A constant (node 0) is a
  ///     quantity that changes with nothing and by which nothing changes.
  ///   - workLimit: how many entries may be visited while the steps are found. It takes about the
  ///     tape's length, but a hostile program can make it the number of calls times that.
  /// - Returns: nil without a call, or when the work limit is passed.
  /// - Throws: `derivative` where an operation on arrays has none, `memory`.
  public init?(
    of tape: Tape, parameters: [Parameter], calls: [Call], workLimit: Int = .max,
    budget: ArrayBudget
  ) throws(ArrayError) {
    guard !calls.isEmpty else { return nil }
    let naming = QuantityNaming(parameters: parameters, calls: calls)
    var quantities = naming.quantities
    let outputIndex = naming.outputIndex
    let derivatives = try tape.cotangents(
      of: calls[0].value, seed: .number(Traced(1)), by: naming.entries, isRecorded: false,
      budget: budget)
    for index in quantities.indices {
      quantities[index].derivative = RunValue(derivatives[index])
    }
    quantities[outputIndex].isUsed = true
    quantities[outputIndex].derivative = .number(1)
    let isWithinLimit = try naming.connect(
      &quantities, on: tape, workLimit: workLimit, budget: budget)
    guard isWithinLimit else { return nil }
    BackpropRun.markUsed(&quantities, from: outputIndex)

    self.quantities = quantities
    self.outputIndex = outputIndex
    entries = naming.entries
    meanings = naming.meanings
    firstParameter = quantities.count - parameters.count
  }

  /// The quantity that was differentiated.
  public var output: Quantity { quantities[outputIndex] }

  /// The parameters in their order, each with the derivative of the output by it.
  public var parameters: ArraySlice<Quantity> { quantities[firstParameter...] }

  /// The derivative of one quantity by another one, both by index in `quantities`; 1 by itself and 0
  /// where there is no dependence. By the chain rule over the quantities between them, all of which are
  /// numbers; nil where an array is in between.
  public func derivative(of quantity: Int, by other: Int) -> RunValue? {
    if quantity == outputIndex { return quantities[other].derivative }
    guard case .number = quantities[quantity].value, case .number = quantities[other].value else {
      return nil
    }
    if quantity == other { return .number(1) }
    guard quantity < other else { return .number(0) }
    var upstream = [Double?](repeating: nil, count: other - quantity + 1)
    upstream[0] = 1
    for index in quantity..<other {
      guard let derivative = upstream[index - quantity] else { continue }
      for operand in quantities[index].operands where operand.index <= other {
        guard case .number(let local) = operand.local else { return nil }
        let place = operand.index - quantity
        upstream[place] = (upstream[place] ?? 0) + derivative * local
      }
    }
    return .number(upstream[other - quantity] ?? 0)
  }

  /// The derivative of any quantity by any other, an array of the shapes of both, by the entries that
  /// `tape` still holds of the run.
  public func jacobian(
    of quantity: Int, by other: Int, on tape: Tape, budget: ArrayBudget
  ) throws(ArrayError) -> RunValue {
    let (output, input) = (entries[quantity], entries[other])
    let result = try NDArray(
      repeating: 0.0, shape: output.shape + input.shape, budget: budget)
    let size = input.count
    for element in 0..<output.count {
      let seed = try NDArray(repeating: 0.0, shape: output.shape, budget: budget)
      seed.pointer(Double.self)[element] = 1
      let row = try tape.cotangents(
        of: output, seed: .array(TracedArray(seed)), by: [input], isRecorded: false, budget: budget)
      let target = result.pointer(Double.self) + element * size
      switch RunValue(row[0]) {
      case .number(let number): target.pointee = number
      case .array(let array): target.update(from: array.floats, count: size)
      }
    }
    return result.rank == 0 ? .number(result.float(atOffset: 0)) : .array(result)
  }

  private static func markUsed(_ quantities: inout [Quantity], from output: Int) {
    for index in output..<quantities.count where quantities[index].isUsed {
      for operand in quantities[index].operands {
        quantities[operand.index].isUsed = true
      }
    }
  }
}
