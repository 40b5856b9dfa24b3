import NeuronRuntime
import Pictures

// Rectangles of coloured cells, and functions of two variables.

extension AxesValue {
  /// `imshow(X, cmap, …)`: each number or colour a cell.
  func imshow(_ call: inout PlotCall) throws(Interruption) -> Value {
    let (values, shape) = try call.array(try call.required("X"))
    var map = try call.optional("cmap").map { (value) throws(Interruption) in try call.map(value) }
    if map == nil { map = try call.takeMap() }
    let range = try call.takeRange()
    let aspect = try call.takeString("aspect") ?? "equal"
    guard ["equal", "auto", "1", "1.0"].contains(aspect) else {
      throw .raised(.value, "matplotlib draws imshow(…, aspect=\(aspect)), neuron does not")
    }
    let opacity = try call.takeOpacity()
    let origin = try call.takeString("origin") ?? "upper"
    let interpolation = try call.takeString("interpolation") ?? "nearest"
    let extent = try call.keyword("extent").map { (value) throws(Interruption) in
      try call.numbers(value)
    }
    let label = try call.takeString("label")
    let order = try call.takeNumber("zorder") ?? StandardOrder.image
    _ = call.keyword("filternorm", "filterrad", "resample")
    try call.finish("AxesImage")
    guard origin == "upper" || origin == "lower" else {
      throw .raised(
        .value, "'\(origin)' is not a valid value for origin; supported values are 'upper', 'lower'"
      )
    }
    guard shape.count == 2 || shape.count == 3 && (shape[2] == 3 || shape[2] == 4) else {
      throw .raised(.type, "Invalid shape \(call.shapeText(shape)) for image data")
    }
    if shape.count == 3, shape[2] == 4 {
      let opaque = values.contains { $0 > 1 } ? 255.0 : 1
      guard stride(from: 3, to: values.count, by: 4).allSatisfy({ values[$0] >= opaque }) else {
        throw .raised(
          .value,
          "matplotlib draws images with cells that let through what is behind, neuron does not")
      }
    }
    if let extent, extent.count != 4 {
      throw .raised(.value, "extent must have 4 numbers, not \(extent.count)")
    }
    let (rows, columns) = (shape[0], shape[1])
    let isUpright = origin == "lower"
    let (width, height) = (Double(columns), Double(rows))
    let bounds =
      extent
      ?? (isUpright
        ? [-0.5, width - 0.5, -0.5, height - 0.5] : [-0.5, width - 0.5, height - 0.5, -0.5])
    let shown = shape.count == 2 ? shownRange(values, range) : 0...1
    let grid = ColorGrid(
      rows: rows, columns: columns,
      cells: shape.count == 2
        ? .values(values) : .colors(Self.colors(values, channels: shape[2])),
      map: map ?? call.usualMap, range: shown, isUpright: isUpright,
      columnEdges: Self.spaced(from: bounds[0], to: bounds[1], columns),
      rowEdges: Self.spaced(from: bounds[2], to: bounds[3], rows), opacity: opacity ?? 1,
      isSmooth: ["bilinear", "bicubic", "lanczos", "gaussian"].contains(interpolation))
    if aspect != "auto" { figure.figure.axes[index].hasEqualUnits = true }
    if bounds[2] > bounds[3] { update(.vertical) { $0.isInverted = true } }
    if bounds[0] > bounds[1] { update(.horizontal) { $0.isInverted = true } }
    if shape.count == 2 {
      mappable = Mappable(map: map ?? call.usualMap, range: shown, levels: nil)
    }
    return try add(.image(grid), label: label, order: order, type: "AxesImage", call.machine)
  }

  /// Fractions, or numbers to 255 where some are above 1.
  private static func colors(_ values: [Double], channels: Int) -> [UInt32] {
    let scale = values.contains { $0 > 1 } ? 255.0 : 1
    return stride(from: 0, to: values.count, by: channels).map { start in
      PlotCall.rgb(values[start..<start + 3].map { min(max($0 / scale, 0), 1) })
    }
  }

  /// The bounds of so many cells.
  private static func spaced(from first: Double, to last: Double, _ count: Int) -> [Double] {
    (0...count).map { count == 0 ? first : first + (last - first) * Double($0) / Double(count) }
  }

  /// `pcolormesh([X, Y], C)`: cells between lines, or around points.
  func colorMesh(_ call: inout PlotCall) throws(Interruption) -> Value {
    var parts: [(values: [Double], shape: [Int])] = []
    while parts.count < 3, call.count > 0 { parts.append(try call.array(try call.required("C"))) }
    guard let cells = parts.last, parts.count != 2, cells.shape.count == 2 else {
      throw .raised(.type, "pcolormesh() takes 1 or 3 positional arguments")
    }
    let map = try call.takeMap() ?? call.usualMap
    let range = try call.takeRange()
    let opacity = try call.takeOpacity()
    try call.refuse("shading", besides: "auto", "nearest", "flat")
    for name in ["edgecolors", "edgecolor"] {
      try call.refuse(name, besides: "none", "face", "None")
    }
    let shapes = try ShapeOptions(&call)
    try call.finish("QuadMesh")
    let (rows, columns) = (cells.shape[0], cells.shape[1])
    let x = parts.count == 3 ? try Self.straight(parts[0], alongRows: false, call) : []
    let y = parts.count == 3 ? try Self.straight(parts[1], alongRows: true, call) : []
    guard let columnEdges = Self.edges(x, columns), let rowEdges = Self.edges(y, rows) else {
      throw .raised(
        .type,
        "Dimensions of C \(call.shapeText(cells.shape)) are incompatible with X (\(x.count)) and/or Y (\(y.count)); see help(pcolormesh)"
      )
    }
    let shown = shownRange(cells.values, range)
    mappable = Mappable(map: map, range: shown, levels: nil)
    return try add(
      .image(
        ColorGrid(
          rows: rows, columns: columns, cells: .values(cells.values), map: map, range: shown,
          isUpright: true, columnEdges: columnEdges, rowEdges: rowEdges, opacity: opacity ?? 1,
          isSmooth: false)),
      label: shapes.label, order: StandardOrder.image, type: "QuadMesh", call.machine)
  }

  /// The coordinates of columns or rows, where a grid of them may have been given.
  static func coordinates(
    _ array: (values: [Double], shape: [Int]), alongRows: Bool
  ) -> [Double] {
    guard array.shape.count == 2 else { return array.values }
    let width = array.shape[1]
    guard width > 0 else { return [] }
    return alongRows
      ? stride(from: 0, to: array.values.count, by: width).map { array.values[$0] }
      : Array(array.values.prefix(width))
  }

  /// The same, of a grid whose lines are straight; others are not drawn.
  private static func straight(
    _ array: (values: [Double], shape: [Int]), alongRows: Bool, _ call: PlotCall
  ) throws(Interruption) -> [Double] {
    let places = coordinates(array, alongRows: alongRows)
    guard array.shape.count == 2, array.shape[1] > 0 else { return places }
    let width = array.shape[1]
    let reach = max((places.max() ?? 0) - (places.min() ?? 0), 0)
    let isStraight = array.values.indices.allSatisfy { index in
      let place = places[alongRows ? index / width : index % width]
      return abs(array.values[index] - place) <= 1e-9 * reach || array.values[index].isNaN
    }
    guard isStraight else {
      throw .raised(
        .value,
        "matplotlib draws \(call.name)() on grids whose lines are not parallel to the axes, neuron does not"
      )
    }
    return places
  }

  /// The bounds of cells: as given, around their middles, or the whole numbers. `nil` when the
  /// coordinates do not go with the number of cells.
  private static func edges(_ places: [Double], _ count: Int) -> [Double]? {
    if places.isEmpty { return (0...count).map(Double.init) }
    if places.count == count + 1 { return places }
    guard places.count == count else { return nil }
    guard count > 1 else { return [places[0] - 0.5, places[0] + 0.5] }
    let middles = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
    return [places[0] - (middles[0] - places[0])] + middles
      + [places[count - 1] + (places[count - 1] - middles[count - 2])]
  }

  // MARK: Contours

  /// Cells times levels: what can be traced in about a second.
  private static let mostContourCells = 20_000_000

  /// `contour([X, Y], Z, [levels])` and `contourf`.
  func contour(_ call: inout PlotCall, filled: Bool) throws(Interruption) -> Value {
    var parts: [Value] = []
    while call.count > 0, parts.count < 4 { parts.append(try call.required("Z")) }
    let hasPlaces = parts.count >= 3
    guard !parts.isEmpty else {
      throw .raised(.type, "\(call.name) takes from 1 to 4 positional arguments but 0 were given")
    }
    let z = try call.array(parts[hasPlaces ? 2 : 0])
    let levelValue = parts.count == (hasPlaces ? 4 : 2) ? parts.last : call.keyword("levels")
    guard z.shape.count == 2, z.shape[0] > 1, z.shape[1] > 1 else {
      throw .raised(
        .type,
        z.shape.count == 2
          ? "Input z must be at least a (2, 2) shaped array, but has shape \(call.shapeText(z.shape))"
          : "Input z must be 2D, not \(z.shape.count)D")
    }
    var x = (0..<z.shape[1]).map(Double.init)
    var y = (0..<z.shape[0]).map(Double.init)
    if hasPlaces {
      x = try places(parts[0], z.shape, alongRows: false, call)
      y = try places(parts[1], z.shape, alongRows: true, call)
    }
    let map = try call.takeMap()
    let colors = call.keyword("colors")
    let range = try call.takeRange()
    let opacity = try call.takeOpacity()
    let pattern = try call.takePattern()
    let width = try call.takeNumber("linewidths", "linewidth")
    let extend = try call.takeString("extend") ?? "neither"
    for name in ["origin", "extent", "hatches", "locator"] { try call.refuse(name) }
    let shapes = try ShapeOptions(&call)
    try call.finish("QuadContourSet")
    let levels = try self.levels(levelValue, z.values, filled: filled, call)
    guard levels.count <= Self.mostContourCells / z.values.count else {
      throw .raised(
        .value, "\(levels.count) levels of \(z.values.count) values are too many to draw")
    }
    var contours = Contours(
      x: x, y: y, values: z.values, levels: levels, paints: [],
      line: LineStyle(pattern ?? .solid, width: width ?? StandardSize.lineWidth))
    contours.extendsBelow = filled && (extend == "both" || extend == "min")
    contours.extendsAbove = filled && (extend == "both" || extend == "max")
    contours.paints = try paints(
      contours, colors, map ?? call.usualMap, range, filled: filled, opacity ?? 1, call)
    if filled || colors == nil {
      let last = levels.last ?? 1
      mappable = Mappable(
        map: filled && colors != nil
          ? ColorMap(colors: contours.paints.map { RGBA($0.color.number ?? 0x7F7F7F) })
          : map ?? call.usualMap,
        range: min(levels.first ?? 0, last)...last, levels: filled ? levels : nil)
    }
    return try add(
      filled ? .filledContours(contours) : .contours(contours), label: shapes.label,
      order: filled ? StandardOrder.shape : StandardOrder.line, type: "QuadContourSet",
      call.machine)
  }

  /// The coordinates of the columns or rows of a matrix, given as such or as a grid of its shape.
  private func places(
    _ value: Value, _ shape: [Int], alongRows: Bool, _ call: PlotCall
  ) throws(Interruption) -> [Double] {
    let array = try call.array(value)
    let name = alongRows ? "y" : "x"
    let count = shape[alongRows ? 0 : 1]
    if array.shape.count == 1, array.values.count != count {
      let side = alongRows ? "rows" : "columns"
      throw .raised(
        .type,
        "Length of \(name) (\(array.values.count)) must match number of \(side) in z (\(count))")
    }
    if array.shape.count == 2, array.shape != shape {
      throw .raised(
        .type,
        "Shapes of \(name) \(call.shapeText(array.shape)) and z \(call.shapeText(shape)) do not match"
      )
    }
    guard (1...2).contains(array.shape.count) else {
      throw .raised(.type, "Inputs x and y must be 1D or 2D, not \(array.shape.count)D")
    }
    return try Self.straight(array, alongRows: alongRows, call)
  }

  /// Those that were given; or round ones, about as many as were asked for.
  private func levels(
    _ value: Value?, _ values: [Double], filled: Bool, _ call: PlotCall
  ) throws(Interruption) -> [Double] {
    var wanted = 7
    if let value {
      let (levels, shape) = try call.array(value)
      if !shape.isEmpty {
        if zip(levels, levels.dropFirst()).contains(where: { $0 >= $1 }) {
          throw .raised(.value, "Contour levels must be increasing")
        }
        if filled, levels.count < 2 {
          throw .raised(.value, "Filled contours require at least 2 levels.")
        }
        return levels
      }
      wanted = Int(min(max(levels[0].isFinite ? levels[0] : 7, 1), 10_000))
    }
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return [0, 1] }
    let ticks = LinearTicks(
      least...greatest, intervals: wanted + 1, least: 1, steps: LinearTicks.contourSteps
    ).values
    guard filled else {
      let inside = ticks.filter { $0 > least && $0 < greatest }
      return inside.isEmpty ? [least] : inside
    }
    let first = ticks.lastIndex { $0 <= least } ?? 0
    let last = ticks.firstIndex { $0 >= greatest } ?? ticks.count - 1
    let kept = first < last ? Array(ticks[first...last]) : ticks
    return kept.count > 1 ? kept : [least, greatest > least ? greatest : least + 1]
  }

  /// A colour for each band or line.
  private func paints(
    _ contours: Contours, _ colors: Value?, _ map: ColorMap, _ range: (Double?, Double?),
    filled: Bool, _ opacity: Double, _ call: PlotCall
  ) throws(Interruption) -> [Paint] {
    let levels = contours.levels
    var places = levels
    if filled {
      places = zip(levels, levels.dropFirst()).map { ($0 + $1) / 2 }
      if contours.extendsBelow { places.insert(-.infinity, at: 0) }
      if contours.extendsAbove { places.append(.infinity) }
    }
    if let colors {
      guard let known = try call.paints(colors, count: places.count), !known.isEmpty else {
        throw .raised(.value, "\(call.machine.sketch(of: colors)) is not a valid value for color")
      }
      return places.indices.map {
        let paint = known[$0 % known.count]
        return Paint(paint.color, opacity: paint.opacity * opacity)
      }
    }
    let finite = places.filter(\.isFinite)
    let lower = range.0 ?? finite.min() ?? 0
    let upper = max(range.1 ?? finite.max() ?? 1, lower)
    return places.map { place in
      Paint(.rgb(map.color(of: place, in: lower...upper) ?? 0), opacity: opacity)
    }
  }

  /// `clabel(contours)`: values on the lines.
  func labelContours(_ call: inout PlotCall) throws(Interruption) -> Value {
    let set = try call.required("CS")
    for name in ["inline", "fontsize", "inline_spacing"] { _ = call.keyword(name) }
    let format = call.keyword("fmt")
    for name in ["colors", "levels", "manual"] { try call.refuse(name, besides: "False") }
    try call.finish("Text")
    if let artist = call.machine.foreign(set) as? ArtistValue,
      case .contours(var contours) = artist.artist.kind
    {
      contours.isLabelled = true
      contours.labels = try contours.levels.map { (level) throws(Interruption) in
        try call.label(of: level, format)
      }
      artist.artist.kind = .contours(contours)
    }
    return try call.machine.heap.list([])
  }

  // MARK: Colour bars

  /// `colorbar([mappable], ax=…, label=…)`.
  func colorBar(_ call: inout PlotCall) throws(Interruption) -> Value {
    var shown = mappable
    var target = self
    if let given = call.optional("mappable"),
      let artist = call.machine.foreign(given) as? ArtistValue
    {
      target = artist.owner
      shown = artist.mappable ?? artist.owner.mappable
    }
    if let axes = call.keyword("ax"), let other = call.machine.foreign(axes) as? AxesValue {
      target = other
    }
    for name in ["cax", "ticks", "format", "boundaries", "values"] { try call.refuse(name) }
    try call.refuse("orientation", besides: "vertical")
    try call.refuse("location", besides: "right")
    try call.refuse("extend", besides: "neither")
    _ = call.keyword("aspect")
    let label = try call.keyword("label").map { (value) throws(Interruption) in
      try call.words(value)
    }
    try call.finish("Colorbar")
    guard let shown else {
      throw .raised(
        .runtime,
        "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf)."
      )
    }
    target.figure.figure.axes[target.index].colorScales.append(
      ColorScale(map: shown.map, range: shown.range, label: label, levels: shown.levels))
    let place = target.axes.colorScales.count - 1
    return call.machine.heap.foreign(ColorBarValue(target, place))
  }
}

extension Color {
  /// Of a colour with fixed numbers.
  var number: UInt32? {
    if case .rgb(let number) = self { number } else { nil }
  }
}

/// A colour bar of a program.
final class ColorBarValue: ForeignValue {
  private let axes: AxesValue
  private let place: Int

  init(_ axes: AxesValue, _ place: Int) {
    self.axes = axes
    self.place = place
  }

  var typeName: String { "Colorbar" }

  func representation(in machine: Machine) throws(Interruption) -> String { "<Colorbar object>" }

  func visitValues(_ visit: (Value) -> Void) { visit(axes.value) }

  func method(_ name: String, in machine: Machine) -> Value? {
    axes.figure.library.method(name, of: ColorBarValue.self)
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    nil
  }

  func setLabel(_ text: String) {
    guard place < axes.axes.colorScales.count else { return }
    axes.figure.figure.axes[axes.index].colorScales[place].label = text
  }
}

extension PlotCall {
  /// What is written at a line of a value: by `'%.1f'`, by `'{x:.1f}'`, by a table of values or a function.
  fileprivate func label(of level: Double, _ format: Value?) throws(Interruption) -> String {
    guard let format else { return level.rounded(toDigits: 6) }
    if isString(format), machine.textOf(format).contains("%") {
      return machine.textOf(try machine.percentFormat(format, Value(level)))
    }
    if format.kind == .dictionary {
      for entry in machine.entries(of: format)
      where (try? number(entry.key, "fmt")) == level { return try string(entry.value) }
      return ""
    }
    throw .raised(
      .value, "clabel() takes fmt as '%.2f' or a table of texts, not \(machine.sketch(of: format))")
  }
}

extension AxesValue {
  /// Shows the image that came last, and its colour bars, by another map.
  func setMap(_ map: ColorMap) {
    guard let shown = mappable, mappablePlace < axes.artists.count else { return }
    var changed = axes
    changed.artists[mappablePlace].kind.setMap(map)
    for index in changed.colorScales.indices
    where changed.colorScales[index].map == shown.map
      && changed.colorScales[index].range == shown.range
    { changed.colorScales[index].map = map }
    axes = changed
    let place = mappablePlace
    mappable?.map = map
    mappablePlace = place
  }
}

extension Artist.Kind {
  /// Contours that were given colours keep them.
  fileprivate mutating func setMap(_ map: ColorMap) {
    switch self {
    case .image(var grid):
      grid.map = map
      self = .image(grid)
    case .points(var cloud):
      guard case .values(let values, _, let range, let opacity) = cloud.fill else { return }
      cloud.fill = .values(values, map, range, opacity: opacity)
      self = .points(cloud)
    case .contours(var contours):
      contours.repaint(map, places: contours.levels)
      self = .contours(contours)
    case .filledContours(var contours):
      var places = zip(contours.levels, contours.levels.dropFirst()).map { ($0 + $1) / 2 }
      if contours.extendsBelow { places.insert(-.infinity, at: 0) }
      if contours.extendsAbove { places.append(.infinity) }
      contours.repaint(map, places: places)
      self = .filledContours(contours)
    default: return
    }
  }
}

extension Contours {
  fileprivate mutating func repaint(_ map: ColorMap, places: [Double]) {
    let finite = places.filter(\.isFinite)
    guard let lower = finite.min(), let upper = finite.max() else { return }
    let opacity = paints.first?.opacity ?? 1
    paints = places.map {
      Paint(.rgb(map.color(of: $0, in: lower...upper) ?? 0), opacity: opacity)
    }
  }
}
