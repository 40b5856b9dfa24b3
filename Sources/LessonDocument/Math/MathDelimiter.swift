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
  /// `\eqref{` or `\ref{`, which refer to an equation from the text.
  case reference(String)

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
    } else if let command = Self.reference(bytes, at: offset) {
      self = .reference(command)
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

  private static func reference(_ bytes: [UInt8], at offset: Int) -> String? {
    for command in ["\\eqref", "\\ref"] {
      let brace = offset + command.utf8.count
      guard brace < bytes.count, bytes[brace] == UInt8(ascii: "{"),
        bytes[offset..<brace].elementsEqual(command.utf8),
        let end = bytes[brace...].prefix(maximumLabelLength).firstIndex(of: UInt8(ascii: "}")),
        end > brace + 1,
        bytes[(brace + 1)..<end].allSatisfy({ $0 > UInt8.space && $0 != .backslash })
      else { continue }
      return command
    }
    return nil
  }

  /// Bytes within which the brace after a label in the text closes.
  private static let maximumLabelLength = 100

  var isDisplay: Bool {
    switch self {
    case .dollar, .parenthesis, .reference: false
    case .dollars, .bracket, .environment: true
    }
  }

  /// Whether its opener and closer are part of the TeX.
  var belongsToTeX: Bool {
    switch self {
    case .environment, .reference: true
    case .dollar, .dollars, .parenthesis, .bracket: false
    }
  }

  /// How the opener is written.
  var opener: String {
    switch self {
    case .dollar: "$"
    case .dollars: "$$"
    case .parenthesis: "\\("
    case .bracket: "\\["
    case .environment(let name): "\\begin{\(name)}"
    case .reference(let command): "\(command){"
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
    case .reference: "}"
    }
  }
}
