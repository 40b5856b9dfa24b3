import Drawing
import LessonDocument

/// Files as addresses that hold them (RFC 2397).
enum DataAddress {
  /// What the endings of files say they hold.
  private static let types = [
    "png": "image/png", "apng": "image/apng", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "bmp": "image/bmp",
    "svg": "image/svg+xml", "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
  ]

  /// The kind of file, if it is one that pages hold: a picture or a font.
  static func type(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    return name.split(separator: ".").dropFirst().last.flatMap { types[$0.lowercased()] }
  }

  /// - Parameter type: such as `image/png`.
  static func text(of bytes: [UInt8], type: String) -> String {
    "data:\(type);base64,\(Base64.text(of: bytes))"
  }

  /// The address of a picture of a lesson, as far as it is a file beside it that can be read.
  static func text(ofPicture source: String, file: (_ path: String) -> [UInt8]?) -> String? {
    guard let path = Destination.localPath(of: source), let type = type(of: path),
      type.hasPrefix("image/"), let bytes = file(path)
    else { return nil }
    return text(of: bytes, type: type)
  }
}
