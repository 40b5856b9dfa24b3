import Pictures

/// One system of axes: grid, data, frame, marks, title, legend.
struct AxesDrawing {
  private let placed: PlacedAxes
  private let prefix: String

  init(_ placed: PlacedAxes, prefix: String) {
    self.placed = placed
    self.prefix = prefix
  }

  var nodes: [SVGNode] {
    let clip = prefix + "-clip"
    let axes = placed.axes
    var frame = PathText()
    frame.rectangle(placed.frame)
    var parts: [SVGNode] = [
      .element("clipPath", ["id": clip], [.element("path", ["d": frame.text])])
    ]
    let marks = AxisDrawing(placed)
    let ground = AxesGround(placed)
    if let sheet = ground.sheet { parts.append(sheet) }
    if axes.overlay == nil, axes.isFramed { parts += marks.grid }
    let ordered = axes.artists.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }
    let drawing = ArtistDrawing(placed)
    var clipped: [SVGNode] = []
    var free: [SVGNode] = []
    for (index, given) in ordered {
      let artist = ground.settled(given, at: index)
      // Words may stand beyond the frame.
      if case .text(let label) = artist.kind {
        free += drawing.nodes(of: label)
      } else {
        clipped += drawing.nodes(of: artist)
      }
    }
    if !clipped.isEmpty {
      parts.append(.element("g", ["clip-path": "url(#\(clip))"], clipped.sharingLooks))
    }
    if axes.isFramed { parts += marks.nodes }
    parts += free
    parts += title(over: marks)
    for (index, scale) in axes.colorScales.enumerated() {
      parts +=
        ColorScaleDrawing(
          scale, beside: placed.frame, index: index, prefix: "\(prefix)-scale\(index)"
        ).nodes
    }
    if let legend = axes.legend {
      parts += LegendDrawing(legend, placed, isOnSheet: ground.isSheet).nodes
    }
    return parts
  }

  private func title(over marks: AxisDrawing) -> [SVGNode] {
    guard let title = placed.axes.title, !title.isEmpty else { return [] }
    let text = TextDrawing(marked: title, size: FigureDrawing.titleSize, isBold: true)
    // Over the power of ten that may stand at the corner.
    let isCrowded = placed.axes.overlay == nil && marks.hasExponentAbove
    let y = placed.frame.top - (isCrowded ? 7 + AxisDrawing.size * 1.25 : 7)
    return [text.node(at: Point(placed.frame.center.x, y), .center, .baseline)]
  }
}
