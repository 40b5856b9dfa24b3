import Backprop
import NeuronRuntime

// Elements in order, and the order itself.

extension ArrayMath {
  /// Each line along an axis in ascending order, NaN last.
  func sorted(_ x: TracedArray, axis: Int) throws(Interruption) -> TracedArray {
    if !x.isConstant {
      return try taken(x, along: axis, at: try argsorted(x.array, axis: axis, isStable: true))
    }
    try chargeSorting(x.array, axis)
    return TracedArray(
      try attempt { () throws(ArrayError) in try x.array.sorted(axis: axis) })
  }

  func argsorted(_ x: NDArray, axis: Int, isStable: Bool) throws(Interruption) -> NDArray {
    try chargeSorting(x, axis)
    return try attempt { () throws(ArrayError) in
      try x.argsorted(axis: axis, stable: isStable)
    }
  }

  private func chargeSorting(_ x: NDArray, _ axis: Int) throws(Interruption) {
    let rounds = Int.bitWidth - x.shape[axis].leadingZeroBitCount
    try machine.charge(x.count, times: max(rounds, 1))
  }

  /// What `indices` (from 0 on, of the rank of `x`) say along an axis, the other axes broadcast.
  func taken(
    _ x: TracedArray, along axis: Int, at indices: NDArray
  ) throws(Interruption) -> TracedArray {
    let positions = try positions(of: indices, in: x.array.shape, axis)
    return try taken(x, at: positions, shape: positions.shape)
  }

  /// The row-major places in an array that indices along one of its axes mean.
  func positions(
    of indices: NDArray, in shape: [Int], _ axis: Int
  ) throws(Interruption) -> NDArray {
    try requireMatching(indices.shape, shape, axis)
    var result = indices.shape
    for place in result.indices where place != axis && result[place] == 1 {
      result[place] = shape[place]
    }
    let all = try contiguous(
      try broadcast(TracedArray(indices), to: result).array)
    // An axis of size 1 is repeated.
    var strides = NDArray.rowMajorStrides(shape)
    for place in shape.indices where place != axis && shape[place] == 1 { strides[place] = 0 }
    let positions = try empty(result, .int64)
    let (chosen, places) = (all.pointer(Int64.self), positions.pointer(Int64.self))
    for index in 0..<positions.count {
      var (rest, place) = (index, Int(chosen[index]) * strides[axis])
      for other in stride(from: result.count - 1, through: 0, by: -1) {
        let (quotient, own) = rest.quotientAndRemainder(dividingBy: result[other])
        if other != axis { place += own * strides[other] }
        rest = quotient
      }
      places[index] = Int64(place)
    }
    return positions
  }

  /// Fails where indices along an axis do not broadcast to an array of as many axes.
  func requireMatching(
    _ indices: [Int], _ shape: [Int], _ axis: Int
  ) throws(Interruption) {
    let fits = shape.indices.allSatisfy {
      $0 == axis || indices[$0] == shape[$0] || indices[$0] == 1 || shape[$0] == 1
    }
    if fits { return }
    let texts = shape.indices.map { place in
      if place == axis { return shapeText(indices) + " " }
      var own = Array(repeating: 1, count: shape.count)
      own[place] = shape[place]
      return shapeText(own) + " "
    }
    throw .raised(
      .index,
      "shape mismatch: indexing arrays could not be broadcast together with shapes \(texts.joined())"
    )
  }

  /// Where values would have to be put into a sorted array.
  func searchSorted(
    _ x: NDArray, _ values: NDArray, isRight: Bool, sorter: NDArray? = nil
  ) throws(Interruption) -> NDArray {
    let both = try promoted([TracedArray(x), TracedArray(values)]).map(\.array)
    try machine.charge(
      values.count, times: max(Int.bitWidth - x.count.leadingZeroBitCount, 1))
    return try attempt { () throws(ArrayError) in
      try both[0].searchSorted(both[1], right: isRight, sorter: sorter)
    }
  }

  /// The order of several keys of one shape, the last one counting most.
  fileprivate func lexicalOrder(
    _ keys: [TracedArray], axis: Int
  ) throws(Interruption) -> NDArray {
    var order = try argsorted(keys[0].array, axis: axis, isStable: true)
    for key in keys.dropFirst() {
      let arranged = try taken(TracedArray(key.array), along: axis, at: order)
      let next = try argsorted(arranged.array, axis: axis, isStable: true)
      order = try taken(TracedArray(order), along: axis, at: next).array
    }
    return order
  }
}

extension Machine {
  func defineSorting(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("sort", "a, axis=, kind=, order=, *, stable=") {
      (call) throws(Interruption) in
      _ = try call.isStable(kind: 2, order: 3, stable: 4)
      let (x, axis) = try call.sortedAxis(try call.array(0))
      return try call.arrayValue(try call.math.sorted(x, axis: axis))
    }
    functions.define("argsort", "a, axis=, kind=, order=, *, stable=") {
      (call) throws(Interruption) in
      let isStable = try call.isStable(kind: 2, order: 3, stable: 4)
      if call.word(2)?.lowercased().first == "h" {
        throw call.refuse("kind='heapsort'", instead: "use kind='stable'")
      }
      let (x, axis) = try call.sortedAxis(try call.math.atLeast(1, try call.array(0)))
      return try call.arrayValue(
        try call.math.argsorted(x.array, axis: axis, isStable: isStable))
    }
    functions.define("lexsort", "keys, axis=") { (call) throws(Interruption) in
      let keys = try call.arrays(0)
      guard let first = keys.first?.array else {
        throw .raised(.type, "need sequence of keys with len > 0 in lexsort")
      }
      if keys.contains(where: { $0.array.shape != first.shape }) {
        throw .raised(.value, "all keys need to be the same shape")
      }
      if first.rank == 0 { return Value(numpy: 0 as Int) }
      let axis = try call.axis(1, else: -1, rank: first.rank)
      return try call.arrayValue(try call.math.lexicalOrder(keys, axis: axis))
    }
    defineSearches(functions)
  }

  private func defineSearches(_ functions: ArrayFunctions) {
    functions.define("searchsorted", "a, v, side=, sorter=") { (call) throws(Interruption) in
      let x = try call.array(0).array
      if x.rank != 1 {
        throw .raised(
          .value,
          x.rank == 0
            ? "object of too small depth for desired array"
            : "object too deep for desired array")
      }
      let side = call.word(2) ?? "left"
      guard let first = side.lowercased().first, first == "l" || first == "r" else {
        throw .raised(.value, "search side must be 'left' or 'right' (got '\(side)')")
      }
      var sorter: NDArray?
      if let given = call[3] { sorter = try call.sorter(try call.array(of: given).array, x) }
      return try call.value(
        try call.math.searchSorted(
          x, try call.array(1).array, isRight: first == "r", sorter: sorter))
    }
    functions.define("digitize", "x, bins, right=") { (call) throws(Interruption) in
      let bins = try call.array(1)
      if bins.array.rank != 1 {
        throw .raised(
          .value,
          bins.array.rank == 0
            ? "object of too small depth for desired array"
            : "object too deep for desired array")
      }
      let x = try call.array(0).array
      let isRight = !(try call.flag(2))
      try call.machine.charge(bins.array.count)
      let edges = bins.array.floats
      if zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) {
        return try call.value(try call.math.searchSorted(bins.array, x, isRight: isRight))
      }
      if !zip(edges, edges.dropFirst()).allSatisfy({ $0 >= $1 }) {
        throw .raised(.value, "bins must be monotonically increasing or decreasing")
      }
      let places = try call.math.searchSorted(
        try call.math.flipped(bins, [0]).array, x, isRight: isRight)
      return try call.value(
        try call.math.subtract(try call.math.integer(edges.count), TracedArray(places)))
    }
  }
}

extension ArrayCall {
  /// The lines to sort: those along an axis, the last one where none is given, or all in a row.
  fileprivate func sortedAxis(_ x: TracedArray) throws(Interruption) -> (TracedArray, Int) {
    if let axis = given(1), axis.isNone { return (try math.flattened(x), 0) }
    return (x, try axis(1, else: -1, rank: x.array.rank))
  }

  fileprivate func isStable(
    kind: Int, order: Int, stable: Int
  ) throws(Interruption) -> Bool {
    if self[order] != nil {
      throw .raised(.value, "Cannot specify order when the array has no fields.")
    }
    if let stable = self[stable] {
      if self[kind] != nil {
        throw .raised(
          .value,
          "`kind` and `stable` parameters can't be provided at the same time. Use only one of them."
        )
      }
      return try machine.isTrue(stable)
    }
    guard let word = word(kind) else { return false }
    guard let letter = word.lowercased().first, "qhms".contains(letter) else {
      throw .raised(
        .value, "sort kind must be one of 'quick', 'heap', or 'stable' (got '\(word)')")
    }
    return letter == "m" || letter == "s"
  }

  fileprivate func sorter(_ sorter: NDArray, _ x: NDArray) throws(Interruption) -> NDArray {
    if sorter.dtype == .float64 {
      throw .raised(.type, "sorter must only contain integers")
    }
    if sorter.rank != 1 { throw .raised(.value, "object too deep for desired array") }
    if sorter.count != x.count { throw .raised(.value, "sorter.size must equal a.size") }
    let places = try math.converted(TracedArray(sorter), to: .int64).array
    if places.integerList.contains(where: { $0 < 0 || $0 >= x.count }) {
      throw .raised(.value, "Sorter index out of range.")
    }
    return places
  }
}
