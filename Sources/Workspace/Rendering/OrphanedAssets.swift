import LessonRendering

/// Files that pages shared once, and none needs any more: of the theme, the site's image, and copies of
/// lessons' images.
struct OrphanedAssets {
  private let folder: RenderedFolder
  private let site: Site

  init(in folder: RenderedFolder, of site: Site) {
    self.folder = folder
    self.site = site
  }

  /// Those of the theme and the site's image, each with the reason why it is among them, sorted.
  var settings: [(file: String, reason: String)] {
    let wanted = Set(SiteAssets.ofTheme(site.theme).map(\.path))
    let image = site.address == nil ? nil : site.image?.asset?.path
    return files.compactMap { path, file in
      if path.hasPrefix(SiteAssets.themeFolder + "/") {
        return wanted.contains(path) || isPage(file) ? nil : (file, "the theme has no such file")
      }
      guard SiteImage.isCopy(path), path != image else { return nil }
      return (file, "`image` of \(Configuration.fileName) does not ask for it")
    }
  }

  /// Copies of images that no page in the folder shows.
  ///
  /// - Parameter shown: paths of copies that are shown for certain.
  func images(besides shown: Set<String>) -> [String] {
    let candidates = files.filter { path, _ in
      path.hasPrefix(ImageCopy.folder + "/") && !shown.contains(path)
    }
    guard !candidates.isEmpty else { return [] }
    let pages = FolderTree(folder.path).files.filter { $0.path.hasSuffix(".html") }
    let named = pages.reduce(into: Set<String>()) { names, page in
      let bytes = try? FileReading.bytes(of: FilePath.join(folder.path, page.path))
      names.formUnion(ImageCopy.names(in: bytes ?? []))
    }
    return candidates.map(\.file).filter { file in
      let name = FilePath.name(of: file)
      guard !named.contains(name), let bytes = try? FileReading.bytes(of: file) else {
        return false
      }
      return ImageCopy.isCopy(name, bytes)
    }
  }

  /// The regular files that pages share, sorted.
  private var files: [(path: String, file: String)] {
    let top = FilePath.join(folder.path, SiteAssets.folder)
    guard FileStatus(path: top)?.isFolder == true else { return [] }
    return FolderTree(top).files.filter { !$0.isLink }.map {
      ("\(SiteAssets.folder)/\($0.path)", FilePath.join(top, $0.path))
    }
  }

  /// Lessons may lie in a folder of this name.
  private func isPage(_ file: String) -> Bool {
    (try? FileReading.bytes(of: file)).map(PageMark.isAnywhere) == true
  }
}
