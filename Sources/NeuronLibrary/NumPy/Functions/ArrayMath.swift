import Backprop
import NeuronRuntime

/// The primitives that functions over arrays are made of. What goes through `apply` is recorded where it
/// is differentiated, so that a function made of these has its derivative by itself.
struct ArrayMath {
  let machine: Machine

  init(_ machine: Machine) {
    self.machine = machine
  }

  var budget: ArrayBudget { machine.budget }

  func apply(
    _ operation: ArrayOperation, _ operands: TracedArray...
  ) throws(Interruption) -> TracedArray {
    try machine.apply(operation, operands)
  }

  func attempt<R>(_ body: () throws(ArrayError) -> R) throws(Interruption) -> R {
    try machine.attempt(body)
  }

  // MARK: Constants

  func number(_ value: Double) throws(Interruption) -> TracedArray {
    TracedArray(
      try attempt { () throws(ArrayError) in try NDArray(scalar: value, budget: budget) })
  }

  func integer(_ value: Int) throws(Interruption) -> TracedArray {
    TracedArray(
      try attempt { () throws(ArrayError) in
        try NDArray(scalar: Int64(value), budget: budget)
      })
  }

  func filled<E: ArrayElement>(_ value: E, _ shape: [Int]) throws(Interruption) -> TracedArray {
    try machine.charge(attempt { () throws(ArrayError) in try NDArray.count(of: shape) })
    return TracedArray(
      try attempt { () throws(ArrayError) in
        try NDArray(repeating: value, shape: shape, budget: budget)
      })
  }

  /// A new array whose elements are not known yet; the caller fills it, which is charged here.
  func empty(_ shape: [Int], _ dtype: DType) throws(Interruption) -> NDArray {
    let array = try attempt { () throws(ArrayError) in
      try NDArray(uninitialized: shape, dtype, budget: budget)
    }
    try machine.charge(array.count)
    return array
  }

  func integers(_ values: [Int], shape: [Int]? = nil) throws(Interruption) -> NDArray {
    let array = try empty(shape ?? [values.count], .int64)
    let elements = array.pointer(Int64.self)
    for index in values.indices { elements[index] = Int64(values[index]) }
    return array
  }

  func floats(_ values: [Double], shape: [Int]? = nil) throws(Interruption) -> NDArray {
    try attempt { () throws(ArrayError) in
      try NDArray(values, shape: shape ?? [values.count], budget: budget)
    }
  }

  func truths(_ values: [Bool], shape: [Int]? = nil) throws(Interruption) -> NDArray {
    let array = try empty(shape ?? [values.count], .bool)
    let elements = array.pointer(UInt8.self)
    for index in values.indices { elements[index] = values[index] ? 1 : 0 }
    return array
  }

  // MARK: Types

  /// The same elements as another dtype: itself where it has it. Only floats have derivatives.
  func converted(_ x: TracedArray, to dtype: DType) throws(Interruption) -> TracedArray {
    if x.array.dtype == dtype { return x }
    try machine.charge(x.array.count)
    return TracedArray(
      try attempt { () throws(ArrayError) in try x.array.converted(to: dtype) })
  }

  func float(_ x: TracedArray) throws(Interruption) -> TracedArray {
    try converted(x, to: .float64)
  }

  /// All as the dtype to which they promote.
  func promoted(_ arrays: [TracedArray]) throws(Interruption) -> [TracedArray] {
    let dtype = arrays.map(\.array.dtype).max() ?? .float64
    return try arrays.map { (array) throws(Interruption) in try converted(array, to: dtype) }
  }

  /// The elements in row-major order, one after another.
  func contiguous(_ x: NDArray) throws(Interruption) -> NDArray {
    try machine.charge(x.count)
    return try attempt { () throws(ArrayError) in try x.contiguous() }
  }

  // MARK: Shapes

  /// An axis from -rank to rank - 1 as one from 0 on.
  ///
  /// - Parameter prefix: what NumPy says before the message: the parameter.
  func axis(_ axis: Int, rank: Int, _ prefix: String = "") throws(Interruption) -> Int {
    if axis >= -rank, axis < rank { return axis < 0 ? axis + rank : axis }
    if prefix.isEmpty {
      return try attempt { () throws(ArrayError) in
        try NDArray.normalized(axis: axis, rank: rank)
      }
    }
    throw machine.axisError(
      "\(prefix)axis \(axis) is out of bounds for array of dimension \(rank)")
  }

  func reshaped(_ x: TracedArray, to shape: [Int]) throws(Interruption) -> TracedArray {
    x.array.shape == shape ? x : try apply(.reshape(shape), x)
  }

  /// All elements along one axis.
  func flattened(_ x: TracedArray) throws(Interruption) -> TracedArray {
    try reshaped(x, to: [x.array.count])
  }

  func transposed(_ x: TracedArray, _ axes: [Int]) throws(Interruption) -> TracedArray {
    axes == Array(0..<x.array.rank) ? x : try apply(.transpose(axes), x)
  }

  func transposed(_ x: TracedArray) throws(Interruption) -> TracedArray {
    try transposed(x, Array((0..<x.array.rank).reversed()))
  }

  /// With one axis in another place, the others in their order.
  func moving(_ x: TracedArray, _ axis: Int, to place: Int) throws(Interruption) -> TracedArray {
    var axes = (0..<x.array.rank).filter { $0 != axis }
    axes.insert(axis, at: place)
    return try transposed(x, axes)
  }

  func broadcast(_ x: TracedArray, to shape: [Int]) throws(Interruption) -> TracedArray {
    if x.array.shape == shape { return x }
    _ = try attempt { () throws(ArrayError) in try NDArray.count(of: shape) }
    return try apply(.broadcast(to: shape), x)
  }

  /// With axes of size 1 in these places of the result, ascending.
  func expanded(_ x: TracedArray, _ axes: [Int]) throws(Interruption) -> TracedArray {
    var shape = x.array.shape
    for axis in axes { shape.insert(1, at: axis) }
    return try reshaped(x, to: shape)
  }

  func concatenated(
    _ arrays: [TracedArray], axis: Int
  ) throws(Interruption) -> TracedArray {
    try machine.apply(.concatenate(axis: axis), try promoted(arrays))
  }

  /// `count` places along an axis.
  func slice(
    _ x: TracedArray, axis: Int, start: Int, count: Int, step: Int = 1
  ) throws(Interruption) -> TracedArray {
    var items = x.array.shape[..<axis].map { BasicIndex.Item.slice(start: 0, count: $0, step: 1) }
    items.append(.slice(start: start, count: count, step: step))
    return try apply(.view(BasicIndex(items)), x)
  }

  /// One place along an axis, which is gone.
  func position(
    _ x: TracedArray, axis: Int, _ position: Int
  ) throws(Interruption) -> TracedArray {
    var items = x.array.shape[..<axis].map { BasicIndex.Item.slice(start: 0, count: $0, step: 1) }
    items.append(.position(position))
    return try apply(.view(BasicIndex(items)), x)
  }

  /// A new array with the same elements.
  func copied(_ x: TracedArray) throws(Interruption) -> TracedArray {
    if x.isConstant {
      try machine.charge(x.array.count)
      return TracedArray(
        try attempt { () throws(ArrayError) in try x.array.contiguousCopy() })
    }
    return try reshaped(try apply(.concatenate(axis: 0), try flattened(x)), to: x.array.shape)
  }

  // MARK: Picking

  /// Elements by their row-major places.
  func taken(
    _ x: TracedArray, at positions: NDArray, shape: [Int]
  ) throws(Interruption) -> TracedArray {
    try apply(.take(positions: positions, shape: shape), x)
  }

  /// The places along an axis that `indices` (from 0 on, of any shape) says, whose axes stand where the
  /// axis was.
  func taken(
    _ x: TracedArray, _ indices: NDArray, axis: Int
  ) throws(Interruption) -> TracedArray {
    let shape = x.array.shape
    let inner = shape[(axis + 1)...].reduce(1, *)
    let size = shape[axis]
    let outer = shape[..<axis].reduce(1, *)
    let result = Array(shape[..<axis]) + indices.shape + Array(shape[(axis + 1)...])
    let positions = try empty(result, .int64)
    let places = positions.pointer(Int64.self)
    let chosen = try contiguous(indices)
    let choices = chosen.pointer(Int64.self)
    var next = 0
    if positions.count > 0 {
      for block in 0..<outer {
        for index in 0..<chosen.count {
          let start = (block * size + Int(choices[index])) * inner
          for place in 0..<inner {
            places[next] = Int64(start + place)
            next += 1
          }
        }
      }
    }
    return try taken(x, at: positions, shape: result)
  }

  func taken(_ x: TracedArray, _ indices: [Int], axis: Int) throws(Interruption) -> TracedArray {
    try taken(x, try integers(indices), axis: axis)
  }

  /// `x` where the condition holds, `y` elsewhere; the three broadcast.
  func select(
    _ condition: NDArray, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    let both = try promoted([x, y])
    return try apply(.select, TracedArray(condition), both[0], both[1])
  }

  // MARK: Arithmetic

  /// What floats and whole numbers each have.
  private func arithmetic(
    _ operation: Operation, _ wholeOperation: IntegerOperation, _ x: TracedArray,
    _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    let dtype = max(x.array.dtype, y.array.dtype)
    if dtype == .float64 { return try elementwise(operation, x, y) }
    // Of truths NumPy has sums (or) and products (and), but no differences.
    let common = wholeOperation == .subtract ? .int64 : dtype
    let (x, y) = (try converted(x, to: common).array, try converted(y, to: common).array)
    try machine.charge(max(x.count, y.count))
    return TracedArray(
      try attempt { () throws(ArrayError) in try NDArray.integers(wholeOperation, x, y) })
  }

  func add(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try arithmetic(.add, .add, x, y)
  }

  func subtract(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try arithmetic(.subtract, .subtract, x, y)
  }

  func multiply(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try arithmetic(.multiply, .multiply, x, y)
  }

  func maximum(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try arithmetic(.maximum, .maximum, x, y)
  }

  func minimum(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try arithmetic(.minimum, .minimum, x, y)
  }

  func divide(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try elementwise(.divide, x, y)
  }

  func divide(_ x: TracedArray, by count: Int) throws(Interruption) -> TracedArray {
    try elementwise(.divide, x, try number(Double(count)))
  }

  func elementwise(
    _ operation: Operation, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    try apply(.elementwise(operation), try float(x), try float(y))
  }

  func elementwise(_ operation: Operation, _ x: TracedArray) throws(Interruption) -> TracedArray {
    try apply(.elementwise(operation), try float(x))
  }

  /// The absolute values, of whole numbers too.
  func absolute(_ x: TracedArray) throws(Interruption) -> TracedArray {
    if x.array.dtype == .float64 { return try elementwise(.absolute, x) }
    try machine.charge(x.array.count)
    return TracedArray(
      try attempt { () throws(ArrayError) in try NDArray.integers(.absolute, x.array) })
  }

  func compare(
    _ comparison: ArrayComparison, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> NDArray {
    let both = try promoted([x, y])
    try machine.charge(max(x.array.count, y.array.count))
    return try attempt { () throws(ArrayError) in
      try NDArray.compare(comparison, both[0].array, both[1].array)
    }
  }

  /// Along no axis at all the result is the array itself, truths as whole numbers.
  func sum(
    _ x: TracedArray, _ axes: [Int], keepsAxes: Bool = false
  ) throws(Interruption) -> TracedArray {
    try apply(.sum(axes: axes, keepsAxes: keepsAxes), x)
  }

  func sum(_ x: TracedArray) throws(Interruption) -> TracedArray {
    try sum(x, Array(0..<x.array.rank))
  }

  func matmul(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try machine.apply(.matmul, try promoted([x, y]))
  }
}
