import NeuronRuntime

/// The parameters of a function that Python itself has written in Python: they may be given by place
/// or by name, and complaints about them are those of such functions.
struct Signature: Sendable {
  /// As complaints name the function: `Random.randint`.
  let name: String
  let required: [String]
  var optional: [String] = []
  var keywordOnly: [String] = []
  /// Parameters that callers do not see but complaints count: `self`.
  var hidden = 0

  private var positional: Int { required.count + optional.count }

  /// The arguments of one call, by the place of their parameter.
  struct Bound {
    fileprivate let arguments: Arguments
    fileprivate let byPlace: [Value?]?

    /// The value of a parameter, `nil` where none was given.
    subscript(index: Int) -> Value? {
      if let byPlace { return byPlace[index] }
      return index < arguments.count ? arguments[index] : nil
    }

    /// The value of a parameter that is required.
    func value(_ index: Int) -> Value { self[index] ?? .none }
  }

  func bind(_ arguments: Arguments) throws(Interruption) -> Bound {
    if arguments.keywords.isEmpty, (required.count...positional).contains(arguments.count) {
      return Bound(arguments: arguments, byPlace: nil)
    }
    var values: [Value?] = Array(repeating: nil, count: positional + keywordOnly.count)
    for index in 0..<min(arguments.count, positional) { values[index] = arguments[index] }
    let names = required + optional + keywordOnly
    for keyword in arguments.keywords {
      guard let index = names.firstIndex(of: keyword) else {
        throw .raised(.type, "\(name)() got an unexpected keyword argument '\(keyword)'")
      }
      if values[index] != nil {
        throw .raised(.type, "\(name)() got multiple values for argument '\(keyword)'")
      }
      values[index] = arguments.keyword(keyword)
    }
    if arguments.count > positional { throw tooMany(arguments) }
    let missing = required.indices.filter { values[$0] == nil }.map { required[$0] }
    if !missing.isEmpty { throw self.missing(missing) }
    return Bound(arguments: arguments, byPlace: values)
  }

  private func tooMany(_ arguments: Arguments) -> Interruption {
    let (least, most) = (required.count + hidden, positional + hidden)
    let takes = least == most ? "\(most)" : "from \(least) to \(most)"
    let plural = most == 1 && least == most ? "" : "s"
    let given = arguments.count + hidden
    let named = arguments.keywords.filter(keywordOnly.contains).count
    let extra =
      named == 0
      ? ""
      : " positional argument\(given == 1 ? "" : "s") (and \(named) keyword-only argument\(named == 1 ? "" : "s"))"
    let were = given == 1 && named == 0 ? "was" : "were"
    return .raised(
      .type,
      "\(name)() takes \(takes) positional argument\(plural) but \(given)\(extra) \(were) given")
  }

  private func missing(_ names: [String]) -> Interruption {
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
      }
    return .raised(
      .type,
      "\(name)() missing \(names.count) required positional argument\(names.count == 1 ? "" : "s"): \(list)"
    )
  }
}
