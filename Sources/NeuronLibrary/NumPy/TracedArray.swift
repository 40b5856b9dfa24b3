import Backprop

/// An array and the entry of the tape that computed it.
struct TracedArray {
  var array: NDArray
  var node: UInt32

  init(_ array: NDArray, node: UInt32 = 0) {
    self.array = array
    self.node = node
  }
}

enum ArrayOperation {
  case elementwise(Operation)
  case view(BasicIndex)
  case reshape([Int])
}
