/// Control characters, which a page would swallow or take for line endings, as their pictures.
enum ControlPictures {
  /// The text with a visible character for each control character but line feed and tab.
  static func shown(_ text: String) -> String {
    guard text.utf8.contains(where: isControl) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard scalar.isASCII, isControl(UInt8(scalar.value)) else { return scalar }
          return Unicode.Scalar(0x2400 + (scalar.value == 0x7F ? 0x21 : scalar.value)) ?? scalar
        }))
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t") || byte == 0x7F
  }
}
