import Backprop
import NeuronRuntime

extension SampleGenerator {
  static let blobs = SampleGenerator(
    name: "make_blobs",
    parameters: [
      "n_samples", "n_features", "centers", "cluster_std", "center_box", "shuffle",
      "random_state", "return_centers",
    ], places: 2
  ) { (call) throws(Interruption) in
    try call.checkBlobs()
    let shuffles = try call.flag("shuffle", else: true)
    let returnsCenters = try call.flag("return_centers", else: false)
    let state = try call.randomState()
    let centers = try call.centers(state)
    let counts = try call.counts(of: centers)
    let deviations = try call.deviations(of: centers)
    var points = try call.points(counts, centers.array, deviations, state)
    if shuffles { try points.shuffle(state) }
    return try points.value(returnsCenters ? [centers.value] : [])
  }
}

/// Where the blobs are.
private struct Centers {
  /// `[k,d]`, of any dtype.
  let array: NDArray
  /// The array as a program sees it.
  let value: Value
  var count: Int { array.shape[0] }
}

extension SampleCall {
  /// The numbers of points for each blob where a program gives a sequence of them.
  private var counts: Value? {
    self["n_samples"].flatMap { isArrayLike($0) ? $0 : nil }
  }

  private func isArrayLike(_ value: Value) -> Bool {
    [.list, .tuple, .range].contains(value.kind) || machine.arrayValue(value) != nil
  }

  /// The parameters whose checks need no other.
  fileprivate func checkBlobs() throws(Interruption) {
    if counts == nil { _ = try count("n_samples", else: 100, from: 1, or: " or an array-like") }
    _ = try count("n_features", else: 2, from: 1)
    if let centers = self["centers"], !centers.isNone, !isArrayLike(centers) {
      _ = try count("centers", else: 3, from: 1, or: ", an array-like or None")
    }
    if let deviation = self["cluster_std"], !isArrayLike(deviation),
      try number(deviation, where: { $0 >= 0 }) == nil
    {
      throw try invalid("cluster_std", "a float in the range [0.0, inf) or an array-like")
    }
    if let box = self["center_box"], box.kind != .tuple {
      throw try invalid("center_box", "an instance of 'tuple'")
    }
  }

  // MARK: Centers

  fileprivate func centers(_ state: RandomStateValue) throws(Interruption) -> Centers {
    let given = self["centers"].flatMap { $0.isNone ? nil : $0 }
    guard let counts else {
      if let given, isArrayLike(given) { return try fixedCenters(given) }
      return try randomCenters(try count("centers", else: 3, from: 1), state)
    }
    let blobs = machine.length(counts) ?? 0
    guard let given else { return try randomCenters(blobs, state) }
    guard isArrayLike(given) else {
      throw .raised(
        .value,
        "Parameter `centers` must be array-like. Got \(try machine.representation(of: given)) instead"
      )
    }
    if machine.length(given) != blobs {
      throw .raised(
        .value,
        "Length of `n_samples` not consistent with number of centers. Got n_samples = \(try machine.text(of: counts)) and centers = \(try machine.text(of: given))"
      )
    }
    return try fixedCenters(given)
  }

  private func randomCenters(
    _ blobs: Int, _ state: RandomStateValue
  ) throws(Interruption) -> Centers {
    var bounds = [-10.0, 10.0]
    if let box = self["center_box"] {
      let parts = machine.elements(of: box)
      if parts.count < 2 { throw .raised(.index, "tuple index out of range") }
      bounds = []
      for part in parts.prefix(2) {
        guard let bound = try number(part, where: { _ in true }) else {
          throw .raised(.type, "must be real number, not \(machine.typeName(part))")
        }
        bounds.append(bound)
      }
    }
    let width = bounds[1] - bounds[0]
    if !width.isFinite { throw .raised(.overflow, "Range exceeds valid bounds") }
    if blobs == 0 {
      throw .raised(
        .value,
        "Found array with 0 sample(s) (shape=(0, \(try count("n_features", else: 2, from: 1)))) while a minimum of 1 is required."
      )
    }
    let stream = try state.stream()
    let shape = [blobs, try count("n_features", else: 2, from: 1)]
    let array = try StreamCall(machine, "uniform", state, []).array(shape, of: Double.self) {
      stream.fill($0, .uniform, [RandomColumn(bounds[0]), RandomColumn(width)])
    }
    return Centers(array: array, value: try machine.array(array))
  }

  private func fixedCenters(_ given: Value) throws(Interruption) -> Centers {
    let traced = try machine.arrayArgument(given, "array")
    if traced.node != 0 { throw machine.untraceable("make_blobs") }
    let array = traced.array
    if array.rank > 2 {
      throw .raised(
        .value, "Found array with dim \(array.rank), while dim <= 2 is required.")
    }
    if array.rank < 2 {
      let text = try machine.text(of: try machine.array(array))
      throw .raised(
        .value,
        "Expected 2D array, got \(array.rank == 0 ? "scalar" : "1D") array instead:\narray=\(text).\nReshape your data either using array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a single sample."
      )
    }
    if array.dtype == .float64 {
      let floats = array.floats
      if floats.contains(where: \.isNaN) { throw .raised(.value, "Input contains NaN.") }
      if floats.contains(where: \.isInfinite) {
        throw .raised(
          .value, "Input contains infinity or a value too large for dtype('float64').")
      }
    }
    for (axis, word) in [(0, "sample"), (1, "feature")] where array.shape[axis] == 0 {
      throw .raised(
        .value,
        "Found array with 0 \(word)(s) (shape=\(machine.tupleText(array.shape))) while a minimum of 1 is required."
      )
    }
    let value = machine.arrayValue(given) == nil ? try machine.array(array) : given
    return Centers(array: array, value: value)
  }

  // MARK: Blobs

  /// How many points each blob has.
  fileprivate func counts(of centers: Centers) throws(Interruption) -> [Int] {
    if let counts {
      return try machine.allItems(of: counts).map { (item) throws(Interruption) in
        let count = try machine.indexArgument(item)
        if count < 0 { throw .raised(.value, "negative dimensions are not allowed") }
        return count
      }
    }
    let total = try count("n_samples", else: 100, from: 1)
    try machine.charge(centers.count)
    return (0..<centers.count).map {
      total / centers.count + ($0 < total % centers.count ? 1 : 0)
    }
  }

  /// The deviation of each blob.
  fileprivate func deviations(of centers: Centers) throws(Interruption) -> [Double] {
    guard let given = self["cluster_std"], isArrayLike(given) else {
      let one = try self["cluster_std"].flatMap { (v) throws(Interruption) in
        try number(v, where: { _ in true })
      }
      return Array(repeating: one ?? 1, count: centers.count)
    }
    if machine.length(given) != centers.count {
      throw .raised(
        .value,
        "Length of `clusters_std` not consistent with number of centers. Got centers = \(try machine.text(of: centers.value)) and cluster_std = \(try machine.text(of: given))"
      )
    }
    return try machine.allItems(of: given).map { (item) throws(Interruption) in
      guard let deviation = try number(item, where: { _ in true }) else {
        throw .raised(.type, "must be real number, not \(machine.typeName(item))")
      }
      if deviation.sign == .minus, !deviation.isNaN { throw .raised(.value, "scale < 0") }
      return deviation
    }
  }

  fileprivate func points(
    _ counts: [Int], _ centers: NDArray, _ deviations: [Double], _ state: RandomStateValue
  ) throws(Interruption) -> LabelledPoints {
    let stream = try state.stream()
    let dimension = centers.shape[1]
    var total = 0
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      total = overflow ? .max : sum
    }
    let result = try LabelledPoints(
      count: total, dimension: dimension, isByColumn: false, in: machine)
    let target = UnsafeMutableBufferPointer(
      start: result.points.pointer(Double.self), count: result.points.count)
    stream.fill(target, .standardNormal, [])
    var next = 0
    for (blob, count) in counts.enumerated() {
      for _ in 0..<count {
        result.labels.pointer(Int64.self)[next] = Int64(blob)
        for axis in 0..<dimension {
          let place = blob * centers.strides[0] + axis * centers.strides[1]
          let index = next * dimension + axis
          target[index] = centers.float(atOffset: place) + deviations[blob] * target[index]
        }
        next += 1
      }
    }
    return result
  }
}
