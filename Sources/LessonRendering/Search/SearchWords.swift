/// Takes a text apart into the words that it can be found by.
///
///     SearchWords("The rule `dl_dz`, 1986").all   // ["the", "rule", "dl_dz", "1986"]
///
/// `search.js` does the same with what is typed, so both keep to: letters, marks, digits and `_` make a
/// word, in small letters; each ideograph, which no space parts from the next, is a word of its own.
/// Accents stay: the script takes them off on both sides.
struct SearchWords {
  private(set) var all: [String] = []
  private var word = ""
  private var length = 0
  private var isNumber = true

  /// A hash or a picture in a text is a word that nobody types.
  private static let maximumLength = 40

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.isIdeograph {
        end()
        all.append(String(scalar))
      } else if scalar.isWordPart {
        word.unicodeScalars.append(scalar)
        length += 1
        isNumber = isNumber && (scalar.value &- 0x30) < 10
      } else {
        end()
      }
    }
    end()
  }

  private mutating func end() {
    if isWanted { all.append(word.lowercased()) }
    word.unicodeScalars.removeAll(keepingCapacity: true)
    length = 0
    isNumber = true
  }

  /// Of numbers only those that may be a year or a size have a name's worth.
  private var isWanted: Bool {
    isNumber ? length == 3 || length == 4 : length <= Self.maximumLength
  }
}

extension Unicode.Scalar {
  /// What stands in words and names: letters, marks, digits, and `_` with its kin.
  var isWordPart: Bool {
    if isASCII { return (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 || value == 0x5F }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .otherNumber, .connectorPunctuation:
      true
    default: false
    }
  }

  /// Kana and Han, as `search.js` has them.
  var isIdeograph: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
    default: false
    }
  }
}
