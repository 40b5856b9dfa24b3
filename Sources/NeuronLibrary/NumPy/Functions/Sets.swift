import Backprop
import NeuronRuntime

// Arrays as sets: distinct elements, and what two arrays share.

/// The distinct elements of an array in ascending order.
struct DistinctElements {
  /// Where each stands first in the array.
  var first: NDArray
  /// Which of them each element of the array is.
  var inverse: NDArray
  var counts: NDArray
}

extension ArrayMath {
  /// - Parameter order: that sorts the elements, equal ones in their order.
  /// - Parameter isNew: whether an element differs from the one sorted before it.
  fileprivate func distinct(
    order: NDArray, isNew: (Int, Int) -> Bool
  ) throws(Interruption) -> DistinctElements {
    let places = order.integerList
    var first: [Int] = []
    var counts: [Int] = []
    var inverse = Array(repeating: 0, count: places.count)
    for (index, place) in places.enumerated() {
      if index == 0 || isNew(places[index - 1], place) {
        first.append(place)
        counts.append(0)
      }
      counts[counts.count - 1] += 1
      inverse[place] = first.count - 1
    }
    return DistinctElements(
      first: try integers(first), inverse: try integers(inverse), counts: try integers(counts))
  }

  /// - Parameters:
  ///   - x: of one axis.
  ///   - findsFirst: whether `first` is to be the first of equal elements; else it is the one that comes
  ///     first when NumPy sorts, which only zeros of two signs tell.
  func distinct(
    _ x: NDArray, mergesNaN: Bool = true, findsFirst: Bool = true
  ) throws(Interruption) -> DistinctElements {
    let order = try argsorted(x, axis: 0, isStable: findsFirst)
    let step = x.strides[0]
    switch x.dtype {
    case .float64:
      let elements = x.pointer(Double.self)
      return try distinct(order: order) {
        let (a, b) = (elements[$0 * step], elements[$1 * step])
        return a != b && !(mergesNaN && a.isNaN && b.isNaN)
      }
    case .int64:
      let elements = x.pointer(Int64.self)
      return try distinct(order: order) { elements[$0 * step] != elements[$1 * step] }
    case .bool:
      let elements = x.pointer(UInt8.self)
      return try distinct(order: order) { elements[$0 * step] != elements[$1 * step] }
    }
  }

  /// The distinct rows of a matrix.
  fileprivate func distinctRows(_ x: NDArray) throws(Interruption) -> DistinctElements {
    let (rows, columns) = (x.shape[0], x.shape[1])
    try machine.charge(rows, times: 16 * max(columns, 1))
    let elements = x.floats
    func difference(_ i: Int, _ j: Int) -> (Double, Double)? {
      for column in 0..<columns {
        let (a, b) = (elements[i * columns + column], elements[j * columns + column])
        if a != b { return (a, b) }
      }
      return nil
    }
    let order = (0..<rows).sorted { i, j in
      guard let (a, b) = difference(i, j) else { return i < j }
      return a < b || (b.isNaN && !a.isNaN)
    }
    return try distinct(order: try integers(order)) { difference($0, $1) != nil }
  }

  func uniqueElements(_ x: TracedArray) throws(Interruption) -> TracedArray {
    let flat = try flattened(x)
    return try taken(flat, try distinct(flat.array, findsFirst: false).first, axis: 0)
  }

  /// For each element of `x` whether it is one of `others`, as truths.
  func membership(
    _ x: TracedArray, in others: TracedArray, isInverted: Bool
  ) throws(Interruption) -> NDArray {
    let both = try promoted([x, try flattened(others)])
    let missing: UInt8 = isInverted ? 1 : 0
    if others.array.count == 0 { return try filled(missing, x.array.shape).array }
    let known = try sorted(TracedArray(both[1].array), axis: 0)
    let places = try searchSorted(known.array, both[0].array, isRight: false)
    let last = try integer(known.array.count - 1)
    let found = try taken(
      known, try minimum(TracedArray(places), last).array, axis: 0)
    return try compare(isInverted ? .notEqual : .equal, found, TracedArray(both[0].array))
  }

  /// The elements where a condition of the same shape holds, in a row.
  func filtered(_ x: TracedArray, _ condition: NDArray) throws(Interruption) -> TracedArray {
    try taken(try flattened(x), try nonzeroPositions(condition), axis: 0)
  }
}

extension Machine {
  func defineSets(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define(
      "unique",
      "ar, return_index=, return_inverse=, return_counts=, axis=, *, equal_nan="
    ) { (call) throws(Interruption) in
      try call.unique()
    }
    functions.define("isin", "element, test_elements, assume_unique=, invert=, *, kind=") {
      (call) throws(Interruption) in
      try call.arrayValue(
        try call.math.membership(
          try call.array(0), in: try call.array(1), isInverted: try call.flag(3)))
    }
    functions.define("in1d", "ar1, ar2, assume_unique=, invert=, *, kind=") {
      (call) throws(Interruption) in
      try call.arrayValue(
        try call.math.membership(
          try call.math.flattened(try call.array(0)), in: try call.array(1),
          isInverted: try call.flag(3)))
    }
    functions.define("union1d", "ar1, ar2") { (call) throws(Interruption) in
      let all = try call.math.appended(try call.array(0), try call.array(1), axis: nil)
      return try call.arrayValue(try call.math.uniqueElements(all))
    }
    functions.define("setdiff1d", "ar1, ar2, assume_unique=") { (call) throws(Interruption) in
      var x = try call.math.flattened(try call.array(0))
      if !(try call.flag(2)) { x = try call.math.uniqueElements(x) }
      let kept = try call.math.membership(x, in: try call.array(1), isInverted: true)
      return try call.arrayValue(try call.math.filtered(x, kept))
    }
    functions.define("setxor1d", "ar1, ar2, assume_unique=") { (call) throws(Interruption) in
      let x = try call.math.uniqueElements(try call.array(0))
      let y = try call.math.uniqueElements(try call.array(1))
      let onlyX = try call.math.filtered(
        x, try call.math.membership(x, in: y, isInverted: true))
      let onlyY = try call.math.filtered(
        y, try call.math.membership(y, in: x, isInverted: true))
      let all = try call.math.concatenated([onlyX, onlyY], axis: 0)
      return try call.arrayValue(try call.math.sorted(all, axis: 0))
    }
    functions.define("intersect1d", "ar1, ar2, assume_unique=, return_indices=") {
      (call) throws(Interruption) in
      try call.intersection()
    }
  }
}

extension ArrayCall {
  fileprivate func unique() throws(Interruption) -> Value {
    let x = try array(0)
    var results: [Value] = []
    let found: DistinctElements
    var inverseShape = x.array.shape
    if let axis = try axis(4, rank: x.array.rank) {
      let rows = try math.moving(x, axis, to: 0)
      let size = x.array.shape[axis]
      let width = size == 0 ? 0 : x.array.count / size
      found = try math.distinctRows(try math.reshaped(rows, to: [size, width]).array)
      results.append(try arrayValue(try math.taken(x, found.first, axis: axis)))
      inverseShape = [size]
    } else {
      let flat = try math.flattened(x)
      found = try math.distinct(
        flat.array, mergesNaN: try flag(5, else: true), findsFirst: try flag(1))
      results.append(try arrayValue(try math.taken(flat, found.first, axis: 0)))
    }
    if try flag(1) { results.append(try arrayValue(found.first)) }
    if try flag(2) {
      results.append(
        try arrayValue(try math.reshaped(TracedArray(found.inverse), to: inverseShape)))
    }
    if try flag(3) { results.append(try arrayValue(found.counts)) }
    return results.count == 1 ? results[0] : try machine.heap.tuple(results)
  }

  fileprivate func intersection() throws(Interruption) -> Value {
    let x = try math.flattened(try array(0))
    let y = try math.flattened(try array(1))
    let (ofX, ofY) = (try math.distinct(x.array), try math.distinct(y.array))
    let both = try math.promoted([
      try math.taken(x, ofX.first, axis: 0), try math.taken(y, ofY.first, axis: 0),
    ])
    let inX = try math.membership(both[0], in: both[1], isInverted: false)
    let shared = try arrayValue(try math.filtered(both[0], inX))
    if !(try flag(3)) { return shared }
    let inY = try math.membership(both[1], in: both[0], isInverted: false)
    return try machine.heap.tuple([
      shared, try arrayValue(try math.filtered(TracedArray(ofX.first), inX)),
      try arrayValue(try math.filtered(TracedArray(ofY.first), inY)),
    ])
  }
}
