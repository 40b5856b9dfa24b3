import Backprop
import NeuronRuntime

extension Machine {
  /// What `repr` gives for an array.
  func representation(of array: NDArray) throws(Interruption) -> String {
    "array(\(array.floats), shape=\(tupleText(array.shape)))"
  }

  /// What `str` gives for an array.
  func text(of array: NDArray) throws(Interruption) -> String {
    try representation(of: array)
  }
}
