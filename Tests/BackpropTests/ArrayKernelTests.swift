import CKernels
import Testing

@testable import Backprop

/// A way to look at an array; the same names are in figures.py.
enum View {
  case plain, transposed, backwards, everySecond, swapped

  func of(_ x: NDArray) -> NDArray {
    switch self {
    case .plain: return x
    case .transposed: return x.transposed()
    case .backwards: return x.view(sliced(x, axis: 0, start: x.shape[0] - 1, step: -1))
    case .everySecond: return x.view(sliced(x, axis: x.rank - 1, start: 0, step: 2))
    case .swapped:
      return x.rank == 1 ? x : x.transposed([1, 0] + Array(2..<x.rank))
    }
  }

  private func sliced(_ x: NDArray, axis: Int, start: Int, step: Int) -> BasicIndex {
    BasicIndex(
      x.shape.indices.map { other in
        other == axis
          ? .slice(start: start, count: (x.shape[axis] - 1) / abs(step) + 1, step: step)
          : .slice(start: 0, count: x.shape[other], step: 1)
      })
  }
}

private var budget: ArrayBudget { ArrayBudget() }

/// The elements that `numbers` of figures.py has.
private func numbers(_ shape: [Int], start: Int = 17) throws -> NDArray {
  let count = shape.reduce(1, *)
  let elements = (0..<count).map { Double(($0 * 7919 + start) % 10007 - 5003) / 997 }
  return try NDArray(elements, shape: shape, budget: budget)
}

/// Elements of matrices of full rank; those that `irregular` of figures.py has.
private func irregular(_ shape: [Int]) throws -> NDArray {
  let count = shape.reduce(1, *)
  let elements = (0..<count).map { (place: Int) -> Double in
    let number: Int = (31 * place * place + 17 * place + 7) % 101 - 50
    return Double(number) / 7
  }
  return try NDArray(elements, shape: shape, budget: budget)
}

/// Seven elements spread over an array in row-major order, or all of fewer.
private func some(_ x: NDArray) -> [Double] {
  let all = x.floats
  return all.count <= 7 ? all : (0..<7).map { all[$0 * (all.count - 1) / 6] }
}

private func unitsApart(_ x: Double, _ y: Double) -> Double { abs(x - y) / y.ulp }

@Suite struct ArrayKernelTests {
  @Test func sumsAreNumPysToTheBit() throws {
    for figure in numPySums {
      let array = figure.view.of(try numbers(figure.shape))
      let sum = try array.sum(axes: figure.axes, keepsAxes: false)
      #expect(some(sum) == figure.some, "\(figure.shape) \(figure.view) \(figure.axes)")
    }
  }

  @Test func productsAreNumPysToTheBit() throws {
    for figure in numPyProducts {
      let (m, k, n) = (figure.rows, figure.inner, figure.columns)
      let x =
        figure.left == .plain ? try numbers([m, k]) : try numbers([k, m]).transposed()
      let y =
        figure.right == .plain
        ? try numbers([k, n], start: 5) : try numbers([n, k], start: 5).transposed()
      #expect(some(try NDArray.matmul(x, y)) == figure.some, "\(figure)")
    }
  }

  @Test func exponentialsAreNearlyRoundedOnce() throws {
    let exp = try NDArray(nearestExp.map(\.x), shape: [nearestExp.count], budget: budget)
    for (value, figure) in zip(try NDArray.elementwise(.exp, exp).floats, nearestExp) {
      #expect(unitsApart(value, figure.value) <= 1)
      #expect(value == Elementary.exp(figure.x))
    }
    let tanh = try NDArray(nearestTanh.map(\.x), shape: [nearestTanh.count], budget: budget)
    for (value, figure) in zip(try NDArray.elementwise(.tanh, tanh).floats, nearestTanh) {
      #expect(unitsApart(value, figure.value) <= 1)
    }
  }

  @Test func exponentialsAtTheEnds() throws {
    let ends = [-.infinity, -1e300, -750, -0.0, 0, 710, 1e300, .infinity]
    let array = try NDArray(ends + [.nan], shape: [ends.count + 1], budget: budget)
    let exp = try NDArray.elementwise(.exp, array).floats
    #expect(exp.dropLast() == [0, 0, 0, 1, 1, .infinity, .infinity, .infinity])
    #expect(exp.last?.isNaN == true)
    let small = [-745, -740.5, -720, -708.5, -600]
    let far = try NDArray(small, shape: [small.count], budget: budget)
    #expect(try NDArray.elementwise(.exp, far).floats == small.map(Elementary.exp))
    let tanh = try NDArray.elementwise(.tanh, array).floats
    #expect(tanh.dropLast() == [-1, -1, -1, 0, 0, 1, 1, 1])
    #expect(tanh[3].sign == .minus)
    #expect(tanh.last?.isNaN == true)
  }

  @Test func everyInstructionSetGivesTheSameBits() throws {
    let best = kernelChosen()
    defer { _ = kernelChoose(best) }
    let (x, y) = (try numbers([37, 113]), try numbers([113, 29], start: 5))
    var results: [[Double]] = []
    for set in [KernelSetBaseline, KernelSetAVX2, KernelSetAVX512] where kernelChoose(set) != 0 {
      results.append(
        try NDArray.matmul(x, y).floats + NDArray.elementwise(.exp, x).floats
          + NDArray.elementwise(.tanh, x).floats
          + [x.sum(axes: [0, 1], keepsAxes: false).float(atOffset: 0)]
          + NDArray.matmul(y.transposed(), x.transposed()).floats)
    }
    for result in results.dropFirst() { #expect(result == results[0]) }
  }

  @Test func resultsLieInMemoryAsTheirOperands() throws {
    let x = try numbers([3, 5]).transposed()
    #expect(try NDArray.elementwise(.negate, x).strides == [1, 5])
    #expect(try NDArray.elementwise(.add, x, x).strides == [1, 5])
    #expect(try NDArray.elementwise(.add, x, numbers([5, 3])).strides == [3, 1])
  }

  @Test func equalElementsAreOrderedAsByNumPy() throws {
    let keys = (0..<300).map { Double($0 * 7 % 5) }
    let array = try NDArray(keys, shape: [300], budget: budget)
    let order = try array.argsorted(axis: 0, stable: false)
    #expect(order.floats.map { Int($0) } == numPyUnstableOrder)
  }

  @Test func nanComesLast() throws {
    let array = try NDArray([.nan, 2, -.infinity, .nan, 1], shape: [5], budget: budget)
    let sorted = try array.sorted(axis: 0).floats
    #expect(sorted.prefix(3) == [-.infinity, 1, 2])
    #expect(sorted[3].isNaN && sorted[4].isNaN)
    #expect(try array.argMaximum(axis: 0).floats == [0])
    #expect(try array.maximum(axes: [0], keepsAxes: false).floats[0].isNaN)
  }

  @Test func integersWrapAroundAndDivideByZero() throws {
    let x = try NDArray(repeating: Int64.min, shape: [1], budget: budget)
    func applied(_ op: IntegerOperation, _ y: Int64) throws -> Int64 {
      try NDArray.integers(op, x, NDArray(repeating: y, shape: [1], budget: budget))
        .integer(atOffset: 0)
    }
    #expect(try applied(.subtract, 1) == .max)
    #expect(try applied(.floorDivide, -1) == .min)
    #expect(try applied(.floorDivide, 0) == 0)
    #expect(try applied(.modulo, 0) == 0)
    #expect(try applied(.shiftLeft, 64) == 0)
    #expect(try applied(.shiftRight, 100) == -1)
    #expect(throws: ArrayError.value("Integers to negative integer powers are not allowed.")) {
      try applied(.power, -1)
    }
  }
}

@Suite struct LinearAlgebraTests {
  private func expectClose(_ x: [Double], _ y: [Double], within bound: Double = 1e-12) {
    #expect(x.count == y.count)
    for (a, b) in zip(x, y) { #expect(abs(a - b) <= bound * max(1, abs(b)), "\(a) \(b)") }
  }

  @Test func anInverseUndoesItsMatrix() throws {
    let x = try irregular([3, 6, 6])
    let unit = try NDArray.matmul(x, x.inverse())
    for i in 0..<3 {
      let part = unit.view(BasicIndex([.position(i)]))
      expectClose(part.floats, (0..<36).map { $0 % 7 == 0 ? 1 : 0 }, within: 1e-10)
    }
  }

  @Test func eigenvectorsHaveLAPACKsSigns() throws {
    let x = try irregular([5, 5])
    let eigen = try NDArray.elementwise(.add, x, x.transposed()).symmetricEigen()
    expectClose(eigen.values.floats, numPyEigenvalues)
    expectClose(eigen.vectors.floats, numPyEigenvectors)
  }

  @Test func singularVectorsHaveLAPACKsSigns() throws {
    let (u, values, vt) = try irregular([4, 6]).singularValueDecomposition(full: true)
    expectClose(u.floats, numPySingularVectors.u)
    expectClose(values.floats, numPySingularVectors.values)
    expectClose(vt.floats, numPySingularVectors.vt)
  }

  @Test(arguments: [[7, 3], [3, 7], [40, 30], [30, 40], [1, 4], [4, 1], [60, 60]])
  func factorsGiveTheMatrixBack(_ shape: [Int]) throws {
    let x = try irregular(shape)
    let (q, r) = try x.qr(complete: false)
    expectClose(try NDArray.matmul(q, r).floats, x.floats, within: 1e-10)
    let (u, values, vt) = try x.singularValueDecomposition(full: false)
    let scaled = try NDArray.elementwise(.multiply, u, values)
    expectClose(try NDArray.matmul(scaled, vt).floats, x.floats, within: 1e-10)
  }

  @Test func whatHasNoAnswerIsSaidInNumPysWords() throws {
    let ones = try NDArray(repeating: 1.0, shape: [2, 2], budget: budget)
    #expect(throws: ArrayError.linearAlgebra("Singular matrix")) { try ones.inverse() }
    #expect(try ones.determinant().floats == [0])
    #expect(throws: ArrayError.linearAlgebra("Matrix is not positive definite")) {
      try NDArray.elementwise(.negate, ones).cholesky()
    }
    let wide = try irregular([2, 3])
    #expect(throws: ArrayError.linearAlgebra("Last 2 dimensions of the array must be square")) {
      try wide.determinant()
    }
  }
}
