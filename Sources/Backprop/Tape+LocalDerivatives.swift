/// The derivative of one entry by another one near it.
public struct LocalDerivative: Sendable, Equatable {
  public var node: UInt32
  public var derivative: Double
}

extension Tape {
  /// The derivatives of the entry `node` by each of `cuts` that it reaches without passing through
  /// another one, the latest entry first.
  ///
  /// With `z` and `w` among the cuts of l = (y - σ(z(w)))², entry l reaches z, and w only through it:
  /// the answer is ∂l/∂z, and w is not in it. A cut that is the entry itself does not stop it.
  public func localDerivatives(
    of node: UInt32, stoppingAt cuts: [UInt32]
  ) -> [LocalDerivative] {
    var sweep = CutSweep(of: self, cuts: cuts)
    return sweep.localDerivatives(of: node)
  }
}

/// Reverse passes that stop at the same cuts, each in time of what lies between them and not of the
/// whole tape.
struct CutSweep {
  private let tape: Tape
  private let lowest: Int
  private var marks: [Marks]
  private var isCut: [Bool]
  private var cotangents: [Double]
  private var pending = DescendingQueue()
  /// How many entries all passes so far have visited.
  private(set) var visited = 0

  init(of tape: Tape, cuts: [UInt32]) {
    self.tape = tape
    let cuts = cuts.filter { $0 != 0 && Int($0) < tape.count }
    lowest = cuts.min().map(Int.init) ?? tape.count
    let count = tape.count - lowest
    marks = Array(repeating: [], count: count)
    isCut = Array(repeating: false, count: count)
    cotangents = Array(repeating: 0, count: count)
    for cut in cuts {
      isCut[Int(cut) - lowest] = true
      marks[Int(cut) - lowest] = .depends
    }
    markDependents()
  }

  /// As `Tape.localDerivatives(of:stoppingAt:)`.
  mutating func localDerivatives(of node: UInt32) -> [LocalDerivative] {
    guard node >= lowest, Int(node) < tape.count else { return [] }
    var found: [LocalDerivative] = []
    handDown(1, from: node)
    while let next = pending.popHighest() {
      visited += 1
      let index = Int(next) - lowest
      marks[index].remove(.reached)
      if isCut[index] {
        found.append(LocalDerivative(node: next, derivative: cotangents[index]))
      } else {
        handDown(cotangents[index], from: next)
      }
    }
    return found
  }

  private mutating func markDependents() {
    for index in marks.indices {
      let entry = tape.entry(index + lowest)
      if depends(entry.left) || depends(entry.right) { marks[index].insert(.depends) }
    }
  }

  private mutating func handDown(_ cotangent: Double, from node: UInt32) {
    let entry = tape.entry(Int(node))
    let local = entry.operation.derivatives(
      of: entry.value,
      by: tape.value(of: entry.left), wanted: depends(entry.left),
      by: tape.value(of: entry.right), wanted: depends(entry.right))
    if let byLeft = local.byLeft { add(cotangent * byLeft, to: entry.left) }
    if let byRight = local.byRight { add(cotangent * byRight, to: entry.right) }
  }

  private func depends(_ node: UInt32) -> Bool {
    node >= lowest && marks[Int(node) - lowest].contains(.depends)
  }

  private mutating func add(_ part: Double, to node: UInt32) {
    let index = Int(node) - lowest
    if marks[index].contains(.reached) {
      cotangents[index] += part
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
