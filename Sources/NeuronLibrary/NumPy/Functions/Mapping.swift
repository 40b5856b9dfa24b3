import Backprop
import NeuronRuntime

// Functions of the program, called for parts of arrays.

extension Machine {
  func defineMapping(in module: NativeModule) {
    defineAlongAxis(in: module)
    let functions = ArrayFunctions(module, self)
    functions.define("apply_over_axes", "func, a, axes") { (call) throws(Interruption) in
      try call.applyOverAxes()
    }
    let type = module.defineType("vectorize", self) {
      (type, arguments, machine) throws(Interruption) in
      try VectorizedFunction.make(type, arguments, in: machine)
    }
    _ = type
    defineIteration(in: module)
  }

  /// The function gets what follows besides its slice, by place and by name.
  private func defineAlongAxis(in module: NativeModule) {
    module.define(
      "apply_along_axis",
      makeNative("apply_along_axis") { (arguments, machine) throws(Interruption) in
        let names = ["func1d", "axis", "arr"]
        for (place, name) in names.enumerated() where arguments.value(at: place, or: name) == nil {
          throw .raised(
            .type, "apply_along_axis() missing 1 required positional argument: '\(name)'")
        }
        let call = ArrayCall(machine, "apply_along_axis", sources: []) {
          arguments.value(at: $0, or: names[$0])
        }
        if arguments.keywords.contains(where: { !names.contains($0) }) {
          throw call.refuse(
            "further arguments by name", instead: "hand them on in a lambda")
        }
        let extra = Array(arguments.positional.dropFirst(3))
        let held = extra + [call.given(0) ?? .none, call.given(2) ?? .none]
        return try machine.heap.pinning(held) { () throws(Interruption) in
          try call.applyAlongAxis(extra)
        }
      })
  }
}

extension ArrayCall {
  fileprivate func applyAlongAxis(_ extra: [Value]) throws(Interruption) -> Value {
    let x = try array(2)
    let axis = try axis(1, else: 0, rank: x.array.rank)
    let lines = try math.moving(x, axis, to: x.array.rank - 1)
    let outer = Array(lines.array.shape.dropLast())
    let count = outer.reduce(1, *)
    if count == 0 {
      throw .raised(
        .value, "Cannot apply_along_axis when any iteration dimensions are 0")
    }
    let rows = try math.reshaped(lines, to: [count, x.array.shape[axis]])
    var results: [TracedArray] = []
    for row in 0..<count {
      try machine.charge(8)
      let line = try machine.array(try math.position(rows, axis: 0, row))
      let result = try array(of: try machine.call(given(0) ?? .none, [line] + extra))
      if let first = results.first {
        if result.array.shape != first.array.shape {
          throw .raised(
            .value,
            "could not broadcast input array from shape \(shapeText(result.array.shape)) into shape \(shapeText(first.array.shape))"
          )
        }
        results.append(try math.converted(result, to: first.array.dtype))
      } else {
        results.append(result)
      }
    }
    let shape = results[0].array.shape
    let all = try math.reshaped(try math.stacked(results, axis: 0), to: outer + shape)
    // The axes of a result stand where the axis was.
    let own = Array(outer.count..<(outer.count + shape.count))
    let order = Array(0..<axis) + own + Array(axis..<outer.count)
    return try arrayValue(try math.transposed(all, order))
  }

  fileprivate func applyOverAxes() throws(Interruption) -> Value {
    let value = given(1) ?? .none
    guard machine.arrayValue(value) != nil else {
      throw .raised(
        .attribute, "'\(machine.typeName(value))' object has no attribute 'ndim'")
    }
    let rank = try array(1).array.rank
    let axes = try sizes(2)
    let function = given(0) ?? .none
    let held = try machine.heap.list([function, value])
    return try machine.heap.pinning([held]) { () throws(Interruption) in
      for axis in axes {
        let current = machine.elements(of: held)[1]
        let result = try machine.call(
          function, [current, Value(axis < 0 ? axis + rank : axis)])
        var array = try array(of: result)
        if array.array.rank != rank {
          array = try math.expanded(array, [axis < 0 ? axis + rank : axis])
          if array.array.rank != rank {
            throw .raised(
              .value,
              "function is not returning an array of the correct shape")
          }
        }
        try machine.setItem(of: held, at: Value(1), to: try machine.array(array))
      }
      return machine.elements(of: held)[1]
    }
  }
}
