import Backprop
import NeuronRuntime

/// What `np.vectorize` gives: a function that is called for each element.
final class VectorizedFunction: ForeignValue {
  private let function: Value
  /// What it gives, where the program says it.
  private let dtypes: [DType]?
  private let kind: Value

  private init(_ function: Value, _ dtypes: [DType]?, _ kind: Value) {
    self.function = function
    self.dtypes = dtypes
    self.kind = kind
  }

  private static let signature = Signature(
    name: "vectorize.__init__", required: [],
    optional: ["pyfunc", "otypes", "doc", "excluded", "cache", "signature"], hidden: 1)

  static func make(
    _ kind: Value, _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    let given = try signature.bind(arguments)
    for (place, name) in [(3, "excluded"), (4, "cache"), (5, "signature")] {
      if let value = given[place], try machine.isTrue(value) {
        throw .raised(
          .type, "`\(name)` of np.vectorize is not part of neuron: write a loop, or a lambda")
      }
    }
    guard let function = given[0], machine.isCallable(function) else {
      throw .raised(
        .type,
        "np.vectorize takes a function in neuron; with options as a decorator it is not part of it")
    }
    var dtypes: [DType]?
    if let types = given[1], !types.isNone {
      if types.kind == .string {
        throw .raised(
          .type, "letters as `otypes` of np.vectorize are not part of neuron: write [float]")
      }
      dtypes = try machine.allItems(of: types).map { (type) throws(Interruption) in
        try machine.dtypeArgument(type)
      }
    }
    return machine.heap.foreign(VectorizedFunction(function, dtypes, kind))
  }

  var typeName: String { "numpy.vectorize" }
  func type(in machine: Machine) -> Value? { kind }
  var isCallable: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<numpy.vectorize object>"
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(function)
    visit(kind)
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "pyfunc" ? function : nil
  }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    if !arguments.keywords.isEmpty {
      throw .raised(
        .type, "a vectorized function takes no keyword arguments in neuron: give them by place")
    }
    if arguments.count == 0 { return try machine.call(function, []) }
    let call = ArrayCall(machine, "vectorize", sources: []) { _ in nil }
    let given = try call.arrays(ofItems: arguments.positional)
    let shape = try NDArray.broadcastShape(given.map(\.array.shape), in: machine)
    let operands = try given.map { (array) throws(Interruption) in
      try call.math.flattened(try call.math.broadcast(array, to: shape))
    }
    let count = operands[0].array.count
    if count == 0, dtypes == nil {
      throw .raised(
        .value, "cannot call `vectorize` on size 0 inputs unless `otypes` is set")
    }
    return try results(operands, count, shape, call)
  }

  private func results(
    _ operands: [TracedArray], _ count: Int, _ shape: [Int], _ call: ArrayCall
  ) throws(Interruption) -> Value {
    let machine = call.machine
    let columns = try machine.heap.list([])
    return try machine.heap.pinning([columns, function]) { () throws(Interruption) in
      var isTuple = false
      // NumPy calls the function for the first elements once more, to see what it gives.
      for index in (dtypes == nil ? -1 : 0)..<count {
        let place = max(index, 0)
        let items = try operands.map { (operand) throws(Interruption) in
          try element(place, of: operand, isFirst: index < 0, call)
        }
        let result = try machine.call(function, items)
        if index < 0 {
          isTuple = result.kind == .tuple
        } else {
          try machine.append(result, to: columns)
        }
      }
      let rows = machine.elements(of: columns)
      if dtypes.map({ $0.count > 1 }) ?? isTuple {
        return try severalResults(rows, shape, call)
      }
      return try call.arrayValue(try self.array(rows, 0, shape, call))
    }
  }

  /// As a number of Python; the first time, of NumPy.
  private func element(
    _ index: Int, of operand: TracedArray, isFirst: Bool, _ call: ArrayCall
  ) throws(Interruption) -> Value {
    let number = call.machine.number(try call.math.position(operand, axis: 0, index))
    if isFirst { return number }
    return Value(tag: number.tag & ~Value.numpyFlag, payload: number.payload)
  }

  private func array(
    _ items: [Value], _ place: Int, _ shape: [Int], _ call: ArrayCall
  ) throws(Interruption) -> TracedArray {
    guard let first = items.first else {
      let dtype = dtypes?[place] ?? .float64
      return TracedArray(try call.math.empty(shape, dtype))
    }
    let found = try call.array(of: first).array.dtype
    let dtype = dtypes?[place] ?? found
    let all = try call.array(of: try call.machine.heap.list(items))
    return try call.math.reshaped(try call.math.converted(all, to: dtype), to: shape)
  }

  private func severalResults(
    _ rows: [Value], _ shape: [Int], _ call: ArrayCall
  ) throws(Interruption) -> Value {
    let parts = rows.map { call.machine.elements(of: $0) }
    let count = parts.first?.count ?? 0
    if parts.contains(where: { $0.count != count }) {
      throw .raised(.value, "a vectorized function must give tuples of one length")
    }
    return try call.tuple(
      try (0..<count).map { (place) throws(Interruption) in
        try array(parts.map { $0[place] }, place, shape, call)
      })
  }
}

extension NDArray {
  fileprivate static func broadcastShape(
    _ shapes: [[Int]], in machine: Machine
  ) throws(Interruption) -> [Int] {
    try machine.attempt { () throws(ArrayError) in try broadcastShape(of: shapes) }
  }
}
