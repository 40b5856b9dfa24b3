import Backprop
import NeuronRuntime
import SourceText

/// The report of a check that found a counterexample: which one, and what was likely done wrong.
struct DerivativeFailure {
  let check: DerivativeCheck
  /// The index of the target whose derivative is wrong.
  let target: Int
  let seen: [DerivativeCheck.Seen]
  /// Indices of the points where it is.
  let failing: [Int]
  let tolerance: DerivativeTolerance

  private var evaluator: DerivativeEvaluator { check.evaluator }
  private var machine: Machine { check.machine }
  private var candidate: String { evaluator.candidate.name }
  private var derivative: String { check.name(of: evaluator.targets.all[target]) }

  func interruption() throws(Interruption) -> Interruption {
    if let missing = try missingParameter() { return missing }
    let search = DerivativeSlipSearch(
      check: check, target: target, seen: seen, failing: failing, tolerance: tolerance)
    let slip = try search.likelySlip()
    let example = counterexample
    let (given, right) = (example.given[target], example.evaluation.derivatives[target])
    let (givenText, rightText) = Self.texts(given, right)
    let what =
      evaluator.targets.areSeveral ? "item \(target) of what \(candidate) gives" : candidate
    var message =
      "\(what) is not \(derivative): at \(check.text(of: example.point)) it gives \(givenText), not \(rightText)"
    if let slip { message += "; \(slip.slip.sentence)" }
    let notes = [table(of: example, given, right)] + (slip.map(note(of:)) ?? notesOfPlaces)
    return try machine.exception(
      .assertion, message, rule: .derivativeWrong,
      notes: notes.map { Diagnostic.Note($0) },
      help: slip?.slip.help ?? helpWithoutSlip(at: example))
  }

  private func note(of slip: (slip: LikelySlip, otherNames: [String])) -> [String] {
    let names = slip.otherNames.joined(separator: " = ")
    let also = names.isEmpty ? "" : "; what it gives is \(names)"
    return ["likely slip: \(slip.slip.sentence)\(also)"]
  }

  /// The report on a candidate that does not even give a number.
  static func interruption(
    _ odd: OddResult, of check: DerivativeCheck, at point: CheckedPoints.Point
  ) throws(Interruption) -> Interruption {
    let names = check.evaluator.targets.all.map(check.name).joined(separator: ", ")
    return try check.machine.exception(
      .assertion,
      "\(check.evaluator.candidate.name) is not \(names): at \(check.text(of: point)) it \(odd.description)",
      rule: .derivativeWrong, notes: [], help: odd.help)
  }

  // MARK: The counterexample

  /// The failing point that is easiest to read, of those where the difference is plain.
  private var counterexample: DerivativeCheck.Seen {
    let plain = failing.filter { place in
      let (given, right) = (seen[place].given[target], seen[place].evaluation.derivatives[target])
      return abs(given - right) > 1e-2 * max(abs(given), abs(right))
        && max(abs(given), abs(right)) > 1e-6
    }
    let lengths = (plain.isEmpty ? failing : plain).map {
      ($0, check.text(of: seen[$0].point).count)
    }
    let best = lengths.min { $0.1 < $1.1 }
    return seen[best?.0 ?? failing[0]]
  }

  /// Two numbers with as many digits as it takes to see that they differ.
  private static func texts(_ x: Double, _ y: Double) -> (String, String) {
    let short = (shortDecimal(x), shortDecimal(y))
    return short.0 == short.1 ? ("\(x)", "\(y)") : short
  }

  private func table(
    of example: DerivativeCheck.Seen, _ given: Double, _ right: Double
  ) -> String {
    let (givenText, rightText) = Self.texts(given, right)
    var rows = [(candidate, givenText), (derivative, rightText)]
    if right != 0 { rows.append(("ratio", shortDecimal(given / right))) }
    let quantities = example.evaluation.quantities.map { ($0.name, shortDecimal($0.value)) }
    rows = quantities + rows
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { name, text in
      name + String(repeating: " ", count: width - name.count) + " = " + text
    }
    return "at \(check.text(of: example.point))\n" + lines.joined(separator: "\n")
  }

  /// Where it fails, if not everywhere: at how many points, and whether all lie on one side of 0.
  private var notesOfPlaces: [String] {
    if seen.allSatisfy({ $0.evaluation.derivatives[target] == 0 }) {
      let name = evaluator.targets.all[target].name
      return ["'\(evaluator.function.name)' does not depend on '\(name)' at any of the points"]
    }
    let agreeing = seen.indices.filter { !failing.contains($0) }
    if agreeing.isEmpty { return [] }
    let text = "it fails at \(failing.count) of \(seen.count) points"
    // Of fewer points many lie on one side by chance.
    guard failing.count >= 5, agreeing.count >= 5 else { return [text] }
    for (index, parameter) in check.points.parameters.enumerated() {
      func sides(_ places: [Int]) -> Set<Bool> {
        Set(places.map { seen[$0].point[index].isFloat && seen[$0].point[index].float < 0 })
      }
      let (there, elsewhere) = (sides(failing), sides(agreeing))
      if there.count == 1, elsewhere.count == 1, there != elsewhere {
        return [text + ", those with \(parameter.name) \(there.contains(true) ? "<" : ">") 0"]
      }
    }
    return [text]
  }

  private func helpWithoutSlip(at example: DerivativeCheck.Seen) -> String? {
    guard evaluator.function.isNoted(in: machine) else { return nil }
    let arguments = zip(check.points.parameters, example.point).map { parameter, value in
      let text = value.isFloat ? shortDecimal(value.float) : machine.sketch(of: value)
      return parameter.kind == .positionalOnly ? text : "\(parameter.name)=\(text)"
    }
    return
      "every step of the derivative at this point: `backprop(\(evaluator.function.name), \(arguments.joined(separator: ", ")))`"
  }

  // MARK: Parameters

  /// The complaint about a parameter that the candidate lacks and the derivative depends on.
  private func missingParameter() throws(Interruption) -> Interruption? {
    guard evaluator.candidate.parameters != nil, !evaluator.takesQuantities else { return nil }
    let taken = evaluator.takenParameters
    var lacking: [String] = []
    for (index, parameter) in check.points.parameters.enumerated() where !taken.contains(index) {
      if parameter.defaultValue == nil, try dependsOn(index) { lacking.append(parameter.name) }
    }
    if lacking.isEmpty { return nil }
    let names = lacking.map { "'\($0)'" }.joined(separator: ", ")
    return .raised(
      .type,
      "parameters are matched by name, and \(evaluator.candidate.signature) lacks \(names) of \(evaluator.function.signature), on which \(derivative) depends"
    )
  }

  /// Whether the derivative changes with a parameter alone.
  private func dependsOn(_ index: Int) throws(Interruption) -> Bool {
    for one in seen.prefix(4) where one.point[index].isFloat {
      var moved = one.point
      moved[index] = Value(one.point[index].float * 1.25 + 0.125)
      guard case .valid(let evaluation) = try evaluator.evaluate(moved) else { continue }
      let (x, y) = (evaluation.derivatives[target], one.evaluation.derivatives[target])
      if !tolerance.agree(x, y) { return true }
    }
    return false
  }
}
