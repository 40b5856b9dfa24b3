/// KaTeX, loaded into an engine and ready to set formulas.
struct KaTeX {
  private let limits: TypesettingLimits
  private let render: JavaScriptFunction

  /// What typeset formulas depend on besides KaTeX itself; a change makes cached ones stale.
  static let optionsIdentity = "htmlAndMathml trust=error strict=comment 1"

  /// With `reads` it only reads the formula, and gives `+` alone for one that can be set; this takes a
  /// fifth of the time. Else it gives the HTML after `+`, or after `-` the position and length that KaTeX tells (UTF-16 units,
  /// empty when unknown) and its message.
  ///
  /// KaTeX puts into its message where the fault is and the text around it, what is at fault marked by
  /// U+0332 after each character. That is cut off here, and the marks are counted. Where the marked
  /// text does not stand in the formula, it is of a macro's expansion: then the place means nothing.
  ///
  /// What is no `ParseError` is thrown on: it is the engine's own.
  ///
  /// `strict` lets pass what reads well on a page though LaTeX would balk (Greek letters as such), but
  /// not a `%` whose comment swallows the rest of the formula: that is a forgotten backslash.
  ///
  /// What KaTeX sets only when it trusts the formula (links, pictures, HTML's classes) it would replace
  /// by the command's name in red; so the question whether it is trusted is where such a formula fails.
  private static let expression = #"""
    (function (tex, display, reads) {
      var refused = null;
      try {
        var options = {
          displayMode: display, output: "htmlAndMathml", throwOnError: true,
          trust: function (context) {
            refused = context.command;
            throw new katex.ParseError("Formulas cannot use " + refused);
          },
          maxExpand: 1000, maxSize: 50,
          strict: function (code) { return code === "commentAtEnd" ? "error" : "ignore"; }
        };
        if (reads) {
          katex.__parse(tex, options);
          return "+";
        }
        return "+" + katex.renderToString(tex, options);
      } catch (error) {
        if (!(error instanceof katex.ParseError)) throw error;
        var message = error.message.replace(/^KaTeX parse error: /, "");
        var at = "", length = "";
        if (refused) {
          var found = tex.search(new RegExp("\\" + refused + "(?![a-zA-Z@])"));
          if (found >= 0) {
            at = found;
            length = refused.length;
          }
        }
        if (typeof error.position === "number") {
          var cut = message.lastIndexOf(
            error.position === tex.length
              ? " at end of input: " : " at position " + (error.position + 1) + ": ");
          if (cut >= 0) {
            var marked = message.slice(cut).match(/(?:[^]\u0332)+/);
            var fault = marked ? marked[0].replace(/\u0332/g, "").trimEnd() : "";
            message = message.slice(0, cut);
            if (tex.substr(error.position, fault.length) === fault) {
              at = error.position;
              length = fault.length;
            }
          }
        }
        return "-" + at + " " + length + " " + message;
      }
    })
    """#

  /// `nil` when the script is not KaTeX.
  init?(engine: JavaScriptCore, script: [UInt8], limits: TypesettingLimits) {
    guard
      let render = JavaScriptFunction(
        engine: engine, library: script, expression: Self.expression, seconds: limits.seconds)
    else { return nil }
    self.limits = limits
    self.render = render
  }

  /// Sets a formula. After `.timedOut` this value must be thrown away.
  func typeset(_ formula: Formula) -> Result<String, TypesettingFailure> {
    do {
      return read(try render(formula.tex, formula.isDisplay, false), for: formula.tex)
    } catch {
      switch error {
      case .timedOut: return .failure(.timedOut(seconds: limits.seconds))
      case .threw(let message): return .failure(rejection(for: message))
      }
    }
  }

  /// Whether a formula was read without a fault; `false` may also mean that only setting it tells.
  func reads(_ formula: Formula) -> Bool {
    (try? render(formula.tex, formula.isDisplay, true)) == "+"
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
