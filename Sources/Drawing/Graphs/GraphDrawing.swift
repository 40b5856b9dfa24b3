public import Pictures

/// A computation graph as an SVG document, in pixels.
///
/// Values flow from the left to the right, or downwards where that would be too wide; derivatives flow
/// back beside them, and the chain that the reader follows is drawn bold.
public struct GraphDrawing {
  private let graph: ComputationGraph
  private let notation: GraphNotation
  /// Begins the ids of its parts, so that several drawings can stand in one page.
  private let prefix: String
  private let boxes: [NodeBox]
  private let columns: [Int: LayerColumn]

  /// The drawing of a graph. Drawings of one page have different prefixes.
  public init(_ graph: ComputationGraph, names: MathNames = MathNames(), prefix: String) {
    let graph = Self.bounded(graph).withInputLayers
    self.graph = graph
    self.prefix = prefix
    let notation = GraphNotation(graph, names)
    self.notation = notation
    var marked: Set<Int> = []
    for edge in graph.edges where edge.isMarked { marked.formUnion([edge.from, edge.to]) }
    var columns: [Int: LayerColumn] = [:]
    for (index, node) in graph.nodes.enumerated() {
      guard case .layer(let units) = node.kind else { continue }
      columns[index] = LayerColumn(
        node, units: units, isOutput: index == graph.output, isMarked: marked.contains(index),
        notation)
    }
    self.columns = columns
    boxes = graph.nodes.enumerated().map { index, node in
      NodeBox(
        node, isOutput: index == graph.output, isMarked: marked.contains(index), notation)
    }
  }

  /// More are not drawn.
  private static let mostNodes = 300
  private static let mostEdges = 1_200

  /// Only with what can be drawn: a graph that is too large loses what is farthest from the output.
  private static func bounded(_ graph: ComputationGraph) -> ComputationGraph {
    let dropped = max(graph.nodes.count - mostNodes, 0)
    var result = graph
    result.nodes.removeFirst(dropped)
    result.edges = graph.edges.compactMap { edge in
      guard graph.nodes.indices.contains(edge.from), graph.nodes.indices.contains(edge.to),
        edge.from >= dropped, edge.to >= dropped
      else { return nil }
      var edge = edge
      edge.from -= dropped
      edge.to -= dropped
      return edge
    }
    result.edges.removeFirst(max(result.edges.count - mostEdges, 0))
    result.output = graph.output.flatMap {
      $0 >= dropped && $0 < graph.nodes.count ? $0 - dropped : nil
    }
    return result
  }

  /// Whether a graph of this process was laid out without Graphviz, as it is not installed.
  public static var hasMissedGraphviz: Bool { Graphviz.wasMissed.withLock { $0 } }

  /// The library that is looked for, as Debian names it.
  public static var libraryName: String { Graphviz.libraryName }

  // MARK: Forms

  /// Pixels that a page has for it, and a phone.
  private static let pageWidth = 620.0
  private static let phoneWidth = 330.0

  /// The graph drawn, with a narrow form where that helps.
  ///
  /// - Parameter description: what a person who does not see it is told; `nil` for what the graph says of
  ///   itself.
  public func drawing(description: String? = nil) -> PictureDrawing {
    let wide = self.wide
    if wide.size.width > Self.phoneWidth, wide.direction == .right {
      // Columns stay side by side, but nearer.
      let narrow = columns.isEmpty ? layout(.down) : layout(.right, columnGap: 38)
      if narrow.size.width < wide.size.width * 0.8 {
        return PictureDrawing(
          svg(wide, "graph wide", description),
          narrow: svg(narrow, "graph narrow", description).untold)
      }
    }
    return PictureDrawing(svg(wide, "graph", description))
  }

  private var wide: GraphLayout {
    let right = layout(.right)
    guard right.size.width > Self.pageWidth, columns.isEmpty else { return right }
    let down = layout(.down)
    return down.size.width < right.size.width ? down : right
  }

  // MARK: Layout

  private func layout(
    _ direction: GraphDirection, columnGap: Double = 76
  ) -> GraphLayout {
    let layered = LayeredGraph(
      nodeCount: graph.nodes.count,
      edges: graph.edges.map { GraphEdge(from: $0.from, to: $0.to, weight: $0.isMarked ? 4 : 1) })
    let sizes = graph.nodes.indices.map { columns[$0]?.size ?? boxes[$0].size(direction) }
    return GraphLayout(
      layered, sizes: sizes, roundness: boxes.map(\.roundness),
      gaps: gaps(layered, direction, columnGap),
      spine: spine(layered), direction)
  }

  /// Of more edges none is written at: they would be too near to each other.
  private static let mostLabelled = 80

  private func label(_ edge: ComputationGraph.Edge) -> TextRuns? {
    graph.edges.count > Self.mostLabelled
      ? nil
      : edge.local.flatMap(GraphNotation.short).map { TextRuns("×" + $0, .label) }
  }

  /// By rank, room for arrows and for what is written at them.
  private func gaps(
    _ layered: LayeredGraph, _ direction: GraphDirection, _ columnGap: Double
  ) -> [Double] {
    var gaps = layered.order.map { _ in columns.isEmpty ? 36 : columnGap }
    for (edge, way) in zip(graph.edges, layered.ways) where way.count > 1 {
      guard let width = label(edge)?.width else { continue }
      let rank = layered.ranks[way[way.count - 2]]
      gaps[rank] = max(gaps[rank], direction == .right ? width + 30 : 44)
    }
    return gaps
  }

  /// From the output inwards along the chain, and else along what comes from farthest.
  private func spine(_ layered: LayeredGraph) -> [Int] {
    var node =
      graph.output
      ?? layered.ranks.prefix(layered.nodeCount).indices.max {
        layered.ranks[$0] < layered.ranks[$1]
      }
    var items: [Int] = []
    while let end = node {
      items.append(end)
      let ways = zip(graph.edges, layered.ways).filter { $1.count > 1 && $1.last == end }
      let next = ways.min {
        (($0.0.isMarked ? 0 : 1), layered.ranks[$0.1[0]])
          < (($1.0.isMarked ? 0 : 1), layered.ranks[$1.1[0]])
      }
      items += (next?.1 ?? []).dropFirst().dropLast()
      node = next?.1[0]
    }
    return items
  }

  // MARK: Elements

  private func svg(
    _ layout: GraphLayout, _ style: String, _ description: String?
  ) -> SVGNode {
    let words = GraphDescription(graph)
    let (width, height) = (coordinate(layout.size.width), coordinate(layout.size.height))
    let shapes = graph.nodes.indices.flatMap { index in
      columns[index]?.nodes(in: layout.frames[index])
        ?? boxes[index].nodes(in: layout.frames[index], layout.direction)
    }
    return .element(
      "svg",
      [
        "class": style, "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(width) \(height)", "width": width, "height": height, "role": "img",
        "aria-labelledby": "\(prefix)-title \(prefix)-desc",
      ],
      [
        .element("title", ["id": prefix + "-title"], [.text(words.title)]),
        .element("desc", ["id": prefix + "-desc"], [.text(description ?? words.text)]),
      ] + edges(layout) + shapes)
  }

  /// Those of the chain over the others, and what is written at them over all lines.
  private func edges(_ layout: GraphLayout) -> [SVGNode] {
    let lines = graph.edges.indices.map { index in
      layout.curves[index]?.shifted(by: backwardOffset(graph.edges[index])).samples ?? []
    }
    let heads = layout.curves.compactMap(\.self).flatMap(EdgeDrawing.heads)
    var labels = EdgeLabels(
      avoiding: layout.frames + heads, lines: lines, size: layout.size, layout.direction)
    let order = graph.edges.indices.sorted {
      (graph.edges[$0].isMarked ? 0 : 1, $0) < (graph.edges[$1].isMarked ? 0 : 1, $1)
    }
    var nodes: [SVGNode] = []
    var texts: [SVGNode] = []
    for index in order {
      let edge = graph.edges[index]
      nodes.append(self.edge(index, layout))
      guard let label = label(edge), let place = labels.place(width: label.width, at: index) else {
        continue
      }
      let text = label.node(at: place)
      texts.append(edge.isMarked ? .element("g", ["class": "m"], [text]) : text)
    }
    return nodes.reversed() + texts
  }

  private func isBackward(_ edge: ComputationGraph.Edge) -> Bool {
    edge.local != nil || edge.product != nil
  }

  private func backwardOffset(_ edge: ComputationGraph.Edge) -> Double {
    isBackward(edge) ? EdgeDrawing.backwardOffset(isForward: true) : 0
  }

  private func edge(_ index: Int, _ layout: GraphLayout) -> SVGNode {
    let edge = graph.edges[index]
    var children: [SVGNode] = []
    if let told = told(edge) { children.append(.title(told)) }
    if let from = columns[edge.from], let to = columns[edge.to] {
      let fan = LayerColumn.fan(
        from: from.circles(in: layout.frames[edge.from]),
        to: to.circles(in: layout.frames[edge.to]))
      children.append(.element("path", ["class": "y", "d": fan.text]))
    } else if let curve = layout.curves[index] {
      children += EdgeDrawing.lines(
        curve, isForward: true, isBackward: isBackward(edge),
        hasHeadAtStart: graph.nodes[edge.from].kind != .operation)
    }
    return .element("g", ["class": edge.isMarked ? "m" : nil], children)
  }

  /// To who points at it.
  private func told(_ edge: ComputationGraph.Edge) -> String? {
    let (from, to) = (graph.nodes[edge.from].name, graph.nodes[edge.to].name)
    let local = edge.local.map { "∂\(to)/∂\(from) = \($0)" }
    let product = edge.product.map { "\($0) comes back this way" }
    let lines = [local, product].compactMap(\.self)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
