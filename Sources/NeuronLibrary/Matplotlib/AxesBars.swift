import Backprop
import NeuronRuntime
import Pictures

extension AxesValue {
  /// `bar(x, height, width, bottom)` and `barh(y, width, height, left)`.
  func bar(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let isVertical = direction == .vertical
    let along: Direction = isVertical ? .horizontal : .vertical
    let places = try coordinates(
      try call.required(isVertical ? "x" : "y"), along, call
    ).values
    let heights = try call.numbers(try call.required(isVertical ? "height" : "width"))
    let widths = try call.optional(isVertical ? "width" : "height").map {
      (value) throws(Interruption) in try call.numbers(value)
    }
    let bases = try call.optional(isVertical ? "bottom" : "left").map {
      (value) throws(Interruption) in try call.numbers(value)
    }
    let align = try call.takeString("align") ?? "center"
    let count = max(places.count, heights.count)
    let colors = call.keyword("color", "facecolor", "fc")
    let tickLabels = call.keyword("tick_label").flatMap { call.strings($0) }
    let errorValue = isVertical ? call.keyword("yerr") : call.keyword("xerr")
    try call.refuse("error_kw", besides: "{}")
    let errorStyle = try call.takeErrorStyle()
    let shapes = try ShapeOptions(&call)
    func spread(_ values: [Double], _ parameter: String) throws(Interruption) -> [Double] {
      if values.count == count { return values }
      if values.count == 1 { return Array(repeating: values[0], count: count) }
      throw .raised(
        .value,
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between '\(isVertical ? "x" : "y")' with shape (\(places.count),) and '\(parameter)' with shape (\(values.count),)."
      )
    }
    let (starts, lengths) = (try spread(places, "x"), try spread(widths ?? [0.8], "width"))
    let tall = try spread(heights, "height")
    var bars = Bars(
      direction: direction,
      starts: zip(starts, lengths).map { align == "edge" ? $0 : $0 - $1 / 2 },
      widths: lengths, bases: try spread(bases ?? [0], "bottom"), heights: tall,
      paints: try paints(colors, count, shapes, call), edge: shapes.edge,
      edgeWidth: shapes.edgeWidth, isHistogram: false)
    bars.errors = try errors(errorValue, count, call)
    bars.errorStyle = errorStyle
    if let tickLabels, tickLabels.count == count {
      update(along) {
        $0.ticks = zip(starts, tickLabels).map { Axis.Tick($0, label: $1) }
      }
    }
    try call.finish("Rectangle")
    _ = try add(
      .bars(bars), label: shapes.label, order: shapes.order, type: "BarContainer", call.machine)
    return barContainer(count, call)
  }

  private func barContainer(_ count: Int, _ call: PlotCall) -> Value {
    call.machine.heap.foreign(
      ArtistValue(
        "BarContainer", of: self, at: axes.artists.count - 1,
        text: "<BarContainer object of \(count) artist\(count == 1 ? "" : "s")>"))
  }

  private func paints(
    _ value: Value?, _ count: Int, _ shapes: ShapeOptions, _ call: PlotCall
  ) throws(Interruption) -> [Paint] {
    var paints = [Paint(.clear)]
    if let value {
      guard let known = try call.paints(value, count: count), !known.isEmpty else {
        throw .raised(.value, "\(call.machine.sketch(of: value)) is not a valid value for color")
      }
      paints = known
    } else {
      paints = [Paint(nextShapeColor())]
    }
    if let opacity = shapes.opacity {
      paints = paints.map { Paint($0.color, opacity: opacity) }
    }
    guard paints.count > 1 else { return paints }
    return (0..<count).map { paints[$0 % paints.count] }
  }

  /// `hist(x, bins, range, density, …)`: counts by NumPy's own rule for bins.
  func hist(_ call: inout PlotCall) throws(Interruption) -> Value {
    let data = try call.required("x")
    let bins = call.optional("bins")
    let range = call.optional("range")
    let density = call.optional("density")
    let weights = call.optional("weights")
    let cumulative = try call.flag(call.optional("cumulative"), else: false)
    try call.refuse("align", besides: "mid")
    let bottom = try call.takeNumber("bottom") ?? 0
    let share = try call.takeNumber("rwidth")
    let isLog = try call.takeFlag("log", else: false)
    let kind = try call.takeString("histtype") ?? "bar"
    let isHorizontal = try call.takeString("orientation") == "horizontal"
    let isStacked = try call.takeFlag("stacked", else: false) || kind == "barstacked"
    let colors = call.keyword("color")
    let labels = call.keyword("label")
    let shapes = try ShapeOptions(&call)
    try call.finish("Rectangle")

    let samples = try self.samples(data, call)
    var edges: Value = bins ?? Value(10)
    if samples.count > 1, bins.map({ call.machine.length($0) == nil }) ?? true {
      // All share the bins of what they are together.
      let everything = try call.machine.heap.list(
        samples.flatMap { call.machine.elements(of: $0) })
      edges = try histogram(everything, edges, range, nil, nil, call).edges
    }
    var results: [[Double]] = []
    var base: [Double] = []
    for (index, sample) in samples.enumerated() {
      let result = try histogram(sample, edges, range, density, weights, call)
      edges = result.edges
      var counts = try call.numbers(result.counts)
      if cumulative {
        for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
      }
      let bounds = try call.numbers(result.edges)
      if !isStacked || base.isEmpty { base = Array(repeating: bottom, count: counts.count) }
      try addHistogram(
        counts, bounds, base, kind: kind, isHorizontal: isHorizontal,
        slot: isStacked ? 0 : index, of: isStacked ? 1 : samples.count, share: share,
        paint: try paint(colors, index, samples.count, shapes, call),
        label: try label(labels, index, samples.count, call), shapes, call)
      if isStacked { base = zip(base, counts).map { $0 + $1 } }
      results.append(isStacked ? base.map { $0 - bottom } : counts)
    }
    if isLog { update(isHorizontal ? .horizontal : .vertical) { $0.scale = .log } }
    let counts = try array(results, call.machine)
    edges = try array([try call.numbers(edges)], call.machine)
    let container = barContainer(try call.numbers(edges).count - 1, call)
    return try call.machine.heap.tuple([counts, edges, container])
  }

  /// Counts as numbers with a fraction; of several samples a row each.
  private func array(_ rows: [[Double]], _ machine: Machine) throws(Interruption) -> Value {
    let shape = (rows.count == 1 ? [] : [rows.count]) + [rows.first?.count ?? 0]
    let result = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: shape, .float64, budget: machine.budget)
    }
    for (index, count) in rows.joined().enumerated() { result.pointer(Double.self)[index] = count }
    return try machine.array(result)
  }

  /// A histogram of several samples has them side by side.
  private func samples(_ data: Value, _ call: PlotCall) throws(Interruption) -> [Value] {
    guard let items = call.machine.elements(ofSequence: data), let first = items.first,
      call.machine.arrayValue(first) != nil || call.machine.elements(ofSequence: first) != nil
    else { return [data] }
    return try items.map { (item) throws(Interruption) in
      let numbers = try call.numbers(item)
      return try call.machine.heap.list(numbers.map { Value($0) })
    }
  }

  private func histogram(
    _ data: Value, _ bins: Value, _ range: Value?, _ density: Value?, _ weights: Value?,
    _ call: PlotCall
  ) throws(Interruption) -> (counts: Value, edges: Value) {
    let machine = call.machine
    guard let function = machine.numPy.module(in: machine)?["histogram"] else {
      throw .raised(.runtime, "numpy has no histogram here")
    }
    let flat = try machine.heap.list(try call.numbers(data).map { Value($0) })
    let result = try machine.call(
      function, [flat, bins, range ?? .none, density ?? .none, weights ?? .none])
    let parts = machine.elements(of: result)
    guard parts.count == 2 else { throw .raised(.runtime, "numpy's histogram gave no pair") }
    return (parts[0], parts[1])
  }

  private func addHistogram(
    _ counts: [Double], _ bounds: [Double], _ base: [Double], kind: String, isHorizontal: Bool,
    slot: Int, of slots: Int, share: Double?, paint: Paint, label: String?, _ shapes: ShapeOptions,
    _ call: PlotCall
  ) throws(Interruption) {
    let isShared = slots > 1 && !kind.hasPrefix("step")
    let gaps = zip(bounds, bounds.dropFirst()).map { $1 - $0 }
    // Several samples share each bin, with a little room to the next.
    let all = min(max(share ?? (isShared ? 0.8 : 1), 0), 1)
    let width = isShared ? all / Double(slots) : all
    let shift = (1 - all) / 2 + (isShared ? Double(slot) * width : 0)
    let bars = Bars(
      direction: isHorizontal ? .horizontal : .vertical,
      starts: zip(bounds, gaps).map { $0 + $1 * shift },
      widths: gaps.map { $0 * width }, bases: base, heights: counts,
      paints: [kind == "step" ? .clear : paint], edge: kind == "step" ? paint : shapes.edge,
      edgeWidth: shapes.edgeWidth, isHistogram: true)
    _ = try add(
      .bars(bars), label: label, order: shapes.order, type: "BarContainer", call.machine)
  }

  private func paint(
    _ value: Value?, _ index: Int, _ count: Int, _ shapes: ShapeOptions, _ call: PlotCall
  ) throws(Interruption) -> Paint {
    var paint = Paint(.clear)
    if let value, let paints = try call.paints(value, count: count), !paints.isEmpty {
      paint = paints[index % paints.count]
    } else {
      paint = Paint(nextShapeColor())
    }
    if let opacity = shapes.opacity { paint.opacity = opacity }
    return paint
  }

  private func label(
    _ value: Value?, _ index: Int, _ count: Int, _ call: PlotCall
  ) throws(Interruption) -> String? {
    guard let value else { return nil }
    if let texts = call.strings(value) { return index < texts.count ? texts[index] : nil }
    return index == 0 ? try call.string(value) : nil
  }
}

/// What shapes with an inside take by name.
struct ShapeOptions {
  var label: String?
  var opacity: Double?
  var edge: Paint
  var edgeWidth: Double
  /// Of what is a line and no edge.
  var lineWidth: Double
  var order: Double

  init(_ call: inout PlotCall) throws(Interruption) {
    label = try call.takeString("label")
    opacity = try call.takeOpacity()
    edge = try call.takePaint("edgecolor", "ec", "edgecolors") ?? .clear
    let width = try call.takeNumber("linewidth", "lw", "linewidths")
    edgeWidth = width ?? StandardSize.edge
    lineWidth = width ?? StandardSize.lineWidth
    _ = try call.takePattern()
    order = try call.takeNumber("zorder") ?? StandardOrder.shape
  }
}
