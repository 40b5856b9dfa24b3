import Backprop
import NeuronRuntime

// Numbers at even distances.

extension Machine {
  func defineRanges(in module: NativeModule) {
    module.define(
      "arange",
      makeNative("arange") { (arguments, machine) throws(Interruption) in
        try machine.makeRange(arguments)
      })
    let linear = Signature(
      name: "linspace", required: ["start", "stop"],
      optional: ["num", "endpoint", "retstep", "dtype", "axis"])
    module.define(
      "linspace",
      makeNative("linspace") { (arguments, machine) throws(Interruption) in
        try machine.makeLinearSpace(try linear.bind(arguments))
      })
    let logarithmic = Signature(
      name: "logspace", required: ["start", "stop"],
      optional: ["num", "endpoint", "base", "dtype", "axis"])
    module.define(
      "logspace",
      makeNative("logspace") { (arguments, machine) throws(Interruption) in
        let given = try logarithmic.bind(arguments)
        try machine.refuseAxis(given[6], "logspace")
        let steps = try machine.spaced(
          try machine.floatOperand(given.value(0), "logspace"),
          try machine.floatOperand(given.value(1), "logspace"), try machine.sampleCount(given[2]),
          hasEnd: try machine.flag(given[3], true))
        let base = try machine.floatOperand(given[4] ?? Value(10.0), "logspace")
        let result = try machine.apply(.elementwise(.power), [base, steps.values])
        let dtype = try given[5].map { (value) throws(Interruption) in
          value.isNone ? .float64 : try machine.dtypeArgument(value)
        }
        return try machine.array(try machine.cast(result, to: dtype ?? .float64))
      })
    let geometric = Signature(
      name: "geomspace", required: ["start", "stop"],
      optional: ["num", "endpoint", "dtype", "axis"])
    module.define(
      "geomspace",
      makeNative("geomspace") { (arguments, machine) throws(Interruption) in
        try machine.makeGeometricSpace(try geometric.bind(arguments))
      })
  }

  func flag(_ value: Value?, _ missing: Bool) throws(Interruption) -> Bool {
    guard let value else { return missing }
    return try isTrue(value)
  }

  private func refuseAxis(_ value: Value?, _ name: String) throws(Interruption) {
    guard let value, !value.isNone, try indexArgument(value) != 0 else { return }
    throw .raised(
      .type, "np.\(name) with another axis than 0 is not part of neuron: use np.moveaxis on it")
  }

  private func floatOperand(_ value: Value, _ name: String) throws(Interruption) -> TracedArray {
    try cast(try arrayArgument(value, name), to: .float64)
  }

  private func sampleCount(_ value: Value?) throws(Interruption) -> Int {
    let count = try value.map { (value) throws(Interruption) in try indexArgument(value) } ?? 50
    if count < 0 {
      throw .raised(.value, "Number of samples, \(count), must be non-negative.")
    }
    return count
  }

  // MARK: arange

  private func makeRange(_ arguments: Arguments) throws(Interruption) -> Value {
    for keyword in arguments.keywords
    where !["start", "stop", "step", "dtype", "like"].contains(keyword) {
      throw .raised(.type, "arange() got an unexpected keyword argument '\(keyword)'")
    }
    var start = arguments.keyword("start")
    var stop = arguments.keyword("stop")
    if arguments.count == 1, stop == nil, start == nil {
      stop = arguments[0]
    } else if arguments.count == 1, stop != nil {
      start = arguments[0]
    } else if arguments.count == 1 {
      stop = arguments[0]
    } else if arguments.count > 1 {
      (start, stop) = (arguments[0], arguments[1])
    }
    let step = arguments.count > 2 ? arguments[2] : arguments.keyword("step")
    if stop?.isNone ?? true, let only = start, !only.isNone { (start, stop) = (nil, only) }
    guard let stop, !stop.isNone else {
      throw .raised(.type, "arange() requires stop to be specified.")
    }
    var numbers: [Value] = []
    for value in [start ?? Value(0), stop, step ?? Value(1)] {
      if value.isNone, numbers.isEmpty {
        throw .raised(
          .type, "unsupported operand type(s) for -: '\(typeName(stop))' and 'NoneType'")
      }
      numbers.append(try rangeBound(value.isNone ? Value(1) : value))
    }
    let named = arguments.count > 3 ? arguments[3] : arguments.keyword("dtype")
    var dtype = numbers.map(self.dtype).max() ?? .int64
    if dtype == .bool { dtype = .int64 }
    if let named, !named.isNone { dtype = try dtypeArgument(named) }
    return try array(try range(numbers, dtype))
  }

  private func rangeBound(_ value: Value) throws(Interruption) -> Value {
    let number = foreign(value)?.scalar(in: self) ?? value.plainPart ?? value
    switch number.kind {
    case .int, .bool: return number
    case .float:
      if !tracing.traced(number).isConstant {
        throw .raised(
          .type,
          "np.arange of a number that is differentiated: the length would depend on it, use start + step * np.arange(n)"
        )
      }
      return number
    case .bigInt: throw .raised(.value, "Maximum allowed size exceeded")
    case .string:
      throw .raised(
        .type, "arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
    default:
      throw .raised(
        .type,
        "unsupported operand type(s) for -: '\(typeName(value))' and 'int'")
    }
  }

  private func range(_ bounds: [Value], _ dtype: DType) throws(Interruption) -> NDArray {
    let isWhole = bounds.allSatisfy { !$0.isFloat }
    let numbers = bounds.map { $0.isFloat ? $0.float : Double($0.int) }
    if numbers[2] == 0 { throw .raised(.zeroDivision, "division by zero") }
    let length = ((numbers[1] - numbers[0]) / numbers[2]).rounded(.up)
    if length.isNaN { throw .raised(.value, "arange: cannot compute length") }
    if length >= 0x1p62 || length < -0x1p63 {
      throw .raised(.value, "Maximum allowed size exceeded")
    }
    let count = isWhole ? Self.wholeLength(bounds) ?? Int(max(length, 0)) : Int(max(length, 0))
    let result = try attempt { () throws(ArrayError) in
      try NDArray(uninitialized: [count], dtype, budget: budget)
    }
    try charge(count / 8)
    switch dtype {
    case .float64:
      let target = result.pointer(Double.self)
      // The second element decides the step of all others.
      let start = numbers[0]
      let step = start + numbers[2] - start
      for index in 0..<count {
        target[index] = index == 1 ? start + numbers[2] : start + Double(index) * step
      }
    case .int64:
      let target = result.pointer(Int64.self)
      let first = isWhole ? bounds[0].int : Int(Self.cut(numbers[0]))
      let second = isWhole ? first &+ bounds[2].int : Int(Self.cut(numbers[0] + numbers[2]))
      for index in 0..<count { target[index] = Int64(first &+ index &* (second &- first)) }
    case .bool:
      if count > 2 {
        throw .raised(
          .type,
          "arange() is only supported for booleans when the result has at most length 2.")
      }
      for index in 0..<count {
        result.pointer(UInt8.self)[index] =
          numbers[0] + Double(index) * numbers[2] != 0 ? 1 : 0
      }
    }
    return result
  }

  /// The length between whole bounds, which floats beyond 2⁵³ do not tell; `nil` where the distance takes
  /// more than 64 bits.
  private static func wholeLength(_ bounds: [Value]) -> Int? {
    let step = bounds[2].int
    let (distance, overflow) =
      step > 0
      ? bounds[1].int.subtractingReportingOverflow(bounds[0].int)
      : bounds[0].int.subtractingReportingOverflow(bounds[1].int)
    if overflow { return nil }
    return distance <= 0 ? 0 : (distance - 1) / Int(clamping: step.magnitude) + 1
  }

  private static func cut(_ value: Double) -> Int64 {
    Int64(exactly: value.rounded(.towardZero)) ?? .min
  }

  // MARK: linspace and its kin

  /// `count` values from `start` on; the last is `stop` where `hasEnd`, else the one before it.
  ///
  /// - Returns: shape [count] before the common shape of the bounds, and the distance of two.
  private func spaced(
    _ start: TracedArray, _ stop: TracedArray, _ count: Int, hasEnd: Bool
  ) throws(Interruption) -> (values: TracedArray, step: TracedArray) {
    let divisions = hasEnd ? count - 1 : count
    let delta = try apply(.elementwise(.subtract), [stop, start])
    let indices = try attempt { () throws(ArrayError) in
      let indices = try NDArray(
        uninitialized: [count] + Array(repeating: 1, count: delta.array.rank), .float64,
        budget: budget)
      for index in 0..<count { indices.pointer(Double.self)[index] = Double(index) }
      return indices
    }
    try charge(count / 8)
    let division = TracedArray(try scalar(Double(divisions)))
    var values: TracedArray
    var step = TracedArray(try scalar(Double.nan))
    if divisions > 0 {
      step = try apply(.elementwise(.divide), [delta, division])
      if step.array.floats.contains(0) {
        let parts = try apply(.elementwise(.divide), [TracedArray(indices), division])
        values = try apply(.elementwise(.multiply), [parts, delta])
      } else {
        values = try apply(.elementwise(.multiply), [TracedArray(indices), step])
      }
    } else {
      values = try apply(.elementwise(.multiply), [TracedArray(indices), delta])
    }
    values = try apply(.elementwise(.add), [values, start])
    if hasEnd, count > 1 {
      values = try apply(.put(BasicIndex([.position(count - 1)])), [values, stop])
    }
    return (values, step)
  }

  private func makeLinearSpace(_ given: Signature.Bound) throws(Interruption) -> Value {
    let count = try sampleCount(given[2])
    try refuseAxis(given[6], "linspace")
    let result = try spaced(
      try floatOperand(given.value(0), "linspace"), try floatOperand(given.value(1), "linspace"),
      count, hasEnd: try flag(given[3], true))
    var values = result.values
    if let named = given[5], !named.isNone {
      let dtype = try dtypeArgument(named)
      if dtype == .int64 { values = try evaluate(.rounding(.floor), [values], "floor") }
      values = try cast(values, to: dtype)
    }
    let samples = try array(values)
    guard try flag(given[4], false) else { return samples }
    if count < (try flag(given[3], true) ? 2 : 1) { return try heap.tuple([samples, Value(.nan)]) }
    return try heap.tuple([samples, try value(of: result.step)])
  }

  private func makeGeometricSpace(_ given: Signature.Bound) throws(Interruption) -> Value {
    let count = try sampleCount(given[2])
    try refuseAxis(given[5], "geomspace")
    let start = try floatOperand(given.value(0), "geomspace")
    let stop = try floatOperand(given.value(1), "geomspace")
    let hasEnd = try flag(given[3], true)
    if start.array.rank > 0 || stop.array.rank > 0 {
      throw .raised(.type, "np.geomspace of arrays is not part of neuron: give it numbers")
    }
    let (first, last) = (start.array.float(atOffset: 0), stop.array.float(atOffset: 0))
    if first == 0 || last == 0 {
      throw .raised(.value, "Geometric sequence cannot include zero")
    }
    let sign = TracedArray(try scalar(first < 0 ? -1.0 : 1.0))
    func logarithm(_ x: TracedArray) throws(Interruption) -> TracedArray {
      try apply(.elementwise(.log10), [try apply(.elementwise(.divide), [x, sign])])
    }
    let steps = try spaced(try logarithm(start), try logarithm(stop), count, hasEnd: hasEnd)
    let ten = TracedArray(try scalar(10.0))
    var values = try apply(.elementwise(.power), [ten, steps.values])
    values = try apply(.elementwise(.multiply), [values, sign])
    if count > 0 { values = try apply(.put(BasicIndex([.position(0)])), [values, start]) }
    if count > 1, hasEnd {
      values = try apply(.put(BasicIndex([.position(count - 1)])), [values, stop])
    }
    let named = given[4] ?? .none
    return try array(
      named.isNone ? values : try cast(values, to: try dtypeArgument(named)))
  }
}
