import Backprop
import NeuronRuntime

/// What `grad(f)` and `value_and_grad(f)` give: a function with the parameters of `f`.
final class GradientFunction: ForeignValue {
  private let function: Value
  private let target: DifferentiationTarget
  private let givesValue: Bool
  /// Whether the function gives a pair, of which only the first is differentiated.
  private let hasExtra: Bool
  private let quickWay: NumberGradients?

  init(
    _ function: Value, by target: DifferentiationTarget, givesValue: Bool, hasExtra: Bool,
    in machine: Machine
  ) {
    self.function = function
    self.target = target
    self.givesValue = givesValue
    self.hasExtra = hasExtra
    let places = hasExtra ? nil : target.places(in: function, machine)
    quickWay = places.map { NumberGradients(of: function, at: $0) }
  }

  deinit { quickWay?.deallocate() }

  var typeName: String { "function" }

  var underlyingFunction: Value? { function }

  /// `grad(f)`
  func name(in machine: Machine) -> String {
    // A program can nest them without end; nobody reads more than a few.
    var (start, end, inner) = ("", "", self)
    for _ in 0..<8 {
      start += inner.givesValue ? "value_and_grad(" : "grad("
      end += ")"
      guard let next = machine.foreign(inner.function) as? GradientFunction else {
        return start + (machine.functionName(inner.function) ?? "function") + end
      }
      inner = next
    }
    return start + "…" + end
  }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<function \(name(in: machine))>"
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    if let quickWay, quickWay.canTake(arguments, in: machine) {
      let value = try quickWay.call(arguments, in: machine)
      let gradient =
        target.isTuple
        ? try machine.heap.tuple(copying: quickWay.results, count: quickWay.count)
        : quickWay.results[0]
      return givesValue ? try machine.heap.pair(value, gradient) : gradient
    }
    return try callGenerally(arguments, in: machine)
  }

  private func callGenerally(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    let call = try machine.bind(function, arguments)
    let (value, extra, gradients) = try machine.valueAndGradients(
      of: call, by: target, hasExtra: hasExtra)
    let gradient = target.isTuple ? try machine.heap.tuple(gradients) : gradients[0]
    switch (givesValue, hasExtra) {
    case (false, false): return gradient
    case (false, true): return try machine.heap.tuple([gradient, extra])
    case (true, false): return try machine.heap.tuple([value, gradient])
    case (true, true):
      return try machine.heap.tuple([try machine.heap.tuple([value, extra]), gradient])
    }
  }

  func visitValues(_ visit: (Value) -> Void) { visit(function) }
}

extension Machine {
  /// Defines the calculus built-ins; they need no import and may be shadowed.
  func installCalculus() {
    for (name, givesValue) in [("grad", false), ("value_and_grad", true)] {
      defineBuiltin(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          let target = try DifferentiationTarget(arguments, name, in: machine)
          try machine.expectCallable(arguments[0], for: name)
          let hasExtra = try arguments.keyword("has_aux").map { (flag) throws(Interruption) in
            try machine.isTrue(flag)
          }
          return machine.heap.foreign(
            GradientFunction(
              arguments[0], by: target, givesValue: givesValue, hasExtra: hasExtra ?? false,
              in: machine))
        })
    }
    defineBuiltin("jacobian", makeJacobian())
    defineBuiltin("hessian", makeHessian())
    defineBuiltin("jvp", makeJVP())
    defineBuiltin("vjp", makeVJP())
    defineBuiltin("backprop", makeBackprop())
    defineBuiltin("graph", makeGraph())
    defineBuiltin("check_derivative", makeCheckDerivative())
  }

  func expectCallable(_ value: Value, for name: String) throws(Interruption) {
    if isCallable(value) { return }
    throw .raised(
      .type, "\(name)() takes a function first, not a \(typeName(value)); was it called already?")
  }
}
