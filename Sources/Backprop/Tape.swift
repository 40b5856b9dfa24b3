#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The record of a computation: one entry for each operation, in the order in which it ran.
///
/// ```swift
/// let tape = Tape()
/// let x = tape.input(Traced(3))
/// let y = tape.apply(.multiply, x, x)
/// tape.gradients(of: y, withRespectTo: [x.node])  // [6.0]
/// ```
///
/// Entries are 32 bytes in one raw buffer; a constant is no entry, but stands in the one that uses it.
/// Operands stand before the entries that use them, so going down the indices is a topological order. A
/// tape belongs to one thread.
///
/// Memory is bounded by `limit`: past it nothing is recorded, results come out as constants, and
/// `isFull` says so. Whoever records has to ask `isFull` before trusting a derivative.
public final class Tape {
  /// Behind a pointer, since fields of a class are checked for exclusive access at every use.
  @usableFromInline let state: UnsafeMutablePointer<State>
  /// What the entries `array` stand for, in the order of the entries. Unchecked, since short gradients
  /// ask for it all the time.
  @exclusivity(unchecked) var arrayEntries: [ArrayEntry] = []

  /// The limit that a tape has when none is given: 16 million entries, 512 MiB.
  public static let defaultLimit = 1 << 24

  /// An empty tape that will hold at most `limit` entries.
  public init(limit: Int = defaultLimit) {
    state = .allocate(capacity: 1)
    state.initialize(to: State(limit: limit))
    appendReservedEntry()
  }

  deinit {
    state.pointee.freeMemory()
    state.deallocate()
  }

  /// The number of entries, the reserved entry 0 included: the node that the next entry will get.
  @inlinable
  public var count: Int { state.pointee.count }

  /// The greatest number of entries that the tape will hold. Between 1 and 2³² - 1.
  public var limit: Int {
    get { state.pointee.limit }
    set { state.pointee.limit = State.clamp(newValue) }
  }

  /// Whether something could not be recorded, because of `limit` or for want of memory, since the
  /// tape was last truncated.
  @inlinable
  public var isFull: Bool { state.pointee.isFull }

  /// Notes that something could not be recorded, so that no derivative is trusted.
  public func noteLoss() { state.pointee.isFull = true }

  // MARK: Recording

  /// A fresh entry with the value of `traced`, to differentiate by.
  ///
  /// Of a constant it is an entry that depends on nothing. Of an entry it is a copy: what is computed
  /// from it depends on both, so that an inner derivative by the copy leaves the outer derivatives
  /// whole, and never counts what reaches the original on another way.
  @inlinable
  public func input(_ traced: Traced) -> Traced {
    guard holds(traced) else {
      return Traced(traced.value, node: append(.input, 0, 0, traced.value))
    }
    return Traced(traced.value, node: append(.copy, traced.node, 0, traced.value))
  }

  /// Records that the unary `operation` of `x` gave `value`. Of a constant the result is a constant.
  @inlinable
  public func record(_ operation: Operation, _ x: Traced, value: Double) -> Traced {
    guard holds(x) else { return Traced(value) }
    return Traced(value, node: append(operation, x.node, 0, value))
  }

  /// Records that the binary `operation` of `x` and `y` gave `value`. A constant operand stands in the
  /// entry itself; of two constants the result is a constant.
  @inlinable
  public func record(_ operation: Operation, _ x: Traced, _ y: Traced, value: Double) -> Traced {
    let (isLeft, isRight) = (holds(x), holds(y))
    guard isLeft || isRight else { return Traced(value) }
    let node = append(
      operation, isLeft ? x.node : 0, isRight ? y.node : 0, value,
      constant: isLeft ? y.value : x.value)
    return Traced(value, node: node)
  }

  /// Whether the number has an entry here. One whose entry was truncated away is a constant: no
  /// derivative by what it came from can be asked for any more, and its node must not be followed.
  /// (When other entries have taken the place since, only its owner can tell.)
  @inlinable
  @inline(__always)
  func holds(_ traced: Traced) -> Bool {
    // Node 0 wraps around to the greatest number.
    UInt(traced.node) &- 1 < UInt(bitPattern: state.pointee.count) &- 1
  }

  /// Computes and records a unary operation.
  public func apply(_ operation: Operation, _ x: Traced) -> Traced {
    record(operation, x, value: operation.value(x.value))
  }

  /// Computes and records a binary operation.
  public func apply(_ operation: Operation, _ x: Traced, _ y: Traced) -> Traced {
    record(operation, x, y, value: operation.value(x.value, y.value))
  }

  /// Appends an entry and gives its node; 0 when the tape is full.
  @inlinable
  func append(
    _ operation: Operation, _ left: UInt32, _ right: UInt32, _ value: Double, constant: Double = 0
  ) -> UInt32 {
    let node = state.pointee.count
    if node == state.pointee.capacity && !grow() { return 0 }
    state.pointee.entries[node] = Entry(
      operation: operation, left: left, right: right, value: value, constant: constant)
    state.pointee.count = node &+ 1
    return UInt32(truncatingIfNeeded: node)
  }

  // MARK: Forgetting

  /// Forgets every entry from `count` on, and that the tape was full. The memory is kept for what
  /// comes next. A count beyond the tape's changes nothing; entry 0 always stays.
  public func truncate(to count: Int) {
    state.pointee.count = max(1, min(count, state.pointee.count))
    state.pointee.isFull = false
    if !arrayEntries.isEmpty { truncateArrays(to: state.pointee.count) }
  }

  /// Forgets every entry and gives the memory back.
  public func removeAll() {
    state.pointee.freeMemory()
    state.pointee = State(limit: state.pointee.limit)
    arrayEntries = []
    appendReservedEntry()
  }

  /// What the entries take; the arrays that they hold are not counted.
  public var byteCount: Int {
    state.pointee.capacity * MemoryLayout<Entry>.stride
      + arrayEntries.count * MemoryLayout<ArrayEntry>.stride
  }

  // MARK: Reading

  /// The value of an entry that is on the tape.
  @inline(__always)
  func value(of node: UInt32) -> Double { state.pointee.entries[Int(node)].value }

  @inline(__always)
  func operation(of node: UInt32) -> Operation { state.pointee.entries[Int(node)].operation }

  @inline(__always)
  func entry(_ node: Int) -> Entry { state.pointee.entries[node] }

  /// The left operand of an entry that is no array.
  @inline(__always)
  func left(of entry: Entry) -> Traced {
    let operand = Traced(value(of: entry.left), node: entry.left)
    return operand.isConstant ? Traced(entry.constant) : operand
  }

  /// The right operand likewise; of no meaning for a unary operation.
  @inline(__always)
  func right(of entry: Entry) -> Traced {
    let operand = Traced(value(of: entry.right), node: entry.right)
    return operand.isConstant ? Traced(entry.constant) : operand
  }

  // MARK: Memory

  /// Node 0 means "no entry", so its place is taken before anything is recorded.
  private func appendReservedEntry() {
    _ = append(.input, 0, 0, .nan)
  }

  /// Makes room for one more entry, or notes that there is none.
  @usableFromInline
  @inline(never)
  func grow() -> Bool {
    let old = state.pointee.capacity
    // By half, so that an entry never takes more than 48 bytes.
    let wanted = min(max(old + old / 2, 64), state.pointee.limit)
    let bytes = wanted * MemoryLayout<Entry>.stride
    guard wanted > old, let memory = realloc(state.pointee.memory, bytes) else {
      state.pointee.isFull = true
      return false
    }
    state.pointee.memory = memory.bindMemory(to: Entry.self, capacity: wanted)
    state.pointee.capacity = wanted
    return true
  }
}

/// One operation of a computation: 32 bytes.
@usableFromInline
struct Entry {
  @usableFromInline let operation: Operation
  /// The nodes of the operands, both less than the entry's own; 0 for a constant, and where there is
  /// none.
  @usableFromInline let left: UInt32
  @usableFromInline let right: UInt32
  @usableFromInline let value: Double
  /// The value of the operand that is a constant, if one is.
  @usableFromInline let constant: Double

  @inlinable
  init(operation: Operation, left: UInt32, right: UInt32, value: Double, constant: Double) {
    self.operation = operation
    self.left = left
    self.right = right
    self.value = value
    self.constant = constant
  }
}
