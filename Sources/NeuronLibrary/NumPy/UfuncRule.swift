import Backprop
import NeuronRuntime

/// What a universal function makes of elements, by their dtype.
enum UfuncRule {
  /// Of floats, with a derivative; integers become floats.
  case floats(Operation, truths: TruthRule)
  /// Of floats with a derivative, and of integers.
  case numbers(Operation, IntegerOperation, truths: TruthRule)
  /// Of two floats, and of integers where there is such an operation.
  case pairing(FloatPairing, IntegerOperation?, truths: TruthRule)
  /// Of integers and truths only.
  case bits(IntegerOperation, truths: TruthRule)
  case comparison(ArrayComparison)
  case logical(Logical)
  case test(FloatTest)
  /// Integers stay what they are, but for `rint`.
  case rounding(FloatRounding)
  case matmul
  /// Made of other operations; gives floats, or the dtype of the operands.
  case composed(
    keepsDType: Bool, (Machine, [TracedArray]) throws(Interruption) -> TracedArray)

  enum Logical {
    case and, or, xor, not
  }

  /// What is done with operands that are all truths.
  enum TruthRule {
    /// As the kernels for truths do.
    case asTruths
    /// They are numbers.
    case asNumbers
    /// NumPy gives a dtype that is not here.
    case refused(String)
    /// NumPy has no such function.
    case missing(String)
    /// The same, as its UFuncTypeError.
    case withoutLoop
  }
}

extension UfuncRule {
  /// The dtype of the result.
  func resultDType(_ dtypes: [DType]) -> DType {
    let dtype = dtypes.max() ?? .float64
    switch self {
    case .floats: return .float64
    case .composed(let keepsDType, _): return keepsDType ? dtype : .float64
    case .numbers(_, _, let truths):
      if dtype == .bool, case .asNumbers = truths { return .int64 }
      return dtype
    case .pairing(_, let integers, _): return integers == nil ? .float64 : dtype
    case .bits, .matmul: return dtype
    case .comparison, .logical, .test: return .bool
    case .rounding(let rounding): return rounding == .rint ? .float64 : dtype
    }
  }
}

extension Machine {
  /// The elements of a universal function's result.
  ///
  /// - Parameter name: of the function, for messages.
  func evaluate(
    _ rule: UfuncRule, _ operands: [TracedArray], _ name: String
  ) throws(Interruption) -> TracedArray {
    var dtype = DType.bool
    var count = 1
    for operand in operands {
      dtype = max(dtype, operand.array.dtype)
      count = max(count, operand.array.count)
    }
    try charge(count / 8)
    switch rule {
    case .floats(let operation, let truths):
      if dtype == .bool { try checkTruths(truths, name) }
      return try apply(.elementwise(operation), operands)
    case .numbers(let operation, let integers, let truths):
      if dtype == .float64 { return try apply(.elementwise(operation), operands) }
      if dtype == .bool { try checkTruths(truths, name) }
      if dtype == .bool, case .asNumbers = truths { dtype = .int64 }
      return try whole(integers, operands, dtype)
    case .pairing(let pairing, let integers, let truths):
      if dtype == .bool { try checkTruths(truths, name) }
      if let integers, dtype != .float64 { return try whole(integers, operands, dtype) }
      return try paired(pairing, operands)
    case .bits(let integers, let truths):
      if dtype == .float64 { throw .raised(.type, NumPyMessages.unsupported(name)) }
      if dtype == .bool { try checkTruths(truths, name) }
      return try whole(integers, operands, dtype)
    case .comparison(let comparison):
      return TracedArray(
        try attempt { () throws(ArrayError) in
          try NDArray.compare(
            comparison, try operands[0].array.cast(dtype), try operands[1].array.cast(dtype))
        })
    case .logical(let logical): return TracedArray(try truth(logical, operands))
    case .test(let test): return TracedArray(try tested(test, operands[0].array))
    case .rounding(let rounding):
      return TracedArray(try rounded(rounding, operands[0].array, name))
    case .matmul: return try matrixProduct(operands[0], operands[1])
    case .composed(_, let body): return try body(self, operands)
    }
  }

  /// Fails where truths alone are no operands.
  func checkTruths(_ rule: UfuncRule.TruthRule, _ name: String) throws(Interruption) {
    switch rule {
    case .asTruths, .asNumbers: return
    case .refused(let dtype):
      throw .raised(
        .type,
        "np.\(name) of truths alone gives \(dtype), which is not part of neuron: make them int or float first"
      )
    case .missing(let message): throw .raised(.type, message)
    case .withoutLoop:
      throw numPy.loopError(
        NumPyMessages.noLoop(name, "<class 'numpy.dtypes.BoolDType'>"), in: self)
    }
  }

  private func whole(
    _ operation: IntegerOperation, _ operands: [TracedArray], _ dtype: DType
  ) throws(Interruption) -> TracedArray {
    TracedArray(
      try attempt { () throws(ArrayError) in
        let x = try operands[0].array.cast(dtype)
        return operands.count == 1
          ? try NDArray.integers(operation, x)
          : try NDArray.integers(operation, x, try operands[1].array.cast(dtype))
      })
  }

  /// Functions of two floats; those that have a derivative are made of operations where it is asked for.
  private func paired(
    _ pairing: FloatPairing, _ operands: [TracedArray]
  ) throws(Interruption) -> TracedArray {
    let x = try cast(operands[0], to: .float64)
    let y = try cast(operands[1], to: .float64)
    func value(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> NDArray {
      try attempt { () throws(ArrayError) in try NDArray.pairing(pairing, x.array, y.array) }
    }
    if x.isConstant && y.isConstant { return TracedArray(try value(x, y)) }
    switch pairing {
    case .floorDivide, .nextAfter, .heaviside: return TracedArray(try value(x, y))
    case .copySign: return try apply(.elementwise(.copySign), [x, y])
    case .fmod:
      let quotient = try attempt { () throws(ArrayError) in
        try NDArray.rounded(.trunc, try NDArray.elementwise(.divide, x.array, y.array))
      }
      let whole = try apply(.elementwise(.multiply), [TracedArray(quotient), y])
      return try apply(.elementwise(.subtract), [x, whole])
    case .fmax, .fmin:
      let chosen = try attempt { () throws(ArrayError) in
        let result = try NDArray.pairing(pairing, x.array, y.array)
        return try NDArray.compare(.equal, result, x.array)
      }
      return try apply(.select, [TracedArray(chosen), x, y])
    }
  }

  private func truth(
    _ logical: UfuncRule.Logical, _ operands: [TracedArray]
  ) throws(Interruption) -> NDArray {
    try attempt { () throws(ArrayError) in
      let x = try operands[0].array.cast(.bool)
      if logical == .not { return try NDArray.logicalNot(x) }
      let y = try operands[1].array.cast(.bool)
      switch logical {
      case .and: return try NDArray.integers(.and, x, y)
      case .or: return try NDArray.integers(.or, x, y)
      default: return try NDArray.integers(.xor, x, y)
      }
    }
  }

  private func tested(_ test: FloatTest, _ x: NDArray) throws(Interruption) -> NDArray {
    try attempt { () throws(ArrayError) in try NDArray.test(test, try x.cast(.float64)) }
  }

  private func rounded(
    _ rounding: FloatRounding, _ x: NDArray, _ name: String
  ) throws(Interruption) -> NDArray {
    if x.dtype == .bool {
      if rounding == .rint { try checkTruths(.refused("float16"), name) }
      if rounding == .sign { try checkTruths(.withoutLoop, name) }
    }
    return try attempt { () throws(ArrayError) in
      if x.dtype != .float64, rounding == .sign { return try NDArray.integers(.sign, x) }
      if x.dtype != .float64, rounding != .rint { return try x.contiguousCopy() }
      return try NDArray.rounded(rounding, try x.cast(.float64))
    }
  }

  /// NumPy's complaint about a number in the place of a matrix.
  func noMatrix(_ place: Int) -> Interruption {
    .raised(
      .value,
      "matmul: Input operand \(place) does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"
    )
  }

  /// `x @ y`.
  func matrixProduct(_ x: TracedArray, _ y: TracedArray) throws(Interruption) -> TracedArray {
    for (place, operand) in [x, y].enumerated() where operand.array.rank == 0 {
      throw noMatrix(place)
    }
    let rows = x.array.count
    let columns = y.array.shape.last ?? 1
    let (work, overflows) = rows.multipliedReportingOverflow(
      by: y.array.rank == 1 ? 1 : columns)
    try charge(overflows ? .max : work / 8)
    let dtype = max(x.array.dtype, y.array.dtype)
    return try apply(.matmul, [try cast(x, to: dtype), try cast(y, to: dtype)])
  }
}
