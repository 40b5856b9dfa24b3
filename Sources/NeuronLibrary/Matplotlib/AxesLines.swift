import NeuronRuntime
import Pictures

// Points in order: `plot` and what is made of it.

/// matplotlib's standard sizes, in points.
enum StandardSize {
  static let lineWidth = 1.5
  static let marker = 6.0
  static let edge = 1.0
}

/// In which order artists are drawn, unless a program says otherwise.
enum StandardOrder {
  static let image = 0.0
  static let shape = 1.0
  static let line = 2.0
  static let text = 3.0
}

/// What `plot` takes by name, for all lines of one call.
struct LineOptions {
  var label: Value?
  var paint: Paint?
  var opacity: Double?
  var pattern: LineStyle.Pattern?
  var width: Double
  var marker: Marker??
  var markerSize: Double
  var markerFace: Paint?
  var markerEdge: Paint?
  var markerEdgeWidth: Double?
  var order: Double
  var steps: Curve.Steps

  init(_ call: inout PlotCall) throws(Interruption) {
    label = call.keyword("label")
    paint = try call.takePaint("color", "c")
    opacity = try call.takeOpacity()
    pattern = try call.takePattern()
    width = try call.takeNumber("linewidth", "lw", "linewidths") ?? StandardSize.lineWidth
    marker = try call.takeMarker()
    markerSize = try call.takeNumber("markersize", "ms") ?? StandardSize.marker
    markerFace = try call.takePaint("markerfacecolor", "mfc")
    markerEdge = try call.takePaint("markeredgecolor", "mec")
    markerEdgeWidth = try call.takeNumber("markeredgewidth", "mew")
    order = try call.takeNumber("zorder") ?? StandardOrder.line
    let drawStyle = try call.takeString("drawstyle", "ds") ?? "default"
    steps =
      drawStyle.hasPrefix("steps")
      ? Curve.Steps(rawValue: String(drawStyle.dropFirst(6))) ?? .before : .none
  }

  /// The labels of so many lines: one for all, or one each.
  func labels(_ count: Int, _ call: PlotCall) throws(Interruption) -> [String?] {
    guard let label else { return Array(repeating: nil, count: count) }
    if let items = call.machine.elements(ofSequence: label), items.count == count {
      return try items.map { (item) throws(Interruption) in try call.string(item) }
    }
    let text = try call.string(label)
    return Array(repeating: text, count: count)
  }
}

extension AxesValue {
  /// `plot([x], y, [fmt], …)`: a line for each pair, or for each column of a matrix.
  func plot(_ call: inout PlotCall) throws(Interruption) -> Value {
    var options = try LineOptions(&call)
    var lines: [Value] = []
    while call.count > 0 {
      lines += try plotGroup(&call, &options)
    }
    try call.finish("Line2D")
    return try call.machine.heap.list(lines)
  }

  /// One of `y`, `x, y`, each perhaps with a format.
  private func plotGroup(
    _ call: inout PlotCall, _ options: inout LineOptions
  ) throws(Interruption) -> [Value] {
    let first = try call.required("y")
    var second: Value?
    if call.count > 0, !call.isString(call.peek) { second = call.next() }
    var format: LineFormat?
    if call.isString(call.peek), let text = call.next() {
      format = try LineFormat(try call.string(text))
    }
    let columns = try self.columns(first, second, call)
    let labels = try options.labels(columns.count, call)
    var lines: [Value] = []
    for (column, label) in zip(columns, labels) {
      let curve = self.curve(column, format, options)
      lines.append(
        try add(
          .line(curve), label: label, order: options.order, type: "Line2D", call.machine))
    }
    return lines
  }

  private func curve(
    _ points: (x: [Double], y: [Double]), _ format: LineFormat?, _ options: LineOptions
  ) -> Curve {
    var paint = options.paint ?? format?.paint ?? Paint(nextLineColor())
    if let opacity = options.opacity { paint.opacity = opacity }
    // A format that names a marker alone means points without a line.
    let formatPattern =
      format?.pattern ?? (format?.marker != nil ? LineStyle.Pattern.none : nil)
    var curve = Curve(
      x: points.x, y: points.y,
      line: LineStyle(options.pattern ?? formatPattern ?? .solid, width: options.width),
      paint: paint, marker: options.marker ?? format?.marker, markerSize: options.markerSize,
      markerFace: options.markerFace ?? paint, markerEdge: options.markerEdge ?? paint)
    curve.steps = options.steps
    if let width = options.markerEdgeWidth { curve.markerEdgeWidth = width }
    return curve
  }

  /// Each column of `y` with its x: the numbers from 0 where there is none.
  private func columns(
    _ first: Value, _ second: Value?, _ call: PlotCall
  ) throws(Interruption) -> [(x: [Double], y: [Double])] {
    guard let second else {
      let y = try coordinates(first, .vertical, call)
      let rows = y.shape.first ?? 1
      return Self.columns(of: y).map { ((0..<rows).map(Double.init), $0) }
    }
    let x = try coordinates(first, .horizontal, call)
    let y = try coordinates(second, .vertical, call)
    let (rows, others) = (x.shape.first ?? 1, y.shape.first ?? 1)
    if rows != others {
      throw .raised(
        .value,
        "x and y must have same first dimension, but have shapes \(call.shapeText(Self.listed(x.shape))) and \(call.shapeText(Self.listed(y.shape)))"
      )
    }
    let (left, right) = (Self.columns(of: x), Self.columns(of: y))
    if left.count == 1 { return right.map { (left[0], $0) } }
    if right.count == 1 { return left.map { ($0, right[0]) } }
    guard left.count == right.count else {
      throw .raised(
        .value, "x has \(left.count) columns but y has \(right.count) columns")
    }
    return Array(zip(left, right))
  }

  private static func listed(_ shape: [Int]) -> [Int] { shape.isEmpty ? [1] : shape }

  private static func columns(of array: (values: [Double], shape: [Int])) -> [[Double]] {
    guard array.shape.count > 1 else { return [array.values] }
    let width = array.shape[1]
    guard width > 0 else { return [] }
    return (0..<width).map { column in
      stride(from: column, to: array.values.count, by: width).map { array.values[$0] }
    }
  }

  /// Numbers, or names that become places of their own.
  func coordinates(
    _ value: Value, _ direction: Direction, _ call: PlotCall
  ) throws(Interruption) -> (values: [Double], shape: [Int]) {
    if let names = call.strings(value) { return (places(of: names, direction), [names.count]) }
    let array = try call.array(value)
    guard array.shape.count <= 2 else {
      throw .raised(
        .value, "x and y can be no greater than 2D, but have shapes \(call.shapeText(array.shape))")
    }
    return array
  }

  /// Two lists that must be equally long.
  func pairs(
    _ x: Value, _ y: Value, _ call: PlotCall
  ) throws(Interruption) -> (x: [Double], y: [Double]) {
    let (first, second) = (
      try coordinates(x, .horizontal, call).values, try coordinates(y, .vertical, call).values
    )
    if first.count != second.count {
      throw .raised(.value, "x and y must be the same size")
    }
    return (first, second)
  }

  // MARK: Made of lines

  func logPlot(
    _ call: inout PlotCall, x: Bool, y: Bool
  ) throws(Interruption) -> Value {
    try call.refuse("base", besides: "10", "10.0")
    try call.refuse("subs")
    try call.refuse("nonpositive", besides: "clip", "mask")
    let lines = try plot(&call)
    if x { update(.horizontal) { $0.scale = .log } }
    if y { update(.vertical) { $0.scale = .log } }
    return lines
  }

  func step(_ call: inout PlotCall) throws(Interruption) -> Value {
    let whereText = try call.takeString("where") ?? "pre"
    guard let steps = Curve.Steps(rawValue: whereText), steps != .none else {
      throw .raised(
        .value,
        "'\(whereText)' is not a valid value for where; supported values are 'pre', 'post', 'mid'")
    }
    let first = axes.artists.count
    let lines = try plot(&call)
    for place in first..<axes.artists.count {
      guard case .line(var curve) = axes.artists[place].kind else { continue }
      curve.steps = steps
      figure.figure.axes[index].artists[place].kind = .line(curve)
    }
    return lines
  }

  func errorbar(_ call: inout PlotCall) throws(Interruption) -> Value {
    let (x, y) = try pairs(try call.required("x"), try call.required("y"), call)
    let yErrors = try errors(call.optional("yerr"), y.count, call)
    let xErrors = try errors(call.optional("xerr"), x.count, call)
    let format = try call.optional("fmt").map { (value) throws(Interruption) in
      try LineFormat(try call.string(value))
    }
    let style = try call.takeErrorStyle()
    let options = try LineOptions(&call)
    let label = try options.labels(1, call)[0]
    var curve = self.curve((x, y), format, options)
    curve.xErrors = xErrors
    curve.yErrors = yErrors
    curve.errorStyle = style
    try call.finish("Line2D")
    return try add(
      .line(curve), label: label, order: options.order, type: "ErrorbarContainer", call.machine)
  }

  /// One distance for all, one each, or a row of distances below and one of those above.
  func errors(
    _ value: Value?, _ count: Int, _ call: PlotCall
  ) throws(Interruption) -> [ErrorBar] {
    guard let value else { return [] }
    let (values, shape) = try call.array(value)
    if values.contains(where: { $0 < 0 }) {
      throw .raised(.value, "'yerr' must not contain negative values")
    }
    switch shape.count {
    case 0: return Array(repeating: ErrorBar(below: values[0], above: values[0]), count: count)
    case 1 where values.count == count: return values.map { ErrorBar(below: $0, above: $0) }
    case 2 where shape == [2, count]:
      return (0..<count).map { ErrorBar(below: values[$0], above: values[count + $0]) }
    default:
      throw .raised(
        .value,
        "'yerr' (shape: \(call.shapeText(shape))) must be a scalar or a 1D or (2, n) array-like whose shape matches 'y' (shape: (\(count),))"
      )
    }
  }

  func stem(_ call: inout PlotCall) throws(Interruption) -> Value {
    let first = try call.required("x")
    let label = try call.takeString("label")
    let formats = try ["linefmt", "markerfmt"].map { (name) throws(Interruption) in
      try call.takeString(name).map { (text) throws(Interruption) in try LineFormat(text) }
    }
    let bottom = try call.takeNumber("bottom") ?? 0
    try call.refuse("basefmt", besides: "", " ")
    try call.refuse("orientation", besides: "vertical")
    var y = try call.numbers(first)
    var x = y.indices.map(Double.init)
    if let second = call.next() { (x, y) = try pairs(first, second, call) }
    try call.finish("StemContainer")
    let paint = formats[0]?.paint ?? Paint(nextLineColor())
    let markPaint = formats[1]?.paint ?? paint
    _ = try add(
      .segments(
        Segments(
          name: "stems", starts: x.map { Point($0, bottom) }, ends: zip(x, y).map { Point($0, $1) },
          line: LineStyle(formats[0]?.pattern ?? .solid, width: StandardSize.lineWidth),
          paint: paint)),
      label: nil, order: StandardOrder.line, type: "LineCollection", call.machine)
    return try add(
      .line(
        Curve(
          x: x, y: y, line: LineStyle(.none, width: StandardSize.lineWidth), paint: markPaint,
          marker: formats[1].map { $0.marker } ?? .circle, markerSize: StandardSize.marker,
          markerFace: markPaint, markerEdge: markPaint)),
      label: label, order: StandardOrder.line, type: "StemContainer", call.machine)
  }
}

extension PlotCall {
  /// `ecolor`, `elinewidth`, `capsize` and `capthick`.
  mutating func takeErrorStyle() throws(Interruption) -> ErrorStyle {
    var style = ErrorStyle()
    style.paint = try takePaint("ecolor")
    if let width = try takeNumber("elinewidth") { style.width = width }
    if let size = try takeNumber("capsize") { style.capSize = size }
    if let width = try takeNumber("capthick") { style.capWidth = width }
    return style
  }
}
