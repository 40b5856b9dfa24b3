extension NDArray {
  /// The elements at positions, in a shape of as many.
  ///
  /// - Parameters:
  ///   - positions: `int64`, in row-major order of this array, from 0 to less than its count.
  ///   - shape: of as many elements as `positions`.
  public func take(_ positions: NDArray, shape: [Int]) throws(ArrayError) -> NDArray {
    let source = try contiguous()
    let places = try positions.contiguous()
    let result = try NDArray(uninitialized: shape, dtype, budget: budget)
    switch dtype {
    case .float64: result.fill(from: source, places, of: Double.self)
    case .int64: result.fill(from: source, places, of: Int64.self)
    case .bool: result.fill(from: source, places, of: UInt8.self)
    }
    return result
  }

  private func fill<E: ArrayElement>(from source: NDArray, _ places: NDArray, of type: E.Type) {
    let (from, at, to) = (source.pointer(E.self), places.pointer(Int64.self), pointer(E.self))
    for i in 0..<count { to[i] = from[Int(at[i])] }
  }

  /// An array of zeros to which each value is added at its position.
  ///
  /// - Parameters:
  ///   - values: `float64`.
  ///   - positions: `int64`, as many, in row-major order of the result.
  ///   - shape: that of the result.
  public static func scatter(
    _ values: NDArray, at positions: NDArray, shape: [Int]
  ) throws(ArrayError) -> NDArray {
    let values = try values.contiguous()
    let positions = try positions.contiguous()
    let result = try NDArray(repeating: 0.0, shape: shape, budget: values.budget)
    let (from, at) = (values.pointer(Double.self), positions.pointer(Int64.self))
    let to = result.pointer(Double.self)
    for i in 0..<values.count { to[Int(at[i])] += from[i] }
    return result
  }

  /// An array of zeros with the values where the index points.
  ///
  /// - Parameters:
  ///   - values: `float64`, of the shape that the index leaves of `shape`.
  ///   - shape: that of the result.
  public static func embed(
    _ values: NDArray, in index: BasicIndex, shape: [Int]
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(repeating: 0.0, shape: shape, budget: values.budget)
    result.view(index).assign(values)
    result.storage.isShared = false
    return result
  }
}
