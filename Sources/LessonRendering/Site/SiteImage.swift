/// The picture that stands for a site where others show a link to it.
public enum SiteImage: Hashable, Sendable {
  /// With scheme and host.
  case address(String)
  /// A file of this machine; the site has a copy.
  case file(String)

  /// Whether networks show the images in a file of this name; they draw no SVG.
  public static func isShown(_ path: String) -> Bool {
    endings.contains(where: path.lowercased().hasSuffix)
  }

  private static let endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"]

  /// Whether a path below the output folder is that of a copy.
  public static func isCopy(_ path: String) -> Bool {
    endings.contains { path == "\(SiteAssets.folder)/card\($0)" }
  }

  /// The copy, for a site that has an address.
  public var asset: SiteAsset? {
    guard case .file(let path) = self else { return nil }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return SiteAsset(path: "\(SiteAssets.folder)/card.\(ending)", source: .file(path))
  }

  /// Where the image is once the site is published.
  func address(at site: SiteAddress) -> String {
    switch self {
    case .address(let address): address
    case .file: site.text + (asset?.path ?? "")
    }
  }
}
