extension NDArray {
  /// This array without an axis: at its first place along it.
  private func withoutAxis(_ axis: Int) -> NDArray {
    var (shape, strides) = (self.shape, self.strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return NDArray(
      storage: storage, dtype: dtype, offset: offset, shape: shape, strides: strides)
  }

  /// Hands the distance of the first element of each line along `axis` from the first element of the
  /// array to `body`, in row-major order of the other axes.
  @inline(__always)
  func forEachLine(along axis: Int, _ body: (Int) -> Void) {
    withoutAxis(axis).forEachOffset(body)
  }

  /// The same for two arrays whose other axes agree.
  @inline(__always)
  func walkLines(along axis: Int, with other: NDArray, _ body: (Int, Int) -> Void) {
    withoutAxis(axis).walk(with: other.withoutAxis(axis), body)
  }
}
