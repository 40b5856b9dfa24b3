extension BackpropRun {
  /// What a name means in a run.
  public enum Meaning: Sendable, Equatable {
    /// The quantity at this index.
    case quantity(Int)
    /// A function that was called more than once; the calls' names in the order in which they began.
    case several([String])
  }

  /// What `name` means; nil when nothing of the run is called so.
  ///
  /// A function called once bears its own name, its calls otherwise `z[1]`, `z[2]`, …; beside a
  /// parameter of the same name, which has it, the function is `z()`.
  public func meaning(of name: String) -> Meaning? { meanings[name] }

  /// Every name that means one quantity: those of the calls, then the parameters. For a message that
  /// lists the choices; aliases follow the name that they stand for.
  public var names: [String] {
    quantities.flatMap { [$0.name] + $0.aliases }
  }
}

/// Gives the values of a run their names: which calls made a value, which handed one on.
struct QuantityNaming {
  /// The quantities in their final order, without derivatives.
  private(set) var quantities: [BackpropRun.Quantity] = []
  /// What the quantities are on the tape.
  private(set) var entries: [TracedValue] = []
  private(set) var outputIndex = 0
  private(set) var meanings: [String: BackpropRun.Meaning] = [:]
  private var indexOfNode: [UInt32: Int] = [:]
  /// `z` or `z()`, for each call.
  private let bareNames: [String]
  /// The same, with a number where the function was called more than once.
  private let callNames: [String]
  private let calls: [BackpropRun.Call]

  /// - Parameter calls: at least one.
  init(parameters: [BackpropRun.Parameter], calls: [BackpropRun.Call]) {
    self.calls = calls
    let parameterNames = Set(parameters.map(\.name))
    bareNames = calls.map {
      parameterNames.contains($0.function) ? $0.function + "()" : $0.function
    }
    callNames = QuantityNaming.numbered(bareNames)
    let parameterNodes = Set(parameters.map(\.value.node)).subtracting([0, calls[0].value.node])
    for group in groups(without: parameterNodes) { addQuantity(of: group) }
    for parameter in parameters { add(parameter) }
    addAliasesOfParameters(parameterNodes)
    addMeanings()
  }

  /// `z[1]`, `z[2]`, … for names that come more than once.
  private static func numbered(_ names: [String]) -> [String] {
    var total: [String: Int] = [:]
    for name in names { total[name, default: 0] += 1 }
    var soFar: [String: Int] = [:]
    return names.map { name in
      guard total[name] != 1 else { return name }
      let number = (soFar[name] ?? 0) + 1
      soFar[name] = number
      return "\(name)[\(number)]"
    }
  }

  /// The calls by value, the latest value first, the constants one by one after them.
  private func groups(without excluded: Set<UInt32>) -> [[Int]] {
    var groups: [[Int]] = []
    let indices = calls.indices.filter { !excluded.contains(calls[$0].value.node) }
    let latestFirst = indices.sorted {
      let (left, right) = (calls[$0].value.node, calls[$1].value.node)
      return left != right ? left > right : $0 < $1
    }
    for index in latestFirst {
      let node = calls[index].value.node
      if node != 0, let last = groups.last?.first, calls[last].value.node == node {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  private mutating func addQuantity(of group: [Int]) {
    let node = calls[group[0]].value.node
    // The innermost call that began before its value was there has made it; the outermost call keeps
    // its name, since that is the one asked for.
    let maker =
      group[0] == 0 ? 0 : group.last { calls[$0].begunAt <= Int(node) } ?? group[0]
    if group.contains(0) { outputIndex = quantities.count }
    let aliases = group.filter { $0 != maker }.map { callNames[$0] }
    add(
      BackpropRun.Quantity(
        name: callNames[maker], group: bareNames[maker], aliases: aliases,
        value: RunValue(calls[maker].value),
        isParameter: false, isUsed: false, derivative: .number(0), operands: []),
      entry: calls[maker].value)
  }

  private mutating func add(_ parameter: BackpropRun.Parameter) {
    add(
      BackpropRun.Quantity(
        name: parameter.name, group: parameter.whole, path: parameter.path, aliases: [],
        value: RunValue(parameter.value), isParameter: true, isUsed: false, derivative: .number(0),
        operands: []),
      entry: parameter.value)
  }

  private mutating func add(_ quantity: BackpropRun.Quantity, entry: TracedValue) {
    let node = entry.node
    if node != 0 && indexOfNode[node] == nil { indexOfNode[node] = quantities.count }
    quantities.append(quantity)
    entries.append(entry)
  }

  /// A call that gives a parameter back unchanged is another name of the parameter.
  private mutating func addAliasesOfParameters(_ parameterNodes: Set<UInt32>) {
    for (index, call) in calls.enumerated()
    where call.value.node != 0 && parameterNodes.contains(call.value.node) {
      if let parameter = indexOfNode[call.value.node] {
        quantities[parameter].aliases.append(callNames[index])
      }
    }
  }

  private mutating func addMeanings() {
    var numbered: [String: [String]] = [:]
    for index in calls.indices where callNames[index] != bareNames[index] {
      numbered[bareNames[index], default: []].append(callNames[index])
    }
    meanings = numbered.mapValues { .several($0) }
    for (index, quantity) in quantities.enumerated() {
      for name in [quantity.name] + quantity.aliases { meanings[name] = .quantity(index) }
    }
  }

  /// Finds what each quantity, whose derivatives are known, is made of.
  ///
  /// - Returns: whether that took no more than `workLimit` visits.
  func connect(
    _ quantities: inout [BackpropRun.Quantity], on tape: Tape, workLimit: Int, budget: ArrayBudget
  ) throws(ArrayError) -> Bool {
    var sweep = CutSweep(of: tape, cuts: entries, budget: budget)
    for index in quantities.indices
    where entries[index].node != 0 && !quantities[index].isParameter {
      let quantity = quantities[index]
      let isNumber = quantity.value.number != nil
      // A number's local derivatives say all, an array's would be Jacobians.
      let seed = isNumber ? RunValue.number(1) : quantity.derivative
      for edge in try sweep.cotangents(from: entries[index].node, seed: seed) {
        guard let operand = indexOfNode[edge.node] else { continue }
        let product = isNumber ? try edge.value.times(quantity.derivative) : edge.value
        quantities[index].operands.append(
          BackpropRun.Operand(
            index: operand, local: isNumber ? edge.value : nil, product: product))
      }
      if sweep.visited > workLimit { return false }
    }
    connectParameterGivenBack(&quantities)
    return true
  }

  /// A function that gives a parameter back is a step of its own, with the derivative 1.
  private func connectParameterGivenBack(_ quantities: inout [BackpropRun.Quantity]) {
    let output = entries[outputIndex].node
    for index in quantities.indices
    where quantities[index].isParameter && entries[index].node == output && output != 0 {
      quantities[outputIndex].operands.append(
        BackpropRun.Operand(index: index, local: .number(1), product: .number(1)))
    }
  }
}
