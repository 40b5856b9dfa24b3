import Backprop
import NeuronRuntime

// Arrays joined into one.

extension ArrayMath {
  /// Along an axis from -rank to rank - 1.
  ///
  /// - Throws: ValueError when the shapes do not go together.
  func joined(_ arrays: [TracedArray], axis given: Int) throws(Interruption) -> TracedArray {
    guard let first = arrays.first?.array else {
      throw .raised(.value, "need at least one array to concatenate")
    }
    if first.rank == 0 {
      throw .raised(.value, "zero-dimensional arrays cannot be concatenated")
    }
    let axis = try axis(given, rank: first.rank)
    for (index, array) in arrays.enumerated() {
      let shape = array.array.shape
      if shape.count != first.rank {
        throw .raised(
          .value,
          "all the input arrays must have same number of dimensions, but the array at index 0 has \(first.rank) dimension(s) and the array at index \(index) has \(shape.count) dimension(s)"
        )
      }
      for place in shape.indices where place != axis && shape[place] != first.shape[place] {
        throw .raised(
          .value,
          "all the input array dimensions except for the concatenation axis must match exactly, but along dimension \(place), the array at index 0 has size \(first.shape[place]) and the array at index \(index) has size \(shape[place])"
        )
      }
    }
    return try concatenated(arrays, axis: axis)
  }

  /// Along a new axis.
  func stacked(_ arrays: [TracedArray], axis given: Int) throws(Interruption) -> TracedArray {
    guard let first = arrays.first?.array else {
      throw .raised(.value, "need at least one array to stack")
    }
    if arrays.contains(where: { $0.array.shape != first.shape }) {
      throw .raised(.value, "all input arrays must have the same shape")
    }
    let axis = try axis(given, rank: first.rank + 1)
    return try concatenated(
      try arrays.map { (array) throws(Interruption) in try expanded(array, [axis]) }, axis: axis)
  }

  /// One under another.
  func stackedVertically(_ arrays: [TracedArray]) throws(Interruption) -> TracedArray {
    try joined(
      try arrays.map { (array) throws(Interruption) in try atLeast(2, array) }, axis: 0)
  }

  /// One beside another.
  func stackedHorizontally(_ arrays: [TracedArray]) throws(Interruption) -> TracedArray {
    let arrays = try arrays.map { (array) throws(Interruption) in try atLeast(1, array) }
    return try joined(arrays, axis: arrays.first?.array.rank == 1 ? 0 : 1)
  }

  /// Those of one axis as columns.
  func stackedAsColumns(_ arrays: [TracedArray]) throws(Interruption) -> TracedArray {
    try joined(
      try arrays.map { (array) throws(Interruption) in
        if array.array.rank >= 2 { return array }
        return try reshaped(array, to: [array.array.count, 1])
      }, axis: 1)
  }
}

extension Machine {
  func defineJoining(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    for name in ["concatenate", "concat"] {
      functions.define(name, "arrays, axis=, out=, *, dtype=, casting=") {
        (call) throws(Interruption) in
        guard let items = call.given(0), call.machine.canIterate(items) else {
          throw .raised(.type, "dispatcher for __array_function__ did not return an iterable")
        }
        var arrays = try call.arrays(0)
        try call.convert(&arrays, dtype: 3, casting: 4)
        let result: TracedArray
        if let axis = call.given(1), axis.isNone {
          let rows = try arrays.map { (array) throws(Interruption) in
            try call.math.flattened(array)
          }
          result = try call.math.joined(rows, axis: 0)
        } else {
          result = try call.math.joined(arrays, axis: try call.integer(1, else: 0))
        }
        if let out = call[2] { return try call.assign(result, to: out) }
        return try call.arrayValue(result)
      }
    }
    functions.define("stack", "arrays, axis=, out=, *, dtype=, casting=") {
      (call) throws(Interruption) in
      var arrays = try call.stackable()
      try call.convert(&arrays, dtype: 3, casting: 4)
      let result = try call.math.stacked(arrays, axis: try call.integer(1, else: 0))
      if let out = call[2] { return try call.assign(result, to: out) }
      return try call.arrayValue(result)
    }
    for name in ["vstack", "row_stack", "hstack"] {
      functions.define(name, "tup, *, dtype=, casting=") { (call) throws(Interruption) in
        var arrays = try call.stackable()
        try call.convert(&arrays, dtype: 1, casting: 2)
        return try call.arrayValue(
          name == "hstack"
            ? try call.math.stackedHorizontally(arrays)
            : try call.math.stackedVertically(arrays))
      }
    }
    functions.define("dstack", "tup") { (call) throws(Interruption) in
      let arrays = try call.stackable().map { (array) throws(Interruption) in
        try call.math.atLeast(3, array)
      }
      return try call.arrayValue(try call.math.joined(arrays, axis: 2))
    }
    functions.define("column_stack", "tup") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.stackedAsColumns(try call.stackable()))
    }
    functions.define("block", "arrays") { (call) throws(Interruption) in
      try call.block()
    }
  }
}

extension ArrayCall {
  /// The arrays of a list or tuple, or along the first axis of an array.
  fileprivate func stackable() throws(Interruption) -> [TracedArray] {
    let items = given(0) ?? .none
    guard [.list, .tuple, .range].contains(items.kind) || machine.arrayValue(items) != nil else {
      throw .raised(
        .type,
        "arrays to stack must be passed as a \"sequence\" type such as list or tuple.")
    }
    return try arrays(0)
  }

  /// As the dtype that was asked for.
  fileprivate func convert(
    _ arrays: inout [TracedArray], dtype place: Int, casting: Int
  ) throws(Interruption) {
    guard let dtype = try dtype(place) else { return }
    for (index, array) in arrays.enumerated() {
      if dtype < array.array.dtype, word(casting) != "unsafe" {
        throw .raised(
          .type,
          "Cannot cast array data from dtype('\(array.array.dtype.name)') to dtype('\(dtype.name)') according to the rule '\(word(casting) ?? "same_kind")'"
        )
      }
      arrays[index] = try math.converted(array, to: dtype)
    }
  }

  // MARK: block

  fileprivate func block() throws(Interruption) -> Value {
    let root = given(0) ?? .none
    var path: [Int] = []
    let depth = try blockDepth(root, &path)
    if depth == 0 { return try arrayValue(try math.copied(try array(of: root))) }
    var rank = depth
    try visitBlocks(root) { (block) throws(Interruption) in
      rank = max(rank, try array(of: block).array.rank)
    }
    return try arrayValue(try joinedBlocks(root, depth: depth, rank: rank))
  }

  private func pathText(_ path: [Int]) -> String {
    "arrays" + path.map { "[\($0)]" }.joined()
  }

  /// How deep the lists are nested, the same everywhere.
  private func blockDepth(_ value: Value, _ path: inout [Int]) throws(Interruption) -> Int {
    if value.kind == .tuple {
      throw .raised(
        .type,
        "\(pathText(path)) is a tuple. Only lists can be used to arrange blocks, and np.block does not allow implicit conversion from tuple to ndarray."
      )
    }
    guard value.kind == .list else { return 0 }
    let items = machine.elements(of: value)
    if items.isEmpty {
      throw .raised(.value, "List at \(pathText(path)) cannot be empty")
    }
    var first: Int?
    for (index, item) in items.enumerated() {
      path.append(index)
      var inner = path
      let depth = try machine.nested { () throws(Interruption) in
        try blockDepth(item, &inner)
      }
      if let first, first != depth {
        throw .raised(
          .value,
          "List depths are mismatched. First element was at depth \(first + path.count), but there is an element at depth \(depth + path.count) (\(pathText(path + Array(repeating: 0, count: depth))))"
        )
      }
      first = depth
      path.removeLast()
    }
    return (first ?? 0) + 1
  }

  private func visitBlocks(
    _ value: Value, _ body: (Value) throws(Interruption) -> Void
  ) throws(Interruption) {
    guard value.kind == .list else { return try body(value) }
    for item in machine.elements(of: value) { try visitBlocks(item, body) }
  }

  private func joinedBlocks(
    _ value: Value, depth: Int, rank: Int
  ) throws(Interruption) -> TracedArray {
    if depth == 0 {
      let block = try array(of: value)
      return try math.expanded(block, Array(0..<(rank - block.array.rank)))
    }
    let parts = try machine.elements(of: value).map { (item) throws(Interruption) in
      try joinedBlocks(item, depth: depth - 1, rank: rank)
    }
    return try math.joined(parts, axis: -depth)
  }
}
