import Backprop
import NeuronRuntime

// `choice` in its two ways: the older and that of `default_rng`, which differ in what they draw without
// replacement and in their words.

extension StreamMethod {
  static let legacyChoice = StreamMethod("choice", "a, size=, replace=, p=") {
    (call) throws(Interruption) in
    try call.choice()
  }

  static let modernChoice = StreamMethod("choice", "a, size=, replace=, p=, axis=, shuffle=") {
    (call) throws(Interruption) in
    try call.choice()
  }
}

/// What is chosen from.
private enum Population {
  case count(Int)
  case elements(TracedArray, axis: Int)

  var count: Int {
    switch self {
    case .count(let count): count
    case .elements(let traced, let axis): traced.array.shape[axis]
    }
  }
}

extension StreamCall {
  fileprivate func choice() throws(Interruption) -> Value {
    let stream = try stream()
    let asked = try size(1)
    let count = try asked.map { (shape) throws(Interruption) in try product(shape) } ?? 1
    let population = try population(isEmptyAllowed: count == 0)
    let chances = try chances(for: population.count)
    let replaces = try self[2].map { (v) throws(Interruption) in try machine.isTrue(v) } ?? true
    if replaces, count < 0 { throw .raised(.value, "negative dimensions are not allowed") }
    if !replaces { try expectSample(count, of: population.count) }
    let places: NDArray
    switch (replaces, chances) {
    case (true, let chances?): places = try weighted(stream, asked ?? [], chances)
    case (true, nil): places = try uniform(stream, asked ?? [], population.count)
    case (false, let chances?):
      places = try weightedSample(stream, asked ?? [], count, chances)
    case (false, nil): places = try sample(stream, asked ?? [], count, population.count)
    }
    return try picked(places, from: population, isArray: asked != nil)
  }

  /// The product of sizes, of any sign.
  private func product(_ shape: [Int]) throws(Interruption) -> Int {
    if shape.count == 1 { return shape[0] }
    return try machine.attempt { () throws(ArrayError) in try NDArray.count(of: shape) }
  }

  // MARK: From what

  private func population(isEmptyAllowed: Bool) throws(Interruption) -> Population {
    let value = self.value(0)
    let given = machine.arrayValue(value)?.array
    if [.int, .bool, .bigInt].contains(value.kind) || given?.rank == 0 && given?.dtype != .float64 {
      let count = try machine.indexArgument(value)
      guard count > 0 || isEmptyAllowed else {
        throw .raised(
          .value,
          isModern
            ? "a must be a positive integer unless no samples are taken"
            : "a must be greater than 0 unless no samples are taken")
      }
      return .count(count)
    }
    guard [.list, .tuple, .range].contains(value.kind) || given != nil, given?.rank != 0 else {
      throw .raised(.value, try notAPopulation(value))
    }
    try refuseTexts(value, "choice")
    let array = try machine.arrayArgument(value, "random.choice")
    let axis = try populationAxis(array.array)
    if array.array.shape[axis] == 0, !isEmptyAllowed {
      throw .raised(
        .value,
        "\(isModern ? "a" : "'a'") cannot be empty unless no samples are taken")
    }
    return .elements(array, axis: axis)
  }

  private func notAPopulation(_ value: Value) throws(Interruption) -> String {
    if !isModern { return "a must be 1-dimensional or an integer" }
    let type = try machine.representation(of: machine.type(of: value))
    return "a must be a sequence or an integer, not \(type)"
  }

  private func populationAxis(_ array: NDArray) throws(Interruption) -> Int {
    if !isModern {
      guard array.rank == 1 else { throw .raised(.value, "a must be 1-dimensional") }
      return 0
    }
    let axis = try self[4].map { (v) throws(Interruption) in try machine.indexArgument(v) } ?? 0
    guard axis >= -array.rank, axis < array.rank else {
      throw .raised(.index, "tuple index out of range")
    }
    return axis < 0 ? axis + array.rank : axis
  }

  // MARK: With what probabilities

  /// The probabilities of each place, contiguous `float64`; `nil` where all are the same.
  private func chances(for count: Int) throws(Interruption) -> NDArray? {
    guard let value = self[3], !value.isNone else { return nil }
    let (p, named) = isModern ? ("p", "a and p") : ("'p'", "'a' and 'p'")
    guard machine.length(value) != nil else {
      throw .raised(.type, "object of type '\(machine.typeName(value))' has no len()")
    }
    guard case .array(let given) = try parameter(value), given.rank == 1 else {
      throw .raised(.value, "\(p) must be 1-dimensional")
    }
    if given.count != count { throw .raised(.value, "\(named) must have same size") }
    let array = try machine.attempt { () throws(ArrayError) in try given.contiguous() }
    let chances = UnsafeBufferPointer(start: array.pointer(Double.self), count: count)
    let sum = compensatedSum(chances)
    let word = isModern ? "Probabilities" : "probabilities"
    if sum.isNaN { throw .raised(.value, "\(word) contain NaN") }
    if chances.contains(where: { $0 < 0 }) {
      throw .raised(.value, "\(word) are not non-negative")
    }
    if abs(sum - 1) > Double.ulpOfOne.squareRoot() {
      throw .raised(
        .value,
        "\(word) do not sum to 1\(isModern ? ". See Notes section of docstring for more information." : "")"
      )
    }
    return array
  }

  private func expectSample(_ count: Int, of population: Int) throws(Interruption) {
    if count > population {
      throw .raised(
        .value,
        "Cannot take a larger sample than population when \(isModern ? "replace is False" : "'replace=False'")"
      )
    }
    if count < 0 {
      throw .raised(.value, "\(isModern ? "n" : "N")egative dimensions are not allowed")
    }
  }

  // MARK: Places

  private func uniform(
    _ stream: any RandomStream, _ shape: [Int], _ count: Int
  ) throws(Interruption) -> NDArray {
    try array(shape, of: Int64.self) {
      stream.fillIntegers($0, from: IntegerColumn(0), to: IntegerColumn(Int64(max(count, 1) - 1)))
    }
  }

  private func weighted(
    _ stream: any RandomStream, _ shape: [Int], _ chances: NDArray
  ) throws(Interruption) -> NDArray {
    let units = try array(shape, of: Double.self) { stream.fillUnits($0) }
    return try places(of: units, in: try distribution(chances))
  }

  /// The running sums of probabilities, scaled to end in 1.
  private func distribution(_ chances: NDArray) throws(Interruption) -> NDArray {
    try array(chances.shape, of: Double.self) { result in
      let from = chances.pointer(Double.self)
      var sum = 0.0
      for index in result.indices {
        sum = index == 0 ? from[0] : sum + from[index]
        result[index] = sum
      }
      for index in result.indices { result[index] /= sum }
    }
  }

  /// For each number the first place whose sum is above it.
  private func places(
    of units: NDArray, in distribution: NDArray
  ) throws(Interruption) -> NDArray {
    let sums = UnsafeBufferPointer(
      start: distribution.pointer(Double.self), count: distribution.count)
    let from = units.pointer(Double.self)
    return try array(units.shape, of: Int64.self) { result in
      for index in result.indices {
        var (low, high) = (0, sums.count)
        while low < high {
          let middle = (low + high) / 2
          if from[index] < sums[middle] { high = middle } else { low = middle + 1 }
        }
        result[index] = Int64(low)
      }
    }
  }

  /// Draws as many as are still missing, keeps the first of each place, and takes the chances of those
  /// kept away, until there are enough.
  private func weightedSample(
    _ stream: any RandomStream, _ shape: [Int], _ count: Int, _ chances: NDArray
  ) throws(Interruption) -> NDArray {
    let rest = try machine.attempt { () throws(ArrayError) in try chances.contiguousCopy() }
    let left = UnsafeMutableBufferPointer(start: rest.pointer(Double.self), count: rest.count)
    guard left.count(where: { $0 > 0 }) >= count else {
      throw .raised(.value, "Fewer non-zero entries in p than size")
    }
    let result = try array(shape, of: Int64.self) { _ in }
    let found = result.pointer(Int64.self)
    var taken = Set<Int64>()
    while taken.count < count {
      let missing = count - taken.count
      let units = try array([missing], of: Double.self) { stream.fillUnits($0) }
      for place in taken { left[Int(place)] = 0 }
      let drawn = try places(of: units, in: try distribution(rest))
      for index in 0..<missing {
        let place = drawn.pointer(Int64.self)[index]
        let next = taken.count
        if taken.insert(place).inserted { found[next] = place }
      }
    }
    return result
  }

  private func sample(
    _ stream: any RandomStream, _ shape: [Int], _ count: Int, _ population: Int
  ) throws(Interruption) -> NDArray {
    if !isModern {
      let all = try permutation(stream, of: population)
      return try reshaped(all, from: 0, count: count, shape)
    }
    let shuffles = try self[5].map { (v) throws(Interruption) in try machine.isTrue(v) } ?? true
    if population > 10_000, count > population / (shuffles ? 50 : 20) {
      return try tailOfShuffled(stream, shape, count, population)
    }
    return try floydSample(stream, shape, count, population, shuffles: shuffles)
  }

  private func tailOfShuffled(
    _ stream: any RandomStream, _ shape: [Int], _ count: Int, _ population: Int
  ) throws(Interruption) -> NDArray {
    let all = try array([population], of: Int64.self) { result in
      for index in result.indices { result[index] = Int64(index) }
      stream.shuffleTail(result, downTo: max(population - count, 1))
    }
    return try reshaped(all, from: population - count, count: count, shape)
  }

  /// R. W. Floyd's way (J. Bentley, "Programming Pearls", Communications of the ACM 30, 1987): for each of
  /// the last places a random one up to it, or itself where that was taken.
  private func floydSample(
    _ stream: any RandomStream, _ shape: [Int], _ count: Int, _ population: Int, shuffles: Bool
  ) throws(Interruption) -> NDArray {
    try machine.reserve(count &* 16)
    return try array(shape, of: Int64.self) { result in
      var taken = Set<Int64>()
      for (place, last) in ((population - count)..<population).enumerated() {
        let drawn = Int64(stream.bounded(last))
        let chosen = taken.insert(drawn).inserted ? drawn : Int64(last)
        if chosen != drawn { taken.insert(chosen) }
        result[place] = chosen
      }
      if shuffles { stream.shuffleTail(result, downTo: 1) }
    }
  }

  // MARK: Elements

  private func picked(
    _ places: NDArray, from population: Population, isArray: Bool
  ) throws(Interruption) -> Value {
    switch population {
    case .count:
      return isArray
        ? try machine.array(places) : Value(Int(places.pointer(Int64.self).pointee))
    case .elements(let array, let axis):
      let result = try taken(places, from: array, axis: axis)
      // A size of () gives an array of rank 0 where one of no size gives a number.
      if result.array.rank == 0, !isArray { return machine.number(result) }
      return try machine.array(result)
    }
  }
}

/// Kahan's sum, which carries what each addition loses.
func compensatedSum(_ numbers: UnsafeBufferPointer<Double>) -> Double {
  var sum = numbers.first ?? 0
  var lost = 0.0
  for number in numbers.dropFirst() {
    let next = number - lost
    let total = sum + next
    lost = (total - sum) - next
    sum = total
  }
  return sum
}
