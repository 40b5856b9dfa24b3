/// One link of the way from an input to an output that depends on it: two entries that every path
/// passes, and none between them that every path passes.
struct ChainLink: Equatable {
  /// The outer end, which depends on the inner one.
  var outer: UInt32
  var inner: UInt32
  /// ∂outer/∂inner.
  var derivative: Double
  /// What the derivative is the sum of, where there are several paths between the ends: a term for each
  /// summand, or one for each operand as in the product rule. Empty where there is one path.
  var terms: [Double] = []
}

extension Tape {
  /// The links from `output` inwards to `input`; their derivatives' product is ∂output/∂input.
  ///
  /// For l = (y - σ(w·x + b))² they are, from w: the square, the difference, σ's steps, the sum, the
  /// product. Empty where the output does not depend on the input, and where more than `limit` entries
  /// lie between.
  func chain(from output: UInt32, to input: UInt32, limit: Int = 1 << 16) -> [ChainLink] {
    guard input != 0, input < output, Int(output) < count, Int(output - input) <= limit else {
      return []
    }
    var sweep = ChainSweep(of: self, from: output, to: input)
    return sweep.links()
  }
}

/// A reverse pass from one entry to another that notes where all paths meet.
private struct ChainSweep {
  private let tape: Tape
  private let output: UInt32
  private let input: UInt32
  private var depends: [Bool]
  private var cotangents: [Double?]
  private var pending = DescendingQueue()
  private var pendingCount = 0

  /// A link with more terms is not taken apart: nobody could tell them in words.
  private static let maximumTerms = 8

  init(of tape: Tape, from output: UInt32, to input: UInt32) {
    self.tape = tape
    self.output = output
    self.input = input
    let size = Int(output - input) + 1
    depends = Array(repeating: false, count: size)
    cotangents = Array(repeating: nil, count: size)
    depends[0] = true
    for node in (input + 1)..<(output + 1) {
      let entry = tape.entry(Int(node))
      depends[Int(node - input)] = isDependent(entry.left) || isDependent(entry.right)
    }
  }

  private func isDependent(_ node: UInt32) -> Bool {
    node >= input && node <= output && depends[Int(node - input)]
  }

  mutating func links() -> [ChainLink] {
    guard isDependent(output) else { return [] }
    var links: [ChainLink] = []
    var outer = output
    add(1, to: output)
    while let node = pending.popHighest() {
      pendingCount -= 1
      let cotangent = cotangents[Int(node - input)] ?? 0
      guard pendingCount == 0 else {
        handDown(cotangent, from: node)
        continue
      }
      if node != output {
        links.append(
          ChainLink(
            outer: outer, inner: node, derivative: cotangent,
            terms: terms(from: outer, to: node)))
      }
      if node == input { break }
      outer = node
      handDown(1, from: node)
    }
    return links
  }

  private mutating func add(_ part: Double, to node: UInt32) {
    let index = Int(node - input)
    if let sum = cotangents[index] {
      cotangents[index] = sum + part
    } else {
      cotangents[index] = part
      pending.insert(node)
      pendingCount += 1
    }
  }

  private mutating func handDown(_ cotangent: Double, from node: UInt32) {
    for operand in operands(of: node) { add(cotangent * operand.local, to: operand.node) }
  }

  /// The operands that depend on the input, each with the local derivative.
  private func operands(of node: UInt32) -> [(node: UInt32, local: Double)] {
    let entry = tape.entry(Int(node))
    let local = entry.operation.derivatives(
      of: entry.value,
      by: tape.left(of: entry).value, wanted: isDependent(entry.left),
      by: tape.right(of: entry).value, wanted: isDependent(entry.right))
    var operands: [(UInt32, Double)] = []
    if let byLeft = local.byLeft, isDependent(entry.left) { operands.append((entry.left, byLeft)) }
    if let byRight = local.byRight, isDependent(entry.right) {
      operands.append((entry.right, byRight))
    }
    return operands
  }

  // MARK: Terms

  /// The summands of ∂outer/∂inner; empty where there is only one.
  ///
  /// Goes down from the outer end to the first entry with two operands that count. A sum is taken
  /// apart into all its summands; of anything else each operand gives a term.
  private func terms(from outer: UInt32, to inner: UInt32) -> [Double] {
    var found: [(node: UInt32, local: Double)] = []
    var waiting: [(node: UInt32, local: Double)] = [(outer, 1)]
    var isTakenApart = false
    while let (node, weight) = waiting.popLast() {
      let operands = node == inner ? [] : operands(of: node)
      let isDone = isTakenApart && !isSum(node)
      if isDone || operands.isEmpty {
        found.append((node, weight))
      } else {
        waiting += operands.reversed().map { ($0.node, weight * $0.local) }
        if operands.count > 1 {
          isTakenApart = true
          if !isSum(node) {
            found = waiting.reversed()
            break
          }
        }
      }
      if found.count + waiting.count > Self.maximumTerms { return [] }
    }
    guard found.count > 1 else { return [] }
    return found.map { node, weight in
      let traced = Traced(tape.value(of: node), node: node)
      return node == inner
        ? weight : weight * tape.gradients(of: traced, withRespectTo: [inner])[0]
    }
  }

  private func isSum(_ node: UInt32) -> Bool {
    switch tape.operation(of: node) {
    case .add, .subtract, .negate, .copy: true
    default: false
    }
  }
}
