import LessonDocument
import LessonRendering
import SourceText

/// The lessons of a site: those asked for now, and those that have a page from before.
///
/// Rendering one lesson must not drop the others from the index, so all lessons below the same roots
/// are read for their titles; only those asked for run.
struct LessonSet {
  /// The lessons to render, in order.
  private(set) var selected: [LessonFile] = []
  private(set) var entries: [SiteEntry] = []
  private(set) var problems: [Diagnostic] = []
  private let folder: RenderedFolder

  /// What reading one file for its title gave.
  private enum Glance: Sendable {
    case lesson(SiteEntry)
    case notALesson
    case unreadable(Diagnostic)
  }

  init(_ search: LessonSearch, folder: RenderedFolder, jobs: Int) {
    self.folder = folder
    let asked = Set(search.files.map(\.path))
    let around = LessonSearch(paths: search.roots, output: folder.path).files
      .filter { !asked.contains($0.path) }
    let all = search.files + around
    var index = 0
    var owners: [String: String] = ["index": "the list of all lessons"]
    OrderedWork.run(all, jobs: jobs, Self.glance) { glance in
      let file = all[index]
      let isAsked = index < search.files.count
      index += 1
      switch glance {
      case .notALesson: return
      case .unreadable(let problem): if isAsked { problems.append(problem) }
      case .lesson(let entry):
        if let owner = owners[file.pagePath] {
          if isAsked { problems.append(Self.collision(file, with: owner)) }
          return
        }
        owners[file.pagePath] = file.path
        if isAsked, isBesideItsPage(file) {
          problems.append(Self.pageBeside(file))
          return
        }
        if isAsked { selected.append(file) }
        if isAsked || folder.has(file.pagePath) { entries.append(entry) }
      }
    }
  }

  /// The site as its pages see it.
  var site: Site { Site(title: "Lessons", lessons: entries) }

  /// The site as its index lists it: what has a page.
  var indexedSite: Site {
    Site(title: "Lessons", lessons: entries.filter { folder.has($0.path) })
  }

  private static func glance(_ file: LessonFile) -> Glance {
    do throws(Diagnostic) {
      guard let lesson = try file.lesson() else { return .notALesson }
      return .lesson(LessonPage.entry(for: lesson, path: file.pagePath))
    } catch {
      return .unreadable(error)
    }
  }

  /// Whether the page would stand in the folder of the lesson, where the Markdown page has the lesson's
  /// own name.
  private func isBesideItsPage(_ file: LessonFile) -> Bool {
    let page = FilePath.folder(of: folder.file(file.pagePath, "md"))
    return FilePath.resolvingLinks(page)
      == FilePath.resolvingLinks(FilePath.folder(of: file.path))
  }

  private static func pageBeside(_ file: LessonFile) -> Diagnostic {
    Diagnostic(
      .outputCollision, "its page would be written over the lesson itself", file: file.path,
      help: "give another output folder with `-o`")
  }

  private static func collision(_ file: LessonFile, with owner: String) -> Diagnostic {
    Diagnostic(
      .outputCollision, "its page would be written over that of \(owner)", file: file.path,
      help: "rename one of them")
  }
}
