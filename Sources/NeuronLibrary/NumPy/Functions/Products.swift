import Backprop
import NeuronRuntime

// Products of vectors, matrices and arrays of more axes.

extension ArrayMath {
  /// NumPy's `dot`: a sum over the last axis of `x` and the last but one of `y`.
  func dot(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    let (shape, other) = (x.array.shape, y.array.shape)
    if shape.isEmpty || other.isEmpty {
      return try multipleAddedToZero(try multiply(x, y), by: shape.isEmpty ? x : y)
    }
    let axis = max(other.count - 2, 0)
    try requireAligned(shape, shape.count - 1, other, axis)
    if other.count <= 2 { return try matmul(x, y) }
    let size = shape[shape.count - 1]
    let kept = other.indices.filter { $0 != axis }
    let rows = try reshaped(x, to: [try product(of: shape.dropLast()), size])
    let columns = try reshaped(
      try transposed(y, [axis] + kept), to: [size, try product(of: kept.map { other[$0] })])
    return try reshaped(
      try matmul(rows, columns), to: shape.dropLast() + kept.map { other[$0] })
  }

  /// What OpenBLAS gives for a multiple of floats: it is added to zeros, and nothing is for a factor 0.
  private func multipleAddedToZero(
    _ multiple: TracedArray, by factor: TracedArray
  ) throws(Interruption) -> TracedArray {
    let array = multiple.array
    guard array.rank > 0, array.dtype == .float64, multiple.isConstant else { return multiple }
    let zeros = try filled(0.0, array.shape)
    return factor.array.float(atOffset: 0) == 0 ? zeros : try add(multiple, zeros)
  }

  private func product(of sizes: some Sequence<Int>) throws(Interruption) -> Int {
    let sizes = Array(sizes)
    return try attempt { () throws(ArrayError) in try NDArray.count(of: sizes) }
  }

  private func requireAligned(
    _ shape: [Int], _ axis: Int, _ other: [Int], _ otherAxis: Int
  ) throws(Interruption) {
    if shape[axis] == other[otherAxis] { return }
    throw .raised(
      .value,
      "shapes \(shapeText(shape)) and \(shapeText(other)) not aligned: \(shape[axis]) (dim \(axis)) != \(other[otherAxis]) (dim \(otherAxis))"
    )
  }

  /// A sum over the last axes of both.
  func inner(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    let (rank, other) = (x.array.rank, y.array.rank)
    if rank == 0 || other == 0 { return try multiply(x, y) }
    // NumPy tells of the second one with its last two axes swapped.
    var turned = y.array.shape
    if other > 1 { turned.swapAt(other - 1, other - 2) }
    try requireAligned(x.array.shape, rank - 1, turned, max(other - 2, 0))
    return try contracted(x, [rank - 1], y, [other - 1])
  }

  /// Every element of one with every element of the other.
  func outer(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    try multiply(
      try reshaped(x, to: [x.array.count, 1]), try reshaped(y, to: [1, y.array.count]))
  }

  /// A sum over axes of `x` with axes of `y` of the same sizes.
  func contracted(
    _ x: TracedArray, _ axes: [Int], _ y: TracedArray, _ otherAxes: [Int]
  ) throws(Interruption) -> TracedArray {
    let (shape, other) = (x.array.shape, y.array.shape)
    let kept = shape.indices.filter { !axes.contains($0) }
    let otherKept = other.indices.filter { !otherAxes.contains($0) }
    let size = try product(of: axes.map { shape[$0] })
    let rows = try reshaped(
      try transposed(x, kept + axes), to: [try product(of: kept.map { shape[$0] }), size])
    let columns = try reshaped(
      try transposed(y, otherAxes + otherKept),
      to: [size, try product(of: otherKept.map { other[$0] })])
    return try reshaped(
      try matmul(rows, columns), to: kept.map { shape[$0] } + otherKept.map { other[$0] })
  }

  /// Blocks of `y`, each times an element of `x`.
  func kronecker(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    let rank = max(x.array.rank, y.array.rank)
    let shape = Array(repeating: 1, count: rank - x.array.rank) + x.array.shape
    let other = Array(repeating: 1, count: rank - y.array.rank) + y.array.shape
    let product = try multiply(
      try reshaped(x, to: shape.flatMap { [$0, 1] }),
      try reshaped(y, to: other.flatMap { [1, $0] }))
    return try reshaped(
      product,
      to: try zip(shape, other).map { (size, times) throws(Interruption) in
        try self.product(of: [size, times])
      })
  }

  /// The elements whose indices along two axes differ by `offset`, along a new last axis.
  func diagonal(
    _ x: TracedArray, offset: Int, axis1: Int, axis2: Int
  ) throws(Interruption) -> TracedArray {
    let shape = x.array.shape
    let (rows, columns) = (shape[axis1], shape[axis2])
    let first = offset < 0 ? (offset < -rows ? rows : -offset, 0) : (0, min(offset, columns))
    let count = max(min(rows - first.0, columns - first.1), 0)
    let others = shape.indices.filter { $0 != axis1 && $0 != axis2 }
    if x.isConstant {
      let (array, steps) = (x.array, x.array.strides)
      let start = count > 0 ? first.0 * steps[axis1] + first.1 * steps[axis2] : 0
      array.storage.isShared = true
      return TracedArray(
        NDArray(
          storage: array.storage, dtype: array.dtype, offset: array.offset + start,
          shape: others.map { shape[$0] } + [count],
          strides: others.map { steps[$0] } + [steps[axis1] + steps[axis2]]))
    }
    let plane = try reshaped(
      try transposed(x, others + [axis1, axis2]), to: others.map { shape[$0] } + [rows * columns])
    let places = (0..<count).map { (first.0 + $0) * columns + first.1 + $0 }
    return try taken(plane, places, axis: others.count)
  }
}

extension Machine {
  func defineProducts(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("dot", "a, b, out=") { (call) throws(Interruption) in
      try call.value(try call.math.dot(try call.array(0), try call.array(1)), into: 2)
    }
    functions.define("inner", "a, b") { (call) throws(Interruption) in
      try call.value(try call.math.inner(try call.array(0), try call.array(1)))
    }
    functions.define("vdot", "a, b") { (call) throws(Interruption) in
      let (x, y) = (try call.array(0), try call.array(1))
      if x.array.count != y.array.count {
        throw .raised(
          .value,
          "cannot reshape array of size \(y.array.count) into shape (\(x.array.count),)")
      }
      return try call.value(
        try call.math.dot(try call.math.flattened(x), try call.math.flattened(y)))
    }
    functions.define("outer", "a, b, out=") { (call) throws(Interruption) in
      let result = try call.math.outer(try call.array(0), try call.array(1))
      if let out = call[2] { return try call.assign(result, to: out) }
      return try call.arrayValue(result)
    }
    functions.define("tensordot", "a, b, axes=") { (call) throws(Interruption) in
      try call.tensorDot()
    }
    functions.define("kron", "a, b") { (call) throws(Interruption) in
      try call.value(try call.math.kronecker(try call.array(0), try call.array(1)))
    }
    functions.define("cross", "a, b, axisa=, axisb=, axisc=, axis=") {
      (call) throws(Interruption) in try call.cross(axis: 5, axes: (2, 3, 4))
    }
    functions.define("vecdot", "x1, x2, *, axis=") { (call) throws(Interruption) in
      try call.vectorProduct(axis: 2)
    }
    defineDiagonals(functions)
  }

  func defineDiagonals(_ functions: ArrayFunctions) {
    functions.define("diagonal", "a, offset=, axis1=, axis2=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let (axis1, axis2) = try call.diagonalAxes(x, 2, 3)
      return try call.readOnly(
        try call.math.diagonal(
          x, offset: try call.integer(1, else: 0), axis1: axis1, axis2: axis2))
    }
    functions.define("trace", "a, offset=, axis1=, axis2=, dtype=, out=") {
      (call) throws(Interruption) in
      let x = try call.array(0)
      let (axis1, axis2) = try call.diagonalAxes(x, 2, 3)
      let diagonal = try call.math.diagonal(
        x, offset: try call.integer(1, else: 0), axis1: axis1, axis2: axis2)
      let result = try call.math.sum(
        diagonal,
        Reduction(axes: [diagonal.array.rank - 1], dtype: try call.dtype(4)))
      return try call.value(result, into: 5)
    }
  }
}

extension ArrayCall {
  fileprivate func diagonalAxes(
    _ x: TracedArray, _ place1: Int, _ place2: Int
  ) throws(Interruption) -> (Int, Int) {
    let rank = x.array.rank
    if rank < 2 {
      throw .raised(.value, "diag requires an array of at least two dimensions")
    }
    let axis1 = try math.axis(try integer(place1, else: 0), rank: rank, "axis1: ")
    let axis2 = try math.axis(try integer(place2, else: 1), rank: rank, "axis2: ")
    if axis1 == axis2 { throw .raised(.value, "axis1 and axis2 cannot be the same") }
    return (axis1, axis2)
  }

  func tensorDot() throws(Interruption) -> Value {
    let (x, y) = (try array(0), try array(1))
    var (axes, otherAxes): ([Int], [Int])
    let given = given(2) ?? Value(2)
    if machine.integer(given) != nil {
      let count = max(try machine.indexArgument(given), 0)
      try machine.charge(count)
      axes = (0..<min(count, 65)).map { $0 - count }
      otherAxes = Array(0..<min(count, 65))
    } else {
      let pair = try machine.allItems(of: given)
      if pair.count != 2 {
        throw .raised(
          .value,
          pair.count < 2
            ? "not enough values to unpack (expected 2, got \(pair.count))"
            : "too many values to unpack (expected 2)")
      }
      (axes, otherAxes) = (try integers(of: pair[0]), try integers(of: pair[1]))
      if axes.count != otherAxes.count { throw .raised(.value, "shape-mismatch for sum") }
    }
    var (own, other): ([Int], [Int]) = ([], [])
    for (axis, otherAxis) in zip(axes, otherAxes) {
      own.append(try place(axis, rank: x.array.rank, besides: own))
      other.append(try place(otherAxis, rank: y.array.rank, besides: other))
      if x.array.shape[own[own.count - 1]] != y.array.shape[other[other.count - 1]] {
        throw .raised(.value, "shape-mismatch for sum")
      }
    }
    return try arrayValue(try math.contracted(x, own, y, other))
  }

  private func place(
    _ axis: Int, rank: Int, besides others: [Int]
  ) throws(Interruption) -> Int {
    guard axis >= -rank, axis < rank else {
      throw .raised(.index, "tuple index out of range")
    }
    let place = axis < 0 ? axis + rank : axis
    if others.contains(place) { throw .raised(.value, "axes don't match array") }
    return place
  }

  // MARK: cross

  /// (y₁z₂ − z₁y₂, z₁x₂ − x₁z₂, x₁y₂ − y₁x₂); of vectors in a plane the last of these.
  ///
  /// - Parameters:
  ///   - axis: the place of the parameter for the axis of all three arrays.
  ///   - axes: the places of those for the axis of each.
  func cross(
    axis shared: Int, axes: (Int, Int, Int)? = nil
  ) throws(Interruption) -> Value {
    var (x, y) = (try array(0), try array(1))
    if x.array.rank == 0 || y.array.rank == 0 {
      throw .raised(.value, "At least one array has zero dimension")
    }
    func place(_ parameter: Int?, _ name: String, _ rank: Int) throws(Interruption) -> Int {
      let place = self[shared] == nil ? parameter ?? shared : shared
      return try math.axis(try integer(place, else: -1), rank: rank, name)
    }
    x = try math.moving(x, try place(axes?.0, "axisa: ", x.array.rank), to: x.array.rank - 1)
    y = try math.moving(y, try place(axes?.1, "axisb: ", y.array.rank), to: y.array.rank - 1)
    let (size, other) = (x.array.shape.last ?? 0, y.array.shape.last ?? 0)
    guard [2, 3].contains(size), [2, 3].contains(other) else {
      throw .raised(
        .value, "incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    }
    if x.array.dtype == .bool, y.array.dtype == .bool {
      throw .raised(
        .type, size == other ? NumPyMessages.truthSubtraction : NumPyMessages.truthNegation)
    }
    _ = try math.commonShape([x.array.shape.dropLast(), y.array.shape.dropLast()].map(Array.init))
    func product(_ place: Int, _ otherPlace: Int) throws(Interruption) -> ArrayFormula? {
      // The third of two is 0, but infinities must not meet it.
      if place >= size || otherPlace >= other { return nil }
      let left = formula(try math.position(x, axis: x.array.rank - 1, place))
      return try left * formula(try math.position(y, axis: y.array.rank - 1, otherPlace))
    }
    func component(_ place: Int, _ otherPlace: Int) throws(Interruption) -> ArrayFormula {
      let (positive, negative) = (
        try product(place, otherPlace), try product(otherPlace, place)
      )
      if let positive, let negative { return try positive - negative }
      if let positive { return positive }
      if let negative { return try formula(try math.integer(0)) - negative }
      return formula(try math.integer(0))
    }
    let last = try component(0, 1)
    if size == 2, other == 2 { return try arrayValue(last.traced) }
    let (first, second) = (try component(1, 2), try component(2, 0))
    let shape = last.shape
    let parts = try [first, second, last].map { (part) throws(Interruption) in
      try math.broadcast(part.traced, to: shape)
    }
    let result = try math.stacked(parts, axis: -1)
    let axis = try place(axes?.2, "axisc: ", result.array.rank)
    return try arrayValue(try math.moving(result, result.array.rank - 1, to: axis))
  }
}
