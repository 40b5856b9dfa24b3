// Axes are ascending and distinct; `keepsAxes` says whether they stay, with size 1.

extension NDArray {
  /// The product over `axes`: 1 of nothing, `int64` of integers and truths.
  public func product(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1.0) { (a: Double, b: Double) in a * b }
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1) { (a: Int64, b: Int64) in a &* b }
    case .bool:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1) { (a: Int64, b: UInt8) in a &* Int64(b) }
    }
  }

  /// The greatest element over `axes`, of the same dtype; nan where there is one.
  ///
  /// - Throws: `value` when there is nothing to choose from.
  public func maximum(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    try refuseEmpty(axes, "maximum")
    return switch dtype {
    case .float64:
      try reduced(axes, keepsAxes: keepsAxes, identity: -Double.infinity) {
        (a: Double, b: Double) in a.isNaN || a > b ? a : b
      }
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: Int64.min) { (a: Int64, b: Int64) in
        max(a, b)
      }
    case .bool:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) { (a: UInt8, b: UInt8) in a | b }
    }
  }

  /// The least element over `axes`, of the same dtype; nan where there is one.
  ///
  /// - Throws: `value` when there is nothing to choose from.
  public func minimum(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    try refuseEmpty(axes, "minimum")
    return switch dtype {
    case .float64:
      try reduced(axes, keepsAxes: keepsAxes, identity: Double.infinity) {
        (a: Double, b: Double) in a.isNaN || a < b ? a : b
      }
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: Int64.max) { (a: Int64, b: Int64) in
        min(a, b)
      }
    case .bool:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1) { (a: UInt8, b: UInt8) in a & b }
    }
  }

  private func refuseEmpty(_ axes: [Int], _ name: String) throws(ArrayError) {
    if axes.contains(where: { shape[$0] == 0 })
      && !reducedShape(axes, keepsAxes: false).contains(0)
    {
      throw .value("zero-size array to reduction operation \(name) which has no identity")
    }
  }

  /// Whether all elements over `axes` are other than 0 (nan is); of nothing it is true.
  public func all(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1) { (a: UInt8, b: Double) in b == 0 ? 0 : a
      }
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1) { (a: UInt8, b: Int64) in b == 0 ? 0 : a
      }
    case .bool:
      try reduced(axes, keepsAxes: keepsAxes, identity: 1) { (a: UInt8, b: UInt8) in a & b }
    }
  }

  /// Whether any element over `axes` is other than 0 (nan is); of nothing it is false.
  public func any(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) { (a: UInt8, b: Double) in b == 0 ? a : 1
      }
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) { (a: UInt8, b: Int64) in b == 0 ? a : 1
      }
    case .bool:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) { (a: UInt8, b: UInt8) in a | b }
    }
  }

  /// How many elements over `axes` are other than 0, as `int64`.
  public func countNonzero(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) {
        (a: Int64, b: Double) in b == 0 ? a : a &+ 1
      }
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) {
        (a: Int64, b: Int64) in b == 0 ? a : a &+ 1
      }
    case .bool: try sum(axes: axes, keepsAxes: keepsAxes)
    }
  }
}
