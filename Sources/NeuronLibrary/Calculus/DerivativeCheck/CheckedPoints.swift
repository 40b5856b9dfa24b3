import Backprop
import NeuronRuntime
import SourceText

/// Where a check looks: the values that the function's parameters take, by `at=` or by sampling.
struct CheckedPoints {
  /// How one parameter gets its values.
  enum Source {
    /// Always this.
    case fixed(Value)
    /// A float from a range.
    case sampled(SampleRange)
    /// One of these.
    case choice([Value])
  }

  /// A value for each parameter.
  typealias Point = [Value]

  let parameters: [Parameter]
  /// Of the parameters, for sampling.
  private(set) var sources: [Source] = []
  /// Given by `at=`.
  private(set) var given: [Point]?

  /// - Parameter parameters: those of the function that take one value.
  init(
    _ parameters: [Parameter], of function: CheckedFunction, targets: [DerivativeTarget],
    within: Value?, at: Value?, in machine: Machine
  ) throws(Interruption) {
    self.parameters = parameters
    if let at, !at.isNone {
      if let within, !within.isNone {
        throw .raised(.type, "check_derivative() takes within or at, not both")
      }
      given = try points(at, of: function, in: machine)
    } else {
      sources = try sources(within, of: function, targets: targets, in: machine)
    }
  }

  /// Values to be kept from the collector.
  var values: [Value] {
    (given ?? []).flatMap(\.self)
      + sources.flatMap { source -> [Value] in
        switch source {
        case .fixed(let value): [value]
        case .choice(let values): values
        case .sampled: []
        }
      }
  }

  /// Whether any parameter is sampled, so that there is more than one point.
  var areSampled: Bool {
    sources.contains {
      if case .fixed = $0 { false } else { true }
    }
  }

  // MARK: Sampling

  var ranges: [SampleRange] {
    sources.compactMap { source in
      switch source {
      case .fixed: nil
      case .sampled(let range): range
      case .choice(let values): .oneOf(values.count)
      }
    }
  }

  /// The point with these coordinates, one for each of `ranges`.
  func point(_ coordinates: [Double]) -> Point {
    var next = coordinates.makeIterator()
    return sources.map { source in
      switch source {
      case .fixed(let value): value
      case .sampled: Value(next.next() ?? 0)
      case .choice(let values): values[Int(next.next() ?? 0)]
      }
    }
  }

  private func sources(
    _ within: Value?, of function: CheckedFunction, targets: [DerivativeTarget],
    in machine: Machine
  ) throws(Interruption) -> [Source] {
    var usual = Source.sampled(.anywhere)
    var byName: [(name: String, source: Source)] = []
    if let within, !within.isNone {
      if machine.typeName(within) == "dict" {
        for entry in machine.entries(of: within) {
          let name = try parameterName(entry.key, of: function, "within", in: machine)
          byName.append((name, try source(entry.value, named: "'\(name)'", in: machine)))
        }
      } else {
        usual = try source(within, named: "all", in: machine)
        guard case .sampled = usual else {
          throw .raised(
            .type, "within is an interval (low, high), or a dict of them by parameter")
        }
      }
    }
    return parameters.map { parameter in
      if let own = byName.first(where: { $0.name == parameter.name }) { return own.source }
      if let value = parameter.defaultValue, !targets.contains(.parameter(parameter.name)) {
        return .fixed(value)
      }
      return usual
    }
  }

  /// A tuple is an interval, a list or range is a choice, anything else stands for itself.
  private func source(
    _ value: Value, named name: String, in machine: Machine
  ) throws(Interruption) -> Source {
    switch machine.typeName(value) {
    case "tuple":
      let bounds = machine.elements(of: value)
      var numbers: [Double] = []
      for bound in bounds {
        if let number = try machine.tracedNumber(bound) { numbers.append(number.value) }
      }
      guard bounds.count == 2, numbers.count == 2, numbers[0] < numbers[1] else {
        throw .raised(
          .value,
          "within for \(name) is an interval (low, high) with low < high, or a list of values")
      }
      return .sampled(.between(numbers[0], numbers[1]))
    case "list", "range":
      let values = try machine.allItems(of: value)
      if values.isEmpty { throw .raised(.value, "within gives no value for \(name)") }
      return .choice(values)
    default: return .fixed(value)
    }
  }

  // MARK: Points given

  private func points(
    _ at: Value, of function: CheckedFunction, in machine: Machine
  ) throws(Interruption) -> [Point] {
    let items = machine.typeName(at) == "list" ? try machine.allItems(of: at) : [at]
    if items.isEmpty { throw .raised(.value, "at gives no point") }
    var points: [Point] = []
    for item in items { points.append(try point(item, of: function, in: machine)) }
    return points
  }

  private func point(
    _ item: Value, of function: CheckedFunction, in machine: Machine
  ) throws(Interruption) -> Point {
    var values: [Value?] = parameters.map(\.defaultValue)
    switch machine.typeName(item) {
    case "dict":
      for entry in machine.entries(of: item) {
        let name = try parameterName(entry.key, of: function, "at", in: machine)
        if let index = parameters.firstIndex(where: { $0.name == name }) {
          values[index] = entry.value
        }
      }
    case "tuple":
      let given = machine.elements(of: item)
      if given.count > parameters.count {
        throw .raised(
          .value,
          "at gives \(given.count) values for the \(parameters.count) of \(function.signature)")
      }
      for (index, value) in given.enumerated() { values[index] = value }
    default:
      if values.isEmpty { break }
      values[0] = item
    }
    let missing = parameters.indices.filter { values[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.map { "'\(parameters[$0].name)'" }.joined(separator: ", ")
      throw .raised(
        .value,
        "at does not give \(names) of \(function.signature): a point is a dict by name, or a tuple in this order"
      )
    }
    return values.compactMap(\.self)
  }

  private func parameterName(
    _ key: Value, of function: CheckedFunction, _ what: String, in machine: Machine
  ) throws(Interruption) -> String {
    let name = machine.typeName(key) == "str" ? machine.textOf(key) : nil
    if let name, parameters.contains(where: { $0.name == name }) { return name }
    let nearest =
      name.flatMap { nearestName(to: $0, in: parameters.map(\.name)) }
      .map { "; did you mean '\($0)'?" } ?? ""
    throw .raised(
      .value,
      "\(what) names \(machine.sketch(of: key)), which is no parameter of \(function.signature)\(nearest)"
    )
  }
}
