extension NDArray {
  /// The arrays one after another along an axis.
  ///
  /// - Parameter arrays: at least one; of one dtype and rank, at least 1.
  /// - Throws: `value` when sizes of other axes differ.
  public static func concatenate(
    _ arrays: [NDArray], axis: Int
  ) throws(ArrayError) -> NDArray {
    var shape = arrays[0].shape
    for (place, array) in arrays.enumerated().dropFirst() {
      try arrays[0].refuseOtherSizes(array, at: place, axis: axis)
      shape[axis] += array.shape[axis]
    }
    let result = try NDArray(uninitialized: shape, arrays[0].dtype, budget: arrays[0].budget)
    var start = 0
    for array in arrays {
      var part = result.shape
      part[axis] = array.shape[axis]
      NDArray(
        storage: result.storage, dtype: result.dtype, offset: start * result.strides[axis],
        shape: part, strides: result.strides
      ).assign(array)
      start += array.shape[axis]
    }
    return result
  }

  private func refuseOtherSizes(_ other: NDArray, at place: Int, axis: Int) throws(ArrayError) {
    guard rank == other.rank else {
      throw .value(
        "all the input arrays must have same number of dimensions, but the array at index 0 has \(rank) dimension(s) and the array at index \(place) has \(other.rank) dimension(s)"
      )
    }
    for dimension in shape.indices
    where dimension != axis && shape[dimension] != other.shape[dimension] {
      throw .value(
        "all the input array dimensions except for the concatenation axis must match exactly, but along dimension \(dimension), the array at index 0 has size \(shape[dimension]) and the array at index \(place) has size \(other.shape[dimension])"
      )
    }
  }
}
