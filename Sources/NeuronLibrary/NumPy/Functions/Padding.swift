import Backprop
import NeuronRuntime

// `np.pad`: what stands around an array's elements.

/// Where elements outside of an axis come from.
private enum PaddingMode: String {
  case constant, edge, reflect, symmetric, wrap

  /// The place from 0 to `size` - 1 whose element stands at `place`, which may be any.
  func source(of place: Int, size: Int) -> Int {
    switch self {
    case .constant, .edge: return min(max(place, 0), size - 1)
    case .wrap: return floorModulo(place, size)
    case .symmetric:
      let turn = floorModulo(place, 2 * size)
      return turn < size ? turn : 2 * size - 1 - turn
    case .reflect:
      if size == 1 { return 0 }
      let turn = floorModulo(place, 2 * size - 2)
      return turn < size ? turn : 2 * size - 2 - turn
    }
  }

  private func floorModulo(_ x: Int, _ y: Int) -> Int { ((x % y) + y) % y }
}

extension Machine {
  func definePadding(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.definePad()
  }
}

extension ArrayFunctions {
  /// Its keywords depend on the mode, which NumPy complains about in its own way.
  fileprivate func definePad() {
    let parameters = ["array", "pad_width", "mode"]
    module.define(
      "pad",
      machine.makeNative("pad") { (arguments, machine) throws(Interruption) in
        for (place, parameter) in parameters.enumerated() where place < 2 {
          if arguments.value(at: place, or: parameter) == nil {
            throw .raised(.type, "pad() missing 1 required positional argument: '\(parameter)'")
          }
        }
        if arguments.count > 3 {
          throw .raised(
            .type,
            "pad() takes from 2 to 3 positional arguments but \(arguments.count) were given")
        }
        let call = ArrayCall(machine, "pad") { place in
          place < 3
            ? arguments.value(at: place, or: parameters[place])
            : arguments.keyword("constant_values")
        }
        let extra = arguments.keywords.filter { !parameters.contains($0) }
        return try call.padded(extra: extra)
      })
  }
}

extension ArrayCall {
  fileprivate func padded(extra: [String]) throws(Interruption) -> Value {
    let x = try array(0)
    let widths = try padWidths(rank: x.array.rank)
    let name = word(2) ?? "constant"
    guard let mode = PaddingMode(rawValue: name) else {
      if ["empty", "linear_ramp", "maximum", "mean", "median", "minimum"].contains(name) {
        throw refuse("the mode '\(name)'", instead: "join the parts with np.concatenate")
      }
      if let value = self[2], value.kind != .string {
        throw refuse("a function as mode", instead: "join the parts with np.concatenate")
      }
      throw .raised(.value, "mode '\(name)' is not supported")
    }
    try checkKeywords(extra, mode)
    var result = x
    if mode == .constant {
      let values = try pairs(
        of: try math.converted(argument(3), to: x.array.dtype), rank: x.array.rank)
      for axis in 0..<x.array.rank {
        result = try math.bordered(
          result, axis: axis, widths[axis],
          (values[2 * axis], values[2 * axis + 1]))
      }
      return try arrayValue(try math.separated(result, from: x))
    }
    for axis in 0..<x.array.rank where widths[axis] != (0, 0) {
      let size = x.array.shape[axis]
      if size == 0 {
        throw .raised(
          .value,
          "can't extend empty axis \(axis) using modes other than 'constant' or 'empty'")
      }
      result = try math.extended(result, axis: axis, widths[axis], mode)
    }
    return try arrayValue(try math.separated(result, from: x))
  }

  private func argument(_ place: Int) throws(Interruption) -> TracedArray {
    guard let value = self[place] else { return try math.integer(0) }
    return try array(of: value)
  }

  private func checkKeywords(_ extra: [String], _ mode: PaddingMode) throws(Interruption) {
    let allowed =
      switch mode {
      case .constant: ["constant_values"]
      case .reflect, .symmetric: ["reflect_type"]
      case .edge, .wrap: [String]()
      }
    let unknown = extra.filter { !allowed.contains($0) }
    if unknown.isEmpty {
      if extra.contains("reflect_type") {
        throw refuse("`reflect_type`", instead: "leave it out for even reflection")
      }
      return
    }
    throw .raised(
      .value,
      "unsupported keyword arguments for mode '\(mode.rawValue)': {\(unknown.map { "'\($0)'" }.joined(separator: ", "))}"
    )
  }

  private func padWidths(rank: Int) throws(Interruption) -> [(Int, Int)] {
    guard let value = self[1], value.kind != .dictionary else {
      throw .raised(.type, "`pad_width` must be of integral type.")
    }
    let given = try array(of: value)
    guard given.array.dtype == .int64 else {
      throw .raised(.type, "`pad_width` must be of integral type.")
    }
    let flat = try pairs(of: given, rank: rank).map { Int($0.array.integer(atOffset: 0)) }
    if flat.contains(where: { $0 < 0 }) {
      throw .raised(.value, "index can't contain negative values")
    }
    return (0..<rank).map { (flat[2 * $0], flat[2 * $0 + 1]) }
  }

  /// What stands before and after each axis, from a number, a pair, or a pair for each axis.
  private func pairs(of given: TracedArray, rank: Int) throws(Interruption) -> [TracedArray] {
    let all = try math.flattened(try math.broadcast(given, to: [rank, 2]))
    return try (0..<2 * rank).map { (place) throws(Interruption) in
      try math.position(all, axis: 0, place)
    }
  }
}

extension ArrayMath {
  /// With a value repeated before and after an axis.
  fileprivate func bordered(
    _ x: TracedArray, axis: Int, _ widths: (Int, Int), _ values: (TracedArray, TracedArray)
  ) throws(Interruption) -> TracedArray {
    var parts: [TracedArray] = []
    var shape = x.array.shape
    if widths.0 > 0 {
      shape[axis] = widths.0
      parts.append(try broadcast(values.0, to: shape))
    }
    parts.append(x)
    if widths.1 > 0 {
      shape[axis] = widths.1
      parts.append(try broadcast(values.1, to: shape))
    }
    return parts.count == 1 ? x : try concatenated(parts, axis: axis)
  }

  fileprivate func extended(
    _ x: TracedArray, axis: Int, _ widths: (Int, Int), _ mode: PaddingMode
  ) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    let (part, overflows) = widths.0.addingReportingOverflow(size)
    let (total, overflowsToo) = part.addingReportingOverflow(widths.1)
    let indices = try empty([overflows || overflowsToo ? .max : total], .int64)
    let places = indices.pointer(Int64.self)
    for place in 0..<indices.count {
      places[place] = Int64(mode.source(of: place - widths.0, size: size))
    }
    return try taken(x, indices, axis: axis)
  }
}
