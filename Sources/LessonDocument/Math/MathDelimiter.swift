/// What opens a formula.
enum MathDelimiter: Equatable {
  case dollar
  case dollars
  /// `\(`
  case parenthesis
  /// `\[`
  case bracket
  /// `\begin{name}`
  case environment(String)

  /// The environments that stand in text as formulas of their own.
  private static let environments: Set<String> = [
    "align", "alignat", "aligned", "alignedat", "array", "bmatrix", "Bmatrix", "cases", "CD",
    "darray", "dcases", "drcases", "eqnarray", "equation", "flalign", "gather", "gathered",
    "matrix", "multline", "pmatrix", "rcases", "smallmatrix", "split", "subarray", "vmatrix",
    "Vmatrix",
  ]

  /// The delimiter that begins at `offset`; a lone backslash or another environment gives `nil`.
  init?(_ bytes: [UInt8], at offset: Int) {
    if bytes.has("$$", at: offset) {
      self = .dollars
    } else if bytes.has("$", at: offset) {
      self = .dollar
    } else if bytes.has("\\(", at: offset) {
      self = .parenthesis
    } else if bytes.has("\\[", at: offset) {
      self = .bracket
    } else if let name = Self.environment("\\begin{", bytes, at: offset) {
      let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
      guard Self.environments.contains(plain) else { return nil }
      self = .environment(name)
    } else {
      return nil
    }
  }

  /// The name in `\begin{name}` or `\end{name}`; `mark` is what stands before it.
  static func environment(_ mark: StaticString, _ bytes: [UInt8], at offset: Int) -> String? {
    guard bytes.has(mark, at: offset) else { return nil }
    let start = offset + mark.utf8CodeUnitCount
    var end = start
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "*") { end += 1 }
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  var isDisplay: Bool { self != .dollar && self != .parenthesis }

  /// How the opener is written.
  var opener: String {
    switch self {
    case .dollar: "$"
    case .dollars: "$$"
    case .parenthesis: "\\("
    case .bracket: "\\["
    case .environment(let name): "\\begin{\(name)}"
    }
  }

  /// How the closer is written.
  var closer: String {
    switch self {
    case .dollar: "$"
    case .dollars: "$$"
    case .parenthesis: "\\)"
    case .bracket: "\\]"
    case .environment(let name): "\\end{\(name)}"
    }
  }
}
