import NeuronRuntime
import Pictures

// Areas, and lines that go with the axes.

extension AxesValue {
  /// `fill_between(x, y1, y2, where)`, or with the axes exchanged `fill_betweenx`.
  func fillBetween(
    _ call: inout PlotCall, along direction: Direction
  ) throws(Interruption) -> Value {
    let isUpright = direction == .horizontal
    let name = isUpright ? "fill_between" : "fill_betweenx"
    let along = try coordinates(
      try call.required(isUpright ? "x" : "y"), direction, call
    ).values
    let first = try call.numbers(try call.required(isUpright ? "y1" : "x1"))
    let second = try call.optional(isUpright ? "y2" : "x2").map {
      (value) throws(Interruption) in try call.numbers(value)
    }
    let mask = try call.optional("where").map { (value) throws(Interruption) in
      try call.numbers(value)
    }
    try call.refuse("interpolate", besides: "False")
    try call.refuse("step")
    let fill = try call.takePaint("color", "facecolor", "fc", "facecolors")
    let shapes = try ShapeOptions(&call)
    try call.finish("FillBetweenPolyCollection")
    func spread(_ values: [Double]) throws(Interruption) -> [Double] {
      if values.count == along.count { return values }
      if values.count == 1 { return Array(repeating: values[0], count: along.count) }
      throw .raised(
        .value,
        "'\(isUpright ? "y1" : "x1")' has size \(values.count), but '\(isUpright ? "x" : "y")' has an unequal size of \(along.count)"
      )
    }
    let (low, high) = (try spread(second ?? [0]), try spread(first))
    let shown = along.indices.map { index in
      (mask.map { index < $0.count && $0[index] != 0 } ?? true) && along[index].isFinite
        && low[index].isFinite && high[index].isFinite
    }
    func point(_ index: Int, _ value: Double) -> Point {
      isUpright ? Point(along[index], value) : Point(value, along[index])
    }
    let outlines = Self.runs(of: shown).filter { $0.count > 1 }.map { run in
      run.map { point($0, high[$0]) } + run.reversed().map { point($0, low[$0]) }
    }
    var paint = fill ?? Paint(nextShapeColor())
    if let opacity = shapes.opacity { paint.opacity = opacity }
    let area = Area(
      name: name, outlines: outlines, fill: paint, edge: shapes.edge, edgeWidth: shapes.edgeWidth)
    return try add(
      .area(area), label: shapes.label, order: shapes.order,
      type: "FillBetweenPolyCollection", call.machine)
  }

  /// The stretches of indices where something holds.
  private static func runs(of holds: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, isIn) in (holds + [false]).enumerated() {
      if isIn, start == nil { start = index }
      if !isIn, let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    return runs
  }

  /// `fill(x, y, [color], …)`: the inside of a polygon.
  func fill(_ call: inout PlotCall) throws(Interruption) -> Value {
    let named = try call.takePaint("color", "facecolor", "fc")
    let shapes = try ShapeOptions(&call)
    var areas: [Value] = []
    while call.count > 0 {
      let (x, y) = try pairs(try call.required("x"), try call.required("y"), call)
      var paint = named
      if call.isString(call.peek), let text = call.next() {
        paint = try LineFormat(try call.string(text)).paint
      }
      var fill = paint ?? Paint(nextShapeColor())
      if let opacity = shapes.opacity { fill.opacity = opacity }
      areas.append(
        try add(
          .area(
            Area(
              name: "polygon", outlines: [zip(x, y).map { Point($0, $1) }], fill: fill,
              edge: shapes.edge, edgeWidth: shapes.edgeWidth)),
          label: shapes.label, order: shapes.order, type: "Polygon", call.machine))
    }
    try call.finish("Polygon")
    return try call.machine.heap.list(areas)
  }

  /// `axhline(y, xmin, xmax)` and `axvline(x, ymin, ymax)`.
  func axisLine(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let isHorizontal = direction == .horizontal
    let value = try call.optional(isHorizontal ? "y" : "x").map {
      (value) throws(Interruption) in try call.number(value, "position")
    }
    let lower = try call.optional(isHorizontal ? "xmin" : "ymin").map {
      (value) throws(Interruption) in try call.number(value, "start")
    }
    let upper = try call.optional(isHorizontal ? "xmax" : "ymax").map {
      (value) throws(Interruption) in try call.number(value, "end")
    }
    let options = try LineOptions(&call)
    try call.finish("Line2D")
    var paint = options.paint ?? Paint(.series(0))
    if let opacity = options.opacity { paint.opacity = opacity }
    let stretch = (min(lower ?? 0, upper ?? 1), max(lower ?? 0, upper ?? 1))
    let line = AxisLine(
      direction: direction, value: value ?? 0, stretch: stretch.0...stretch.1,
      line: LineStyle(options.pattern ?? .solid, width: options.width), paint: paint)
    return try add(
      .axisLine(line), label: try options.labels(1, call)[0], order: options.order,
      type: "Line2D", call.machine)
  }

  /// `axhspan(ymin, ymax)` and `axvspan(xmin, xmax)`.
  func band(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let isHorizontal = direction == .horizontal
    let first = try call.number(try call.required(isHorizontal ? "ymin" : "xmin"), "start")
    let last = try call.number(try call.required(isHorizontal ? "ymax" : "xmax"), "end")
    let lower = try call.optional(isHorizontal ? "xmin" : "ymin").map {
      (value) throws(Interruption) in try call.number(value, "start")
    }
    let upper = try call.optional(isHorizontal ? "xmax" : "ymax").map {
      (value) throws(Interruption) in try call.number(value, "end")
    }
    let fill = try call.takePaint("color", "facecolor", "fc")
    let shapes = try ShapeOptions(&call)
    try call.finish("Rectangle")
    var paint = fill ?? Paint(.series(0))
    if let opacity = shapes.opacity { paint.opacity = opacity }
    guard first.isFinite, last.isFinite else {
      throw .raised(.value, "\(call.name)() needs finite numbers")
    }
    var band = Band(direction: direction, range: min(first, last)...max(first, last), paint: paint)
    let (start, end) = (lower ?? 0, upper ?? 1)
    if start.isFinite, end.isFinite { band.stretch = min(start, end)...max(start, end) }
    return try add(
      .band(band),
      label: shapes.label, order: shapes.order, type: "Rectangle", call.machine)
  }

  /// `vlines(x, ymin, ymax)` and `hlines(y, xmin, xmax)`.
  func straightLines(
    _ call: inout PlotCall, _ direction: Direction
  ) throws(Interruption) -> Value {
    let isVertical = direction == .vertical
    let at = try call.numbers(try call.required(isVertical ? "x" : "y"))
    let from = try call.numbers(try call.required(isVertical ? "ymin" : "xmin"))
    let to = try call.numbers(try call.required(isVertical ? "ymax" : "xmax"))
    let colors = call.optional("colors", "color")
    let order = try call.takeNumber("zorder") ?? StandardOrder.line
    let pattern = try call.takePattern()
    let shapes = try ShapeOptions(&call)
    try call.finish("LineCollection")
    let count = max(at.count, from.count, to.count)
    func value(_ values: [Double], _ index: Int) throws(Interruption) -> Double {
      if values.count == 1 { return values[0] }
      guard index < values.count else {
        throw .raised(.value, "\(call.name)(): the lists are not equally long")
      }
      return values[index]
    }
    var starts: [Point] = []
    var ends: [Point] = []
    for index in 0..<count {
      let place = try value(at, index)
      let (low, high) = (try value(from, index), try value(to, index))
      starts.append(isVertical ? Point(place, low) : Point(low, place))
      ends.append(isVertical ? Point(place, high) : Point(high, place))
    }
    var paints =
      try colors.flatMap { (value) throws(Interruption) in try call.paints(value, count: count) }
      ?? []
    if paints.isEmpty { paints = [Paint(.series(0))] }
    var shown = Value.none
    // Lines of one colour after those of another; the legend names the first.
    var distinct: [Paint] = []
    for paint in paints where !distinct.contains(paint) { distinct.append(paint) }
    for (place, paint) in distinct.enumerated() {
      let members = starts.indices.filter { paints[$0 % paints.count] == paint }
      let segments = Segments(
        name: isVertical ? "vertical lines" : "horizontal lines",
        starts: members.map { starts[$0] },
        ends: members.map { ends[$0] },
        line: LineStyle(pattern ?? .solid, width: shapes.lineWidth),
        paint: Paint(paint.color, opacity: shapes.opacity ?? paint.opacity))
      let value = try add(
        .segments(segments), label: place == 0 ? shapes.label : nil, order: order,
        type: "LineCollection", call.machine)
      if place == 0 { shown = value }
    }
    return shown
  }

  /// `quiver([x, y], u, v)`, with arrows as long as the data say or as fits between their neighbours.
  func quiver(_ call: inout PlotCall) throws(Interruption) -> Value {
    var parts: [(values: [Double], shape: [Int])] = []
    while parts.count < 4, call.count > 0, !call.isString(call.peek) {
      parts.append(try call.array(try call.required("U")))
    }
    guard parts.count == 2 || parts.count == 4 else {
      throw .raised(.type, "quiver() takes 2 or 4 arrays, got \(parts.count)")
    }
    let paint = try call.takePaint("color") ?? Paint(.foreground)
    let scale = try call.takeNumber("scale")
    try call.refuse("angles", besides: "uv", "xy")
    let scaleUnits = try call.takeString("scale_units")
    if scale != nil, scaleUnits != "xy" {
      throw .raised(
        .value, "neuron draws arrows with scale=… as scale_units='xy' has them: say it, too")
    }
    try call.refuse("units", besides: "width", "xy")
    try call.refuse("pivot", besides: "tail")
    for name in ["headwidth", "headlength", "headaxislength"] { try call.refuse(name) }
    let thickness = try call.takeNumber("width").map { $0 * Self.usualWidth } ?? 1.5
    let shapes = try ShapeOptions(&call)
    try call.finish("Quiver")
    let vectors = parts.suffix(2).map(\.self)
    let (u, v) = (vectors[0].values, vectors[1].values)
    let (x, y) = Self.tails(parts, u.count)
    guard u.count == v.count, x.count == u.count, y.count == u.count else {
      throw .raised(.value, "quiver(): the arrays have different sizes")
    }
    let factor = scale.map { $0 == 0 ? 1 : 1 / $0 } ?? Self.fittingScale(x, y, u, v)
    let arrows = Arrows(
      tails: zip(x, y).map { Point($0, $1) },
      vectors: zip(u, v).map { Point($0 * factor, $1 * factor) },
      paint: Paint(paint.color, opacity: shapes.opacity ?? paint.opacity), width: thickness)
    return try add(
      .arrows(arrows), label: shapes.label, order: shapes.order, type: "Quiver", call.machine)
  }

  /// Points, of the axes of a figure that is as wide as matplotlib makes it.
  private static let usualWidth = 357.0

  private static func tails(
    _ parts: [(values: [Double], shape: [Int])], _ count: Int
  ) -> ([Double], [Double]) {
    let shape = parts[parts.count - 2].shape
    let columns = shape.last ?? count
    if parts.count == 2 {
      let places = (0..<count).map { ($0 % max(columns, 1), $0 / max(columns, 1)) }
      return (places.map { Double($0.0) }, places.map { Double($0.1) })
    }
    let (x, y) = (parts[0].values, parts[1].values)
    if x.count == count || shape.count != 2 { return (x, y) }
    // Coordinates of columns and rows, for a grid.
    return (
      (0..<count).compactMap { x.isEmpty ? nil : x[$0 % x.count] },
      (0..<count).compactMap { $0 / max(columns, 1) < y.count ? y[$0 / max(columns, 1)] : nil }
    )
  }

  /// The longest arrow is about as long as the gap between two tails.
  private static func fittingScale(
    _ x: [Double], _ y: [Double], _ u: [Double], _ v: [Double]
  ) -> Double {
    let longest = zip(u, v).map { ($0 * $0 + $1 * $1).squareRoot() }.filter(\.isFinite).max() ?? 0
    guard longest > 0, let left = x.min(), let right = x.max(), let low = y.min(),
      let high = y.max()
    else { return 1 }
    let gap = max(right - left, high - low) / max(Double(x.count).squareRoot() - 1, 1)
    return gap > 0 ? gap / longest : 1
  }

  /// `arrow(x, y, dx, dy)`.
  func arrow(_ call: inout PlotCall) throws(Interruption) -> Value {
    var numbers: [Double] = []
    for name in ["x", "y", "dx", "dy"] {
      numbers.append(try call.number(try call.required(name), name))
    }
    for name in ["head_width", "head_length", "length_includes_head", "width", "overhang", "shape"]
    {
      _ = call.keyword(name)
    }
    let paint = try call.takePaint("color", "fc", "facecolor") ?? Paint(.series(0))
    let shapes = try ShapeOptions(&call)
    try call.finish("FancyArrow")
    return try add(
      .arrows(
        Arrows(
          tails: [Point(numbers[0], numbers[1])], vectors: [Point(numbers[2], numbers[3])],
          paint: Paint(paint.color, opacity: shapes.opacity ?? paint.opacity),
          width: StandardSize.lineWidth)),
      label: shapes.label, order: shapes.order, type: "FancyArrow", call.machine)
  }
}
