/// KaTeX, loaded into an engine and ready to set formulas.
struct KaTeX {
  private let limits: TypesettingLimits
  private let render: JavaScriptFunction

  /// What typeset formulas depend on besides KaTeX itself; a change makes cached ones stale.
  static let optionsIdentity = "compact htmlAndMathml trust=error strict=comment 4"

  /// `nil` when the script is not KaTeX.
  init?(
    engine: JavaScriptCore, script: [UInt8], styleSheet: [UInt8], limits: TypesettingLimits
  ) {
    let maker = String(decoding: PackageResources.formulas_js, as: UTF8.self)
    let sheet = JavaScriptFunction.literal(String(decoding: styleSheet, as: UTF8.self))
    let names = JavaScriptFunction.literal(CompactNames.table)
    guard
      let render = JavaScriptFunction(
        engine: engine, library: script, expression: "(\(maker))(\(sheet), \(names))",
        seconds: limits.seconds)
    else { return nil }
    self.limits = limits
    self.render = render
  }

  /// Sets a formula. After `.timedOut` this value must be thrown away.
  func typeset(_ formula: Formula) -> Result<String, TypesettingFailure> {
    do {
      return read(try render([formula.tex], [formula.isDisplay, false]), for: formula.tex)
    } catch {
      switch error {
      case .timedOut: return .failure(.timedOut(seconds: limits.seconds))
      case .threw(let message): return .failure(rejection(for: message))
      }
    }
  }

  /// Whether a formula was read without a fault; `false` may also mean that only setting it tells.
  func reads(_ formula: Formula) -> Bool {
    (try? render([formula.tex], [formula.isDisplay, true])) == "+"
  }

  /// For an exception that is not KaTeX's: `RangeError` is the engine's word for a full stack.
  private func rejection(for exception: String) -> TypesettingFailure {
    let isTooLarge = exception.hasPrefix("RangeError")
    return .rejected(
      message: isTooLarge ? "the formula is too large" : exception, offset: nil, length: 0)
  }

  private func read(_ answer: String, for tex: String) -> Result<String, TypesettingFailure> {
    let body = answer.dropFirst()
    guard answer.first == "-" else {
      let length = body.utf8.count
      return length <= limits.outputLength
        ? .success(String(body))
        : .failure(.tooLong(bytes: length, limit: limits.outputLength))
    }
    let parts = body.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let message = lowercasingSentence(parts.last ?? "")
    guard parts.count == 3, let position = Int(parts[0]), let count = Int(parts[1]) else {
      return .failure(.rejected(message: message, offset: nil, length: 0))
    }
    let start = utf8Offset(ofUTF16: position, in: tex)
    let end = utf8Offset(ofUTF16: position + count, in: tex)
    return .failure(.rejected(message: message, offset: start, length: max(0, end - start)))
  }

  /// `Expected 'EOF', got '}'` begins small, as our messages do; `LaTeX-incompatible …` stays.
  private func lowercasingSentence(_ message: Substring) -> String {
    let first = message.prefix(1)
    let isSentence = message.dropFirst().first?.isLowercase == true && !message.hasPrefix("LaTeX")
    return isSentence ? first.lowercased() + message.dropFirst() : String(message)
  }

  /// The UTF-8 offset of a place that JavaScript counts in UTF-16 units; clamped to the text.
  private func utf8Offset(ofUTF16 offset: Int, in text: String) -> Int {
    let units = text.utf16
    let index = units.index(units.startIndex, offsetBy: max(0, offset), limitedBy: units.endIndex)
    return text.utf8.distance(from: text.startIndex, to: index ?? text.endIndex)
  }
}
