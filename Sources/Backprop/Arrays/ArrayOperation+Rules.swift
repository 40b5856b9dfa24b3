// For each operation r = f(x, y, …): how a cotangent g of r is handed down to its operands, and how a
// change of the operands changes r. The two are transposes of each other. They are written with the
// operations themselves, so that they can be recorded and differentiated in their turn.

extension ArrayOperation {
  /// What comes from the cotangent `g` of the result `r` to the operand `k` among `x`, in its shape.
  ///
  /// - Throws: `derivative` where there is none, and what the operations throw.
  func cotangent<A: RuleArray>(
    to k: Int, from g: A, operands x: [A], result r: A
  ) throws(ArrayError) -> A {
    let shape = x[k].shape
    switch self {
    // Each by itself: g times the local derivative, summed over what was broadcast.
    case .elementwise(let operation):
      return try A.elementwiseProduct(g, operation, operands: x, result: r, by: k)
        .unbroadcast(shape)

    // Σx: g for every summand.
    case .sum(let axes, _): return try g.restoring(axes, of: shape).broadcast(shape)
    // Πx: g times the product of all others.
    case .product(let axes, _):
      return try g.restoring(axes, of: shape) * productOfOthers(x[0], axes, r)
    // The greatest: g for it, in equal shares at a tie.
    case .maximum(let axes, _), .minimum(let axes, _):
      return try g.restoring(axes, of: shape) * shares(of: x[0], axes, r)
    // Sums up to each place: what comes from it and from all after it.
    case .cumulativeSum(let axis):
      return try A.apply(self, [g.flipped(axis)]).flipped(axis)
    // Products up to each place: Σ g·r over it and all after it, divided by x.
    case .cumulativeProduct(let axis):
      try requireNoZero(x[0].array, "cumprod")
      let sum = ArrayOperation.cumulativeSum(axis: axis)
      return try A.apply(sum, [(g * r).flipped(axis)]).flipped(axis) / x[0]

    case .broadcast: return try g.unbroadcast(shape)
    case .reshape: return try g.reshaped(shape)
    case .transpose(let axes): return try A.apply(.transpose(inverted(axes)), [g])
    // The part that the operand was.
    case .concatenate(let axis):
      let start = x[..<k].reduce(0) { $0 + $1.shape[axis] }
      return try g.slice(axis, start: start, count: shape[axis])

    case .view(let index): return try A.apply(.embed(index, shape: shape), [g])
    case .embed(let index, _): return try A.apply(.view(index), [g])
    // What was replaced gets nothing; what replaced it gets its place's.
    case .put(let index):
      return k == 0
        ? try A.apply(self, [g, g.zeros([])])
        : try A.apply(.view(index), [g]).unbroadcast(shape)
    case .take(let positions, _):
      return try A.apply(.scatter(positions: positions, shape: shape), [g])
    case .scatter(let positions, _):
      return try A.apply(.take(positions: positions, shape: shape), [g])
    case .putAt(let positions, let valueShape):
      if k == 0 { return try A.apply(self, [g, g.zeros([])]) }
      let taken = try A.apply(.take(positions: positions, shape: valueShape), [g])
      return try (taken * A(constant: lastOnes(positions, valueShape))).unbroadcast(shape)
    // g where the operand was chosen.
    case .select:
      let zero = try g.zeros([])
      return try A.apply(.select, k == 1 ? [x[0], g, zero] : [x[0], zero, g]).unbroadcast(shape)

    // x·y: g·yᵀ and xᵀ·g.
    case .matmul: return try matrixCotangent(to: k, g, x)
    // x⁻¹: -rᵀ·g·rᵀ.
    case .inverse:
      let transposed = try r.matrixTransposed()
      return try transposed.matmul(g).matmul(transposed).negated()
    // r with x·r = y: x⁻ᵀ·g for y, and minus that times rᵀ for x.
    case .solve:
      let toRight = try A.apply(.solve, [x[0].matrixTransposed(), g])
      if k == 1 { return try toRight.unbroadcast(shape) }
      let isVector = x[1].rank == 1
      let column = isVector ? try toRight.reshaped(toRight.shape + [1]) : toRight
      let row = isVector ? try r.reshaped([1] + r.shape) : try r.matrixTransposed()
      return try column.matmul(row).negated().unbroadcast(shape)
    // |x|: g·|x|·x⁻ᵀ.
    case .determinant:
      let factor = try (g * r).reshaped(r.shape + [1, 1])
      return try factor * A.apply(.inverse, [x[0]]).matrixTransposed()
    }
  }

  /// How the result `r` changes when the operands `x` change by `t`, of which nil is no change at all;
  /// nil when none changes.
  func tangent<A: RuleArray>(
    operands x: [A], changes t: [A?], result r: A
  ) throws(ArrayError) -> A? {
    guard let any = t.lazy.compactMap({ $0 }).first else { return nil }
    func change(_ k: Int) throws(ArrayError) -> A {
      if let change = t[k] { return change }
      return try any.zeros(x[k].shape)
    }
    switch self {
    case .elementwise(let operation):
      var total: A?
      for (k, change) in t.enumerated() {
        guard let change else { continue }
        let part = try A.elementwiseProduct(
          change.broadcast(r.shape), operation, operands: x, result: r, by: k)
        total = try total.map { (sum) throws(ArrayError) in try sum + part } ?? part
      }
      return total

    // Linear in the only operand: of the change what it is of the operand.
    case .sum, .cumulativeSum, .broadcast, .reshape, .transpose, .view, .embed, .take, .scatter:
      return try A.apply(self, [any])
    // Linear in all operands together.
    case .concatenate, .put, .putAt:
      var changes: [A] = []
      for k in x.indices { changes.append(try change(k)) }
      return try A.apply(self, changes)
    case .select: return try A.apply(.select, [x[0], change(1), change(2)])

    case .product(let axes, let keepsAxes):
      return try A.apply(
        .sum(axes: axes, keepsAxes: keepsAxes), [any * productOfOthers(x[0], axes, r)])
    case .maximum(let axes, let keepsAxes), .minimum(let axes, let keepsAxes):
      return try A.apply(
        .sum(axes: axes, keepsAxes: keepsAxes), [any * shares(of: x[0], axes, r)])
    case .cumulativeProduct(let axis):
      try requireNoZero(x[0].array, "cumprod")
      return try r * A.apply(.cumulativeSum(axis: axis), [any / x[0]])

    case .matmul:
      let left = try t[0].map { (change) throws(ArrayError) in try change.matmul(x[1]) }
      let right = try t[1].map { (change) throws(ArrayError) in try x[0].matmul(change) }
      guard let left else { return right }
      return try right.map { (right) throws(ArrayError) in try left + right } ?? left
    case .inverse: return try r.matmul(any).matmul(r).negated()
    case .solve:
      var right = try change(1)
      if let matrix = t[0] { right = try right - matrix.matmul(r) }
      return try A.apply(.solve, [x[0], right])
    case .determinant:
      let inverse = try A.apply(.inverse, [x[0]]).matrixTransposed()
      return try r * (inverse * any).sum([any.rank - 2, any.rank - 1])
    }
  }
}

// MARK: - Parts of rules

/// The order of axes that undoes another.
private func inverted(_ axes: [Int]) -> [Int] {
  var result = axes
  for (place, axis) in axes.enumerated() { result[axis] = place }
  return result
}

private func requireNoZero(_ x: NDArray, _ name: String) throws(ArrayError) {
  if x.floats.contains(0) {
    throw .derivative("the derivative of \(name) is not to be had where a factor is 0")
  }
}

/// For each element along `axes` the product of the others; from both ends, so that zeros do no harm.
private func productOfOthers<A: RuleArray>(
  _ x: A, _ axes: [Int], _ r: A
) throws(ArrayError) -> A {
  if !x.array.floats.contains(0) {
    return try r.restoring(axes, of: x.shape).broadcast(x.shape) / x
  }
  // The axes last and as one, the parts before and behind each place, and back again.
  let others = x.shape.indices.filter { !axes.contains($0) }
  let order = others + axes
  let moved = try A.apply(.transpose(order), [x])
  let length = axes.reduce(1) { $0 * x.shape[$1] }
  let outer = others.map { x.shape[$0] }
  let flat = try moved.reshaped(outer + [length])
  let one = A(
    constant: try NDArray(repeating: 1.0, shape: outer + [1], budget: x.array.budget))
  let axis = outer.count
  var before = [one]
  var behind = [one]
  for place in 0..<(length - 1) {
    before.append(try before[place] * flat.slice(axis, start: place, count: 1))
    behind.append(try behind[place] * flat.slice(axis, start: length - 1 - place, count: 1))
  }
  let product =
    try A.apply(.concatenate(axis: axis), before)
    * A.apply(.concatenate(axis: axis), behind.reversed())
  return try A.apply(.transpose(inverted(order)), [product.reshaped(moved.shape)])
}

/// 1 over the number of elements that are the extremum, for each of these, and 0 for all others.
private func shares<A: RuleArray>(of x: A, _ axes: [Int], _ r: A) throws(ArrayError) -> A {
  let extremum = try r.array.restoring(axes, of: x.shape).broadcast(x.shape)
  let winners = try NDArray.compare(.equal, x.array, extremum).converted(to: .float64)
  return A(constant: try winners / winners.sum(axes: axes, keepsAxes: true))
}

/// 1 for each of `positions` that is not named again later, in `shape`.
private func lastOnes(_ positions: NDArray, _ shape: [Int]) throws(ArrayError) -> NDArray {
  let result = try NDArray(repeating: 1.0, shape: shape, budget: positions.budget)
  let positions = try positions.contiguous()
  let places = positions.pointer(Int64.self)
  let factors = result.pointer(Double.self)
  var seen: Set<Int64> = []
  for index in stride(from: result.count - 1, through: 0, by: -1)
  where !seen.insert(places[index]).inserted {
    factors[index] = 0
  }
  return result
}

/// The cotangent of a factor of a product of matrices, stacks or vectors: a vector is a matrix of one
/// row where it stands first, of one column where it stands second.
private func matrixCotangent<A: RuleArray>(
  to k: Int, _ g: A, _ x: [A]
) throws(ArrayError) -> A {
  let isRow = x[0].rank == 1
  let isColumn = x[1].rank == 1
  var shape = g.shape
  if isColumn { shape.append(1) }
  if isRow { shape.insert(1, at: shape.count - 1) }
  let g = try g.reshaped(shape)
  if k == 0 {
    let y = isColumn ? try x[1].reshaped([x[1].shape[0], 1]) : x[1]
    let part = try g.matmul(y.matrixTransposed())
    return isRow
      ? try part.unbroadcast([1] + x[0].shape).reshaped(x[0].shape)
      : try part.unbroadcast(x[0].shape)
  }
  let y = isRow ? try x[0].reshaped([1, x[0].shape[0]]) : x[0]
  let part = try y.matrixTransposed().matmul(g)
  return isColumn
    ? try part.unbroadcast(x[1].shape + [1]).reshaped(x[1].shape)
    : try part.unbroadcast(x[1].shape)
}
