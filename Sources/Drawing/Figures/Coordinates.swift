import Pictures

/// One direction of a system of axes: numbers of the data to points of the drawing.
struct AxisMap {
  let limits: ClosedRange<Double>
  let isLog: Bool
  /// Where the lower and the upper limit are drawn.
  let from: Double
  let to: Double

  init(_ axis: Axis, _ limits: ClosedRange<Double>, from: Double, to: Double) {
    self.limits = limits
    isLog = axis.scale == .log && limits.lowerBound > 0
    (self.from, self.to) = axis.isInverted ? (to, from) : (from, to)
  }

  /// Not finite for what is not on the scale.
  func place(_ value: Double) -> Double {
    let part =
      isLog
      ? (Self.logarithm(value) - lowest) / (Self.logarithm(limits.upperBound) - lowest)
      : (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound)
    // Far outside, so that what is clipped has coordinates that can be written.
    return from + (to - from) * min(max(part, -20), 20) + (part.isNaN ? .nan : 0)
  }

  /// The quotient of limits may be no number.
  private var lowest: Double { Self.logarithm(limits.lowerBound) }

  /// The number that is drawn at a place.
  func value(at place: Double) -> Double {
    let part = to == from ? 0 : (place - from) / (to - from)
    guard isLog else {
      return limits.lowerBound + part * (limits.upperBound - limits.lowerBound)
    }
    return Self.exponential(lowest + part * (Self.logarithm(limits.upperBound) - lowest))
  }

  /// To base 2, of a positive number; enough digits for a drawing, and the same on every machine.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value == 0 ? -.infinity : .nan }
    var (result, significand) = (Double(value.exponent), value.significand)
    var bit = 0.5
    for _ in 0..<40 {
      significand *= significand
      if significand >= 2 {
        significand /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }

  /// Two to a power.
  static func exponential(_ power: Double) -> Double {
    let whole = power.rounded(.down)
    guard abs(whole) < 1_000 else { return whole < 0 ? 0 : .infinity }
    var (result, root, rest) = (1.0, 2.0.squareRoot(), power - whole)
    for _ in 0..<40 {
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
      root = root.squareRoot()
    }
    return Double(sign: .plus, exponent: Int(whole), significand: result)
  }
}

/// Axes with their place in the drawing.
struct PlacedAxes {
  let axes: Axes
  /// Where data are drawn.
  let frame: Rectangle
  let x: AxisMap
  let y: AxisMap

  func point(_ x: Double, _ y: Double) -> Point { Point(self.x.place(x), self.y.place(y)) }

  func point(_ point: Point) -> Point { self.point(point.x, point.y) }

  /// What the words of a label are placed by; `nil` far outside of the frame.
  func place(of label: Label) -> Point? {
    var place =
      label.isInAxes
      ? Point(
        frame.left + label.place.x * frame.width, frame.bottom - label.place.y * frame.height)
      : point(label.place)
    guard place.isFinite, frame.inset(-200, -200, -200, -200).contains(place) else { return nil }
    place.x += label.offset.x
    place.y -= label.offset.y
    return place
  }
}

extension Point {
  var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Double {
  /// As who points at it is told: four digits, and all of a larger whole part.
  var told: String { rounded(toDigits: magnitude < 1_000 ? 4 : 7) }
}
