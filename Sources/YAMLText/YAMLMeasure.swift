/// Upper bounds on what a YAML text holds, from its bytes alone: Yams makes its tree by recursion, and
/// compares keys through aliases, so a hostile text must not reach it.
struct YAMLMeasure {
  /// Levels; no schema here has more than three.
  private static let maximumDepth = 32
  /// Aliases, before an anchor is refused unseen: so many can stand for 2^n nodes.
  private static let maximumAliases = 16

  private var depth = 0
  private var aliases = 0
  private var anchors = 0
  private var brackets = 0
  private var marks = 0
  private var isAtLineFront = true
  private var previous = UInt8(ascii: "\n")

  /// Whether a text may nest deep or multiply. Errs on the side of reading, since texts have brackets
  /// and stars of their own.
  static func isHostile(_ bytes: ArraySlice<UInt8>) -> Bool {
    var measure = YAMLMeasure()
    for byte in bytes { measure.take(byte) }
    return measure.depth > maximumDepth || measure.aliases > maximumAliases && measure.anchors > 0
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x0A, 0x0D:
      isAtLineFront = true
      marks = 0
    case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(brackets - 1, 0)
    case UInt8(ascii: "*") where isAfterBreak: aliases += 1
    case UInt8(ascii: "&") where isAfterBreak: anchors += 1
    case UInt8(ascii: "-"), UInt8(ascii: "?"), 0x20, 0x09: break
    default: isAtLineFront = false
    }
    if isAtLineFront, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == 0x20 {
      marks += 1
    }
    // Two bytes at a line's front make one level at most: a mark and its space.
    depth = max(depth, brackets, marks / 2)
    previous = byte
  }

  private var isAfterBreak: Bool {
    switch previous {
    case 0x09...0x0D, 0x20, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): true
    default: false
    }
  }
}
