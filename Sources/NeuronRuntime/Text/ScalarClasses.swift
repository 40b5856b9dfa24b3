// What Python's string methods ask of a character, by the Unicode database.

extension Unicode.Scalar {
  /// `str.isspace`: white space, and the four separators of ASCII.
  var isPythonSpace: Bool {
    (0x1C...0x1F).contains(value) || properties.isWhitespace
  }

  /// `str.isalpha`: the letter categories.
  var isPythonLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  var isTitlecase: Bool { properties.generalCategory == .titlecaseLetter }

  var isCased: Bool { properties.isUppercase || properties.isLowercase || isTitlecase }

  /// `str.isprintable`: no control, no separator but the space, nothing unassigned.
  var isPrintable: Bool {
    if isASCII { return value >= 0x20 && value != 0x7F }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// Where `str.splitlines` splits.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

/// Python's case mappings, which go scalar by scalar, but for the Greek sigma at the end of a word.
enum CaseMapping {
  static func upper(_ text: String) -> String { map(text) { $0.properties.uppercaseMapping } }

  static func lower(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for index in scalars.indices { result += lowercase(at: index, in: scalars) }
    return result
  }

  /// Unicode's full case folding: the lower case of the upper case, but for the dotless i, the capital
  /// sharp s, and Cherokee, which folds to its capitals.
  static func folded(_ text: String) -> String {
    map(text) { scalar in
      switch scalar.value {
      case 0x131: return String(scalar)
      case 0x1E9E: return "ss"
      case 0x13A0...0x13FD, 0xAB70...0xABBF: return scalar.properties.uppercaseMapping
      default: return map(scalar.properties.uppercaseMapping) { $0.properties.lowercaseMapping }
      }
    }
  }

  static func swapped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isUppercase {
        result += lowercase(at: index, in: scalars)
      } else if scalar.properties.isLowercase {
        result += scalar.properties.uppercaseMapping
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The first character in title case, the others in lower case.
  static func capitalized(_ text: String) -> String {
    titled(text) { index, _ in index == 0 }
  }

  /// Each first character of a word in title case, the others in lower case.
  static func title(_ text: String) -> String {
    titled(text) { index, scalars in index == 0 || !scalars[index - 1].isCased }
  }

  private static func titled(
    _ text: String, _ isFirst: (Int, [Unicode.Scalar]) -> Bool
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      result +=
        isFirst(index, scalars)
        ? scalar.properties.titlecaseMapping : lowercase(at: index, in: scalars)
    }
    return result
  }

  private static func map(_ text: String, _ change: (Unicode.Scalar) -> String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += change(scalar) }
    return result
  }

  /// Σ is ς after a cased letter where none follows; what is ignorable does not count.
  private static func lowercase(at index: Int, in scalars: [Unicode.Scalar]) -> String {
    let scalar = scalars[index]
    guard scalar == "Σ" else { return scalar.properties.lowercaseMapping }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.isCased == true && after?.isCased != true ? "ς" : "σ"
  }
}
