import Backprop
import NeuronRuntime

// Polynomials by their coefficients, the highest power first.

extension ArrayMath {
  /// By Horner's rule.
  fileprivate func polynomial(
    _ coefficients: TracedArray, at x: TracedArray
  ) throws(Interruption) -> TracedArray {
    var result = try converted(try filled(UInt8(0), x.array.shape), to: x.array.dtype)
    for place in 0..<coefficients.array.count {
      result = try add(
        try multiply(result, x), try position(coefficients, axis: 0, place))
    }
    return result
  }

  /// Powers of each element as rows, from the highest to 0.
  fileprivate func powers(
    _ x: TracedArray, count: Int, isAscending: Bool
  ) throws(Interruption) -> TracedArray {
    let ones = try converted(
      try filled(UInt8(1), [x.array.count]), to: max(x.array.dtype, .int64))
    _ = try empty([x.array.count, count], .float64)
    var columns: [TracedArray] = []
    for power in 0..<count {
      columns.append(power == 0 ? ones : try multiply(columns[power - 1], x))
    }
    if count == 0 {
      return try reshaped(try slice(ones, axis: 0, start: 0, count: 0), to: [x.array.count, 0])
    }
    return try stacked(isAscending ? columns : columns.reversed(), axis: 1)
  }

  /// Sums of coefficients of the same power.
  fileprivate func aligned(
    _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> (TracedArray, TracedArray) {
    let count = max(x.array.count, y.array.count)
    func padded(_ x: TracedArray) throws(Interruption) -> TracedArray {
      if x.array.count == count { return x }
      let zeros = try converted(
        try filled(UInt8(0), [count - x.array.count]), to: x.array.dtype)
      return try concatenated([zeros, x], axis: 0)
    }
    return (try padded(x), try padded(y))
  }

  fileprivate func derivative(_ coefficients: TracedArray) throws(Interruption) -> TracedArray {
    let degree = coefficients.array.count - 1
    if degree < 0 { return coefficients }
    let factors = try integers((0..<degree).map { degree - $0 })
    return try multiply(
      try slice(coefficients, axis: 0, start: 0, count: degree), TracedArray(factors))
  }
}

extension ArrayCall {
  /// The coefficients of a parameter.
  fileprivate func coefficients(_ place: Int) throws(Interruption) -> TracedArray {
    let x = try math.atLeast(1, try array(place))
    if x.array.rank > 1 { throw .raised(.value, "Polynomial must be 1d only.") }
    return x
  }

  /// Without leading zeros.
  fileprivate func trimmed(_ x: TracedArray) throws(Interruption) -> TracedArray {
    if x.array.count == 0 { return try math.filled(0.0, [1]) }
    let zeros = x.array.floats.prefix { $0 == 0 }.count
    let start = min(zeros, max(x.array.count - 1, 0))
    return try math.slice(x, axis: 0, start: start, count: x.array.count - start)
  }

  fileprivate func fittedPolynomial() throws(Interruption) -> Value {
    let degree = try integer(2, else: 0)
    let (x, y) = (try math.float(try array(0)), try math.float(try array(1)))
    if degree < 0 { throw .raised(.value, "expected deg >= 0") }
    if x.array.rank != 1 { throw .raised(.type, "expected 1D vector for x") }
    if x.array.count == 0 { throw .raised(.type, "expected non-empty vector for x") }
    if y.array.rank < 1 || y.array.rank > 2 {
      throw .raised(.type, "expected 1D or 2D array for y")
    }
    if x.array.shape[0] != y.array.shape[0] {
      throw .raised(.type, "expected x and y to have same length")
    }
    if try flag(4) { throw refuse("full=True", instead: "use np.linalg.lstsq on np.vander") }
    if self[6] != nil, try machine.isTrue(self[6] ?? .none) {
      throw refuse("`cov`", instead: "use np.linalg.lstsq on np.vander")
    }
    let cutoff =
      try self[3].map { (value) throws(Interruption) in try number(of: value) }
      ?? Double(x.array.count) * Double.ulpOfOne
    var left = formula(try math.powers(x, count: degree + 1, isAscending: false))
    var right = y
    if let given = self[5] {
      let weights = try math.float(try array(of: given))
      if weights.array.rank != 1 {
        throw .raised(.type, "expected a 1-d array for weights")
      }
      if weights.array.count != x.array.count {
        throw .raised(.type, "expected w and y to have the same length")
      }
      let column = try math.reshaped(weights, to: [weights.array.count, 1])
      left = try left * formula(column)
      right = try math.multiply(right, y.array.rank == 2 ? column : weights)
    }
    let scale = try (left * left).sum([0]).squareRoot()
    let scaled = try left / scale
    let found = formula(
      try math.leastSquares(scaled.traced, right, cutoff: cutoff).solution)
    if found.rank == 1 { return try arrayValue(try (found / scale).traced) }
    return try arrayValue(try (found / scale.reshaped([degree + 1, 1])).traced)
  }

  fileprivate func polynomialIntegral() throws(Interruption) -> Value {
    var result = try math.float(try coefficients(0))
    let order = try integer(1, else: 1)
    if order < 0 {
      throw .raised(.value, "Order of integral must be positive (see polyder)")
    }
    if order == 0 { return try arrayValue(try coefficients(0)) }
    var constants = try math.filled(0.0, [order])
    if let given = self[2] {
      let k = try math.atLeast(1, try math.float(try array(of: given)))
      if k.array.count == 1, order > 1 {
        constants = try math.broadcast(k, to: [order])
      } else if k.array.count >= order {
        constants = k
      } else {
        throw .raised(.value, "k must be a scalar or a rank-1 array of length 1 or >m.")
      }
    }
    for round in 0..<order {
      let count = result.array.count
      let divisors = try math.integers((0..<count).map { count - $0 })
      result = try math.concatenated(
        [
          try math.divide(result, TracedArray(divisors)),
          try math.slice(constants, axis: 0, start: round, count: 1),
        ], axis: 0)
    }
    return try arrayValue(result)
  }

  /// The eigenvalues of the companion matrix.
  fileprivate func polynomialRoots() throws(Interruption) -> Value {
    let p = try constant(try math.float(try math.atLeast(1, try array(0))))
    if p.rank != 1 { throw .raised(.value, "Input must be a rank-1 array.") }
    let all = p.floats
    guard let first = all.firstIndex(where: { $0 != 0 }),
      let last = all.lastIndex(where: { $0 != 0 })
    else { return try arrayValue(try math.floats([])) }
    let zeros = Array(repeating: 0.0, count: all.count - 1 - last)
    let size = last - first
    if size == 0 { return try arrayValue(try math.floats(zeros)) }
    let companion = try math.filled(0.0, [size, size]).array
    let elements = companion.pointer(Double.self)
    for i in 0..<size {
      elements[i] = -all[first + 1 + i] / all[first]
      if i > 0 { elements[i * size + i - 1] = 1 }
    }
    try chargeCubed(companion)
    let values = try math.attempt { () throws(ArrayError) in try companion.eigen().values }
    return try arrayValue(try math.floats(values.floats + zeros))
  }

  fileprivate func polynomialQuotient() throws(Interruption) -> Value {
    let (u, v) = (try math.float(try coefficients(0)), try math.float(try coefficients(1)))
    let (m, n) = (u.array.count - 1, v.array.count - 1)
    let lead = formula(try math.slice(v, axis: 0, start: 0, count: 1))
    var rest = u
    var quotient: [TracedArray] = []
    if m >= n {
      for place in 0...(m - n) {
        let factor =
          try (1.0 / lead)
          * formula(
            try math.slice(rest, axis: 0, start: place, count: 1))
        quotient.append(factor.traced)
        let before = try math.slice(rest, axis: 0, start: 0, count: place)
        let middle =
          try formula(math.slice(rest, axis: 0, start: place, count: n + 1)) - factor
          * formula(v)
        let after = try math.slice(
          rest, axis: 0, start: place + n + 1, count: m - n - place)
        rest = try math.concatenated([before, middle.traced, after], axis: 0)
      }
    } else {
      quotient = [try math.filled(0.0, [1])]
    }
    var start = 0
    let values = rest.array.floats
    while start < values.count - 1, values[start].magnitude <= 1e-14 { start += 1 }
    return try machine.heap.tuple([
      try arrayValue(try math.concatenated(quotient, axis: 0)),
      try arrayValue(
        try math.slice(rest, axis: 0, start: start, count: values.count - start)),
    ])
  }
}

extension Machine {
  func definePolynomials(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("polyval", "p, x") { (call) throws(Interruption) in
      let p = try call.coefficients(0)
      let result = try call.math.polynomial(p, at: try call.array(1))
      return try p.array.count == 0 ? call.arrayValue(result) : call.value(result)
    }
    functions.define("polyfit", "x, y, deg, rcond=, full=, w=, cov=") {
      (call) throws(Interruption) in
      try call.fittedPolynomial()
    }
    functions.define("vander", "x, N=, increasing=") { (call) throws(Interruption) in
      let x = try call.array(0)
      if x.array.rank != 1 {
        throw .raised(.value, "x must be a one-dimensional array or sequence.")
      }
      let count = try call[1] == nil ? x.array.count : call.integer(1, else: 0)
      return try call.arrayValue(
        try call.math.powers(x, count: max(count, 0), isAscending: try call.flag(2)))
    }
    for (name, isSum) in [("polyadd", true), ("polysub", false)] {
      functions.define(name, "a1, a2") { (call) throws(Interruption) in
        let (x, y) = try call.math.aligned(try call.coefficients(0), try call.coefficients(1))
        return try call.arrayValue(
          try isSum ? call.math.add(x, y) : call.math.subtract(x, y))
      }
    }
    functions.define("polymul", "a1, a2") { (call) throws(Interruption) in
      let (x, y) = (
        try call.trimmed(try call.coefficients(0)), try call.trimmed(try call.coefficients(1))
      )
      return try call.arrayValue(try call.math.convolved(x, y))
    }
    functions.define("polydiv", "u, v") { (call) throws(Interruption) in
      try call.polynomialQuotient()
    }
    functions.define("polyder", "p, m=") { (call) throws(Interruption) in
      var result = try call.coefficients(0)
      let order = try call.integer(1, else: 1)
      if order < 0 {
        throw .raised(.value, "Order of derivative must be positive (see polyint)")
      }
      for _ in 0..<min(order, result.array.count) { result = try call.math.derivative(result) }
      return try call.arrayValue(result)
    }
    functions.define("polyint", "p, m=, k=") { (call) throws(Interruption) in
      try call.polynomialIntegral()
    }
    functions.define("roots", "p") { (call) throws(Interruption) in
      try call.polynomialRoots()
    }
    functions.define("poly", "seq_of_zeros") { (call) throws(Interruption) in
      let roots = try call.math.atLeast(1, try call.array(0))
      if roots.array.rank > 1 {
        throw call.refuse("a matrix", instead: "give it the roots")
      }
      if roots.array.count == 0 { return Value(1.0) }
      var result = try call.math.filled(1.0, [1])
      for place in 0..<roots.array.count {
        let root = call.formula(
          try call.math.float(try call.math.slice(roots, axis: 0, start: place, count: 1)))
        let factor = try call.math.concatenated(
          [try call.math.filled(1.0, [1]), try (-root).traced], axis: 0)
        result = try call.math.convolved(result, factor)
      }
      return try call.arrayValue(result)
    }
  }
}
