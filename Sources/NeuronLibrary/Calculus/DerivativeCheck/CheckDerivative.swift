import Backprop
import NeuronRuntime

extension Machine {
  /// The built-in `check_derivative(candidate, of=f, wrt=…, within=…, at=…)`.
  func makeCheckDerivative() -> Value {
    let signature = Signature(
      name: "check_derivative", required: ["candidate", "of"],
      keywordOnly: ["wrt", "within", "at"])
    return makeNative("check_derivative") { (arguments, machine) throws(Interruption) in
      let bound = try signature.bind(arguments)
      let candidate = try CheckedFunction(bound.value(0), unnamed: "the lambda", in: machine)
      let function = try CheckedFunction(bound.value(1), unnamed: "f", in: machine)
      let targets = try DerivativeTargets(
        wrt: bound[2], function, candidate: candidate, in: machine)
      let parameters =
        function.parameters?.filter(\.isSingle)
        ?? [Parameter(name: "x", kind: .positionalOnly, defaultValue: nil)]
      let points = try CheckedPoints(
        parameters, of: function, targets: targets.all, within: bound[3], at: bound[4],
        in: machine)
      let evaluator = try DerivativeEvaluator(
        function, candidate: candidate, targets: targets, parameters: parameters, in: machine)
      let check = DerivativeCheck(evaluator: evaluator, points: points, machine: machine)
      return try machine.heap.pinning([candidate.value, function.value] + points.values) {
        () throws(Interruption) in
        // What the functions print they would print forty times.
        try machine.silently { () throws(Interruption) in try check.run() }
      }
    }
  }
}
