/// Copies of lessons' images among the files of a site, so that its pages show nothing from outside of
/// the output folder.
///
/// A copy is named after what it holds: images of one name in several folders stay apart, and one that
/// several lessons show is there once.
///
///     ImageCopy.path(for: "img/My net.png", bytes)  // assets/images/My-net-1f8a3b5c7d90.png
public enum ImageCopy {
  /// The folder of all copies, below the output folder.
  public static let folder = SiteAssets.folder + "/images"

  private static let digits = 12
  private static let longestName = 60

  /// Whether a file of this name is an image.
  public static func isImage(_ path: String) -> Bool {
    DataAddress.type(of: path)?.hasPrefix("image/") == true
  }

  /// The path of the copy, below the output folder: letters, digits and `-` alone, so that pages name it
  /// as it is.
  public static func path(for image: String, _ bytes: [UInt8]) -> String {
    let name = image.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    let stem = parts.dropLast().joined(separator: "-").utf8.prefix(longestName)
      .map { isPlain($0) ? $0 : UInt8(ascii: "-") }
    let ending = parts.last?.lowercased() ?? ""
    return "\(folder)/\(String(decoding: stem, as: UTF8.self))-\(digest(of: bytes)).\(ending)"
  }

  /// Whether a file below the folder is named as the copy of what it holds.
  public static func isCopy(_ name: String, _ bytes: [UInt8]) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].hasSuffix("-" + digest(of: bytes)) && isImage(name)
  }

  /// The names of all copies that a page shows.
  public static func names(in page: [UInt8]) -> Set<String> {
    let opening = Array((folder + "/").utf8)
    var names: Set<String> = []
    var start = 0
    while let found = page[start...].firstIndex(of: opening[0]) {
      start = found + 1
      guard page[found...].starts(with: opening) else { continue }
      let name = page[(found + opening.count)...].prefix { isPlain($0) || $0 == UInt8(ascii: ".") }
      names.insert(String(decoding: name, as: UTF8.self))
    }
    return names
  }

  private static func digest(of bytes: [UInt8]) -> String {
    let hexadecimal = SHA256.digest(of: bytes).prefix(digits / 2).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return hexadecimal.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }
}
