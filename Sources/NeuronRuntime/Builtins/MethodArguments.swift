// The complaints of CPython's methods about their arguments. They differ by how the method is written
// in C, so each installation says which kind it is.

extension Arguments {
  /// A method that takes no keywords. The receiver stands first and does not count.
  ///
  /// - Parameter parsesTuple: the count is checked by C's `PyArg_ParseTuple`, which has words of its own.
  func expectMethod(
    _ type: String, _ name: String, _ range: ClosedRange<Int>, parsesTuple: Bool = false
  ) throws(Interruption) {
    if !keywords.isEmpty {
      throw .raised(.type, "\(type).\(name)() takes no keyword arguments")
    }
    let given = count - 1
    if range.contains(given) { return }
    if range.upperBound <= 1, range.lowerBound == range.upperBound {
      let expected = range.lowerBound == 0 ? "no arguments" : "exactly one argument"
      throw .raised(.type, "\(type).\(name)() takes \(expected) (\(given) given)")
    }
    let isExact = range.lowerBound == range.upperBound
    let isTooFew = given < range.lowerBound
    let bound = isTooFew ? range.lowerBound : range.upperBound
    let words = (isExact ? "" : isTooFew ? "at least " : "at most ") + "\(bound) argument"
    let plural = bound == 1 ? "" : "s"
    throw .raised(
      .type,
      parsesTuple
        ? "\(name)() takes \(words)\(plural) (\(given) given)"
        : "\(name) expected \(words)\(plural), got \(given)")
  }

  /// A method whose parameters may be given by name.
  func expectMethod(_ name: String, parameters: [String]) throws(Interruption) {
    let given = count - 1 + keywords.count
    if given > parameters.count {
      throw .raised(
        .type,
        "\(name)() takes at most \(parameters.count) \(keywords.isEmpty || count > 1 ? "" : "keyword ")argument\(parameters.count == 1 ? "" : "s") (\(given) given)"
      )
    }
    for (index, parameter) in parameters.enumerated()
    where index < count - 1 && keywords.contains(parameter) {
      throw .raised(
        .type,
        "argument for \(name)() given by name ('\(parameter)') and position (\(index + 1))")
    }
    try expectKeywords(name, parameters)
  }
}

extension Machine {
  /// An integer that fits, or Python's complaint.
  func integerArgument(_ value: Value) throws(Interruption) -> Int {
    let value = try indexValue(value)
    switch value.kind {
    case .int, .bool: return value.int
    case .bigInt:
      throw .raised(.overflow, "Python int too large to convert to C ssize_t")
    default:
      throw .raised(
        .type, "'\(typeName(value))' object cannot be interpreted as an integer")
    }
  }

  /// One end of a part of a sequence, as `find` and `index` take it: clamped, negative from the end.
  func boundArgument(
    _ arguments: Arguments, _ index: Int, missing: Int, count: Int, allowsNone: Bool = true
  ) throws(Interruption) -> Int {
    guard index < arguments.count, !allowsNone || !arguments[index].isNone else { return missing }
    let value: Int
    switch arguments[index].kind {
    case .int, .bool: value = arguments[index].int
    case .bigInt: value = arguments[index].bigIntObject.pointee.value < 0 ? -count - 1 : .max
    default:
      throw .raised(
        .type,
        "slice indices must be integers or \(allowsNone ? "None or " : "")have an __index__ method")
    }
    return value < 0 ? max(value &+ count, 0) : value
  }
}
