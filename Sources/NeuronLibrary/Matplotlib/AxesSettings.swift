import NeuronRuntime
import Pictures

// Limits, marks, scales and grids.

extension AxesValue {
  /// `set_xlim(left, right)`: asked without numbers it tells the limits.
  func setLimits(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let names =
      direction == .horizontal
      ? ("left", "right", "xmin", "xmax") : ("bottom", "top", "ymin", "ymax")
    var lower = call.optional(names.0, names.2)
    var upper = call.optional(names.1, names.3)
    for name in ["auto", "emit"] { _ = call.keyword(name) }
    try call.finish("Axes")
    if let both = lower, upper == nil, let items = call.machine.pairOfNumbers(both) {
      (lower, upper) = items
    }
    let first = try lower.map { (value) throws(Interruption) in try limit(value, call) }
    let last = try upper.map { (value) throws(Interruption) in try limit(value, call) }
    let now = limits(direction)
    update(direction) { axis in
      if let first, let last {
        axis.isInverted = first > last
        (axis.lower, axis.upper) = (min(first, last), max(first, last))
      } else {
        // One end alone fixes the other where it is.
        if let first { (axis.lower, axis.upper) = (first, axis.upper ?? now.upperBound) }
        if let last { (axis.lower, axis.upper) = (axis.lower ?? now.lowerBound, last) }
      }
    }
    return try limitsValue(direction, call.machine)
  }

  private func limit(_ value: Value, _ call: PlotCall) throws(Interruption) -> Double {
    let number = try call.number(value, "limit")
    if number.isFinite { return number }
    throw .raised(.value, "Axis limits cannot be NaN or Inf")
  }

  func limitsValue(_ direction: Direction, _ machine: Machine) throws(Interruption) -> Value {
    let limits = limits(direction)
    let ends = [limits.lowerBound, limits.upperBound]
    let ordered = axes.axis(direction).isInverted ? ends.reversed() : ends
    return try machine.heap.tuple(ordered.map { Value(numpy: $0) })
  }

  func invert(_ direction: Direction) {
    update(direction) { $0.isInverted.toggle() }
  }

  /// `set_xscale('log')`.
  func setScale(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let name = try call.string(try call.required("value"))
    try call.refuse("base", besides: "10", "10.0")
    try call.refuse("nonpositive", besides: "clip", "mask")
    try call.refuse("subs")
    try call.finish("Axes")
    guard let scale = Axis.Scale(rawValue: name) else {
      throw .raised(
        .value, "'\(name)' is not a scale that is drawn here; there are 'linear', 'log'")
    }
    update(direction) { $0.scale = scale }
    return .none
  }

  /// `set_xticks(places, labels)`, and `xticks` that tells what there is.
  func setTicks(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let places = try call.optional("ticks").map { (value) throws(Interruption) in
      try call.numbers(value)
    }
    let labels = call.optional("labels")
    try call.refuse("minor", besides: "False")
    try setRotation(call.keyword("rotation"), direction, call)
    try call.skipTextOptions("Text")
    if let places {
      let names = try labels.map { (value) throws(Interruption) in
        try call.machine.allItems(of: value).map { (item) throws(Interruption) in
          try call.words(item)
        }
      }
      if let names, names.count != places.count {
        throw .raised(
          .value,
          "The number of FixedLocator locations (\(places.count)), usually from a call to set_ticks, does not match the number of labels (\(names.count))."
        )
      }
      update(direction) { axis in
        axis.ticks = places.enumerated().map { Axis.Tick($0.element, label: names?[$0.offset]) }
      }
    }
    return try ticksValue(direction, call.machine)
  }

  /// Names for the marks that were set before.
  func setTickLabels(_ call: inout PlotCall, _ direction: Direction) throws(Interruption) -> Value {
    let value = try call.required("labels")
    let names = try call.machine.allItems(of: value).map { (item) throws(Interruption) in
      try call.words(item)
    }
    try call.refuse("minor", besides: "False")
    try setRotation(call.keyword("rotation"), direction, call)
    try call.skipTextOptions("Text")
    let marks = shownTicks(direction)
    update(direction) { axis in
      axis.ticks = zip(
        marks, names + Array(repeating: "", count: max(0, marks.count - names.count))
      )
      .map { Axis.Tick($0, label: $1) }
    }
    return .none
  }

  private func shownTicks(_ direction: Direction) -> [Double] {
    let axis = axes.axis(direction)
    if let ticks = axis.ticks { return ticks.map(\.value) }
    return AxisMarks(axis, limits(direction), intervals: 8).marks.map(\.value)
  }

  private func ticksValue(
    _ direction: Direction, _ machine: Machine
  ) throws(Interruption) -> Value {
    let places = try machine.heap.list(shownTicks(direction).map { Value($0) })
    return try machine.heap.tuple([places, try machine.heap.list([])])
  }

  private func setRotation(
    _ value: Value?, _ direction: Direction, _ call: PlotCall
  ) throws(Interruption) {
    guard let value else { return }
    var degrees = 0.0
    if call.isString(value) {
      degrees = call.machine.textOf(value) == "vertical" ? 90 : 0
    } else {
      degrees = try call.number(value, "rotation").truncatingRemainder(dividingBy: 180)
    }
    guard degrees.isFinite, direction == .horizontal || degrees == 0 else {
      throw .raised(.value, "labels of a vertical axis are not turned here")
    }
    update(direction) { $0.labelRotation = degrees }
  }

  /// `tick_params(axis, …)`: looks of marks are the page's; whether there are any is the program's.
  func tickParameters(_ call: inout PlotCall) throws(Interruption) -> Value {
    let axis =
      try call.optional("axis").map { (value) throws(Interruption) in try call.string(value) }
      ?? "both"
    guard let lines = GridLines(rawValue: axis), lines != .none else {
      throw call.invalid("axis", axis, ["x", "y", "both"])
    }
    for (names, direction) in [
      (["bottom", "labelbottom"], Direction.horizontal), (["left", "labelleft"], .vertical),
    ] {
      for name in names {
        guard let value = call.keyword(name) else { continue }
        if try !call.flag(value, else: true) { update(direction) { $0.ticks = [] } }
      }
    }
    for name in ["top", "right", "labeltop", "labelright"] {
      try call.refuse(name, besides: "False")
    }
    let rotation = call.keyword("labelrotation") ?? call.keyword("rotation")
    if lines.contains(.horizontal) { try setRotation(rotation, .horizontal, call) }
    if lines == .y { try setRotation(rotation, .vertical, call) }
    for name in [
      "which", "length", "width", "direction", "color", "colors", "labelsize", "labelcolor",
      "reset",
      "zorder", "labelfontfamily",
    ] { _ = call.keyword(name) }
    try call.finish("Axes")
    return .none
  }

  /// `grid(visible, which, axis, …)`.
  func setGrid(_ call: inout PlotCall) throws(Interruption) -> Value {
    let value = call.optional("visible", "b")
    let byPlace = call.next()
    let axisByPlace = call.next()
    let which =
      try (byPlace ?? call.keyword("which")).map { (value) throws(Interruption) in
        try call.string(value)
      } ?? "major"
    let axis =
      try (axisByPlace ?? call.keyword("axis")).map { (value) throws(Interruption) in
        try call.string(value)
      } ?? "both"
    guard ["major", "minor", "both"].contains(which) else {
      throw call.invalid("which", which, ["major", "minor", "both"])
    }
    guard let lines = GridLines(rawValue: axis), lines != .none else {
      throw call.invalid("axis", axis, ["x", "y", "both"])
    }
    let hasStyle = call.hasKeywords
    var style = axes.gridStyle
    if let paint = try call.takePaint("color", "c") {
      style.color = paint.color
      if paint.opacity < 1 { style.opacity = paint.opacity }
    }
    if let opacity = try call.takeOpacity() { style.opacity = opacity }
    if let pattern = try call.takePattern() { style.pattern = pattern }
    if let width = try call.takeNumber("linewidth", "lw") { style.width = width }
    try call.refuse("zorder")
    try call.finish("Line2D")
    let asked = try value.map { (value) throws(Interruption) in try call.flag(value, else: true) }
    var changed = axes
    changed.gridStyle = style
    func next(_ shown: GridLines) -> GridLines {
      let isAllShown = shown.setting(lines, to: true) == shown
      return shown.setting(lines, to: hasStyle ? asked ?? true : asked ?? !isAllShown)
    }
    if which != "minor" { changed.grid = next(axes.grid) }
    if which != "major" { changed.minorGrid = next(axes.minorGrid) }
    axes = changed
    return .none
  }

  func setMinorMarks(_ isShown: Bool) {
    update(.horizontal) { $0.hasMinorMarks = isShown }
    update(.vertical) { $0.hasMinorMarks = isShown }
  }

  /// `margins(m)`, `margins(x, y)`, also by name; without numbers it tells them.
  func setMargins(_ call: inout PlotCall) throws(Interruption) -> Value {
    let first = call.next()
    let second = call.next() ?? first
    _ = call.keyword("tight")
    let x = first ?? call.keyword("x")
    let y = second ?? call.keyword("y")
    try call.finish("Axes")
    try setMargin(x, .horizontal, call)
    try setMargin(y, .vertical, call)
    guard x == nil, y == nil else { return .none }
    return try call.machine.heap.tuple([Value(axes.x.margin), Value(axes.y.margin)])
  }

  func setMargin(
    _ value: Value?, _ direction: Direction, _ call: PlotCall
  ) throws(Interruption) {
    guard let value else { return }
    let margin = try call.number(value, "margin")
    guard margin.isFinite, margin > -0.5 else {
      throw .raised(.value, "margin must be greater than -0.5")
    }
    update(direction) { $0.margin = margin }
  }

  /// `axis('off')`, `axis('equal')`, `axis([x0, x1, y0, y1])`.
  func setAxis(_ call: inout PlotCall) throws(Interruption) -> Value {
    if let value = call.next() {
      if call.isString(value) {
        try setAxis(named: call.machine.textOf(value))
      } else if value.kind == .bool {
        figure.figure.axes[index].isFramed = value.isTrueBool
      } else {
        let numbers = try call.numbers(value)
        guard numbers.count == 4 else {
          throw .raised(
            .type,
            "The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
        }
        set(numbers[0], numbers[1], .horizontal)
        set(numbers[2], numbers[3], .vertical)
      }
    }
    for (name, direction, isLower) in [
      ("xmin", Direction.horizontal, true), ("xmax", .horizontal, false),
      ("ymin", .vertical, true), ("ymax", .vertical, false),
    ] {
      guard let number = try call.takeNumber(name) else { continue }
      update(direction) { if isLower { $0.lower = number } else { $0.upper = number } }
    }
    try call.finish("Axes")
    let machine = call.machine
    let ends = [limits(.horizontal), limits(.vertical)].flatMap { [$0.lowerBound, $0.upperBound] }
    return try machine.heap.tuple(ends.map { Value(numpy: $0) })
  }

  private func set(_ first: Double, _ last: Double, _ direction: Direction) {
    guard first.isFinite, last.isFinite else { return }
    update(direction) { axis in
      axis.isInverted = first > last
      (axis.lower, axis.upper) = (min(first, last), max(first, last))
    }
  }

  private func setAxis(named name: String) throws(Interruption) {
    switch name {
    case "off": figure.figure.axes[index].isFramed = false
    case "on": figure.figure.axes[index].isFramed = true
    case "equal", "scaled", "image", "square":
      figure.figure.axes[index].hasEqualUnits = true
      figure.figure.axes[index].fitsShapes = true
    case "auto", "normal":
      figure.figure.axes[index].hasEqualUnits = false
      figure.figure.axes[index].fitsShapes = true
    case "tight":
      let (x, y) = (limits(.horizontal), limits(.vertical))
      set(x.lowerBound, x.upperBound, .horizontal)
      set(y.lowerBound, y.upperBound, .vertical)
    default:
      throw .raised(.value, "Unrecognized string '\(name)' to axis; try 'on' or 'off'")
    }
  }

  func setAspect(_ call: inout PlotCall) throws(Interruption) -> Value {
    let value = try call.required("aspect")
    for name in ["adjustable", "anchor", "share"] { _ = call.keyword(name) }
    try call.finish("Axes")
    let isEqual =
      call.isString(value)
      ? call.machine.textOf(value) == "equal" : try call.number(value, "aspect") == 1
    figure.figure.axes[index].hasEqualUnits = isEqual
    return .none
  }

  /// `set(xlabel=…, title=…)`: each name is a setter's.
  func setMany(_ call: inout PlotCall, _ arguments: Arguments) throws(Interruption) -> Value {
    for name in arguments.keywords {
      guard let method = figure.library.method("set_" + name, of: AxesValue.self),
        let given = arguments.keyword(name)
      else {
        throw .raised(.attribute, "Axes.set() got an unexpected keyword argument '\(name)'")
      }
      _ = try call.machine.call(method, [value, given])
    }
    return .none
  }

  /// `twinx()`: other axes over these with the same x, or for `twiny` the same y.
  func twin(_ overlay: Axes.Overlay, _ machine: Machine) throws(Interruption) -> Value {
    var other = Axes(place: axes.place)
    other.overlay = overlay
    let group = figure.figure.axes.count + 1_000 + index
    if overlay == .y {
      other.xGroup = axes.xGroup ?? group
      figure.figure.axes[index].xGroup = other.xGroup
    } else {
      other.yGroup = axes.yGroup ?? group
      figure.figure.axes[index].yGroup = other.yGroup
    }
    let made = try figure.addAxes(other, machine)
    return made.value
  }
}

extension PlotCall {
  /// matplotlib's words for a text that it does not know.
  func invalid(_ parameter: String, _ text: String, _ known: [String]) -> Interruption {
    .raised(
      .value,
      "'\(text)' is not a valid value for \(parameter). Supported values are \(known.map { "'\($0)'" }.joined(separator: ", "))"
    )
  }

  /// Whether anything is given by name that was not taken.
  var hasKeywords: Bool { !remainingNames.isEmpty }
}

extension Machine {
  /// The two items of a list, tuple or array.
  func pairOfNumbers(_ value: Value) -> (Value, Value)? {
    if let items = elements(ofSequence: value), items.count == 2 { return (items[0], items[1]) }
    guard let array = arrayValue(value)?.array, array.count == 2 else { return nil }
    let numbers = array.floats
    return (Value(numbers[0]), Value(numbers[1]))
  }
}
