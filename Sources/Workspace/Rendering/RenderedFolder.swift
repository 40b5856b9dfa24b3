import LessonRendering
import SourceText
import Typesetting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder that pages are written to.
struct RenderedFolder: Sendable {
  let path: String

  /// Where nothing else is said.
  static let usualName = "Output"

  /// A page's file, `kind` being `html` or `md`.
  func file(_ page: String, _ kind: String) -> String {
    FilePath.join(path, "\(page).\(kind)")
  }

  /// Whether a page has been written in a form, now or before.
  func has(_ page: String, _ kind: PageKind) -> Bool {
    FileStatus(path: file(page, kind.rawValue))?.isRegularFile == true
  }

  /// Whether a page has been written in any form: where only some are committed, a clone has no other.
  func has(_ page: String) -> Bool { has(page, .html) || has(page, .md) }

  /// Whether a person put a file of this name there: it bears no mark.
  func hasOwn(_ name: String) -> Bool {
    guard let bytes = try? FileReading.bytes(of: FilePath.join(path, name)) else { return false }
    return !PageMark.isAnywhere(in: bytes)
  }

  /// Whether pages were ever written there.
  var hasPages: Bool {
    guard FileStatus(path: path)?.isFolder == true else { return false }
    return FolderTree(path) { $0 != SiteAssets.folder }.files.contains { found in
      guard found.path.hasSuffix(".html") || found.path.hasSuffix(".md") else { return false }
      let bytes = try? FileReading.bytes(of: FilePath.join(path, found.path))
      return bytes.map(PageMark.isAnywhere) == true
    }
  }

  /// Its regular files, sorted, without those that pages share; `isWanted` is given the path below the
  /// folder and the file.
  func files(where isWanted: (_ path: String, _ file: String) -> Bool) -> [String] {
    let tree = FolderTree(path) { $0 != SiteAssets.folder }
    return tree.files.compactMap { found in
      let file = FilePath.join(path, found.path)
      return !found.isLink && isWanted(found.path, file) ? file : nil
    }
  }

  /// Deletes one of its files, and the folders that hold nothing then.
  func remove(_ file: String) throws(Diagnostic) {
    guard unlink(file) == 0 else {
      throw Diagnostic(.unwritableFile, "cannot delete it: \(systemMessage())", file: file)
    }
    var inner = FilePath.folder(of: file)
    while inner != path, rmdir(inner) == 0 { inner = FilePath.folder(of: inner) }
  }

  /// The files that pages share, by their paths below the folder. Of a tool that is installed only in
  /// part, what is there is taken, and what is missing is reported.
  static func assets(
    katex: KaTeXFolder?, theme: Theme
  ) -> (files: [(String, [UInt8])], problems: [Diagnostic]) {
    var files: [(String, [UInt8])] = []
    var problems: [Diagnostic] = []
    for asset in SiteAssets.all(katex: katex.flatMap { KaTeXStyle(in: $0) }, theme: theme) {
      switch asset.source {
      case .bytes(let own): files.append((asset.path, own))
      case .file(let path):
        if let copied = try? FileReading.bytes(of: path) {
          files.append((asset.path, copied))
        } else {
          problems.append(Self.missing(path))
        }
      }
    }
    return (files, problems)
  }

  /// What pages hold in themselves in place of those files, and what is missing.
  static func embedding(
    katex: KaTeXFolder?, theme: Theme
  ) -> (embedding: PageEmbedding, problems: [Diagnostic]) {
    let style = katex.flatMap { KaTeXStyle(in: $0) }
    var fonts: [String: [UInt8]] = [:]
    var problems: [Diagnostic] = []
    for font in style?.fonts ?? [] {
      fonts[font.name] = try? FileReading.bytes(of: font.path)
      if fonts[font.name] == nil { problems.append(missing(font.path)) }
    }
    return (PageEmbedding(theme: theme, katex: style) { fonts[$0] }, problems)
  }

  private static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      .missingAsset, "cannot read it; pages go without", file: path,
      help: "on Debian: apt-get install libjs-katex fonts-katex")
  }
}
