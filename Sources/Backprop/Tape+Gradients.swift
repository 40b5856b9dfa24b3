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
    let size = NumberSweep<Double>.byteCount(range)
    guard let memory = state.pointee.scratch(size: size) else {
      return results.update(repeating: .nan)
    }
    if holdsArrays {
      var sweep = Sweep<Double>(of: self, over: range, memory: memory)
      sweep.run(withRespectTo: inputs)
      if sweep.failure != nil { results.update(repeating: .nan) }
      sweep.numbers.copyCotangents(of: inputs, to: results)
    } else {
      let sweep = NumberSweep<Double>(over: range, memory: memory)
      sweep.markDependents(on: self, of: inputs)
      sweep.run(on: self)
      sweep.copyCotangents(of: inputs, to: results)
    }
    state.pointee.trimScratch()
  }

  /// The same of a tape without arrays by the inputs that stand one after another from `first` on, where
  /// all that follows was computed from them: nothing has to find out what depends on them.
  public func gradients(
    of output: Traced, byInputsFrom first: Int, into results: UnsafeMutableBufferPointer<Double>
  ) {
    results.update(repeating: 0)
    let highest = Int(output.node)
    guard first <= highest, highest < count else { return }
    let size = NumberSweep<Double>.byteCount(first...highest)
    guard let memory = state.pointee.scratch(size: size) else {
      return results.update(repeating: .nan)
    }
    let sweep = NumberSweep<Double>(over: first...highest, memory: memory, marked: .depends)
    sweep.run(on: self)
    for index in 0..<min(results.count, sweep.output + 1) {
      if let cotangent = sweep.cotangent(at: index) { results[index] = cotangent }
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
          if let cotangent = sweep.numbers.cotangent(of: node) { results[index] = cotangent.traced }
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
      byteCount: NumberSweep<Number>.byteCount(range), alignment: MemoryLayout<Number>.alignment)
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

/// One reverse pass over the entries from the lowest input to the output, where some are arrays.
struct Sweep<Number: SweepNumber> {
  private let tape: Tape
  let numbers: NumberSweep<Number>
  /// The cotangents of entries that are arrays, by their index.
  private var wholes: [Int: Number.Whole] = [:]
  /// Why an operation on arrays could not hand its cotangent down.
  private(set) var failure: ArrayError?

  /// - Parameter memory: `NumberSweep.byteCount` bytes.
  init(of tape: Tape, over range: ClosedRange<Int>, memory: UnsafeMutableRawPointer) {
    self.tape = tape
    numbers = NumberSweep(over: range, memory: memory)
  }

  /// Gives the output a cotangent other than 1.
  mutating func seed(_ value: TracedValue) {
    switch value {
    case .number(let number): numbers.add(Number(number, of: tape), to: numbers.output)
    case .array(let traced) where traced.array.rank == 0:
      numbers.add(Number(traced.number, of: tape), to: numbers.output)
    case .array(let traced):
      add(Number.Whole(traced, of: tape), to: numbers.output)
    }
  }

  /// Fills the cotangents of all entries of the range that depend on the inputs.
  mutating func run(withRespectTo inputs: UnsafeBufferPointer<UInt32>) {
    numbers.markInputs(inputs)
    for index in 0...numbers.output {
      let entry = tape.entry(numbers.lowest + index)
      if entry.operation != .array {
        numbers.markIfDependent(index, entry)
      } else if tape.arrayEntry(entry).operands.contains(where: { numbers.depends($0.node) }) {
        numbers.marks[index].insert(.depends)
      }
    }
    guard numbers.startsAtOutput() else { return }
    for index in stride(from: numbers.output, through: 0, by: -1)
    where numbers.marks[index] == [.depends, .reached] {
      let entry = tape.entry(numbers.lowest + index)
      if entry.operation == .array {
        handDown(index, tape.arrayEntry(entry))
      } else {
        numbers.handDown(index, entry, on: tape)
      }
    }
  }

  /// The derivative of the output by a number or an array; nil when it has none.
  func cotangent(of input: TracedValue) -> TracedValue? {
    switch input {
    case .number(let number):
      return numbers.cotangent(of: number.node).map { .number($0.traced) }
    case .array(let traced) where traced.array.rank == 0:
      guard let number = numbers.cotangent(of: traced.node)?.traced else { return nil }
      return (try? TracedArray(number, budget: traced.array.budget)).map { .array($0) }
    case .array(let traced):
      return wholes[Int(traced.node) - numbers.lowest].map { .array($0.traced) }
    }
  }

  private mutating func handDown(_ index: Int, _ entry: Tape.ArrayEntry) {
    guard failure == nil else { return }
    do throws(ArrayError) {
      let result = Number.Whole(TracedArray(entry.result, node: entry.node), of: tape)
      let operands = entry.operands.map { Number.Whole($0, of: tape) }
      let upstream: Number.Whole
      if let whole = wholes[index] {
        upstream = whole
      } else {
        upstream = try Number.Whole(
          number: numbers.cotangents[index], budget: entry.result.budget)
      }
      for (place, operand) in entry.operands.enumerated() where numbers.depends(operand.node) {
        let part = try entry.operation.cotangent(
          to: place, from: upstream, operands: operands, result: result)
        let index = Int(operand.node) - numbers.lowest
        if part.rank == 0 {
          numbers.add(part.number, to: index)
        } else {
          add(part, to: index)
        }
      }
    } catch {
      failure = error
    }
  }

  private mutating func add(_ part: Number.Whole, to index: Int) {
    do throws(ArrayError) {
      numbers.marks[index].insert(.reached)
      if let sum = wholes[index] {
        wholes[index] = try sum + part
      } else {
        wholes[index] = part
      }
    } catch {
      failure = error
    }
  }
}
