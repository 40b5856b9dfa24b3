extension BackpropRun {
  /// The run told by its operations: the parameters in their order, then every entry of `tape`, which
  /// still holds the run, that the output depends on. A constant stands before what uses it.
  ///
  /// - Returns: nil where these are more than `limit`.
  /// - Throws: `derivative` where an operation on arrays has none, `memory`.
  public func operationGraph(
    on tape: Tape, limit: Int, budget: ArrayBudget
  ) throws(ArrayError) -> RunGraph? {
    var builder = OperationGraph(self, tape)
    guard builder.findEntries(limit: limit) else { return nil }
    builder.addParameters()
    builder.addEntries()
    try builder.addDerivatives(budget)
    return builder.graph
  }
}

/// Reads the operations of a run from its tape.
private struct OperationGraph {
  private(set) var graph = RunGraph()
  private let run: BackpropRun
  private let tape: Tape
  /// The node on the tape of each of `graph.nodes`; 0 for constants.
  private var entries: [TracedValue] = []
  /// The index in `graph.nodes` of each entry up to the output; -1 for one that is not there.
  private var places: [Int32]
  /// What entries are called: the calls' names.
  private var quantities: [UInt32: Int] = [:]

  private var output: UInt32 { run.entries[run.outputIndex].node }

  init(_ run: BackpropRun, _ tape: Tape) {
    self.run = run
    self.tape = tape
    let output = Int(run.entries[run.outputIndex].node)
    places = Array(repeating: Self.unseen, count: min(output, tape.count - 1) + 1)
    for (index, entry) in run.entries.enumerated() where entry.node != 0 {
      if !run.quantities[index].isParameter { quantities[entry.node] = index }
    }
  }

  private static let unseen: Int32 = -1
  private static let wanted: Int32 = -2

  /// - Returns: whether no more than `limit` entries are needed.
  mutating func findEntries(limit: Int) -> Bool {
    guard places.count > 1 else { return true }
    var count = 0
    places[places.count - 1] = Self.wanted
    for node in stride(from: places.count - 1, to: 0, by: -1) where places[node] == Self.wanted {
      count += 1
      if count > limit { return false }
      for operand in operands(of: node) where operand.node != 0 {
        places[Int(operand.node)] = Self.wanted
      }
    }
    return true
  }

  /// An entry's operands; a number that is the only operand of an operation is the left one.
  private func operands(of node: Int) -> [TracedValue] {
    let entry = tape.entry(node)
    switch entry.operation {
    case .input: return []
    case .array: return tape.arrayEntry(entry).operands.map { .array($0) }
    default:
      let left = TracedValue.number(tape.left(of: entry))
      return entry.operation.isUnary ? [left] : [left, .number(tape.right(of: entry))]
    }
  }

  mutating func addParameters() {
    for index in run.quantities.indices[run.firstParameter...] {
      let quantity = run.quantities[index]
      let entry = run.entries[index]
      if places.indices.contains(Int(entry.node)) {
        places[Int(entry.node)] = Int32(truncatingIfNeeded: graph.nodes.count)
      }
      add(
        RunGraph.Node(
          kind: .parameter, name: quantity.name, group: quantity.group, path: quantity.path,
          aliases: quantity.aliases, value: quantity.value, derivative: quantity.derivative),
        entry)
    }
  }

  private mutating func add(_ node: RunGraph.Node, _ entry: TracedValue) {
    graph.nodes.append(node)
    entries.append(entry)
  }

  mutating func addEntries() {
    for node in places.indices where places[node] == Self.wanted { addEntry(node) }
    if output == 0 {
      let quantity = run.output
      add(
        RunGraph.Node(
          kind: .quantity, name: quantity.name, group: quantity.group, aliases: quantity.aliases,
          value: quantity.value),
        run.entries[run.outputIndex])
      graph.output = graph.nodes.count - 1
    } else {
      graph.output = Int(places[places.count - 1])
    }
  }

  private mutating func addEntry(_ index: Int) {
    let entry = tape.entry(index)
    let quantity = quantities[UInt32(truncatingIfNeeded: index)].map { run.quantities[$0] }
    let names = quantity.map { [$0.name] + $0.aliases } ?? []
    let operands = self.operands(of: index)
    let kind: RunGraph.Kind = operands.isEmpty ? .quantity : .operation
    let symbol = operands.isEmpty ? names.first ?? "" : self.symbol(of: entry)
    var node = RunGraph.Node(
      kind: symbol.isEmpty ? .constant : kind, name: symbol, group: quantity?.group ?? symbol,
      aliases: operands.isEmpty ? Array(names.dropFirst()) : names, value: .number(entry.value))
    if entry.operation == .array {
      node.value = RunValue(.array(TracedArray(tape.arrayEntry(entry).result)))
    }
    let locals = self.locals(of: entry)
    for (operand, local) in zip(operands, locals) {
      let place = place(of: operand)
      if let known = node.operands.firstIndex(where: { $0.index == place }) {
        node.operands[known].local = sum(node.operands[known].local, local)
      } else {
        node.operands.append(RunGraph.Operand(index: place, local: local.map { .number($0) }))
      }
    }
    places[index] = Int32(truncatingIfNeeded: graph.nodes.count)
    add(node, traced(index, entry))
  }

  private func sum(_ first: RunValue?, _ second: Double?) -> RunValue? {
    guard let first = first?.number, let second else { return nil }
    return .number(first + second)
  }

  private func traced(_ index: Int, _ entry: Entry) -> TracedValue {
    let node = UInt32(truncatingIfNeeded: index)
    guard entry.operation == .array else { return .number(Traced(entry.value, node: node)) }
    return .array(TracedArray(tape.arrayEntry(entry).result, node: node))
  }

  /// The derivatives of a number by its operands; nil by a constant, and for arrays.
  private func locals(of entry: Entry) -> [Double?] {
    if entry.operation == .array { return tape.arrayEntry(entry).operands.map { _ in nil } }
    let (left, right) = (tape.left(of: entry), tape.right(of: entry))
    let local = entry.operation.derivatives(
      of: entry.value, by: left.value, wanted: !left.isConstant, by: right.value,
      wanted: !right.isConstant)
    return [local.byLeft, local.byRight]
  }

  /// Where the operand stands; a constant is added for it.
  private mutating func place(of operand: TracedValue) -> Int {
    if operand.node != 0, Int(operand.node) < places.count {
      return Int(places[Int(operand.node)])
    }
    let value = RunValue(operand)
    add(RunGraph.Node(kind: .constant, name: "", group: "", value: value), operand.constant)
    return graph.nodes.count - 1
  }

  private func symbol(of entry: Entry) -> String {
    entry.operation == .array
      ? tape.arrayEntry(entry).operation.symbol : entry.operation.symbol
  }

  /// The derivatives of the output by all, and what comes along each edge.
  mutating func addDerivatives(_ budget: ArrayBudget) throws(ArrayError) {
    let places = entries.indices.filter { graph.nodes[$0].kind != .constant }
    let derivatives = try tape.cotangents(
      of: run.entries[run.outputIndex], seed: .number(Traced(1)), by: places.map { entries[$0] },
      isRecorded: false, budget: budget)
    for (place, derivative) in zip(places, derivatives) {
      graph.nodes[place].derivative = RunValue(derivative)
    }
    graph.nodes[graph.output].derivative = .number(1)
    for index in graph.nodes.indices {
      guard let upstream = graph.nodes[index].derivative?.number else { continue }
      for edge in graph.nodes[index].operands.indices {
        guard let local = graph.nodes[index].operands[edge].local?.number else { continue }
        graph.nodes[index].operands[edge].product = .number(local * upstream)
      }
    }
  }
}
