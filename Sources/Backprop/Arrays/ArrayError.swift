/// Why an array could not be had. The texts are NumPy's where it has them.
public enum ArrayError: Error, Equatable {
  /// So many bytes more than the budget grants.
  case memory(byteCount: Int)
  /// What NumPy raises as ValueError: shapes that do not go together.
  case value(String)
  case type(String)
  case index(String)
  /// NumPy's AxisError, which is a ValueError and an IndexError.
  case axis(Int, rank: Int)
  /// NumPy's LinAlgError.
  case linearAlgebra(String)
  /// A derivative that is not there to be had.
  case derivative(String)

  public var message: String {
    switch self {
    case .memory(let byteCount):
      "an array of \(byteCount) bytes does not fit into the memory allowed"
    case .value(let text), .type(let text), .index(let text), .linearAlgebra(let text),
      .derivative(let text):
      text
    case .axis(let axis, let rank):
      "axis \(axis) is out of bounds for array of dimension \(rank)"
    }
  }
}

/// A shape as NumPy writes it in messages: `(2,3)`, `(2,)`, `()`.
public func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ",") + ")"
}
