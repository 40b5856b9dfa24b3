/// A quantity's value or derivative: a number or an array, without the entry that computed it.
public enum RunValue {
  case number(Double)
  case array(NDArray)

  public init(_ traced: TracedValue) {
    switch traced {
    case .number(let number): self = .number(number.value)
    case .array(let traced) where traced.array.rank == 0:
      self = .number(traced.array.float(atOffset: 0))
    case .array(let traced): self = .array(traced.array)
    }
  }

  /// The number; nil for an array.
  public var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }

  /// The number; nan for an array.
  public var asNumber: Double { number ?? .nan }

  /// Empty for a number.
  public var shape: [Int] {
    if case .array(let array) = self { return array.shape }
    return []
  }

  /// For a table: a number with at most 10 significant digits, an array by its shape and the range of
  /// its elements, `float64[2,3] from -0.5 to 0.25`.
  public var summary: String {
    switch self {
    case .number(let number): return shortDecimal(number)
    case .array(let array):
      let shape = RunValue.text(ofShape: array.shape)
      let floats = array.floats
      guard let least = floats.min(), let greatest = floats.max() else { return shape }
      if floats.contains(where: \.isNaN) { return "\(shape) with nan" }
      let range = shortRange(least, greatest)
      return least == greatest
        ? "\(shape) of \(shortDecimal(least))" : "\(shape) from \(range.least) to \(range.greatest)"
    }
  }

  /// An array of rank 0 for a number.
  func array(_ budget: ArrayBudget) throws(ArrayError) -> NDArray {
    switch self {
    case .number(let number): try NDArray(scalar: number, budget: budget)
    case .array(let array): array
    }
  }

  func plus(_ other: RunValue, _ budget: ArrayBudget) throws(ArrayError) -> RunValue {
    if let x = number, let y = other.number { return .number(x + y) }
    return .array(try NDArray.elementwise(.add, array(budget), other.array(budget)))
  }

  /// The product with a number.
  func times(_ factor: RunValue) throws(ArrayError) -> RunValue {
    guard let factor = factor.number else { return self }
    switch self {
    case .number(let number): return .number(number * factor)
    case .array(let array):
      return .array(
        try NDArray.elementwise(
          .multiply, array, NDArray(scalar: factor, budget: array.budget)))
    }
  }

  /// `float64[2,3]`.
  static func text(ofShape shape: [Int]) -> String {
    "float64[" + shape.map(String.init).joined(separator: ",") + "]"
  }
}
