import Backprop
import NeuronRuntime

// Elements chosen by conditions, and kept within bounds.

extension ArrayMath {
  func clipped(
    _ x: TracedArray, from low: TracedArray?, to high: TracedArray?
  ) throws(Interruption) -> TracedArray {
    if let low, let high, let result = try clippedByNumbers(x, low, high) { return result }
    var result = x
    if let low { result = try maximum(result, low) }
    if let high { result = try minimum(result, high) }
    return low == nil && high == nil ? try copied(x) : result
  }

  /// Between two numbers NumPy leaves a zero its sign, where the larger of two numbers may have another;
  /// `nil` where that makes no difference.
  private func clippedByNumbers(
    _ x: TracedArray, _ low: TracedArray, _ high: TracedArray
  ) throws(Interruption) -> TracedArray? {
    guard x.isConstant, low.isConstant, high.isConstant, low.array.rank == 0,
      high.array.rank == 0
    else { return nil }
    let (least, most) = (low.array.float(atOffset: 0), high.array.float(atOffset: 0))
    guard least == 0 || most == 0, !least.isNaN, !most.isNaN else { return nil }
    let raised = try select(try compare(.less, x, low), low, x)
    return try select(try compare(.greater, raised, high), high, raised)
  }
}

extension Machine {
  func defineChoosing(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("clip", "a, a_min=, a_max=, out=, *, min=, max=") {
      (call) throws(Interruption) in
      try call.clip()
    }
    functions.define("select", "condlist, choicelist, default=") { (call) throws(Interruption) in
      let conditions = try call.arrays(0)
      let choices = try call.arrays(1)
      if conditions.count != choices.count {
        throw .raised(
          .value, "list of cases must be same length as list of conditions")
      }
      if conditions.isEmpty {
        throw .raised(.value, "select with an empty condition list is not possible")
      }
      _ = try call.math.commonShape(conditions.map(\.array.shape))
      for (index, condition) in conditions.enumerated() where condition.array.dtype != .bool {
        throw .raised(
          .type, "invalid entry \(index) in condlist: should be boolean ndarray")
      }
      let fallback = try call.array(of: call.given(2) ?? Value(0))
      let all = try call.math.promoted(choices + [fallback])
      let shape = try call.math.commonShape([
        try call.math.commonShape(conditions.map(\.array.shape)),
        try call.math.commonShape(all.map(\.array.shape)),
      ])
      var result = try call.math.broadcast(all[choices.count], to: shape)
      for index in choices.indices.reversed() {
        result = try call.math.select(conditions[index].array, all[index], result)
      }
      return try call.arrayValue(result)
    }
    functions.definePiecewise()
  }
}

extension ArrayCall {
  fileprivate func clip() throws(Interruption) -> Value {
    var (low, high) = (given(1), given(2))
    if given(4) != nil || given(5) != nil {
      if low != nil || high != nil {
        if high == nil { throw missing("a_max") }
        if low == nil { throw missing("a_min") }
        throw .raised(
          .value,
          "Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is forbidden."
        )
      }
      (low, high) = (given(4), given(5))
    } else if low != nil, high == nil {
      throw missing("a_max")
    } else if low == nil, high != nil {
      throw missing("a_min")
    }
    let bounds = try [low, high].map { (value) throws(Interruption) -> TracedArray? in
      guard let value, !value.isNone else { return nil }
      return try array(of: value)
    }
    return try value(
      try math.clipped(try array(0), from: bounds[0], to: bounds[1]), into: 3)
  }

  private func missing(_ parameter: String) -> Interruption {
    .raised(.type, "clip() missing 1 required positional argument: '\(parameter)'")
  }
}

extension ArrayFunctions {
  /// Its functions get what `piecewise` was given besides.
  fileprivate func definePiecewise() {
    module.define(
      "piecewise",
      machine.makeNative("piecewise") { (arguments, machine) throws(Interruption) in
        let names = ["x", "condlist", "funclist"]
        for (place, name) in names.enumerated() where arguments.value(at: place, or: name) == nil {
          throw .raised(.type, "piecewise() missing 1 required positional argument: '\(name)'")
        }
        let call = ArrayCall(machine, "piecewise") { arguments.value(at: $0, or: names[$0]) }
        if arguments.count > 3 || arguments.keywords.contains(where: { !names.contains($0) }) {
          throw call.refuse(
            "further arguments", instead: "let the functions know them by themselves")
        }
        let functions = try machine.heap.list(try machine.allItems(of: call.given(2) ?? .none))
        let held = names.indices.map { call.given($0) ?? .none } + [functions]
        return try machine.heap.pinning(held) { () throws(Interruption) in
          try call.piecewise(functions)
        }
      })
  }
}

extension ArrayCall {
  /// - Parameter functionList: the third argument as a list, which the caller pins.
  fileprivate func piecewise(_ functionList: Value) throws(Interruption) -> Value {
    let x = try array(0)
    let functions = machine.elements(of: functionList)
    let conditions = try pieceConditions(rank: x.array.rank, functionCount: functions.count)
    var result = try math.converted(
      try math.filled(UInt8(0), x.array.shape), to: x.array.dtype)
    for (condition, function) in zip(conditions, functions) {
      let mask = try math.broadcast(TracedArray(condition), to: x.array.shape).array
      let places = try math.nonzeroPositions(mask)
      if places.count == 0 { continue }
      var values: TracedArray
      if machine.isCallable(function) {
        let part = try math.taken(
          try math.flattened(x), places, axis: 0)
        let given = try machine.array(part)
        values = try array(of: try machine.call(function, [given]))
      } else {
        values = try array(of: function)
      }
      values = try math.converted(values, to: x.array.dtype)
      if !math.broadcasts(values.array.shape, to: [places.count]) {
        throw .raised(
          .value,
          "NumPy boolean array indexing assignment cannot assign \(values.array.count) input values to the \(places.count) output values where the mask is true"
        )
      }
      result = try math.reshaped(
        try math.apply(
          .putAt(positions: places, shape: [places.count]), try math.flattened(result), values),
        to: x.array.shape)
    }
    return try arrayValue(result)
  }

  /// The condition of each function; the last of one more function holds where no other does.
  private func pieceConditions(
    rank: Int, functionCount: Int
  ) throws(Interruption) -> [NDArray] {
    let value = given(1) ?? .none
    let items = try machine.canIterate(value) ? machine.allItems(of: value) : [value]
    let hasArrays = items.contains { item in
      item.kind == .list || item.kind == .tuple
        || (machine.arrayValue(item).map { $0.array.rank > 0 } ?? false)
    }
    let isOne = !machine.canIterate(value) || (rank != 0 && !hasArrays)
    var conditions = try (isOne ? [value] : items).map { (item) throws(Interruption) in
      try math.converted(try array(of: item), to: .bool)
    }
    let count = conditions.count
    if functionCount == count + 1 {
      var any = conditions[0]
      for condition in conditions.dropFirst() { any = try math.maximum(any, condition) }
      let other = try math.compare(.equal, any, try math.integer(0))
      conditions.append(TracedArray(other))
    } else if functionCount != count {
      throw .raised(
        .value,
        "with \(count) condition(s), either \(count) or \(count + 1) functions are expected")
    }
    return conditions.map(\.array)
  }
}
