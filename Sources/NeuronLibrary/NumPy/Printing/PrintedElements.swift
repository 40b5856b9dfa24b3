import Backprop

/// Which elements of an array are written.
struct PrintedElements {
  /// Elements at each end of the axes that are longer than twice as many; `nil` when all are written.
  let edgeItems: Int?
  private let array: NDArray

  init(of array: NDArray, _ options: PrintOptions) {
    self.array = array
    edgeItems = Double(array.count) > options.threshold ? options.edgeItems : nil
  }

  /// Whether an axis of so many elements is cut.
  func isCut(_ size: Int) -> Bool {
    guard let edgeItems else { return false }
    let (both, overflow) = edgeItems.multipliedReportingOverflow(by: 2)
    return overflow ? edgeItems < 0 : both < size
  }

  /// The elements written before and after the dots, the last one always; or all, after.
  func ends(_ size: Int) -> (leading: Range<Int>, trailing: Range<Int>) {
    guard let edgeItems, isCut(size) else { return (0..<0, 0..<size) }
    return (0..<max(0, edgeItems), (size - max(1, edgeItems))..<size)
  }

  /// How many are written.
  var count: Int {
    array.shape.reduce(1) { $0 * (ends($1).leading.count + ends($1).trailing.count) }
  }

  /// Their distances from the first element, in row-major order.
  var distances: [Int] {
    distances {
      ends($0).leading.count > 0 ? [ends($0).leading, ends($0).trailing] : [ends($0).trailing]
    }
  }

  /// The elements by which the form of all is chosen: those written, or, where fewer than one are asked
  /// for at each end, what NumPy's slices of that length leave.
  var sample: [Int] {
    guard let edgeItems, edgeItems < 1 else { return distances }
    return distances { size in
      if !isCut(size) { return [0..<size] }
      let left = min(size, Int(clamping: edgeItems.magnitude))
      return [0..<(left == 0 ? 0 : size - left), left..<size]
    }
  }

  private func distances(_ chosen: (Int) -> [Range<Int>]) -> [Int] {
    var result = [0]
    for (size, step) in zip(array.shape, array.strides) {
      let places = chosen(size).flatMap { $0.map { $0 * step } }
      result = result.flatMap { start in places.map { start + $0 } }
    }
    return result
  }
}
