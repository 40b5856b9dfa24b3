import Backprop
import NeuronRuntime

/// A call of a method of NumPy's generators.
struct StreamCall {
  let machine: Machine
  /// The method's name.
  let name: String
  /// Whose method it is.
  let owner: StreamOwner
  fileprivate let arguments: [Value?]

  init(_ machine: Machine, _ name: String, _ owner: StreamOwner, _ arguments: [Value?]) {
    self.machine = machine
    self.name = name
    self.owner = owner
    self.arguments = arguments
  }

  /// What was given for a parameter; `nil` where nothing was.
  subscript(place: Int) -> Value? { arguments[place] }

  /// What was given for a parameter that must be.
  func value(_ place: Int) -> Value { arguments[place] ?? .none }

  /// All arguments of a method that takes any number.
  var values: [Value] { arguments.map { $0 ?? .none } }

  func stream() throws(Interruption) -> any RandomStream { try owner.stream() }

  /// Whether the newer way of drawing, that of `default_rng`, is meant.
  var isModern: Bool { owner.isModern }

  func refuse(_ what: String, instead advice: String) -> Interruption {
    .raised(.type, "\(what) of \(owner.path).\(name) is not part of neuron: \(advice)")
  }
}

/// What has the methods of a generator: `np.random` itself, a `RandomState` or a `Generator`.
protocol StreamOwner: AnyObject {
  /// - Throws: where it has no seed.
  func stream() throws(Interruption) -> any RandomStream
  var isModern: Bool { get }
  /// As messages name it: `np.random`.
  var path: String { get }
  /// As a program may name it: `rng`.
  var example: String { get }
}

// MARK: Sizes

extension StreamCall {
  /// The shape that the parameter `size` asks for; `nil` for one number.
  func size(_ place: Int) throws(Interruption) -> [Int]? {
    guard let value = arguments[place], !value.isNone else { return nil }
    return try machine.sizeArgument(value)
  }
}

extension Machine {
  /// A size or a sequence of sizes, as `np.empty` takes them.
  func sizeArgument(_ value: Value) throws(Interruption) -> [Int] {
    let array = arrayValue(value)?.array
    if value.kind == .int || value.kind == .bigInt || array?.rank == 0 {
      return [try indexArgument(value)]
    }
    guard [.list, .tuple, .range, .string].contains(value.kind) || array != nil else {
      throw .raised(
        .type,
        "expected a sequence of integers or a single integer, got '\(try text(of: value))'")
    }
    return try sizesArgument(try allItems(of: value))
  }

  func sizesArgument(_ values: [Value]) throws(Interruption) -> [Int] {
    var sizes: [Int] = []
    for value in values {
      if value.kind == .bool { throw .raised(.type, "an integer is required") }
      sizes.append(try indexArgument(value))
    }
    if sizes.count > NestedSequence.largestRank {
      throw .raised(
        .value,
        "maximum supported dimension for an ndarray is currently 64, found \(sizes.count)")
    }
    return sizes
  }
}

// MARK: Results

extension StreamCall {
  /// Steps that a number of a distribution is worth: they draw several words and take logarithms.
  static let stepsPerDraw = 4

  /// A number, or an array of them where there is a shape.
  func floats(
    _ shape: [Int]?, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void
  ) throws(Interruption) -> Value {
    guard let shape else {
      try machine.charge(Self.stepsPerDraw)
      var number = 0.0
      withUnsafeMutablePointer(to: &number) {
        fill(UnsafeMutableBufferPointer(start: $0, count: 1))
      }
      return Value(number)
    }
    return try machine.array(try array(shape, of: Double.self, fill))
  }

  func integers(
    _ shape: [Int]?, _ fill: (UnsafeMutableBufferPointer<Int64>) -> Void
  ) throws(Interruption) -> Value {
    guard let shape else { return Value(try integer(fill)) }
    return try machine.array(try array(shape, of: Int64.self, fill))
  }

  func integer(
    _ fill: (UnsafeMutableBufferPointer<Int64>) -> Void
  ) throws(Interruption) -> Int {
    try machine.charge(Self.stepsPerDraw)
    var number: Int64 = 0
    withUnsafeMutablePointer(to: &number) {
      fill(UnsafeMutableBufferPointer(start: $0, count: 1))
    }
    return Int(number)
  }

  /// A new array whose elements `fill` draws.
  func array<E: ArrayElement>(
    _ shape: [Int], of type: E.Type, _ fill: (UnsafeMutableBufferPointer<E>) -> Void
  ) throws(Interruption) -> NDArray {
    let result = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: shape, E.dtype, budget: machine.budget)
    }
    try machine.charge(result.count &* Self.stepsPerDraw)
    fill(UnsafeMutableBufferPointer(start: result.pointer(E.self), count: result.count))
    return result
  }
}
