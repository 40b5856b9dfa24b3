import Backprop
import NeuronRuntime

// `np.partition`: the lesser elements before a place, the greater ones after it.

extension Machine {
  func definePartitioning(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("partition", "a, kth, axis=, kind=, order=") { (call) throws(Interruption) in
      let (x, axis, places) = try call.partition(try call.array(0))
      if x.isConstant {
        return try call.arrayValue(
          try call.math.attempt { () throws(ArrayError) in
            try x.array.partitioned(axis: axis, at: places)
          })
      }
      let order = try call.math.attempt { () throws(ArrayError) in
        try x.array.argpartitioned(axis: axis, at: places)
      }
      return try call.arrayValue(try call.math.taken(x, along: axis, at: order))
    }
    functions.define("argpartition", "a, kth, axis=, kind=, order=") {
      (call) throws(Interruption) in
      let (x, axis, places) = try call.partition(
        try call.math.atLeast(1, try call.array(0)))
      return try call.arrayValue(
        try call.math.attempt { () throws(ArrayError) in
          try x.array.argpartitioned(axis: axis, at: places)
        })
    }
  }
}

extension ArrayCall {
  /// The lines, their axis, and the places in ascending order.
  fileprivate func partition(
    _ given: TracedArray
  ) throws(Interruption) -> (TracedArray, Int, [Int]) {
    if let kind = word(3), kind != "introselect" {
      throw .raised(.value, "select kind must be 'introselect' (got '\(kind)')")
    }
    if self[4] != nil {
      throw .raised(.value, "Cannot specify order when the array has no fields.")
    }
    var x = given
    var axis = 0
    if let value = self.given(2), value.isNone {
      x = try math.flattened(x)
    } else {
      axis = try self.axis(2, else: -1, rank: x.array.rank)
    }
    let kth = try array(1).array
    if kth.dtype == .float64 { throw .raised(.type, "Partition index must be integer") }
    if kth.rank > 1 { throw .raised(.value, "object too deep for desired array") }
    let size = x.array.shape[axis]
    if x.array.count == 0 { return (x, axis, []) }
    try machine.charge(x.array.count, times: 4 * max(kth.count, 1))
    let places = try kth.integerList.map { (place) throws(Interruption) in
      let counted = place < 0 ? place &+ size : place
      guard counted >= 0, counted < size else {
        throw .raised(.value, "kth(=\(counted)) out of bounds (\(size))")
      }
      return counted
    }
    return (x, axis, places.sorted())
  }
}
