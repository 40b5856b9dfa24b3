import Backprop
import NeuronRuntime

// `shuffle`, `permutation`, `permuted`.

extension StreamMethod {
  static let legacyPermutations = [
    StreamMethod("shuffle", "x") { (call) throws(Interruption) in try call.shuffle(axis: 0) },
    StreamMethod("permutation", "x") { (call) throws(Interruption) in
      try call.permutation(axis: 0)
    },
  ]

  static let modernPermutations = [
    StreamMethod("shuffle", "x, axis=") { (call) throws(Interruption) in
      try call.shuffle(axis: try call.axis(1))
    },
    StreamMethod("permutation", "x, axis=") { (call) throws(Interruption) in
      try call.permutation(axis: try call.axis(1))
    },
    StreamMethod("permuted", "x, *, axis=, out=") { (call) throws(Interruption) in
      try call.permuted()
    },
  ]
}

extension RandomStream {
  /// Exchanges each place, from the last down to the second, with a random one up to it.
  func shuffle(_ places: UnsafeMutableBufferPointer<Int64>) {
    for index in stride(from: places.count - 1, to: 0, by: -1) {
      places.swapAt(index, interval(index))
    }
  }

  /// The same down to `first`, with integers made in the stream's own way.
  func shuffleTail(_ places: UnsafeMutableBufferPointer<Int64>, downTo first: Int) {
    for index in stride(from: places.count - 1, through: first, by: -1) {
      places.swapAt(index, bounded(index))
    }
  }
}

extension StreamCall {
  fileprivate func axis(_ place: Int) throws(Interruption) -> Int {
    try self[place].map { (v) throws(Interruption) in try machine.indexArgument(v) } ?? 0
  }

  /// The numbers from 0 to less than `count`, shuffled.
  func permutation(_ stream: any RandomStream, of count: Int) throws(Interruption) -> NDArray {
    try array([max(count, 0)], of: Int64.self) { result in
      for index in result.indices { result[index] = Int64(index) }
      stream.shuffle(result)
    }
  }

  // MARK: New arrays

  fileprivate func permutation(axis: Int) throws(Interruption) -> Value {
    let stream = try stream()
    let value = self.value(0)
    if [.int, .bool, .bigInt].contains(value.kind) {
      return try machine.array(
        try permutation(stream, of: try machine.indexArgument(value)))
    }
    try refuseTexts(value, "permutation")
    let rank0 = [.none, .string, .float, .set, .dictionary].contains(value.kind)
    let array = rank0 ? nil : try machine.arrayArgument(value, "random.permutation")
    if !isModern, array?.array.rank ?? 0 == 0 {
      throw .raised(.index, "x must be an integer or at least 1-dimensional")
    }
    let place = try machine.attempt { () throws(ArrayError) in
      try NDArray.normalized(axis: axis, rank: array?.array.rank ?? 0)
    }
    guard let array else { return .none }
    let places = try permutation(stream, of: array.array.shape[place])
    return try machine.array(try taken(places, from: array, axis: place))
  }

  /// Elements shuffled one by one: all of them, or those of each line along an axis.
  fileprivate func permuted() throws(Interruption) -> Value {
    let stream = try stream()
    if let out = self[2], !out.isNone { throw refuse("`out`", instead: "assign the result") }
    try refuseTexts(value(0), "permuted")
    let source = try machine.arrayArgument(value(0), "random.permuted")
    let array = source.array
    guard array.rank > 0 || self[1].map({ !$0.isNone }) ?? false else {
      throw .raised(.type, "len() of unsized object")
    }
    let axis = try self[1].flatMap { (v) throws(Interruption) in
      v.isNone ? nil : try machine.indexArgument(v)
    }
    guard axis == nil, array.isColumnMajor else {
      return try machine.array(try permuted(source, axis, stream))
    }
    // All elements are shuffled as they stand in memory.
    let axes = Array((0..<array.rank).reversed())
    let turned = try machine.apply(.transpose(axes), [source])
    let shuffled = try permuted(turned, nil, stream)
    return try machine.array(try machine.apply(.transpose(axes), [shuffled]))
  }

  private func permuted(
    _ source: TracedArray, _ axis: Int?, _ stream: any RandomStream
  ) throws(Interruption) -> TracedArray {
    let shape = source.array.shape
    let places = try array(shape, of: Int64.self) { result in
      for index in result.indices { result[index] = Int64(index) }
    }
    let elements = UnsafeMutableBufferPointer(
      start: places.pointer(Int64.self), count: places.count)
    if let axis {
      let axis = try machine.attempt { () throws(ArrayError) in
        try NDArray.normalized(axis: axis, rank: shape.count)
      }
      shuffleLines(stream, elements, shape, axis: axis)
    } else {
      stream.shuffle(elements)
    }
    return try picked(places, from: source, shape: shape)
  }

  private func shuffleLines(
    _ stream: any RandomStream, _ elements: UnsafeMutableBufferPointer<Int64>, _ shape: [Int],
    axis: Int
  ) {
    let count = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    for outer in 0..<shape[..<axis].reduce(1, *) {
      for column in 0..<inner {
        let start = outer * count * inner + column
        for index in stride(from: count - 1, to: 0, by: -1) {
          elements.swapAt(start + index * inner, start + stream.interval(index) * inner)
        }
      }
    }
  }

  // MARK: In place

  fileprivate func shuffle(axis: Int) throws(Interruption) -> Value {
    let stream = try stream()
    let object = value(0)
    if let array = machine.arrayValue(object) {
      try shuffle(array, object, stream, axis)
      return .none
    }
    guard let count = machine.length(object) else {
      throw .raised(.type, "object of type '\(machine.typeName(object))' has no len()")
    }
    if axis != 0 {
      throw .raised(.notImplemented, "Axis argument is only supported on ndarray objects")
    }
    for index in stride(from: count - 1, to: 0, by: -1) {
      try machine.charge(Self.stepsPerDraw)
      let other = stream.interval(index)
      let first = try machine.item(of: object, at: Value(other))
      let second = try machine.item(of: object, at: Value(index))
      try machine.heap.pinning([first, second]) { () throws(Interruption) in
        try machine.setItem(of: object, at: Value(index), to: first)
        try machine.setItem(of: object, at: Value(other), to: second)
      }
    }
    return .none
  }

  private func shuffle(
    _ value: ArrayValue, _ object: Value, _ stream: any RandomStream, _ axis: Int
  ) throws(Interruption) {
    let array = value.array
    if array.rank == 0 { throw .raised(.type, "len() of unsized object") }
    let axis = try machine.attempt { () throws(ArrayError) in
      try NDArray.normalized(axis: axis, rank: array.rank)
    }
    if array.count == 0 { return }
    let places = try permutation(stream, of: array.shape[axis])
    let shuffled = try taken(places, from: value.traced(in: machine), axis: axis)
    try machine.setItem(of: object, at: .ellipsis, to: try machine.array(shuffled))
  }

  // MARK: Elements by place

  /// The elements of an array at places along an axis, which becomes the axes of `places`.
  func taken(
    _ places: NDArray, from source: TracedArray, axis: Int
  ) throws(Interruption) -> TracedArray {
    let shape = source.array.shape
    let outer = shape[..<axis].reduce(1, *)
    let inner = shape[(axis + 1)...].reduce(1, *)
    let result = Array(shape[..<axis]) + places.shape + Array(shape[(axis + 1)...])
    if shape.count == 1 { return try picked(places, from: source, shape: result) }
    let positions = try array(result, of: Int64.self) { positions in
      let from = places.pointer(Int64.self)
      var next = 0
      for block in 0..<outer {
        for place in 0..<places.count {
          let start = Int64((block * shape[axis]) * inner) + from[place] * Int64(inner)
          for column in 0..<inner {
            positions[next] = start + Int64(column)
            next += 1
          }
        }
      }
    }
    return try picked(positions, from: source, shape: result)
  }

  /// The elements at positions in row-major order, in a shape of as many.
  private func picked(
    _ positions: NDArray, from source: TracedArray, shape: [Int]
  ) throws(Interruption) -> TracedArray {
    try machine.apply(.take(positions: positions, shape: shape), [source])
  }

  /// A part of a contiguous array of rank 1 in another shape, in memory of its own.
  func reshaped(
    _ array: NDArray, from start: Int, count: Int, _ shape: [Int]
  ) throws(Interruption) -> NDArray {
    try self.array(shape, of: Int64.self) {
      _ = $0.update(
        fromContentsOf: UnsafeBufferPointer(start: array.pointer(Int64.self) + start, count: count))
    }
  }

  /// NumPy would make texts of its own of a list of them.
  func refuseTexts(_ value: Value, _ name: String) throws(Interruption) {
    guard [.list, .tuple].contains(value.kind),
      machine.elements(of: value).contains(where: { $0.kind == .string })
    else { return }
    throw refuse(
      "a list of texts",
      instead: name == "choice"
        ? "choose a place and look it up, as names[\(owner.example).choice(len(names))]"
        : "shuffle the places, as [names[i] for i in \(owner.example).permutation(len(names))]")
  }
}

extension NDArray {
  /// Whether a copy that keeps the order of memory has its first axis run fastest.
  fileprivate var isColumnMajor: Bool {
    let steps = shape.indices.filter { shape[$0] != 1 }.map { abs(strides[$0]) }
    return steps.count > 1 && zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 }
      && steps.first != steps.last
  }
}
