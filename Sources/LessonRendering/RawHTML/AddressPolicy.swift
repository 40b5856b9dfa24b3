/// Which addresses a page may lead to or show.
enum AddressPolicy {
  /// Protocols that a reader can follow safely.
  private static let followed: Set<String> = ["http", "https", "mailto", "tel", "ftp", "sftp"]
  private static let pictures: Set<String> = ["http", "https"]
  /// Pictures that are nothing but points of colour: SVG may hold scripts.
  private static let rasterTypes = [
    "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp", "data:image/avif",
  ]
  /// Bytes of a picture within the text: beyond this it belongs into a file.
  static let largestPicture = 200_000

  static func allowsLink(to address: String) -> Bool {
    scheme(of: address).map { followed.contains($0) } ?? true
  }

  static func allowsImage(at address: String) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    if scheme == "data" { return isSmallPicture(address) }
    return pictures.contains(scheme)
  }

  private static func isSmallPicture(_ address: String) -> Bool {
    let start = String(decoding: address.utf8.prefix(40), as: UTF8.self).lowercased()
    guard address.utf8.count <= largestPicture else { return false }
    return rasterTypes.contains { type in
      start.hasPrefix(type)
        && start.dropFirst(type.count).first.map { $0 == ";" || $0 == "," } == true
    }
  }

  /// What stands before the first `:` that no `/`, `?` or `#` precedes, in small letters; `nil` for an
  /// address without one. Browsers leave out tabs and line endings anywhere, and white space and control
  /// characters before it (WHATWG URL, 4.4).
  static func scheme(of address: String) -> String? {
    var scheme = ""
    for scalar in address.unicodeScalars {
      if scalar == "\t" || scalar == "\n" || scalar == "\r" { continue }
      if scalar.value <= 0x20, scheme.isEmpty { continue }
      if scalar == ":" { return scheme.lowercased() }
      if scalar == "/" || scalar == "?" || scalar == "#" || scalar == "\\" { return nil }
      scheme.unicodeScalars.append(scalar)
    }
    return nil
  }
}
