extension Figure {
  /// From where to where axes go: as was said, else as far as the data and a little further, as
  /// matplotlib does it. The lower one is the smaller, wherever it is drawn.
  public func limits(ofAxes index: Int, _ direction: Direction) -> ClosedRange<Double> {
    let members = axes.indices.filter { shares($0, with: index, direction) }
    let own = axes[index].axis(direction)
    let lower = own.lower ?? members.lazy.compactMap { axes[$0].axis(direction).lower }.first
    let upper = own.upper ?? members.lazy.compactMap { axes[$0].axis(direction).upper }.first
    if let lower, let upper, lower < upper { return lower...upper }
    var extent = Extent()
    for member in members where axes[member].fitsShapes || axes[member].hasMovingArtist {
      for artist in axes[member].artists {
        extent.add(artist.extent(direction), isLog: own.scale == .log)
      }
    }
    let found = extent.range(isLog: own.scale == .log, margin: own.margin)
    let (first, last) = (lower ?? found.lowerBound, upper ?? found.upperBound)
    if first < last { return first...last }
    return first == last ? (first - 0.5)...(last + 0.5) : last...first
  }

  private func shares(_ index: Int, with other: Int, _ direction: Direction) -> Bool {
    if index == other { return true }
    let (group, otherGroup) =
      direction == .horizontal
      ? (axes[index].xGroup, axes[other].xGroup) : (axes[index].yGroup, axes[other].yGroup)
    return group != nil && group == otherGroup
  }
}

extension Axes {
  /// Whether there is anything by which limits are found.
  fileprivate var hasMovingArtist: Bool {
    artists.contains { artist in
      if case .area(let area) = artist.kind { return area.movesLimits }
      return true
    }
  }

  /// x is horizontal, y vertical.
  public func axis(_ direction: Direction) -> Axis {
    direction == .horizontal ? x : y
  }
}

/// How far data go in one direction.
struct Extent {
  var lower = Double.infinity
  var upper = -Double.infinity
  /// Edges that limits do not go beyond, such as the base of bars.
  var edges: [Double] = []

  init() {}

  init(_ values: [Double], edges: [Double] = []) {
    for value in values { add(value) }
    self.edges = edges
  }

  mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    lower = min(lower, value)
    upper = max(upper, value)
  }

  /// On a scale of logarithms what is not positive counts for nothing.
  mutating func add(_ other: Extent, isLog: Bool) {
    if isLog {
      if other.upper > 0 { upper = max(upper, other.upper) }
      if let least = other.leastPositive { lower = min(lower, least) }
    } else {
      lower = min(lower, other.lower)
      upper = max(upper, other.upper)
    }
    edges += other.edges
  }

  private var leastPositive: Double? { lower > 0 ? lower : positive }
  /// The least value above zero, where some are not above it.
  var positive: Double?

  /// - Parameter margin: the share of empty room at each end.
  func range(isLog: Bool, margin: Double) -> ClosedRange<Double> {
    guard lower <= upper else { return isLog ? 1...10 : 0...1 }
    if isLog { return logarithmicRange(margin) }
    var (first, last) = (lower, upper)
    if first == last {
      let room = first == 0 ? 0.05 : first.magnitude * 0.05
      first -= room
      last += room
    }
    let room = (last - first) * margin
    guard room.isFinite else { return first...last }
    let lowest = edges.filter { $0 <= lower }.max() ?? -.infinity
    let highest = edges.filter { $0 >= upper }.min() ?? .infinity
    return max(first - room, min(lowest, first))...min(last + room, max(highest, last))
  }

  private func logarithmicRange(_ margin: Double) -> ClosedRange<Double> {
    if lower == upper { return (lower / 2)...(upper * 2) }
    // So many twentieths of the decades between the ends; what is left of them as on a line.
    let root = Extent.root(of: upper / lower)
    let parts = min(max(margin * 20, 0), 100)
    let whole = parts.rounded(.down)
    var factor = 1 + (root - 1) * (parts - whole)
    for _ in 0..<Int(whole) { factor *= root }
    guard (lower / factor).isNormal, (upper * factor).isFinite else { return lower...upper }
    return (lower / factor)...(upper * factor)
  }

  /// The 20th root, by square roots and one step of Newton's, for numbers above 1.
  private static func root(of ratio: Double) -> Double {
    guard ratio.isFinite else { return 10 }
    var root = ratio.squareRoot().squareRoot().squareRoot().squareRoot()
    for _ in 0..<60 {
      var power = 1.0
      for _ in 0..<19 { power *= root }
      guard power.isFinite, power > 0 else { break }
      root -= (power * root - ratio) / (20 * power)
    }
    return max(root, 1)
  }
}

extension Artist {
  /// How far it goes; nothing for what does not move limits.
  fileprivate func extent(_ direction: Direction) -> Extent {
    let isX = direction == .horizontal
    switch kind {
    case .line(let curve):
      return spread(isX ? curve.x : curve.y, isX ? curve.xErrors : curve.yErrors)
    case .points(let cloud):
      let pairs = zip(cloud.x, cloud.y).filter { $0.isFinite && $1.isFinite }
      return spread(pairs.map { isX ? $0 : $1 }, [])
    case .bars(let bars): return bars.extent(direction)
    case .image(let grid):
      let edges = isX ? grid.columnEdges : grid.rowEdges
      return Extent(edges, edges: [edges.min() ?? 0, edges.max() ?? 0])
    case .contours(let contours), .filledContours(let contours):
      let values = isX ? contours.x : contours.y
      return Extent(values, edges: [values.min() ?? 0, values.max() ?? 0])
    case .area(let area):
      var extent = spread(area.outlines.flatMap { $0.map { isX ? $0.x : $0.y } }, [])
      if !isX, let base = area.base { extent.edges = [base] }
      return extent
    case .axisLine(let line): return line.direction == direction ? Extent() : Extent([line.value])
    case .band(let band):
      return band.direction == direction
        ? Extent() : Extent([band.range.lowerBound, band.range.upperBound])
    case .segments(let segments):
      return spread((segments.starts + segments.ends).map { isX ? $0.x : $0.y }, [])
    case .text: return Extent()
    case .arrows(let arrows): return spread(arrows.tails.map { isX ? $0.x : $0.y }, [])
    }
  }

  private func spread(_ values: [Double], _ errors: [ErrorBar]) -> Extent {
    var extent = Extent(values)
    for (value, error) in zip(values, errors) {
      extent.add(value - error.below)
      extent.add(value + error.above)
    }
    extent.positive = values.filter { $0 > 0 && $0.isFinite }.min()
    return extent
  }
}

extension Bars {
  fileprivate func extent(_ direction: Direction) -> Extent {
    guard direction == self.direction else {
      return Extent(starts + zip(starts, widths).map { $0 + $1 })
    }
    let ends = zip(bases, heights).map { $0 + $1 }
    var extent = Extent(bases + ends, edges: Array(Set(bases)).sorted())
    for (end, error) in zip(ends, errors) {
      extent.add(end - error.below)
      extent.add(end + error.above)
    }
    extent.positive = ends.filter { $0 > 0 && $0.isFinite }.min()
    return extent
  }
}
