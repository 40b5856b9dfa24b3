import Backprop
import NeuronRuntime

// Sums and products from the first element to each.

extension ArrayMath {
  /// Along an axis; of all elements in a row when `nil`.
  func accumulated(
    _ x: TracedArray, axis: Int?, dtype: DType?, isSum: Bool
  ) throws(Interruption) -> TracedArray {
    let dtype = dtype ?? max(x.array.dtype, .int64)
    let typed = try converted(try converted(x, to: dtype), to: max(dtype, .int64))
    let lines = try axis == nil || typed.array.rank == 0 ? flattened(typed) : typed
    let place = axis ?? 0
    let result = try apply(
      isSum ? .cumulativeSum(axis: place) : .cumulativeProduct(axis: place), lines)
    return try converted(result, to: dtype)
  }

  /// NaN as another number.
  func replacingNaN(_ x: TracedArray, by value: Double) throws(Interruption) -> TracedArray {
    guard x.array.dtype == .float64 else { return x }
    return try select(try isNaN(x.array), try number(value), x)
  }

  func isNaN(_ x: NDArray) throws(Interruption) -> NDArray {
    if x.dtype != .float64 { return try filled(UInt8(0), x.shape).array }
    try machine.charge(x.count)
    return try attempt { () throws(ArrayError) in try NDArray.test(.isNaN, x) }
  }
}

extension Machine {
  func defineAccumulation(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    for (name, isSum) in [("sum", true), ("prod", false)] {
      for skipsNaN in [false, true] {
        functions.define((skipsNaN ? "nancum" : "cum") + name, "a, axis=, dtype=, out=") {
          (call) throws(Interruption) in
          var x = try call.array(0)
          let axis = try call.axis(1, rank: max(x.array.rank, 1))
          if skipsNaN { x = try call.math.replacingNaN(x, by: isSum ? 0 : 1) }
          let result = try call.math.accumulated(
            x, axis: axis, dtype: try call.dtype(2), isSum: isSum)
          if let out = call[3] { return try call.assign(result, to: out) }
          return try call.arrayValue(result)
        }
      }
      functions.define(
        "cumulative_" + name, "x, *, axis=, dtype=, out=, include_initial="
      ) { (call) throws(Interruption) in
        let x = try call.math.atLeast(1, try call.array(0))
        if x.array.rank > 1, call[1] == nil {
          throw .raised(
            .value,
            "For arrays which have more than one dimension ``axis`` argument is required.")
        }
        try call.refuse(3, "out", instead: "use the result")
        let axis = try call.axis(1, else: 0, rank: x.array.rank)
        let result = try call.math.accumulated(
          x, axis: axis, dtype: try call.dtype(2), isSum: isSum)
        if !(try call.flag(4)) { return try call.arrayValue(result) }
        var shape = x.array.shape
        shape[axis] = 1
        let first = try call.math.filled(Int64(isSum ? 0 : 1), shape)
        return try call.arrayValue(
          try call.math.concatenated(
            [try call.math.converted(first, to: result.array.dtype), result], axis: axis))
      }
    }
  }
}
