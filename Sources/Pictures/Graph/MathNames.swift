/// How names of a program are written in formulas: `w` is $w$, `W1` is $W_{1}$, `dl_dw` is upright.
public struct MathNames: Hashable, Sendable {
  /// TeX by name, as the lesson gives it.
  private let symbols: [String: String]

  /// Notation by a lesson's own symbols, and for all other names by what they look like.
  public init(symbols: [String: String] = [:]) {
    self.symbols = symbols
  }

  /// TeX without dollars.
  public func tex(_ name: String) -> String {
    if let symbol = symbols[name] { return symbol }
    if name.hasSuffix("()") { return tex(String(name.dropLast(2))) }
    if let bracket = name.firstIndex(of: "["), name.hasSuffix("]"), bracket != name.startIndex {
      return indexed(
        String(name[..<bracket]), name[name.index(after: bracket)...].dropLast())
    }
    return word(name)
  }

  /// `z[2]`, `params['W1']`, `w[0][1]`.
  private func indexed(_ base: String, _ index: Substring) -> String {
    let parts = index.split(separator: "][").map { part -> String in
      let text = part.filter { $0 != "'" && $0 != "\"" }
      return text.allSatisfy { $0.isNumber || $0 == "," || $0 == " " } ? text : word(text)
    }
    return Self.lowered(tex(base), parts.joined(separator: ","))
  }

  private static func lowered(_ base: String, _ index: String) -> String {
    // A name that has an index already gets a second one in brackets.
    base.contains("_") ? "\(base)[\(index)]" : "\(base)_{\(index)}"
  }

  private func word(_ name: String) -> String {
    if let symbol = symbols[name] ?? Self.letter(name) { return symbol }
    let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, let base = symbols[parts[0]] ?? Self.letter(parts[0]), !parts[1].isEmpty {
      if let accent = Self.accents[parts[1]] { return "\\\(accent){\(base)}" }
      return Self.lowered(base, short(parts[1]))
    }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let stem = String(name.dropLast(digits))
    if digits > 0, let base = symbols[stem] ?? Self.letter(stem) {
      return Self.lowered(base, String(name.suffix(digits)))
    }
    return Self.upright(name)
  }

  /// An index: numbers and single letters as they are, words upright.
  private func short(_ text: String) -> String {
    text.allSatisfy(\.isNumber) ? text : symbols[text] ?? Self.letter(text) ?? Self.upright(text)
  }

  private static func upright(_ name: String) -> String {
    "\\mathrm{\(name.filter { !"\\{}$^%#&~".contains($0) }.replacing("_", with: "\\_"))}"
  }

  /// A letter, or the Greek one that a word names.
  private static func letter(_ name: String) -> String? {
    if name.count == 1, let letter = name.first, letter.isLetter { return name }
    return greek.contains(name) ? "\\" + name : nil
  }

  private static let accents = ["hat": "hat", "bar": "bar", "tilde": "tilde", "dot": "dot"]

  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega",
  ]
}
