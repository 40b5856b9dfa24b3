import LessonDocument
import LessonRendering
import SourceText

/// What holds for a set of lessons: what the file `neuronbook.yml` at its root says. What it does not
/// say is `nil`; flags of the command line win over it, front matter and cell options too.
public struct Configuration: Sendable {
  /// Every set's file has this name.
  public static let fileName = "neuronbook.yml"

  /// The file; `nil` where there is none.
  public internal(set) var source: SourceFile?
  /// What the index is called.
  public var title: String?
  /// What lessons are written in (BCP 47).
  public var language: String?
  /// Where the pages are published.
  public var address: SiteAddress?
  /// What stands for the site where others link to it.
  public var image: SiteImage?
  /// Lessons and folders in the order of reading.
  public var order: [Entry] = []
  /// Where pages are written, as seen from the current folder.
  public var output: String?
  /// The folder of the theme, as seen from the current folder.
  public var theme: String?
  /// Whether each page is one file.
  public var isSelfContained: Bool?
  /// How far numbers may be off.
  public var tolerance: Tolerance?
  /// What a lesson may take.
  public var limits = ResourceLimits()
  /// What a report is like.
  public var report = ReportSettings()
  /// What of the output is committed, and so compared by `render --check`.
  public var commit: [PageKind] = [.md, .svg]

  /// A path below the root, with its place.
  public struct Entry: Sendable {
    public var path: String
    public var place: Place
  }

  /// No configuration.
  public init() {}

  /// The root: the folder of the file. Without a file there is none.
  public var folder: String? { source.map { FilePath.folder(of: $0.path) } }
}

/// How problems are reported when the command line does not say it.
public struct ReportSettings: Hashable, Sendable {
  /// What goes to standard output.
  public var format: ReportFormat?
  /// Further reports, in the order given.
  public var files: [ReportFile] = []
  /// Whether warnings fail.
  public var isStrict: Bool?
  /// Whether times are told.
  public var showsTimings: Bool?

  /// Nothing said.
  public init() {}
}

/// What an output folder holds, by what may be committed of it or not.
public enum PageKind: String, CaseIterable, Sendable {
  case html, md
  /// Pictures.
  case svg
  /// Style sheets and fonts, which all pages share.
  case assets
}
