#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Lists and the buffers of their items, which are cells as long as they are small.

extension Heap {
  package func list(_ items: [Value]) throws(Interruption) -> Value {
    let list = try emptyList(capacity: items.count)
    items.withUnsafeBufferPointer { items in
      guard let start = items.baseAddress else { return }
      list.listObject.pointee.items.update(from: start, count: items.count)
    }
    list.listObject.pointee.count = items.count
    return list
  }

  func list(copying items: UnsafeMutablePointer<Value>, count: Int) throws(Interruption) -> Value {
    let list = try emptyList(capacity: count)
    list.listObject.pointee.items.update(from: items, count: count)
    list.listObject.pointee.count = count
    return list
  }

  func emptyList(capacity: Int) throws(Interruption) -> Value {
    let capacity = capacity == 0 ? 4 : capacity
    let (extra, overflow) = capacity.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    if overflow { throw .memoryLimit(limit) }
    try reserve(extra)
    let items = try allocateItems(capacity)
    let object = allocate(ListObject.self, kind: .list)
    object.pointee.count = 0
    object.pointee.capacity = capacity
    object.pointee.items = items
    object.pointee.header.size += extra
    allocated += extra
    return Value(.list, object)
  }

  @inline(__always)
  func append(_ item: Value, to list: Value) throws(Interruption) {
    let object = list.listObject
    if object.pointee.count == object.pointee.capacity {
      try grow(object, toHold: object.pointee.count + 1)
    }
    object.pointee.items[object.pointee.count] = item
    object.pointee.count += 1
  }

  /// Grows by half and a few, at least to `count` items.
  func grow(
    _ object: UnsafeMutablePointer<ListObject>, toHold count: Int
  ) throws(Interruption) {
    guard count > object.pointee.capacity else { return }
    let capacity = max(count, object.pointee.capacity + object.pointee.capacity / 2 + 2)
    let extra = (capacity - object.pointee.capacity) * MemoryLayout<Value>.stride
    try reserve(extra)
    try resizeItems(object, to: capacity)
    object.pointee.header.size += extra
    allocated += extra
  }

  private func allocateItems(
    _ capacity: Int
  ) throws(Interruption) -> UnsafeMutablePointer<Value> {
    let size = capacity * MemoryLayout<Value>.stride
    let memory = size > CellAllocator.largestCell ? malloc(size) : buffers.allocate(size)
    guard let memory else { throw .memoryLimit(limit) }
    return memory.assumingMemoryBound(to: Value.self)
  }

  func deallocateItems(_ object: UnsafeMutablePointer<ListObject>) {
    let size = object.pointee.capacity * MemoryLayout<Value>.stride
    if size > CellAllocator.largestCell {
      free(object.pointee.items)
    } else {
      buffers.deallocate(object.pointee.items, size: size)
    }
  }

  /// Gives a list room for more items than it has.
  private func resizeItems(
    _ object: UnsafeMutablePointer<ListObject>, to capacity: Int
  ) throws(Interruption) {
    let stride = MemoryLayout<Value>.stride
    if object.pointee.capacity * stride > CellAllocator.largestCell {
      // The system moves a large buffer without copying it.
      guard let memory = realloc(object.pointee.items, capacity * stride) else {
        throw .memoryLimit(limit)
      }
      object.pointee.items = memory.assumingMemoryBound(to: Value.self)
    } else {
      let items = try allocateItems(capacity)
      items.update(from: object.pointee.items, count: object.pointee.count)
      deallocateItems(object)
      object.pointee.items = items
    }
    object.pointee.capacity = capacity
  }
}
