/// Takes a text apart into the words that it can be found by.
///
///     SearchWords("The rule `dl_dz`, 1986").all   // ["the", "rule", "dl_dz", "1986"]
///
/// `search.js` does the same with what is typed, so both keep to: letters, marks, digits and `_` make a
/// word, in small letters; each ideograph, which no space parts from the next, is a word of its own.
/// Accents stay: the script takes them off on both sides.
struct SearchWords {
  private(set) var all: [String] = []
  /// In UTF-8; what is ASCII of it in small letters.
  private var word: [UInt8] = []
  private var length = 0
  private var isNumber = true
  private var isASCII = true

  /// A hash or a picture in a text is a word that nobody types.
  private static let maximumLength = 40

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.isIdeograph {
        end()
        all.append(String(scalar))
      } else if scalar.isWordPart {
        append(scalar)
      } else {
        end()
      }
    }
    end()
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    length += 1
    if scalar.isASCII {
      let isCapital = scalar.value &- 0x41 < 26
      word.append(UInt8(truncatingIfNeeded: scalar.value) | (isCapital ? 0x20 : 0))
      isNumber = isNumber && scalar.value &- 0x30 < 10
    } else {
      word += Array(String(scalar).utf8)
      isNumber = false
      isASCII = false
    }
  }

  private mutating func end() {
    if word.isEmpty { return }
    if isWanted {
      let text = String(decoding: word, as: UTF8.self)
      all.append(isASCII ? text : text.lowercased())
    }
    word.removeAll(keepingCapacity: true)
    length = 0
    isNumber = true
    isASCII = true
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
