import NeuronRuntime

/// The parameters of a function that NumPy has compiled from Cython: they may be given by place or by
/// name, and complaints about them are those of such functions.
struct CythonSignature: Sendable {
  let name: String
  let parameters: [String]
  /// The first so many must be given.
  let required: Int
  /// The last so many are given by name only.
  let keywordOnly: Int
  /// Whether any number of arguments may be given, by place.
  let isVariadic: Bool

  /// - Parameter text: as `"a, size=, *, out="`: those with `=` may be left out; `"*args"` is any number.
  init(_ name: String, _ text: String) {
    self.name = name
    isVariadic = text == "*args"
    if isVariadic {
      (parameters, required, keywordOnly) = ([], 0, 0)
      return
    }
    let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
    let places = parts.prefix { $0 != "*" }
    keywordOnly = max(0, parts.count - places.count - 1)
    required = places.count { !$0.hasSuffix("=") }
    parameters = parts.filter { $0 != "*" }.map {
      String($0.hasSuffix("=") ? $0.dropLast() : $0)
    }
  }

  /// The value of each parameter, `nil` where none was given.
  func bind(_ arguments: Arguments) throws(Interruption) -> [Value?] {
    let places = isVariadic ? arguments.count : parameters.count - keywordOnly
    if arguments.count > places { throw wrongCount(arguments.count, isTooMany: true) }
    var values: [Value?] = Array(repeating: nil, count: places + keywordOnly)
    for index in 0..<arguments.count { values[index] = arguments[index] }
    for keyword in arguments.keywords {
      guard let index = parameters.firstIndex(of: keyword) else {
        throw .raised(.type, "\(name)() got an unexpected keyword argument '\(keyword)'")
      }
      if values[index] != nil {
        throw .raised(.type, "\(name)() got multiple values for keyword argument '\(keyword)'")
      }
      values[index] = arguments.keyword(keyword)
    }
    if let missing = (0..<required).first(where: { values[$0] == nil }) {
      throw wrongCount(missing, isTooMany: false)
    }
    return values
  }

  private func wrongCount(_ given: Int, isTooMany: Bool) -> Interruption {
    let places = parameters.count - keywordOnly
    let bound = isTooMany ? places : required
    let word = required == places ? "exactly" : isTooMany ? "at most" : "at least"
    return .raised(
      .type,
      "\(name)() takes \(word) \(bound) positional argument\(bound == 1 ? "" : "s") (\(given) given)"
    )
  }
}
