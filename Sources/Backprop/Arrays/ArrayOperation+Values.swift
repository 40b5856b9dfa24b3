extension ArrayOperation {
  /// The result, by the kernels. Operands are as the case says.
  ///
  /// - Throws: `value` for shapes that do not go together, `memory`, `linearAlgebra`.
  public func value(of x: [NDArray]) throws(ArrayError) -> NDArray {
    switch self {
    case .elementwise(let operation):
      return operation.isUnary
        ? try NDArray.elementwise(operation, x[0])
        : try NDArray.elementwise(operation, x[0], x[1])
    case .sum(let axes, let keepsAxes): return try x[0].sum(axes: axes, keepsAxes: keepsAxes)
    case .product(let axes, let keepsAxes):
      return try x[0].product(axes: axes, keepsAxes: keepsAxes)
    case .maximum(let axes, let keepsAxes):
      return try x[0].maximum(axes: axes, keepsAxes: keepsAxes)
    case .minimum(let axes, let keepsAxes):
      return try x[0].minimum(axes: axes, keepsAxes: keepsAxes)
    case .cumulativeSum(let axis): return try x[0].cumulativeSum(axis: axis)
    case .cumulativeProduct(let axis): return try x[0].cumulativeProduct(axis: axis)
    case .broadcast(let shape): return try x[0].broadcast(to: shape)
    case .reshape(let shape): return try x[0].reshaped(shape)
    case .transpose(let axes): return x[0].transposed(axes)
    case .concatenate(let axis): return try NDArray.concatenate(x, axis: axis)
    case .view(let index): return x[0].view(index)
    case .embed(let index, let shape): return try NDArray.embed(x[0], in: index, shape: shape)
    case .put(let index):
      let result = try x[0].contiguousCopy()
      let target = result.view(index)
      target.assign(try x[1].broadcast(to: target.shape))
      result.storage.isShared = false
      return result
    case .take(let positions, let shape): return try x[0].take(positions, shape: shape)
    case .scatter(let positions, let shape):
      return try NDArray.scatter(x[0], at: positions, shape: shape)
    case .putAt(let positions, let shape):
      return try x[0].replacing(at: positions, by: try x[1].broadcast(to: shape))
    case .select: return try NDArray.select(x[0], x[1], x[2])
    case .matmul: return try NDArray.matmul(x[0], x[1])
    case .inverse: return try x[0].inverse()
    case .solve: return try NDArray.solve(x[0], x[1])
    case .determinant: return try x[0].determinant()
    }
  }
}

extension NDArray {
  /// A copy with other elements at row-major places; of several for one place the last one stays.
  func replacing(at positions: NDArray, by values: NDArray) throws(ArrayError) -> NDArray {
    let result = try contiguousCopy()
    let values = try values.contiguous()
    let positions = try positions.contiguous()
    let places = positions.pointer(Int64.self)
    for index in 0..<values.count {
      let place = result.storage.memory + Int(places[index]) * dtype.size
      place.copyMemory(
        from: values.storage.memory + (values.offset + index) * dtype.size, byteCount: dtype.size)
    }
    return result
  }
}
