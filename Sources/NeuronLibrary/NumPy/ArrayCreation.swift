import Backprop
import NeuronRuntime

// What makes arrays of given shapes and contents.

extension Machine {
  func defineArrayCreation(in module: NativeModule) {
    defineArray(in: module)
    defineFilled(in: module)
    defineDiagonals(in: module)
    defineRanges(in: module)
    defineGrids(in: module)
  }

  // MARK: From values

  private func defineArray(in module: NativeModule) {
    let array = Signature(
      name: "array", required: ["object"], optional: ["dtype"],
      keywordOnly: ["copy", "order", "subok", "ndmin", "like"])
    module.define(
      "array",
      makeNative("array") { (arguments, machine) throws(Interruption) in
        if arguments.count == 0, arguments.keyword("object") == nil {
          throw .raised(.type, "array() missing required argument 'object' (pos 0)")
        }
        if arguments.count > 2 {
          throw .raised(
            .type,
            "array() takes from 1 to 2 positional arguments but \(arguments.count) were given")
        }
        let given = try array.bind(arguments)
        try machine.refuseOrder(given[3], "array")
        let isCopied = try given[2].map { (copy) throws(Interruption) in try machine.isTrue(copy) }
        let rank = try given[5].map { (rank) throws(Interruption) in
          try machine.indexArgument(rank)
        }
        return try machine.newArray(
          given.value(0), dtype: given[1], "array", isCopied: isCopied ?? true, rank: rank ?? 0)
      })
    for name in ["asarray", "asanyarray", "ascontiguousarray", "asarray_chkfinite"] {
      let signature = Signature(
        name: name, required: ["a"], optional: ["dtype", "order"],
        keywordOnly: ["copy", "device", "like"])
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          let given = try signature.bind(arguments)
          try machine.refuseOrder(given[2], name)
          let wish = given[3] ?? .none
          let isCopied = try wish.isNone ? false : machine.isTrue(wish)
          let result = try machine.newArray(
            given.value(0), dtype: given[1], name, isCopied: isCopied)
          guard name == "ascontiguousarray", let array = machine.arrayValue(result),
            !array.array.isContiguous || array.array.rank == 0
          else { return result }
          let copy = try machine.copy(array.traced(in: machine))
          return try machine.array(
            copy.array.rank == 0 ? try machine.apply(.reshape([1]), [copy]) : copy)
        })
    }
    let fromIterable = Signature(
      name: "fromiter", required: ["iter", "dtype"], optional: ["count"])
    module.define(
      "fromiter",
      makeNative("fromiter") { (arguments, machine) throws(Interruption) in
        let given = try fromIterable.bind(arguments)
        var items = try machine.allItems(of: given.value(0))
        if let count = try given[2].map({ (value) throws(Interruption) in
          try machine.indexArgument(value)
        }), count >= 0 {
          if count > items.count {
            throw .raised(
              .value,
              "iterator too short: Expected \(count) but iterator had only \(items.count) items.")
          }
          items = Array(items.prefix(count))
        }
        return try machine.newArray(
          try machine.heap.list(items), dtype: given[1], "fromiter", isCopied: false)
      })
  }

  /// Row-major order is the only one that a program cannot tell from the others here.
  private func refuseOrder(_ order: Value?, _ name: String) throws(Interruption) {
    guard let order, !order.isNone else { return }
    guard order.kind == .string, ["C", "K", "A"].contains(textOf(order)) else {
      throw .raised(.type, "np.\(name) with order='F' is not part of neuron: leave it out")
    }
  }

  private func newArray(
    _ value: Value, dtype: Value?, _ name: String, isCopied: Bool, rank: Int = 0
  ) throws(Interruption) -> Value {
    let dtype = try dtypeIfGiven(dtype)
    if let array = arrayValue(value), !isCopied, array.array.rank >= rank,
      dtype == nil || dtype == array.array.dtype
    {
      return value
    }
    var result: TracedArray
    if let dtype {
      result = try converted(value, to: dtype, name)
    } else {
      result = try arrayArgument(value, name)
    }
    if let source = arrayValue(value), result.array.storage === source.array.storage {
      result = try copy(result)
    }
    if result.array.rank < rank {
      if rank > NestedSequence.largestRank {
        throw .raised(
          .value, "ndmin bigger than allowable number of dimensions (64)")
      }
      let ones = Array(repeating: 1, count: rank - result.array.rank)
      result = try apply(.reshape(ones + result.array.shape), [result])
    }
    return try array(result)
  }

  /// The dtype that was asked for, if one was.
  func dtypeIfGiven(_ value: Value?) throws(Interruption) -> DType? {
    guard let value, !value.isNone else { return nil }
    return try dtypeArgument(value)
  }

  /// Values as an array of a dtype: each number is converted by itself, so that integers too large for
  /// 64 bits can be floats.
  private func converted(
    _ value: Value, to dtype: DType, _ name: String
  ) throws(Interruption) -> TracedArray {
    if value.kind == .bigInt {
      return try arrayArgument(try numPyNumber(value, dtype), name)
    }
    if value.isNumPy { return try cast(try arrayArgument(value, name), to: dtype) }
    return try cast(
      try NestedSequence.array(of: value, name, in: self, as: dtype), to: dtype)
  }

  // MARK: Of one value

  private func defineFilled(in module: NativeModule) {
    for (name, value) in [("zeros", 0), ("ones", 1), ("empty", 0)] {
      let signature = Signature(
        name: name, required: ["shape"], optional: ["dtype", "order"], keywordOnly: ["like"])
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          if name != "ones", arguments.count == 0, arguments.keyword("shape") == nil {
            throw .raised(.type, "\(name)() missing required argument 'shape' (pos 0)")
          }
          let given = try signature.bind(arguments)
          try machine.refuseOrder(given[2], name)
          let dtype = try machine.dtypeArgument(given[1] ?? .none)
          return try machine.array(
            try machine.filled(value, try machine.shapeArgument(given.value(0)), dtype))
        })
      let like = Signature(
        name: name + "_like", required: ["a"], optional: ["dtype", "order", "subok", "shape"])
      module.define(
        name + "_like",
        makeNative(name + "_like") { (arguments, machine) throws(Interruption) in
          let given = try like.bind(arguments)
          let (shape, dtype) = try machine.likeness(given, like.name, dtype: 1, shape: 4)
          return try machine.array(try machine.filled(value, shape, dtype))
        })
    }
    let full = Signature(
      name: "full", required: ["shape", "fill_value"], optional: ["dtype", "order"])
    module.define(
      "full",
      makeNative("full") { (arguments, machine) throws(Interruption) in
        let given = try full.bind(arguments)
        let shape = try machine.shapeArgument(given.value(0))
        return try machine.filled(
          with: given.value(1), shape, try machine.dtypeIfGiven(given[2]))
      })
    let fullLike = Signature(
      name: "full_like", required: ["a", "fill_value"],
      optional: ["dtype", "order", "subok", "shape"])
    module.define(
      "full_like",
      makeNative("full_like") { (arguments, machine) throws(Interruption) in
        let given = try fullLike.bind(arguments)
        let (shape, dtype) = try machine.likeness(given, "full_like", dtype: 2, shape: 5)
        return try machine.filled(with: given.value(1), shape, dtype)
      })
  }

  /// Shape and dtype of an array, unless others are asked for.
  private func likeness(
    _ given: Signature.Bound, _ name: String, dtype dtypePlace: Int, shape shapePlace: Int
  ) throws(Interruption) -> (shape: [Int], dtype: DType) {
    let model = try arrayArgument(given.value(0), name).array
    var (shape, dtype) = (model.shape, model.dtype)
    if let value = given[dtypePlace], !value.isNone { dtype = try dtypeArgument(value) }
    if let value = given[shapePlace], !value.isNone { shape = try shapeArgument(value) }
    return (shape, dtype)
  }

  func zeros(_ shape: [Int], _ dtype: DType) throws(Interruption) -> NDArray {
    try filled(0, shape, dtype)
  }

  func filled(_ value: Int, _ shape: [Int], _ dtype: DType) throws(Interruption) -> NDArray {
    let result = try attempt { () throws(ArrayError) -> NDArray in
      switch dtype {
      case .float64: try NDArray(repeating: Double(value), shape: shape, budget: budget)
      case .int64: try NDArray(repeating: Int64(value), shape: shape, budget: budget)
      case .bool: try NDArray(repeating: UInt8(value), shape: shape, budget: budget)
      }
    }
    try charge(result.count / 8)
    return result
  }

  private func filled(
    with value: Value, _ shape: [Int], _ dtype: DType?
  ) throws(Interruption) -> Value {
    var source: TracedArray
    if let dtype, value.kind == .bigInt {
      source = try assignedValue(value, dtype, rank: max(shape.count, 1))
    } else {
      source = try arrayArgument(value, "full")
      source = try cast(source, to: dtype ?? source.array.dtype)
    }
    while source.array.rank > shape.count, source.array.shape[0] == 1 {
      source = try apply(.view(BasicIndex([.position(0)])), [source])
    }
    guard (try? source.array.broadcast(to: shape)) != nil else {
      throw .raised(
        .value,
        "could not broadcast input array from shape \(shapeText(source.array.shape)) into shape \(shapeText(shape))"
      )
    }
    // Asked before anything is walked, since a broadcast takes no memory.
    _ = try attempt { () throws(ArrayError) in try NDArray.count(of: shape) }
    let spread = try apply(.broadcast(to: shape), [source])
    return try array(try copy(spread))
  }

  /// A shape as programs give it: one size, a sequence of sizes, or `None` for no axes.
  func shapeArgument(_ value: Value) throws(Interruption) -> [Int] {
    switch value.kind {
    case .none: return []
    case .tuple, .list:
      let sizes = elements(of: value)
      if sizes.count > NestedSequence.largestRank {
        throw .raised(
          .value,
          "maximum supported dimension for an ndarray is currently 64, found \(sizes.count)")
      }
      var shape: [Int] = []
      for size in sizes { shape.append(try sizeArgument(size)) }
      return shape
    case .float, .bool: throw try notAShape(value)
    default:
      guard let array = arrayValue(value)?.array else { return [try indexArgument(value)] }
      if array.rank == 0 {
        if array.dtype != .int64 { throw try notAShape(value) }
        return [Int(array.integer(atOffset: 0))]
      }
      return try allItems(of: value).map { (item) throws(Interruption) in
        try sizeArgument(item)
      }
    }
  }

  private func sizeArgument(_ value: Value) throws(Interruption) -> Int {
    if value.kind == .bool { throw .raised(.type, "an integer is required") }
    return try indexArgument(value)
  }

  private func notAShape(_ value: Value) throws(Interruption) -> Interruption {
    .raised(
      .type,
      "expected a sequence of integers or a single integer, got '\(try representation(of: value))'")
  }

  /// A shape in which one size may be below 0, for what is left.
  func resolvedShape(_ sizes: [Int], count: Int) throws(Interruption) -> [Int] {
    let unknown = sizes.indices.filter { sizes[$0] < 0 }
    if unknown.count > 1 { throw .raised(.value, "can only specify one unknown dimension") }
    let known = try? NDArray.count(of: sizes.filter { $0 >= 0 })
    var shape = sizes
    if let place = unknown.first, let known, known > 0, count % known == 0 {
      shape[place] = count / known
      return shape
    }
    guard unknown.isEmpty, known == count else {
      throw cannotReshape(count, into: sizes)
    }
    return shape
  }

  /// NumPy's complaint, in which unknown sizes at the start are left out.
  func cannotReshape(_ count: Int, into sizes: [Int]) -> Interruption {
    let texts = sizes.drop { $0 < 0 }.map { $0 < 0 ? "newaxis" : String($0) }
    let text = "(\(texts.joined(separator: ","))\(sizes.count == 1 ? "," : ""))"
    return .raised(.value, "cannot reshape array of size \(count) into shape \(text)")
  }

  func integers(_ values: [Int64]) throws(Interruption) -> NDArray {
    let result = try attempt { () throws(ArrayError) in
      try NDArray(uninitialized: [values.count], .int64, budget: budget)
    }
    let target = result.pointer(Int64.self)
    for (index, value) in values.enumerated() { target[index] = value }
    return result
  }
}
