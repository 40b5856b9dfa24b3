/// Memory for small things, in cells of a few sizes that are cut from pages and given out again.
///
///     page   next page ┃ cell │ cell │ cell │ …      all of one size, a multiple of 16 bytes
///     free cell        next free cell of its size, then 0 where an object has its kind
///
/// What is larger than the largest cell comes from the system's allocator. `Heap` has one allocator for
/// objects, whose pages it walks when it sweeps, and one for the buffers of lists, which it does not.
struct CellAllocator: ~Copyable {
  static let largestCell = 512
  private static let grain = 16
  private static let pageSize = 64 << 10
  private static let pageHeader = 16
  private static let classCount = largestCell / grain + 1
  /// Pages without a cell in use that are kept for each size: a loop's garbage fits into them.
  private static let spareBytes = 8 << 20

  /// For each size: the first free cell, 0 when there is none.
  private let free: UnsafeMutablePointer<UInt>
  /// For each size: the first page, 0 when there is none.
  private let pages: UnsafeMutablePointer<UInt>

  init() {
    free = .allocate(capacity: Self.classCount)
    free.initialize(repeating: 0, count: Self.classCount)
    pages = .allocate(capacity: Self.classCount)
    pages.initialize(repeating: 0, count: Self.classCount)
  }

  deinit {
    for sizeClass in 0..<Self.classCount {
      var current = pages[sizeClass]
      while let page = UnsafeMutableRawPointer(bitPattern: current) {
        current = page.load(as: UInt.self)
        page.deallocate()
      }
    }
    free.deallocate()
    pages.deallocate()
  }

  @inline(__always)
  static func sizeClass(of size: Int) -> Int { (size &+ (grain &- 1)) / grain }

  /// A cell for `size` bytes, at most `largestCell`.
  @inline(__always)
  func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let sizeClass = Self.sizeClass(of: size)
    guard let cell = UnsafeMutableRawPointer(bitPattern: free[sizeClass]) else {
      return allocateFromNewPage(sizeClass)
    }
    free[sizeClass] = cell.load(as: UInt.self)
    return cell
  }

  /// Gives back a cell that was asked for with `size` bytes.
  @inline(__always)
  func deallocate(_ cell: UnsafeMutableRawPointer, size: Int) {
    let sizeClass = Self.sizeClass(of: size)
    cell.storeBytes(of: free[sizeClass], as: UInt.self)
    free[sizeClass] = UInt(bitPattern: cell)
  }

  @inline(never)
  private func allocateFromNewPage(_ sizeClass: Int) -> UnsafeMutableRawPointer {
    let page = UnsafeMutableRawPointer.allocate(
      byteCount: Self.pageSize, alignment: Self.grain)
    page.storeBytes(of: pages[sizeClass], as: UInt.self)
    pages[sizeClass] = UInt(bitPattern: page)
    let size = sizeClass * Self.grain
    let first = page + Self.pageHeader
    var next: UInt = 0
    var offset = (Self.cellCount(sizeClass) - 1) * size
    while offset > 0 {
      let cell = first + offset
      cell.storeBytes(of: next, as: UInt.self)
      cell.storeBytes(of: 0, toByteOffset: 8, as: UInt.self)
      next = UInt(bitPattern: cell)
      offset -= size
    }
    free[sizeClass] = next
    return first
  }

  private static func cellCount(_ sizeClass: Int) -> Int {
    (pageSize - pageHeader) / (sizeClass * grain)
  }

  // MARK: Sweeping

  /// Walks every object; `survives` says whether one is kept, and else has ended it.
  ///
  /// The cells of those that are not kept are free afterwards, in the order of their addresses, so that
  /// what is allocated together stands together. Pages left without an object go back to the system, but
  /// for a few.
  func sweep(_ survives: (UnsafeMutablePointer<ObjectHeader>) -> Bool) {
    for sizeClass in 1..<Self.classCount where pages[sizeClass] != 0 {
      sweep(sizeClass, survives)
    }
  }

  private func sweep(
    _ sizeClass: Int, _ survives: (UnsafeMutablePointer<ObjectHeader>) -> Bool
  ) {
    let size = sizeClass * Self.grain
    let count = Self.cellCount(sizeClass)
    var spare = Self.spareBytes / Self.pageSize
    var allFree: UInt = 0
    var kept: UInt = 0
    var current = pages[sizeClass]
    while let page = UnsafeMutableRawPointer(bitPattern: current) {
      current = page.load(as: UInt.self)
      let before = allFree
      var used = 0
      var cell = page + Self.pageHeader + count * size
      for _ in 0..<count {
        cell -= size
        let header = cell.assumingMemoryBound(to: ObjectHeader.self)
        if header.pointee.kind != .unbound {
          if survives(header) {
            used += 1
            continue
          }
          header.pointee.kind = .unbound
        }
        cell.storeBytes(of: allFree, as: UInt.self)
        allFree = UInt(bitPattern: cell)
      }
      if used == 0 {
        if spare == 0 {
          allFree = before
          page.deallocate()
          continue
        }
        spare -= 1
      }
      page.storeBytes(of: kept, as: UInt.self)
      kept = UInt(bitPattern: page)
    }
    pages[sizeClass] = kept
    free[sizeClass] = allFree
  }

  /// Walks every object and changes none's life.
  func visitObjects(_ visit: (UnsafeMutablePointer<ObjectHeader>) -> Void) {
    for sizeClass in 1..<Self.classCount {
      var current = pages[sizeClass]
      while let page = UnsafeMutableRawPointer(bitPattern: current) {
        current = page.load(as: UInt.self)
        var cell = page + Self.pageHeader
        for _ in 0..<Self.cellCount(sizeClass) {
          let header = cell.assumingMemoryBound(to: ObjectHeader.self)
          if header.pointee.kind != .unbound { visit(header) }
          cell += sizeClass * Self.grain
        }
      }
    }
  }
}
