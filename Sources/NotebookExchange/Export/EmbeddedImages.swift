import LessonDocument

/// An image file of a lesson.
public struct ImageFile: Hashable, Sendable {
  /// As seen from the lesson's folder.
  public var path: String
  public var bytes: [UInt8]

  /// An image file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The images that a notebook holds itself, each under a name of its own.
struct EmbeddedImages {
  struct Image {
    var attachment: NotebookAttachment
    var path: String
  }

  private var names: [String: String] = [:]
  private(set) var images: [String: Image] = [:]

  private static let scheme = "attachment:"

  /// Those that JupyterLab shows from an attachment, by the endings of their files.
  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "bmp": "image/bmp",
  ]

  /// - Parameter file: the file that an image's destination leads to, if it is to be embedded.
  init(_ lesson: Lesson, file: (String) -> ImageFile?) {
    var links: Set<String> = []
    var sources: [String] = []
    for inline in lesson.blocks.allInlines {
      switch inline {
      case .link(_, let destination, _): links.insert(destination)
      case .image(_, let source, _): sources.append(source)
      default: break
      }
    }
    for address in lesson.htmlAddresses {
      if address.isImage { sources.append(address.text) } else { links.insert(address.text) }
    }
    var namesOfPaths: [String: String] = [:]
    // A link leads to a file, and to no attachment.
    for source in sources where names[source] == nil && !links.contains(source) {
      guard let file = file(source), let type = Self.type(of: file.path) else { continue }
      let name = namesOfPaths[file.path] ?? newName(for: file.path)
      namesOfPaths[file.path] = name
      names[source] = name
      let bundle = MediaBundle([MediaBundle.Form(type, .text(Base64.text(of: file.bytes)))])
      images[name] = Image(
        attachment: NotebookAttachment(name: name, bundle: bundle), path: file.path)
    }
  }

  private static func type(of path: String) -> String? {
    path.split(separator: ".").last.flatMap { types[$0.lowercased()] }
  }

  private func newName(for path: String) -> String {
    let file = FileNames.safe(path, or: "image")
    var name = file
    var number = 1
    while images[name] != nil {
      number += 1
      name = "\(number)-\(file)"
    }
    return name
  }

  /// Where an image's destination leads within the notebook; `nil` when the notebook does not hold it.
  func address(of destination: String) -> String? {
    names[destination].map { Self.scheme + $0 }
  }

  /// The image that an address within the notebook names.
  func image(at address: String) -> Image? {
    address.hasPrefix(Self.scheme) ? images[String(address.dropFirst(Self.scheme.count))] : nil
  }
}
