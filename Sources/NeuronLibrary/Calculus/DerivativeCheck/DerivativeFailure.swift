import Backprop
import NeuronRuntime
import SourceText

/// The report of a check that found a counterexample: which one, and what was likely done wrong.
struct DerivativeFailure {
  let check: DerivativeCheck
  /// The index of the target whose derivative is wrong.
  let target: Int
  /// The points where it is, and those where it is not.
  let failing: [DerivativeCheck.Seen]
  let agreeing: [DerivativeCheck.Seen]
  let tolerance: DerivativeTolerance

  /// One number that is wrong.
  private struct Counterexample {
    let seen: DerivativeCheck.Seen
    let given: Double
    let right: Double
    /// Of an array the index of the element, ` at index [0, 2]`.
    let index: String

    /// Both numbers with as many digits as it takes to see that they differ.
    var texts: (given: String, right: String) {
      // Adding 0 makes a negative zero one that reads like one.
      let short = (shortDecimal(given + 0), shortDecimal(right + 0))
      return short.0 == short.1 ? ("\(given)", "\(right)") : short
    }
  }

  private var evaluator: DerivativeEvaluator { check.evaluator }
  private var machine: Machine { check.machine }
  private var candidate: String { evaluator.candidate.name }
  private var derivative: String { check.name(of: evaluator.targets.all[target]) }

  func interruption() throws(Interruption) -> Interruption {
    let search = DerivativeSlipSearch(
      check: check, target: target, failing: failing, agreeing: agreeing, tolerance: tolerance)
    let slip = try search.likelySlip()
    let example = counterexample
    let what =
      evaluator.targets.areSeveral ? "item \(target) of what \(candidate) gives" : candidate
    var message =
      "\(what) is not \(derivative): at \(check.text(of: example.seen.point)) it gives \(example.texts.given), not \(example.texts.right)\(example.index)"
    if let slip { message += "; \(slip.slip.sentence)" }
    let notes = [table(of: example)] + (slip.map(note(of:)) ?? notesOfPlaces)
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

  /// The report on a candidate that does not even give a derivative's form.
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

  /// Of the failing points the one that is easiest to read, if the difference is plain there and the
  /// numbers are no smaller than is usual; of an array the first element that differs.
  private var counterexample: Counterexample {
    let all = failing.map(example)
    let sizes = all.map { max(abs($0.given), abs($0.right)) }
    let usual = sizes.sorted()[sizes.count / 2] / 2
    let plain = zip(all, sizes).filter { example, size in
      size >= usual && abs(example.given - example.right) > 1e-2 * size
    }.map(\.0)
    let chosen = plain.isEmpty ? all : plain
    let lengths = chosen.map { check.text(of: $0.seen.point).count }
    let best = lengths.indices.min { lengths[$0] < lengths[$1] } ?? 0
    return chosen[best]
  }

  private func example(at one: DerivativeCheck.Seen) -> Counterexample {
    let (given, right) = (one.given[target], one.evaluation.derivatives[target])
    let place = given.numbers.indices.first {
      !tolerance.agree(given.numbers[$0], right.numbers[$0])
    }
    return Counterexample(
      seen: one, given: given.numbers[place ?? 0], right: right.numbers[place ?? 0],
      index: given.shape.isEmpty ? "" : " at index \(given.indexText(place ?? 0))")
  }

  private func table(of example: Counterexample) -> String {
    var rows = [(candidate, example.texts.given), (derivative, example.texts.right)]
    if example.right != 0 { rows.append(("ratio", shortDecimal(example.given / example.right))) }
    let quantities = example.seen.evaluation.quantities
      .filter { $0.value.shape.isEmpty }.map { ($0.name, shortDecimal($0.value.numbers[0])) }
    rows = quantities + rows
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { name, text in
      name + String(repeating: " ", count: width - name.count) + " = " + text
    }
    let place = "at \(check.text(of: example.seen.point))\(example.index)"
    return ([place] + lines).joined(separator: "\n")
  }

  /// Where it fails, if not everywhere: at how many points, and whether all lie on one side of 0.
  private var notesOfPlaces: [String] {
    let seen = failing + agreeing
    if seen.allSatisfy({ $0.evaluation.derivatives[target].size == 0 }) {
      let name = evaluator.targets.all[target].name
      return ["'\(evaluator.function.name)' does not depend on '\(name)' at any of the points"]
    }
    if agreeing.isEmpty { return [] }
    let text = "it fails at \(failing.count) of \(seen.count) points"
    // Of fewer points many lie on one side by chance.
    guard failing.count >= 5, agreeing.count >= 5 else { return [text] }
    for (index, parameter) in check.points.parameters.enumerated() {
      func sides(_ places: [DerivativeCheck.Seen]) -> Set<Bool> {
        Set(places.map { $0.point[index].isFloat && $0.point[index].float < 0 })
      }
      let (there, elsewhere) = (sides(failing), sides(agreeing))
      if there.count == 1, elsewhere.count == 1, there != elsewhere {
        return [text + ", those with \(parameter.name) \(there.contains(true) ? "<" : ">") 0"]
      }
    }
    return [text]
  }

  private func helpWithoutSlip(at example: Counterexample) -> String? {
    let hasArray = example.seen.point.contains { machine.arrayValue($0) != nil }
    guard evaluator.function.isNoted(in: machine), !hasArray else { return nil }
    let arguments = zip(check.points.parameters, example.seen.point).map { parameter, value in
      let text = check.text(of: value)
      return parameter.kind == .positionalOnly ? text : "\(parameter.name)=\(text)"
    }
    return
      "every step of the derivative at this point: `backprop(\(evaluator.function.name), \(arguments.joined(separator: ", ")))`"
  }

  // MARK: Parameters

  /// The complaint about a parameter that the candidate lacks and the derivative depends on.
  func missingParameter() throws(Interruption) -> Interruption? {
    guard evaluator.candidate.parameters != nil, evaluator.matching.quantities.isEmpty else {
      return nil
    }
    let taken = evaluator.matching.parameters
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
    for one in failing.prefix(4) where one.point[index].isFloat {
      var moved = one.point
      moved[index] = Value(one.point[index].float * 1.25 + 0.125)
      guard case .valid(let evaluation, _) = try evaluator.evaluate(moved) else { continue }
      let changed = zip(
        evaluation.derivatives[target].numbers, one.evaluation.derivatives[target].numbers)
      if changed.contains(where: { !tolerance.agree($0, $1) }) { return true }
    }
    return false
  }
}
