import Backprop
import NeuronRuntime

// Sums of products with one array moved along the other.

extension ArrayMath {
  /// Σ x[n + k]·y[n] for each k that `mode` asks for; `x` at least as long as `y`.
  fileprivate func correlated(
    _ x: TracedArray, _ y: TracedArray, _ mode: Character
  ) throws(Interruption) -> TracedArray {
    let both = try promoted([x, y])
    // Beyond the ends nothing is added: 0 times infinity would be.
    if mode != "v", !both[1].array.floats.allSatisfy(\.isFinite) {
      return try correlatedOneByOne(both[0], both[1], mode)
    }
    let (count, width) = (both[0].array.count, both[1].array.count)
    let before = mode == "v" ? 0 : mode == "s" ? width / 2 : width - 1
    let after = mode == "v" ? 0 : mode == "s" ? width - before - 1 : width - 1
    let zeros = try converted(try filled(UInt8(0), [1]), to: both[0].array.dtype)
    let padded = try concatenated(
      [
        try broadcast(zeros, to: [before]), both[0], try broadcast(zeros, to: [after]),
      ], axis: 0)
    let length = count + before + after - width + 1
    try machine.charge(length, times: width)
    let windows = try self.windows(padded, count: length, width: width)
    return try matmul(windows, both[1])
  }

  private func correlatedOneByOne(
    _ x: TracedArray, _ y: TracedArray, _ mode: Character
  ) throws(Interruption) -> TracedArray {
    let (count, width) = (x.array.count, y.array.count)
    let before = mode == "s" ? width / 2 : width - 1
    let length = mode == "s" ? count : count + width - 1
    var sums: [TracedArray] = []
    for k in 0..<length {
      let start = max(k - before, 0)
      let end = min(k - before + width, count)
      let part = try slice(x, axis: 0, start: start, count: end - start)
      let factors = try slice(
        y, axis: 0, start: start - (k - before), count: end - start)
      sums.append(try reshaped(try matmul(part, factors), to: [1]))
    }
    return try concatenated(sums, axis: 0)
  }

  /// Each stretch of `width` elements as a row: a view, where nothing is recorded.
  private func windows(
    _ x: TracedArray, count: Int, width: Int
  ) throws(Interruption) -> TracedArray {
    let array = x.array
    if x.isConstant {
      return TracedArray(
        NDArray(
          storage: array.storage, dtype: array.dtype, offset: array.offset,
          shape: [count, width], strides: [array.strides[0], array.strides[0]]))
    }
    let positions = try empty([count, width], .int64)
    for row in 0..<count {
      for column in 0..<width {
        positions.pointer(Int64.self)[row * width + column] = Int64(row + column)
      }
    }
    return try taken(x, at: positions, shape: [count, width])
  }
}

extension ArrayMath {
  /// All sums of products, as coefficients of polynomials multiply; neither array is empty.
  func convolved(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    let (x, y) = y.array.count > x.array.count ? (y, x) : (x, y)
    return try correlated(x, try flipped(y, [0]), "f")
  }
}

extension ArrayCall {
  private func mode(_ place: Int, else missing: String) throws(Interruption) -> Character {
    let word = word(place) ?? missing
    guard let letter = word.lowercased().first, "vsf".contains(letter) else {
      throw .raised(
        .value, "mode must be one of 'valid', 'same', or 'full' (got '\(word)')")
    }
    return letter
  }

  private func vector(_ place: Int) throws(Interruption) -> TracedArray {
    let x = try array(place)
    if x.array.rank > 1 { throw .raised(.value, "object too deep for desired array") }
    return try math.atLeast(1, x)
  }

  fileprivate func convolution() throws(Interruption) -> Value {
    var (x, y) = (try vector(0), try vector(1))
    if y.array.count > x.array.count { (x, y) = (y, x) }
    if x.array.count == 0 { throw .raised(.value, "a cannot be empty") }
    if y.array.count == 0 { throw .raised(.value, "v cannot be empty") }
    return try arrayValue(
      try math.correlated(x, try math.flipped(y, [0]), try mode(2, else: "full")))
  }

  fileprivate func correlation() throws(Interruption) -> Value {
    let (x, y) = (try vector(0), try vector(1))
    if x.array.count == 0 || y.array.count == 0 {
      throw .raised(
        .value, "\(x.array.count == 0 ? "first" : "second") array argument cannot be empty")
    }
    let mode = try mode(2, else: "valid")
    if y.array.count <= x.array.count {
      return try arrayValue(try math.correlated(x, y, mode))
    }
    return try arrayValue(try math.flipped(try math.correlated(y, x, mode), [0]))
  }
}

extension Machine {
  func defineConvolution(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("convolve", "a, v, mode=") { (call) throws(Interruption) in
      try call.convolution()
    }
    functions.define("correlate", "a, v, mode=") { (call) throws(Interruption) in
      try call.correlation()
    }
  }
}
