/// A part of a formula in the text of a picture.
public indirect enum MathNode: Hashable, Sendable {
  /// Letters and signs in a row; slanted where they stand for a quantity.
  case letters(String, isItalic: Bool)
  case group([MathNode])
  case raised([MathNode])
  case lowered([MathNode])
  case fraction([MathNode], [MathNode])
  case root([MathNode], degree: [MathNode])
}

/// Words of a picture: what is between two dollars is a formula.
public struct MathLine: Hashable, Sendable {
  /// A part that is words, or one that is TeX.
  public struct Part: Hashable, Sendable {
    public let text: String
    public let isFormula: Bool
  }

  public let parts: [Part]

  /// One line. Where the number of dollars is odd, none begins a formula.
  public init(_ line: some StringProtocol) {
    var texts = [""]
    var isEscaped = false
    for character in line {
      if isEscaped {
        texts[texts.count - 1] += character == "$" ? "$" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "$" {
        texts.append("")
      } else {
        texts[texts.count - 1].append(character)
      }
    }
    if isEscaped { texts[texts.count - 1] += "\\" }
    guard texts.count > 2, texts.count % 2 == 1 else {
      parts = [Part(text: texts.joined(separator: "$"), isFormula: false)]
      return
    }
    parts = texts.enumerated().filter { !$0.element.isEmpty }.map {
      Part(text: $0.element, isFormula: $0.offset % 2 == 1)
    }
  }

  public var hasFormula: Bool { parts.contains(where: \.isFormula) }

  /// What the first wrong formula of a text of several lines is wrong with, as matplotlib says it.
  public static func problem(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    for line in text.split(separator: "\n") {
      for part in MathLine(line).parts where part.isFormula {
        if let problem = MathFormula(part.text).problem { return problem }
      }
    }
    return nil
  }
}
