/// Names for files, made of texts that strangers wrote: no folders, nothing hidden, no characters that
/// mean something in a link, no name that a system reserves.
enum FileNames {
  /// In bytes; file systems end at 255.
  private static let longest = 80

  /// A lesson's name after its notebook's: `My Notebook (2).ipynb` is `my-notebook-2`.
  static func slug(_ name: String) -> String {
    let stem = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? name[..<$0] : nil }
    let slug = words(of: String(stem ?? name[...]).lowercased(), keeping: [])
    // `index` is the page of all lessons.
    if slug.isEmpty { return "notebook" }
    return slug == "index" || isReserved(slug) ? slug + "-lesson" : slug
  }

  /// A name that keeps its dots and its case: `../Bild 1.PNG` is `Bild-1.PNG`.
  static func safe(_ name: String, or fallback: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var safe = words(of: last, keeping: [".", "_"])
    while safe.hasPrefix(".") || safe.hasPrefix("-") { safe.removeFirst() }
    while safe.hasSuffix(".") { safe.removeLast() }
    if safe.isEmpty { return fallback }
    return isReserved(safe) ? "file-" + safe : safe
  }

  /// Whether a lesson may have a file or folder of this name: neither hidden nor reserved, of characters
  /// that can be seen, and short enough for a file system.
  static func mayStand(_ name: Substring) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 255 && !isReserved(String(name))
      && name.unicodeScalars.allSatisfy { $0 != "\\" && $0.properties.generalCategory != .control }
  }

  /// Letters and digits of any script; runs of anything else are one `-`.
  private static func words(of text: String, keeping kept: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      guard result.utf8.count < longest else { break }
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      if isPlain || kept.contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }

  /// Devices, on Windows, whatever follows a dot.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    return ["con", "prn", "aux", "nul"].contains(stem)
      || stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
        && stem.last?.isNumber == true
  }
}
