import NeuronRuntime
import Pictures

/// Something that a program has shown in axes, and may change afterwards.
final class ArtistValue: ForeignValue {
  let owner: AxesValue
  /// What a colour bar of it would explain.
  let mappable: AxesValue.Mappable?
  private let type: String
  private let index: Int
  private let text: String?

  private static let shownByColors: Set<String> = [
    "AxesImage", "QuadMesh", "QuadContourSet", "PathCollection",
  ]

  init(_ type: String, of owner: AxesValue, at index: Int, text: String? = nil) {
    self.type = type
    self.owner = owner
    self.index = index
    self.text = text
    mappable = Self.shownByColors.contains(type) ? owner.mappable : nil
  }

  var typeName: String { type }

  func representation(in machine: Machine) throws(Interruption) -> String {
    text ?? "<\(type) object>"
  }

  func visitValues(_ visit: (Value) -> Void) { visit(owner.value) }

  func method(_ name: String, in machine: Machine) -> Value? {
    owner.figure.library.method(name, of: ArtistValue.self)
  }

  /// Axes that were cleared have it no more; then it is nothing.
  var artist: Artist {
    get {
      index < owner.axes.artists.count
        ? owner.axes.artists[index] : Artist(.text(Label("", at: Point(0, 0))), order: 0)
    }
    set {
      guard index < owner.axes.artists.count else { return }
      owner.figure.figure.axes[owner.index].artists[index] = newValue
    }
  }

  /// Takes it away; what stands in its place shows nothing, so that others keep their numbers.
  func remove() {
    artist = Artist(.text(Label("", at: Point(0, 0))), order: 0)
  }

  /// `set_label(text)` and its kin.
  func set(_ property: String, _ call: inout PlotCall) throws(Interruption) {
    var artist = self.artist
    switch property {
    case "label": artist.label = try call.string(try call.required("s"))
    case "zorder": artist.order = try call.number(try call.required("level"), "zorder")
    case "data", "xdata", "ydata": try setData(property, &artist, &call)
    case "color": artist.setPaint(try call.paint(try call.required("color")))
    case "alpha":
      artist.setOpacity(try call.number(try call.required("alpha"), "alpha"))
    default: return
    }
    self.artist = artist
  }

  private func setData(
    _ property: String, _ artist: inout Artist, _ call: inout PlotCall
  ) throws(Interruption) {
    guard case .line(var curve) = artist.kind else { return }
    switch property {
    case "xdata": curve.x = try call.numbers(try call.required("x"))
    case "ydata": curve.y = try call.numbers(try call.required("y"))
    default:
      let x = try call.required("x")
      (curve.x, curve.y) = try owner.pairs(x, try call.required("y"), call)
    }
    if curve.x.count != curve.y.count {
      let count = min(curve.x.count, curve.y.count)
      curve.x = Array(curve.x.prefix(count))
      curve.y = Array(curve.y.prefix(count))
    }
    artist.kind = .line(curve)
  }

  /// `get_label()` and its kin; `nil` for what is not known here.
  func get(_ property: String, _ machine: Machine) throws(Interruption) -> Value? {
    switch (property, artist.kind) {
    case ("label", _): return try machine.heap.string(artist.label ?? "")
    case ("text", .text(let label)): return try machine.heap.string(label.text)
    default: return nil
    }
  }
}

extension Artist {
  fileprivate mutating func setPaint(_ paint: Paint) {
    switch kind {
    case .line(var curve):
      curve.paint = paint
      curve.markerFace = paint
      curve.markerEdge = paint
      kind = .line(curve)
    case .points(var cloud):
      cloud.fill = .paint(paint)
      kind = .points(cloud)
    case .bars(var bars):
      bars.paints = [paint]
      kind = .bars(bars)
    case .area(var area):
      area.fill = paint
      kind = .area(area)
    case .axisLine(var line):
      line.paint = paint
      kind = .axisLine(line)
    case .text(var label):
      label.paint = paint
      kind = .text(label)
    default: break
    }
  }

  fileprivate mutating func setOpacity(_ opacity: Double) {
    switch kind {
    case .line(var curve):
      curve.paint.opacity = opacity
      kind = .line(curve)
    case .bars(var bars):
      bars.paints = bars.paints.map { Paint($0.color, opacity: opacity) }
      kind = .bars(bars)
    case .area(var area):
      area.fill.opacity = opacity
      kind = .area(area)
    case .image(var grid):
      grid.opacity = opacity
      kind = .image(grid)
    default: break
    }
  }
}
