import Backprop
import NeuronRuntime

// Elements counted by where they lie.

/// The edges between bins, and whether they are equally far apart.
private struct Bins {
  var edges: NDArray
  /// First edge, last edge and count of bins that are equally wide.
  var even: (first: Double, last: Double, count: Int)?
}

extension ArrayCall {
  fileprivate func bins(_ x: NDArray) throws(Interruption) -> Bins {
    let given = self[1] ?? Value(10)
    if given.kind == .string {
      throw refuse("bins='\(machine.textOf(given))'", instead: "say how many bins, or where")
    }
    let array = try array(of: given).array
    if array.rank == 1 {
      let edges = array.floats
      if zip(edges, edges.dropFirst()).contains(where: { $0 > $1 }) {
        throw .raised(.value, "`bins` must increase monotonically, when an array")
      }
      return Bins(edges: array, even: nil)
    }
    if array.rank > 1 { throw .raised(.value, "`bins` must be 1d, when an array") }
    guard machine.integer(given) != nil || array.dtype == .int64 else {
      throw .raised(.type, "`bins` must be an integer, a string, or an array")
    }
    let count = Int(array.integer(atOffset: 0))
    if count < 1 { throw .raised(.value, "`bins` must be positive, when an integer") }
    try machine.reserve(count, times: DType.float64.size)
    let (first, last) = try outerEdges(x)
    let edges = try math.empty([count + 1], .float64)
    let step = (last - first) / Double(count)
    for place in 0...count {
      edges.pointer(Double.self)[place] = Double(place) * step + first
    }
    edges.pointer(Double.self)[count] = last
    let floats = edges.floats
    if !(last - first).isFinite || zip(floats, floats.dropFirst()).contains(where: { $0 >= $1 }) {
      throw .raised(
        .value,
        "Too many bins for data range. Cannot create \(count) finite-sized bins.")
    }
    return Bins(edges: edges, even: (first, last, count))
  }

  private func outerEdges(_ x: NDArray) throws(Interruption) -> (Double, Double) {
    var (first, last) = (0.0, 1.0)
    if let range = self[2] {
      let ends = try machine.allItems(of: range)
      if ends.count != 2 {
        throw .raised(
          .value,
          ends.count < 2
            ? "not enough values to unpack (expected 2, got \(ends.count))"
            : "too many values to unpack (expected 2)")
      }
      (first, last) = (try number(of: ends[0]), try number(of: ends[1]))
      if first > last {
        throw .raised(.value, "max must be larger than min in range parameter.")
      }
      if !(first.isFinite && last.isFinite) {
        throw .raised(
          .value,
          "supplied range of [\(try text(first)), \(try text(last))] is not finite")
      }
    } else if x.count > 0 {
      let ends = try math.attempt { () throws(ArrayError) in
        let axes = Array(0..<x.rank)
        return try (
          x.minimum(axes: axes, keepsAxes: false), x.maximum(axes: axes, keepsAxes: false)
        )
      }
      (first, last) = (ends.0.float(atOffset: 0), ends.1.float(atOffset: 0))
      if !(first.isFinite && last.isFinite) {
        throw .raised(
          .value,
          "autodetected range of [\(try text(first)), \(try text(last))] is not finite")
      }
    }
    return first == last ? (first - 0.5, last + 0.5) : (first, last)
  }

  private func text(_ number: Double) throws(Interruption) -> String {
    try machine.text(of: Value(number))
  }

  fileprivate func histogram() throws(Interruption) -> Value {
    let given = try array(0).array
    let x = try math.contiguous(
      try math.float(TracedArray(given)).array)
    let bins = try bins(given)
    var weights: NDArray?
    if let value = self[4] {
      let array = try constant(try array(of: value))
      if array.shape != given.shape {
        throw .raised(.value, "weights should have the same shape as a.")
      }
      weights = try math.contiguous(array)
    }
    try machine.charge(x.count, times: 4)
    let totals =
      try bins.even == nil
      ? countBetween(x, bins.edges, weights) : countEvenly(x, bins, weights)
    var counts = try math.floats(totals)
    if try flag(3) {
      let formula = formula(TracedArray(counts))
      let edges = try math.float(TracedArray(bins.edges))
      let widths = self.formula(try math.differences(edges, axis: 0))
      counts = try (formula / widths / formula.sum([0])).traced.array
    } else if weights == nil || weights?.dtype != .float64 {
      counts = try math.converted(TracedArray(counts), to: .int64).array
    }
    return try machine.heap.tuple([try arrayValue(counts), try arrayValue(bins.edges)])
  }

  /// By the place in the range, corrected by comparing with the edges themselves.
  private func countEvenly(
    _ x: NDArray, _ bins: Bins, _ weights: NDArray?
  ) throws(Interruption) -> [Double] {
    guard let even = bins.even else { return [] }
    var totals = Array(repeating: 0.0, count: even.count)
    let (elements, edges) = (x.pointer(Double.self), bins.edges.pointer(Double.self))
    let width = even.last - even.first
    for index in 0..<x.count {
      let element = elements[index]
      guard element >= even.first, element <= even.last else { continue }
      var bin = Int((element - even.first) / width * Double(even.count))
      if bin == even.count { bin -= 1 }
      if element < edges[bin] { bin -= 1 }
      if bin != even.count - 1, element >= edges[bin + 1] { bin += 1 }
      totals[max(bin, 0)] += weights?.float(atOffset: index) ?? 1
    }
    return totals
  }

  /// By the places of the edges among the sorted elements.
  private func countBetween(
    _ x: NDArray, _ edges: NDArray, _ weights: NDArray?
  ) throws(Interruption) -> [Double] {
    let flat = try math.flattened(TracedArray(x))
    let order = try math.argsorted(flat.array, axis: 0, isStable: true)
    let sorted = try math.taken(flat, order, axis: 0).array
    var sums = Array(stride(from: 0.0, through: Double(x.count), by: 1))
    if let weights {
      let ordered = try math.taken(
        try math.flattened(TracedArray(weights)), order, axis: 0)
      sums = ordered.array.floats.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
    let bounds = try math.float(TracedArray(edges)).array
    var places = try math.searchSorted(sorted, bounds, isRight: false).integerList
    if let last = bounds.floats.last, !places.isEmpty {
      let end = try math.searchSorted(
        sorted, try math.number(last).array, isRight: true)
      places[places.count - 1] = Int(end.integer(atOffset: 0))
    }
    return zip(places, places.dropFirst()).map { sums[$1] - sums[$0] }
  }

  // MARK: bincount

  fileprivate func binCount() throws(Interruption) -> Value {
    let given = try array(0).array
    if given.rank > 1 { throw .raised(.value, "object too deep for desired array") }
    if given.rank == 0 {
      throw .raised(.value, "object of too small depth for desired array")
    }
    let isList = machine.arrayValue(self.given(0) ?? .none) == nil
    let x = given.count == 0 && isList ? try math.integers([]) : try indices(0)
    let least = try self[2] == nil ? 0 : integer(2, else: 0)
    if least < 0 { throw .raised(.value, "'minlength' must not be negative") }
    let places = x.integerList
    if places.contains(where: { $0 < 0 }) {
      throw .raised(.value, "'list' argument must have no negative elements")
    }
    let (length, overflows) = (places.max() ?? -1).addingReportingOverflow(1)
    let size = max(overflows ? .max : length, least)
    if let value = self[1] {
      let weights = try math.float(try array(of: value))
      if weights.array.shape != given.shape {
        throw .raised(.value, "The weights and list don't have the same length.")
      }
      _ = try math.empty([size], .float64)
      return try arrayValue(
        try math.apply(.scatter(positions: x, shape: [size]), weights))
    }
    let counts = try math.filled(Int64(0), [size]).array
    let totals = counts.pointer(Int64.self)
    for place in places { totals[place] += 1 }
    return try arrayValue(counts)
  }
}

extension Machine {
  func defineHistograms(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("histogram", "a, bins=, range=, density=, weights=") {
      (call) throws(Interruption) in
      try call.histogram()
    }
    functions.define("histogram_bin_edges", "a, bins=, range=, weights=") {
      (call) throws(Interruption) in
      try call.arrayValue(try call.bins(try call.array(0).array).edges)
    }
    functions.define("bincount", "x, weights=, minlength=") { (call) throws(Interruption) in
      try call.binCount()
    }
  }
}
