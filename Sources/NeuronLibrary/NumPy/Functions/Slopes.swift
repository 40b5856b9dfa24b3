import Backprop
import NeuronRuntime

// `np.gradient`: slopes by central differences.

extension Machine {
  func defineSlopes(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.defineVariadic("gradient", named: ["axis", "edge_order"]) {
      (values, call) throws(Interruption) in
      guard let first = values.first else {
        throw .raised(.type, "gradient() missing 1 required positional argument: 'f'")
      }
      let f = try call.math.float(try call.array(of: first))
      let axes =
        try call[0].map { (value) throws(Interruption) in
          try call.axes(of: value, rank: f.array.rank)
        } ?? Array(0..<f.array.rank)
      let spacings = try call.spacings(Array(values.dropFirst()), f.array.shape, axes)
      let edgeOrder = try call.integer(1, else: 1)
      if edgeOrder > 2 {
        throw .raised(.value, "'edge_order' greater than 2 not supported")
      }
      if axes.contains(where: { f.array.shape[$0] < edgeOrder + 1 }) {
        throw .raised(
          .value,
          "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
        )
      }
      var slopes: [TracedArray] = []
      for (axis, spacing) in zip(axes, spacings) {
        let lines = Slopes(f: call.formula(f), axis: axis, hasQuadraticEdges: edgeOrder == 2)
        slopes.append(try lines.values(spacing))
      }
      return axes.count == 1 ? try call.arrayValue(slopes[0]) : try call.tuple(slopes)
    }
  }
}

/// Distances between the points along an axis.
private enum Spacing {
  case even(Double)
  /// One less than there are points.
  case uneven(TracedArray)
}

extension ArrayCall {
  fileprivate func spacings(
    _ given: [Value], _ shape: [Int], _ axes: [Int]
  ) throws(Interruption) -> [Spacing] {
    if given.isEmpty { return axes.map { _ in .even(1) } }
    if given.count == 1, try array(of: given[0]).array.rank == 0 {
      let step = try number(of: given[0])
      return axes.map { _ in .even(step) }
    }
    if given.count != axes.count { throw .raised(.type, "invalid number of arguments") }
    return try zip(axes, given).map { (axis, value) throws(Interruption) in
      let points = try array(of: value)
      if points.array.rank == 0 { return .even(try number(of: value)) }
      if points.array.rank > 1 {
        throw .raised(.value, "distances must be either scalars or 1d")
      }
      if points.array.count != shape[axis] {
        throw .raised(
          .value,
          "when 1d, distances must match the length of the corresponding dimension")
      }
      let steps = try math.differences(try math.float(points), axis: 0)
      let sizes = steps.array.floats
      if steps.isConstant, let first = sizes.first, sizes.allSatisfy({ $0 == first }) {
        return .even(first)
      }
      return .uneven(steps)
    }
  }
}

private struct Slopes {
  let f: ArrayFormula
  let axis: Int
  let hasQuadraticEdges: Bool

  private var count: Int { f.shape[axis] }

  private func part(_ start: Int, _ count: Int) throws(Interruption) -> ArrayFormula {
    try f.slice(start, count, axis: axis)
  }

  private func steps(
    _ steps: TracedArray, _ start: Int, _ count: Int
  ) throws(Interruption) -> ArrayFormula {
    var shape = Array(repeating: 1, count: f.rank)
    shape[axis] = count
    return try ArrayFormula(f.math, steps).slice(start, count).reshaped(shape)
  }

  func values(_ spacing: Spacing) throws(Interruption) -> TracedArray {
    let inner: ArrayFormula
    let first: ArrayFormula
    let last: ArrayFormula
    switch spacing {
    case .even(let step):
      inner = try (part(2, count - 2) - part(0, count - 2)) / (2 * step)
      (first, last) = try evenEdges(step)
    case .uneven(let steps):
      let before = try self.steps(steps, 0, count - 2)
      let after = try self.steps(steps, 1, count - 2)
      let a = try -after / (before * (before + after))
      let b = try (after - before) / (before * after)
      let c = try before / (after * (before + after))
      inner = try a * part(0, count - 2) + b * part(1, count - 2) + c * part(2, count - 2)
      (first, last) = try unevenEdges(steps)
    }
    return try f.math.concatenated([first.traced, inner.traced, last.traced], axis: axis)
  }

  private func evenEdges(_ step: Double) throws(Interruption) -> (ArrayFormula, ArrayFormula) {
    if !hasQuadraticEdges {
      return (
        try (part(1, 1) - part(0, 1)) / step,
        try (part(count - 1, 1) - part(count - 2, 1)) / step
      )
    }
    return (
      try (-1.5 / step) * part(0, 1) + (2 / step) * part(1, 1) + (-0.5 / step) * part(2, 1),
      try (0.5 / step) * part(count - 3, 1) + (-2 / step) * part(count - 2, 1) + (1.5 / step)
        * part(count - 1, 1)
    )
  }

  private func unevenEdges(
    _ steps: TracedArray
  ) throws(Interruption) -> (ArrayFormula, ArrayFormula) {
    if !hasQuadraticEdges {
      return (
        try (part(1, 1) - part(0, 1)) / self.steps(steps, 0, 1),
        try (part(count - 1, 1) - part(count - 2, 1)) / self.steps(steps, count - 2, 1)
      )
    }
    let (d1, d2) = (try self.steps(steps, 0, 1), try self.steps(steps, 1, 1))
    let (e1, e2) = (try self.steps(steps, count - 3, 1), try self.steps(steps, count - 2, 1))
    let first =
      try -(2 * d1 + d2) / (d1 * (d1 + d2)) * part(0, 1) + (d1 + d2) / (d1 * d2) * part(1, 1)
      + -d1 / (d2 * (d1 + d2)) * part(2, 1)
    let last =
      try e2 / (e1 * (e1 + e2)) * part(count - 3, 1) + -(e2 + e1) / (e1 * e2)
      * part(count - 2, 1) + (2 * e2 + e1) / (e2 * (e1 + e2)) * part(count - 1, 1)
    return (first, last)
  }
}
