import Backprop
import NeuronRuntime

// `np.add.reduce` and its kin.

extension Machine {
  func defineUfuncMethods(in library: NumPyLibrary) {
    let reduce = Signature(
      name: "reduce", required: ["array"],
      optional: ["axis", "dtype", "out", "keepdims", "initial", "where"])
    defineUfuncMethod(library, reduce) { (machine, function, given) throws(Interruption) in
      for (place, name) in [(2, "dtype"), (3, "out"), (5, "initial"), (6, "where")]
      where given[place].map({ !$0.isNone }) ?? false {
        throw .raised(
          .type, "`\(name)` of np.\(function.name).reduce is not part of neuron")
      }
      let x = try machine.arrayArgument(given.value(0), "reduce")
      let keepsAxes = try given[4].map { (value) throws(Interruption) in
        try machine.isTrue(value)
      }
      var axes: [Int]
      // A number may be reduced along its one element.
      if x.array.rank == 0, given[1]?.isNone != true, given[1]?.kind != .tuple {
        axes = []
        _ = try machine.axes(of: given[1] ?? Value(0), 1)
      } else if let axis = given[1] {
        axes = axis.isNone ? Array(0..<x.array.rank) : try machine.axes(of: axis, x.array.rank)
      } else {
        axes = try machine.axes(of: Value(0), x.array.rank)
      }
      axes.sort()
      return try machine.value(
        of: try machine.reduced(x, function, axes, keepsAxes: keepsAxes ?? false))
    }
    let accumulate = Signature(
      name: "accumulate", required: ["array"], optional: ["axis", "dtype", "out"])
    defineUfuncMethod(library, accumulate) { (machine, function, given) throws(Interruption) in
      let x = try machine.arrayArgument(given.value(0), "accumulate")
      if x.array.rank == 0 { throw .raised(.type, "cannot accumulate on a scalar") }
      let axis = try machine.axes(of: given[1] ?? Value(0), x.array.rank)[0]
      return try machine.array(try machine.accumulated(x, function, axis))
    }
    let outer = Signature(name: "outer", required: ["A", "B"])
    defineUfuncMethod(library, outer) { (machine, function, given) throws(Interruption) in
      let x = try machine.arrayArgument(given.value(0), "outer")
      let y = try machine.arrayArgument(given.value(1), "outer")
      let ones = Array(repeating: 1, count: y.array.rank)
      let tall = try machine.apply(.reshape(x.array.shape + ones), [x])
      return try machine.value(
        of: try machine.evaluate(function.entry.rule, [tall, y], function.name))
    }
    let at = Signature(name: "at", required: ["a", "indices", "b"])
    defineUfuncMethod(library, at) { (machine, function, given) throws(Interruption) in
      try machine.applyAt(given.value(0), given.value(1), given.value(2), function)
      return .none
    }
  }

  private func defineUfuncMethod(
    _ library: NumPyLibrary, _ signature: Signature,
    _ body: @escaping (Machine, Ufunc, Signature.Bound) throws(Interruption) -> Value
  ) {
    library.ufuncMethods[signature.name] = makeNative(signature.name) {
      (arguments, machine) throws(Interruption) in
      guard let function = machine.foreign(arguments[0]) as? Ufunc else {
        throw .raised(.type, "\(signature.name)() is a method of universal functions")
      }
      if function.name == "power" || function.name == "float_power", signature.name != "outer" {
        // What NumPy gives for powers of powers depends on how the elements lie.
        throw .raised(
          .type, "np.\(function.name).\(signature.name) is not part of neuron: write the loop")
      }
      if function.entry.inputs != 2 || function.name == "matmul" {
        throw .raised(
          .value, "\(signature.name) only supported for binary functions")
      }
      return try body(machine, function, try signature.bind(arguments.droppingFirst))
    }
  }

  private func axes(of value: Value, _ rank: Int) throws(Interruption) -> [Int] {
    let items = value.kind == .tuple ? elements(of: value) : [value]
    var axes: [Int] = []
    for item in items {
      let given = try indexArgument(item)
      let axis = try attempt { () throws(ArrayError) in
        try NDArray.normalized(axis: given, rank: rank)
      }
      if axes.contains(axis) { throw .raised(.value, "duplicate value in 'axis'") }
      axes.append(axis)
    }
    return axes
  }

  private func reduced(
    _ x: TracedArray, _ function: Ufunc, _ axes: [Int], keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    switch function.name {
    case "add": return try apply(.sum(axes: axes, keepsAxes: keepsAxes), [x])
    case "multiply": return try apply(.product(axes: axes, keepsAxes: keepsAxes), [x])
    case "maximum", "minimum":
      if axes.contains(where: { x.array.shape[$0] == 0 }) { throw noIdentity(function) }
      return try apply(
        function.name == "maximum"
          ? .maximum(axes: axes, keepsAxes: keepsAxes)
          : .minimum(axes: axes, keepsAxes: keepsAxes), [x])
    case "logical_and", "logical_or":
      let isAll = function.name == "logical_and"
      try charge(x.array.count / 8)
      return TracedArray(
        try attempt { () throws(ArrayError) in
          isAll
            ? try x.array.all(axes: axes, keepsAxes: keepsAxes)
            : try x.array.any(axes: axes, keepsAxes: keepsAxes)
        })
    default: return try folded(x, function, axes, keepsAxes: keepsAxes)
    }
  }

  private func noIdentity(_ function: Ufunc) -> Interruption {
    .raised(
      .value,
      "zero-size array to reduction operation \(function.name) which has no identity")
  }

  /// One element along each axis after the other.
  private func folded(
    _ x: TracedArray, _ function: Ufunc, _ axes: [Int], keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    var result = x
    for axis in axes.reversed() {
      let count = result.array.shape[axis]
      guard count > 0 else { throw noIdentity(function) }
      var total = try slice(result, axis, 0)
      for index in 1..<max(count, 1) {
        total = try evaluate(
          function.entry.rule, [total, try slice(result, axis, index)], function.name)
      }
      if keepsAxes {
        var shape = total.array.shape
        shape.insert(1, at: axis)
        total = try apply(.reshape(shape), [total])
      }
      result = total
    }
    return result
  }

  private func slice(
    _ x: TracedArray, _ axis: Int, _ index: Int
  ) throws(Interruption) -> TracedArray {
    var items = x.array.shape.prefix(axis).map {
      BasicIndex.Item.slice(start: 0, count: $0, step: 1)
    }
    items.append(.position(index))
    return try apply(.view(BasicIndex(items)), [x])
  }

  private func accumulated(
    _ x: TracedArray, _ function: Ufunc, _ axis: Int
  ) throws(Interruption) -> TracedArray {
    switch function.name {
    case "add": return try apply(.cumulativeSum(axis: axis), [x])
    case "multiply": return try apply(.cumulativeProduct(axis: axis), [x])
    default: break
    }
    var x = x
    if case .logical = function.entry.rule { x = try cast(x, to: .bool) }
    // Where there is nothing to compute it still must be such as can be computed with.
    let count = x.array.shape[axis]
    if count < 2 { _ = try evaluate(function.entry.rule, [x, x], function.name) }
    if count == 0 { return try copy(x) }
    var pieces: [TracedArray] = []
    var total = try slice(x, axis, 0)
    var shape = total.array.shape
    shape.insert(1, at: axis)
    for index in 0..<count {
      if index > 0 {
        total = try evaluate(
          function.entry.rule, [total, try slice(x, axis, index)], function.name)
      }
      pieces.append(try apply(.reshape(shape), [total]))
    }
    return try apply(.concatenate(axis: axis), pieces)
  }

  /// `a[i] = f(a[i], b)` for each place after the other, so that a place that is named twice is changed
  /// twice.
  private func applyAt(
    _ target: Value, _ index: Value, _ operand: Value, _ function: Ufunc
  ) throws(Interruption) {
    guard let array = arrayValue(target) else {
      throw .raised(.type, "first operand must be array")
    }
    let shape = array.array.shape
    let strides = NDArray.rowMajorStrides(shape)
    guard
      case .advanced(let advanced) = try IndexReader.read(
        index, shape: shape, strides: strides, self)
    else {
      let picked = try item(of: target, at: index)
      let result = try evaluate(
        function.entry.rule,
        [try arrayArgument(picked, "at"), try arrayArgument(operand, "at")], function.name)
      return try setItem(of: target, at: index, to: try value(of: result))
    }
    let given = try arrayArgument(operand, "at")
    let spread = try apply(.broadcast(to: advanced.shape), [given])
    let values = try apply(.reshape([advanced.count]), [spread])
    let places = try positions(advanced)
    let flat = FlatArray(array)
    for place in 0..<advanced.count {
      let position = Value(Int(places.pointer(Int64.self)[place]))
      guard let old = try flat.item(at: position, in: self) else { continue }
      let new = try evaluate(
        function.entry.rule,
        [
          try arrayArgument(old, "at"),
          try apply(.view(BasicIndex([.position(place)])), [values]),
        ], function.name)
      _ = try flat.setItem(at: position, to: try value(of: new), in: self)
    }
  }
}
