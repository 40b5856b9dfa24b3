import Backprop

/// What stands between the brackets of `a[…]`, checked against the shape of `a`.
enum ArrayIndex {
  /// Integers, slices and new axes: a view.
  case basic(BasicIndex, isElement: Bool)
  /// Arrays of integers or truths among them: a copy.
  case advanced(AdvancedIndex)

  static var whole: ArrayIndex { .basic(BasicIndex([]), isElement: false) }
}

/// Elements picked by arrays of positions: they stand at `before[i] + picked[j] + behind[k]` for all
/// i, j and k, in this order.
struct AdvancedIndex {
  var before: [Int]
  var picked: [Int]
  var behind: [Int]
  /// Of what is picked, all axes.
  var shape: [Int]
  /// Whether it is one array of truths with the shape of all that is indexed, of which NumPy has its
  /// own complaints.
  var isMask = false

  var count: Int { before.count * picked.count * behind.count }

  /// The same with row-major positions turned into places in the memory of an array.
  func placed(in array: NDArray) -> AdvancedIndex {
    if array.isContiguous { return self }
    var result = self
    result.before = before.map(array.place)
    result.picked = picked.map(array.place)
    result.behind = behind.map(array.place)
    return result
  }

  @inline(__always)
  func forEachPlace(_ body: (_ index: Int, _ place: Int) -> Void) {
    var index = 0
    for i in before {
      for j in picked {
        for k in behind {
          body(index, i + j + k)
          index += 1
        }
      }
    }
  }
}

extension NDArray {
  /// The distance from the first element at which the element at a row-major position stands.
  func place(ofPosition position: Int) -> Int {
    var (rest, place) = (position, 0)
    for axis in stride(from: rank - 1, through: 0, by: -1) where shape[axis] > 0 {
      place += rest % shape[axis] * strides[axis]
      rest /= shape[axis]
    }
    return place
  }
}
