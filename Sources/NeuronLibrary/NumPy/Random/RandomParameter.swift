import Backprop
import NeuronRuntime

/// What a program gives for a parameter of a distribution: one number, or an array that is broadcast.
enum RandomParameter {
  case number(Double)
  /// `float64`.
  case array(NDArray)

  var shape: [Int] {
    switch self {
    case .number: []
    case .array(let array): array.shape
    }
  }

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  /// Whether a test holds for one of its numbers.
  func contains(where isWanted: (Double) -> Bool) -> Bool {
    switch self {
    case .number(let number): return isWanted(number)
    case .array(let array):
      var isFound = false
      array.forEachOffset { isFound = isFound || isWanted(array.float(atOffset: $0)) }
      return isFound
    }
  }
}

extension StreamCall {
  /// The numbers that a parameter has.
  func parameter(_ value: Value) throws(Interruption) -> RandomParameter {
    if let number = try machine.randomNumber(value, path) { return .number(number) }
    let traced = try machine.arrayArgument(value, "random.\(name)")
    if traced.node != 0 { throw machine.untraceable(path) }
    let array = try machine.attempt { () throws(ArrayError) in try traced.array.cast(.float64) }
    try machine.charge(array.count)
    return array.rank == 0 ? .number(array.float(atOffset: 0)) : .array(array)
  }

  var path: String { "\(owner.path).\(name)" }

  /// The columns of parameters for a result, whose shape is that asked for or that of the parameters
  /// together; `nil` for one number.
  func columns(
    _ parameters: [RandomParameter], size: [Int]?
  ) throws(Interruption) -> (columns: [RandomColumn], shape: [Int]?) {
    if parameters.allSatisfy(\.isNumber) {
      return (try parameters.map { (p) throws(Interruption) in try column(p, []) }, size)
    }
    let shape = try resultShape(parameters.map(\.shape), size)
    return (try parameters.map { (p) throws(Interruption) in try column(p, shape) }, shape)
  }

  private func column(
    _ parameter: RandomParameter, _ shape: [Int]
  ) throws(Interruption) -> RandomColumn {
    switch parameter {
    case .number(let number): RandomColumn(number)
    case .array(let array): RandomColumn(try spread(array, to: shape))
    }
  }

  /// The elements of an array for each of those of a shape to which it broadcasts.
  func spread(_ array: NDArray, to shape: [Int]) throws(Interruption) -> NDArray {
    try machine.attempt { () throws(ArrayError) in
      try array.broadcast(to: shape).contiguous()
    }
  }

  /// The shape of a result for parameters of these shapes.
  func resultShape(_ shapes: [[Int]], _ size: [Int]?) throws(Interruption) -> [Int] {
    guard let size else { return try machine.jointShape(shapes) }
    _ = try machine.attempt { () throws(ArrayError) in try NDArray.count(of: size) }
    let joint = try machine.jointShape([size] + shapes)
    if joint != size {
      throw .raised(
        .value,
        "Output size \(machine.tupleText(size)) is not compatible with broadcast dimensions of inputs \(machine.tupleText(joint))."
      )
    }
    return size
  }
}

extension Machine {
  /// A number as a float; `nil` for what may be an array.
  fileprivate func randomNumber(
    _ value: Value, _ path: String
  ) throws(Interruption) -> Double? {
    switch value.kind {
    case .float:
      if tracing.traced(value).node != 0 { throw untraceable(path) }
      return value.float
    case .int, .bool: return Double(value.int)
    case .bigInt:
      guard let number = try tracedNumber(value) else { return nil }
      return number.value
    case .none: throw .raised(.type, "must be real number, not NoneType")
    case .string:
      throw .raised(
        .value, "could not convert string to float: \(try representation(of: value))")
    case .list, .tuple, .range: return nil
    default:
      if arrayValue(value) != nil { return nil }
      throw .raised(
        .type,
        "float() argument must be a string or a real number, not '\(typeName(value))'")
    }
  }

  /// A number drawn at random does not follow its parameters in a way that a program could count on.
  func untraceable(_ path: String) -> Interruption {
    .raised(
      .type,
      "\(path) has no derivative with respect to its parameters: draw standard numbers and compute with them, as mu + sigma * np.random.randn()"
    )
  }

  /// The shape to which shapes broadcast, with the complaint of NumPy's iterators.
  fileprivate func jointShape(_ shapes: [[Int]]) throws(Interruption) -> [Int] {
    let rank = shapes.map(\.count).max() ?? 0
    var result = [Int](repeating: 1, count: rank)
    for axis in 0..<rank {
      var source = 0
      for (place, shape) in shapes.enumerated() {
        let own = axis + shape.count - rank
        if own < 0 || shape[own] == 1 { continue }
        if result[axis] == 1 {
          result[axis] = shape[own]
          source = place
        } else if result[axis] != shape[own] {
          throw .raised(
            .value,
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \(source) with shape \(tupleText(shapes[source])) and arg \(place) with shape \(tupleText(shape))."
          )
        }
      }
    }
    return result
  }
}

/// What a parameter must be, in NumPy's words where it is not.
enum ParameterRule: Sendable {
  case any
  case notNegative
  case positive
  /// From 0 to 1.
  case probability
  /// Above 0 and up to 1.
  case positiveProbability
  /// Not below 0, nor beyond what a count holds.
  case mean

  /// The largest mean of a Poisson distribution whose counts fit into 64 bits.
  private static let largestMean = 9.223372006484771e18

  func check(_ parameter: RandomParameter, _ name: String) throws(Interruption) {
    guard let complaint = complaint(parameter, name) else { return }
    throw .raised(.value, complaint)
  }

  private func complaint(_ parameter: RandomParameter, _ name: String) -> String? {
    let nan = parameter.isNumber ? "is NaN" : "contains NaNs"
    switch self {
    case .any: return nil
    case .notNegative:
      return parameter.contains { !$0.isNaN && $0.sign == .minus } ? "\(name) < 0" : nil
    case .positive: return parameter.contains { $0 <= 0 } ? "\(name) <= 0" : nil
    case .probability:
      return parameter.contains { !($0 >= 0 && $0 <= 1) }
        ? "\(name) < 0, \(name) > 1 or \(name) \(nan)" : nil
    case .positiveProbability:
      return parameter.contains { !($0 > 0 && $0 <= 1) }
        ? "\(name) <= 0, \(name) > 1 or \(name) contains NaNs" : nil
    case .mean:
      let isNegative = parameter.contains { !($0 >= 0) }
      let isLarge = parameter.contains { !($0 <= Self.largestMean) }
      if isLarge, !parameter.isNumber || !isNegative { return "\(name) value too large" }
      return isNegative ? "\(name) < 0 or \(name) \(nan)" : nil
    }
  }
}
