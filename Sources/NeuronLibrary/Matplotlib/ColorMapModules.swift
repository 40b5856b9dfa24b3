import NeuronRuntime
import Pictures

/// `matplotlib.cm`, and the same as `plt.cm`.
func makeColorMapModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "matplotlib.cm")
  let library = ColorMapLibrary(machine)
  // Under a name that programs do not write, so that the collector finds it.
  module.define("_maps", machine.heap.foreign(library))
  if let maps = module["_maps"] { module.define("_colormaps", maps) }
  for name in ColorMap.allNames {
    module.define(name) {
      library.value(library.map(named: name) ?? .usual, in: machine)
    }
  }
  module.define(
    "get_cmap",
    machine.makeNative("get_cmap") { (arguments, machine) throws(Interruption) in
      var call = PlotCall("get_cmap", arguments, skipping: 0, machine)
      let name = call.optional("name")
      let count = try call.optional("lut").map { (value) throws(Interruption) in
        try call.colorCount(value)
      }
      try call.finish("Colormap")
      if let name, machine.foreign(name) is ColorMapValue { return name }
      let map =
        try name.map { (value) throws(Interruption) in
          try call.map(value, parameter: "name")
        } ?? library.usual
      return library.value(count.map(map.resampled) ?? map, in: machine)
    })
  return module
}

/// `matplotlib.colors`, as far as it makes maps of colours.
func makeColorsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "matplotlib.colors")
  module.define(
    "ListedColormap",
    machine.makeNative("ListedColormap") { (arguments, machine) throws(Interruption) in
      var call = PlotCall("ListedColormap", arguments, skipping: 0, machine)
      let given = try call.required("colors")
      let name = try call.optional("name").map { (value) throws(Interruption) in
        try call.string(value)
      }
      var colors = try call.exactColors(given)
      let count = try call.optional("N").map { (value) throws(Interruption) in
        try call.colorCount(value)
      }
      if let count, !colors.isEmpty {
        colors = (0..<count).map { colors[$0 % colors.count] }
      }
      var map = ColorMap(colors: colors, name: name ?? "unnamed")
      try call.takeExtremes(of: &map)
      try call.finish("ListedColormap")
      guard let library = machine.colorMaps else { return .none }
      return library.value(map, in: machine, colors: count == nil ? given : nil)
    })
  let segmented = LibraryType(
    "LinearSegmentedColormap", of: "matplotlib.colors", in: machine
  ) { (_, _, _) throws(Interruption) in
    throw .raised(.type, "make it with LinearSegmentedColormap.from_list(name, colors)")
  }
  segmented.define(
    "from_list",
    machine.makeNative("from_list") { (arguments, machine) throws(Interruption) in
      var call = PlotCall("from_list", arguments, skipping: 0, machine)
      let map = try call.blendedMap()
      try call.finish("LinearSegmentedColormap")
      return machine.colorMaps?.value(map, in: machine) ?? .none
    })
  module.define("LinearSegmentedColormap", segmented.value)
  return module
}

extension PlotCall {
  /// What `from_list(name, colors, N, gamma)` gives, where `colors` may be pairs of place and colour.
  fileprivate mutating func blendedMap() throws(Interruption) -> ColorMap {
    let name = try string(try required("name"))
    let given = try required("colors")
    let count = try optional("N").map { (value) throws(Interruption) in try colorCount(value) }
    let gamma = try optional("gamma").map { (value) throws(Interruption) in
      try number(value, "gamma")
    }
    let items = try machine.allItems(of: given)
    guard !items.isEmpty else { throw .raised(.value, "a map needs at least one colour") }
    var places: [Double]?
    var colors = items
    // A tuple of a number and a colour is a place.
    let pairs = items.map { machine.elements(ofSequence: $0) ?? [] }
    if pairs.allSatisfy({ $0.count == 2 && !isString($0[0]) }) {
      let positions = try pairs.map { (pair) throws(Interruption) in try number(pair[0], "colors") }
      guard positions.first == 0, positions.last == 1,
        zip(positions, positions.dropFirst()).allSatisfy({ $0 <= $1 })
      else {
        throw .raised(
          .value,
          "the values passed in the (value, color) pairs must increase monotonically from 0 to 1.")
      }
      places = positions
      colors = pairs.map { $0[1] }
    }
    let exact = try colors.map { (color) throws(Interruption) in try exactColor(color) }
    var map = ColorMap(
      name: name, ColorCurves(blending: exact, at: places, gamma: gamma ?? 1),
      count: count ?? ColorMap.usualCount)
    try takeExtremes(of: &map)
    return map
  }

  /// `bad`, `under` and `over`.
  fileprivate mutating func takeExtremes(of map: inout ColorMap) throws(Interruption) {
    if let color = keyword("bad") { map.bad = try exactColor(color) }
    if let color = keyword("under") { map.under = try exactColor(color) }
    if let color = keyword("over") { map.over = try exactColor(color) }
  }

  /// How many colours a map is to have.
  func colorCount(_ value: Value) throws(Interruption) -> Int {
    let count = try number(value, "N")
    guard count >= 1, count <= 65536 else {
      throw .raised(.value, "a map has 1 to 65536 colours, not \(machine.sketch(of: value))")
    }
    return Int(count)
  }

  /// Colours of a list of names or rows.
  func exactColors(_ value: Value) throws(Interruption) -> [RGBA] {
    try machine.allItems(of: value).map { (item) throws(Interruption) in try exactColor(item) }
  }

  /// A colour to its last digit: numbers as they are given, names as matplotlib has them.
  func exactColor(_ value: Value) throws(Interruption) -> RGBA {
    if isString(value) {
      let name = machine.textOf(value)
      if let half = Self.halves[name] { return half }
      if let grey = Double(name), (0...1).contains(grey) {
        return RGBA(red: grey, green: grey, blue: grey)
      }
    } else if let parts = try? numbers(value), Self.paint(parts) != nil {
      return RGBA(
        red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count == 4 ? parts[3] : 1)
    }
    let paint = try paint(value)
    var color: RGBA
    switch paint.color {
    case .rgb(let number): color = RGBA(number)
    case .series(let index): color = RGBA(ColorMap.series[index % ColorMap.series.count])
    case .background: color = RGBA(0xFFFFFF)
    case .foreground: color = RGBA(0)
    case .clear: return .clear
    }
    color.alpha = paint.opacity
    return color
  }

  /// Letters whose colours are no 255ths.
  private static let halves = [
    "g": RGBA(red: 0, green: 0.5, blue: 0), "c": RGBA(red: 0, green: 0.75, blue: 0.75),
    "m": RGBA(red: 0.75, green: 0, blue: 0.75), "y": RGBA(red: 0.75, green: 0.75, blue: 0),
  ]
}

extension ColorMap {
  /// The ten colours of series.
  fileprivate static let series = (ColorMap(named: "tab10")?.colors ?? [.clear]).map(\.number)
}
