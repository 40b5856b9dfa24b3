import Pictures

/// Where everything of a graph stands, in pixels.
struct GraphLayout {
  let direction: GraphDirection
  /// By node.
  private(set) var frames: [Rectangle] = []
  /// By edge; `nil` for one that is not drawn.
  private(set) var curves: [EdgeCurve?] = []
  private(set) var size = GraphSize(width: 0, height: 0)

  private static let margin = 3.0
  private static let portGap = 14.0

  private let graph: LayeredGraph
  private let sizes: [GraphSize]
  private let spine: [Int]
  private let roundness: [Double?]
  private var placement: RankPlacement
  /// By rank, where it begins and ends.
  private var bands: [ClosedRange<Double>] = []

  /// - Parameters:
  ///   - sizes: by node, in this direction.
  ///   - roundness: by node, the radius of the side at which edges end, if that is round.
  ///   - gaps: by rank, how far the next one is at least.
  ///   - spine: items that stand in a straight line.
  init(
    _ graph: LayeredGraph, sizes: [GraphSize], roundness: [Double?], gaps: [Double],
    spine: [Int], _ direction: GraphDirection
  ) {
    self.graph = graph
    self.direction = direction
    self.spine = spine
    self.roundness = roundness
    self.sizes = Self.grown(sizes, graph, direction)
    placement = RankPlacement(
      graph, halves: self.sizes.map { direction.across($0) / 2 }, spine: Set(spine))
    placeBands(gaps)
    placeFrames()
    placeCurves()
  }

  /// With room for all edges that end or begin there.
  private static func grown(
    _ sizes: [GraphSize], _ graph: LayeredGraph, _ direction: GraphDirection
  ) -> [GraphSize] {
    sizes.enumerated().map { node, size in
      let count = max(graph.before[node].count, graph.after[node].count)
      let needed = min(Double(count) * portGap, 240)
      return direction == .right
        ? GraphSize(width: size.width, height: max(size.height, needed))
        : GraphSize(width: max(size.width, needed), height: size.height)
    }
  }

  private mutating func placeBands(_ gaps: [Double]) {
    var start = Self.margin
    for (rank, items) in graph.order.enumerated() {
      let nodes = items.filter { !graph.isBend($0) }
      let width = nodes.map { direction.along(sizes[$0]) }.max() ?? 0
      bands.append(start...start + width)
      let climbs = items.flatMap { item in
        graph.after[item].map { abs(placement.centers[$0] - placement.centers[item]) }
      }
      // Edges that climb far need some way to do it.
      let gap = max(rank < gaps.count ? gaps[rank] : 0, min((climbs.max() ?? 0) * 0.45, 120))
      start += width + gap.rounded()
    }
    let lowest = graph.ranks.indices.map { placement.centers[$0] - half($0) }.min() ?? 0
    let highest = graph.ranks.indices.map { placement.centers[$0] + half($0) }.max() ?? 0
    shift = (Self.margin - lowest).rounded(.up)
    let (along, across) = ((bands.last?.upperBound ?? 0) + Self.margin, highest + shift)
    let corner = direction.point(along, across + Self.margin)
    size = GraphSize(width: corner.x.rounded(.up), height: corner.y.rounded(.up))
  }

  private var shift = 0.0

  private func half(_ item: Int) -> Double {
    graph.isBend(item) ? 4 : direction.across(sizes[item]) / 2
  }

  /// Across; whole numbers are short, and hide differences of rounding.
  private func center(_ item: Int) -> Double { placement.centers[item].rounded() + shift }

  private mutating func placeFrames() {
    for node in 0..<graph.nodeCount {
      let band = bands[graph.ranks[node]]
      let along = ((band.lowerBound + band.upperBound) / 2).rounded()
      let middle = direction.point(along, center(node))
      let (width, height) = (sizes[node].width, sizes[node].height)
      frames.append(
        Rectangle(
          left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
          bottom: middle.y + height / 2))
    }
  }

  // MARK: Edges

  private mutating func placeCurves() {
    let ins = ports(isIn: true)
    let outs = ports(isIn: false)
    for (edge, way) in graph.ways.enumerated() {
      guard way.count > 1, let from = way.first, let to = way.last else {
        curves.append(nil)
        continue
      }
      let (a, b) = (range(from), range(to))
      var knots = [Point(a.upperBound, center(from) + outs[edge])]
      for (index, item) in way.enumerated() {
        let band = bands[graph.ranks[item]]
        let across =
          index == 0
          ? knots[0].y : index == way.count - 1 ? center(to) + ins[edge] : center(item)
        if index > 0 { knots.append(Point(band.lowerBound, across)) }
        if index < way.count - 1 { knots.append(Point(band.upperBound, across)) }
      }
      knots.append(Point(b.lowerBound + depth(of: ins[edge], at: to), center(to) + ins[edge]))
      // What is nearly straight is made so.
      if way.count == 2, let end = knots.last?.y, abs(knots[0].y - end) <= 5 {
        knots = knots.map { Point($0.x, end) }
      }
      curves.append(EdgeCurve(knots, direction))
    }
  }

  /// How far a round side lies behind its middle.
  private func depth(of port: Double, at node: Int) -> Double {
    guard let radius = roundness[node] else { return 0 }
    return radius - max(radius * radius - port * port, 0).squareRoot()
  }

  /// Along, of a node.
  private func range(_ node: Int) -> ClosedRange<Double> {
    let frame = frames[node]
    return direction == .right ? frame.left...frame.right : frame.top...frame.bottom
  }

  /// By edge, how far from the middle of its node it ends or begins.
  private func ports(isIn: Bool) -> [Double] {
    var result = Array(repeating: 0.0, count: graph.ways.count)
    var edges = Array(repeating: [Int](), count: graph.nodeCount)
    for (edge, way) in graph.ways.enumerated() where way.count > 1 {
      edges[isIn ? way[way.count - 1] : way[0]].append(edge)
    }
    let isOnSpine = Set(spine)
    for (node, edges) in edges.enumerated() where !edges.isEmpty {
      func near(_ edge: Int) -> Int {
        let way = graph.ways[edge]
        return isIn ? way[way.count - 2] : way[1]
      }
      let sorted = edges.sorted {
        (center(near($0)), near($0), $0) < (center(near($1)), near($1), $1)
      }
      // What goes on straight ends in the middle.
      let straight =
        isOnSpine.contains(node) ? sorted.firstIndex { isOnSpine.contains(near($0)) } : nil
      let middle = straight.map(Double.init) ?? Double(sorted.count - 1) / 2
      let reach = max(middle, Double(sorted.count - 1) - middle)
      // What goes on from a round one does so from one point.
      let side = roundness[node].map { isIn ? $0 - 3 : 0 }
      let room = side ?? max(direction.across(sizes[node]) / 2 - 8, 0)
      let gap = reach > 0 ? min(Self.portGap, room / reach) : 0
      for (place, edge) in sorted.enumerated() {
        result[edge] = ((Double(place) - middle) * gap).rounded()
      }
    }
    return result
  }
}
