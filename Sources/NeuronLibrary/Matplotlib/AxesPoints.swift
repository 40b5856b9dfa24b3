import NeuronRuntime
import Pictures

extension AxesValue {
  /// `scatter(x, y, s, c, marker, …)`.
  func scatter(_ call: inout PlotCall) throws(Interruption) -> Value {
    let (x, y) = try pairs(try call.required("x"), try call.required("y"), call)
    let areas = try call.optional("s").map { (value) throws(Interruption) in
      try call.numbers(value)
    }
    let colors = call.optional("c") ?? call.keyword("color")
    let markerByPlace = call.next()
    let marker = try markerByPlace.map { (value) throws(Interruption) -> Marker in
      let name = try call.string(value)
      guard let marker = Marker(rawValue: name) else {
        throw .raised(.value, "Unrecognized marker style '\(name)'")
      }
      return marker
    }
    let namedMarker = try call.takeMarker()
    let shape = marker ?? namedMarker.flatMap(\.self) ?? .circle
    let map = try call.takeMap()
    let range = try call.takeRange()
    let opacity = try call.takeOpacity()
    let label = try call.takeString("label")
    let face = call.keyword("facecolors", "facecolor", "fc")
    let edge = call.keyword("edgecolors", "edgecolor", "ec")
    let edgeWidth = try call.takeNumber("linewidths", "linewidth", "lw")
    let order = try call.takeNumber("zorder") ?? StandardOrder.shape
    if let areas, areas.count != 1, areas.count != x.count {
      throw .raised(.value, "s must be a scalar, or float array-like with the same size as x and y")
    }
    let fill = try coloring(colors ?? face, x.count, map, range, opacity, call)
    let isOutline = face.map { call.isString($0) && call.machine.textOf($0) == "none" } ?? false
    var cloud = PointCloud(
      x: x, y: y, areas: areas ?? [StandardSize.marker * StandardSize.marker], marker: shape,
      fill: isOutline ? .paint(.clear) : fill, edge: .clear, edgeWidth: edgeWidth ?? 1)
    if let edge, !(call.isString(edge) && call.machine.textOf(edge) == "face") {
      cloud.edge = try call.paints(edge, count: x.count)?.first ?? .clear
    } else if isOutline, case .paint(let paint) = fill {
      cloud.edge = paint
    }
    if let opacity, cloud.edge.color != .clear { cloud.edge.opacity = opacity }
    try call.finish("PathCollection")
    return try add(
      .points(cloud), label: label, order: order, type: "PathCollection", call.machine)
  }

  /// Colours for so many points: one, one each, or by values.
  private func coloring(
    _ value: Value?, _ count: Int, _ map: ColorMap?, _ range: (Double?, Double?),
    _ opacity: Double?, _ call: PlotCall
  ) throws(Interruption) -> Coloring {
    guard let value else { return .paint(Paint(nextShapeColor(), opacity: opacity ?? 1)) }
    if let paints = try call.paints(value, count: count) {
      let visible = paints.map { paint in
        Paint(paint.color, opacity: paint.color == .clear ? 1 : opacity ?? paint.opacity)
      }
      if visible.count == 1 { return .paint(visible[0]) }
      if visible.count == count { return .paints(visible) }
      throw .raised(
        .value,
        "'c' argument has \(visible.count) elements, which is inconsistent with 'x' and 'y' with size \(count)."
      )
    }
    let values = try call.numbers(value)
    guard values.count == count else {
      throw .raised(
        .value,
        "'c' argument has \(values.count) elements, which is inconsistent with 'x' and 'y' with size \(count)."
      )
    }
    let shown = shownRange(values, range)
    let chosen = map ?? call.usualMap
    mappable = Mappable(map: chosen, range: shown, levels: nil)
    return .values(values, chosen, shown, opacity: opacity ?? 1)
  }

  /// The range of colours: what was asked for, else that of the values.
  func shownRange(_ values: [Double], _ asked: (Double?, Double?)) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    let lower = asked.0 ?? finite.min() ?? 0
    let upper = asked.1 ?? finite.max() ?? 1
    return min(lower, upper)...max(lower, upper)
  }
}

extension PlotCall {
  /// `vmin` and `vmax`.
  mutating func takeRange() throws(Interruption) -> (Double?, Double?) {
    try refuse("norm")
    return (try takeNumber("vmin"), try takeNumber("vmax"))
  }
}
