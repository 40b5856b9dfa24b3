import Backprop
import NeuronRuntime

// How variables vary together.

extension ArrayCall {
  /// XXᵀ / (n − ddof), of rows from which their means are taken; rank 0 for one variable.
  ///
  /// - Parameter weights: the places of the weights by counts and by worth, if there are any.
  fileprivate func covariance(
    ddof given: Value?, weights: (Int, Int)?
  ) throws(Interruption) -> TracedArray {
    let rank = try array(0).array.rank
    if rank > 2 { throw .raised(.value, "m has more than 2 dimensions") }
    let ddof = try degrees(given)
    var rows = try math.atLeast(2, try math.float(try array(0)))
    let isByRows = try flag(2, else: true)
    if !isByRows, rank > 1 { rows = try math.transposed(rows) }
    if let other = self[1] {
      var more = try math.float(try array(of: other))
      if more.array.rank > 2 { throw .raised(.value, "y has more than 2 dimensions") }
      more = try math.atLeast(2, more)
      if !isByRows, more.array.shape[0] != 1 { more = try math.transposed(more) }
      rows = try math.joined([rows, more], axis: 0)
    }
    let count = rows.array.shape[1]
    let (weight, freedom) = try self.weights(weights, count: count, ddof: ddof)
    let x = formula(rows)
    let center: ArrayFormula
    if let weight {
      center = try (x * weight).sum([1], keepsAxes: true) / weight.sum([0])
    } else {
      center = formula(try math.mean(rows, [1], keepsAxes: true))
    }
    let distance = try x - center
    let other = try weight.map { (weight) throws(Interruption) in try distance * weight }
    let products = formula(
      try math.matmul(distance.traced, try math.transposed((other ?? distance).traced)))
    let result = try products * (1.0 / formula(try math.number(max(freedom, 0))))
    return try math.squeezed(result.traced, nil)
  }

  private func degrees(_ given: Value?) throws(Interruption) -> Double {
    guard let given else { return try flag(3) ? 0 : 1 }
    let ddof = try number(of: given)
    if ddof != ddof.rounded() { throw .raised(.value, "ddof must be integer") }
    return ddof
  }

  /// The weight of each observation, and what sums of products are divided by.
  private func weights(
    _ places: (Int, Int)?, count: Int, ddof: Double
  ) throws(Interruption) -> (ArrayFormula?, Double) {
    var weights: TracedArray?
    var worth: TracedArray?
    for place in [places?.0, places?.1].compactMap({ $0 }) where self[place] != nil {
      let given = TracedArray(try constant(try math.float(try array(place))))
      let name = place == places?.0 ? "fweights" : "aweights"
      if given.array.rank > 1 {
        throw .raised(.runtime, "cannot handle multidimensional \(name)")
      }
      if given.array.count != count {
        throw .raised(.runtime, "incompatible numbers of samples and \(name)")
      }
      if given.array.floats.contains(where: { $0 < 0 }) {
        throw .raised(.value, "\(name) cannot be negative")
      }
      if name == "aweights" { worth = given }
      weights =
        try weights.map { (known) throws(Interruption) in
          try math.multiply(known, given)
        } ?? given
    }
    guard let weights else { return (nil, Double(count) - ddof) }
    let values = weights.array.floats
    let total = values.reduce(0, +)
    guard let worth, ddof != 0 else { return (formula(weights), total - ddof) }
    let share = zip(values, worth.array.floats).reduce(0) { $0 + $1.0 * $1.1 }
    return (formula(weights), total - ddof * share / total)
  }

  fileprivate func correlation() throws(Interruption) -> Value {
    let covariance = formula(try covariance(ddof: nil, weights: nil))
    if covariance.rank == 0 { return try value(try (covariance / covariance).traced) }
    let deviations = try formula(
      try math.diagonal(covariance.traced, offset: 0, axis1: 0, axis2: 1)
    ).squareRoot()
    let count = deviations.shape[0]
    let scaled =
      try covariance / deviations.reshaped([count, 1]) / deviations.reshaped([1, count])
    return try value(
      try math.clipped(scaled.traced, from: try math.number(-1), to: try math.number(1)))
  }
}

extension Machine {
  func defineCovariances(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("cov", "m, y=, rowvar=, bias=, ddof=, fweights=, aweights=, *, dtype=") {
      (call) throws(Interruption) in
      try call.refuse(7, "dtype", instead: "leave it out")
      return try call.arrayValue(try call.covariance(ddof: call[4], weights: (5, 6)))
    }
    functions.define("corrcoef", "x, y=, rowvar=, bias=, ddof=, *, dtype=") {
      (call) throws(Interruption) in
      try call.refuse(5, "dtype", instead: "leave it out")
      return try call.correlation()
    }
  }
}
