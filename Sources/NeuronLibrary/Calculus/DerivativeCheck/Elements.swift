import Backprop
import NeuronRuntime

/// A number or the elements of an array in row-major order, with nothing that the machine must keep.
struct Elements: Equatable {
  var numbers: [Double]
  /// Empty for a number.
  var shape: [Int]

  init(_ numbers: [Double], shape: [Int] = []) {
    self.numbers = numbers
    self.shape = shape
  }

  init(_ value: TracedValue) {
    switch value {
    case .number(let number): self.init([number.value])
    case .array(let array): self.init(array.array.floats, shape: array.array.shape)
    }
  }

  var isFinite: Bool { numbers.allSatisfy(\.isFinite) }

  /// Of a number 0, or of elements the largest size.
  var size: Double { numbers.reduce(0) { max($0, abs($1)) } }

  /// Those of the transposed matrix; `nil` for what is no matrix.
  var transposed: Elements? {
    guard shape.count == 2 else { return nil }
    let (rows, columns) = (shape[0], shape[1])
    let numbers = (0..<rows * columns).map { place in
      self.numbers[(place % rows) * columns + place / rows]
    }
    return Elements(numbers, shape: [columns, rows])
  }

  /// The index of an element as a program writes it: `[0, 2]`.
  func indexText(_ place: Int) -> String {
    var rest = place
    var indices: [Int] = []
    for length in shape.reversed() {
      indices.append(rest % max(length, 1))
      rest /= max(length, 1)
    }
    return "[" + indices.reversed().map(String.init).joined(separator: ", ") + "]"
  }
}

extension Machine {
  /// A number or an array as a value that a derivative can be taken of or by; `nil` for anything else.
  func differentiable(_ value: Value) throws(Interruption) -> TracedValue? {
    if let number = try tracedNumber(value) { return .number(number) }
    guard let array = arrayValue(value)?.traced(in: self) else { return nil }
    return .array(
      try attempt { () throws(ArrayError) in
        TracedArray(try array.array.cast(.float64), node: array.node)
      })
  }

  /// The value of the language for one that may be on the tape.
  func value(of traced: TracedValue) throws(Interruption) -> Value {
    switch traced {
    case .number(let number): plain(number)
    case .array(let array): try value(of: array)
    }
  }

  /// A number or a new array.
  func value(of elements: Elements) throws(Interruption) -> Value {
    if elements.shape.isEmpty { return Value(elements.numbers[0]) }
    return try array(
      try attempt { () throws(ArrayError) in
        try NDArray(elements.numbers, shape: elements.shape, budget: budget)
      })
  }
}
