/// Reverse passes that stop at the same cuts, each in time of what lies between them and not of the
/// whole tape.
///
/// With `z` and `w` among the cuts of l = (y - σ(z(w)))², a pass from l reaches z, and w only through it:
/// it gives ∂l/∂z, and w is not in it. A cut that is the start itself does not stop it.
struct CutSweep {
  /// What a pass brings to a cut.
  struct Arrival {
    var node: UInt32
    /// In the shape of the cut.
    var value: RunValue
  }

  private let tape: Tape
  private let budget: ArrayBudget
  private let lowest: Int
  private var marks: [Marks]
  private var isCut: [Bool]
  private var cotangents: [RunValue]
  private var pending = DescendingQueue()
  /// How many entries all passes so far have visited.
  private(set) var visited = 0

  init(of tape: Tape, cuts: [TracedValue], budget: ArrayBudget) {
    self.tape = tape
    self.budget = budget
    let cuts = cuts.map(\.node).filter { $0 != 0 && Int($0) < tape.count }
    lowest = cuts.min().map(Int.init) ?? tape.count
    let count = tape.count - lowest
    marks = Array(repeating: [], count: count)
    isCut = Array(repeating: false, count: count)
    cotangents = Array(repeating: .number(0), count: count)
    for cut in cuts {
      isCut[Int(cut) - lowest] = true
      marks[Int(cut) - lowest] = .depends
    }
    markDependents()
  }

  /// What comes from the cotangent `seed` of the entry `node` to each cut that it reaches without passing
  /// through another one, the latest cut first.
  ///
  /// - Throws: `derivative` where an operation on arrays has none, `memory`.
  mutating func cotangents(
    from node: UInt32, seed: RunValue
  ) throws(ArrayError) -> [Arrival] {
    guard node >= lowest, Int(node) < tape.count else { return [] }
    var found: [Arrival] = []
    try handDown(seed, from: node)
    while let next = pending.popHighest() {
      visited += 1
      let index = Int(next) - lowest
      marks[index].remove(.reached)
      if isCut[index] {
        found.append(Arrival(node: next, value: cotangents[index]))
      } else {
        try handDown(cotangents[index], from: next)
      }
    }
    return found
  }

  private mutating func markDependents() {
    for index in marks.indices {
      let entry = tape.entry(index + lowest)
      let dependsOnCut =
        entry.operation == .array
        ? tape.arrayEntry(entry).operands.contains { depends($0.node) }
        : depends(entry.left) || depends(entry.right)
      if dependsOnCut { marks[index].insert(.depends) }
    }
  }

  private mutating func handDown(
    _ cotangent: RunValue, from node: UInt32
  ) throws(ArrayError) {
    let entry = tape.entry(Int(node))
    if entry.operation == .array {
      return try handDown(cotangent, from: tape.arrayEntry(entry))
    }
    guard let number = cotangent.number else { return }
    let local = entry.operation.derivatives(
      of: entry.value,
      by: tape.left(of: entry).value, wanted: depends(entry.left),
      by: tape.right(of: entry).value, wanted: depends(entry.right))
    if let byLeft = local.byLeft { try add(.number(number * byLeft), to: entry.left) }
    if let byRight = local.byRight { try add(.number(number * byRight), to: entry.right) }
  }

  private mutating func handDown(
    _ cotangent: RunValue, from entry: Tape.ArrayEntry
  ) throws(ArrayError) {
    let upstream = try cotangent.array(budget)
    for (place, operand) in entry.operands.enumerated() where depends(operand.node) {
      let part = try entry.operation.cotangent(
        to: place, from: upstream, operands: entry.operands.map(\.array), result: entry.result)
      try add(RunValue(.array(TracedArray(part))), to: operand.node)
    }
  }

  private func depends(_ node: UInt32) -> Bool {
    node >= lowest && marks[Int(node) - lowest].contains(.depends)
  }

  private mutating func add(_ part: RunValue, to node: UInt32) throws(ArrayError) {
    let index = Int(node) - lowest
    if marks[index].contains(.reached) {
      cotangents[index] = try cotangents[index].plus(part, budget)
    } else {
      cotangents[index] = part
      marks[index].insert(.reached)
      pending.insert(node)
    }
  }
}

/// Nodes to visit, the highest first: a binary heap.
struct DescendingQueue {
  private var nodes: [UInt32] = []

  mutating func insert(_ node: UInt32) {
    nodes.append(node)
    var child = nodes.count - 1
    while child > 0, nodes[(child - 1) / 2] < nodes[child] {
      nodes.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popHighest() -> UInt32? {
    guard let last = nodes.popLast() else { return nil }
    guard let highest = nodes.first else { return last }
    nodes[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < nodes.count else { return highest }
      if child + 1 < nodes.count, nodes[child + 1] > nodes[child] { child += 1 }
      guard nodes[child] > nodes[parent] else { return highest }
      nodes.swapAt(child, parent)
      parent = child
    }
  }
}
