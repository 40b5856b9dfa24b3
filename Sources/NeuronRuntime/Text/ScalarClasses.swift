// What Python's string methods ask of a character, by the Unicode database.

extension Unicode.Scalar {
  /// Whether Unicode 14 has the character, whose database is CPython 3.11's; what came later is
  /// unassigned there.
  var isKnown: Bool {
    if isASCII { return true }
    guard let age = properties.age else { return false }
    return age.major <= 14
  }

  /// `str.isspace`: white space, and the four separators of ASCII.
  package var isPythonSpace: Bool {
    (0x1C...0x1F).contains(value) || properties.isWhitespace
  }

  /// `str.isalpha`: the letter categories.
  var isPythonLetter: Bool {
    if !isKnown { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  var isUpper: Bool { properties.isUppercase && isKnown }
  var isLower: Bool {
    switch value {
    case 0x295: true
    // Lower case since Unicode 15.1 and 16.
    case 0x10FC, 0xA7F2...0xA7F4, 0xAB69: false
    default: properties.isLowercase && isKnown
    }
  }
  var numericType: Unicode.NumericType? {
    switch value {
    // Numbers since Unicode 15.1 and later.
    case 0x12038, 0x12039, 0x12079, 0x12226, 0x1222B, 0x1230B, 0x1230D, 0x12399: nil
    default: isKnown ? properties.numericType : nil
    }
  }

  var upperCase: String { known(properties.uppercaseMapping) }
  var lowerCase: String { known(properties.lowercaseMapping) }
  var titleCase: String { known(properties.titlecaseMapping) }

  /// What the character is mapped to, unless that is newer than Unicode 14.
  private func known(_ mapping: String) -> String {
    isKnown && mapping.unicodeScalars.allSatisfy(\.isKnown) ? mapping : String(self)
  }

  var isTitlecase: Bool { properties.generalCategory == .titlecaseLetter }

  var isCased: Bool { isUpper || isLower || isTitlecase }

  /// `str.isprintable`: no control, no separator but the space, nothing unassigned.
  var isPrintable: Bool {
    if isASCII { return value >= 0x20 && value != 0x7F }
    if !isKnown { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  /// Where `str.splitlines` splits.
  package var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

/// Python's case mappings, which go scalar by scalar, but for the Greek sigma at the end of a word.
enum CaseMapping {
  static func upper(_ text: String) -> String { map(text) { $0.upperCase } }

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
      case 0x13A0...0x13FD, 0xAB70...0xABBF: return scalar.upperCase
      default: return map(scalar.upperCase) { $0.lowerCase }
      }
    }
  }

  static func swapped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if scalar.isUpper {
        result += lowercase(at: index, in: scalars)
      } else if scalar.isLower {
        result += scalar.upperCase
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
        ? scalar.titleCase : lowercase(at: index, in: scalars)
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
    guard scalar == "Σ" else { return scalar.lowerCase }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.isCased == true && after?.isCased != true ? "ς" : "σ"
  }
}
