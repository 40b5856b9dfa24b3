import Backprop
import NeuronRuntime
import SourceText

/// Which value each argument of a candidate gets: parameters are matched by name.
struct ArgumentMatching {
  /// Where an argument comes from.
  enum Source {
    /// The function's parameter at this index.
    case parameter(Int)
    /// A quantity of the function's run.
    case quantity(String)
  }

  let arguments: [(parameter: Parameter?, source: Source)]

  /// A name that no parameter of the function has must be that of a quantity, which the first run
  /// shows.
  init(
    _ candidate: CheckedFunction, to function: CheckedFunction, _ parameters: [Parameter]
  ) throws(Interruption) {
    guard let own = candidate.parameters else {
      guard parameters.count == 1 else {
        throw .raised(
          .type,
          "\(candidate.name) has no named parameters to match with those of \(function.signature)")
      }
      arguments = [(nil, .parameter(0))]
      return
    }
    if own.contains(where: { $0.kind == .rest }), !own.contains(where: \.isSingle) {
      arguments = parameters.indices.map { (nil, .parameter($0)) }
      return
    }
    var arguments: [(parameter: Parameter?, source: Source)] = []
    for parameter in own where parameter.isSingle {
      if let index = parameters.firstIndex(where: { $0.name == parameter.name }) {
        arguments.append((parameter, .parameter(index)))
      } else if parameter.defaultValue == nil {
        arguments.append((parameter, .quantity(parameter.name)))
      }
    }
    if own.contains(where: { $0.kind == .keywordRest }) {
      let taken = own.map(\.name)
      for (index, parameter) in parameters.enumerated() where !taken.contains(parameter.name) {
        let keyword = Parameter(name: parameter.name, kind: .keywordOnly, defaultValue: nil)
        arguments.append((keyword, .parameter(index)))
      }
    }
    self.arguments = arguments
  }

  /// The names of the quantities that the candidate is handed.
  var quantities: [String] {
    arguments.compactMap { if case .quantity(let name) = $0.source { name } else { nil } }
  }

  /// The function's parameters that the candidate has too, by index.
  var parameters: [Int] {
    arguments.compactMap { if case .parameter(let index) = $0.source { index } else { nil } }
  }
}
