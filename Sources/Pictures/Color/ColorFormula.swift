#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Maps of colours whose curves are formulas: Gnuplot's palettes, GIST's and a few more.
enum ColorFormula: String, Hashable, Sendable, CaseIterable {
  case afmhot, cubehelix, flag, gnuplot, gnuplot2, ocean, prism, rainbow
  case gray = "gist_gray"
  case heat = "gist_heat"
  case turnedGray = "gist_yarg"

  /// - Parameters:
  ///   - part: 0 for red, 1 for green, 2 for blue.
  ///   - x: from 0 to 1.
  /// - Returns: what may lie outside 0 to 1, and is cut there.
  func height(ofPart part: Int, at x: Double) -> Double {
    switch self {
    case .afmhot: [2 * x, 2 * x - 0.5, 2 * x - 1][part]
    case .cubehelix: Self.helix(part, x)
    case .flag:
      [
        0.75 * sin((x * 31.5 + 0.25) * .pi) + 0.5, sin(x * 31.5 * .pi),
        0.75 * sin((x * 31.5 - 0.25) * .pi) + 0.5,
      ][part]
    case .gray: x
    case .heat: [1.5 * x, 2 * x - 1, 4 * x - 3][part]
    case .turnedGray: 1 - x
    case .gnuplot: [x.squareRoot(), pow(x, 3), sin(x * 2 * .pi)][part]
    case .gnuplot2: [x / 0.32 - 0.78125, 2 * x - 0.84, Self.peak(x)][part]
    case .ocean: [3 * x - 2, abs((3 * x - 1) / 2), x][part]
    case .prism:
      [
        0.75 * sin((x * 20.9 + 0.25) * .pi) + 0.67, 0.75 * sin((x * 20.9 - 0.25) * .pi) + 0.33,
        -1.1 * sin((x * 20.9) * .pi),
      ][part]
    case .rainbow: [abs(2 * x - 0.5), sin(x * .pi), cos(x * .pi / 2)][part]
    }
  }

  /// D. A. Green, "A colour scheme for the display of astronomical intensity images", 2011, with its
  /// usual start, rotations and hue.
  private static func helix(_ part: Int, _ x: Double) -> Double {
    let amplitude = x * (1 - x) / 2
    let angle = 2 * .pi * (0.5 / 3 + -1.5 * x)
    let (a, b) = [(-0.14861, 1.78277), (-0.29227, -0.90649), (1.97294, 0.0)][part]
    return x + amplitude * (a * cos(angle) + b * sin(angle))
  }

  private static func peak(_ x: Double) -> Double {
    x < 0.25 ? 4 * x : x < 0.92 ? -2 * x + 1.84 : x / 0.08 - 11.5
  }
}
