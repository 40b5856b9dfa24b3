// Forward mode: how much each entry changes with the inputs, going up the tape once, by the same local
// derivatives that a reverse sweep hands cotangents down with.

extension Tape {
  /// How much `output` changes when each of `inputs` changes by its tangent among `changes`, to first
  /// order: Σ ∂output/∂input·change; zeros where it depends on none.
  ///
  /// - Parameters:
  ///   - changes: in the shapes of `inputs`.
  ///   - isRecorded: whether the sweep is itself put on this tape.
  /// - Throws: `derivative` where an operation has none, `memory`.
  public func tangent(
    of output: TracedValue, by inputs: [TracedValue], changes: [TracedValue], isRecorded: Bool,
    budget: ArrayBudget
  ) throws(ArrayError) -> TracedValue {
    let result =
      isRecorded
      ? try ForwardSweep<Recorded>(of: self, inputs, changes).tangent(of: output)
      : try ForwardSweep<Double>(of: self, inputs, changes).tangent(of: output)
    if let result { return result }
    return try Tape.zero(like: output, budget)
  }
}

/// One pass upwards over the entries from the lowest input to the output.
private struct ForwardSweep<Number: SweepNumber> {
  private enum Tangent {
    case number(Number)
    case whole(Number.Whole)
  }

  private let tape: Tape
  private let lowest: Int
  /// Those of the inputs, then those of the entries that change.
  private var tangents: [Int: Tangent] = [:]

  init(of tape: Tape, _ inputs: [TracedValue], _ changes: [TracedValue]) {
    self.tape = tape
    lowest = inputs.map { Int($0.node) }.filter { $0 != 0 }.min() ?? tape.count
    for (input, change) in zip(inputs, changes) where input.node != 0 {
      switch change {
      case .number(let number):
        tangents[Int(input.node)] = .number(Number(number, of: tape))
      case .array(let traced) where traced.array.rank == 0:
        tangents[Int(input.node)] = .number(Number(traced.number, of: tape))
      case .array(let traced):
        tangents[Int(input.node)] = .whole(Number.Whole(traced, of: tape))
      }
    }
  }

  /// nil where the output does not depend on the inputs.
  consuming func tangent(of output: TracedValue) throws(ArrayError) -> TracedValue? {
    let highest = Int(output.node)
    guard highest < tape.count, lowest <= highest else { return nil }
    for node in lowest...highest where tangents[node] == nil {
      let entry = tape.entry(node)
      if entry.operation == .array {
        try visitArray(tape.arrayEntry(entry))
      } else {
        visit(node, entry)
      }
    }
    guard let tangent = tangents[highest] else { return nil }
    switch (tangent, output) {
    case (.number(let number), .array(let traced)):
      return .array(try TracedArray(number.traced, budget: traced.array.budget))
    case (.number(let number), .number): return .number(number.traced)
    case (.whole(let whole), _): return .array(whole.traced)
    }
  }

  private func number(_ node: UInt32) -> Number? {
    if case .number(let number) = tangents[Int(node)] { return number }
    return nil
  }

  private mutating func visit(_ node: Int, _ entry: Entry) {
    let (left, right) = (number(entry.left), number(entry.right))
    guard left != nil || right != nil else { return }
    let local = entry.operation.derivatives(
      of: Number(Traced(entry.value, node: UInt32(node)), of: tape),
      by: Number(tape.left(of: entry), of: tape), wanted: left != nil,
      by: Number(tape.right(of: entry), of: tape), wanted: right != nil)
    var total: Number?
    for (change, derivative) in [(left, local.byLeft), (right, local.byRight)] {
      guard let change, let derivative else { continue }
      total = total.map { $0 + change * derivative } ?? change * derivative
    }
    if let total { tangents[node] = .number(total) }
  }

  private mutating func visitArray(_ entry: Tape.ArrayEntry) throws(ArrayError) {
    var changes: [Number.Whole?] = []
    for operand in entry.operands {
      switch tangents[Int(operand.node)] {
      case .number(let number):
        changes.append(try Number.Whole(number: number, budget: operand.array.budget))
      case .whole(let whole): changes.append(whole)
      case nil: changes.append(nil)
      }
    }
    guard changes.contains(where: { $0 != nil }) else { return }
    let change = try entry.operation.tangent(
      operands: entry.operands.map { Number.Whole($0, of: tape) }, changes: changes,
      result: Number.Whole(TracedArray(entry.result, node: entry.node), of: tape))
    guard let change else { return }
    tangents[Int(entry.node)] = change.rank == 0 ? .number(change.number) : .whole(change)
  }
}
