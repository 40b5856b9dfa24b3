// Reverse mode. The derivative of the output by an entry (its cotangent) is complete when every entry
// that uses it has handed its part down, which going down the indices sees to.
//
// Two marks an entry keep a sweep small. Only entries that *depend* on an input are visited, so that
// no derivative is computed that nobody asked for. And only those that were *reached* from the output
// by a present derivative: an absent cotangent is not 0, it is never multiplied.

extension Tape {
  /// The total derivatives of `output` by the entries `inputs`, in their order.
  ///
  /// 0 for an input that the output does not depend on, constants and nodes off the tape included. An
  /// input may depend on another one; each derivative is then taken as if it were alone.
  public func gradients(of output: Traced, withRespectTo inputs: [UInt32]) -> [Double] {
    var results = [Double](repeating: 0, count: inputs.count)
    inputs.withUnsafeBufferPointer { inputs in
      results.withUnsafeMutableBufferPointer { results in
        gradients(of: output, withRespectTo: inputs, into: results)
      }
    }
    return results
  }

  /// The same, written to `results`, which has as many elements as `inputs`: allocates nothing once
  /// the tape has swept as far before. When memory runs out the results are nan.
  public func gradients(
    of output: Traced,
    withRespectTo inputs: UnsafeBufferPointer<UInt32>,
    into results: UnsafeMutableBufferPointer<Double>
  ) {
    results.update(repeating: 0)
    guard let range = sweepRange(of: output.node, withRespectTo: inputs) else { return }
    let size = Sweep<Double>.byteCount(range)
    guard let memory = state.pointee.scratch(size: size) else {
      return results.update(repeating: .nan)
    }
    var sweep = Sweep<Double>(of: self, over: range, memory: memory)
    sweep.run(withRespectTo: inputs)
    if sweep.failure != nil { results.update(repeating: .nan) }
    for (index, node) in inputs.enumerated() {
      if let cotangent = sweep.cotangent(of: Int(node)) { results[index] = cotangent }
    }
    state.pointee.trimScratch()
  }

  /// The same derivatives, computed on this tape, so that they can be differentiated in their turn.
  /// Those that no longer depend on anything recorded are constants.
  public func recordedGradients(of output: Traced, withRespectTo inputs: [UInt32]) -> [Traced] {
    var results = [Traced](repeating: Traced(0), count: inputs.count)
    inputs.withUnsafeBufferPointer { inputs in
      withSweep(of: output.node, by: inputs) { (sweep: inout Sweep<Recorded>) in
        sweep.run(withRespectTo: inputs)
        for (index, node) in inputs.enumerated() {
          if let cotangent = sweep.cotangent(of: Int(node)) { results[index] = cotangent.traced }
        }
      }
    }
    return results
  }

  // MARK: Arrays

  /// What comes from the cotangent `seed` of `output` to each of `inputs`, numbers and arrays, in their
  /// shapes; zeros where nothing comes.
  ///
  /// - Parameters:
  ///   - seed: in the shape of `output`; 1 for the derivative of a number.
  ///   - isRecorded: whether the sweep is itself put on this tape, so that what it gives can be
  ///     differentiated; `seed` may then stand on the tape.
  /// - Throws: `derivative` where an operation has none, `memory`.
  public func cotangents(
    of output: TracedValue, seed: TracedValue, by inputs: [TracedValue], isRecorded: Bool,
    budget: ArrayBudget
  ) throws(ArrayError) -> [TracedValue] {
    isRecorded
      ? try cotangents(of: output, seed: seed, by: inputs, as: Recorded.self, budget)
      : try cotangents(of: output, seed: seed, by: inputs, as: Double.self, budget)
  }

  private func cotangents<Number: SweepNumber>(
    of output: TracedValue, seed: TracedValue, by inputs: [TracedValue], as type: Number.Type,
    _ budget: ArrayBudget
  ) throws(ArrayError) -> [TracedValue] {
    var results: [TracedValue?] = Array(repeating: nil, count: inputs.count)
    var failure: ArrayError?
    let nodes = inputs.map(\.node)
    nodes.withUnsafeBufferPointer { nodes in
      withSweep(of: output.node, by: nodes) { (sweep: inout Sweep<Number>) in
        sweep.seed(seed)
        sweep.run(withRespectTo: nodes)
        failure = sweep.failure
        for (index, input) in inputs.enumerated() {
          results[index] = sweep.cotangent(of: input)
        }
      }
    }
    if let failure { throw failure }
    var all: [TracedValue] = []
    for (index, input) in inputs.enumerated() {
      if let result = results[index] {
        all.append(result)
      } else {
        all.append(try Tape.zero(like: input, budget))
      }
    }
    return all
  }

  static func zero(like value: TracedValue, _ budget: ArrayBudget) throws(ArrayError) -> TracedValue
  {
    switch value {
    case .number: .number(Traced(0))
    case .array(let traced):
      .array(TracedArray(try NDArray(repeating: 0.0, shape: traced.array.shape, budget: budget)))
    }
  }

  /// Calls `body` with a sweep over what lies between; not when `output` can depend on none of `inputs`.
  private func withSweep<Number: SweepNumber>(
    of output: UInt32, by inputs: UnsafeBufferPointer<UInt32>,
    _ body: (inout Sweep<Number>) -> Void
  ) {
    guard let range = sweepRange(of: output, withRespectTo: inputs) else { return }
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: Sweep<Number>.byteCount(range), alignment: MemoryLayout<Number>.alignment)
    defer { memory.deallocate() }
    var sweep = Sweep<Number>(of: self, over: range, memory: memory)
    body(&sweep)
  }

  /// From the lowest input to the output; nil when the output can depend on none of them.
  private func sweepRange(
    of output: UInt32, withRespectTo inputs: UnsafeBufferPointer<UInt32>
  ) -> ClosedRange<Int>? {
    let highest = Int(output)
    guard highest < count else { return nil }
    var lowest = highest + 1
    for node in inputs where node != 0 { lowest = min(lowest, Int(node)) }
    return lowest <= highest ? lowest...highest : nil
  }
}

/// What a sweep knows of an entry.
struct Marks: OptionSet {
  var rawValue: UInt8
  static let depends = Marks(rawValue: 1)
  static let reached = Marks(rawValue: 2)
}

/// One reverse pass over the entries from the lowest input to the output.
struct Sweep<Number: SweepNumber> {
  private let tape: Tape
  private let lowest: Int
  private let highest: Int
  private let cotangents: UnsafeMutablePointer<Number>
  private let marks: UnsafeMutablePointer<Marks>
  /// The cotangents of entries that are arrays, by their index.
  private var wholes: [Int: Number.Whole] = [:]
  /// Why an operation on arrays could not hand its cotangent down.
  private(set) var failure: ArrayError?

  static func byteCount(_ range: ClosedRange<Int>) -> Int {
    range.count * (MemoryLayout<Number>.stride + MemoryLayout<Marks>.stride)
  }

  /// - Parameter memory: `byteCount` bytes.
  init(of tape: Tape, over range: ClosedRange<Int>, memory: UnsafeMutableRawPointer) {
    self.tape = tape
    lowest = range.lowerBound
    highest = range.upperBound
    cotangents = memory.bindMemory(to: Number.self, capacity: range.count)
    marks = (memory + range.count * MemoryLayout<Number>.stride)
      .bindMemory(to: Marks.self, capacity: range.count)
    marks.initialize(repeating: [], count: range.count)
  }

  /// Gives the output a cotangent other than 1.
  mutating func seed(_ value: TracedValue) {
    switch value {
    case .number(let number): add(Number(number, of: tape), to: highest - lowest)
    case .array(let traced) where traced.array.rank == 0:
      add(Number(traced.number, of: tape), to: highest - lowest)
    case .array(let traced): add(Number.Whole(traced, of: tape), to: highest)
    }
  }

  /// Fills the cotangents of all entries of the range that depend on the inputs.
  mutating func run(withRespectTo inputs: UnsafeBufferPointer<UInt32>) {
    for node in inputs where node >= lowest && node <= highest {
      marks[Int(node) - lowest].insert(.depends)
    }
    markDependents()
    guard marks[highest - lowest].contains(.depends) else {
      marks[highest - lowest] = []
      return
    }
    if !marks[highest - lowest].contains(.reached) { add(1, to: highest - lowest) }
    for index in stride(from: highest - lowest, through: 0, by: -1)
    where marks[index] == [.depends, .reached] {
      handDown(index)
    }
  }

  /// The derivative of the output by an entry; nil when it has none.
  func cotangent(of node: Int) -> Number? {
    guard node >= lowest, node <= highest, marks[node - lowest].contains(.reached) else {
      return nil
    }
    return cotangents[node - lowest]
  }

  /// The same for a number or an array.
  func cotangent(of input: TracedValue) -> TracedValue? {
    switch input {
    case .number(let number):
      return cotangent(of: Int(number.node)).map { .number($0.traced) }
    case .array(let traced) where traced.array.rank == 0:
      guard let number = cotangent(of: Int(traced.node))?.traced else { return nil }
      return (try? TracedArray(number, budget: traced.array.budget)).map { .array($0) }
    case .array(let traced):
      return wholes[Int(traced.node)].map { .array($0.traced) }
    }
  }

  /// Marks each entry with an operand that depends on an input.
  private func markDependents() {
    for node in lowest...highest {
      let entry = tape.entry(node)
      if entry.operation == .array {
        markDependent(node, on: tape.arrayEntry(entry).operands)
        continue
      }
      let left = Int(entry.left) - lowest
      let right = Int(entry.right) - lowest
      if left >= 0 { marks[node - lowest].formUnion(marks[left].intersection(.depends)) }
      if right >= 0 { marks[node - lowest].formUnion(marks[right].intersection(.depends)) }
    }
  }

  private func markDependent(_ node: Int, on operands: [TracedArray]) {
    for operand in operands where depends(operand.node) {
      marks[node - lowest].insert(.depends)
    }
  }

  @inline(__always)
  private func depends(_ node: UInt32) -> Bool {
    Int(node) >= lowest && marks[Int(node) - lowest].contains(.depends)
  }

  /// Adds an entry's cotangent times its local derivatives to the cotangents of its operands.
  @inline(__always)
  private mutating func handDown(_ index: Int) {
    let node = UInt32(truncatingIfNeeded: index + lowest)
    let entry = tape.entry(index + lowest)
    if entry.operation == .array { return handDownArray(index, entry) }
    let left = Int(entry.left) - lowest
    let right = Int(entry.right) - lowest
    let local = entry.operation.derivatives(
      of: Number(entry: node, of: tape),
      by: Number(entry: entry.left, of: tape),
      wanted: left >= 0 && marks[left].contains(.depends),
      by: Number(entry: entry.right, of: tape),
      wanted: right >= 0 && marks[right].contains(.depends))
    let cotangent = cotangents[index]
    if let byLeft = local.byLeft { add(cotangent * byLeft, to: left) }
    if let byRight = local.byRight { add(cotangent * byRight, to: right) }
  }

  @inline(never)
  private mutating func handDownArray(_ index: Int, _ entry: Entry) {
    guard failure == nil else { return }
    do throws(ArrayError) {
      let entry = tape.arrayEntry(entry)
      let result = Number.Whole(TracedArray(entry.result, node: entry.node), of: tape)
      let operands = entry.operands.map { Number.Whole($0, of: tape) }
      let upstream: Number.Whole
      if let whole = wholes[Int(entry.node)] {
        upstream = whole
      } else {
        upstream = try Number.Whole(number: cotangents[index], budget: entry.result.budget)
      }
      for (place, operand) in entry.operands.enumerated() where depends(operand.node) {
        let part = try entry.operation.cotangent(
          to: place, from: upstream, operands: operands, result: result)
        if part.rank == 0 {
          add(part.number, to: Int(operand.node) - lowest)
        } else {
          add(part, to: Int(operand.node))
        }
      }
    } catch {
      failure = error
    }
  }

  @inline(__always)
  private mutating func add(_ part: Number, to index: Int) {
    if marks[index].contains(.reached) {
      cotangents[index] = cotangents[index] + part
    } else {
      cotangents[index] = part
      marks[index].insert(.reached)
    }
  }

  private mutating func add(_ part: Number.Whole, to node: Int) {
    do throws(ArrayError) {
      marks[node - lowest].insert(.reached)
      if let sum = wholes[node] {
        wholes[node] = try sum + part
      } else {
        wholes[node] = part
      }
    } catch {
      failure = error
    }
  }
}
