import CKernels

extension NDArray {
  /// The matrix product, as `@`.
  ///
  /// Floats are added in an order that depends on the sizes and on how the operands lie in memory, never
  /// on the processor: see `kernelMatrixProduct`. Integers wrap around.
  ///
  /// - Parameters:
  ///   - x: shape [..., m, k] or [k]; any dtype.
  ///   - y: shape [..., k, n] or [k], of the same dtype; the leading axes broadcast.
  /// - Returns: shape [..., m, n], without the axis that an operand of one axis does not have.
  /// - Throws: `value` when the shapes do not go together.
  public static func matmul(_ x: NDArray, _ y: NDArray) throws(ArrayError) -> NDArray {
    if x.dtype == .bool {
      let counts = try matmul(x.cast(.int64), y.cast(.int64))
      return try counts.cast(.bool)
    }
    let product = try MatrixProduct(x, y)
    let result = try NDArray(uninitialized: product.resultShape, x.dtype, budget: x.budget)
    if result.count == 0 { return result }
    if x.dtype == .float64 {
      let room = try NDArray(
        uninitialized: [product.roomCount], .float64, budget: x.budget)
      withExtendedLifetime(room) {
        let place = room.pointer(Double.self)
        product.write(to: result, of: Double.self) { a, b, c, rows, inner, columns in
          kernelMatrixProduct(rows, inner, columns, KernelMatrix(a), KernelMatrix(b), c, place)
        }
      }
    } else {
      product.write(to: result, of: Int64.self, multiplyMatrices)
    }
    return result
  }
}

/// A matrix in memory; its size is with the product.
private struct MatrixPlace<E: ArrayElement> {
  var start: UnsafeMutablePointer<E>
  var rowStep: Int
  var columnStep: Int
}

/// Sizes and steps of a product of stacks of matrices.
private struct MatrixProduct {
  let x: NDArray
  let y: NDArray
  /// The leading axes of the result.
  let stack: [Int]
  let rows: Int
  let inner: Int
  let columns: Int

  init(_ x: NDArray, _ y: NDArray) throws(ArrayError) {
    for (place, operand) in [x, y].enumerated() where operand.rank == 0 {
      throw .value(
        "matmul: Input operand \(place) does not have enough dimensions (has 0, gufunc core with signature \(signature) requires 1)"
      )
    }
    self.x = x
    self.y = y
    inner = x.shape[x.rank - 1]
    rows = x.rank == 1 ? 1 : x.shape[x.rank - 2]
    columns = y.rank == 1 ? 1 : y.shape[y.rank - 1]
    let other = y.shape[max(y.rank - 2, 0)]
    guard inner == other else {
      throw .value(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \(signature) (size \(other) is different from \(inner))"
      )
    }
    do throws(ArrayError) {
      stack = try NDArray.broadcastShape(
        Array(x.shape.dropLast(2)), Array(y.shape.dropLast(2)))
    } catch {
      let texts = [x, y].map { shapeText($0.shape) + "->" + stackText($0.shape) + " " }.joined()
      throw .value(
        "operands could not be broadcast together with remapped shapes [original->remapped]: \(texts) and requested shape \(shapeText([rows, columns]))"
      )
    }
  }

  /// What the kernel for floats wants for itself.
  var roomCount: Int { kernelMatrixProductRoom(rows, inner, columns) }

  var resultShape: [Int] {
    stack + (x.rank == 1 ? [] : [rows]) + (y.rank == 1 ? [] : [columns])
  }

  func write<E: ArrayElement>(
    to result: NDArray, of type: E.Type,
    _ multiply: (MatrixPlace<E>, MatrixPlace<E>, UnsafeMutablePointer<E>, Int, Int, Int) -> Void
  ) {
    let left = MatrixPlace(
      start: x.pointer(E.self), rowStep: x.rank == 1 ? 0 : x.strides[x.rank - 2],
      columnStep: x.strides[x.rank - 1])
    let right = MatrixPlace(
      start: y.pointer(E.self), rowStep: y.strides[max(y.rank - 2, 0)],
      columnStep: y.rank == 1 ? 0 : y.strides[y.rank - 1])
    var to = result.pointer(E.self)
    var runs = OperandRuns(stack, x.stackOfMatrices, y.stackOfMatrices, y.stackOfMatrices)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { leftStart, rightStart, _ in
      for i in 0..<count {
        var (a, b) = (left, right)
        a.start += leftStart + i * steps.0
        b.start += rightStart + i * steps.1
        multiply(a, b, to, rows, inner, columns)
        to += rows * columns
      }
    }
  }
}

private let signature = "(n?,k),(k,m?)->(n?,m?)"

/// How NumPy writes a shape of which the product walks the leading axes only.
private func stackText(_ shape: [Int]) -> String {
  "(" + (shape.dropLast(2).map(String.init) + ["newaxis", "newaxis"]).joined(separator: ",") + ")"
}

extension NDArray {
  /// The first elements of the matrices of a stack.
  fileprivate var stackOfMatrices: NDArray {
    NDArray(
      storage: storage, dtype: dtype, offset: offset, shape: Array(shape.dropLast(2)),
      strides: Array(strides.dropLast(2)))
  }
}

extension KernelMatrix {
  fileprivate init(_ place: MatrixPlace<Double>) {
    self.init(start: place.start, rowStep: place.rowStep, columnStep: place.columnStep)
  }
}

/// c = a·b of integers, which wrap around, in row-major order.
private func multiplyMatrices(
  _ a: MatrixPlace<Int64>, _ b: MatrixPlace<Int64>, _ c: UnsafeMutablePointer<Int64>,
  _ rows: Int, _ inner: Int, _ columns: Int
) {
  for i in 0..<rows {
    let row = c + i * columns
    row.update(repeating: 0, count: columns)
    for k in 0..<inner {
      let factor = a.start[i * a.rowStep + k * a.columnStep]
      let other = b.start + k * b.rowStep
      for j in 0..<columns { row[j] &+= factor &* other[j &* b.columnStep] }
    }
  }
}
