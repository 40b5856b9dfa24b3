import Backprop
import NeuronRuntime

extension SampleGenerator {
  static let moons = SampleGenerator(
    name: "make_moons", parameters: ["n_samples", "shuffle", "noise", "random_state"], places: 1
  ) { (call) throws(Interruption) in
    let (outer, inner) = try call.halves(
      from: 1, notTwo: "`n_samples` can be either an int or a two-element tuple.")
    return try call.points(outer, inner) { points in
      for index in 0..<outer {
        let angle = spaced(index, of: outer, to: .pi)
        points.set(index, Elementary.cos(angle), Elementary.sin(angle), label: 0)
      }
      for index in 0..<inner {
        let angle = spaced(index, of: inner, to: .pi)
        points.set(
          outer + index, 1 - Elementary.cos(angle), 1 - Elementary.sin(angle) - 0.5, label: 1)
      }
    }
  }

  static let circles = SampleGenerator(
    name: "make_circles",
    parameters: ["n_samples", "shuffle", "noise", "random_state", "factor"], places: 1
  ) { (call) throws(Interruption) in
    let (outer, inner) = try call.halves(
      from: 0, notTwo: "When a tuple, n_samples must have exactly two elements.")
    let factor = try call["factor"].map { (value) throws(Interruption) in
      guard let factor = try call.number(value, where: { $0 >= 0 && $0 < 1 }) else {
        throw try call.invalid("factor", "a float in the range [0.0, 1.0)")
      }
      return factor
    }
    return try call.points(outer, inner) { points in
      for index in 0..<outer {
        let angle = Double(index) * (2 * Double.pi / Double(outer))
        points.set(index, Elementary.cos(angle), Elementary.sin(angle), label: 0)
      }
      for index in 0..<inner {
        let angle = Double(index) * (2 * Double.pi / Double(inner))
        points.set(
          outer + index, Elementary.cos(angle) * (factor ?? 0.8),
          Elementary.sin(angle) * (factor ?? 0.8), label: 1)
      }
    }
  }

  /// One of `count` numbers from 0 to `end`, as `np.linspace` computes it.
  private static func spaced(_ index: Int, of count: Int, to end: Double) -> Double {
    if count == 1 { return 0 }
    return index == count - 1 ? end : Double(index) * (end / Double(count - 1))
  }
}

extension SampleCall {
  /// How many points the outer and the inner curve have.
  fileprivate func halves(
    from least: Int, notTwo: String
  ) throws(Interruption) -> (outer: Int, inner: Int) {
    guard let value = self["n_samples"], value.kind == .tuple else {
      let total = try count(
        "n_samples", else: 100, from: least, or: " or an instance of 'tuple'")
      return (total / 2, total - total / 2)
    }
    let parts = machine.elements(of: value)
    if parts.count != 2 { throw .raised(.value, notTwo) }
    var counts: [Int] = []
    for part in parts {
      let count = try machine.indexArgument(part)
      if count < 0 {
        throw .raised(.value, "Number of samples, \(count), must be non-negative.")
      }
      counts.append(count)
    }
    return (counts[0], counts[1])
  }

  /// The points of two curves, shuffled and blurred as asked.
  fileprivate func points(
    _ outer: Int, _ inner: Int, _ set: (LabelledPoints) -> Void
  ) throws(Interruption) -> Value {
    let shuffles = try flag("shuffle", else: true)
    let noise = try noise()
    let state = try randomState()
    let (total, overflow) = outer.addingReportingOverflow(inner)
    var points = try LabelledPoints(
      count: overflow ? .max : total, dimension: 2, isByColumn: true, in: machine)
    set(points)
    if shuffles { try points.shuffle(state) }
    if let noise { try points.addNoise(noise, state) }
    return try points.value()
  }
}
