import Testing

@testable import Backprop

/// Each operation on arrays against central differences: its cotangents, those recorded and
/// differentiated again, and its tangents against its cotangents.
@Suite(.serialized) struct ArrayDerivativeTests {
  /// Unchecked, since its arrays share a budget: the suite is serialized, and nothing else has them.
  struct Example: CustomTestStringConvertible, @unchecked Sendable {
    let name: String
    let operation: ArrayOperation
    let operands: [NDArray]
    /// The first operand that can be differentiated by.
    var first = 0

    var testDescription: String { name }
  }

  private static let unaryDomains: [Operation: (Double, Double)] = [
    .acosh: (1.2, 3), .asin: (-0.9, 0.9), .acos: (-0.9, 0.9), .atanh: (-0.9, 0.9),
  ]

  static let elementwise: [Example] = Operation.allCases.flatMap { operation -> [Example] in
    switch operation {
    case .input, .copy, .array, .polygamma, .modulo: return []
    case _ where operation.isUnary:
      let (low, high) = unaryDomains[operation] ?? (0.3, 1.3)
      return [
        Example(
          name: "\(operation)", operation: .elementwise(operation),
          operands: [array([2, 3], 1, low, high)])
      ]
    default:
      return [
        Example(
          name: "\(operation) of rows", operation: .elementwise(operation),
          operands: [array([2, 3], 1), array([3], 2)]),
        Example(
          name: "\(operation) of a number", operation: .elementwise(operation),
          operands: [array([], 1), array([2, 1], 2)]),
      ]
    }
  }

  static let reductions: [Example] = {
    let withZero = array([2, 3], 1)
    withZero.pointer(Double.self)[1] = 0
    return [
      Example(
        name: "sum", operation: .sum(axes: [1], keepsAxes: false), operands: [array([2, 3, 2], 1)]),
      Example(
        name: "sum, kept", operation: .sum(axes: [0, 2], keepsAxes: true),
        operands: [array([2, 3, 2], 1)]),
      Example(
        name: "product", operation: .product(axes: [1], keepsAxes: false),
        operands: [array([2, 3, 2], 1)]),
      Example(
        name: "product with a zero", operation: .product(axes: [1], keepsAxes: false),
        operands: [withZero]),
      Example(
        name: "product of all, with a zero", operation: .product(axes: [0, 1], keepsAxes: true),
        operands: [withZero]),
      Example(
        name: "maximum", operation: .maximum(axes: [1], keepsAxes: false),
        operands: [array([2, 3, 2], 1)]),
      Example(
        name: "minimum of all", operation: .minimum(axes: [0, 1], keepsAxes: true),
        operands: [array([2, 3, 2], 1)]),
      Example(
        name: "cumulative sum", operation: .cumulativeSum(axis: 1), operands: [array([2, 3, 2], 1)]),
      Example(
        name: "cumulative product", operation: .cumulativeProduct(axis: 1),
        operands: [array([2, 3, 2], 1)]),
    ]
  }()

  static let places: [Example] = {
    let index = BasicIndex([.position(1), .slice(start: 2, count: 2, step: -2), .newAxis])
    let positions = ArrayDerivativeTests.positions([3, 0, 3, 5], [2, 2])
    // swift-format-ignore: NeverUseForceTry, the budget of a test has no end
    let condition = try! NDArray.compare(.less, array([2, 3], 5), array([2, 3], 6))
    return [
      Example(
        name: "broadcast", operation: .broadcast(to: [2, 3, 2]), operands: [array([3, 1], 1)]),
      Example(name: "reshape", operation: .reshape([3, 4]), operands: [array([2, 3, 2], 1)]),
      Example(
        name: "transpose", operation: .transpose([1, 2, 0]), operands: [array([2, 3, 2], 1)]),
      Example(
        name: "concatenate", operation: .concatenate(axis: 1),
        operands: [array([2, 3], 1), array([2, 1], 2)]),
      Example(name: "view", operation: .view(index), operands: [array([2, 3, 2], 1)]),
      Example(
        name: "embed", operation: .embed(index, shape: [2, 3, 2]), operands: [array([2, 1, 2], 1)]),
      Example(
        name: "put", operation: .put(index), operands: [array([2, 3, 2], 1), array([2], 2)]),
      Example(
        name: "take", operation: .take(positions: positions, shape: [2, 2]),
        operands: [array([2, 3], 1)]),
      Example(
        name: "scatter", operation: .scatter(positions: positions, shape: [2, 3]),
        operands: [array([2, 2], 1)]),
      Example(
        name: "put at places named twice", operation: .putAt(positions: positions, shape: [2, 2]),
        operands: [array([2, 3], 1), array([2], 2)]),
      Example(
        name: "select", operation: .select,
        operands: [condition, array([2, 3], 1), array([3], 2)], first: 1),
    ]
  }()

  static let products: [Example] = [
    ([2, 3], [3, 4]), ([3], [3]), ([3], [3, 4]), ([2, 3], [3]), ([5, 2, 3], [3, 4]),
    ([5, 2, 3], [3]), ([3], [5, 3, 2]), ([5, 1, 2, 3], [4, 3, 2]),
  ].map { left, right in
    Example(
      name: "matmul of \(shapeText(left)) and \(shapeText(right))", operation: .matmul,
      operands: [array(left, 1), array(right, 2)])
  }

  static let linearAlgebra: [Example] = [
    Example(name: "inverse", operation: .inverse, operands: [regular([3, 3])]),
    Example(name: "inverse of a stack", operation: .inverse, operands: [regular([2, 3, 3])]),
    Example(name: "solve", operation: .solve, operands: [regular([3, 3]), array([3, 2], 2)]),
    Example(
      name: "solve a vector", operation: .solve, operands: [regular([3, 3]), array([3], 2)]),
    Example(name: "determinant", operation: .determinant, operands: [regular([3, 3])]),
    Example(
      name: "determinants of a stack", operation: .determinant, operands: [regular([2, 3, 3])]),
  ]

  @Test(arguments: elementwise + reductions + places + products + linearAlgebra)
  func agreesWithCentralDifferences(_ example: Example) throws {
    for operand in example.first..<example.operands.count {
      let tape = Tape()
      let (inputs, total) = try run(example, on: tape)
      let input = TracedValue.array(inputs[operand])
      let gradient = try cotangent(of: total, by: input, on: tape)
      let numeric = try differences(example, by: operand) { changed in
        try run(changed, on: Tape()).total.number.value
      }
      expectEqual(gradient.array, numeric, within: 1e-7)

      let direction = array(inputs[operand].array.shape, 7)
      let tangent = try tape.tangent(
        of: .number(total.number), by: [input], changes: [.array(TracedArray(direction))],
        isRecorded: false, budget: budget)
      guard case .number(let change) = tangent else {
        Issue.record("the tangent of a number is a number")
        return
      }
      let expected = zip(direction.floats, gradient.array.floats).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(change.value - expected) < 1e-9 * max(1, abs(expected)))
    }
  }

  @Test(arguments: elementwise + reductions + places + products + linearAlgebra)
  func canBeDifferentiatedTwice(_ example: Example) throws {
    for operand in example.first..<example.operands.count {
      let tape = Tape()
      let (inputs, total) = try run(example, on: tape)
      let input = TracedValue.array(inputs[operand])
      let first = try cotangent(of: total, by: input, on: tape, isRecorded: true)
      let second = try cotangent(of: weighted(first, on: tape), by: input, on: tape)
      let numeric = try differences(example, by: operand) { changed in
        let tape = Tape()
        let (inputs, total) = try run(changed, on: tape)
        let gradient = try cotangent(of: total, by: .array(inputs[operand]), on: tape)
        return try weighted(TracedArray(gradient.array), on: tape).number.value
      }
      expectEqual(second.array, numeric, within: 1e-5)
    }
  }

  // MARK: Means

  /// The operation on fresh inputs, and a weighted sum of what it gives, so that no cotangent is plain.
  private func run(
    _ example: Example, on tape: Tape
  ) throws -> (inputs: [TracedArray], total: TracedArray) {
    let inputs = example.operands.enumerated().map { index, operand in
      index < example.first ? TracedArray(operand) : tape.input(TracedArray(operand))
    }
    return (inputs, try weighted(try tape.apply(example.operation, inputs), on: tape))
  }

  private func weighted(_ value: TracedArray, on tape: Tape) throws -> TracedArray {
    let weights = TracedArray(array(value.array.shape, 99))
    let product = try tape.apply(.elementwise(.multiply), [value, weights])
    let axes = Array(0..<product.array.rank)
    return axes.isEmpty ? product : try tape.apply(.sum(axes: axes, keepsAxes: false), [product])
  }

  private func cotangent(
    of output: TracedArray, by input: TracedValue, on tape: Tape, isRecorded: Bool = false
  ) throws -> TracedArray {
    let results = try tape.cotangents(
      of: .array(output), seed: .number(Traced(1)), by: [input], isRecorded: isRecorded,
      budget: budget)
    guard case .array(let result) = results[0] else {
      Issue.record("the cotangent of an array is an array")
      return TracedArray(array([], 0))
    }
    return result
  }

  private func differences(
    _ example: Example, by operand: Int, _ value: (Example) throws -> Double
  ) throws -> [Double] {
    try example.operands[operand].floats.indices.map { index in
      func shifted(_ change: Double) throws -> Double {
        var floats = example.operands[operand].floats
        floats[index] += change
        var operands = example.operands
        operands[operand] = try NDArray(
          floats, shape: operands[operand].shape, budget: budget)
        return try value(
          Example(
            name: example.name, operation: example.operation, operands: operands,
            first: example.first))
      }
      return try (shifted(1e-6) - shifted(-1e-6)) / 2e-6
    }
  }

  private func expectEqual(_ array: NDArray, _ numeric: [Double], within tolerance: Double) {
    for (exact, difference) in zip(array.floats, numeric) {
      #expect(abs(exact - difference) < tolerance * max(1, abs(difference)))
    }
  }
}

// One thread at a time may use a budget, hence the suite is serialized.
private nonisolated(unsafe) let budget = ArrayBudget()

/// Numbers between `low` and `high` from a seeded generator.
private func array(
  _ shape: [Int], _ seed: UInt64, _ low: Double = 0.3, _ high: Double = 1.3
) -> NDArray {
  var state = seed &* 2_654_435_761 &+ 12_345
  let floats = (0..<shape.reduce(1, *)).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + (high - low) * Double(state >> 40) / Double(1 << 24)
  }
  // swift-format-ignore: NeverUseForceTry, the budget of a test has no end
  return try! NDArray(floats, shape: shape, budget: budget)
}

/// Square matrices with a heavy diagonal.
private func regular(_ shape: [Int]) -> NDArray {
  let result = array(shape, 1)
  let size = shape[shape.count - 1]
  for index in 0..<result.count where index % (size * size) / size == index % size {
    result.pointer(Double.self)[index] += 2
  }
  return result
}

extension ArrayDerivativeTests {
  fileprivate static func positions(_ places: [Int64], _ shape: [Int]) -> NDArray {
    // swift-format-ignore: NeverUseForceTry, the budget of a test has no end
    let result = try! NDArray(uninitialized: shape, .int64, budget: budget)
    for (index, place) in places.enumerated() { result.pointer(Int64.self)[index] = place }
    return result
  }
}
