import Backprop
import NeuronRuntime

/// A call of a function over arrays: its arguments, read as what NumPy takes them for.
struct ArrayCall {
  let machine: Machine
  let name: String
  private let argument: (Int) -> Value?
  /// What results may be views of.
  private let sources: [Value]

  /// - Parameter sources: the first argument when `nil`.
  init(
    _ machine: Machine, _ name: String, sources: [Value]? = nil,
    _ argument: @escaping (Int) -> Value?
  ) {
    self.machine = machine
    self.name = name
    self.argument = argument
    self.sources = sources ?? [argument(0) ?? .none]
  }

  var math: ArrayMath { ArrayMath(machine) }

  /// What was given for a parameter; `nil` where nothing was, or `None`.
  subscript(place: Int) -> Value? {
    guard let value = argument(place), !value.isNone else { return nil }
    return value
  }

  /// The same, with `None` as a value.
  func given(_ place: Int) -> Value? { argument(place) }

  /// The first argument where it is a NumPy number, whose own methods some functions ask: they give a
  /// number then, and no array of rank 0.
  var numPyNumber: Value? {
    guard let value = argument(0), value.isNumPy else { return nil }
    return value
  }

  // MARK: Arrays

  /// The array of a required parameter.
  func array(_ place: Int) throws(Interruption) -> TracedArray {
    try array(of: argument(place) ?? .none)
  }

  func array(of value: Value) throws(Interruption) -> TracedArray {
    try machine.arrayArgument(value, name)
  }

  /// The items of a sequence of arrays; those of an array along its first axis.
  func arrays(_ place: Int) throws(Interruption) -> [TracedArray] {
    try arrays(ofItems: try machine.allItems(of: argument(place) ?? .none))
  }

  func arrays(ofItems items: [Value]) throws(Interruption) -> [TracedArray] {
    try machine.charge(items.count)
    return try items.map { (item) throws(Interruption) in try array(of: item) }
  }

  // MARK: Numbers and words

  func integer(_ place: Int, else missing: Int) throws(Interruption) -> Int {
    guard let value = argument(place) else { return missing }
    return try machine.indexArgument(value)
  }

  func number(_ place: Int, else missing: Double) throws(Interruption) -> Double {
    guard let value = argument(place) else { return missing }
    return try number(of: value)
  }

  /// A number by which there is no derivative.
  ///
  /// - Throws: TypeError for one that is being differentiated by.
  func number(of value: Value) throws(Interruption) -> Double {
    let traced = try array(of: value)
    if !traced.isConstant {
      throw .raised(
        .type,
        "cannot differentiate by an argument of np.\(name): there is no derivative by it in neuron")
    }
    let array = traced.array
    guard array.count == 1 else {
      throw .raised(.type, "only length-1 arrays can be converted to Python scalars")
    }
    return array.float(atOffset: 0)
  }

  func flag(_ place: Int, else missing: Bool = false) throws(Interruption) -> Bool {
    guard let value = argument(place) else { return missing }
    return try machine.isTrue(value)
  }

  /// The text of a string; `nil` where nothing was given.
  func word(_ place: Int) -> String? {
    guard let value = self[place], value.kind == .string else { return nil }
    return machine.textOf(value)
  }

  func dtype(_ place: Int) throws(Interruption) -> DType? {
    guard let value = self[place] else { return nil }
    return try machine.dtypeArgument(value)
  }

  /// `numpy.name(…)` with an argument for which there is no answer here.
  func refuse(_ what: String, instead advice: String) -> Interruption {
    .raised(.type, "\(what) of np.\(name) is not part of neuron: \(advice)")
  }

  /// Fails when a parameter was given that is not here.
  func refuse(_ place: Int, _ parameter: String, instead advice: String) throws(Interruption) {
    if self[place] != nil { throw refuse("`\(parameter)`", instead: advice) }
  }

  // MARK: Shapes and axes

  /// A size or a sequence of sizes, of any sign.
  func sizes(_ place: Int) throws(Interruption) -> [Int] {
    try integers(of: argument(place) ?? .none)
  }

  /// An integer, or the integers of a sequence.
  func integers(of value: Value) throws(Interruption) -> [Int] {
    if machine.integer(value) != nil { return [try machine.indexArgument(value)] }
    guard machine.canIterate(value) else { return [try machine.indexArgument(value)] }
    if let array = machine.arrayValue(value), array.array.rank == 0 {
      return [try machine.indexArgument(value)]
    }
    return try machine.allItems(of: value).map { (item) throws(Interruption) in
      try machine.indexArgument(item)
    }
  }

  /// One axis, `missing` where none was given.
  func axis(_ place: Int, else missing: Int, rank: Int) throws(Interruption) -> Int {
    try math.axis(try integer(place, else: missing), rank: rank)
  }

  /// One axis, `nil` for `None`.
  func axis(_ place: Int, rank: Int) throws(Interruption) -> Int? {
    guard let value = self[place] else { return nil }
    return try math.axis(try machine.indexArgument(value), rank: rank)
  }

  /// The axes of a reduction in ascending order: all of them for `None`, one, or those of a tuple.
  ///
  /// - Parameters:
  ///   - isCounted: whether the elements along them are counted, for which a number has none.
  ///   - prefix: of the complaint about an axis.
  func reducedAxes(
    _ place: Int, rank: Int, isCounted: Bool = false, _ prefix: String = ""
  ) throws(Interruption) -> [Int] {
    guard let value = self[place] else { return Array(0..<rank) }
    if value.kind != .tuple {
      let axis = try machine.indexArgument(value)
      // NumPy lets a number be reduced along its one element.
      if rank == 0, !isCounted, axis == 0 || axis == -1 { return [] }
      return [try math.axis(axis, rank: rank, prefix)]
    }
    var axes: [Int] = []
    for item in machine.elements(of: value) {
      let axis = try math.axis(try machine.indexArgument(item), rank: rank, prefix)
      if axes.contains(axis) { throw .raised(.value, "duplicate value in 'axis'") }
      axes.append(axis)
    }
    return axes.sorted()
  }

  /// One axis or those of a sequence, in the order in which they are given.
  func axes(
    of value: Value, rank: Int, parameter: String? = nil
  ) throws(Interruption) -> [Int] {
    var axes: [Int] = []
    for axis in try integers(of: value) {
      let axis = try math.axis(axis, rank: rank, parameter.map { $0 + ": " } ?? "")
      if axes.contains(axis) {
        throw .raised(
          .value, parameter.map { "repeated axis in `\($0)` argument" } ?? "repeated axis")
      }
      axes.append(axis)
    }
    return axes
  }

  /// How elements are ordered, by NumPy's letter.
  func order(_ place: Int) throws(Interruption) -> ElementOrder {
    guard let value = self[place] else { return .rowMajor }
    guard value.kind == .string else {
      throw .raised(.type, "order must be str, not \(machine.typeName(value))")
    }
    let text = machine.textOf(value)
    guard let order = ElementOrder(rawValue: text.uppercased()) else {
      throw .raised(.value, "order must be one of 'C', 'F', 'A', or 'K' (got '\(text)')")
    }
    return order
  }

  // MARK: Results

  /// A NumPy scalar for rank 0, else an array.
  func value(_ result: TracedArray) throws(Interruption) -> Value {
    try machine.value(of: result)
  }

  func value(_ result: NDArray) throws(Interruption) -> Value { try machine.value(of: result) }

  /// An array of any rank.
  func arrayValue(_ result: TracedArray) throws(Interruption) -> Value {
    try machine.array(result, base: base(of: result))
  }

  /// An array that programs may not change.
  func readOnly(_ result: TracedArray) throws(Interruption) -> Value {
    let value = try arrayValue(result)
    machine.arrayValue(value)?.isWritable = false
    return value
  }

  func arrayValue(_ result: NDArray) throws(Interruption) -> Value {
    try arrayValue(TracedArray(result))
  }

  /// The argument that the result is a view of, if it is of one.
  private func base(of result: TracedArray) -> Value {
    sources.first { machine.arrayValue($0)?.array.storage === result.array.storage } ?? .none
  }

  func tuple(_ results: [TracedArray]) throws(Interruption) -> Value {
    try machine.heap.tuple(
      try results.map { (result) throws(Interruption) in try arrayValue(result) })
  }

  func list(_ results: [TracedArray]) throws(Interruption) -> Value {
    try machine.heap.list(
      try results.map { (result) throws(Interruption) in try arrayValue(result) })
  }

  func tuple(ofSizes sizes: [Int]) throws(Interruption) -> Value {
    try machine.heap.tuple(sizes.map { Value($0) })
  }
}

/// In which order the elements of an array are taken or laid out.
enum ElementOrder: String {
  case rowMajor = "C"
  case columnMajor = "F"
  /// Column-major for what is stored so, else row-major.
  case asStored = "A"
  /// As they follow one another in memory.
  case inMemory = "K"
}
