import Backprop
import NeuronRuntime
import SourceText

extension DerivativeEvaluator {
  // MARK: Quantities by name

  func value(
    of target: DerivativeTarget, in table: QuantityTable
  ) throws(Interruption) -> TracedValue {
    // The one parameter of a function that is written in Swift has no name there.
    let name = target.name
    switch table.meaning(of: name) {
    case .value(let value): return value
    case .several(let names): throw ambiguous(name, names)
    case nil:
      let nearest =
        nearestName(to: name, in: table.names).map { "; did you mean '\($0)'?" } ?? ""
      if parameters.contains(where: { $0.name == name }) {
        throw .raised(
          .type, "cannot differentiate by '\(name)': it is not a number or an array")
      }
      throw .raised(
        .type,
        "'\(function.name)' has no parameter and no quantity '\(name)' to differentiate by: there are \(table.names.joined(separator: ", "))\(nearest)"
      )
    }
  }

  private func ambiguous(_ name: String, _ names: [String]) -> Interruption {
    .raised(
      .type, "'\(name)' was called more than once: say which, of \(names.joined(separator: ", "))")
  }

  /// The value of the quantity that a parameter of the candidate is named after. The one by which it
  /// differentiates may be abbreviated: `sig` for `sigmoid`.
  func value(
    ofArgument name: String, _ targetValues: [TracedValue], in table: QuantityTable
  ) throws(Interruption) -> TracedValue {
    switch table.meaning(of: name) {
    case .value(let value): return value
    case .several(let names): throw ambiguous(name, names)
    case nil:
      let unknown = matching.quantities.filter { table.meaning(of: $0) == nil }
      if unknown.count == 1, targets.all.count == 1, case .quantity(let target) = targets.all[0],
        name.prefix(3) == target.prefix(3) || target.hasPrefix(name)
      {
        return targetValues[0]
      }
      throw mismatch(of: name, in: table)
    }
  }

  private func mismatch(of name: String, in table: QuantityTable) -> Interruption {
    let nearest = nearestName(to: name, in: table.names).map { "; did you mean '\($0)'?" } ?? ""
    let missing = parameters.map(\.name).filter { parameter in
      !(candidate.parameters ?? []).contains { $0.name == parameter }
    }
    let lacks =
      missing.isEmpty ? "" : "; it lacks \(missing.map { "'\($0)'" }.joined(separator: ", "))"
    let quantities =
      table.callNames.isEmpty
      ? "" : " and no quantity of its run (\(table.callNames.joined(separator: ", ")))"
    return .raised(
      .type,
      "parameters are matched by name, but \(candidate.signature) has '\(name)', which is no parameter of \(function.signature)\(quantities)\(lacks)\(nearest)"
    )
  }
}
