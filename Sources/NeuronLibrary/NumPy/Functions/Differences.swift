import Backprop
import NeuronRuntime

// Differences of neighbours, slopes, and areas under points.

extension ArrayMath {
  /// What each element along an axis is more than the one before it; of truths whether they differ.
  func differences(_ x: TracedArray, axis: Int) throws(Interruption) -> TracedArray {
    let count = max(x.array.shape[axis] - 1, 0)
    let later = try slice(x, axis: axis, start: min(1, x.array.shape[axis]), count: count)
    let earlier = try slice(x, axis: axis, start: 0, count: count)
    if x.array.dtype == .bool { return TracedArray(try compare(.notEqual, later, earlier)) }
    return try subtract(later, earlier)
  }
}

extension Machine {
  func defineDifferences(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("diff", "a, n=, axis=, prepend=, append=") { (call) throws(Interruption) in
      let count = try call.integer(1, else: 1)
      if count == 0 { return call.given(0) ?? .none }
      if count < 0 {
        throw .raised(.value, "order must be non-negative but got \(count)")
      }
      var x = try call.array(0)
      if x.array.rank == 0 {
        throw .raised(.value, "diff requires input that is at least one dimensional")
      }
      let axis = try call.axis(2, else: -1, rank: x.array.rank)
      x = try call.extended(x, axis: axis)
      for _ in 0..<min(count, x.array.shape[axis]) {
        x = try call.math.differences(x, axis: axis)
      }
      return try call.arrayValue(x)
    }
    functions.define("ediff1d", "ary, to_end=, to_begin=") { (call) throws(Interruption) in
      let x = try call.math.flattened(try call.array(0))
      if x.array.dtype == .bool { throw .raised(.type, NumPyMessages.truthSubtraction) }
      var parts: [TracedArray] = []
      if let begin = call[2] { parts.append(try call.math.flattened(try call.array(of: begin))) }
      parts.append(try call.math.differences(x, axis: 0))
      if let end = call[1] { parts.append(try call.math.flattened(try call.array(of: end))) }
      for part in parts where part.array.dtype > x.array.dtype {
        throw .raised(
          .type,
          "dtype of `\(call[1] == nil ? "to_begin" : "to_end")` must be compatible with input `ary` under the `same_kind` rule."
        )
      }
      return try call.arrayValue(
        parts.count == 1 ? parts[0] : try call.math.concatenated(parts, axis: 0))
    }
    for name in ["trapezoid", "trapz"] {
      functions.define(name, "y, x=, dx=, axis=") { (call) throws(Interruption) in
        try call.trapezoid()
      }
    }
  }
}

extension ArrayCall {
  /// With what `diff` is given to come before and after.
  fileprivate func extended(_ x: TracedArray, axis: Int) throws(Interruption) -> TracedArray {
    func edge(_ value: Value) throws(Interruption) -> TracedArray {
      let edge = try array(of: value)
      if edge.array.rank > 0 { return edge }
      var shape = x.array.shape
      shape[axis] = 1
      return try math.broadcast(edge, to: shape)
    }
    var parts = [x]
    if let before = given(3) { parts.insert(try edge(before), at: 0) }
    if let after = given(4) { parts.append(try edge(after)) }
    return parts.count == 1 ? x : try math.joined(parts, axis: axis)
  }

  /// Σ dx·(y₊ + y)/2.
  fileprivate func trapezoid() throws(Interruption) -> Value {
    let y = try array(0)
    let axis = try axis(3, else: -1, rank: y.array.rank)
    var width = try math.number(1)
    if let points = self[1] {
      let x = try array(of: points)
      if x.array.rank == 1 {
        width = try math.differences(x, axis: 0)
        var shape = Array(repeating: 1, count: y.array.rank)
        shape[axis] = width.array.count
        width = try math.reshaped(width, to: shape)
      } else {
        width = try math.differences(
          x, axis: try math.axis(try integer(3, else: -1), rank: x.array.rank))
      }
    } else if let step = given(2) {
      width = try array(of: step)
    }
    let count = max(y.array.shape[axis] - 1, 0)
    let later = formula(
      try math.slice(y, axis: axis, start: min(1, y.array.shape[axis]), count: count))
    let earlier = formula(try math.slice(y, axis: axis, start: 0, count: count))
    let areas = try formula(width) * (later + earlier) / 2
    return try value(try math.sum(areas.traced, [axis]))
  }
}
