import LessonDocument

/// What a destination of a link or image is.
enum LinkAddress: Equatable {
  case empty
  /// A place in the lesson itself.
  case fragment(String)
  /// A file beside the lesson; `suffix` is the query and fragment as written.
  case relative(path: String, fragment: String?, suffix: String)
  /// From the top of whatever holds the page: a disk, a host.
  case absolute
  /// With a scheme, in small letters.
  case scheme(String)

  /// Escapes and entities of Markdown are resolved; what is percent-encoded is not yet.
  init(_ destination: String) {
    let bytes = destination.utf8
    let mark = bytes.firstIndex { ":/?#".utf8.contains($0) } ?? bytes.endIndex
    if destination.isEmpty {
      self = .empty
    } else if bytes.first == UInt8(ascii: "/") {
      self = .absolute
    } else if mark < bytes.endIndex, bytes[mark] == UInt8(ascii: ":"), mark > bytes.startIndex {
      // RFC 3986, 4.1: what no `/`, `?` or `#` precedes.
      self = .scheme(destination[..<mark].lowercased())
    } else {
      let end = bytes.firstIndex { "?#".utf8.contains($0) } ?? bytes.endIndex
      let fragment = bytes.firstIndex(of: UInt8(ascii: "#")).map {
        Address.decoded(String(destination[bytes.index(after: $0)...]))
      }
      let path = Address.decoded(String(destination[..<end]))
      self =
        path.isEmpty && fragment != nil
        ? .fragment(fragment ?? "")
        : .relative(path: path, fragment: fragment, suffix: String(destination[end...]))
    }
  }
}
