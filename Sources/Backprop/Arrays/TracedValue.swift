/// An array that may stand on a tape, as `Traced` for numbers: of rank 0 its node is a number's.
public struct TracedArray {
  public var array: NDArray
  /// The index of the tape's entry; 0 for a constant.
  public var node: UInt32

  public init(_ array: NDArray, node: UInt32 = 0) {
    self.array = array
    self.node = node
  }

  /// A number as an array of rank 0.
  public init(_ number: Traced, budget: ArrayBudget) throws(ArrayError) {
    self.init(try NDArray(scalar: number.value, budget: budget), node: number.node)
  }

  /// The number of an array of rank 0.
  public var number: Traced { Traced(array.float(atOffset: 0), node: node) }

  public var isConstant: Bool { node == 0 }
}

/// A value that can be differentiated, or by which it can be.
public enum TracedValue {
  case number(Traced)
  /// Of any rank; of rank 0 the tape knows it as a number.
  case array(TracedArray)

  public var node: UInt32 {
    switch self {
    case .number(let number): number.node
    case .array(let array): array.node
    }
  }

  public var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  /// Empty for a number.
  public var shape: [Int] {
    switch self {
    case .number: []
    case .array(let array): array.array.shape
    }
  }

  /// The same value without its entry.
  public var constant: TracedValue {
    switch self {
    case .number(let number): .number(Traced(number.value))
    case .array(let array): .array(TracedArray(array.array))
    }
  }

  public var count: Int {
    switch self {
    case .number: 1
    case .array(let array): array.array.count
    }
  }
}
