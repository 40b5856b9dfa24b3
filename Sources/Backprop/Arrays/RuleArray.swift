/// What a derivative rule for arrays computes with: plain arrays, or arrays that record what is done to
/// them; the counterpart of `RuleNumber`.
protocol RuleArray {
  /// The numbers that are its elements.
  associatedtype Number: SweepNumber

  init(constant array: NDArray)
  /// An operand or a result of an entry of `tape`.
  init(_ traced: TracedArray, of tape: Tape)
  /// An array of rank 0.
  init(number: Number, budget: ArrayBudget) throws(ArrayError)

  /// The array for the program.
  var traced: TracedArray { get }
  var array: NDArray { get }
  /// The number of an array of rank 0.
  var number: Number { get }
  var isConstant: Bool { get }

  static func apply(
    _ operation: ArrayOperation, _ operands: [Self]
  ) throws(ArrayError) -> Self

  /// `upstream` times the local derivative of an element-wise operation by one of its operands, in the
  /// shape of the result.
  static func elementwiseProduct(
    _ upstream: Self, _ operation: Operation, operands: [Self], result: Self, by operand: Int
  ) throws(ArrayError) -> Self
}

extension NDArray: RuleArray {
  init(constant array: NDArray) { self = array }
  init(_ traced: TracedArray, of tape: Tape) { self = traced.array }
  init(number: Double, budget: ArrayBudget) throws(ArrayError) {
    try self.init(scalar: number, budget: budget)
  }

  var traced: TracedArray { TracedArray(self) }
  var array: NDArray { self }
  var number: Double { float(atOffset: 0) }
  var isConstant: Bool { true }

  static func apply(
    _ operation: ArrayOperation, _ operands: [NDArray]
  ) throws(ArrayError) -> NDArray {
    try operation.value(of: operands)
  }
}

/// An array that appends what is done to it to its tape.
struct RecordedArray: RuleArray {
  let traced: TracedArray
  /// nil for a constant, which then takes the tape of what it meets.
  let tape: Tape?

  init(_ traced: TracedArray, on tape: Tape?) {
    self.traced = traced
    self.tape = tape
  }

  init(constant array: NDArray) { self.init(TracedArray(array), on: nil) }
  init(_ traced: TracedArray, of tape: Tape) { self.init(traced, on: tape) }
  init(number: Recorded, budget: ArrayBudget) throws(ArrayError) {
    self.init(
      try TracedArray(number.traced, budget: budget), on: number.tape?.takeUnretainedValue())
  }

  var array: NDArray { traced.array }
  var number: Recorded { Recorded(traced.number, on: tape.map(Unmanaged.passUnretained)) }
  var isConstant: Bool { traced.isConstant }

  static func apply(
    _ operation: ArrayOperation, _ operands: [RecordedArray]
  ) throws(ArrayError) -> RecordedArray {
    let traced = operands.map(\.traced)
    guard let tape = operands.lazy.compactMap(\.tape).first else {
      return RecordedArray(constant: try operation.value(of: traced.map(\.array)))
    }
    return RecordedArray(try tape.apply(operation, traced), on: tape)
  }

  static func elementwiseProduct(
    _ upstream: RecordedArray, _ operation: Operation, operands: [RecordedArray],
    result: RecordedArray, by operand: Int
  ) throws(ArrayError) -> RecordedArray {
    try productByTable(upstream, operation, operands: operands, result: result, by: operand)
  }
}

// The operations by name, for the rules to read as formulas.

extension RuleArray {
  var shape: [Int] { array.shape }
  var rank: Int { array.rank }

  static func + (x: Self, y: Self) throws(ArrayError) -> Self {
    try apply(.elementwise(.add), [x, y])
  }
  static func - (x: Self, y: Self) throws(ArrayError) -> Self {
    try apply(.elementwise(.subtract), [x, y])
  }
  static func * (x: Self, y: Self) throws(ArrayError) -> Self {
    try apply(.elementwise(.multiply), [x, y])
  }
  static func / (x: Self, y: Self) throws(ArrayError) -> Self {
    try apply(.elementwise(.divide), [x, y])
  }

  func negated() throws(ArrayError) -> Self { try Self.apply(.elementwise(.negate), [self]) }

  func matmul(_ other: Self) throws(ArrayError) -> Self { try Self.apply(.matmul, [self, other]) }

  func sum(_ axes: [Int], keepsAxes: Bool = false) throws(ArrayError) -> Self {
    axes.isEmpty ? self : try Self.apply(.sum(axes: axes, keepsAxes: keepsAxes), [self])
  }

  func reshaped(_ shape: [Int]) throws(ArrayError) -> Self {
    shape == self.shape ? self : try Self.apply(.reshape(shape), [self])
  }

  func broadcast(_ shape: [Int]) throws(ArrayError) -> Self {
    shape == self.shape ? self : try Self.apply(.broadcast(to: shape), [self])
  }

  /// The transpose over the last two axes.
  func matrixTransposed() throws(ArrayError) -> Self {
    var axes = Array(0..<rank)
    axes.swapAt(rank - 1, rank - 2)
    return try Self.apply(.transpose(axes), [self])
  }

  /// The sum over all that a broadcast from `shape` repeated: what is transposed to broadcasting.
  func unbroadcast(_ shape: [Int]) throws(ArrayError) -> Self {
    if shape == self.shape { return self }
    let added = rank - shape.count
    let axes = self.shape.indices.filter {
      $0 < added || (shape[$0 - added] == 1 && self.shape[$0] != 1)
    }
    return try sum(axes).reshaped(shape)
  }

  /// A result of a reduction along `axes`, with these axes of size 1 again.
  func restoring(_ axes: [Int], of shape: [Int]) throws(ArrayError) -> Self {
    var kept = shape
    for axis in axes { kept[axis] = 1 }
    return try reshaped(kept)
  }

  func flipped(_ axis: Int) throws(ArrayError) -> Self {
    try slice(axis, start: shape[axis] - 1, count: shape[axis], step: -1)
  }

  func slice(_ axis: Int, start: Int, count: Int, step: Int = 1) throws(ArrayError) -> Self {
    var items = shape[..<axis].map { BasicIndex.Item.slice(start: 0, count: $0, step: 1) }
    items.append(.slice(start: start, count: count, step: step))
    return try Self.apply(.view(BasicIndex(items)), [self])
  }

  /// Zeros as a constant.
  func zeros(_ shape: [Int]) throws(ArrayError) -> Self {
    Self(constant: try NDArray(repeating: 0.0, shape: shape, budget: array.budget))
  }
}
