import Backprop
import NeuronRuntime

extension Machine {
  /// Defines what makes arrays.
  func defineArrayCreation(in module: NativeModule) {
    for name in ["array", "asarray"] {
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          try arguments.expect(name, 1...1)
          let array = try machine.arrayArgument(arguments[0], name).array
          return try machine.array(
            try machine.attempt { () throws(ArrayError) in
              name == "array" ? try array.contiguousCopy() : array
            })
        })
    }
    for (name, value) in [("zeros", 0.0), ("ones", 1)] {
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          try arguments.expect(name, 1...1)
          let shape = try machine.shapeArgument(arguments[0])
          return try machine.array(
            try machine.attempt { () throws(ArrayError) in
              try NDArray(repeating: value, shape: shape, budget: machine.budget)
            })
        })
    }
    module.define(
      "arange",
      makeNative("arange") { (arguments, machine) throws(Interruption) in
        try arguments.expect("arange", 1...1)
        let count = max(0, try machine.indexArgument(arguments[0]))
        return try machine.array(
          try machine.attempt { () throws(ArrayError) in
            let array = try NDArray(uninitialized: [count], .int64, budget: machine.budget)
            for index in 0..<count { array.pointer(Int64.self)[index] = Int64(index) }
            return array
          })
      })
  }

  /// A shape as programs give it: one size, or a sequence of them.
  func shapeArgument(_ value: Value) throws(Interruption) -> [Int] {
    guard value.kind == .tuple || value.kind == .list else { return [try indexArgument(value)] }
    var shape: [Int] = []
    for size in elements(of: value) { shape.append(try indexArgument(size)) }
    return shape
  }
}
