/// An array of any rank, or a view of one: elements of one dtype at equal steps in shared memory.
///
/// ```swift
/// let a = try NDArray([1, 2, 3, 4, 5, 6], shape: [2, 3], budget: budget)  // float64[2,3]
/// a.transposed().strides  // [1, 3]
/// ```
///
/// A value of shape and place; the elements are shared by all copies, as NumPy's are.
public struct NDArray {
  public let storage: ArrayStorage
  public let dtype: DType
  /// Where the first element stands, in elements.
  public let offset: Int
  public let shape: [Int]
  /// Steps between neighbours along each axis, in elements; 0 where an axis repeats one element, below 0
  /// where it runs backwards.
  public let strides: [Int]
  /// The number of elements.
  public let count: Int

  /// Any view of `storage`, which the caller knows to be within it.
  public init(storage: ArrayStorage, dtype: DType, offset: Int, shape: [Int], strides: [Int]) {
    self.storage = storage
    self.dtype = dtype
    self.offset = offset
    self.shape = shape
    self.strides = strides
    // Other axes may be of any size where one is empty.
    count = shape.contains(0) ? 0 : shape.reduce(1, *)
  }

  /// A new array in row-major order whose elements are not known yet.
  ///
  /// - Throws: `memory`, also for sizes beyond 64 bits; `value` for a negative size.
  public init(uninitialized shape: [Int], _ dtype: DType, budget: ArrayBudget) throws(ArrayError) {
    let count = try NDArray.count(of: shape)
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: dtype.size)
    if overflow { throw .memory(byteCount: .max) }
    storage = try ArrayStorage(byteCount: byteCount, budget: budget)
    self.dtype = dtype
    offset = 0
    self.shape = shape
    strides = NDArray.rowMajorStrides(shape)
    self.count = count
  }

  /// A new `float64` array with these elements in row-major order, as many as `shape` has.
  public init(_ elements: [Double], shape: [Int], budget: ArrayBudget) throws(ArrayError) {
    try self.init(uninitialized: shape, .float64, budget: budget)
    elements.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pointer(Double.self).update(from: base, count: count) }
    }
  }

  /// A new array with one value everywhere.
  public init<E: ArrayElement>(
    repeating value: E, shape: [Int], budget: ArrayBudget
  ) throws(ArrayError) {
    try self.init(uninitialized: shape, E.dtype, budget: budget)
    pointer(E.self).update(repeating: value, count: count)
  }

  /// A new array of rank 0.
  public init<E: ArrayElement>(scalar value: E, budget: ArrayBudget) throws(ArrayError) {
    try self.init(repeating: value, shape: [], budget: budget)
  }

  // MARK: Shape

  /// The number of axes.
  public var rank: Int { shape.count }

  public var budget: ArrayBudget { storage.budget }

  /// Whether the elements stand one after another in row-major order.
  public var isContiguous: Bool {
    var step = 1
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      if shape[axis] == 0 { return true }
      if shape[axis] != 1 {
        if strides[axis] != step { return false }
        step *= shape[axis]
      }
    }
    return true
  }

  /// The product of `shape`.
  ///
  /// - Throws: `memory` when it is beyond 64 bits, `value` for a negative size.
  public static func count(of shape: [Int]) throws(ArrayError) -> Int {
    if shape.contains(where: { $0 < 0 }) { throw .value("negative dimensions are not allowed") }
    // Steps along axes are products of the sizes, of those of an array without elements too.
    var count = 1
    for size in shape where size != 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow { throw .memory(byteCount: .max) }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  public static func rowMajorStrides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 0, count: shape.count)
    var step = 1
    for axis in stride(from: shape.count - 1, through: 0, by: -1) {
      strides[axis] = step
      step &*= max(shape[axis], 1)
    }
    return strides
  }

  /// An axis as programs give it, from -rank to rank - 1, as an index into `shape`.
  public static func normalized(axis: Int, rank: Int) throws(ArrayError) -> Int {
    guard axis >= -rank, axis < rank else { throw .axis(axis, rank: rank) }
    return axis < 0 ? axis + rank : axis
  }

  // MARK: Elements

  /// The address of the first element; `E` must be the type of `dtype`.
  @inline(__always)
  public func pointer<E: ArrayElement>(_ type: E.Type) -> UnsafeMutablePointer<E> {
    storage.memory.assumingMemoryBound(to: E.self) + offset
  }

  /// The element at a distance from the first one, in elements, as a float.
  public func float(atOffset distance: Int) -> Double {
    switch dtype {
    case .float64: pointer(Double.self)[distance]
    case .int64: Double(pointer(Int64.self)[distance])
    case .bool: Double(pointer(UInt8.self)[distance])
    }
  }

  /// The same as an integer; a float is cut towards zero, and one beyond 64 bits gives the lowest.
  public func integer(atOffset distance: Int) -> Int64 {
    switch dtype {
    case .float64: Int64(exactly: pointer(Double.self)[distance].rounded(.towardZero)) ?? .min
    case .int64: pointer(Int64.self)[distance]
    case .bool: Int64(pointer(UInt8.self)[distance])
    }
  }

  /// The elements in row-major order as floats.
  public var floats: [Double] {
    var result: [Double] = []
    result.reserveCapacity(count)
    forEachOffset { result.append(float(atOffset: $0)) }
    return result
  }

  /// Hands the distance of each element from the first one to `body`, in row-major order.
  @inline(__always)
  public func forEachOffset(_ body: (Int) -> Void) {
    var loop = StridedLoop(shape, [strides])
    while let run = loop.next() {
      var place = run.starts[0]
      for _ in 0..<loop.runCount {
        body(place)
        place += loop.steps[0]
      }
    }
  }
}
