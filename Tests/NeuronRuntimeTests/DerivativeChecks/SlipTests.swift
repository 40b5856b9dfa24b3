import Testing

/// Every slip in every function of a table: all are found, most are named, none by another name.
@Suite struct SlipTests {
  /// What became of the slips of one function.
  private struct Tally {
    var named = 0
    var silent: [String] = []
    var wrong: [String] = []
    var unseen: [String] = []
    var count = 0
  }

  @Test(arguments: SlippedFunction.all)
  func theRightDerivativePasses(_ function: SlippedFunction) throws {
    let output = try #require(onDeepStack { run(function.program, limits: .forTests).report })
    #expect(
      Self.lines("result", in: output)[0]?.hasPrefix("right agrees with") == true, "\(output)")
  }

  @Test(arguments: [SlippedFunction.unseen, SlippedFunction.seen])
  func slipsAreFoundAndNamed(_ functions: [SlippedFunction]) throws {
    var total = Tally()
    for function in functions {
      let tally = try #require(onDeepStack { Self.tally(function) })
      total.named += tally.named
      total.count += tally.count
      total.silent += tally.silent
      total.wrong += tally.wrong
      total.unseen += tally.unseen
    }
    #expect(total.count > 250)
    #expect(total.unseen == [])
    #expect(total.wrong == [])
    // 80 of 100 are asked for.
    #expect(total.named * 100 >= total.count * 80, "\(total.silent)")
  }

  /// The lines that begin with a word and an index, by index.
  private static func lines(_ word: String, in output: String) -> [Int: String] {
    var lines: [Int: String] = [:]
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, parts[0] == word, let index = Int(parts[1]) else { continue }
      lines[index] = String(parts[2])
    }
    return lines
  }

  private static func tally(_ function: SlippedFunction) -> Tally {
    let output = run(function.program, limits: .forTests).report
    let values = lines("value", in: output)
    let results = lines("result", in: output)
    var tally = Tally()
    for (offset, slip) in function.slips.enumerated() {
      let index = offset + 1
      // What gives the derivative all the same is no slip.
      if values[index] == values[0] { continue }
      tally.count += 1
      let label = "\(function.name): \(slip.kind) \(slip.expression)"
      guard let result = results[index], !result.contains(" agrees with ") else {
        tally.unseen.append(label)
        continue
      }
      // Slips that give the same function are one.
      let kinds = function.slips.indices.filter { values[$0 + 1] == values[index] }
        .flatMap { [function.slips[$0].kind] + (function.slips[$0].alias.map { [$0] } ?? []) }
      let named = kind(namedIn: result)
      if let named {
        if kinds.contains(named) {
          tally.named += 1
        } else {
          tally.wrong.append("\(label): \(result)")
        }
      } else if result.hasPrefix("check_derivative() found") {
        // The candidate has no value where the function has: that is an answer too.
        tally.count -= 1
      } else if result.contains("; ") {
        tally.wrong.append("\(label): \(result)")
      } else {
        tally.silent.append(label)
      }
    }
    return tally
  }

  /// The kind of slip that a message names.
  private static func kind(namedIn message: String) -> SlippedFunction.Kind? {
    guard let sentence = message.pieces(after: "; ") else { return nil }
    if sentence == "the sign is wrong" { return .sign }
    if sentence.contains("terms is missing") { return .missingTerm }
    if sentence.contains("terms has the wrong sign") { return .signOfTerm }
    if sentence.contains(" is added to ") { return .offset }
    if sentence.contains("gives the value of") { return .value }
    if sentence.contains("derivative by") { return .otherParameter }
    if sentence.contains("arguments are exchanged") { return .exchange }
    if sentence.hasPrefix("it is 1 /") { return .inverse }
    // Of a quantity on the way, since the factors outside of it are missing.
    if sentence.hasPrefix("it is the derivative of ") { return .missingFactor }
    if sentence.hasPrefix("it is "), sentence.contains(" times ") { return .factor }
    if let number = sentence.pieces(after: "a factor ")?.split(separator: " ").first,
      number.allSatisfy({ $0.isNumber || $0 == "/" || $0 == "-" })
    {
      return .factor
    }
    return sentence.hasSuffix("is missing") ? .missingFactor : nil
  }
}

extension String {
  /// What follows the last occurrence of a separator.
  fileprivate func pieces(after separator: String) -> String? {
    var rest = self[...]
    var found: String?
    while !rest.isEmpty {
      if rest.hasPrefix(separator) { found = String(rest.dropFirst(separator.count)) }
      rest = rest.dropFirst()
    }
    return found
  }
}
