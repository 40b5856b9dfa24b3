import Backprop
import NeuronRuntime
import SourceText

/// By what a derivative is taken: a parameter of the function, or a quantity of its run.
enum DerivativeTarget: Equatable {
  case parameter(String)
  case quantity(String)

  var name: String {
    switch self {
    case .parameter(let name), .quantity(let name): name
    }
  }
}

/// The targets of a check, as `wrt=` names them or the candidate's name does.
struct DerivativeTargets {
  let all: [DerivativeTarget]
  /// Whether the candidate gives a tuple or list with an item for each.
  let areSeveral: Bool

  init(
    wrt: Value?, _ function: CheckedFunction, candidate: CheckedFunction, in machine: Machine
  ) throws(Interruption) {
    let names = (function.parameters ?? []).filter(\.isSingle).map(\.name)
    guard let wrt, !wrt.isNone else {
      (all, areSeveral) = try Self.withoutWrt(function, names, candidate)
      return
    }
    areSeveral = machine.typeName(wrt) == "tuple" || machine.typeName(wrt) == "list"
    let items = areSeveral ? try machine.allItems(of: wrt) : [wrt]
    var all: [DerivativeTarget] = []
    for item in items {
      if machine.typeName(item) == "str" {
        let name = machine.textOf(item)
        all.append(names.contains(name) ? .parameter(name) : .quantity(name))
      } else if let name = machine.functionName(item) {
        // Where a parameter has the name, the function's quantity is called otherwise.
        all.append(.quantity(names.contains(name) ? name + "()" : name))
      } else {
        throw .raised(
          .type,
          "wrt names a parameter by str, or is the function whose quantity is meant, not \(machine.typeName(item))"
        )
      }
    }
    if all.isEmpty { throw .raised(.value, "wrt names nothing to differentiate by") }
    self.all = all
  }

  private static func withoutWrt(
    _ function: CheckedFunction, _ names: [String], _ candidate: CheckedFunction
  ) throws(Interruption) -> ([DerivativeTarget], Bool) {
    guard let parameters = function.parameters else { return ([.parameter("x")], false) }
    let needed = parameters.filter { $0.isSingle && $0.defaultValue == nil }
    if needed.count == 1 { return ([.parameter(needed[0].name)], false) }
    if let named = targets(namedIn: candidate.name, parameters: names) { return named }
    throw .raised(
      .type,
      "check_derivative() cannot tell by what '\(candidate.name)' differentiates: give wrt=, one of \(names.joined(separator: ", ")) or a function that \(function.name) calls"
    )
  }

  /// What a name such as `dJ_dw`, `δl_δsigmoid`, `dw` or `dJ_dw_and_dJ_db` tells. A name after the
  /// last `d` that no parameter has is taken for a quantity's only in the long form.
  static func targets(
    namedIn name: String, parameters: [String]
  ) -> ([DerivativeTarget], Bool)? {
    let parts = name.pieces(separatedBy: "_and_")
    var targets: [DerivativeTarget] = []
    for part in parts {
      guard let target = target(namedIn: part, parameters: parameters) else { return nil }
      targets.append(target)
    }
    return (targets, parts.count > 1)
  }

  private static func target(namedIn name: String, parameters: [String]) -> DerivativeTarget? {
    let signs: [Character] = ["d", "δ", "∂"]
    guard let first = name.first, signs.contains(first) else { return nil }
    let short = String(name.dropFirst())
    if parameters.contains(short) { return .parameter(short) }
    // What follows `_d`, wherever a parameter or the whole rest of the name does.
    let pieces = name.pieces(separatedBy: "_\(first)")
    let ends = (1..<max(pieces.count, 1)).map { pieces[$0...].joined(separator: "_\(first)") }
    if let end = ends.first(where: parameters.contains) { return .parameter(end) }
    return ends.count == 1 && !ends[0].isEmpty ? .quantity(ends[0]) : nil
  }
}

extension String {
  /// As `split` in Python does with a separator.
  fileprivate func pieces(separatedBy separator: String) -> [String] {
    var pieces: [String] = [""]
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        pieces.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        pieces[pieces.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    return pieces
  }
}
