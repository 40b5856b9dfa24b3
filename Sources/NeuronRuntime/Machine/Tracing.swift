import Backprop

/// The derivatives that are being taken: which values are traced, and which calls are noted.
package struct Tracing {
  /// Nesting of `grad` and its kin; 0 when nothing is traced.
  package private(set) var depth = 0 {
    didSet { markTraced() }
  }
  /// Counts outermost derivatives: a traced value that outlived its own is a constant. All of it is in
  /// each value, so when it comes round, no value may be left that an earlier one traced.
  private var epoch: UInt16 = 0 {
    didSet { markTraced() }
  }
  /// The lower half of the tag of every float that is traced now, NumPy's flag apart; 0, which no float
  /// has, when nothing is traced.
  private(set) var tracedTag: UInt32 = 0
  /// The same without end, for values that have room for it.
  package private(set) var run: UInt64 = 0
  /// Calls of the program's functions, in the order in which they began, while `backprop` runs.
  package var calls: [Call] = []

  /// Traced numbers that were written in full, by their bits: one that is read from a text again has lost
  /// its derivative, which is 1 and not 0.
  private var written: Set<UInt64> = []

  /// Enough for any sensible program, and no matter for one that prints all the time.
  private static let writtenLimit = 4096

  /// One call of a function of the program.
  package struct Call {
    package var function: String
    /// `tape.count` when it began.
    package var begunAt: Int
    /// What it returned, if it has.
    package var result: Value?
  }

  /// - Returns: the epoch that has begun; nil within another derivative. Where it is 0, the epochs begin
  ///   anew, and so every traced value must be made a constant.
  mutating func begin() -> UInt16? {
    depth += 1
    if depth > 1 { return nil }
    if !written.isEmpty { written.removeAll() }
    epoch &+= 1
    run += 1
    return epoch
  }

  /// An epoch near the end of all; a safe point comes before that.
  static let lastEpochs: UInt16 = .max - 255

  package mutating func end() {
    depth -= 1
  }

  /// Notes that a traced number was written as text.
  mutating func noteText(of value: Value) {
    guard depth > 0, written.count < Self.writtenLimit else { return }
    written.insert(value.payload)
  }

  /// Whether a number that was read from a text may be a traced one that was written before.
  func mayComeFromTraced(_ number: Double) -> Bool {
    depth > 0 && written.contains(number.bitPattern)
  }

  mutating func abandon(_ tape: Tape) {
    depth = 0
    calls = []
    tape.truncate(to: 1)
  }

  private mutating func markTraced() {
    tracedTag = depth == 0 ? 0 : UInt32(Value.floatTag) | UInt32(epoch) << 16
  }

  /// A float with its tape entry, if it has one that still counts.
  @inline(__always)
  package func traced(_ value: Value) -> Traced {
    guard Self.flagless(value.tag) == tracedTag else { return Traced(value.float) }
    return Traced(value.float, node: UInt32(truncatingIfNeeded: value.tag >> 32))
  }

  /// The same of a float or a small integer; `nil` for anything else, and for a float that an earlier
  /// derivative traced.
  @inline(__always)
  func operand(_ value: Value) -> Traced? {
    let tag = Self.flagless(value.tag)
    if tag == tracedTag {
      return Traced(value.float, node: UInt32(truncatingIfNeeded: value.tag >> 32))
    }
    if tag == UInt32(Value.floatTag) { return Traced(value.float) }
    return tag == UInt32(Value.intTag) ? Traced(Double(value.int)) : nil
  }

  @inline(__always)
  private static func flagless(_ tag: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: tag & ~Value.numpyFlag)
  }

  /// The value of the language for a number with its tape entry.
  @inline(__always)
  package func value(_ traced: Traced, isNumPy: Bool) -> Value {
    value(traced, flags: isNumPy ? Value.numpyFlag : 0)
  }

  @inline(__always)
  func value(_ traced: Traced, flags: UInt64) -> Value {
    if traced.node == 0 {
      return Value(tag: Value.floatTag | flags, payload: traced.value.bitPattern)
    }
    return Value(
      tag: Value.floatTag | flags | UInt64(epoch) << 16 | UInt64(traced.node) << 32,
      payload: traced.value.bitPattern)
  }

  func visitValues(_ visit: (Value) -> Void) {
    for call in calls { if let result = call.result { visit(result) } }
  }
}
