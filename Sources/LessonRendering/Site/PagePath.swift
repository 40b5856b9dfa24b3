/// Paths with `/`, as addresses use them; pure text, no file is looked at.
enum PagePath {
  /// The way from the folder of the page `path` up to the output folder: `../` for each folder.
  static func upward(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// From the folder of page `from` to `to`, both below the output folder.
  static func relative(from: String, to: String) -> String {
    let source = from.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let target = to.split(separator: "/", omittingEmptySubsequences: true)
    let common = zip(source, target.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: source.count - common)
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }

  /// `relative` seen from the folder of page `path`, without `.` and `..`; `nil` when it leads above
  /// the output folder.
  static func resolve(_ relative: String, from path: String) -> String? {
    var parts = Array(path.split(separator: "/").dropLast())
    for part in relative.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
