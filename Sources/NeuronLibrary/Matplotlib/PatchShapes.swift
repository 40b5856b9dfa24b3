import Backprop
import NeuronRuntime
import Pictures

/// A shape that is made first and shown afterwards: `plt.Circle((0, 0), 1)` for `ax.add_patch`, or a line
/// or a patch of colour that only stands in a legend.
final class ProxyValue: ForeignValue {
  let typeName: String
  let kind: Artist.Kind
  let label: String?
  let order: Double

  init(_ typeName: String, _ kind: Artist.Kind, label: String?, order: Double) {
    self.typeName = typeName
    self.kind = kind
    self.label = label
    self.order = order
  }

  func representation(in machine: Machine) throws(Interruption) -> String { "<\(typeName) object>" }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? { nil }

  /// The same without a place, for legends.
  var placeless: Artist.Kind {
    switch kind {
    case .area(var area):
      area.outlines = []
      return .area(area)
    case .line(var curve):
      (curve.x, curve.y) = ([], [])
      return .line(curve)
    default: return kind
    }
  }
}

extension PlotCall {
  /// `Circle(xy, radius)`, `Ellipse(xy, width, height, angle)`.
  fileprivate mutating func ellipse(isCircle: Bool) throws(Interruption) -> [Point] {
    let center = try pair(try required("xy"), "xy")
    var (across, up) = (5.0, 5.0)
    var angle = 0.0
    if isCircle {
      if let radius = optional("radius") { across = try number(radius, "radius") }
      up = across
    } else {
      across = try number(try required("width"), "width") / 2
      up = try number(try required("height"), "height") / 2
      angle = try takeNumber("angle") ?? 0
    }
    let (sine, cosine) = (
      Elementary.sin(angle * .pi / 180), Elementary.cos(angle * .pi / 180)
    )
    // Of so many corners that none is seen.
    let count = 96
    return (0..<count).map { index in
      let turn = 2 * Double.pi * Double(index) / Double(count)
      let (x, y) = (across * Elementary.cos(turn), up * Elementary.sin(turn))
      return Point(center.0 + x * cosine - y * sine, center.1 + x * sine + y * cosine)
    }
  }

  /// `Rectangle(xy, width, height, angle)`: turned about its first corner.
  fileprivate mutating func rectangle() throws(Interruption) -> [Point] {
    let corner = try pair(try required("xy"), "xy")
    let width = try number(try required("width"), "width")
    let height = try number(try required("height"), "height")
    let angle = try takeNumber("angle") ?? 0
    let (sine, cosine) = (
      Elementary.sin(angle * .pi / 180), Elementary.cos(angle * .pi / 180)
    )
    return [(0, 0), (width, 0), (width, height), (0, height)].map { x, y in
      Point(corner.0 + x * cosine - y * sine, corner.1 + x * sine + y * cosine)
    }
  }

  /// `Polygon(xy)`: a row for each corner.
  fileprivate mutating func polygon() throws(Interruption) -> [Point] {
    let (values, shape) = try array(try required("xy"))
    guard shape.count == 2, shape[1] == 2 else {
      throw .raised(.value, "Polygon needs corners of two numbers, not shape \(shapeText(shape))")
    }
    _ = optional("closed")
    return stride(from: 0, to: values.count, by: 2).map { Point(values[$0], values[$0 + 1]) }
  }

  /// A patch with the options that all of them take.
  fileprivate mutating func patch(
    _ typeName: String, _ outline: [Point]?
  ) throws(Interruption) -> Value {
    let isFilled = try takeFlag("fill", else: true)
    let both = try takePaint("color")
    let face = try takePaint("facecolor", "fc")
    let shapes = try ShapeOptions(&self)
    _ = keyword("hatch", "joinstyle", "capstyle")
    try finish(typeName)
    var fill = isFilled ? both ?? face ?? Paint(.series(0)) : .clear
    var edge = both ?? shapes.edge
    if !isFilled, edge == .clear { edge = Paint(.foreground) }
    if let opacity = shapes.opacity {
      if fill != .clear { fill.opacity = opacity }
      if edge != .clear { edge.opacity = opacity }
    }
    var area = Area(
      name: typeName.lowercased(), outlines: outline.map { [$0] } ?? [], fill: fill, edge: edge,
      edgeWidth: shapes.edgeWidth)
    area.movesLimits = false
    return machine.heap.foreign(
      ProxyValue(typeName, .area(area), label: shapes.label, order: shapes.order))
  }

  /// `Line2D(xdata, ydata, …)`.
  fileprivate mutating func freeLine() throws(Interruption) -> Value {
    let x = try numbers(try required("xdata"))
    let y = try numbers(try required("ydata"))
    guard x.count == y.count else {
      throw .raised(
        .runtime, "xdata and ydata must be the same length")
    }
    let options = try LineOptions(&self)
    try finish("Line2D")
    var paint = options.paint ?? Paint(.series(0))
    if let opacity = options.opacity { paint.opacity = opacity }
    let curve = Curve(
      x: x, y: y, line: LineStyle(options.pattern ?? .solid, width: options.width), paint: paint,
      marker: options.marker ?? nil, markerSize: options.markerSize,
      markerFace: options.markerFace ?? paint, markerEdge: options.markerEdge ?? paint)
    return machine.heap.foreign(
      ProxyValue(
        "Line2D", .line(curve), label: try options.labels(1, self)[0], order: options.order))
  }
}

extension Machine {
  /// `matplotlib.patches`, as far as lessons draw with it.
  fileprivate static let patchNames = ["Circle", "Ellipse", "Rectangle", "Polygon", "Patch"]

  fileprivate func patchMaker(_ name: String) -> Value {
    makeNative(name) { (arguments, machine) throws(Interruption) in
      var call = PlotCall(name, arguments, skipping: 0, machine)
      switch name {
      case "Circle": return try call.patch(name, try call.ellipse(isCircle: true))
      case "Ellipse": return try call.patch(name, try call.ellipse(isCircle: false))
      case "Rectangle": return try call.patch(name, try call.rectangle())
      case "Polygon": return try call.patch(name, try call.polygon())
      default: return try call.patch(name, nil)
      }
    }
  }

  fileprivate func lineMaker() -> Value {
    makeNative("Line2D") { (arguments, machine) throws(Interruption) in
      var call = PlotCall("Line2D", arguments, skipping: 0, machine)
      return try call.freeLine()
    }
  }
}

/// `matplotlib.patches`.
func makePatchesModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "matplotlib.patches")
  for name in Machine.patchNames { module.define(name, machine.patchMaker(name)) }
  return module
}

/// `matplotlib.lines`.
func makeLinesModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "matplotlib.lines")
  module.define("Line2D", machine.lineMaker())
  return module
}

extension NativeModule {
  /// `plt.Circle` and its kin.
  func definePatches(_ machine: Machine) {
    for name in ["Circle", "Rectangle", "Polygon"] { define(name, machine.patchMaker(name)) }
    define("Line2D", machine.lineMaker())
  }
}

extension AxesValue {
  /// `add_patch(patch)`, `add_artist`, `add_line`: what was made before is shown.
  func addMade(_ call: inout PlotCall) throws(Interruption) -> Value {
    let given = try call.required("p")
    try call.finish("Axes")
    guard let made = call.machine.foreign(given) as? ProxyValue else {
      throw .raised(.type, "\(call.machine.sketch(of: given)) is not a patch or line made here")
    }
    _ = try add(
      made.kind, label: made.label, order: made.order, type: made.typeName, call.machine)
    return given
  }

  /// Lets a legend name these and nothing else: artists, or what stands for some.
  func nameOnly(_ handles: [Value], _ machine: Machine) throws(Interruption) {
    let kept = handles.compactMap { machine.foreign($0) as? ArtistValue }
    let labels = kept.map { $0.artist.label }
    for place in axes.artists.indices { figure.figure.axes[index].artists[place].label = nil }
    for (artist, label) in zip(kept, labels) { artist.artist.label = label }
    for case let made as ProxyValue in handles.map({ machine.foreign($0) }) {
      _ = try add(
        made.placeless, label: made.label, order: made.order, type: made.typeName, machine)
    }
  }

  /// `stackplot(x, *ys, labels, colors)`: areas on top of each other.
  func stackPlot(_ call: inout PlotCall) throws(Interruption) -> Value {
    let x = try call.numbers(try call.required("x"))
    var layers: [[Double]] = []
    while let given = call.next() {
      let (values, shape) = try call.array(given)
      let width = shape.last ?? 0
      guard width == x.count, width > 0 else {
        throw .raised(
          .value,
          "operands could not be broadcast together with shapes (\(x.count),) \(call.shapeText(shape))"
        )
      }
      layers += stride(from: 0, to: values.count, by: width).map {
        Array(values[$0..<$0 + width])
      }
    }
    let labels = call.keyword("labels").flatMap { call.strings($0) } ?? []
    let colors = try call.keyword("colors").map { (value) throws(Interruption) in
      try call.paints(value, count: layers.count) ?? []
    }
    let shapes = try ShapeOptions(&call)
    try call.finish("FillBetweenPolyCollection")
    var base = x.map { _ in 0.0 }
    var areas: [Value] = []
    for (place, layer) in layers.enumerated() {
      let top = zip(base, layer).map { $0 + $1 }
      var fill = Paint(nextLineColor())
      if let colors, !colors.isEmpty { fill = colors[place % colors.count] }
      if let opacity = shapes.opacity { fill.opacity = opacity }
      let outline =
        zip(x, top).map { Point($0, $1) } + zip(x, base).reversed().map { Point($0, $1) }
      var area = Area(
        name: "stackplot", outlines: [outline], fill: fill, edge: shapes.edge,
        edgeWidth: shapes.edgeWidth)
      area.base = 0
      areas.append(
        try add(
          .area(area), label: place < labels.count ? labels[place] : nil, order: shapes.order,
          type: "FillBetweenPolyCollection", call.machine))
      base = top
    }
    return try call.machine.heap.list(areas)
  }
}
