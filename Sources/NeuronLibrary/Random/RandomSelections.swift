import Backprop
import NeuronRuntime

// `choice`, `shuffle`, `sample`, `choices`.

extension RandomMethod {
  static let selections = [
    RandomMethod("choice", ["seq"]) { (source, arguments, machine) throws(Interruption) in
      let sequence = arguments.value(0)
      let count = try machine.requiredLength(sequence)
      if count == 0 { throw .raised(.index, "Cannot choose from an empty sequence") }
      return try machine.item(of: sequence, at: Value(try source.below(count, in: machine)))
    },
    RandomMethod("shuffle", ["x"]) { (source, arguments, machine) throws(Interruption) in
      let list = arguments.value(0)
      let count = try machine.requiredLength(list)
      for index in stride(from: count - 1, to: 0, by: -1) {
        let other = try source.below(index + 1, in: machine)
        let first = try machine.item(of: list, at: Value(index))
        try machine.setItem(
          of: list, at: Value(index), to: try machine.item(of: list, at: Value(other)))
        try machine.setItem(of: list, at: Value(other), to: first)
      }
      return .none
    },
    RandomMethod("sample", ["population", "k", "*", "counts="]) {
      (source, arguments, machine) throws(Interruption) in
      try machine.sample(
        source, of: arguments.value(0), count: arguments.value(1), counts: arguments[2] ?? .none)
    },
    RandomMethod("choices", ["population", "weights=", "*", "cum_weights=", "k="]) {
      (source, arguments, machine) throws(Interruption) in
      try machine.choices(
        source, of: arguments.value(0), weights: arguments[1] ?? .none,
        cumulative: arguments[2] ?? .none, count: arguments[3] ?? Value(1))
    },
  ]
}

extension Machine {
  fileprivate func requiredLength(_ value: Value) throws(Interruption) -> Int {
    if let count = length(value) { return count }
    throw .raised(.type, "object of type '\(typeName(value))' has no len()")
  }

  // MARK: Without repetition

  fileprivate func sample(
    _ source: RandomSource, of population: Value, count: Value, counts: Value
  ) throws(Interruption) -> Value {
    switch population.kind {
    case .list, .tuple, .string, .range: break
    default:
      throw .raised(
        .type, "Population must be a sequence.  For dicts or sets, use sorted(d).")
    }
    if counts.isNone {
      let places = try sampledPlaces(source, of: try requiredLength(population), count: count)
      return try picked(places, of: population)
    }
    let sums = try runningSums(of: counts)
    if sums.count != length(population) {
      throw .raised(.value, "The number of counts does not match the population")
    }
    guard let total = sums.last else { throw .raised(.index, "pop from empty list") }
    guard let total = integer(total) else { throw .raised(.type, "Counts must be integers") }
    if try holds(total, .lessOrEqual, Value(0)) {
      throw .raised(.value, "Total of counts must be greater than zero")
    }
    let drawn = try sampledPlaces(source, of: try indexArgument(total), count: count)
    var places: [Int] = []
    for place in drawn {
      places.append(try insertionPlace(of: Value(place), in: sums, below: sums.count - 1))
    }
    return try picked(places, of: population)
  }

  private func picked(_ places: [Int], of population: Value) throws(Interruption) -> Value {
    let result = try heap.list([])
    return try heap.pinning([result]) { () throws(Interruption) in
      for place in places {
        try append(try item(of: population, at: Value(place)), to: result)
      }
      return result
    }
  }

  /// Places drawn one after another from `population` ones, each at most once. A small population is
  /// emptied like a bag; of a large one those drawn are remembered: where one turns into the other
  /// decides how many numbers are drawn, so it is CPython's.
  private func sampledPlaces(
    _ source: RandomSource, of population: Int, count: Value
  ) throws(Interruption) -> [Int] {
    if count.isFloat {
      throw .raised(.type, "can't multiply sequence by non-int of type 'float'")
    }
    guard let whole = integer(count) else {
      throw .raised(
        .type, "'<=' not supported between instances of 'int' and '\(typeName(count))'")
    }
    let count = clampedInt(whole)
    guard (0...population).contains(count) else {
      throw .raised(.value, "Sample larger than population or is negative")
    }
    try reserve(count, times: 16)
    try charge(count, times: 8)
    var result: [Int] = []
    if population <= bagSize(for: count) {
      try reserve(population, times: 8)
      try charge(population)
      var bag = Array(0..<population)
      for taken in 0..<count {
        let place = try source.below(population - taken, in: self)
        result.append(bag[place])
        bag[place] = bag[population - taken - 1]
      }
      return result
    }
    var drawn: Set<Int> = []
    while result.count < count {
      let place = try source.below(population, in: self)
      if drawn.insert(place).inserted { result.append(place) }
    }
    return result
  }

  private func bagSize(for count: Int) -> Int {
    if count <= 5 { return 21 }
    let exponent = (Elementary.log(Double(count) * 3) / Elementary.log(4)).rounded(.up)
    return 21 + (exponent < 31 ? 1 << (2 * Int(exponent)) : Int.max / 2)
  }

  // MARK: With repetition

  fileprivate func choices(
    _ source: RandomSource, of population: Value, weights: Value, cumulative: Value, count: Value
  ) throws(Interruption) -> Value {
    let size = try requiredLength(population)
    var sums: [Value] = []
    if cumulative.isNone {
      if weights.isNone {
        return try drawn(count) { () throws(Interruption) in
          let place = (try source.unit(in: self) * Double(size)).rounded(.down)
          return try item(of: population, at: Value(Int(place)))
        }
      }
      if let number = integer(weights) {
        throw .raised(
          .type,
          "The number of choices must be a keyword argument: k=\(try text(of: number))")
      }
      sums = try runningSums(of: weights)
    } else {
      if !weights.isNone {
        throw .raised(.type, "Cannot specify both weights and cumulative weights")
      }
      sums = try allItems(of: cumulative)
    }
    if sums.count != size {
      throw .raised(.value, "The number of weights does not match the population")
    }
    guard let last = sums.last else { throw .raised(.index, "list index out of range") }
    guard let total = try tracedNumber(last)?.value else {
      throw .raised(
        .type, "unsupported operand type(s) for +: '\(typeName(last))' and 'float'")
    }
    if total <= 0 { throw .raised(.value, "Total of weights must be greater than zero") }
    if !total.isFinite { throw .raised(.value, "Total of weights must be finite") }
    return try drawn(count, keeping: sums) { () throws(Interruption) in
      let place = try insertionPlace(
        of: Value(try source.unit(in: self) * total), in: sums, below: size - 1)
      return try item(of: population, at: Value(place))
    }
  }

  private func drawn(
    _ count: Value, keeping values: [Value] = [], _ draw: () throws(Interruption) -> Value
  ) throws(Interruption) -> Value {
    let count = try indexArgument(count)
    let result = try heap.list([])
    if count <= 0 { return result }
    try charge(count, times: 4)
    return try heap.pinning(values + [result]) { () throws(Interruption) in
      for _ in 0..<count { try append(try draw(), to: result) }
      return result
    }
  }

  private func runningSums(of values: Value) throws(Interruption) -> [Value] {
    let all = try allItems(of: values)
    let sums = try heap.list([])
    return try heap.pinning(all + [sums]) { () throws(Interruption) in
      var last: Value?
      for value in all {
        let sum = try last.map { (sum) throws(Interruption) in try operate(.add, sum, value) }
        last = sum ?? value
        try append(sum ?? value, to: sums)
      }
      return elements(of: sums)
    }
  }

  /// The first place, up to `bound`, whose value is above `x`.
  private func insertionPlace(
    of x: Value, in values: [Value], below bound: Int
  ) throws(Interruption) -> Int {
    var (low, high) = (0, bound)
    while low < high {
      let middle = (low + high) / 2
      if try holds(x, .less, values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
