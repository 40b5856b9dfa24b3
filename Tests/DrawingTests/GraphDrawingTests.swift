import Pictures
import Testing

@testable import Drawing

@Suite struct GraphDrawingTests {
  /// l = (y - σ(w·x + b))², the chain of `w` marked.
  static let neuron: ComputationGraph = {
    var nodes = ["x", "w", "b"].map { ComputationGraph.Node(.parameter, $0) }
    nodes += ["z", "sigmoid"].map { ComputationGraph.Node(.quantity, $0) }
    nodes.append(ComputationGraph.Node(.parameter, "y"))
    nodes.append(ComputationGraph.Node(.quantity, "l"))
    let values = [1, 0.3, 0.3, 0.6, 0.6456563062, 1, 0.1255594533]
    for index in nodes.indices {
      nodes[index].value = String(values[index])
      nodes[index].derivative = index == 6 ? "1.0" : "-0.1621365057"
    }
    nodes[4].aliases = ["h"]
    let edges = [(0, 3), (1, 3), (2, 3), (3, 4), (4, 6), (5, 6)].map { from, to in
      var edge = ComputationGraph.Edge(from: from, to: to)
      edge.local = "0.2287842405"
      edge.isMarked = [1, 3, 4].contains(from)
      return edge
    }
    return ComputationGraph(nodes: nodes, edges: edges, output: 6)
  }()

  private let names = MathNames(symbols: ["sigmoid": "\\sigma"])

  @Test func tellsTheChainInWords() {
    let drawing = GraphDrawing(Self.neuron, names: names, prefix: "p").drawing().wide
    let parts = DrawnParts(drawing)
    #expect(parts.text(of: "p-title") == "Computation graph of l")
    #expect(
      parts.text(of: "p-desc").hasSuffix(
        "The chain goes l ← sigmoid = h ← z ← w: ∂l/∂sigmoid = 0.2287842405, "
          + "∂sigmoid/∂z = 0.2287842405, ∂z/∂w = 0.2287842405; ∂l/∂w = -0.1621365057."))
  }

  @Test func writesNamesAsTheLessonDoes() {
    let texts = DrawnParts(GraphDrawing(Self.neuron, names: names, prefix: "p").drawing().wide)
      .texts
    #expect(texts.contains("σ = h = 0.6457"))
    #expect(texts.contains("∂l\u{200A}/\u{200A}∂w\u{2009}=\u{2009}−0.1621"))
    #expect(texts.contains("×0.2288"))
  }

  /// Its form for a page is as wide as its column, that for a phone as a phone.
  @Test func fitsPagesAndPhones() throws {
    let forms = GraphDrawing(Self.neuron, names: names, prefix: "p").drawing().forms
    let widths = try forms.map { try #require(DrawnParts($0).width) }
    #expect(widths.count == 2)
    #expect(widths[0] <= 620 && widths[1] <= 330)
    let identifiers = forms.flatMap { DrawnParts($0).identifiers }
    #expect(Set(identifiers).count == identifiers.count)
  }

  /// What is drawn later covers what was drawn before.
  @Test func writesOverAllLines() throws {
    func styles(_ node: SVGNode) -> [String] {
      guard case .element(_, let attributes, let children) = node else { return [] }
      return attributes.filter { $0.name == "class" }.map(\.value) + children.flatMap(styles)
    }
    let found = styles(GraphDrawing(Self.neuron, prefix: "p").drawing().wide)
    let line = try #require(found.lastIndex(of: "e"))
    let label = try #require(found.firstIndex(of: "l"))
    #expect(line < label)
  }

  @Test func isLight() {
    let forms = GraphDrawing(Self.neuron, names: names, prefix: "p").drawing().forms
    #expect(forms.map { DrawnParts($0).byteCount }.reduce(0, +) < 10_000)
  }

  /// The spine is one straight line.
  @Test func drawsTheChainStraight() {
    for drawing in GraphDrawing(Self.neuron, names: names, prefix: "p").drawing().forms {
      let lines = DrawnParts(drawing).elements(in: "m", "path", "d")
      #expect(lines.count == 3)
      for line in lines { #expect(!line.contains("c") && !line.contains("l")) }
    }
  }

  /// Neither a box nor a word lies on another one.
  @Test(arguments: 0..<60) func nothingOverlaps(_ seed: Int) {
    let graph = RandomGraph.graph(seed: seed)
    for drawing in GraphDrawing(graph, prefix: "p").drawing().forms {
      let boxes = DrawnParts(drawing).boxes
      for (index, one) in boxes.enumerated() {
        for other in boxes[(index + 1)...] where one.group != other.group {
          #expect(!one.box.inset(1, 1, 1, 1).overlaps(other.box), "\(one.name) and \(other.name)")
        }
      }
    }
  }

  /// Without Graphviz too there is a drawing, and with it on two runs the same one.
  @Test(arguments: 0..<10) func layersAreSoundByAnyMeans(_ seed: Int) {
    let graph = RandomGraph.graph(seed: seed)
    let edges = graph.edges.map { GraphEdge(from: $0.from, to: $0.to) }
    for isPlain in [true, false] {
      let layered = LayeredGraph(
        nodeCount: graph.nodes.count, edges: edges, isPlain: isPlain)
      let again = LayeredGraph(nodeCount: graph.nodes.count, edges: edges, isPlain: isPlain)
      #expect(layered.order == again.order)
      #expect(layered.order.flatMap(\.self).sorted() == Array(layered.ranks.indices))
      for way in layered.ways {
        for (one, next) in zip(way, way.dropFirst()) {
          #expect(layered.ranks[next] == layered.ranks[one] + 1)
        }
      }
    }
  }

  @Test func layersOfUnitsAreColumns() {
    let layers = [2, 16, 8, 1].enumerated().map { index, units in
      ComputationGraph.Node(.layer(units: units), "h\(index)")
    }
    let edges = [(0, 1), (1, 2), (2, 3)].map { ComputationGraph.Edge(from: $0, to: $1) }
    let drawing = GraphDrawing(
      ComputationGraph(nodes: layers, edges: edges, output: 3), prefix: "p")
    // On a phone too, and nearer to each other.
    #expect(drawing.drawing().forms.count == 2)
    let parts = DrawnParts(drawing.drawing().wide)
    #expect(parts.texts.contains("16 units"))
    #expect(parts.byteCount < 6_000)
  }

  /// What no run gives is drawn too, or left out.
  @Test func survivesAnyGraph() {
    let node = ComputationGraph.Node(.quantity, "q")
    let edges = [(0, 0), (0, 1), (1, 0), (5, 1), (-1, 0), (0, 1)].map {
      ComputationGraph.Edge(from: $0, to: $1)
    }
    for graph in [
      ComputationGraph(nodes: [], edges: []), ComputationGraph(nodes: [], edges: edges, output: 3),
      ComputationGraph(nodes: [node, node], edges: edges, output: 9),
      ComputationGraph(
        nodes: Array(repeating: node, count: 5_000),
        edges: (0..<4_999).map { ComputationGraph.Edge(from: $0, to: 4_999) }, output: 4_999),
    ] {
      #expect(!GraphDrawing(graph, prefix: "p").drawing().forms.isEmpty)
    }
  }

  @Test func writesFewDigits() {
    #expect(GraphNotation.short("-0.1621365057") == "−0.1621")
    #expect(GraphNotation.short("1e-12") == "1e−12")
    #expect(GraphNotation.short("123456789.0") == "123456789")
    #expect(GraphNotation.short("12345.678") == "12346")
    #expect(GraphNotation.short("1234567890123") == "1.235e+12")
    #expect(GraphNotation.short("[1. 2.]") == "[1. 2.]")
    #expect(GraphNotation.short("[[1. 2.]\n [3. 4.]]") == nil)
  }
}
