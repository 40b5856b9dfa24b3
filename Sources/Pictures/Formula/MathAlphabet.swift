/// The form in which the letters of a formula are.
enum MathAlphabet: Hashable {
  case usual, upright, slanted, doubleStruck, script

  /// Of what a command is followed by.
  init?(command name: String) {
    switch name {
    case "mathrm", "mathbf", "text", "operatorname", "mathtt", "mathsf", "mathregular",
      "mathdefault":
      self = .upright
    case "mathit", "mathnormal", "boldsymbol", "mathbfit": self = .slanted
    case "mathbb": self = .doubleStruck
    case "mathcal", "mathscr": self = .script
    default: return nil
    }
  }

  /// Of all that comes until the group ends.
  init?(switch name: String) {
    switch name {
    case "rm", "bf", "tt", "sf": self = .upright
    case "it": self = .slanted
    case "cal": self = .script
    default: return nil
    }
  }

  var isItalic: Bool { self == .usual || self == .slanted }

  func form(of letter: Character) -> String {
    switch self {
    case .usual, .upright, .slanted: String(letter)
    case .doubleStruck: Self.form(of: letter, Self.struck, from: 0x1D538)
    case .script: Self.form(of: letter, Self.scripts, from: 0x1D49C)
    }
  }

  private static func form(
    of letter: Character, _ early: [Character: String], from first: UInt32
  ) -> String {
    if let known = early[letter] { return known }
    guard ("A"..."Z").contains(letter), let code = letter.asciiValue,
      let scalar = Unicode.Scalar(first + UInt32(code) - 65)
    else { return String(letter) }
    return String(Character(scalar))
  }

  /// Letters that Unicode had before the others of their kind.
  private static let struck: [Character: String] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
  private static let scripts: [Character: String] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
  ]
}
