#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What arrays may take together. Its owner decides; results take from the budget of their operands.
open class ArrayBudget {
  public init() {}

  /// Whether `byteCount` more may be had; if so they are taken.
  open func take(_ byteCount: Int) -> Bool { true }

  /// Gives bytes back that were taken.
  open func giveBack(_ byteCount: Int) {}

  /// Lets blocks of equal size be used again without asking the system, whose pages come one by one.
  let spares = SpareBlocks()
}

/// The memory of an array and of its views.
public final class ArrayStorage {
  /// Aligned to 64 bytes.
  public let memory: UnsafeMutableRawPointer
  public let byteCount: Int
  public let budget: ArrayBudget
  /// Whether a view of another shape or place was made: a change would show in both.
  public var isShared = false
  /// Whether the program has an array of it.
  public var isHeld = false
  /// Whether the program has several arrays of it, and it is not known how they lie to each other.
  public var hasUnknownViews = false
  /// Whether an entry of a tape holds it, so that a change would falsify a derivative.
  public var isRecorded = false

  /// Memory of which nothing is known.
  ///
  /// - Throws: `memory` when the budget or the system has no more.
  public init(byteCount: Int, budget: ArrayBudget) throws(ArrayError) {
    guard budget.take(byteCount) else { throw .memory(byteCount: byteCount) }
    guard let memory = budget.spares.block(byteCount) else {
      budget.giveBack(byteCount)
      throw .memory(byteCount: byteCount)
    }
    self.memory = memory
    self.byteCount = byteCount
    self.budget = budget
  }

  /// The same bytes in memory of their own.
  func copy() throws(ArrayError) -> ArrayStorage {
    let copy = try ArrayStorage(byteCount: byteCount, budget: budget)
    copy.memory.copyMemory(from: memory, byteCount: byteCount)
    return copy
  }

  deinit {
    budget.spares.keep(memory, byteCount)
    budget.giveBack(byteCount)
  }
}

/// Blocks that arrays have left, by size, for the next arrays of that size: a training loop asks for
/// the same sizes again and again.
final class SpareBlocks {
  /// Small blocks, number i of (i + 1) lines of 64 bytes; the sizes of most arrays in lessons.
  private var small = [[UnsafeMutableRawPointer]](repeating: [], count: 64)
  private var large: [Int: [UnsafeMutableRawPointer]] = [:]
  private var total = 0
  /// More is given back to the system.
  private static let limit = 32 << 20

  func block(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    let lines = SpareBlocks.lineCount(byteCount)
    let spare = lines <= small.count ? small[lines - 1].popLast() : large[lines]?.popLast()
    if let spare {
      total -= lines * 64
      return spare
    }
    return aligned_alloc(64, lines * 64)
  }

  func keep(_ block: UnsafeMutableRawPointer, _ byteCount: Int) {
    let lines = SpareBlocks.lineCount(byteCount)
    guard total + lines * 64 <= SpareBlocks.limit else { return free(block) }
    if lines <= small.count {
      small[lines - 1].append(block)
    } else {
      large[lines, default: []].append(block)
    }
    total += lines * 64
  }

  deinit {
    for list in small { list.forEach { free($0) } }
    for list in large.values { list.forEach { free($0) } }
  }

  private static func lineCount(_ byteCount: Int) -> Int { max(1, (byteCount + 63) / 64) }
}
