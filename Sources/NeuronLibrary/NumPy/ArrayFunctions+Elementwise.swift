import Backprop
import NeuronRuntime

// Functions of elements that are no universal functions.

extension Machine {
  func defineElementFunctions(in module: NativeModule) {
    defineRounding(in: module)
    defineNanToNum(in: module)
    defineParts(in: module)
  }

  // MARK: round

  private func defineRounding(in module: NativeModule) {
    for name in ["round", "around"] {
      let signature = Signature(name: name, required: ["a"], optional: ["decimals", "out"])
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          let given = try signature.bind(arguments)
          let x = try machine.arrayArgument(given.value(0), name)
          let decimals = try given[1].map { (value) throws(Interruption) in
            try machine.indexArgument(value)
          }
          if x.array.dtype == .int64, decimals ?? 0 >= 0, given[2]?.isNone ?? true,
            machine.arrayValue(given.value(0)) != nil
          {
            // NumPy gives the very array.
            return given.value(0)
          }
          let result = TracedArray(try machine.rounded(x.array, decimals: decimals ?? 0))
          guard let target = machine.arrayValue(given[2] ?? .none) else {
            return try machine.value(of: result)
          }
          try machine.putResult(result, into: target, name, shapes: [x.array.shape])
          return target.value
        })
    }
    module.define(
      "fix",
      makeNative("fix") { (arguments, machine) throws(Interruption) in
        try arguments.expect("fix", 1...1)
        let x = try machine.arrayArgument(arguments[0], "fix")
        return try machine.value(
          of: try machine.evaluate(.rounding(.trunc), [x], "fix"))
      })
  }

  private func rounded(_ x: NDArray, decimals: Int) throws(Interruption) -> NDArray {
    try charge(x.count / 4)
    if x.dtype == .bool {
      throw .raised(
        .type, "np.round of truths gives float16, which is not part of neuron: make them int first")
    }
    return try attempt { () throws(ArrayError) in
      if x.dtype == .int64, decimals >= 0 { return try x.contiguousCopy() }
      let floats = try x.cast(.float64)
      if decimals == 0 { return try NDArray.rounded(.rint, floats) }
      let rounding = NumPyRounding(decimals: decimals)
      let result = try floats.contiguousCopy()
      let elements = result.pointer(Double.self)
      for index in 0..<result.count { elements[index] = rounding.rounded(elements[index]) }
      return try result.cast(x.dtype)
    }
  }

  // MARK: nan_to_num

  private func defineNanToNum(in module: NativeModule) {
    let signature = Signature(
      name: "nan_to_num", required: ["x"], optional: ["copy", "nan", "posinf", "neginf"])
    module.define(
      "nan_to_num",
      makeNative("nan_to_num") { (arguments, machine) throws(Interruption) in
        let given = try signature.bind(arguments)
        let x = try machine.arrayArgument(given.value(0), "nan_to_num")
        if let copy = given[1], !(try machine.isTrue(copy)) {
          throw .raised(
            .type, "np.nan_to_num with copy=False is not part of neuron: assign what it gives")
        }
        if x.array.dtype != .float64 { return try machine.value(of: try machine.copy(x)) }
        func bound(_ index: Int, _ missing: Double) throws(Interruption) -> TracedArray {
          guard let value = given[index], !value.isNone else {
            return TracedArray(try machine.scalar(missing))
          }
          return try machine.cast(try machine.arrayArgument(value, "nan_to_num"), to: .float64)
        }
        let huge = Double.greatestFiniteMagnitude
        let infinity = TracedArray(try machine.scalar(Double.infinity))
        let nans = try machine.evaluate(.test(.isNaN), [x], "isnan")
        var result = try machine.apply(.select, [nans, try bound(2, 0), x])
        let above = try machine.evaluate(.comparison(.equal), [x, infinity], "equal")
        result = try machine.apply(.select, [above, try bound(3, huge), result])
        let low = TracedArray(try machine.scalar(-Double.infinity))
        let below = try machine.evaluate(.comparison(.equal), [x, low], "equal")
        result = try machine.apply(.select, [below, try bound(4, -huge), result])
        return try machine.value(of: result)
      })
  }

  // MARK: Two results

  private func defineParts(in module: NativeModule) {
    module.define(
      "divmod",
      makeNative("divmod") { (arguments, machine) throws(Interruption) in
        try arguments.expect("divmod", 2...2)
        let x = try machine.arrayArgument(arguments[0], "divmod")
        let y = try machine.arrayArgument(arguments[1], "divmod")
        return try machine.heap.tuple([
          try machine.value(of: try machine.arithmetic(.floorDivide, x, y)),
          try machine.value(of: try machine.arithmetic(.modulo, x, y)),
        ])
      })
    module.define(
      "modf",
      makeNative("modf") { (arguments, machine) throws(Interruption) in
        try arguments.expect("modf", 1...1)
        let x = try machine.cast(try machine.arrayArgument(arguments[0], "modf"), to: .float64)
        let whole = try machine.evaluate(.rounding(.trunc), [x], "trunc")
        let rest = try machine.apply(.elementwise(.subtract), [x, whole])
        let signed = try machine.apply(.elementwise(.copySign), [rest, TracedArray(x.array)])
        // Of an infinity nothing is left.
        let infinite = try machine.evaluate(.test(.isInfinite), [x], "isinf")
        let zero = TracedArray(try machine.scalar(0.0))
        let signedZero = try machine.apply(.elementwise(.copySign), [zero, TracedArray(x.array)])
        let part = try machine.apply(.select, [infinite, signedZero, signed])
        return try machine.heap.tuple([
          try machine.value(of: part), try machine.value(of: whole),
        ])
      })
  }
}
