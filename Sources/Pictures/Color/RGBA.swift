/// A colour by its parts, each from 0 to 1.
public struct RGBA: Hashable, Sendable {
  public var red, green, blue, alpha: Double

  /// A colour.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// An opaque colour from `0xRRGGBB`.
  public init(_ number: UInt32) {
    self.init(
      red: Double(number >> 16 & 0xFF) / 255, green: Double(number >> 8 & 0xFF) / 255,
      blue: Double(number & 0xFF) / 255)
  }

  public static let clear = RGBA(red: 0, green: 0, blue: 0, alpha: 0)

  public var parts: [Double] { [red, green, blue, alpha] }

  /// The nearest `0xRRGGBB`.
  public var number: UInt32 {
    [red, green, blue].reduce(0) { $0 << 8 | UInt32(min(max(($1 * 255).rounded(), 0), 255)) }
  }
}
