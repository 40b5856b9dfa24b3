import NeuronRuntime
import Pictures

/// What the modules of matplotlib share in one session: the figures that are open.
final class PlotLibrary: ForeignValue {
  /// In the order in which they were opened; the last is the current one.
  private(set) var open: [FigureValue] = []
  /// A function that takes anything and does nothing.
  let idle: Value
  /// Functions of axes and figures, each taking its object first, by name.
  private var methods: [ObjectIdentifier: [String: Value]] = [:]

  init(_ machine: Machine) {
    idle = machine.makeNative("set") { (_, _) throws(Interruption) in .none }
  }

  var typeName: String { "matplotlib" }

  func representation(in machine: Machine) throws(Interruption) -> String { "<matplotlib>" }

  func visitValues(_ visit: (Value) -> Void) {
    for figure in open { visit(figure.value) }
    for type in methods.values { type.values.forEach(visit) }
  }

  // MARK: Figures

  /// A new figure, which is the current one from then on.
  func makeFigure(_ machine: Machine) -> FigureValue {
    let figure = FigureValue(self)
    figure.value = machine.heap.foreign(figure)
    machine.heap.account(1_024, to: figure.value)
    open.append(figure)
    return figure
  }

  func currentFigure(_ machine: Machine) -> FigureValue { open.last ?? makeFigure(machine) }

  func currentAxes(_ machine: Machine) throws(Interruption) -> AxesValue {
    try currentFigure(machine).currentAxes(machine)
  }

  func makeCurrent(_ figure: FigureValue) {
    if let index = open.firstIndex(where: { $0 === figure }) { open.remove(at: index) }
    open.append(figure)
  }

  func close(_ figure: FigureValue) {
    open.removeAll { $0 === figure }
  }

  func closeAll() { open = [] }

  /// Shows all open figures, which are closed then.
  func show(_ machine: Machine) throws(Interruption) {
    let figures = open
    open = []
    for figure in figures where !figure.figure.axes.isEmpty {
      try machine.exhibit(Picture.figure(figure.figure), as: figure.figure.text)
    }
  }

  // MARK: Methods

  func define(_ name: String, of type: any ForeignValue.Type, _ function: Value) {
    methods[ObjectIdentifier(type), default: [:]][name] = function
  }

  func method(_ name: String, of type: any ForeignValue.Type) -> Value? {
    methods[ObjectIdentifier(type)]?[name]
  }
}

/// A figure of a program.
final class FigureValue: ForeignValue {
  let library: PlotLibrary
  var figure = Figure()
  fileprivate(set) var axes: [AxesValue] = []
  private var current: AxesValue?
  var value = Value.none

  init(_ library: PlotLibrary) {
    self.library = library
  }

  var typeName: String { "Figure" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    let (width, height) = (Int(figure.width * 100), Int(figure.height * 100))
    return "<Figure size \(width)x\(height) with \(axes.count) Axes>"
  }

  func text(in machine: Machine) throws(Interruption) -> String {
    "Figure(\(Int(figure.width * 100))x\(Int(figure.height * 100)))"
  }

  func visitValues(_ visit: (Value) -> Void) {
    for axes in axes { visit(axes.value) }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    library.method(name, of: FigureValue.self)
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    guard name == "axes" else { return nil }
    return try machine.heap.list(axes.map(\.value))
  }

  func currentAxes(_ machine: Machine) throws(Interruption) -> AxesValue {
    if let current { return current }
    return try addAxes(Axes(), machine)
  }

  func makeCurrent(_ axes: AxesValue) { current = axes }

  private static let mostAxes = 400

  /// New axes, which are the current ones.
  func addAxes(_ new: Axes, _ machine: Machine) throws(Interruption) -> AxesValue {
    guard axes.count < Self.mostAxes else {
      throw .raised(.value, "a figure has at most \(Self.mostAxes) axes here")
    }
    figure.axes.append(new)
    let axes = AxesValue(self, index: figure.axes.count - 1)
    axes.value = machine.heap.foreign(axes)
    self.axes.append(axes)
    current = axes
    return axes
  }

  func clear() {
    let size = (figure.width, figure.height)
    figure = Figure(width: size.0, height: size.1)
    axes = []
    current = nil
  }
}

/// A system of axes of a program.
final class AxesValue: ForeignValue {
  let figure: FigureValue
  let index: Int
  var value = Value.none
  /// How many series of lines, and of shapes, took a colour of their own.
  private var lineCount = 0
  private var shapeCount = 0
  /// The names that stand at the whole numbers of an axis.
  private var categories: [Direction: [String]] = [:]
  /// What a colour bar would explain, last.
  var mappable: Mappable? {
    didSet { mappablePlace = axes.artists.count }
  }
  /// Of that among the artists, once it is there.
  var mappablePlace = 0

  /// Values shown by colours.
  struct Mappable {
    var map: ColorMap
    var range: ClosedRange<Double>
    var levels: [Double]?
  }

  init(_ figure: FigureValue, index: Int) {
    self.figure = figure
    self.index = index
  }

  var typeName: String { "Axes" }

  func visitValues(_ visit: (Value) -> Void) { visit(figure.value) }

  func representation(in machine: Machine) throws(Interruption) -> String { "<Axes: >" }

  func method(_ name: String, in machine: Machine) -> Value? {
    figure.library.method(name, of: AxesValue.self)
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "figure": figure.value
    case "spines", "xaxis", "yaxis":
      machine.heap.foreign(AxesPart(name, of: self))
    case "transAxes", "transData":
      machine.heap.foreign(AxesTransform(isOfAxes: name == "transAxes"))
    default: nil
    }
  }

  // MARK: The axes themselves

  var axes: Axes {
    get { figure.figure.axes[index] }
    set { figure.figure.axes[index] = newValue }
  }

  func nextLineColor() -> Color {
    defer { lineCount += 1 }
    return .series(lineCount % Color.seriesCount)
  }

  func nextShapeColor() -> Color {
    defer { shapeCount += 1 }
    return .series(shapeCount % Color.seriesCount)
  }

  /// Shows something, under a number by which it is found again.
  func add(
    _ kind: Artist.Kind, label: String?, order: Double, type: String, _ machine: Machine,
    shown: String? = nil
  ) throws(Interruption) -> Value {
    try machine.reserve(kind.byteCount)
    machine.heap.account(kind.byteCount, to: figure.value)
    figure.figure.axes[index].artists.append(Artist(kind, label: label, order: order))
    return machine.heap.foreign(
      ArtistValue(type, of: self, at: axes.artists.count - 1, text: shown))
  }

  func clear() {
    axes = Axes(place: axes.place)
    lineCount = 0
    shapeCount = 0
    categories = [:]
    mappable = nil
  }

  /// The places of names on an axis: new ones follow those that it has.
  func places(of names: [String], _ direction: Direction) -> [Double] {
    var known = categories[direction] ?? []
    var indices: [String: Int] = [:]
    for (index, name) in known.enumerated() { indices[name] = index }
    let places = names.map { name in
      if let index = indices[name] { return Double(index) }
      indices[name] = known.count
      known.append(name)
      return Double(known.count - 1)
    }
    categories[direction] = known
    let ticks = known.enumerated().map { Axis.Tick(Double($0.offset), label: $0.element) }
    update(direction) { $0.ticks = ticks }
    return places
  }

  func update(_ direction: Direction, _ change: (inout Axis) -> Void) {
    if direction == .horizontal { change(&axes.x) } else { change(&axes.y) }
  }

  func limits(_ direction: Direction) -> ClosedRange<Double> {
    figure.figure.limits(ofAxes: index, direction)
  }
}

/// A part of axes that programs hide: sides of the frame, or what stands at an axis.
final class AxesPart: ForeignValue {
  private let name: String
  /// Sides of the frame.
  private let sides: [FrameSide]
  private let axes: AxesValue

  init(_ name: String, sides: [FrameSide] = FrameSide.allCases, of axes: AxesValue) {
    self.name = name
    self.sides = sides
    self.axes = axes
  }

  var typeName: String { name == "spines" ? "Spines" : name == "spine" ? "Spine" : "Axis" }

  func representation(in machine: Machine) throws(Interruption) -> String { "<\(typeName) object>" }

  func visitValues(_ visit: (Value) -> Void) { visit(axes.value) }

  /// Of `spines`: by a side's name, or several.
  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    guard name == "spines" else { return nil }
    if index.kind == .slice { return machine.heap.foreign(AxesPart("spine", of: axes)) }
    let names = machine.elements(ofSequence: index) ?? [index]
    let sides = try names.map { (name) throws(Interruption) -> FrameSide in
      let text = try machine.text(of: name)
      guard let side = FrameSide(rawValue: text) else { throw .raised(.key, "'\(text)'") }
      return side
    }
    return machine.heap.foreign(AxesPart("spine", sides: sides, of: axes))
  }

  func attribute(_ attribute: String, in machine: Machine) throws(Interruption) -> Value? {
    if name == "spines", let side = FrameSide(rawValue: attribute) {
      return machine.heap.foreign(AxesPart("spine", sides: [side], of: axes))
    }
    guard attribute == "set_visible", name != "spines" else { return nil }
    return machine.makeNative(attribute) { [self] (arguments, machine) throws(Interruption) in
      var call = PlotCall("set_visible", arguments, skipping: 0, machine)
      let isShown = try call.flag(try call.required("b"), else: true)
      try call.finish(typeName)
      setVisible(isShown)
      return .none
    }
  }

  private func setVisible(_ isShown: Bool) {
    switch name {
    case "xaxis", "yaxis":
      guard !isShown else { return }
      axes.update(name == "xaxis" ? .horizontal : .vertical) { axis in
        (axis.ticks, axis.label) = ([], nil)
      }
    default:
      for side in sides {
        if isShown {
          axes.axes.hiddenSides.remove(side)
        } else {
          axes.axes.hiddenSides.insert(side)
        }
      }
    }
  }
}

/// Which numbers a place is given in.
final class AxesTransform: ForeignValue {
  let isOfAxes: Bool

  init(isOfAxes: Bool) {
    self.isOfAxes = isOfAxes
  }

  var typeName: String { "Transform" }

  func representation(in machine: Machine) throws(Interruption) -> String { "<Transform object>" }
}
