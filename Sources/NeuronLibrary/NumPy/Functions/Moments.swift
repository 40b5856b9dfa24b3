import Backprop
import NeuronRuntime

// Means and deviations.

extension ArrayMath {
  /// How many elements each element of a reduction's result is of.
  private func counts(
    _ shape: [Int], _ reduction: Reduction, keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    guard let mask = reduction.mask else {
      return try number(Double(reduction.axes.map { shape[$0] }.reduce(1, *)))
    }
    return try float(try sum(TracedArray(mask), reduction.axes, keepsAxes: keepsAxes))
  }

  /// Σx / n; NaN of nothing.
  func mean(_ x: TracedArray, _ reduction: Reduction) throws(Interruption) -> TracedArray {
    var sums = reduction
    sums.dtype = reduction.dtype ?? .float64
    let total = try sum(x, sums)
    let result = try divide(
      total, try counts(x.array.shape, reduction, keepsAxes: reduction.keepsAxes))
    return try converted(result, to: sums.dtype ?? .float64)
  }

  func mean(
    _ x: TracedArray, _ axes: [Int], keepsAxes: Bool = false
  ) throws(Interruption) -> TracedArray {
    try mean(x, Reduction(axes: axes, keepsAxes: keepsAxes))
  }

  /// Σ(x − mean)² / (n − ddof), in two passes as NumPy takes them.
  ///
  /// - Parameter known: the mean where the program gives it, with the axes kept.
  func variance(
    _ x: TracedArray, _ reduction: Reduction, ddof: Double, known: TracedArray? = nil
  ) throws(Interruption) -> TracedArray {
    var kept = reduction
    kept.keepsAxes = true
    kept.dtype = .float64
    let center: TracedArray
    if let known {
      center = known
    } else {
      center = try divide(
        try sum(x, kept), try counts(x.array.shape, reduction, keepsAxes: true))
    }
    let distance = try subtract(try float(x), center)
    var sums = reduction
    sums.dtype = .float64
    let squares = try sum(try multiply(distance, distance), sums)
    let count = try counts(x.array.shape, reduction, keepsAxes: reduction.keepsAxes)
    let freedom = try maximum(try subtract(count, try number(ddof)), try number(0))
    return try divide(squares, freedom)
  }
}

extension Machine {
  func defineMoments(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("mean", "a, axis=, dtype=, out=, keepdims=, *, where=") {
      (call) throws(Interruption) in
      let x = try call.array(0)
      let reduction = try call.reduction(
        of: x, .init(dtype: 2, out: 3, keepsAxes: 4, mask: 5), isCounted: true)
      return try call.value(try call.math.mean(x, reduction), into: 3)
    }
    for (name, isDeviation) in [("var", false), ("std", true)] {
      functions.define(
        name, "a, axis=, dtype=, out=, ddof=, keepdims=, *, where=, mean=, correction="
      ) { (call) throws(Interruption) in
        let x = try call.array(0)
        let reduction = try call.reduction(
          of: x, .init(dtype: 2, out: 3, keepsAxes: 5, mask: 6), isCounted: true)
        let result = try call.math.variance(
          x, reduction, ddof: try call.degreesOfFreedom(4, 8),
          known: try call[7].map { (value) throws(Interruption) in try call.array(of: value) })
        return try call.value(
          isDeviation ? try call.math.elementwise(.sqrt, result) : result, into: 3)
      }
    }
    functions.define("average", "a, axis=, weights=, returned=, *, keepdims=") {
      (call) throws(Interruption) in
      try call.average()
    }
  }
}

extension ArrayCall {
  /// Fails for an axis of a number: where elements are counted along it, there must be one.
  func requireAxis(_ place: Int, of x: TracedArray) throws(Interruption) {
    if x.array.rank == 0, let value = self[place], value.kind != .tuple {
      _ = try math.axis(try machine.indexArgument(value), rank: 0)
    }
  }

  func degreesOfFreedom(_ place: Int, _ correction: Int) throws(Interruption) -> Double {
    if self[correction] == nil { return try number(place, else: 0) }
    if try number(place, else: 0) != 0 {
      throw .raised(.value, "ddof and correction can't be provided simultaneously.")
    }
    return try number(correction, else: 0)
  }

  /// Σ(x·w) / Σw.
  fileprivate func average() throws(Interruption) -> Value {
    let x = try array(0)
    let reduction = Reduction(
      axes: try reducedAxes(1, rank: x.array.rank, isCounted: true, "axis: "),
      keepsAxes: try flag(4))
    guard let given = self[2] else {
      let result = try math.mean(x, reduction)
      if result.array.count == 0 { throw .raised(.zeroDivision, "division by zero") }
      let count = reduction.axes.map { x.array.shape[$0] }.reduce(1, *)
      return try averaged(result, try math.number(Double(count)))
    }
    let weights = try expandedWeights(try array(of: given), x.array.shape, reduction.axes)
    let total = try math.sum(
      weights, weights.array.rank == 0 ? Reduction(axes: []) : reduction)
    if total.array.floats.contains(0) {
      throw .raised(.zeroDivision, "Weights sum to zero, can't be normalized")
    }
    let weighted = try math.multiply(try math.float(x), try math.float(weights))
    let result = try math.divide(try math.sum(weighted, reduction), total)
    return try averaged(result, try math.float(total))
  }

  /// The average, with the sum of the weights where that is asked for.
  private func averaged(
    _ result: TracedArray, _ weights: TracedArray
  ) throws(Interruption) -> Value {
    if !(try flag(3)) { return try value(result) }
    let total = try math.broadcast(weights, to: result.array.shape)
    return try machine.heap.tuple([try value(result), try value(try math.copied(total))])
  }

  private func expandedWeights(
    _ weights: TracedArray, _ shape: [Int], _ axes: [Int]
  ) throws(Interruption) -> TracedArray {
    if weights.array.shape == shape { return weights }
    if self[1] == nil {
      throw .raised(
        .type, "Axis must be specified when shapes of a and weights differ.")
    }
    if weights.array.shape != axes.map({ shape[$0] }) {
      throw .raised(
        .value, "Shape of weights must be consistent with shape of a along specified axis.")
    }
    let sizes = shape.indices.map { axes.contains($0) ? shape[$0] : 1 }
    return try math.broadcast(try math.reshaped(weights, to: sizes), to: shape)
  }
}
