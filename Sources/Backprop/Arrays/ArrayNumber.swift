/// A whole array where a rule of the table of operations has a number: the same formulas, each on all
/// elements.
///
/// The table's operators cannot throw, so what goes wrong is carried along to the end.
struct ArrayNumber<A: RuleArray>: RuleNumber {
  enum Content {
    case constant(Double)
    /// `mask` (`bool`) says where the number is present; nil for everywhere.
    case array(A, mask: NDArray?)
    case failed(ArrayError)
  }

  let content: Content

  init(_ array: A) { content = .array(array, mask: nil) }
  init(constant: Double) { content = .constant(constant) }
  init(floatLiteral value: Double) { self.init(constant: value) }
  init(integerLiteral value: Int) { self.init(constant: Double(value)) }

  private init(_ body: () throws(ArrayError) -> Content) {
    do throws(ArrayError) {
      content = try body()
    } catch {
      content = .failed(error)
    }
  }

  /// `upstream` times this; 0 where it is absent, whatever `upstream` is there.
  func product(with upstream: A) throws(ArrayError) -> A {
    switch content {
    case .failed(let error): throw error
    case .constant(1): return upstream
    case .constant(-1): return try upstream.negated()
    case .constant(let value): return try upstream * (try upstream.filled(value))
    case .array(let array, let mask):
      let product = try upstream * array
      guard let mask else { return product }
      return try A.apply(.select, [A(constant: mask), product, product.filled(0)])
    }
  }

  // MARK: What the table asks for

  var value: Double { .nan }

  var commonValue: Double? {
    switch content {
    case .constant(let value): value
    case .array(let array, _): array.rank == 0 ? array.array.float(atOffset: 0) : nil
    case .failed: nil
    }
  }

  var isConstant: Bool {
    switch content {
    case .constant: true
    case .array(let array, _): array.isConstant
    case .failed: true
    }
  }

  static func constant(
    of x: Self, _ y: Self, _ r: Self, _ value: (Double, Double, Double) -> Double?
  ) -> Self? {
    Self { () throws(ArrayError) in
      let values = try ValueWalk([x, y, r])
      let factors = try NDArray(uninitialized: values.shape, .float64, budget: values.budget)
      let mask = try NDArray(uninitialized: values.shape, .bool, budget: values.budget)
      for index in 0..<factors.count {
        let factor = value(values[0, index], values[1, index], values[2, index])
        factors.pointer(Double.self)[index] = factor ?? 0
        mask.pointer(UInt8.self)[index] = factor == nil ? 0 : 1
      }
      return .array(A(constant: factors), mask: mask)
    }
  }

  static func present(
    _ x: Self, _ y: Self, where condition: (Double, Double) -> Bool, _ local: (Self, Self) -> Self
  ) -> Self? {
    Self { () throws(ArrayError) in
      let values = try ValueWalk([x, y])
      let mask = try NDArray(uninitialized: values.shape, .bool, budget: values.budget)
      for index in 0..<mask.count {
        mask.pointer(UInt8.self)[index] = condition(values[0, index], values[1, index]) ? 1 : 0
      }
      // Where it is absent the formula gets a 1, whose derivatives are all finite.
      let result = try local(x.replaced(mask, by: 1), y.replaced(mask, by: 1))
      switch result.content {
      case .failed(let error): throw error
      case .constant(let value):
        return .array(try A(constant: mask).filled(value), mask: mask)
      case .array(let array, _): return .array(array, mask: mask)
      }
    }
  }

  private func replaced(_ mask: NDArray, by value: Double) throws(ArrayError) -> Self {
    guard case .array(let array, _) = content else { return self }
    return Self(try A.apply(.select, [A(constant: mask), array, array.filled(value)]))
  }

  // MARK: Operators

  static func + (x: Self, y: Self) -> Self { apply(.add, x, y) }
  static func - (x: Self, y: Self) -> Self { apply(.subtract, x, y) }
  static func * (x: Self, y: Self) -> Self { apply(.multiply, x, y) }
  static func / (x: Self, y: Self) -> Self { apply(.divide, x, y) }
  static prefix func - (x: Self) -> Self { apply(.negate, x) }
  static func exp(_ x: Self) -> Self { apply(.exp, x) }
  static func log(_ x: Self) -> Self { apply(.log, x) }
  static func sqrt(_ x: Self) -> Self { apply(.sqrt, x) }
  static func sin(_ x: Self) -> Self { apply(.sin, x) }
  static func cos(_ x: Self) -> Self { apply(.cos, x) }
  static func sinh(_ x: Self) -> Self { apply(.sinh, x) }
  static func cosh(_ x: Self) -> Self { apply(.cosh, x) }
  static func power(_ x: Self, _ y: Self) -> Self { apply(.power, x, y) }
  static func polygamma(_ x: Self, _ order: Self) -> Self { apply(.polygamma, x, order) }

  private static func apply(_ operation: Operation, _ x: Self) -> Self {
    Self { () throws(ArrayError) in
      switch x.content {
      case .failed: return x.content
      case .constant(let value): return .constant(operation.value(value))
      case .array(let array, let mask):
        return .array(try A.apply(.elementwise(operation), [array]), mask: mask)
      }
    }
  }

  private static func apply(_ operation: Operation, _ x: Self, _ y: Self) -> Self {
    Self { () throws(ArrayError) in
      switch (x.content, y.content) {
      case (.failed, _): return x.content
      case (_, .failed): return y.content
      case (.constant(let x), .constant(let y)): return .constant(operation.value(x, y))
      case (.array(let x, let mask), .constant(let value)):
        return .array(try A.apply(.elementwise(operation), [x, x.filled(value)]), mask: mask)
      case (.constant(let value), .array(let y, let mask)):
        return .array(try A.apply(.elementwise(operation), [y.filled(value), y]), mask: mask)
      case (.array(let x, let mask), .array(let y, let otherMask)):
        return .array(try A.apply(.elementwise(operation), [x, y]), mask: mask ?? otherMask)
      }
    }
  }
}

/// The values of several numbers, element by element in the shape that they broadcast to.
private struct ValueWalk {
  private var values: [(base: NDArray?, constant: Double)] = []
  private(set) var shape: [Int] = []
  let budget: ArrayBudget

  init<A: RuleArray>(_ numbers: [ArrayNumber<A>]) throws(ArrayError) {
    var arrays: [NDArray?] = []
    for number in numbers {
      switch number.content {
      case .failed(let error): throw error
      case .constant: arrays.append(nil)
      case .array(let array, _): arrays.append(array.array)
      }
    }
    guard let any = arrays.lazy.compactMap({ $0 }).first else {
      throw .derivative("the derivative has no operand")
    }
    budget = any.budget
    shape = try NDArray.broadcastShape(of: arrays.compactMap { $0?.shape })
    for (number, array) in zip(numbers, arrays) {
      if case .constant(let value) = number.content {
        values.append((nil, value))
      } else {
        let whole = try array?.broadcast(to: shape).contiguous()
        values.append((whole, 0))
      }
    }
  }

  subscript(number: Int, index: Int) -> Double {
    values[number].base?.float(atOffset: index) ?? values[number].constant
  }
}

extension RuleArray {
  /// A constant of rank 0.
  func filled(_ value: Double) throws(ArrayError) -> Self {
    Self(constant: try NDArray(scalar: value, budget: array.budget))
  }

  /// `elementwiseProduct` by the formulas of the table, each on whole arrays.
  static func productByTable(
    _ upstream: Self, _ operation: Operation, operands: [Self], result: Self, by operand: Int
  ) throws(ArrayError) -> Self {
    let local = operation.derivatives(
      of: ArrayNumber(result),
      by: ArrayNumber(operands[0]), wanted: operand == 0,
      by: operands.count > 1 ? ArrayNumber(operands[1]) : 0, wanted: operand == 1)
    guard let derivative = operand == 0 ? local.byLeft : local.byRight else {
      return try upstream.zeros(upstream.shape)
    }
    return try derivative.product(with: upstream)
  }
}
