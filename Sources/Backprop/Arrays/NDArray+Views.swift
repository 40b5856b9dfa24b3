// Other shapes and places of the same elements. Views mark the storage as shared.

extension NDArray {
  private func view(offset: Int? = nil, shape: [Int], strides: [Int]) -> NDArray {
    storage.isShared = true
    return NDArray(
      storage: storage, dtype: dtype, offset: offset ?? self.offset, shape: shape, strides: strides)
  }

  /// The axes in another order: result axis i is axis `axes[i]`.
  public func transposed(_ axes: [Int]) -> NDArray {
    view(shape: axes.map { shape[$0] }, strides: axes.map { strides[$0] })
  }

  /// The axes in reverse order.
  public func transposed() -> NDArray {
    view(shape: shape.reversed(), strides: strides.reversed())
  }

  /// Repeats the elements along axes of size 1 and along new leading axes, without copying; must not be
  /// written to.
  ///
  /// - Throws: `value` when the shapes do not go together.
  public func broadcast(to shape: [Int]) throws(ArrayError) -> NDArray {
    if shape == self.shape { return self }
    let added = shape.count - rank
    var result = [Int](repeating: 0, count: shape.count)
    for axis in self.shape.indices where added >= 0 {
      let size = self.shape[axis]
      if size == shape[axis + added] {
        result[axis + added] = strides[axis]
      } else if size != 1 {
        throw NDArray.notBroadcast(self.shape, shape)
      }
    }
    if added < 0 { throw NDArray.notBroadcast(self.shape, shape) }
    // A view takes no memory, but its elements must be countable.
    _ = try NDArray.count(of: shape)
    return view(shape: shape, strides: result)
  }

  private static func notBroadcast(_ from: [Int], _ to: [Int]) -> ArrayError {
    .value(
      "operands could not be broadcast together with remapped shapes [original->remapped]: \(shapeText(from))  and requested shape \(shapeText(to))"
    )
  }

  /// The shape of an element-wise result.
  ///
  /// - Throws: `value` with NumPy's message, which names the shapes.
  public static func broadcastShape(_ shapes: [Int]...) throws(ArrayError) -> [Int] {
    try broadcastShape(of: shapes)
  }

  public static func broadcastShape(of shapes: [[Int]]) throws(ArrayError) -> [Int] {
    let rank = shapes.map(\.count).max() ?? 0
    var result = [Int](repeating: 1, count: rank)
    for shape in shapes {
      for (axis, size) in shape.enumerated() where size != 1 {
        let place = axis + rank - shape.count
        if result[place] == 1 {
          result[place] = size
        } else if result[place] != size {
          let texts = shapes.map { shapeText($0) + " " }.joined()
          throw .value("operands could not be broadcast together with shapes \(texts)")
        }
      }
    }
    return result
  }

  /// The same elements in another shape: a view where the steps allow it, else a copy.
  ///
  /// - Parameter shape: of as many elements as this.
  public func reshaped(_ shape: [Int]) throws(ArrayError) -> NDArray {
    // Of an array without elements any sizes may be asked.
    if count == 0 { _ = try NDArray.count(of: shape) }
    if shape == self.shape { return view(shape: shape, strides: strides) }
    if let strides = stridesOfView(shape) { return view(shape: shape, strides: strides) }
    let copy = try contiguousCopy()
    return NDArray(
      storage: copy.storage, dtype: dtype, offset: 0, shape: shape,
      strides: NDArray.rowMajorStrides(shape))
  }

  /// The strides with which a view in row-major order has the elements of this, if there are such.
  private func stridesOfView(_ newShape: [Int]) -> [Int]? {
    if count == 0 || isContiguous { return NDArray.rowMajorStrides(newShape) }
    let old = shape.indices.filter { shape[$0] != 1 }.map { (size: shape[$0], step: strides[$0]) }
    var result = [Int](repeating: 0, count: newShape.count)
    var (from, to) = (0, 0)
    while from < old.count && to < newShape.count {
      var (oldEnd, newEnd) = (from + 1, to + 1)
      var (oldSize, newSize) = (old[from].size, newShape[to])
      while oldSize != newSize {
        if newSize < oldSize {
          newSize *= newShape[newEnd]
          newEnd += 1
        } else {
          oldSize *= old[oldEnd].size
          oldEnd += 1
        }
      }
      for axis in from..<(oldEnd - 1)
      where old[axis].step != old[axis + 1].size * old[axis + 1].step {
        return nil
      }
      var step = old[oldEnd - 1].step
      for axis in stride(from: newEnd - 1, through: to, by: -1) {
        result[axis] = step
        step *= newShape[axis]
      }
      (from, to) = (oldEnd, newEnd)
    }
    return result
  }

  /// What a basic index (integers, slices, new axes) leaves, as a view.
  public func view(_ index: BasicIndex) -> NDArray {
    var offset = self.offset
    var shape: [Int] = []
    var strides: [Int] = []
    var axis = 0
    for item in index.items {
      switch item {
      case .position(let position):
        offset += position * self.strides[axis]
        axis += 1
      case .slice(let start, let count, let step):
        if count > 0 { offset += start * self.strides[axis] }
        shape.append(count)
        strides.append(self.strides[axis] * step)
        axis += 1
      case .newAxis:
        shape.append(1)
        strides.append(0)
      }
    }
    shape += self.shape[axis...]
    strides += self.strides[axis...]
    return view(offset: offset, shape: shape, strides: strides)
  }
}

/// Integers, slices and new axes, checked against the shape that they are for; what follows the last
/// item is taken whole.
public struct BasicIndex: Equatable, Sendable {
  public enum Item: Equatable, Sendable {
    /// From 0 on; takes the axis away.
    case position(Int)
    /// `count` elements from `start`, `step` apart.
    case slice(start: Int, count: Int, step: Int)
    case newAxis
  }

  public var items: [Item]

  public init(_ items: [Item]) {
    self.items = items
  }
}
