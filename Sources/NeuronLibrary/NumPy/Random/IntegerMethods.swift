import Backprop
import NeuronRuntime

// `randint` and `integers`.

extension StreamMethod {
  static let legacyIntegers = [
    StreamMethod("randint", "low, high=, size=, dtype=") { (call) throws(Interruption) in
      try call.integers(includesHigh: false)
    }
  ]

  static let modernIntegers = StreamMethod("integers", "low, high=, size=, dtype=, endpoint=") {
    (call) throws(Interruption) in
    try call.integers(
      includesHigh: try call[4].map { (v) throws(Interruption) in try call.machine.isTrue(v) }
        ?? false)
  }
}

extension StreamCall {
  fileprivate func integers(includesHigh: Bool) throws(Interruption) -> Value {
    let stream = try stream()
    let high = self[1] ?? .none
    let bounds = IntegerBounds(
      low: high.isNone ? Value(0) : value(0), high: high.isNone ? value(0) : high,
      includesHigh: includesHigh)
    let dtype = try self[3].map { (v) throws(Interruption) in
      try machine.dtypeArgument(v)
    }
    guard dtype != .float64 else {
      throw .raised(.type, "Unsupported dtype dtype('float64') for \(name)")
    }
    let size = try size(2)
    if let size, size.contains(0) {
      return dtype == .bool
        ? try machine.array(try array(size, of: UInt8.self) { _ in })
        : try integers(size) { _ in }
    }
    if let range = try bounds.range(dtype ?? .int64, in: machine) {
      return try draw(stream, range, dtype, size)
    }
    guard dtype != .bool else {
      throw refuse("an array as a bound of bool", instead: "compare integers")
    }
    let (low, highest) = try arrayBounds(bounds)
    let shape = try resultShape([low.shape, highest.shape], size)
    let (from, to) = (try integerColumn(low, shape), try integerColumn(highest, shape))
    return try integers(shape) { stream.fillIntegers($0, from: from, to: to) }
  }

  private func draw(
    _ stream: any RandomStream, _ range: ClosedRange<Int64>, _ dtype: DType?, _ size: [Int]?
  ) throws(Interruption) -> Value {
    if dtype == .bool { return try drawTruths(stream, range, size) }
    let (from, to) = (IntegerColumn(range.lowerBound), IntegerColumn(range.upperBound))
    if let size { return try integers(size) { stream.fillIntegers($0, from: from, to: to) } }
    let number = try integer { stream.fillIntegers($0, from: from, to: to) }
    return givesPlainNumber ? Value(number) : Value(numpy: number)
  }

  private func drawTruths(
    _ stream: any RandomStream, _ range: ClosedRange<Int64>, _ size: [Int]?
  ) throws(Interruption) -> Value {
    func fill(_ result: UnsafeMutableBufferPointer<UInt8>) {
      if range.lowerBound == range.upperBound {
        result.update(repeating: UInt8(range.lowerBound))
      } else {
        stream.fillBits(result)
      }
    }
    if let size { return try machine.array(try array(size, of: UInt8.self, fill)) }
    try machine.charge(Self.stepsPerDraw)
    var bit: UInt8 = 0
    withUnsafeMutablePointer(to: &bit) {
      fill(UnsafeMutableBufferPointer(start: $0, count: 1))
    }
    return givesPlainNumber ? Value(bit != 0) : Value(numpy: bit != 0)
  }

  /// Python's `int` and `bool` as dtypes give numbers of these types; so does `randint` without one.
  private var givesPlainNumber: Bool {
    guard let dtype = self[3] else { return !isModern }
    return dtype.isIdentical(to: Value(type: .int)) || dtype.isIdentical(to: Value(type: .bool))
  }

  /// The bounds as arrays, the upper one included.
  private func arrayBounds(
    _ bounds: IntegerBounds
  ) throws(Interruption) -> (low: IntegerParameter, high: IntegerParameter) {
    let low = try integerParameter(
      bounds.low, tooLarge: .raised(.value, "low is out of bounds for int64"))
    let tooHigh = Interruption.raised(.value, "high is out of bounds for int64")
    var high = try integerParameter(bounds.high, tooLarge: tooHigh)
    if !bounds.includesHigh {
      if high.contains(where: { $0 == .min }) { throw tooHigh }
      high = try oneLess(high)
    }
    let shape = try resultShape([low.shape, high.shape], nil)
    let (lows, highs) = (try integerColumn(low, shape), try integerColumn(high, shape))
    let count = shape.reduce(1, *)
    let isEmpty = withExtendedLifetime((lows, highs)) {
      let from = lows.elements?.pointer(Int64.self)
      let to = highs.elements?.pointer(Int64.self)
      return (0..<count).contains { (from?[$0] ?? lows.number) > (to?[$0] ?? highs.number) }
    }
    if isEmpty {
      throw bounds.emptyRange(lowIsZero: !low.contains { $0 != 0 })
    }
    return (low, high)
  }

  /// - Parameter high: without the lowest integer.
  private func oneLess(_ high: IntegerParameter) throws(Interruption) -> IntegerParameter {
    switch high {
    case .number(let number): return .number(number - 1)
    case .array(let array):
      let source = try machine.attempt { () throws(ArrayError) in try array.contiguous() }
      return .array(
        try self.array(array.shape, of: Int64.self) { result in
          let from = source.pointer(Int64.self)
          for index in result.indices { result[index] = from[index] - 1 }
        })
    }
  }
}

/// From where to where a program wants integers.
struct IntegerBounds {
  let low: Value
  let high: Value
  let includesHigh: Bool

  /// The integers that are meant; `nil` where a bound is an array.
  func range(_ dtype: DType, in machine: Machine) throws(Interruption) -> ClosedRange<Int64>? {
    guard let low = try machine.wholeNumberArgument(self.low),
      var high = try machine.wholeNumberArgument(self.high)
    else { return nil }
    if !includesHigh { high = try machine.operate(.subtract, high, Value(1)) }
    let least = Value(dtype == .bool ? 0 : Int.min)
    let most = Value(dtype == .bool ? 1 : Int.max)
    if try machine.holds(low, .less, least) {
      throw .raised(.value, "low is out of bounds for \(dtype.name)")
    }
    if try machine.holds(high, .greater, most) {
      throw .raised(.value, "high is out of bounds for \(dtype.name)")
    }
    guard try machine.holds(low, .lessOrEqual, high) else {
      throw emptyRange(lowIsZero: try !machine.isTrue(low))
    }
    return Int64(low.int)...Int64(high.int)
  }

  func emptyRange(lowIsZero: Bool) -> Interruption {
    if lowIsZero { return .raised(.value, "high \(includesHigh ? "<" : "<=") 0") }
    return .raised(.value, "low \(includesHigh ? ">" : ">=") high")
  }
}
