/// What a program may use. All limits are deterministic: the same program stops at the same place on
/// every machine.
public struct Limits: Sendable, Hashable {
  /// Units of work: a unit is about one instruction, and a turn of a loop or a call counts four more.
  public var steps: Int
  /// Calls under way at once; 1,000 is CPython's own.
  public var depth: Int
  /// Bytes of all values alive at once, as the machine accounts for them.
  public var memory: Int
  /// Bytes that one cell or program may print.
  public var output: Int
  /// Operations recorded on the tape at once.
  public var tape: Int

  /// Generous: ten thousand million steps are half a minute of hard work, an endless loop ends in
  /// about ten seconds.
  public static let standard = Limits(
    steps: 10_000_000_000, depth: 1_000, memory: 2 << 30, output: 64 << 20, tape: 1 << 24)

  public init(steps: Int, depth: Int, memory: Int, output: Int, tape: Int) {
    self.steps = steps
    self.depth = depth
    self.memory = memory
    self.output = output
    self.tape = tape
  }
}
