import Backprop
import NeuronRuntime

// `np.interp`: values between points, along straight lines.

extension Machine {
  func defineInterpolation(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("interp", "x, xp, fp, left=, right=, period=") {
      (call) throws(Interruption) in
      try call.value(try call.interpolated())
    }
  }
}

extension ArrayCall {
  fileprivate func interpolated() throws(Interruption) -> TracedArray {
    var x = try math.float(try array(0))
    var (xp, fp) = (try math.float(try array(1)), try math.float(try array(2)))
    for points in [xp, fp] where points.array.rank != 1 {
      if self[5] != nil { throw .raised(.value, "Data points must be 1-D sequences") }
      throw .raised(
        .value,
        points.array.rank == 0
          ? "object of too small depth for desired array" : "object too deep for desired array")
    }
    if let period = self[5] { try wrap(&x, &xp, &fp, try number(of: period)) }
    if xp.array.count == 0 { throw .raised(.value, "array of sample points is empty") }
    if xp.array.count != fp.array.count {
      throw .raised(.value, "fp and xp are not of the same length.")
    }
    let last = xp.array.count - 1
    let below = try edge(3, fp, 0)
    let above = try edge(4, fp, last)
    let first = try math.position(xp, axis: 0, 0)
    let end = try math.position(xp, axis: 0, last)
    var result = try math.broadcast(try math.position(fp, axis: 0, last), to: x.array.shape)
    if last > 0 {
      let inside = try between(x, xp, fp)
      result = try math.select(try math.compare(.equal, x, end), result, inside)
    } else {
      result = try math.select(try math.isNaN(x.array), x, result)
    }
    result = try math.select(try math.compare(.less, x, first), below, result)
    return try math.select(try math.compare(.greater, x, end), above, result)
  }

  private func edge(
    _ place: Int, _ fp: TracedArray, _ index: Int
  ) throws(Interruption) -> TracedArray {
    if let value = self[place], self[5] == nil { return try math.float(try array(of: value)) }
    return try math.position(fp, axis: 0, index)
  }

  /// slope·(x − x₀) + f₀, and f₀ itself at x₀.
  private func between(
    _ x: TracedArray, _ xp: TracedArray, _ fp: TracedArray
  ) throws(Interruption) -> TracedArray {
    let found = TracedArray(try math.searchSorted(xp.array, x.array, isRight: true))
    let place = try math.clipped(
      try math.subtract(found, try math.integer(1)), from: try math.integer(0),
      to: try math.integer(xp.array.count - 2)
    ).array
    let next = try math.add(TracedArray(place), try math.integer(1)).array
    let (x0, x1) = (
      formula(try math.taken(xp, place, axis: 0)), formula(try math.taken(xp, next, axis: 0))
    )
    let (f0, f1) = (
      formula(try math.taken(fp, place, axis: 0)), formula(try math.taken(fp, next, axis: 0))
    )
    let line = try (f1 - f0) / (x1 - x0) * (formula(x) - x0) + f0
    return try math.select(
      try math.compare(.equal, x, x0.traced), f0.traced, line.traced)
  }

  /// Brings points into one period, with one more before and after.
  private func wrap(
    _ x: inout TracedArray, _ xp: inout TracedArray, _ fp: inout TracedArray, _ given: Double
  ) throws(Interruption) {
    if given == 0 { throw .raised(.value, "period must be a non-zero value") }
    if xp.array.count != fp.array.count {
      throw .raised(.value, "fp and xp are not of the same length")
    }
    if xp.array.count == 0 { return }
    let period = try math.number(given.magnitude)
    x = try math.elementwise(.modulo, x, period)
    xp = try math.elementwise(.modulo, xp, period)
    let order = try math.argsorted(xp.array, axis: 0, isStable: false)
    xp = try math.taken(xp, order, axis: 0)
    fp = try math.taken(fp, order, axis: 0)
    let last = xp.array.count - 1
    func ends(_ points: TracedArray) throws(Interruption) -> (TracedArray, TracedArray) {
      (
        try math.slice(points, axis: 0, start: last, count: 1),
        try math.slice(points, axis: 0, start: 0, count: 1)
      )
    }
    let (before, after) = try ends(xp)
    xp = try math.concatenated(
      [try math.subtract(before, period), xp, try math.add(after, period)], axis: 0)
    let (fBefore, fAfter) = try ends(fp)
    fp = try math.concatenated([fBefore, fp, fAfter], axis: 0)
  }
}
