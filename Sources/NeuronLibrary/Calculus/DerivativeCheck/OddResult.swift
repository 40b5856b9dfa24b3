import NeuronRuntime

/// A result of a candidate that is not of the form of the derivative.
struct OddResult {
  let description: String
  let help: String?

  /// - Parameter count: how many derivatives were expected, if several.
  init(_ value: Value, of candidate: CheckedFunction, count: Int? = nil, in machine: Machine) {
    let type = machine.typeName(value)
    let wanted = count.map { "a tuple of \($0) derivatives" } ?? "a number"
    if machine.isCallable(value) {
      let name = machine.functionName(value)
      description = "gives the function\(name.map { " '\($0)'" } ?? ""), not \(wanted)"
      help =
        "return the local that holds the derivative\(name.map { "; `\($0)` is a function here" } ?? "")"
    } else if value.isNone {
      description = "gives nothing, not \(wanted)"
      help = "is there a `return`?"
    } else if type == "tuple" || type == "list" {
      description = "gives a \(type) of \(machine.length(value) ?? 0), not \(wanted)"
      help =
        count == nil ? "to check several derivatives at once, name them all: wrt=(…, …)" : nil
    } else {
      description = "gives a \(type), not \(wanted)"
      help = nil
    }
  }

  /// Elements of a shape that the derivative does not have.
  init(_ given: Elements, of derivative: Elements, in machine: Machine) {
    func text(_ elements: Elements) -> String {
      elements.shape.isEmpty
        ? "a number" : "an array of shape \(machine.tupleText(elements.shape))"
    }
    description = "gives \(text(given)), not \(text(derivative))"
    if given.shape == derivative.shape.reversed(), given.shape.count > 1 {
      help = "is it transposed? `.T` turns it"
    } else {
      help = "a derivative has the shape of what it is taken by"
    }
  }
}
