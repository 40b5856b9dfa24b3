import Backprop
import NeuronRuntime

/// One of the two functions of a check, with its parameters.
struct CheckedFunction {
  let value: Value
  /// As reports call it.
  let name: String
  /// `nil` for a function that is written in Swift: it takes its arguments by place.
  let parameters: [Parameter]?

  /// - Parameter unnamed: what a lambda is called.
  init(
    _ value: Value, unnamed: String, in machine: Machine
  ) throws(Interruption) {
    guard machine.isCallable(value) else {
      throw .raised(
        .type,
        "check_derivative() takes functions, not a \(machine.typeName(value)); was it called already?"
      )
    }
    self.value = value
    parameters = machine.parameters(of: value)
    let name = try Self.name(of: value, in: machine)
    self.name = name == "<lambda>" ? unnamed : name
  }

  private static func name(of value: Value, in machine: Machine) throws(Interruption) -> String {
    if let gradient = machine.foreign(value) as? GradientFunction {
      return gradient.name(in: machine)
    }
    if let name = machine.functionName(value) { return name }
    if let name = try machine.attributeIfAny("__name__", of: value), machine.typeName(name) == "str"
    {
      return machine.textOf(name)
    }
    return machine.typeName(value)
  }

  /// `l(x, w, b, y)`
  var signature: String {
    let names = (parameters ?? []).map { parameter in
      switch parameter.kind {
      case .rest: "*\(parameter.name)"
      case .keywordRest: "**\(parameter.name)"
      default: parameter.name
      }
    }
    return "\(name)(\(names.joined(separator: ", ")))"
  }

  /// Whether its calls are noted when it runs.
  func isNoted(in machine: Machine) -> Bool {
    machine.isProgramFunction(value) || machine.typeName(value) == "method"
  }

  /// Calls it with values for some of its parameters.
  func call(
    _ arguments: [(parameter: Parameter?, value: Value)], in machine: Machine
  ) throws(Interruption) -> Value {
    var values: [Value] = []
    var keywords: [String] = []
    var named: [Value] = []
    var isByPlace = true
    for (index, argument) in arguments.enumerated() {
      // By place as long as no parameter was left out before.
      let isNext =
        argument.parameter == nil
        || parameters.map { index < $0.count && $0[index].name == argument.parameter?.name } ?? true
      let canBeByPlace = argument.parameter.map { $0.kind != .keywordOnly } ?? true
      isByPlace = isByPlace && isNext && canBeByPlace
      if let parameter = argument.parameter, !isByPlace {
        keywords.append(parameter.name)
        named.append(argument.value)
      } else {
        values.append(argument.value)
      }
    }
    return try machine.call(value, values + named, keywords: keywords)
  }
}
