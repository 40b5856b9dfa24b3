import Backprop
import NeuronRuntime

// Medians, percentiles and quantiles.

/// How a quantile is had from sorted elements, by NumPy's name; most are of Hyndman and Fan, "Sample
/// quantiles in statistical packages" (1996).
private enum QuantileMethod: String, CaseIterable {
  case invertedCDF = "inverted_cdf"
  case averagedInvertedCDF = "averaged_inverted_cdf"
  case closestObservation = "closest_observation"
  case interpolatedInvertedCDF = "interpolated_inverted_cdf"
  case hazen, weibull, linear
  case medianUnbiased = "median_unbiased"
  case normalUnbiased = "normal_unbiased"
  case lower, higher, midpoint, nearest

  /// Whether an element is taken as it is.
  var isDiscrete: Bool {
    switch self {
    case .invertedCDF, .closestObservation, .lower, .higher, .nearest: true
    default: false
    }
  }

  /// The place among `count` sorted elements, from 0 on, which may lie between two.
  func place(_ q: Double, count: Double) -> Double {
    func between(_ alpha: Double, _ beta: Double) -> Double {
      count * q + (alpha + q * (1 - alpha - beta)) - 1
    }
    let plain = (count - 1) * q
    switch self {
    case .linear: return plain
    case .lower: return plain.rounded(.down)
    case .higher: return plain.rounded(.up)
    case .nearest: return plain.rounded(.toNearestOrEven)
    case .midpoint: return 0.5 * (plain.rounded(.down) + plain.rounded(.up))
    case .averagedInvertedCDF: return count * q - 1
    case .interpolatedInvertedCDF: return between(0, 1)
    case .hazen: return between(0.5, 0.5)
    case .weibull: return between(0, 0)
    case .medianUnbiased: return between(1 / 3.0, 1 / 3.0)
    case .normalUnbiased: return between(3 / 8.0, 3 / 8.0)
    case .invertedCDF: return max((count * q - 1).rounded(.up), 0)
    case .closestObservation:
      let place = count * q - 1 - 0.5
      let low = place.rounded(.down)
      let staysLow = place == low && low.remainder(dividingBy: 2) != 0
      return max(staysLow ? low : low + 1, 0)
    }
  }

  /// How far from the lower neighbour to the upper one.
  func weight(_ fraction: Double, at place: Double) -> Double {
    switch self {
    case .averagedInvertedCDF: fraction == 0 ? 0.5 : 1
    case .midpoint: place == place.rounded(.down) ? 0 : 0.5
    default: fraction
    }
  }
}

/// The neighbours of the places asked for, of each line.
private struct QuantilePlaces {
  var below: [Int] = []
  var above: [Int] = []
  var weights: [Double] = []

  mutating func append(_ place: Double, _ method: QuantileMethod, count: Int) {
    let last = count - 1
    var low = place.rounded(.down)
    var high = low + 1
    if place >= Double(last) { (low, high) = (Double(last), Double(last)) }
    if place < 0 { (low, high) = (0, 0) }
    below.append(max(Int(low), 0))
    above.append(max(Int(high), 0))
    // What lies beyond the ends counts from the end itself, as it does in NumPy.
    weights.append(method.weight(place - (place >= Double(last) ? -1 : low), at: place))
  }
}

extension ArrayMath {
  /// Lines [count of lines, length], sorted, with how many elements of each count.
  private func sortedLines(
    _ x: TracedArray, _ axes: [Int], skipsNaN: Bool
  ) throws(Interruption) -> (lines: TracedArray, counts: [Int], hasNaN: [Bool]) {
    let shape = x.array.shape
    let kept = shape.indices.filter { !axes.contains($0) }
    let length = axes.map { shape[$0] }.reduce(1, *)
    let lineCount = kept.map { shape[$0] }.reduce(1, *)
    let lines = try sorted(
      try reshaped(try transposed(x, kept + axes), to: [lineCount, length]), axis: 1)
    let nans = try sum(TracedArray(try isNaN(lines.array)), [1]).array.integerList
    return (
      lines, nans.map { skipsNaN ? length - $0 : length }, nans.map { $0 > 0 }
    )
  }

  /// The elements at places of each line: `places` by place, then by line.
  private func picked(
    _ lines: TracedArray, _ places: [Int], shape: [Int]
  ) throws(Interruption) -> TracedArray {
    let (lineCount, length) = (lines.array.shape[0], lines.array.shape[1])
    let positions = places.enumerated().map { ($0 % max(lineCount, 1)) * length + $1 }
    return try taken(lines, at: try integers(positions, shape: shape), shape: shape)
  }

  /// NaN for the lines that are NaN.
  private func marking(
    _ result: TracedArray, _ isNaN: [Bool], shape: [Int]
  ) throws(Interruption) -> TracedArray {
    if !isNaN.contains(true) { return result }
    return try select(try truths(isNaN, shape: shape), try number(.nan), result)
  }

  fileprivate func median(
    _ x: TracedArray, _ reduction: Reduction, skipsNaN: Bool
  ) throws(Interruption) -> TracedArray {
    let shape = resultShape(x.array.shape, reduction)
    let (lines, counts, hasNaN) = try sortedLines(x, reduction.axes, skipsNaN: skipsNaN)
    if lines.array.shape[1] == 0 { return try filled(Double.nan, shape) }
    let below = try picked(lines, counts.map { max(($0 - 1) / 2, 0) }, shape: shape)
    let above = try picked(
      lines, counts.map { min($0 / 2, lines.array.shape[1] - 1) }, shape: shape)
    let (low, high) = (ArrayFormula(self, try float(below)), ArrayFormula(self, try float(above)))
    let middle = try select(
      try truths(counts.map { $0 % 2 == 1 }, shape: shape), low.traced,
      try ((low + high) / 2).traced)
    // NumPy takes a mean, which makes 0 of −0.
    return try marking(
      try (ArrayFormula(self, middle) + 0).traced, skipsNaN ? counts.map { $0 == 0 } : hasNaN,
      shape: shape)
  }

  fileprivate func quantiles(
    _ x: TracedArray, _ q: NDArray, isWhole: Bool, _ name: String, _ reduction: Reduction,
    skipsNaN: Bool
  ) throws(Interruption) -> TracedArray {
    guard let method = QuantileMethod(rawValue: name) else {
      let names = QuantileMethod.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw .raised(
        .value, "'\(name)' is not a valid method. Use one of: dict_keys([\(names)])")
    }
    let (lines, counts, hasNaN) = try sortedLines(x, reduction.axes, skipsNaN: skipsNaN)
    if lines.array.shape[1] == 0 {
      // NumPy looks for NaN at the end first.
      let place = x.array.dtype == .float64 ? -1 : 0
      throw .raised(.index, "index \(place) is out of bounds for axis 0 with size 0")
    }
    var places = QuantilePlaces()
    for q in q.floats {
      for count in counts {
        places.append(
          method.place(q, count: Double(max(count, 1))), method, count: max(count, 1))
      }
    }
    let shape = q.shape + resultShape(x.array.shape, reduction)
    let isNaN = skipsNaN ? counts.map { $0 == 0 } : hasNaN
    let marks = Array(repeating: isNaN, count: q.count).flatMap { $0 }
    let below = try picked(lines, places.below, shape: shape)
    if method.isDiscrete || (method == .linear && isWhole) {
      return try marking(below, marks, shape: shape)
    }
    if x.array.dtype == .bool {
      throw .raised(
        .type,
        "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
      )
    }
    let low = ArrayFormula(self, below)
    let high = ArrayFormula(self, try picked(lines, places.above, shape: shape))
    let weight = ArrayFormula(self, TracedArray(try floats(places.weights, shape: shape)))
    let step = try high - low
    // From the nearer end, so that a weight of 1 gives that end itself.
    let result = try select(
      try truths(places.weights.map { $0 >= 0.5 }, shape: shape),
      try (high - step * (weight.number(1) - weight)).traced, try (low + step * weight).traced)
    return try marking(result, marks, shape: shape)
  }
}

extension Machine {
  func defineQuantiles(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    for (prefix, skipsNaN) in [("", false), ("nan", true)] {
      functions.define(prefix + "median", "a, axis=, out=, overwrite_input=, keepdims=") {
        (call) throws(Interruption) in
        let x = try call.array(0)
        let reduction = Reduction(
          axes: try call.quantileAxes(1, rank: x.array.rank), keepsAxes: try call.flag(4))
        let result = try call.math.median(x, reduction, skipsNaN: skipsNaN)
        if x.array.rank == 0, reduction.keepsAxes { return try call.arrayValue(result) }
        return try call.value(result, into: 2)
      }
      for (name, isPercent) in [("percentile", true), ("quantile", false)] {
        functions.define(
          prefix + name,
          "a, q, axis=, out=, overwrite_input=, method=, keepdims=, *, weights=, interpolation="
        ) { (call) throws(Interruption) in
          try call.quantile(isPercent: isPercent, skipsNaN: skipsNaN)
        }
      }
    }
  }
}

extension ArrayCall {
  /// As of a reduction, but that lists serve too.
  fileprivate func quantileAxes(_ place: Int, rank: Int) throws(Interruption) -> [Int] {
    guard let value = self[place] else { return Array(0..<rank) }
    return try axes(of: value, rank: rank).sorted()
  }

  fileprivate func quantile(isPercent: Bool, skipsNaN: Bool) throws(Interruption) -> Value {
    let x = try array(0)
    var q = try array(1)
    try refuse(7, "weights", instead: "repeat the elements as often as they count")
    let isWhole = q.array.dtype != .float64 && !isPercent
    q = isPercent ? try math.divide(q, by: 100) : try math.float(q)
    if !q.isConstant { throw refuse("a derivative by `q`", instead: "differentiate by `a`") }
    if !q.array.floats.allSatisfy({ $0 >= 0 && $0 <= 1 }) {
      throw .raised(
        .value,
        isPercent
          ? "Percentiles must be in the range [0, 100]" : "Quantiles must be in the range [0, 1]")
    }
    let reduction = Reduction(
      axes: try quantileAxes(2, rank: x.array.rank), keepsAxes: try flag(6))
    return try value(
      try math.quantiles(
        x, q.array, isWhole: isWhole, word(8) ?? word(5) ?? "linear", reduction,
        skipsNaN: skipsNaN), into: 3)
  }
}
