import LessonRendering

/// The images beside a lesson, as far as its page asks for them.
///
/// An image of another repository, and what only has the name of one, is not given: whoever writes a
/// lesson would publish what is on the machine that renders it.
final class LessonImages: Sendable {
  private let folder: String
  private let found = Monitor<[String: SiteAsset?]>([:])
  private let copied = Monitor<[SiteAsset]>([])

  /// - Parameter folder: the lesson's, from which paths of images start.
  init(in folder: String) {
    self.folder = folder
  }

  /// Those whose copies the page leads to, in order.
  var copies: [SiteAsset] { copied.update { $0 } }

  /// What an image holds.
  func bytes(of image: String) -> [UInt8]? {
    guard case .bytes(let bytes)? = asset(of: image)?.source else { return nil }
    return bytes
  }

  /// The path of an image's copy, below the output folder.
  func copy(of image: String) -> String? {
    guard let asset = asset(of: image) else { return nil }
    copied.update { copied in
      if !copied.contains(where: { $0.path == asset.path }) { copied.append(asset) }
    }
    return asset.path
  }

  private func asset(of image: String) -> SiteAsset? {
    if let known = found.update({ $0[image] }) { return known }
    let asset = read(image)
    found.update { $0[image] = .some(asset) }
    return asset
  }

  private func read(_ image: String) -> SiteAsset? {
    let file = FilePath.join(folder, image)
    guard ImageCopy.isImage(image), ImageCopy.isImage(FilePath.resolvingLinks(file)),
      Repository(around: folder).shares(file), let bytes = try? FileReading.bytes(of: file)
    else { return nil }
    return SiteAsset(path: ImageCopy.path(for: image, bytes), source: .bytes(bytes))
  }
}
