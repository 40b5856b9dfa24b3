/// Puts the arguments of one call into the registers of the parameters, in Python's way and with
/// Python's complaints.
struct ArgumentBinder {
  let code: Code
  let function: Value
  let heap: Heap

  private var shape: ParameterShape { code.parameters }
  private var firstKeywordOnly: Int { shape.positional }
  private var restRegister: Int { shape.positional + shape.keywordOnly }

  /// `base` is where the frame will be; its parameter registers are unbound before.
  func bind(_ given: Arguments, to base: UnsafeMutablePointer<Value>) throws(Interruption) {
    let direct = min(given.count, shape.positional)
    for index in 0..<direct { base[index] = given[index] }
    if shape.hasRest {
      let extra = max(given.count - shape.positional, 0)
      base[restRegister] = try heap.tuple(copying: given.base + direct, count: extra)
    }
    try bindKeywords(given, to: base)
    if given.count > shape.positional, !shape.hasRest { throw tooMany(given, base) }
    try fillDefaults(base)
  }

  private func bindKeywords(
    _ given: Arguments, to base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    var extra: [(String, Value)] = []
    for (index, keyword) in given.keywords.enumerated() {
      let value = given.base[given.count + index]
      guard let register = register(of: keyword) else {
        if !shape.hasKeywordRest { throw unexpected(keyword, given) }
        extra.append((keyword, value))
        continue
      }
      if !base[register].isUnbound {
        throw .raised(
          .type, "\(code.qualifiedName)() got multiple values for argument '\(keyword)'")
      }
      base[register] = value
    }
    if shape.hasKeywordRest {
      let dictionary = heap.dictionary()
      for (name, value) in extra {
        try heap.set(dictionary, name, value)
      }
      base[restRegister + (shape.hasRest ? 1 : 0)] = dictionary
    }
  }

  private func register(of keyword: String) -> Int? {
    (shape.positionalOnly..<shape.positional + shape.keywordOnly).first {
      code.localNames[$0] == keyword
    }
  }

  private func fillDefaults(_ base: UnsafeMutablePointer<Value>) throws(Interruption) {
    let defaults = function.functionObject.defaults
    let firstDefault = shape.positional - shape.positionalDefaults
    var missing: [String] = []
    for index in 0..<shape.positional where base[index].isUnbound {
      if index >= firstDefault {
        base[index] = defaults[index - firstDefault]
      } else {
        missing.append(code.localNames[index])
      }
    }
    if !missing.isEmpty { throw self.missing(missing, "positional") }
    for index in 0..<shape.keywordOnly where base[firstKeywordOnly + index].isUnbound {
      if let known = shape.keywordDefaults[index] {
        base[firstKeywordOnly + index] = defaults[known]
      } else {
        missing.append(code.localNames[firstKeywordOnly + index])
      }
    }
    if !missing.isEmpty { throw self.missing(missing, "keyword-only") }
  }

  // MARK: Complaints

  private func missing(_ names: [String], _ kind: String) -> Interruption {
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: "\(quoted[0]) and \(quoted[1])"
      default: quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
      }
    let plural = names.count == 1 ? "" : "s"
    return .raised(
      .type,
      "\(code.qualifiedName)() missing \(names.count) required \(kind) argument\(plural): \(list)")
  }

  private func tooMany(
    _ given: Arguments, _ base: UnsafeMutablePointer<Value>
  ) -> Interruption {
    let most = shape.positional
    let least = most - shape.positionalDefaults
    let takes = least == most ? "\(most)" : "from \(least) to \(most)"
    let plural = most == 1 && least == most ? "" : "s"
    let keywordOnly = given.keywords.filter {
      (register(of: $0) ?? 0) >= firstKeywordOnly && register(of: $0) != nil
    }.count
    let were = given.count == 1 && keywordOnly == 0 ? "was" : "were"
    let extra =
      keywordOnly == 0
      ? ""
      : " positional argument\(given.count == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
    return .raised(
      .type,
      "\(code.qualifiedName)() takes \(takes) positional argument\(plural) but \(given.count)\(extra) \(were) given"
    )
  }

  private func unexpected(_ keyword: String, _ given: Arguments) -> Interruption {
    let wrong = code.localNames.prefix(shape.positionalOnly).filter(given.keywords.contains)
    if !wrong.isEmpty {
      return .raised(
        .type,
        "\(code.qualifiedName)() got some positional-only arguments passed as keyword arguments: '\(wrong.joined(separator: ", "))'"
      )
    }
    return .raised(.type, "\(code.qualifiedName)() got an unexpected keyword argument '\(keyword)'")
  }
}
