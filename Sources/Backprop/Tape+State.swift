#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Tape {
  /// What a tape holds, all of it in memory of its own.
  @usableFromInline
  struct State {
    /// From malloc, so that growing can be realloc, which moves large buffers without copying them.
    @usableFromInline var memory: UnsafeMutablePointer<Entry>?
    @usableFromInline var count = 0
    @usableFromInline var capacity = 0
    @usableFromInline var limit: Int
    @usableFromInline var isFull = false
    /// Kept from sweep to sweep, since a short gradient would else spend its time in malloc.
    var scratch: UnsafeMutableRawPointer?
    var scratchSize = 0

    /// The entries; there is memory from the first one on, which every tape has.
    @inlinable
    var entries: UnsafeMutablePointer<Entry> { memory.unsafelyUnwrapped }

    init(limit: Int) {
      self.limit = State.clamp(limit)
    }

    /// Memory for a sweep, at least `size` bytes, not cleared; nil when there is none to have.
    mutating func scratch(size: Int) -> UnsafeMutableRawPointer? {
      if size > scratchSize {
        free(scratch)
        scratch = malloc(size)
        scratchSize = scratch == nil ? 0 : size
      }
      return scratch
    }

    /// Gives back what a long sweep needed; short ones keep theirs.
    mutating func trimScratch() {
      guard scratchSize > State.keptScratchSize else { return }
      free(scratch)
      scratch = nil
      scratchSize = 0
    }

    /// 1 MiB: above it a sweep takes far longer than malloc and the page faults that follow.
    static let keptScratchSize = 1 << 20

    /// Nodes are 32 bits wide, and entry 0 must have its place.
    static func clamp(_ limit: Int) -> Int {
      max(1, min(limit, Int(UInt32.max)))
    }

    mutating func freeMemory() {
      free(memory)
      free(scratch)
    }
  }
}
