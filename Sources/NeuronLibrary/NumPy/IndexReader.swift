import Backprop
import NeuronRuntime

/// Reads the parts of an index.
struct IndexReader {
  private enum Part {
    case position(Value)
    case slice(Value)
    /// All of an axis, for which no slice was written.
    case all
    case newAxis
    case ellipsis
    /// Positions along one axis.
    case integers(NDArray)
    /// A truth for each element of some axes, one or more.
    case mask(NDArray)
    /// One truth: an axis of one element, or of none.
    case truth(Bool)
  }

  private let machine: Machine
  private let shape: [Int]
  private var parts: [Part] = []

  /// - Parameter strides: in whose steps places are told: those of the array for a place in memory,
  ///   those of row-major order for positions.
  static func read(
    _ index: Value, shape: [Int], strides: [Int], _ machine: Machine
  ) throws(Interruption) -> ArrayIndex {
    if index.kind == .int, let size = shape.first {
      let position = try checked(index.int, axis: 0, size: size)
      return .basic(BasicIndex([.position(position)]), isElement: shape.count == 1)
    }
    var reader = IndexReader(machine: machine, shape: shape)
    for part in index.kind == .tuple ? machine.elements(of: index) : [index] {
      reader.parts.append(try reader.part(part))
    }
    try reader.expandEllipsis()
    return try reader.isAdvanced ? .advanced(reader.advanced(strides)) : reader.basic()
  }

  private init(machine: Machine, shape: [Int]) {
    self.machine = machine
    self.shape = shape
  }

  // MARK: Parts

  private static let invalid = Interruption.raised(
    .index,
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"
  )

  private func part(_ value: Value) throws(Interruption) -> Part {
    switch value.kind {
    case .int: return .position(value)
    case .slice: return .slice(value)
    case .none: return .newAxis
    case .ellipsis: return .ellipsis
    case .bool: return .truth(value.isTrueBool)
    case .list, .tuple, .range: return try part(ofSequence: value)
    case .instance:
      let index = try machine.indexValue(value)
      guard index.kind == .int else { throw Self.invalid }
      return .position(index)
    case .foreign:
      guard let array = machine.arrayValue(value)?.array else { throw Self.invalid }
      return try part(of: array)
    default: throw Self.invalid
    }
  }

  private func part(ofSequence value: Value) throws(Interruption) -> Part {
    let array: NDArray
    do throws(Interruption) {
      array = try machine.arrayArgument(value, "array").array
    } catch {
      if machine.isException(error, .type) { throw Self.invalid }
      throw error
    }
    // Of nothing it is not known that these are no integers.
    if array.count == 0, array.dtype == .float64 {
      return .integers(
        try machine.attempt { () throws(ArrayError) in try array.converted(to: .int64) })
    }
    if array.dtype == .float64 { throw Self.invalid }
    return try part(of: array)
  }

  private func part(of array: NDArray) throws(Interruption) -> Part {
    switch array.dtype {
    case .float64:
      throw .raised(.index, "arrays used as indices must be of integer (or boolean) type")
    case .bool:
      return array.rank == 0 ? .truth(array.float(atOffset: 0) != 0) : .mask(array)
    case .int64:
      return array.rank == 0
        ? .position(Value(Int(array.integer(atOffset: 0)))) : .integers(array)
    }
  }

  /// How many axes a part takes.
  private func axisCount(_ part: Part) -> Int {
    switch part {
    case .position, .slice, .all, .integers: 1
    case .mask(let mask): mask.rank
    case .newAxis, .ellipsis, .truth: 0
    }
  }

  /// Puts whole slices in the place of `...`, and behind the last part.
  private mutating func expandEllipsis() throws(Interruption) {
    let taken = parts.reduce(0) { $0 + axisCount($1) }
    if taken > shape.count {
      throw .raised(
        .index,
        "too many indices for array: array is \(shape.count)-dimensional, but \(taken) were indexed"
      )
    }
    let places = parts.indices.filter {
      if case .ellipsis = parts[$0] { true } else { false }
    }
    if places.count > 1 {
      throw .raised(.index, "an index can only have a single ellipsis ('...')")
    }
    let slices = Array(repeating: Part.all, count: shape.count - taken)
    if let place = places.first {
      parts.replaceSubrange(place...place, with: slices)
      hasEllipsis = true
    } else {
      parts += slices
    }
  }

  private var hasEllipsis = false

  private var isAdvanced: Bool {
    parts.contains {
      switch $0 {
      case .integers, .mask, .truth: true
      default: false
      }
    }
  }

  // MARK: Basic indices

  private static func checked(
    _ index: Int, axis: Int, size: Int
  ) throws(Interruption) -> Int {
    let position = index < 0 ? index &+ size : index
    guard position >= 0, position < size else {
      throw .raised(.index, "index \(index) is out of bounds for axis \(axis) with size \(size)")
    }
    return position
  }

  private func basic() throws(Interruption) -> ArrayIndex {
    var items: [BasicIndex.Item] = []
    var axis = 0
    var isElement = !hasEllipsis
    for part in parts {
      switch part {
      case .position(let value):
        items.append(.position(try Self.checked(value.int, axis: axis, size: shape[axis])))
        axis += 1
      case .slice(let slice):
        let picked = try machine.slicePositions(slice, count: shape[axis])
        items.append(.slice(start: picked.start, count: picked.count, step: picked.step))
        axis += 1
        isElement = false
      case .all:
        items.append(.slice(start: 0, count: shape[axis], step: 1))
        axis += 1
        isElement = false
      default:
        items.append(.newAxis)
        isElement = false
      }
    }
    if items.count(where: { $0 == .newAxis }) + shape.count > NestedSequence.largestRank {
      throw .raised(
        .index, "number of dimensions must be within [0, 64], indexing result would have more")
    }
    return .basic(BasicIndex(items), isElement: isElement)
  }

  // MARK: Advanced indices

  /// An axis of the result that a slice or a new axis gives.
  private struct PlainAxis {
    var count: Int
    var start: Int
    var step: Int
    /// How many advanced parts stand before it.
    var isBehind: Bool
  }

  private func advanced(_ strides: [Int]) throws(Interruption) -> AdvancedIndex {
    var arrays: [(positions: NDArray, axis: Int)] = []
    var plain: [PlainAxis] = []
    var axis = 0
    // Advanced parts that a slice or a new axis separates come first in the result.
    var (hasBegun, hasEnded, isSeparated) = (false, false, false)
    for part in parts {
      switch part {
      case .slice(let slice):
        let picked = try machine.slicePositions(slice, count: shape[axis])
        plain.append(
          PlainAxis(
            count: picked.count, start: picked.count > 0 ? picked.start * strides[axis] : 0,
            step: picked.step * strides[axis], isBehind: hasBegun))
        axis += 1
        hasEnded = hasBegun
        continue
      case .all:
        plain.append(
          PlainAxis(count: shape[axis], start: 0, step: strides[axis], isBehind: hasBegun))
        axis += 1
        hasEnded = hasBegun
        continue
      case .newAxis:
        plain.append(PlainAxis(count: 1, start: 0, step: 0, isBehind: hasBegun))
        hasEnded = hasBegun
        continue
      case .position(let value):
        let position = try Self.checked(value.int, axis: axis, size: shape[axis])
        arrays.append((try machine.scalar(Int64(position)), axis))
        axis += 1
      case .integers(let positions):
        arrays.append((positions, axis))
        axis += 1
      case .mask(let mask):
        arrays += try positions(of: mask, firstAxis: axis)
        axis += mask.rank
      case .truth(let truth):
        let none = try machine.attempt { () throws(ArrayError) in
          try NDArray(repeating: Int64(0), shape: [truth ? 1 : 0], budget: machine.budget)
        }
        arrays.append((none, -1))
      case .ellipsis: continue
      }
      isSeparated = isSeparated || hasEnded
      hasBegun = true
    }
    return try joined(arrays, plain, strides, isSeparated: isSeparated)
  }

  private func positions(
    of mask: NDArray, firstAxis: Int
  ) throws(Interruption) -> [(positions: NDArray, axis: Int)] {
    for (place, size) in mask.shape.enumerated() where size != shape[firstAxis + place] {
      throw .raised(
        .index,
        "boolean index did not match indexed array along axis \(firstAxis + place); size of axis is \(shape[firstAxis + place]) but size of corresponding boolean axis is \(size)"
      )
    }
    try machine.charge(mask.count / 8)
    return try machine.attempt { () throws(ArrayError) in
      let flat = try mask.nonzeroPositions()
      if mask.rank == 1 { return [(flat, firstAxis)] }
      var result: [(positions: NDArray, axis: Int)] = []
      var unit = 1
      for place in stride(from: mask.rank - 1, through: 0, by: -1) {
        let size = try NDArray(scalar: Int64(max(mask.shape[place], 1)), budget: flat.budget)
        let step = try NDArray(scalar: Int64(unit), budget: flat.budget)
        let above = try NDArray.integers(.floorDivide, flat, step)
        result.insert((try NDArray.integers(.modulo, above, size), firstAxis + place), at: 0)
        unit *= max(mask.shape[place], 1)
      }
      return result
    }
  }

  private func joined(
    _ arrays: [(positions: NDArray, axis: Int)], _ plain: [PlainAxis], _ strides: [Int],
    isSeparated: Bool
  ) throws(Interruption) -> AdvancedIndex {
    let common: [Int]
    if let shape = try? NDArray.broadcastShape(of: arrays.map(\.positions.shape)) {
      common = shape
    } else {
      let shapes = arrays.map(\.positions.shape).filter { !$0.isEmpty }
      let texts = shapes.map { shapeText($0) + " " }.joined()
      throw .raised(
        .index,
        "shape mismatch: indexing arrays could not be broadcast together with shapes \(texts)")
    }
    let count = try machine.attempt { () throws(ArrayError) in try NDArray.count(of: common) }
    try machine.reserve(count, times: MemoryLayout<Int>.stride)
    try machine.charge(count)
    var picked = [Int](repeating: 0, count: count)
    // Of places from which nothing is taken NumPy does not ask whether they are there.
    let isEmpty = plain.contains { $0.count == 0 }
    for (positions, axis) in arrays where axis >= 0 {
      let spread = try machine.attempt { () throws(ArrayError) in
        try positions.broadcast(to: common).contiguous()
      }
      let places = spread.pointer(Int64.self)
      let (size, step) = (shape[axis], strides[axis])
      for index in 0..<count {
        let given = Int(places[index])
        if isEmpty { continue }
        picked[index] += try Self.checked(given, axis: axis, size: size) * step
      }
    }
    let before = isSeparated ? [] : plain.filter { !$0.isBehind }
    let behind = isSeparated ? plain : plain.filter(\.isBehind)
    let result = AdvancedIndex(
      before: try offsets(before), picked: picked, behind: try offsets(behind),
      shape: before.map(\.count) + common + behind.map(\.count), isMask: isFullMask)
    if result.shape.count > NestedSequence.largestRank {
      throw .raised(.index, "an index may give at most \(NestedSequence.largestRank) axes")
    }
    return result
  }

  private var isFullMask: Bool {
    guard parts.count == 1, case .mask(let mask) = parts[0] else { return false }
    return mask.rank == shape.count
  }

  /// The places that plain axes give together, in row-major order.
  private func offsets(_ axes: [PlainAxis]) throws(Interruption) -> [Int] {
    var result = [0]
    for axis in axes {
      try machine.reserve(result.count, times: axis.count * MemoryLayout<Int>.stride)
      try machine.charge(result.count, times: axis.count)
      var next: [Int] = []
      next.reserveCapacity(result.count * axis.count)
      for offset in result {
        for index in 0..<axis.count { next.append(offset + axis.start + index * axis.step) }
      }
      result = next
    }
    return result
  }
}
