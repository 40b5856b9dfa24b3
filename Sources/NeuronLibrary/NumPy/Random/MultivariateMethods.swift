import Backprop
import NeuronRuntime

// `multinomial` and `dirichlet`, whose draws are rows.

extension StreamMethod {
  static let rows = [
    StreamMethod("multinomial", "n, pvals, size=") { (call) throws(Interruption) in
      try call.multinomial()
    },
    StreamMethod("dirichlet", "alpha, size=") { (call) throws(Interruption) in
      try call.dirichlet()
    },
  ]
}

extension StreamCall {
  fileprivate func multinomial() throws(Interruption) -> Value {
    let stream = try stream()
    let tries = try isModern ? countParameter(value(0)) : .number(onlyCount(value(0)))
    let chances = try outcomes(value(1))
    let count = chances.shape.last ?? 0
    try checkOutcomes(chances)
    if tries.contains(where: { $0 < 0 }) { throw .raised(.value, "n < 0") }
    guard case .number(let number) = tries, chances.rank == 1 else {
      return try multinomials(stream, tries, chances)
    }
    let row = UnsafeBufferPointer(start: chances.pointer(Double.self), count: count)
    let shape = (try size(2) ?? []) + [count]
    return try zeros(shape, of: Int64.self) { result in
      guard count > 0 else { return }
      for start in stride(from: 0, to: result.count, by: count) {
        stream.multinomial(
          Int(number), row, UnsafeMutableBufferPointer(rebasing: result[start..<(start + count)]))
      }
    }
  }

  /// The number of tries where there must be one.
  private func onlyCount(_ value: Value) throws(Interruption) -> Int64 {
    if let array = machine.arrayValue(value)?.array, array.count == 1, array.dtype != .float64 {
      return array.integer(atOffset: 0)
    }
    guard [.int, .bool, .bigInt, .float].contains(value.kind) || machine.arrayValue(value) != nil,
      case .number(let number) = try integerParameter(value)
    else { throw .raised(.type, "an integer is required") }
    return number
  }

  /// Rows for several numbers of tries or several rows of probabilities, which are broadcast.
  private func multinomials(
    _ stream: any RandomStream, _ tries: IntegerParameter, _ chances: NDArray
  ) throws(Interruption) -> Value {
    let count = chances.shape[chances.rank - 1]
    let rows = Array(chances.shape.dropLast())
    let shape = try resultShape([tries.shape, rows], try size(2))
    let numbers = try integerColumn(tries, shape)
    let all = try spread(chances, to: shape + [count])
    return try zeros(shape + [count], of: Int64.self) { result in
      withExtendedLifetime(numbers) {
        let given = numbers.elements?.pointer(Int64.self)
        for row in 0..<(result.count / count) {
          let start = row * count
          stream.multinomial(
            Int(given?[row] ?? numbers.number),
            UnsafeBufferPointer(start: all.pointer(Double.self) + start, count: count),
            UnsafeMutableBufferPointer(rebasing: result[start..<(start + count)]))
        }
      }
    }
  }

  /// The probabilities of the outcomes, contiguous.
  private func outcomes(_ value: Value) throws(Interruption) -> NDArray {
    let given = try parameter(value)
    guard case .array(let array) = given, !isModern || array.shape.last != 0 else {
      if !isModern { throw .raised(.type, "pvals must be a 1-d sequence") }
      throw .raised(
        .value,
        "pvals must have at least 1 dimension and the last dimension of pvals must be greater than 0."
      )
    }
    if !isModern, array.rank > 1 { throw .raised(.value, "object too deep for desired array") }
    return try machine.attempt { () throws(ArrayError) in try array.contiguous() }
  }

  private func checkOutcomes(_ chances: NDArray) throws(Interruption) {
    try ParameterRule.probability.check(.array(chances), "pvals")
    let count = chances.shape.last ?? 0
    if count == 0 { return }
    for start in stride(from: 0, to: chances.count, by: count) {
      let row = UnsafeBufferPointer(
        start: chances.pointer(Double.self) + start, count: count - 1)
      if compensatedSum(row) > 1 + 1e-12 {
        let leading = chances.rank > 1 ? "...," : ""
        throw .raised(.value, "sum(pvals[\(leading):-1]) > 1.0")
      }
    }
  }

  /// A new array of zeros that `fill` may change.
  private func zeros<E: ArrayElement>(
    _ shape: [Int], of type: E.Type, _ fill: (UnsafeMutableBufferPointer<E>) -> Void
  ) throws(Interruption) -> Value {
    try machine.array(
      try array(shape, of: E.self) { result in
        if let base = result.baseAddress {
          UnsafeMutableRawPointer(base).initializeMemory(
            as: UInt8.self, repeating: 0, count: result.count * MemoryLayout<E>.size)
        }
        fill(result)
      })
  }

  // MARK: Dirichlet

  fileprivate func dirichlet() throws(Interruption) -> Value {
    let stream = try stream()
    guard machine.length(value(0)) != nil else {
      throw .raised(
        .type, "object of type '\(machine.typeName(value(0)))' has no len()")
    }
    guard case .array(let given) = try parameter(value(0)), given.rank == 1 else {
      throw .raised(.value, "object too deep for desired array")
    }
    // Of -0, whose inverse is -inf, a beta would never come.
    let alpha = given.floats.map { $0 + 0 }
    if isModern ? alpha.contains(where: { $0 < 0 }) : alpha.contains(where: { $0 <= 0 }) {
      throw .raised(.value, isModern ? "alpha < 0" : "alpha <= 0")
    }
    let shape = (try size(1) ?? []) + [alpha.count]
    let isSmall = isModern && (alpha.max() ?? 1) < 0.1
    return try zeros(shape, of: Double.self) { result in
      guard alpha.count > 0 else { return }
      for start in stride(from: 0, to: result.count, by: alpha.count) {
        let row = UnsafeMutableBufferPointer(
          rebasing: result[start..<(start + alpha.count)])
        if isSmall {
          breakStick(stream, alpha, row)
        } else {
          normalizeGammas(stream, alpha, row)
        }
      }
    }
  }

  private func normalizeGammas(
    _ stream: any RandomStream, _ alpha: [Double], _ row: UnsafeMutableBufferPointer<Double>
  ) {
    var sum = 0.0
    for (index, shape) in alpha.enumerated() {
      row[index] = stream.standardGamma(shape)
      sum += row[index]
    }
    let inverse = 1 / sum
    for index in row.indices { row[index] *= inverse }
  }

  /// Breaks parts off a stick of length 1: where all of `alpha` is small, gammas might all be 0.
  private func breakStick(
    _ stream: any RandomStream, _ alpha: [Double], _ row: UnsafeMutableBufferPointer<Double>
  ) {
    var sums = alpha
    for index in alpha.indices.dropLast().reversed() {
      sums[index] = sums[index + 1] + alpha[index]
    }
    guard sums[0] > 0 else { return }
    var rest = 1.0
    for index in alpha.indices.dropLast() {
      let part = stream.beta(alpha[index], sums[index + 1])
      row[index] = rest * part
      rest *= 1 - part
      if sums[index + 1] == 0 { break }
    }
    row[alpha.count - 1] = rest
  }
}
