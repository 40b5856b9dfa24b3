/// What a sweep knows of an entry.
struct Marks: OptionSet {
  var rawValue: UInt8
  static let depends = Marks(rawValue: 1)
  static let reached = Marks(rawValue: 2)
}

/// One reverse pass over entries that are numbers, from the lowest input to the output: raw memory
/// alone, since a short gradient would else take longer to set out than to go.
///
/// Entries count from the lowest input on here.
struct NumberSweep<Number: SweepNumber> {
  let lowest: Int
  /// The last entry of the range.
  let output: Int
  let cotangents: UnsafeMutablePointer<Number>
  let marks: UnsafeMutablePointer<Marks>

  static func byteCount(_ range: ClosedRange<Int>) -> Int {
    range.count * (MemoryLayout<Number>.stride + MemoryLayout<Marks>.stride)
  }

  /// - Parameters:
  ///   - memory: `byteCount` bytes.
  ///   - marked: what is known of all entries.
  @inline(__always)
  init(over range: ClosedRange<Int>, memory: UnsafeMutableRawPointer, marked: Marks = []) {
    lowest = range.lowerBound
    output = range.upperBound &- range.lowerBound
    cotangents = memory.bindMemory(to: Number.self, capacity: output &+ 1)
    marks = (memory + (output &+ 1) &* MemoryLayout<Number>.stride)
      .bindMemory(to: Marks.self, capacity: output &+ 1)
    marks.initialize(repeating: marked, count: output &+ 1)
  }

  /// Fills the cotangents of all entries of the range, none of them an array, that are marked.
  @inline(__always)
  func run(on tape: Tape) {
    guard startsAtOutput() else { return }
    for index in stride(from: output, through: 0, by: -1)
    where marks[index] == [.depends, .reached] {
      handDown(index, tape.entry(lowest &+ index), on: tape)
    }
  }

  // MARK: What depends on the inputs

  @inline(__always)
  func markDependents(on tape: Tape, of inputs: UnsafeBufferPointer<UInt32>) {
    markInputs(inputs)
    for index in 0...output { markIfDependent(index, tape.entry(lowest &+ index)) }
  }

  @inline(__always)
  func markInputs(_ inputs: UnsafeBufferPointer<UInt32>) {
    for node in inputs {
      let index = Int(node) &- lowest
      if index >= 0 && index <= output { marks[index].insert(.depends) }
    }
  }

  @inline(__always)
  func markIfDependent(_ index: Int, _ entry: Entry) {
    if depends(entry.left) || depends(entry.right) { marks[index].insert(.depends) }
  }

  @inline(__always)
  func depends(_ node: UInt32) -> Bool {
    let index = Int(node) &- lowest
    return index >= 0 && marks[index].contains(.depends)
  }

  // MARK: What comes from the output

  /// Whether anything is to be handed down; the cotangent of the output is 1 unless it has one.
  @inline(__always)
  func startsAtOutput() -> Bool {
    guard marks[output].contains(.depends) else {
      marks[output] = []
      return false
    }
    if !marks[output].contains(.reached) { add(1, to: output) }
    return true
  }

  /// Adds an entry's cotangent times its local derivatives to the cotangents of its operands.
  @inline(__always)
  func handDown(_ index: Int, _ entry: Entry, on tape: Tape) {
    let node = UInt32(truncatingIfNeeded: index &+ lowest)
    let local = entry.operation.derivatives(
      of: Number(Traced(entry.value, node: node), of: tape),
      by: Number(tape.left(of: entry), of: tape), wanted: depends(entry.left),
      by: Number(tape.right(of: entry), of: tape), wanted: depends(entry.right))
    let cotangent = cotangents[index]
    if let byLeft = local.byLeft { add(cotangent * byLeft, to: Int(entry.left) &- lowest) }
    if let byRight = local.byRight { add(cotangent * byRight, to: Int(entry.right) &- lowest) }
  }

  @inline(__always)
  func add(_ part: Number, to index: Int) {
    if marks[index].contains(.reached) {
      cotangents[index] = cotangents[index] + part
    } else {
      cotangents[index] = part
      marks[index].insert(.reached)
    }
  }

  // MARK: Results

  /// The derivative of the output by an entry; nil when it has none.
  @inline(__always)
  func cotangent(of node: UInt32) -> Number? {
    let index = Int(node) &- lowest
    return index >= 0 && index <= output ? cotangent(at: index) : nil
  }

  @inline(__always)
  func cotangent(at index: Int) -> Number? {
    marks[index].contains(.reached) ? cotangents[index] : nil
  }

  /// The derivatives by `inputs` that there are; the others are left as they stand in `results`.
  @inline(__always)
  func copyCotangents(
    of inputs: UnsafeBufferPointer<UInt32>, to results: UnsafeMutableBufferPointer<Number>
  ) {
    for (index, node) in inputs.enumerated() {
      if let cotangent = cotangent(of: node) { results[index] = cotangent }
    }
  }
}
