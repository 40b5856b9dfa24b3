/// The private-use scalars of planes 15 and 16 that stand for a text's formulas: such as the text
/// itself does not use, so that none is mistaken.
struct MaskScalars {
  private(set) var scalars: [Unicode.Scalar] = []
  private var indices: [Unicode.Scalar: Int] = [:]

  /// At most 131,068; fewer than `count` when the text uses many itself.
  init(count: Int, unusedIn utf8: [UInt8]) {
    guard count > 0 else { return }
    let used = Self.used(in: utf8)
    for plane: UInt32 in [0xF_0000, 0x10_0000] {
      for value in plane...(plane + 0xFFFD) {
        guard scalars.count < count else { return }
        guard let scalar = Unicode.Scalar(value), !used.contains(scalar) else { continue }
        indices[scalar] = scalars.count
        scalars.append(scalar)
      }
    }
  }

  func index(of scalar: Unicode.Scalar) -> Int? {
    scalar.value < 0xF_0000 ? nil : indices[scalar]
  }

  /// Whether a byte may begin such a scalar in UTF-8.
  static func mayBegin(_ byte: UInt8) -> Bool { byte == 0xF3 || byte == 0xF4 }

  private static func used(in utf8: [UInt8]) -> Set<Unicode.Scalar> {
    guard utf8.contains(where: mayBegin) else { return [] }
    var used: Set<Unicode.Scalar> = []
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars
    where scalar.value >= 0xF_0000 {
      used.insert(scalar)
    }
    return used
  }
}
