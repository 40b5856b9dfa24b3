import Backprop
import NeuronRuntime
import Pictures

/// A map of colours in a program: `plt.cm.viridis`, or one that was made of a list of colours.
final class ColorMapValue: ForeignValue {
  let map: ColorMap
  /// As Python shows it.
  private let className: String

  init(_ map: ColorMap, className: String = "Colormap") {
    self.map = map
    self.className = className
  }

  var typeName: String { className }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<\(className) object>"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "name" ? try machine.heap.string(map.name) : nil
  }

  var isCallable: Bool { true }

  /// The colour of a number from 0 to 1, as four numbers; of an array, a row each.
  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expectPositional("colormap", 1...1)
    let call = PlotCall("colormap", arguments, skipping: 0, machine)
    let given = arguments[0]
    let isWhole = given.isInt
    let (values, shape) = try call.array(given)
    let parts = values.flatMap { value -> [Double] in
      // Whole numbers count the 256 colours of a map.
      let color = map.color(at: isWhole ? value / 255 : value)
      return [16, 8, 0].map { Double((color >> $0) & 0xFF) / 255 } + [1]
    }
    if shape.isEmpty { return try machine.heap.tuple(parts.map { Value($0) }) }
    let array = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: shape + [4], .float64, budget: machine.budget)
    }
    for (index, part) in parts.enumerated() { array.pointer(Double.self)[index] = part }
    return try machine.array(array)
  }
}

extension Machine {
  /// `matplotlib.cm`, and the same as `plt.cm`.
  func makeColorMapModule() -> NativeModule {
    let module = NativeModule(name: "matplotlib.cm")
    for name in ColorMap.names {
      for variant in [name, name + "_r"] {
        guard let map = ColorMap(named: variant) else { continue }
        module.define(variant, heap.foreign(ColorMapValue(map)))
      }
    }
    module.define(
      "get_cmap",
      makeNative("get_cmap") { (arguments, machine) throws(Interruption) in
        var call = PlotCall("get_cmap", arguments, skipping: 0, machine)
        let map = try call.optional("name").map { (value) throws(Interruption) in
          try call.map(value)
        }
        _ = call.optional("lut")
        try call.finish("Colormap")
        return machine.heap.foreign(ColorMapValue(map ?? .usual))
      })
    return module
  }

  /// `matplotlib.colors`, as far as it makes maps of colours.
  func makeColorsModule() -> NativeModule {
    let module = NativeModule(name: "matplotlib.colors")
    module.define(
      "ListedColormap",
      makeNative("ListedColormap") { (arguments, machine) throws(Interruption) in
        var call = PlotCall("ListedColormap", arguments, skipping: 0, machine)
        let colors = try call.numbersOfColors(try call.required("colors"))
        for name in ["name", "N"] { _ = call.optional(name) }
        try call.finish("ListedColormap")
        return machine.heap.foreign(
          ColorMapValue(ColorMap(colors: colors), className: "ListedColormap"))
      })
    let segmented = LibraryType(
      "LinearSegmentedColormap", of: "matplotlib.colors", in: self
    ) { (_, _, _) throws(Interruption) in
      throw .raised(.type, "make it with LinearSegmentedColormap.from_list(name, colors)")
    }
    segmented.define(
      "from_list",
      makeNative("from_list") { (arguments, machine) throws(Interruption) in
        var call = PlotCall("from_list", arguments, skipping: 0, machine)
        let name = try call.string(try call.required("name"))
        let colors = try call.numbersOfColors(try call.required("colors"))
        for name in ["N", "gamma"] { _ = call.optional(name) }
        try call.finish("LinearSegmentedColormap")
        return machine.heap.foreign(
          ColorMapValue(
            ColorMap(name: name, blending: colors), className: "LinearSegmentedColormap"))
      })
    module.define("LinearSegmentedColormap", segmented.value)
    return module
  }
}

extension PlotCall {
  /// Colours with fixed numbers, of a list of names or rows.
  func numbersOfColors(_ value: Value) throws(Interruption) -> [UInt32] {
    try machine.allItems(of: value).map { (item) throws(Interruption) in
      switch try paint(item).color {
      case .rgb(let number): return number
      case .series(let index):
        return ColorMap(named: "tab10")?.color(at: Double(index) / 10 + 0.05) ?? 0
      case .background: return 0xFFFFFF
      case .foreground, .clear: return 0
      }
    }
  }
}
