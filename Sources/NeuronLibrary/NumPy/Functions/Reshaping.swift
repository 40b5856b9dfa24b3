import Backprop
import NeuronRuntime

// Other shapes of the same elements.

extension ArrayMath {
  /// - Parameter sizes: of which one may be below 0, for what is left.
  /// - Throws: ValueError when there are not as many elements.
  func reshaped(
    _ x: TracedArray, sizes: [Int], _ order: ElementOrder = .rowMajor
  ) throws(Interruption) -> TracedArray {
    let shape = try resolved(sizes, count: x.array.count)
    switch order {
    case .inMemory: throw .raised(.value, "order 'K' is not permitted for reshaping")
    case .columnMajor: return try reshapedByColumns(x, to: shape)
    case .asStored where isStoredByColumns(x.array): return try reshapedByColumns(x, to: shape)
    default: return try apply(.reshape(shape), x)
    }
  }

  private func reshapedByColumns(
    _ x: TracedArray, to shape: [Int]
  ) throws(Interruption) -> TracedArray {
    try transposed(try reshaped(try transposed(x), to: shape.reversed()))
  }

  private func resolved(_ sizes: [Int], count: Int) throws(Interruption) -> [Int] {
    let unknown = sizes.indices.filter { sizes[$0] < 0 }
    if unknown.count > 1 { throw .raised(.value, "can only specify one unknown dimension") }
    var known = 1
    var overflows = false
    for size in sizes where size >= 0 {
      let product = known.multipliedReportingOverflow(by: size)
      known = product.partialValue
      overflows = overflows || product.overflow
    }
    if sizes.contains(0) { (known, overflows) = (0, false) }
    var shape = sizes
    if let place = unknown.first, known > 0, !overflows, count % known == 0 {
      shape[place] = count / known
      return shape
    }
    guard unknown.isEmpty, !overflows, known == count else {
      throw machine.cannotReshape(count, into: sizes)
    }
    _ = try attempt { () throws(ArrayError) in try NDArray.count(of: shape) }
    return shape
  }

  private func isStoredByColumns(_ x: NDArray) -> Bool {
    x.rank > 1 && x.transposed().isContiguous && !x.isContiguous
  }

  /// All elements along one axis, in an order.
  func raveled(_ x: TracedArray, _ order: ElementOrder) throws(Interruption) -> TracedArray {
    switch order {
    case .rowMajor: return try lined(x)
    case .columnMajor: return try lined(try transposed(x))
    case .asStored: return try lined(isStoredByColumns(x.array) ? try transposed(x) : x)
    case .inMemory:
      let strides = x.array.strides.map(abs)
      let axes = strides.indices.sorted {
        strides[$0] == strides[$1] ? $0 < $1 : strides[$0] > strides[$1]
      }
      return try lined(try transposed(x, axes))
    }
  }

  /// All elements along one axis: a view only where they stand one after another, else a copy, even
  /// where equal steps would allow a view.
  private func lined(_ x: TracedArray) throws(Interruption) -> TracedArray {
    try flattened(x.array.isContiguous ? x : try copied(x))
  }

  /// Without the axes, which must have size 1; without all such axes where none are given.
  func squeezed(_ x: TracedArray, _ axes: [Int]?) throws(Interruption) -> TracedArray {
    let shape = x.array.shape
    let gone = axes ?? shape.indices.filter { shape[$0] == 1 }
    if gone.contains(where: { shape[$0] != 1 }) {
      throw .raised(
        .value, "cannot select an axis to squeeze out which has size not equal to one")
    }
    return try reshaped(x, to: shape.indices.filter { !gone.contains($0) }.map { shape[$0] })
  }

  /// With at least so many axes, new ones where NumPy puts them.
  func atLeast(_ rank: Int, _ x: TracedArray) throws(Interruption) -> TracedArray {
    let shape = x.array.shape
    if shape.count >= rank { return x }
    switch (shape.count, rank) {
    case (1, 2): return try reshaped(x, to: [1, shape[0]])
    case (1, 3): return try reshaped(x, to: [1, shape[0], 1])
    case (2, 3): return try reshaped(x, to: shape + [1])
    default: return try reshaped(x, to: Array(repeating: 1, count: rank))
    }
  }
}

extension Machine {
  func defineReshaping(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("reshape", "a, shape=, order=, *, newshape=, copy=") {
      (call) throws(Interruption) in
      if call.given(1) != nil, call.given(3) != nil {
        throw .raised(
          .type, "You cannot specify 'newshape' and 'shape' arguments at the same time.")
      }
      guard let shape = call[1] ?? call[3] else {
        throw .raised(.type, "reshape() missing 1 required positional argument: 'shape'")
      }
      let result = try call.math.reshaped(
        try call.array(0), sizes: try call.integers(of: shape), try call.order(2))
      return try call.arrayValue(try call.flag(4) ? call.math.copied(result) : result)
    }
    functions.define("ravel", "a, order=") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.raveled(try call.array(0), try call.order(1)))
    }
    functions.define("squeeze", "a, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let rank = x.array.rank
      let result = try call.math.squeezed(
        x, call[1] == nil ? nil : try call.reducedAxes(1, rank: rank))
      if let number = call.numPyNumber { return number }
      return try call.arrayValue(result)
    }
    functions.define("expand_dims", "a, axis") { (call) throws(Interruption) in
      let x = try call.array(0)
      let given = try call.sizes(1)
      let axes = try call.axes(of: call.given(1) ?? .none, rank: x.array.rank + given.count)
      return try call.arrayValue(try call.math.expanded(x, axes.sorted()))
    }
    defineSizes(functions)
    for rank in 1...3 {
      functions.defineVariadic("atleast_\(rank)d") { (values, call) throws(Interruption) in
        var results: [TracedArray] = []
        for value in values {
          results.append(try call.math.atLeast(rank, try call.array(of: value)))
        }
        return results.count == 1 ? try call.arrayValue(results[0]) : try call.tuple(results)
      }
    }
  }

  private func defineSizes(_ functions: ArrayFunctions) {
    functions.define("ndim", "a") { (call) throws(Interruption) in
      Value(try call.array(0).array.rank)
    }
    functions.define("shape", "a") { (call) throws(Interruption) in
      try call.tuple(ofSizes: try call.array(0).array.shape)
    }
    functions.define("size", "a, axis=") { (call) throws(Interruption) in
      let array = try call.array(0).array
      guard call[1] != nil else { return Value(array.count) }
      let axis = try call.integer(1, else: 0)
      guard axis >= -array.rank, axis < array.rank else {
        throw .raised(.index, "tuple index out of range")
      }
      return Value(array.shape[axis < 0 ? axis + array.rank : axis])
    }
    functions.define("copy", "a, order=, subok=") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.copied(try call.array(0)))
    }
  }
}
