import NeuronRuntime
import Pictures

// Figures and how axes are laid out in them.

extension PlotLibrary {
  func defineFigures(_ module: NativeModule, _ machine: Machine) {
    func plain(
      _ name: String, _ body: @escaping (inout PlotCall) throws(Interruption) -> Value
    ) {
      module.define(
        name,
        machine.makeNative(name) { (arguments, machine) throws(Interruption) in
          var call = PlotCall(name, arguments, skipping: 0, machine)
          return try body(&call)
        })
    }
    func method(
      _ name: String,
      _ body: @escaping (FigureValue, inout PlotCall) throws(Interruption) -> Value
    ) {
      define(
        name, of: FigureValue.self,
        machine.makeNative(name) { (arguments, machine) throws(Interruption) in
          guard arguments.count > 0, let figure = machine.foreign(arguments[0]) as? FigureValue
          else { throw .raised(.type, "\(name)() is a method of figures") }
          var call = PlotCall("Figure.\(name)", arguments, skipping: 1, machine)
          return try body(figure, &call)
        })
    }
    plain("figure") { [self] (call) throws(Interruption) in try makeFigure(&call).value }
    plain("gcf") { [self] (call) throws(Interruption) in currentFigure(call.machine).value }
    plain("gca") { [self] (call) throws(Interruption) in try currentAxes(call.machine).value }
    plain("sca") { [self] (call) throws(Interruption) in
      if let axes = call.machine.foreign(try call.required("ax")) as? AxesValue {
        makeCurrent(axes.figure)
        axes.figure.makeCurrent(axes)
      }
      return .none
    }
    plain("show") { [self] (call) throws(Interruption) in
      _ = call.optional("block")
      try call.finish("show")
      try show(call.machine)
      return .none
    }
    plain("close") { [self] (call) throws(Interruption) in
      if let given = call.next() {
        if let figure = call.machine.foreign(given) as? FigureValue {
          close(figure)
        } else if call.isString(given) {
          closeAll()
        }
      } else if let current = open.last {
        close(current)
      }
      return .none
    }
    plain("clf") { [self] (call) throws(Interruption) in
      currentFigure(call.machine).clear()
      return .none
    }
    plain("subplots") { [self] (call) throws(Interruption) in try subplots(&call) }
    plain("subplot") { [self] (call) throws(Interruption) in
      try currentFigure(call.machine).subplot(&call)
    }
    plain("axes") { [self] (call) throws(Interruption) in
      _ = call.next()
      return try currentFigure(call.machine).addAxes(Axes(), call.machine).value
    }
    plain("suptitle") { [self] (call) throws(Interruption) in
      try currentFigure(call.machine).setTitle(&call)
    }
    method("suptitle") { (figure, call) throws(Interruption) in try figure.setTitle(&call) }
    method("add_subplot") { (figure, call) throws(Interruption) in try figure.subplot(&call) }
    method("add_axes") { (figure, call) throws(Interruption) in
      try figure.addAxes(Axes(), call.machine).value
    }
    method("subplots") { (figure, call) throws(Interruption) in
      let layout = try AxesLayout(&call)
      return try figure.makeAxes(layout, call.machine)
    }
    method("gca") { (figure, call) throws(Interruption) in
      try figure.currentAxes(call.machine).value
    }
    method("colorbar") { (figure, call) throws(Interruption) in
      try figure.currentAxes(call.machine).colorBar(&call)
    }
    method("legend") { (figure, call) throws(Interruption) in
      try figure.currentAxes(call.machine).legend(&call)
    }
    method("show") { [self] (figure, call) throws(Interruption) in
      close(figure)
      if !figure.figure.axes.isEmpty {
        try call.machine.exhibit(Picture.figure(figure.figure), as: figure.figure.text)
      }
      return .none
    }
    method("set_size_inches") { (figure, call) throws(Interruption) in
      let first = try call.required("w")
      let size =
        if let height = call.next() {
          (try call.number(first, "w"), try call.number(height, "h"))
        } else {
          try call.pair(first, "size")
        }
      (figure.figure.width, figure.figure.height) = try FigureValue.size(size)
      return .none
    }
    method("clf") { (figure, _) throws(Interruption) in
      figure.clear()
      return .none
    }
    for name in [
      "tight_layout", "autofmt_xdate", "subplots_adjust", "set_facecolor", "align_labels",
    ] {
      define(name, of: FigureValue.self, idle)
    }
  }

  private func makeFigure(_ call: inout PlotCall) throws(Interruption) -> FigureValue {
    if let given = call.next(), let known = call.machine.foreign(given) as? FigureValue {
      makeCurrent(known)
      return known
    }
    let size = try call.keyword("figsize").map { (value) throws(Interruption) in
      try FigureValue.size(value, call)
    }
    for name in ["facecolor", "edgecolor"] { _ = call.keyword(name) }
    try call.finish("Figure")
    let figure = makeFigure(call.machine)
    if let size { (figure.figure.width, figure.figure.height) = size }
    return figure
  }

  private func subplots(_ call: inout PlotCall) throws(Interruption) -> Value {
    let layout = try AxesLayout(&call)
    let figure = makeFigure(call.machine)
    if let size = layout.size { (figure.figure.width, figure.figure.height) = size }
    let axes = try figure.makeAxes(layout, call.machine)
    return try call.machine.heap.tuple([figure.value, axes])
  }
}

/// Rows and columns of axes.
struct AxesLayout {
  var rows: Int
  var columns: Int
  var size: (Double, Double)?
  var sharesX: Bool
  var sharesY: Bool
  var isSqueezed: Bool

  init(_ call: inout PlotCall) throws(Interruption) {
    rows = try AxesLayout.count(call.optional("nrows"), "Number of rows", call)
    columns = try AxesLayout.count(call.optional("ncols"), "Number of columns", call)
    size = try call.keyword("figsize").map { (value) throws(Interruption) in
      try FigureValue.size(value, call)
    }
    sharesX = try AxesLayout.shares(call.keyword("sharex"), call)
    sharesY = try AxesLayout.shares(call.keyword("sharey"), call)
    isSqueezed = try call.takeFlag("squeeze", else: true)
    for name in ["subplot_kw", "gridspec_kw", "width_ratios", "height_ratios", "facecolor"] {
      if name == "subplot_kw", let options = call.keyword(name) {
        try FigureValue.refuseProjection(options, call)
      } else {
        _ = call.keyword(name)
      }
    }
    try call.finish("Figure")
  }

  private static func count(
    _ value: Value?, _ what: String, _ call: PlotCall
  ) throws(Interruption) -> Int {
    guard let value else { return 1 }
    let count = try call.machine.indexArgument(value)
    guard count > 0, count <= 20 else {
      throw .raised(.value, "\(what) must be a positive integer, at most 20 here, not \(count)")
    }
    return count
  }

  private static func shares(_ value: Value?, _ call: PlotCall) throws(Interruption) -> Bool {
    guard let value else { return false }
    if call.isString(value) { return call.machine.textOf(value) != "none" }
    return try call.flag(value, else: false)
  }
}

extension FigureValue {
  /// Inches; more than a page has room for is refused, as what is none.
  static func size(_ value: Value, _ call: PlotCall) throws(Interruption) -> (Double, Double) {
    try size(try call.pair(value, "figsize"))
  }

  static func size(_ size: (Double, Double)) throws(Interruption) -> (Double, Double) {
    let lengths = [size.0, size.1]
    let shown = lengths.map { $0.rounded(toDigits: 9) }.joined(separator: ", ")
    guard lengths.allSatisfy({ $0.isFinite && $0 > 0 }) else {
      throw .raised(.value, "figure size must be positive finite not (\(shown))")
    }
    guard lengths.allSatisfy({ (0.5...60).contains($0) }) else {
      throw .raised(
        .value, "a figure of (\(shown)) inches cannot be drawn here: give 0.5 to 60 for each")
    }
    return size
  }

  /// Axes for each cell: one alone as it is, several as an array.
  func makeAxes(_ layout: AxesLayout, _ machine: Machine) throws(Interruption) -> Value {
    var made: [AxesValue] = []
    for row in 0..<layout.rows {
      for column in 0..<layout.columns {
        var axes = Axes(
          place: GridPlace(
            rows: layout.rows, columns: layout.columns, rowRange: row..<row + 1,
            columnRange: column..<column + 1))
        if layout.sharesX { axes.xGroup = 0 }
        if layout.sharesY { axes.yGroup = 0 }
        made.append(try addAxes(axes, machine))
      }
    }
    guard layout.isSqueezed else {
      return machine.heap.foreign(
        AxesGridValue(made, shape: [layout.rows, layout.columns], library))
    }
    if made.count == 1 { return made[0].value }
    let shape =
      layout.rows == 1 || layout.columns == 1 ? [made.count] : [layout.rows, layout.columns]
    return machine.heap.foreign(AxesGridValue(made, shape: shape, library))
  }

  /// `subplot(2, 1, 1)`, `subplot(211)`: the axes there, new or as they are.
  func subplot(_ call: inout PlotCall) throws(Interruption) -> Value {
    if let projection = call.keyword("projection") {
      throw .raised(
        .value,
        "Unknown projection '\(try call.string(projection))': plane axes only are drawn here")
    }
    for name in ["polar", "sharex", "sharey", "facecolor", "label", "title"] {
      _ = call.keyword(name)
    }
    var numbers: [Int] = []
    var last: ClosedRange<Int>?
    while let value = call.next() {
      if value.kind == .tuple, numbers.count == 2 {
        let ends = try call.pair(value, "index")
        guard ends.0 >= 1, ends.1 >= ends.0, ends.1 <= 400 else { throw Self.badPlace(ends.1) }
        last = Int(ends.0)...Int(ends.1)
        numbers.append(Int(ends.0))
      } else {
        numbers.append(try call.machine.indexArgument(value))
      }
    }
    try call.finish("Axes")
    if numbers.count == 1 {
      let (packed, hundreds) = (numbers[0], numbers[0] / 100)
      guard (111...999).contains(packed) else {
        throw .raised(
          .value, "Integer subplot specification must be a three-digit number, not \(packed)")
      }
      numbers = [hundreds, packed / 10 % 10, packed % 10]
    }
    if numbers.isEmpty { numbers = [1, 1, 1] }
    guard numbers.count == 3 else {
      throw .raised(
        .type, "subplot() takes 1 or 3 positional arguments but \(numbers.count) were given")
    }
    let (rows, columns, index) = (numbers[0], numbers[1], numbers[2])
    guard (1...20).contains(rows), (1...20).contains(columns) else {
      throw .raised(.value, "Number of rows must be a positive integer, not \(rows)")
    }
    let cells = last ?? index...max(index, index)
    guard index >= 1, cells.upperBound <= rows * columns else {
      throw .raised(
        .value, "num must be an integer with 1 <= num <= \(rows * columns), not \(index)")
    }
    let places = cells.map { (row: ($0 - 1) / columns, column: ($0 - 1) % columns) }
    let place = GridPlace(
      rows: rows, columns: columns,
      rowRange: (places.map(\.row).min() ?? 0)..<(places.map(\.row).max() ?? 0) + 1,
      columnRange: (places.map(\.column).min() ?? 0)..<(places.map(\.column).max() ?? 0) + 1)
    if let known = axes.first(where: { $0.axes.place == place && $0.axes.overlay == nil }) {
      makeCurrent(known)
      return known.value
    }
    return try addAxes(Axes(place: place), call.machine).value
  }

  private static func badPlace(_ index: Double) -> Interruption {
    .raised(
      .value, "num must be an integer within the grid, not \(Int(min(max(index, -1e9), 1e9)))")
  }

  static func refuseProjection(_ options: Value, _ call: PlotCall) throws(Interruption) {
    guard options.kind == .dictionary else { return }
    for entry in call.machine.entries(of: options)
    where call.isString(entry.key) && call.machine.textOf(entry.key) == "projection" {
      throw .raised(
        .value,
        "Unknown projection '\(try call.string(entry.value))': plane axes only are drawn here")
    }
  }

  func setTitle(_ call: inout PlotCall) throws(Interruption) -> Value {
    let text = try call.words(try call.required("t"))
    try call.skipTextOptions("Text", besides: ["x", "y"])
    figure.title = text
    guard let axes = axes.first else { return .none }
    return axes.titleValue(text, "0.5, 0.98", call.machine)
  }
}
