import Backprop
import NeuronRuntime

/// The quantities of one run by name: the parameters, and the calls of the program's functions.
struct QuantityTable {
  /// What a name means.
  enum Meaning {
    case value(TracedValue)
    /// A function that was called more than once; the calls' names.
    case several([String])
  }

  private let parameters: [(name: String, value: TracedValue)]
  private let calls: [(name: String, value: TracedValue)]

  /// - Parameter calls: in the order in which they began.
  init(
    parameters: [(name: String, value: TracedValue)], calls: [(name: String, value: TracedValue)]
  ) {
    self.parameters = parameters
    var totals: [String: Int] = [:]
    for call in calls { totals[call.name, default: 0] += 1 }
    var numbers: [String: Int] = [:]
    self.calls = calls.map { call in
      let isParameter = parameters.contains { $0.name == call.name }
      let name = isParameter ? call.name + "()" : call.name
      guard totals[call.name] != 1 else { return (name, call.value) }
      numbers[call.name, default: 0] += 1
      return ("\(name)[\(numbers[call.name, default: 0])]", call.value)
    }
  }

  func meaning(of name: String) -> Meaning? {
    if let parameter = parameters.first(where: { $0.name == name }) {
      return .value(parameter.value)
    }
    if let call = calls.first(where: { $0.name == name }) { return .value(call.value) }
    let several = calls.map(\.name).filter { $0.hasPrefix(name + "[") }
    return several.isEmpty ? nil : .several(several)
  }

  /// The names of the calls but the outermost, for a message that lists them.
  var callNames: [String] { calls.dropFirst().map(\.name) }

  /// All names.
  var names: [String] { parameters.map(\.name) + callNames }
}
