import NeuronRuntime

/// The parameters of a function that CPython has written in C with Argument Clinic: they may be given
/// by place or by name, and complaints about them are those of such functions.
struct ClinicSignature: Sendable {
  let name: String
  let parameters: [String]
  /// The first so many must be given.
  let required: Int
  /// The last so many are given by name only.
  var keywordOnly = 0

  /// The value of each parameter, `nil` where none was given.
  func bind(_ arguments: Arguments) throws(Interruption) -> [Value?] {
    let given = arguments.count + arguments.keywords.count
    let plural = parameters.count == 1 ? "" : "s"
    if given > parameters.count {
      let kind = arguments.count == 0 ? "keyword " : ""
      throw .raised(
        .type,
        "\(name)() takes at most \(parameters.count) \(kind)argument\(plural) (\(given) given)")
    }
    let places = parameters.count - keywordOnly
    if arguments.count > places {
      let bound = required == places ? "exactly" : "at most"
      throw .raised(
        .type,
        "\(name)() takes \(bound) \(places) positional argument\(places == 1 ? "" : "s") (\(arguments.count) given)"
      )
    }
    var values: [Value?] = []
    for (index, parameter) in parameters.enumerated() {
      values.append(arguments.value(at: index, or: parameter))
      if index < required, values[index] == nil {
        throw .raised(
          .type, "\(name)() missing required argument '\(parameter)' (pos \(index + 1))")
      }
      if index < arguments.count, arguments.keyword(parameter) != nil {
        throw .raised(
          .type,
          "argument for \(name)() given by name ('\(parameter)') and position (\(index + 1))")
      }
    }
    try arguments.expectKeywords(name, parameters)
    return values
  }
}

extension Arguments {
  /// Checks the count of a function that takes its arguments by place only, in the words of C's
  /// `PyArg_UnpackTuple`.
  func expectUnpacked(_ name: String, _ range: ClosedRange<Int>) throws(Interruption) {
    if !keywords.isEmpty { throw .raised(.type, "\(name)() takes no keyword arguments") }
    if range.contains(count) { return }
    let bound = count < range.lowerBound ? range.lowerBound : range.upperBound
    let word =
      range.lowerBound == range.upperBound
      ? "" : count < range.lowerBound ? "at least " : "at most "
    throw .raised(
      .type, "\(name) expected \(word)\(bound) argument\(bound == 1 ? "" : "s"), got \(count)")
  }
}
