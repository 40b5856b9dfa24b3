#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How red, green, blue and opacity run along the numbers from 0 to 1.
public struct ColorCurves: Hashable, Sendable {
  /// A place where a curve bends, with its height to the left of it and to the right.
  public struct Knot: Hashable, Sendable {
    public var place, left, right: Double

    /// A knot; without a height to the right the curve does not jump.
    public init(_ place: Double, _ left: Double, _ right: Double? = nil) {
      self.place = place
      self.left = left
      self.right = right ?? left
    }
  }

  private enum Shape: Hashable {
    /// For red, green, blue and opacity; an empty one is 1 everywhere. Places ascend from 0 to 1.
    case knots([[Knot]])
    case formula(ColorFormula, isReversed: Bool)
  }

  private let shape: Shape
  private var gamma = 1.0

  /// Straight lines between knots, for red, green, blue and, if you like, opacity.
  ///
  /// - Parameter knots: those of a curve ascend from 0 to 1.
  public init(knots: [[Knot]], gamma: Double = 1) {
    shape = .knots(knots)
    self.gamma = gamma
  }

  init(_ formula: ColorFormula) { shape = .formula(formula, isReversed: false) }

  /// Colours at equal distances.
  public init(blending colors: [UInt32]) { self.init(blending: colors.map { RGBA($0) }) }

  /// Colours at equal distances, or at places that ascend from 0 to 1.
  public init(blending colors: [RGBA], at places: [Double]? = nil, gamma: Double = 1) {
    let places = places ?? Self.evenPlaces(count: colors.count)
    self.init(
      knots: (0..<4).map { part in
        zip(places, colors).map { Knot($0, $1.parts[part]) }
      }, gamma: gamma)
  }

  /// From 0 to 1; a single one is 0.
  static func evenPlaces(count: Int) -> [Double] {
    let step = count > 1 ? 1 / Double(count - 1) : 0
    return (0..<count).map { $0 == count - 1 && $0 > 0 ? 1 : Double($0) * step }
  }

  var reversed: ColorCurves {
    switch shape {
    case .formula(let formula, let isReversed):
      return ColorCurves(shape: .formula(formula, isReversed: !isReversed), gamma: gamma)
    case .knots(let curves):
      return ColorCurves(
        knots: curves.map { $0.reversed().map { Knot(1 - $0.place, $0.right, $0.left) } },
        gamma: gamma)
    }
  }

  private init(shape: Shape, gamma: Double) {
    self.shape = shape
    self.gamma = gamma
  }

  // MARK: Tables

  /// So many colours, from the first to the last.
  func table(count: Int) -> [RGBA] {
    let parts = (0..<4).map { table(ofPart: $0, count: count) }
    return (0..<count).map {
      RGBA(red: parts[0][$0], green: parts[1][$0], blue: parts[2][$0], alpha: parts[3][$0])
    }
  }

  private func table(ofPart part: Int, count: Int) -> [Double] {
    let places = Self.evenPlaces(count: count)
    switch shape {
    case .formula(let formula, let isReversed):
      guard part < 3 else { return places.map { _ in 1 } }
      return places.map { place in
        Self.clipped(formula.height(ofPart: part, at: isReversed ? 1 - place : place))
      }
    case .knots(let curves):
      guard part < curves.count, let first = curves[part].first, let last = curves[part].last
      else { return places.map { _ in 1 } }
      guard count > 1 else { return [Self.clipped(last.left)] }
      // Opacity is never bent.
      let gamma = part < 3 ? self.gamma : 1
      var heights = [first.right]
      for place in places.dropFirst().dropLast() {
        let bent = gamma == 1 ? place : pow(place, gamma)
        heights.append(Self.height(at: bent * Double(count - 1), curves[part], count))
      }
      return (heights + [last.left]).map(Self.clipped)
    }
  }

  /// - Parameter place: from 0 to `count - 1`.
  private static func height(at place: Double, _ knots: [Knot], _ count: Int) -> Double {
    guard knots.count > 1 else { return knots[0].left }
    let places = knots.map { $0.place * Double(count - 1) }
    var index = 1
    while index < knots.count - 1, places[index] < place { index += 1 }
    let (start, end) = (places[index - 1], places[index])
    let distance = (place - start) / (end - start)
    return distance * (knots[index].left - knots[index - 1].right) + knots[index - 1].right
  }

  /// A zero keeps its sign.
  private static func clipped(_ height: Double) -> Double {
    height < 0 ? 0 : height > 1 ? 1 : height
  }
}
