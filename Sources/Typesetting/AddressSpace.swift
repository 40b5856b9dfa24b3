#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The addresses that the process may still use, which `ulimit -v` bounds.
enum AddressSpace {
  /// JavaScriptCore reserves this for its heaps, in one piece, and aborts the process where it cannot:
  /// with 6 GB it was seen to, with 8 GB not.
  static let engineNeeds = 8 << 30

  /// Whether so many bytes could be reserved. None of them takes memory.
  static func hasRoom(for size: Int) -> Bool {
    let pages = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let pages, pages != MAP_FAILED else { return false }
    munmap(pages, size)
    return true
  }
}
