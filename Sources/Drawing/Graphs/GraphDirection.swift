import Pictures

/// Where a graph leads to. Layout counts along that way and across it.
enum GraphDirection {
  case right, down

  /// A place in the drawing.
  func point(_ along: Double, _ across: Double) -> Point {
    self == .right ? Point(along, across) : Point(across, along)
  }

  func along(_ size: GraphSize) -> Double { self == .right ? size.width : size.height }

  func across(_ size: GraphSize) -> Double { self == .right ? size.height : size.width }
}

/// In pixels of the page.
struct GraphSize: Hashable {
  var width: Double
  var height: Double
}
