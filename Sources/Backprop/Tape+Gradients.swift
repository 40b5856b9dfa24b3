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
    guard let range = sweepRange(of: output, withRespectTo: inputs) else { return }
    let size = range.count * (MemoryLayout<Double>.stride + MemoryLayout<Marks>.stride)
    guard let memory = state.pointee.scratch(size: size) else {
      return results.update(repeating: .nan)
    }
    var sweep = Sweep<Double>(of: self, over: range, memory: memory)
    sweep.run(withRespectTo: inputs)
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
      guard let range = sweepRange(of: output, withRespectTo: inputs) else { return }
      let memory = UnsafeMutableRawPointer.allocate(
        byteCount: range.count * (MemoryLayout<Recorded>.stride + MemoryLayout<Marks>.stride),
        alignment: MemoryLayout<Recorded>.alignment)
      defer { memory.deallocate() }
      var sweep = Sweep<Recorded>(of: self, over: range, memory: memory)
      sweep.run(withRespectTo: inputs)
      for (index, node) in inputs.enumerated() {
        if let cotangent = sweep.cotangent(of: Int(node)) { results[index] = cotangent.traced }
      }
    }
    return results
  }

  /// From the lowest input to the output; nil when the output can depend on none of them.
  private func sweepRange(
    of output: Traced, withRespectTo inputs: UnsafeBufferPointer<UInt32>
  ) -> ClosedRange<Int>? {
    let highest = Int(output.node)
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
struct Sweep<Number: RuleNumber> {
  private let tape: Tape
  private let lowest: Int
  private let highest: Int
  private let cotangents: UnsafeMutablePointer<Number>
  private let marks: UnsafeMutablePointer<Marks>

  /// - Parameter memory: room for a cotangent and a mark for each entry of the range.
  init(of tape: Tape, over range: ClosedRange<Int>, memory: UnsafeMutableRawPointer) {
    self.tape = tape
    lowest = range.lowerBound
    highest = range.upperBound
    cotangents = memory.bindMemory(to: Number.self, capacity: range.count)
    marks = (memory + range.count * MemoryLayout<Number>.stride)
      .bindMemory(to: Marks.self, capacity: range.count)
    marks.initialize(repeating: [], count: range.count)
  }

  /// Fills the cotangents of all entries of the range that depend on the inputs.
  mutating func run(withRespectTo inputs: UnsafeBufferPointer<UInt32>) {
    for node in inputs where node >= lowest && node <= highest {
      marks[Int(node) - lowest] = .depends
    }
    markDependents()
    guard marks[highest - lowest] == .depends else { return }
    add(1, to: highest - lowest)
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

  /// Marks each entry with an operand that depends on an input.
  private func markDependents() {
    for node in lowest...highest {
      let entry = tape.entry(node)
      let left = Int(entry.left) - lowest
      let right = Int(entry.right) - lowest
      if left >= 0 { marks[node - lowest].formUnion(marks[left]) }
      if right >= 0 { marks[node - lowest].formUnion(marks[right]) }
    }
  }

  /// Adds an entry's cotangent times its local derivatives to the cotangents of its operands.
  @inline(__always)
  private func handDown(_ index: Int) {
    let node = UInt32(truncatingIfNeeded: index + lowest)
    let entry = tape.entry(index + lowest)
    let left = Int(entry.left) - lowest
    let right = Int(entry.right) - lowest
    let local = entry.operation.derivatives(
      of: Number(entry: node, of: tape),
      by: Number(entry: entry.left, of: tape),
      wanted: left >= 0 && marks[left].contains(.depends),
      by: Number(entry: entry.right, of: tape),
      wanted: right >= 0 && marks[right].contains(.depends))
    if let byLeft = local.byLeft { add(cotangents[index] * byLeft, to: left) }
    if let byRight = local.byRight { add(cotangents[index] * byRight, to: right) }
  }

  @inline(__always)
  private func add(_ part: Number, to index: Int) {
    if marks[index].contains(.reached) {
      cotangents[index] = cotangents[index] + part
    } else {
      cotangents[index] = part
      marks[index].insert(.reached)
    }
  }
}
