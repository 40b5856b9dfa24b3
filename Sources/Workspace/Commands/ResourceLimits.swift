import NeuronRuntime

/// What a lesson or program may take, where that differs from the standard limits; `nil` leaves those.
public struct ResourceLimits: Sendable {
  /// Units of work.
  public var steps: Int?
  /// Calls under way at once.
  public var depth: Int?
  /// Mebibytes of all values alive at once.
  public var memory: Int?
  /// Kibibytes that one cell or program may print.
  public var output: Int?

  /// Deeper than this the stack of a lesson's thread might not do for what calls itself through
  /// operators and printing.
  public static let deepest = 20_000

  /// The standard limits.
  public init() {}

  /// What holds where nothing else is said, in the same units.
  public static let standard = (
    steps: Limits.standard.steps, depth: Limits.standard.depth,
    memory: Limits.standard.memory >> 20, output: Limits.standard.output >> 10
  )

  /// These, and the others' where nothing is said.
  func completed(by others: ResourceLimits) -> ResourceLimits {
    var result = self
    result.steps = steps ?? others.steps
    result.depth = depth ?? others.depth
    result.memory = memory ?? others.memory
    result.output = output ?? others.output
    return result
  }

  var limits: Limits {
    var limits = Limits.standard
    if let steps { limits.steps = steps }
    if let depth { limits.depth = min(depth, Self.deepest) }
    if let memory { limits.memory = Self.bytes(memory, shift: 20) }
    if let output { limits.output = Self.bytes(output, shift: 10) }
    return limits
  }

  private static func bytes(_ count: Int, shift: Int) -> Int {
    min(count, Int.max >> (shift + 1)) << shift
  }
}
