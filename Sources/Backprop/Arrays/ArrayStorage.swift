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

  deinit {
    budget.spares.keep(memory, byteCount)
    budget.giveBack(byteCount)
  }
}

/// Blocks that arrays have left, by size, for the next arrays of that size: a training loop asks for
/// the same sizes again and again.
final class SpareBlocks {
  private var blocks: [Int: [UnsafeMutableRawPointer]] = [:]
  private var total = 0
  /// More is given back to the system.
  private static let limit = 32 << 20

  func block(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    let size = SpareBlocks.rounded(byteCount)
    if let block = blocks[size]?.popLast() {
      total -= size
      return block
    }
    return aligned_alloc(64, size)
  }

  func keep(_ block: UnsafeMutableRawPointer, _ byteCount: Int) {
    let size = SpareBlocks.rounded(byteCount)
    guard total + size <= SpareBlocks.limit else { return free(block) }
    blocks[size, default: []].append(block)
    total += size
  }

  deinit {
    for list in blocks.values { list.forEach { free($0) } }
  }

  private static func rounded(_ byteCount: Int) -> Int { max(64, (byteCount + 63) & ~63) }
}
