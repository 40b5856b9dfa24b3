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
    let gradients = name == "grad" || name == "value_and_grad"
    try arguments.expectKeywords(name, ["argnums", "wrt"] + (gradients ? ["has_aux"] : []))
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
      if let twice = all.first(where: { name in all.filter { $0 == name }.count > 1 }) {
        throw .raised(.value, "wrt names '\(twice)' twice")
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
      if let twice = all.first(where: { place in all.filter { $0 == place }.count > 1 }) {
        throw .raised(.value, "argnums names \(twice) twice")
      }
      choice = .positions(all)
    }
  }

  /// The places of the parameters where every argument is given by place; nil where only a call can
  /// tell.
  func places(in function: Value, _ machine: Machine) -> [Int]? {
    switch choice {
    case .positions(let positions): return positions
    case .names(let names):
      let places = names.compactMap { machine.place(ofParameter: $0, of: function) }
      return places.count == names.count ? places : nil
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
