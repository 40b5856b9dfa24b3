/// Where a link or image of a lesson leads, once the lesson is a page in another folder.
struct Destination {
  let site: Site
  /// The page's path below the output folder, without ending.
  let page: String
  /// From the page's folder to the lesson's, without a final `/`; empty when they are one.
  let lessonFolder: String

  /// The forms a page comes in.
  enum Form: String {
    case html, md
  }

  /// The address to write, `nil` when it may not be followed: a protocol that is no document's.
  func address(of destination: String, in form: Form) -> String? {
    switch Self.kind(of: destination) {
    case .forbidden: return nil
    case .absolute, .fragment: return destination
    case .relative:
      let (path, suffix) = Self.split(destination)
      if let lesson = lesson(at: path) {
        let way = PagePath.relative(from: page, to: lesson)
        return Address.encoded(way) + "." + form.rawValue + suffix
      }
      return lessonFolder.isEmpty ? destination : Address.encoded(lessonFolder) + "/" + destination
    }
  }

  /// The lesson that a relative path names by its source file's name.
  private func lesson(at path: String) -> String? {
    guard path.hasSuffix(".md"),
      let target = PagePath.resolve(Address.decoded(String(path.dropLast(3))), from: page),
      site.lessons.contains(where: { $0.path == target })
    else { return nil }
    return target
  }

  enum Kind {
    case relative, absolute, fragment, forbidden
  }

  /// A scheme is letters, digits, `+`, `-`, `.` before the first `:` (RFC 3986, 3.1). What a browser
  /// would skip in front of one, it must not hide.
  static func kind(of destination: String) -> Kind {
    if destination.hasPrefix("#") || destination.isEmpty { return .fragment }
    if destination.hasPrefix("/") { return .absolute }
    let visible = destination.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    guard let colon = visible.firstIndex(of: UInt8(ascii: ":")),
      !visible[..<colon].contains(where: { "/?#".utf8.contains($0) })
    else { return .relative }
    let scheme = String(decoding: visible[..<colon], as: UTF8.self).lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? .absolute : .forbidden
  }

  /// The path, and the query and fragment after it.
  private static func split(_ destination: String) -> (path: String, suffix: String) {
    let end = destination.firstIndex { $0 == "#" || $0 == "?" } ?? destination.endIndex
    return (String(destination[..<end]), String(destination[end...]))
  }
}
