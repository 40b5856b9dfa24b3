import Backprop

/// What arrays take of a machine's memory: it counts as that of objects does, so that arrays make
/// collections due.
package final class HeapArrayBudget: ArrayBudget {
  /// `nil` when the heap is gone, which an array may outlive.
  private var counters: UnsafeMutablePointer<Heap.Counters>?
  private let limit: Int

  init(_ counters: UnsafeMutablePointer<Heap.Counters>, limit: Int) {
    self.counters = counters
    self.limit = limit
  }

  override package func take(_ byteCount: Int) -> Bool {
    guard let counters else { return true }
    if byteCount > limit - counters.pointee.allocated { return false }
    counters.pointee.allocated += byteCount
    return true
  }

  override package func giveBack(_ byteCount: Int) {
    counters?.pointee.allocated -= byteCount
  }

  /// Called when the heap ends.
  func forgetHeap() { counters = nil }
}
