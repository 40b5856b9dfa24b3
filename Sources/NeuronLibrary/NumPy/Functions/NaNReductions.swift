import Backprop
import NeuronRuntime

// Reductions for which NaN does not count.

extension ArrayMath {
  /// Where the elements are numbers, as `select` wants it, and the elements with NaN replaced.
  private func numbers(
    _ x: TracedArray, else value: Double
  ) throws(Interruption) -> (isNaN: NDArray, filled: TracedArray) {
    let mask = try isNaN(x.array)
    return (mask, try select(mask, try number(value), x))
  }

  /// How many elements are numbers.
  fileprivate func numberCount(
    _ x: TracedArray, _ axes: [Int], keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    let isNumber = try compare(.equal, TracedArray(try isNaN(x.array)), try integer(0))
    return try float(try sum(TracedArray(isNumber), axes, keepsAxes: keepsAxes))
  }

  fileprivate func extremumOfNumbers(
    _ x: TracedArray, _ reduction: Reduction, isMaximum: Bool
  ) throws(Interruption) -> TracedArray {
    if x.array.dtype != .float64 || x.array.count == 0 {
      return try extremum(x, reduction, isMaximum: isMaximum)
    }
    let (mask, filled) = try numbers(x, else: isMaximum ? -.infinity : .infinity)
    let result = try extremum(filled, reduction, isMaximum: isMaximum)
    let isEmpty = try truth(
      mask, Reduction(axes: reduction.axes, keepsAxes: reduction.keepsAxes), isAll: true)
    return reduction.initial == nil ? try select(isEmpty, try number(.nan), result) : result
  }

  fileprivate func meanOfNumbers(
    _ x: TracedArray, _ reduction: Reduction
  ) throws(Interruption) -> TracedArray {
    if x.array.dtype != .float64 { return try mean(x, reduction) }
    let total = try sum(try replacingNaN(x, by: 0), reduction)
    return try divide(
      total, try numberCount(x, reduction.axes, keepsAxes: reduction.keepsAxes))
  }

  fileprivate func varianceOfNumbers(
    _ x: TracedArray, _ reduction: Reduction, ddof: Double
  ) throws(Interruption) -> TracedArray {
    if x.array.dtype != .float64 { return try variance(x, reduction, ddof: ddof) }
    let axes = reduction.axes
    let (mask, filled) = try numbers(x, else: 0)
    let center = try divide(
      try sum(filled, axes, keepsAxes: true), try numberCount(x, axes, keepsAxes: true))
    let distance = try select(mask, try number(0), try subtract(x, center))
    let squares = try sum(
      try multiply(distance, distance), axes, keepsAxes: reduction.keepsAxes)
    let freedom = try subtract(
      try numberCount(x, axes, keepsAxes: reduction.keepsAxes), try number(ddof))
    let isEmpty = try compare(.lessOrEqual, freedom, try number(0))
    return try select(isEmpty, try number(.nan), try divide(squares, freedom))
  }

  fileprivate func argumentOfNumbers(
    _ x: NDArray, axis: Int?, isMaximum: Bool, keepsAxes: Bool
  ) throws(Interruption) -> NDArray {
    guard x.dtype == .float64 else {
      return try argument(of: x, axis: axis, isMaximum: isMaximum, keepsAxes: keepsAxes)
    }
    let (mask, filled) = try numbers(
      TracedArray(x), else: isMaximum ? -.infinity : .infinity)
    let axes = axis.map { [$0] } ?? Array(0..<x.rank)
    let result = try argument(
      of: filled.array, axis: axis, isMaximum: isMaximum, keepsAxes: keepsAxes)
    if try truth(mask, Reduction(axes: axes), isAll: true).floats.contains(1) {
      throw .raised(.value, "All-NaN slice encountered")
    }
    return result
  }
}

extension Machine {
  func defineNaNReductions(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    for (name, isSum) in [("nansum", true), ("nanprod", false)] {
      functions.define(name, "a, axis=, dtype=, out=, keepdims=, initial=, where=") {
        (call) throws(Interruption) in
        let x = try call.math.replacingNaN(try call.array(0), by: isSum ? 0 : 1)
        let reduction = try call.reduction(
          of: x, .init(dtype: 2, out: 3, keepsAxes: 4, initial: 5, mask: 6))
        return try call.value(
          try isSum ? call.math.sum(x, reduction) : call.math.product(x, reduction), into: 3)
      }
    }
    for (name, isMaximum) in [("nanmax", true), ("nanmin", false)] {
      functions.define(name, "a, axis=, out=, keepdims=, initial=, where=") {
        (call) throws(Interruption) in
        let x = try call.array(0)
        let reduction = try call.reduction(
          of: x, .init(out: 2, keepsAxes: 3, initial: 4, mask: 5))
        let sizes = reduction.axes.map { x.array.shape[$0] }
        if sizes.contains(0), reduction.initial == nil,
          call.machine.arrayValue(call.given(0) ?? .none) != nil,
          !call.math.resultShape(x.array.shape, reduction).contains(0)
        {
          throw .raised(
            .value,
            "zero-size array to reduction operation \(isMaximum ? "fmax" : "fmin") which has no identity"
          )
        }
        return try call.value(
          try call.math.extremumOfNumbers(x, reduction, isMaximum: isMaximum), into: 2)
      }
    }
    functions.define("nanmean", "a, axis=, dtype=, out=, keepdims=, *, where=") {
      (call) throws(Interruption) in
      try call.refuse(5, "where", instead: "select the elements first")
      let x = try call.array(0)
      if x.array.dtype != .float64 { try call.requireAxis(1, of: x) }
      let reduction = try call.reduction(of: x, .init(dtype: 2, out: 3, keepsAxes: 4))
      return try call.value(try call.math.meanOfNumbers(x, reduction), into: 3)
    }
    for (name, isDeviation) in [("nanvar", false), ("nanstd", true)] {
      functions.define(
        name, "a, axis=, dtype=, out=, ddof=, keepdims=, *, where=, mean=, correction="
      ) { (call) throws(Interruption) in
        try call.refuse(6, "where", instead: "select the elements first")
        try call.refuse(7, "mean", instead: "leave it out")
        let x = try call.array(0)
        if x.array.dtype != .float64 { try call.requireAxis(1, of: x) }
        let reduction = try call.reduction(of: x, .init(dtype: 2, out: 3, keepsAxes: 5))
        let result = try call.math.varianceOfNumbers(
          x, reduction, ddof: try call.degreesOfFreedom(4, 8))
        return try call.value(
          isDeviation ? try call.math.elementwise(.sqrt, result) : result, into: 3)
      }
    }
    for isMaximum in [true, false] {
      functions.define(isMaximum ? "nanargmax" : "nanargmin", "a, axis=, out=, *, keepdims=") {
        (call) throws(Interruption) in
        let x = try call.array(0).array
        if x.dtype == .float64, x.rank == 0, call[1] != nil, try call.integer(1, else: 0) > 0 {
          _ = try call.axis(1, rank: 0)
        }
        let axis = try call.axis(1, rank: max(x.rank, 1))
        let result = try call.math.argumentOfNumbers(
          x, axis: x.rank == 0 ? nil : axis, isMaximum: isMaximum, keepsAxes: try call.flag(3))
        return try call.value(TracedArray(result), into: 2)
      }
    }
  }
}
