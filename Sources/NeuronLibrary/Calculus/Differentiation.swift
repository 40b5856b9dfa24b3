import Backprop
import NeuronRuntime

/// By which parameters a function is differentiated.
struct DifferentiationTarget {
  /// How the program named the parameters.
  enum Choice {
    case positions([Int])
    case names([String])
  }

  var choice: Choice
  /// Whether the derivatives come as a tuple: several were asked for, or one as a tuple.
  var isTuple: Bool

  /// From the arguments of `grad`: `argnums=` or `wrt=`, one or a tuple; the first parameter without.
  init(_ arguments: Arguments, _ name: String, in machine: Machine) throws(Interruption) {
    try arguments.expectKeywords(name, ["argnums", "wrt"])
    try arguments.expectPositional(name, 1...2)
    let positions = arguments.value(at: 1, or: "argnums")
    let names = arguments.keyword("wrt")
    if positions != nil, names != nil {
      throw .raised(.type, "\(name)() takes argnums or wrt, not both")
    }
    guard let given = names ?? positions else {
      choice = .positions([0])
      isTuple = false
      return
    }
    isTuple = machine.typeName(given) == "tuple" || machine.typeName(given) == "list"
    let items = isTuple ? try machine.allItems(of: given) : [given]
    if names != nil {
      var all: [String] = []
      for item in items {
        if let function = machine.functionName(item) {
          all.append(function)
        } else if machine.typeName(item) == "str" {
          all.append(machine.textOf(item))
        } else {
          throw .raised(
            .type, "wrt names parameters by str, not \(machine.typeName(item))")
        }
      }
      choice = .names(all)
    } else {
      var all: [Int] = []
      for item in items {
        guard machine.typeName(item) == "int" else {
          throw .raised(
            .type, "argnums numbers parameters by int, not \(machine.typeName(item))")
        }
        all.append(item.int)
      }
      choice = .positions(all)
    }
  }

  /// The indices of the parameters among a call's values.
  func indices(in call: BoundCall) throws(Interruption) -> [Int] {
    var indices: [Int] = []
    switch choice {
    case .positions(let positions):
      for position in positions {
        let index = position < 0 ? position + call.values.count : position
        guard call.values.indices.contains(index) else {
          throw .raised(
            .value,
            "argnums \(position) is out of range: the function was called with \(call.values.count) arguments"
          )
        }
        indices.append(index)
      }
    case .names(let names):
      for name in names {
        guard let index = call.names.firstIndex(of: name) else {
          throw .raised(
            .value,
            "no parameter '\(name)' to differentiate by: there are \(call.names.joined(separator: ", "))"
          )
        }
        indices.append(index)
      }
    }
    return indices
  }
}

extension Machine {
  /// A number that a derivative is taken by, as a fresh entry of the tape; an integer is a float.
  func makeInput(_ value: Value, _ name: String) throws(Interruption) -> Traced {
    guard let number = try tracedNumber(value) else {
      throw .raised(
        .type, "cannot differentiate by '\(name)': it is a \(typeName(value)), not a number")
    }
    return tape.input(number)
  }

  /// What a differentiated function gave, which must be a number.
  func makeOutput(_ value: Value, of callee: Value) throws(Interruption) -> Traced {
    if let number = try tracedNumber(value) { return number }
    let name = functionName(callee).map { "'\($0)'" } ?? "the function"
    throw .raised(
      .type, "cannot differentiate \(name): it gives a \(typeName(value)), not a number")
  }

  /// Stops when the tape could not take all that happened, since then derivatives would be wrong.
  func checkTape() throws(Interruption) {
    if tape.isFull {
      throw .limit(
        .tapeLimit, "the derivative needs more than its limit of \(tape.limit) operations")
    }
  }

  /// Runs a call with derivatives being taken; the tape is cleared after the outermost.
  func differentiating<R>(_ body: () throws(Interruption) -> R) throws(Interruption) -> R {
    let mark = tape.count
    beginDerivative()
    defer {
      tracing.end()
      if tracing.depth == 0 { tape.truncate(to: mark) }
    }
    return try body()
  }

  /// The value of a call and its derivatives by the chosen arguments.
  func valueAndGradients(
    of call: BoundCall, by target: DifferentiationTarget
  ) throws(Interruption) -> (value: Value, gradients: [Value]) {
    let indices = try target.indices(in: call)
    return try differentiating { () throws(Interruption) in
      var call = call
      var inputs: [UInt32] = []
      for index in indices {
        let input = try makeInput(call.values[index], call.names[index])
        inputs.append(input.node)
        call.values[index] = plain(input)
      }
      let output = try makeOutput(try call.run(in: self), of: call.callee)
      try checkTape()
      if tracing.depth == 1 {
        let gradients = tape.gradients(of: output, withRespectTo: inputs)
        return (Value(output.value), gradients.map { Value($0) })
      }
      let gradients = tape.recordedGradients(of: output, withRespectTo: inputs)
      try checkTape()
      return (plain(output), gradients.map(plain))
    }
  }
}
