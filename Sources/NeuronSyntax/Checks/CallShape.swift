import SourceText

/// What a call gives, laid against what its callee takes. The messages are CPython's, in the order in
/// which it looks.
struct CallShape {
  /// What a call gets wrong.
  struct Problem {
    var rule: Rule
    var message: String
    var span: Span
    var help: String?
  }

  /// As messages name it: `h`, `Value.__init__`.
  let callee: String
  let parameters: Parameters
  /// Arguments that are given without being written: the object of a method.
  var implicitCount = 0

  private var positional: [Parameter] { parameters.positionalOnly + parameters.ordinary }

  /// The first thing wrong; `nil` for a call that fits, or whose arguments are not all written out.
  func problem(_ arguments: [Argument], _ span: Span) -> Problem? {
    if let unknown = unknownKeyword(arguments) { return unknown }
    if arguments.contains(where: { $0.kind == .unpacked || $0.kind == .keywordsUnpacked }) {
      return nil
    }
    let given = arguments.filter { $0.kind == .positional }.count + implicitCount
    let keywords = arguments.compactMap(\.keyword)
    guard
      let message = doubled(given, keywords) ?? tooMany(given, keywords)
        ?? missing(given, keywords)
    else { return nil }
    return Problem(rule: .wrongArgumentCount, message: "\(callee)() " + message, span: span)
  }

  private func unknownKeyword(_ arguments: [Argument]) -> Problem? {
    if parameters.keywordRest != nil { return nil }
    let known = (parameters.ordinary.dropFirst(implicitCount) + parameters.keywordOnly)
      .map(\.identifier.name)
    let all = positional.map(\.identifier.name) + known
    guard let keyword = arguments.compactMap(\.keyword).first(where: { !all.contains($0.name) })
    else { return nil }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Problem(
      rule: .unknownKeyword,
      message: "\(callee)() got an unexpected keyword argument '\(keyword.name)'",
      span: keyword.span, help: known.isEmpty ? nil : "it has \(list)")
  }

  private func doubled(_ given: Int, _ keywords: [Identifier]) -> String? {
    let named = keywords.map(\.name)
    if parameters.keywordRest == nil {
      let only = parameters.positionalOnly.map(\.identifier.name).filter(named.contains)
      if !only.isEmpty {
        return "got some positional-only arguments passed as keyword arguments: "
          + "'\(only.joined(separator: ", "))'"
      }
    }
    let filled = positional.prefix(given).dropFirst(parameters.positionalOnly.count)
    let twice = named.first { name in filled.contains { $0.identifier.name == name } }
    return twice.map { "got multiple values for argument '\($0)'" }
  }

  private func tooMany(_ given: Int, _ keywords: [Identifier]) -> String? {
    let most = positional.count
    guard given > most, parameters.rest == nil else { return nil }
    let defaults = positional.filter { $0.defaultValue != nil }.count
    let takes = defaults > 0 ? "from \(most - defaults) to \(most)" : "\(most)"
    let plural = defaults > 0 || most != 1 ? "s" : ""
    let only = keywords.filter { keyword in
      parameters.keywordOnly.contains { $0.identifier.name == keyword.name }
    }.count
    let extra =
      only == 0
      ? ""
      : " positional argument\(given == 1 ? "" : "s") (and \(only) keyword-only "
        + "argument\(only == 1 ? "" : "s"))"
    let verb = given == 1 && only == 0 ? "was" : "were"
    return "takes \(takes) positional argument\(plural) but \(given)\(extra) \(verb) given"
  }

  private func missing(_ given: Int, _ keywords: [Identifier]) -> String? {
    let named = Set(keywords.map(\.name))
    func lacking(_ candidates: [Parameter]) -> [String] {
      candidates.filter { $0.defaultValue == nil && !named.contains($0.identifier.name) }
        .map { "'\($0.identifier.name)'" }
    }
    let first = lacking(Array(positional.dropFirst(given)))
    if !first.isEmpty { return missing(first, "positional") }
    let second = lacking(parameters.keywordOnly)
    return second.isEmpty ? nil : missing(second, "keyword-only")
  }

  private func missing(_ names: [String], _ kind: String) -> String {
    let list =
      names.count < 3
      ? names.joined(separator: " and ")
      : names.dropLast().joined(separator: ", ") + ", and " + (names.last ?? "")
    return "missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): "
      + list
  }
}

extension Argument {
  /// The name before `=`.
  var keyword: Identifier? {
    if case .keyword(let name) = kind { name } else { nil }
  }
}
