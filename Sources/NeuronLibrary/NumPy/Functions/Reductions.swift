import Backprop
import NeuronRuntime

// Functions that leave one element of all along some axes.

/// What a reduction is asked for besides its array.
struct Reduction {
  /// From 0 on, ascending.
  var axes: [Int]
  var keepsAxes = false
  var dtype: DType?
  /// What the result begins with.
  var initial: TracedArray?
  /// Which elements count; all when `nil`.
  var mask: NDArray?
}

extension ArrayMath {
  func sum(_ x: TracedArray, _ reduction: Reduction) throws(Interruption) -> TracedArray {
    let counted = try masked(try summands(x, reduction), reduction, with: try integer(0))
    var result = try sum(counted, reduction.axes, keepsAxes: reduction.keepsAxes)
    if let initial = reduction.initial {
      result = try add(try converted(initial, to: result.array.dtype), result)
    }
    return try converted(result, to: reduction.dtype ?? result.array.dtype)
  }

  func product(_ x: TracedArray, _ reduction: Reduction) throws(Interruption) -> TracedArray {
    let counted = try masked(try summands(x, reduction), reduction, with: try integer(1))
    var result = try apply(
      .product(axes: reduction.axes, keepsAxes: reduction.keepsAxes), counted)
    if let initial = reduction.initial {
      result = try multiply(try converted(initial, to: result.array.dtype), result)
    }
    return try converted(result, to: reduction.dtype ?? result.array.dtype)
  }

  /// The elements as the dtype asked for; truths as whole numbers, of which 0 is false again.
  private func summands(
    _ x: TracedArray, _ reduction: Reduction
  ) throws(Interruption) -> TracedArray {
    let typed = try converted(x, to: reduction.dtype ?? x.array.dtype)
    return try converted(typed, to: max(typed.array.dtype, .int64))
  }

  /// The elements that count, `neutral` in place of the others.
  func masked(
    _ x: TracedArray, _ reduction: Reduction, with neutral: TracedArray
  ) throws(Interruption) -> TracedArray {
    guard let mask = reduction.mask else { return x }
    let neutral = try converted(neutral, to: x.array.dtype)
    return try apply(
      .select, TracedArray(mask), x, try broadcast(neutral, to: x.array.shape))
  }

  /// The largest elements, or the smallest.
  func extremum(
    _ x: TracedArray, _ reduction: Reduction, isMaximum: Bool
  ) throws(Interruption) -> TracedArray {
    let name = isMaximum ? "maximum" : "minimum"
    guard let initial = reduction.initial else {
      if reduction.mask != nil {
        throw .raised(
          .value,
          "reduction operation '\(name)' does not have an identity, so to use a where mask one has to specify 'initial'"
        )
      }
      let sizes = reduction.axes.map { x.array.shape[$0] }
      if sizes.contains(0) {
        throw .raised(
          .value, "zero-size array to reduction operation \(name) which has no identity")
      }
      return try extremum(x, reduction.axes, reduction.keepsAxes, isMaximum)
    }
    let start = try converted(initial, to: x.array.dtype)
    let shape = resultShape(x.array.shape, reduction)
    if x.array.count == 0 { return try copied(try broadcast(start, to: shape)) }
    let counted = try masked(x, reduction, with: start)
    let result = try extremum(counted, reduction.axes, reduction.keepsAxes, isMaximum)
    return isMaximum ? try maximum(start, result) : try minimum(start, result)
  }

  private func extremum(
    _ x: TracedArray, _ axes: [Int], _ keepsAxes: Bool, _ isMaximum: Bool
  ) throws(Interruption) -> TracedArray {
    if axes.isEmpty { return try copied(x) }
    return try apply(
      isMaximum
        ? .maximum(axes: axes, keepsAxes: keepsAxes)
        : .minimum(axes: axes, keepsAxes: keepsAxes), x)
  }

  func resultShape(_ shape: [Int], _ reduction: Reduction) -> [Int] {
    if !reduction.keepsAxes {
      return shape.indices.filter { !reduction.axes.contains($0) }.map { shape[$0] }
    }
    return shape.indices.map { reduction.axes.contains($0) ? 1 : shape[$0] }
  }

  /// Whether all elements, or any, are other than 0.
  func truth(
    _ x: NDArray, _ reduction: Reduction, isAll: Bool
  ) throws(Interruption) -> NDArray {
    let counted = try masked(
      TracedArray(x), reduction, with: try integer(isAll ? 1 : 0)
    ).array
    try machine.charge(x.count)
    return try attempt { () throws(ArrayError) in
      isAll
        ? try counted.all(axes: reduction.axes, keepsAxes: reduction.keepsAxes)
        : try counted.any(axes: reduction.axes, keepsAxes: reduction.keepsAxes)
    }
  }

  /// Where the largest element stands along an axis, or the smallest; among all elements when `nil`.
  func argument(
    of x: NDArray, axis: Int?, isMaximum: Bool, keepsAxes: Bool
  ) throws(Interruption) -> NDArray {
    let lines = try axis == nil ? flattened(TracedArray(x)).array : x
    let place = axis ?? 0
    let result = Reduction(axes: axis.map { [$0] } ?? Array(0..<x.rank), keepsAxes: keepsAxes)
    let shape = resultShape(x.shape, result)
    if lines.shape[place] == 0 {
      throw .raised(
        .value, "attempt to get \(isMaximum ? "argmax" : "argmin") of an empty sequence")
    }
    try machine.charge(x.count)
    return try attempt { () throws(ArrayError) in
      let indices =
        isMaximum
        ? try lines.argMaximum(axis: place) : try lines.argMinimum(axis: place)
      return try indices.reshaped(shape)
    }
  }
}

extension ArrayCall {
  /// The places of the parameters of a reduction.
  struct ReductionPlaces {
    var axis = 1
    var dtype: Int?
    var out: Int?
    var keepsAxes: Int?
    var initial: Int?
    var mask: Int?
  }

  func reduction(
    of x: TracedArray, _ places: ReductionPlaces, isCounted: Bool = false
  ) throws(Interruption) -> Reduction {
    var reduction = Reduction(
      axes: try reducedAxes(places.axis, rank: x.array.rank, isCounted: isCounted))
    if let place = places.keepsAxes { reduction.keepsAxes = try flag(place) }
    if let place = places.dtype { reduction.dtype = try dtype(place) }
    if let place = places.initial, let value = self[place] {
      reduction.initial = try array(of: value)
    }
    if let place = places.mask, let value = self[place] {
      let mask = try array(of: value)
      if machine.arrayValue(value) != nil, mask.array.dtype != .bool {
        throw .raised(
          .type,
          "Cannot cast array data from dtype('\(mask.array.dtype.name)') to dtype('bool') according to the rule 'safe'"
        )
      }
      reduction.mask = try math.broadcast(
        try math.converted(mask, to: .bool), to: x.array.shape
      ).array
    }
    return reduction
  }

  /// The sum of what a generator gives, which NumPy leaves to Python.
  fileprivate func plainSum(_ generator: Value) throws(Interruption) -> Value {
    let total = try machine.heap.list([Value(0)])
    return try machine.heap.pinning([total]) { () throws(Interruption) in
      try machine.walkPinned(generator) { (item) throws(Interruption) in
        let sum = try machine.operate(.add, machine.element(0, ofList: total), item)
        machine.buffer(ofList: total)[0] = sum
      }
      return machine.element(0, ofList: total)
    }
  }

  /// A result, put into the array that was given as `out` if one was.
  func value(_ result: TracedArray, into place: Int) throws(Interruption) -> Value {
    guard let out = self[place] else { return try value(result) }
    return try assign(result, to: out)
  }

  func assign(_ result: TracedArray, to out: Value) throws(Interruption) -> Value {
    guard let target = machine.arrayValue(out) else {
      throw .raised(.type, "output must be an array")
    }
    if target.array.shape != result.array.shape {
      throw refuse(
        "`out` of shape \(math.pythonText(target.array.shape))",
        instead: "the result has shape \(math.pythonText(result.array.shape))")
    }
    if target.array.dtype < result.array.dtype {
      throw refuse(
        "`out` of dtype \(target.array.dtype.name)",
        instead: "the result has dtype \(result.array.dtype.name)")
    }
    try machine.setItem(of: out, at: .ellipsis, to: try machine.array(result))
    return out
  }
}

extension Machine {
  func defineReductions(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    let sums = ArrayCall.ReductionPlaces(dtype: 2, out: 3, keepsAxes: 4, initial: 5, mask: 6)
    let parameters = "a, axis=, dtype=, out=, keepdims=, initial=, where="
    functions.define("sum", parameters) { (call) throws(Interruption) in
      if let items = call.given(0), items.kind == .generator { return try call.plainSum(items) }
      let x = try call.array(0)
      return try call.value(try call.math.sum(x, try call.reduction(of: x, sums)), into: 3)
    }
    functions.define("prod", parameters) { (call) throws(Interruption) in
      let x = try call.array(0)
      return try call.value(try call.math.product(x, try call.reduction(of: x, sums)), into: 3)
    }
    defineExtremes(functions)
    defineTruths(functions)
    for isMaximum in [true, false] {
      functions.define(isMaximum ? "argmax" : "argmin", "a, axis=, out=, *, keepdims=") {
        (call) throws(Interruption) in
        let x = try call.array(0).array
        let axis = try call.axis(1, rank: max(x.rank, 1))
        let result = try call.math.argument(
          of: x, axis: x.rank == 0 ? nil : axis, isMaximum: isMaximum,
          keepsAxes: try call.flag(3))
        return try call.value(TracedArray(result), into: 2)
      }
    }
  }

  private func defineExtremes(_ functions: ArrayFunctions) {
    let places = ArrayCall.ReductionPlaces(out: 2, keepsAxes: 3, initial: 4, mask: 5)
    for (name, isMaximum) in [("max", true), ("amax", true), ("min", false), ("amin", false)] {
      functions.define(name, "a, axis=, out=, keepdims=, initial=, where=") {
        (call) throws(Interruption) in
        let x = try call.array(0)
        let result = try call.math.extremum(
          x, try call.reduction(of: x, places), isMaximum: isMaximum)
        return try call.value(result, into: 2)
      }
    }
    functions.define("ptp", "a, axis=, out=, keepdims=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let reduction = try call.reduction(of: x, .init(out: 2, keepsAxes: 3))
      if x.array.dtype == .bool {
        throw .raised(
          .type,
          "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead."
        )
      }
      let largest = try call.math.extremum(x, reduction, isMaximum: true)
      let smallest = try call.math.extremum(x, reduction, isMaximum: false)
      return try call.value(try call.math.subtract(largest, smallest), into: 2)
    }
  }

  private func defineTruths(_ functions: ArrayFunctions) {
    for (name, isAll) in [("all", true), ("any", false)] {
      functions.define(name, "a, axis=, out=, keepdims=, *, where=") {
        (call) throws(Interruption) in
        let x = try call.array(0)
        let reduction = try call.reduction(of: x, .init(out: 2, keepsAxes: 3, mask: 4))
        let result = try call.math.truth(x.array, reduction, isAll: isAll)
        return try call.value(TracedArray(result), into: 2)
      }
    }
    functions.define("count_nonzero", "a, axis=, *, keepdims=") { (call) throws(Interruption) in
      let x = try call.array(0).array
      let axes = try call.reducedAxes(1, rank: x.rank)
      let keepsAxes = try call.flag(2)
      try call.machine.charge(x.count)
      let result = try call.math.attempt { () throws(ArrayError) in
        try x.countNonzero(axes: axes, keepsAxes: keepsAxes)
      }
      // Without an axis NumPy counts in plain integers.
      if call[1] == nil, !keepsAxes { return Value(Int(result.integer(atOffset: 0))) }
      return try call.value(result)
    }
  }
}
