import LessonRendering
import SourceText
import Typesetting

/// The folder that pages are written to.
struct RenderedFolder: Sendable {
  let path: String

  /// Where nothing else is said.
  static let usualName = "Output"

  /// A page's file, `kind` being `html` or `md`.
  func file(_ page: String, _ kind: String) -> String {
    FilePath.join(path, "\(page).\(kind)")
  }

  /// Whether a page has been written, now or before.
  func has(_ page: String) -> Bool {
    FileStatus(path: file(page, "html"))?.isRegularFile == true
  }

  /// Takes away what killed runs left beside these pages and their shared files.
  func removeAbandoned(besides pages: [String]) {
    let shared = SiteAssets.all(katex: nil).map { FilePath.join(path, $0.path) }
    let folders =
      pages.map { FilePath.folder(of: file($0, "html")) }
      + shared.map(FilePath.folder(of:)) + [path]
    for folder in Set(folders).sorted() { AtomicWriting.removeAbandoned(in: folder) }
  }

  /// The files that pages share. Of a tool that is installed only in part, what is there is taken.
  ///
  /// - Returns: how many changed, and what is missing.
  func writeAssets(katex: KaTeXFolder?) -> (written: Int, problems: [Diagnostic]) {
    var written = 0
    var problems: [Diagnostic] = []
    for asset in SiteAssets.all(katex: katex.flatMap { KaTeXStyle(in: $0) }) {
      do {
        let bytes: [UInt8]
        switch asset.source {
        case .bytes(let own): bytes = own
        case .file(let path):
          guard let copied = try? FileReading.bytes(of: path) else {
            problems.append(Self.missing(path))
            continue
          }
          bytes = copied
        }
        let care = AtomicWriting.Care(isDurable: false)
        if try AtomicWriting.write(bytes, to: FilePath.join(path, asset.path), care) {
          written += 1
        }
      } catch {
        problems.append(error)
      }
    }
    return (written, problems)
  }

  private static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      .missingAsset, "cannot read it; pages go without", file: path,
      help: "on Debian: apt-get install libjs-katex fonts-katex")
  }
}
