import Pictures

/// A node of a graph: what is written in it, how large it is, and its outline.
///
///     (  w = 0.3   )   a parameter      [ z = 0.6 ]   a quantity       (×)──0.3──   an operation
///     ( ∂l/∂w = −1 )                    [ ∂l/∂z = −2 ]
struct NodeBox {
  let node: ComputationGraph.Node
  let isOutput: Bool
  let isMarked: Bool
  private let lines: [Line]
  /// Whether a derivative flows back to it.
  private let hasDerivative: Bool

  private struct Line {
    var text: TextRuns
    var height: Double
  }

  /// Of the circle of an operation.
  private static let radius = 13.0

  init(
    _ node: ComputationGraph.Node, isOutput: Bool, isMarked: Bool, _ notation: GraphNotation
  ) {
    self.node = node
    self.isOutput = isOutput
    self.isMarked = isMarked
    hasDerivative = node.derivative != nil && notation.hasDerivatives
    lines = Self.lines(node, notation)
  }

  private static func lines(
    _ node: ComputationGraph.Node, _ notation: GraphNotation
  ) -> [Line] {
    // Of an array its shape says more than the range of its elements, which a pointer is told.
    let value = node.shape.isEmpty ? node.value.flatMap(GraphNotation.short) : nil
    var lines: [Line] = []
    switch node.kind {
    case .gap(let count):
      let what = count == 1 ? "quantity" : "quantities"
      return [
        Line(text: TextRuns("… \(count) \(what)", .quiet), height: 15),
        Line(text: TextRuns("left out", .quiet), height: 15),
      ]
    case .constant:
      let text = value ?? node.name
      lines = [Line(text: TextRuns(text, .name), height: 18)]
    case .operation:
      return operation(node, value, notation)
    case .parameter, .quantity, .layer:
      var name = notation.name(of: node)
      if let value { name.add(" = " + value) }
      lines = [Line(text: name, height: 20)]
    }
    if value == nil, !node.shape.isEmpty {
      let shape = TextRuns(GraphNotation.shape(node.shape), .quiet)
      lines.append(Line(text: shape, height: 15))
    }
    if let derivative = notation.derivative(of: node) {
      lines.append(Line(text: derivative, height: 16))
    }
    return lines
  }

  /// The symbol, then what stands above and below the line that goes on.
  private static func operation(
    _ node: ComputationGraph.Node, _ value: String?, _ notation: GraphNotation
  ) -> [Line] {
    let shape = node.shape.isEmpty ? nil : GraphNotation.shape(node.shape)
    let derivative = node.derivative.flatMap(GraphNotation.short)
    return [
      Line(text: TextRuns(symbol(node.name), .symbol), height: 2 * radius),
      Line(text: notation.result(of: node, value ?? shape ?? ""), height: 15),
      Line(text: TextRuns(derivative ?? "", .derivative), height: 15),
    ]
  }

  private static func symbol(_ name: String) -> String {
    switch name {
    case "*": "×"
    case "-": "−"
    case "/": "÷"
    case "@": "@"
    default: name
    }
  }

  private var isOperation: Bool { node.kind == .operation }

  /// Of the symbol of an operation, which may be a word.
  private var symbolWidth: Double { max(lines[0].text.width + 10, 2 * Self.radius) }

  func size(_ direction: GraphDirection) -> GraphSize {
    if isOperation {
      let widest = max(lines[1].text.width, lines[2].text.width)
      return direction == .right
        ? GraphSize(width: symbolWidth + widest + 14, height: 36)
        : GraphSize(width: max(symbolWidth, 2 * widest + 18), height: 2 * Self.radius + 24)
    }
    let width = (lines.map(\.text.width).max() ?? 0) + 12
    let height = lines.reduce(0) { $0 + $1.height } + 8
    // Ends that are round take some of the room.
    let ends = node.kind == .parameter ? 4.0 : 0
    return GraphSize(width: max((width + ends).rounded(.up), 40), height: max(height, 26))
  }

  /// The radius of the side at which edges end; `nil` where that is straight.
  var roundness: Double? { isOperation ? Self.radius : nil }

  // MARK: Drawing

  /// - Parameter frame: of the size that was asked for, or larger.
  func nodes(in frame: Rectangle, _ direction: GraphDirection) -> [SVGNode] {
    var children: [SVGNode] = [.title(told)]
    if isOperation {
      children += operation(in: frame, direction)
    } else {
      children += outline(in: frame)
      var top = frame.center.y - lines.reduce(0) { $0 + $1.height } / 2
      for line in lines {
        children.append(
          line.text.node(at: Point(frame.center.x, top + line.height / 2)))
        top += line.height
      }
    }
    return [.element("g", ["class": isMarked ? "m" : nil], children)]
  }

  private func outline(in frame: Rectangle) -> [SVGNode] {
    let style =
      switch node.kind {
      case .parameter: "p"
      case .constant, .gap: "k"
      default: isOutput ? "n o" : "n"
      }
    let radius =
      node.kind == .parameter ? min(frame.height / 2, 16) : node.kind == .quantity ? 5 : 2
    var nodes = [box(frame, radius, style)]
    if isOutput { nodes.append(box(frame.inset(3, 3, 3, 3), radius - 2, "r")) }
    return nodes
  }

  private func box(_ frame: Rectangle, _ radius: Double, _ style: String) -> SVGNode {
    .element(
      "rect",
      [
        "class": style, "x": coordinate(frame.left), "y": coordinate(frame.top),
        "width": coordinate(frame.width), "height": coordinate(frame.height),
        "rx": coordinate(radius),
      ])
  }

  /// A circle, and behind it the line on which value and derivative are written.
  private func operation(in frame: Rectangle, _ direction: GraphDirection) -> [SVGNode] {
    let radius = Self.radius
    let half = (direction == .right ? symbolWidth / 2 : radius)
    let center =
      direction == .right
      ? Point(frame.left + half, frame.center.y) : Point(frame.center.x, frame.top + half)
    let circle = Rectangle(
      left: center.x - symbolWidth / 2, top: center.y - radius, right: center.x + symbolWidth / 2,
      bottom: center.y + radius)
    let (start, end) =
      direction == .right ? (circle.right, frame.right) : (circle.bottom, frame.bottom)
    let across = direction == .right ? frame.center.y : frame.center.x
    var nodes: [SVGNode] = []
    let trunk = EdgeCurve([Point(start, across), Point(end, across)], direction)
    nodes += EdgeDrawing.lines(
      trunk, isForward: true, isBackward: hasDerivative, hasHeadAtEnd: false)
    nodes.append(box(circle, radius, isOutput ? "n o" : "n"))
    nodes.append(lines[0].text.node(at: center))
    let middle = (start + end) / 2
    for (line, side) in [(lines[1], -1.0), (lines[2], 1)] where !line.text.isEmpty {
      let place =
        direction == .right
        ? Point(middle + 2, across + side * 10)
        : Point(across + side * (line.text.width / 2 + 6), middle)
      nodes.append(line.text.node(at: place))
    }
    return nodes
  }

  /// To who points at it.
  private var told: String {
    var text = GraphNotation.words(node)
    if case .gap(let count) = node.kind { return "\(count) quantities that are left out" }
    if let value = node.value { text += " = " + value }
    if !node.shape.isEmpty { text += " (\(GraphNotation.shape(node.shape)))" }
    if let derivative = node.derivative { text += "\nderivative: " + derivative }
    return text
  }
}
