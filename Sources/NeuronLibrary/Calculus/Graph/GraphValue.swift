import Backprop
import NeuronRuntime
import Pictures

/// What `graph(f, …)` gives: how the values of one run depend on each other, to be drawn.
final class GraphValue: ForeignValue {
  private let recorded: RecordedRun
  /// The nodes of the run, as many as it has.
  private let graph: RunGraph
  private let chain: ChainStart
  /// The method `chain`, which takes this as its receiver.
  private let chainMethod: Value

  fileprivate init(
    _ recorded: RecordedRun, _ graph: RunGraph, chain: ChainStart, chainMethod: Value
  ) {
    self.recorded = recorded
    self.graph = graph
    self.chain = chain
    self.chainMethod = chainMethod
  }

  var typeName: String { "Graph" }

  func visitValues(_ visit: (Value) -> Void) { recorded.visitValues(visit) }

  /// A line for each node.
  func representation(in machine: Machine) throws(Interruption) -> String { drawn.text }

  func exhibit(in machine: Machine) -> (any Sendable)? { Picture.graph(drawn, steps: nil) }

  private var drawn: ComputationGraph { ComputationGraph(graph, chainFrom: chain) }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    guard name == "chain" else { return nil }
    return machine.heap.boundMethod(machine.heap.foreign(self), chainMethod)
  }

  /// `graph(…).chain("w")`: the same with another chain marked.
  fileprivate func marking(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    let start = try recorded.chainStart(arguments, in: machine)
    return machine.heap.foreign(
      GraphValue(recorded, graph, chain: start, chainMethod: chainMethod))
  }
}

extension Machine {
  /// The built-in `graph(f, *args, level="quantities", **kwargs)`.
  func makeGraph() -> Value {
    let chain = makeNative("chain") { (arguments, machine) throws(Interruption) in
      guard let value = machine.foreign(arguments[0]) as? GraphValue else {
        throw .raised(.type, "chain() is a method of what graph gives")
      }
      return try value.marking(arguments, in: machine)
    }
    return makeNative("graph") { (arguments, machine) throws(Interruption) in
      let level = try machine.graphLevel(arguments)
      let recorded =
        level == nil
        ? try machine.recordedRun(arguments, for: "graph")
        : try arguments.leavingOut("level") { (rest) throws(Interruption) in
          try machine.recordedRun(rest, for: "graph")
        }
      let graph =
        level == .operations ? try machine.operationGraph(of: recorded) : recorded.run.graph
      let value = GraphValue(
        recorded, graph, chain: .automatic(wholes: recorded.wholes), chainMethod: chain)
      let foreign = machine.heap.foreign(value)
      machine.heap.account(
        recorded.tape.byteCount + graph.nodes.count * MemoryLayout<RunGraph.Node>.stride,
        to: foreign)
      return foreign
    }
  }

  private enum GraphLevel: String {
    case quantities, operations
  }

  /// `nil` where nothing is said, or where it is for the function.
  private func graphLevel(_ arguments: Arguments) throws(Interruption) -> GraphLevel? {
    guard arguments.count > 0, let level = arguments.keyword("level") else { return nil }
    let parameters = parameters(of: arguments[0]) ?? []
    if parameters.contains(where: { $0.name == "level" }) { return nil }
    if typeName(level) == "str", let known = GraphLevel(rawValue: textOf(level)) { return known }
    throw .raised(
      .value, "level is 'quantities' or 'operations', not \(try representation(of: level))")
  }

  private func operationGraph(of recorded: RecordedRun) throws(Interruption) -> RunGraph {
    let limit = 1 << 18
    try charge(recorded.tape.count)
    let graph = try attempt { () throws(ArrayError) in
      try recorded.run.operationGraph(on: recorded.tape, limit: limit, budget: budget)
    }
    guard let graph else {
      throw .raised(
        .value,
        "graph() tells \(limit) operations apart, and this run has more: draw its quantities, or a smaller one"
      )
    }
    return graph
  }
}
