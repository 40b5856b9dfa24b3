import Backprop
import NeuronRuntime
import NeuronSyntax
import Pictures

/// A map of colours in a program: `plt.cm.viridis`, or one that was made of a list of colours.
final class ColorMapValue: ForeignValue {
  private(set) var map: ColorMap
  private let library: ColorMapLibrary
  /// The list that a program made it of.
  private let colors: Value?

  init(_ map: ColorMap, _ library: ColorMapLibrary, colors: Value? = nil) {
    self.map = map
    self.library = library
    self.colors = colors
  }

  var typeName: String { map.isList ? "ListedColormap" : "LinearSegmentedColormap" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<matplotlib.colors.\(typeName) object>"
  }

  func visitValues(_ visit: (Value) -> Void) {
    if let colors { visit(colors) }
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "name": return try machine.heap.string(map.name)
    case "N": return Value(map.colors.count)
    case "colors" where map.isList:
      if let colors { return colors }
      return try listOfColors(machine)
    default: return nil
    }
  }

  /// Tuples for those of few colours, lists for those that are measured out, as matplotlib has them.
  private func listOfColors(_ machine: Machine) throws(Interruption) -> Value {
    let isScheme = map.colors.count < 256
    func sequence(_ items: [Value]) throws(Interruption) -> Value {
      if isScheme { return try machine.heap.tuple(items) }
      return try machine.heap.list(items)
    }
    var rows: [Value] = []
    for color in map.colors {
      rows.append(try sequence(color.parts.prefix(3).map { Value($0) }))
    }
    return try sequence(rows)
  }

  func method(_ name: String, in machine: Machine) -> Value? { library.methods[name] }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard comparison == .equal || comparison == .notEqual,
      let other = machine.foreign(other) as? ColorMapValue
    else { return nil }
    let isEqual =
      map.colors == other.map.colors && map.under == other.map.under && map.over == other.map.over
      && map.bad == other.map.bad
    return Value(isEqual == (comparison == .equal))
  }

  /// For numbers beyond the ends, and what is none.
  func setExtremes(bad: RGBA?, under: RGBA?, over: RGBA?) {
    if let bad { map.bad = bad }
    if let under { map.under = under }
    if let over { map.over = over }
  }

  // MARK: Calls

  var isCallable: Bool { true }

  /// The colour of a number, as four numbers; of an array, a row each.
  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    var call = PlotCall("Colormap.__call__", arguments, skipping: 0, machine)
    let given = try call.required("X")
    let alpha = call.optional("alpha")
    let inBytes = try call.flag(call.optional("bytes"), else: false)
    try call.finish("Colormap")
    let array = try machine.arrayArgument(given, "array").array
    try machine.charge(array.count &* 16)
    try machine.reserve(array.count &* 96)
    var parts = rows(array)
    if let alpha { try setAlpha(alpha, &parts, array, &call) }
    if inBytes { parts = parts.map { ($0 * 255).rounded(.towardZero) } }
    if array.rank == 0, machine.arrayValue(given) == nil || array.shape.isEmpty {
      return try machine.heap.tuple(
        parts.map { inBytes ? Value(Int($0)) : Value(numpy: $0) })
    }
    return try machine.array(
      try machine.attempt { () throws(ArrayError) in
        let result = try NDArray(
          uninitialized: array.shape + [4], .float64, budget: machine.budget)
        for (index, part) in parts.enumerated() { result.pointer(Double.self)[index] = part }
        return inBytes ? try result.converted(to: .int64) : result
      })
  }

  /// Whole numbers count the colours, others say how far along the map.
  private func rows(_ array: NDArray) -> [Double] {
    let isWhole = array.dtype != .float64
    return array.floats.flatMap { value in
      (isWhole
        ? map.exactColor(number: Int(value.clampedToInt)) : map.exactColor(at: value)).parts
    }
  }

  /// One opacity, or one for each number; what is not a number stays clear.
  private func setAlpha(
    _ alpha: Value, _ parts: inout [Double], _ array: NDArray, _ call: inout PlotCall
  ) throws(Interruption) {
    let (opacities, shape) = try call.array(alpha)
    guard shape.isEmpty || shape == array.shape else {
      throw .raised(
        .value,
        "alpha is array-like but its shape \(call.shapeText(shape)) does not match that of X \(call.shapeText(array.shape))"
      )
    }
    let values = array.floats
    for index in values.indices where !values[index].isNaN || map.bad != .clear {
      parts[4 * index + 3] = min(max(opacities[shape.isEmpty ? 0 : index], 0), 1)
    }
  }
}

extension Double {
  /// A number of a colour; those far off are off anyway.
  fileprivate var clampedToInt: Int { isNaN ? 0 : Int(Swift.min(Swift.max(self, -1e9), 1e9)) }
}
