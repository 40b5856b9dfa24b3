import LessonDocument

/// Where a link or image of a lesson leads, once the lesson is a page in another folder.
public struct Destination {
  let site: Site
  /// The page's path below the output folder, without ending.
  let page: String
  /// From the page's folder to the lesson's, without a final `/`; empty when they are one.
  let lessonFolder: String
  /// Gives the path, below the output folder, of the copy of an image by its path from the lesson's
  /// folder; pages in Markdown lead to the image itself.
  var imageCopy: (@Sendable (_ path: String) -> String?)?

  /// The forms a page comes in.
  enum Form: String {
    case html, md
  }

  /// The address to write; not escaped.
  func address(of destination: String, in form: Form) -> String {
    let (path, suffix) = Self.split(destination)
    if case .relative = Self.kind(of: destination), let lesson = lesson(at: path) {
      let way = PagePath.relative(from: page, to: lesson)
      return Address.encoded(way) + "." + form.rawValue + suffix
    }
    if form == .html, let copy = addressOfCopy(of: destination) { return copy }
    return Self.address(of: destination, lessonFolder: lessonFolder)
  }

  /// The address of the copy of an image; `nil` for what is no image with a copy.
  func addressOfCopy(of destination: String) -> String? {
    guard let path = Self.localPath(of: destination), let copy = imageCopy?(path) else {
      return nil
    }
    let way = PagePath.relative(from: page, to: copy)
    return Address.encoded(way) + Self.split(destination).suffix
  }

  /// The address of what a lesson refers to as seen from another folder, `lessonFolder` being the way
  /// from there to the lesson's.
  public static func address(of destination: String, lessonFolder: String) -> String {
    switch kind(of: destination) {
    case .absolute, .fragment: return destination
    case .relative:
      return lessonFolder.isEmpty ? destination : Address.encoded(lessonFolder) + "/" + destination
    }
  }

  /// The path of a file that a destination leads to as seen from the lesson's folder; `nil` for what leads
  /// elsewhere.
  public static func localPath(of destination: String) -> String? {
    guard case .relative = kind(of: destination) else { return nil }
    let path = Address.decoded(split(destination).path)
    return path.isEmpty || path.utf8.contains(0) ? nil : path
  }

  /// The lesson that a relative path names by its source file's name.
  private func lesson(at path: String) -> String? {
    guard path.hasSuffix(".md"),
      let target = PagePath.resolve(Address.decoded(String(path.dropLast(3))), from: page),
      site.lessons.contains(where: { $0.path == target })
    else { return nil }
    return target
  }

  private enum Kind {
    case relative, absolute, fragment
  }

  /// A scheme is what stands before the first `:` that no `/`, `?` or `#` precedes (RFC 3986, 4.1).
  private static func kind(of destination: String) -> Kind {
    if destination.hasPrefix("#") || destination.isEmpty { return .fragment }
    if destination.hasPrefix("/") { return .absolute }
    let mark = destination.utf8.first { ":/?#".utf8.contains($0) }
    return mark == UInt8(ascii: ":") ? .absolute : .relative
  }

  /// The path, and the query and fragment after it.
  private static func split(_ destination: String) -> (path: String, suffix: String) {
    let end = destination.firstIndex { $0 == "#" || $0 == "?" } ?? destination.endIndex
    return (String(destination[..<end]), String(destination[end...]))
  }
}
